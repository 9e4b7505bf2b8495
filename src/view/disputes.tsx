import type { Claim } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { ClaimText } from './claim-list.tsx';
import { type Quarrel, quarrelsIn } from './quarrels.ts';

const Side = ({
  claims,
  reading,
  labels,
}: {
  claims: readonly Claim[];
  reading: EntryReading;
  labels: Labels;
}) => (
  <div class="side">
    {claims.map((claim) => (
      <div key={claim.id} class="said">
        <ClaimText claim={claim} reading={reading} labels={labels} />
      </div>
    ))}
  </div>
);

/** Claims that say otherwise, side by side: those that agree share a side. */
export const Disputes = ({ reading, labels }: { reading: EntryReading; labels: Labels }) => {
  const quarrels = quarrelsIn(reading);
  if (quarrels.length === 0) return null;
  return (
    <section class="part disputes">
      <h3 class="part-title">{labels('cardDisagree')}</h3>
      {quarrels.map(({ one, other }: Quarrel) => (
        <div key={one[0]?.id} class="quarrel">
          <Side claims={one} reading={reading} labels={labels} />
          <Side claims={other} reading={reading} labels={labels} />
        </div>
      ))}
    </section>
  );
};
