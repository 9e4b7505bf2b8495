import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { Voices } from './claim-list.tsx';
import { type Quarrel, quarrelsIn } from './quarrels.ts';

/** Claims that say otherwise, side by side: those that agree share a side. */
export const Disputes = ({ reading, labels }: { reading: EntryReading; labels: Labels }) => {
  const quarrels = quarrelsIn(reading);
  if (quarrels.length === 0) return null;
  return (
    <section class="part disputes">
      <h3 class="part-title">{labels('cardDisagree')}</h3>
      {quarrels.map(({ one, other }: Quarrel) => (
        <div key={one[0]?.id} class="quarrel">
          <ul class="side" aria-label={labels('cardOneSide')}>
            <Voices claims={one} reading={reading} labels={labels} />
          </ul>
          <ul class="side" aria-label={labels('cardOtherSide')}>
            <Voices claims={other} reading={reading} labels={labels} />
          </ul>
        </div>
      ))}
    </section>
  );
};
