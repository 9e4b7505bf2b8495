import type { Claim } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { Citations } from './citation.tsx';

const kindKeys: Readonly<Record<Claim['kind'], string>> = {
  fact: 'cardClaimFact',
  view: 'cardClaimView',
  report: 'cardClaimReport',
  estimate: 'cardClaimEstimate',
};

/** Who says it, and how: "Jensen Huang says", "Wccftech reports". Without a speaker it is the publisher's. */
export const attribution = (claim: Claim, reading: EntryReading, labels: Labels): string => {
  const { speaker } = claim;
  const cited = claim.cites[0];
  if (!cited && !speaker) return labels('cardGeneral');
  const publisher = cited ? reading.sources[cited.source]?.publisher : undefined;
  const who = speaker ? (reading.speakers[speaker] ?? speaker) : (publisher ?? '');
  return labels(kindKeys[claim.kind], [who]);
};

/** One claim: who and how, what, and where it stands. */
export const ClaimText = ({
  claim,
  reading,
  labels,
}: {
  claim: Claim;
  reading: EntryReading;
  labels: Labels;
}) => (
  <>
    <p class="attribution">{attribution(claim, reading, labels)}</p>
    <p class="statement" dir="auto">
      {claim.text}
    </p>
    <Citations cites={claim.cites} sources={reading.sources} labels={labels} />
  </>
);

/** The claims that nobody disputes; those that somebody does stand in `Disputes`. */
export const ClaimList = ({ reading, labels }: { reading: EntryReading; labels: Labels }) => {
  const disputed = new Set(reading.disputes.map(({ claim }) => claim.id));
  const claims = reading.entry.claims.filter(({ id }) => !disputed.has(id));
  if (claims.length === 0) return null;
  return (
    <section class="part">
      <h3 class="part-title">{labels('cardClaims')}</h3>
      <ul class="claims">
        {claims.map((claim) => (
          <li key={claim.id} class="claim">
            <ClaimText claim={claim} reading={reading} labels={labels} />
          </li>
        ))}
      </ul>
    </section>
  );
};
