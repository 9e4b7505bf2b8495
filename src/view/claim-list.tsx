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

/** Claims in one voice stand under its name once, in the order in which the voices first speak. */
export const voicesOf = (
  claims: readonly Claim[],
  reading: EntryReading,
  labels: Labels,
): ReadonlyMap<string, readonly Claim[]> => {
  const voices = new Map<string, Claim[]>();
  for (const claim of claims) {
    const voice = attribution(claim, reading, labels);
    const said = voices.get(voice);
    if (said) said.push(claim);
    else voices.set(voice, [claim]);
  }
  return voices;
};

/** Who says it and how, then each claim with where it stands. */
export const Voices = ({
  claims,
  reading,
  labels,
}: {
  claims: readonly Claim[];
  reading: EntryReading;
  labels: Labels;
}) => (
  <>
    {[...voicesOf(claims, reading, labels)].map(([voice, said]) => (
      <li key={voice} class="voice">
        <p class="attribution">{voice}</p>
        {said.map((claim) => (
          <div key={claim.id} class="claim">
            <p class="statement" dir="auto">
              {claim.text}
            </p>
            <Citations cites={claim.cites} sources={reading.sources} labels={labels} />
          </div>
        ))}
      </li>
    ))}
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
        <Voices claims={claims} reading={reading} labels={labels} />
      </ul>
    </section>
  );
};
