import { readChronicle, type Saying } from '../../core/knowledge/chronicle.ts';
import type { Claim } from '../../core/knowledge/entry.ts';
import type { ConceptLabel } from '../../core/knowledge/glossary.ts';
import { Citations } from '../citation.tsx';
import { dateIn } from '../intl.ts';
import type { Library } from './library.ts';
import { Heading } from './page-frame.tsx';
import { entryHref } from './route.ts';

const kindKeys: Readonly<Record<Claim['kind'], string>> = {
  fact: 'cardClaimFact',
  view: 'cardClaimView',
  report: 'cardClaimReport',
  estimate: 'cardClaimEstimate',
};

export const ConceptLinks = ({ concepts }: { concepts: readonly ConceptLabel[] }) => (
  <p class="g-chips">
    {concepts.map(({ id, label }) => (
      <a key={id} class="chip" href={entryHref(id)}>
        {label}
      </a>
    ))}
  </p>
);

const SaidHere = ({ sayings, library }: { sayings: readonly Saying[]; library: Library }) => {
  const { labels } = library;
  const sources = Object.fromEntries(library.glossary.sources.map((one) => [one.id, one]));
  const speakers = [...new Set(sayings.map(speakerName))];
  return (
    <div class="g-sayings">
      {speakers.map((speaker) => {
        const own = sayings.filter((one) => speakerName(one) === speaker);
        return (
          <details key={speaker} class="g-speaker">
            <summary>
              <span class="g-speaker-name">{speaker}</span>{' '}
              <span class="g-note">{labels('glossarySayings', [], own.length)}</span>
            </summary>
            <ul>
              {own.map(({ claim, concept }) => (
                <li key={`${concept.id}#${claim.id}`} class="g-saying">
                  <p class="g-note">
                    {labels(kindKeys[claim.kind], [speaker])} ·{' '}
                    <a class="g-link" href={entryHref(concept.id)}>
                      {concept.label}
                    </a>
                  </p>
                  <p dir="auto">{claim.text}</p>
                  <Citations cites={claim.cites} sources={sources} labels={labels} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
};

const speakerName = ({ speaker }: Saying) =>
  typeof speaker === 'string' ? speaker : speaker.label;

/** What happened when, and who said what then. */
export const TimelinePage = ({ library }: { library: Library }) => {
  const { labels, glossary } = library;
  const sources = Object.fromEntries(glossary.sources.map((one) => [one.id, one]));
  return (
    <>
      <Heading>{labels('glossaryTimeline')}</Heading>
      <p class="g-lead">{labels('glossaryTimelineLead')}</p>
      <ol class="g-timeline">
        {readChronicle(glossary).map(({ date, events, sayings }) => (
          <li key={date} class="g-date">
            <h3 class="g-date-title">
              <time dateTime={date}>{dateIn(labels, date)}</time>
            </h3>
            {events.map(({ what, concepts, cites }) => (
              <div key={what} class="g-event">
                <p class="g-event-what" dir="auto">
                  {what}
                </p>
                <ConceptLinks concepts={concepts} />
                <Citations cites={cites} sources={sources} labels={labels} />
              </div>
            ))}
            {sayings.length > 0 && (
              <>
                <h4 class="g-said-title">{labels('glossarySaidThen')}</h4>
                <SaidHere sayings={sayings} library={library} />
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
