import {
  readSources,
  type SourceReading,
  type Statement,
} from '../../core/knowledge/claims-by-source.ts';
import type { Claim } from '../../core/knowledge/entry.ts';
import { dateIn, listIn } from '../intl.ts';
import type { Library } from './library.ts';
import { Heading } from './page-frame.tsx';
import { entryHref } from './route.ts';

const kindKeys: Readonly<Record<Claim['kind'], string>> = {
  fact: 'glossaryFact',
  view: 'glossaryView',
  report: 'glossaryReport',
  estimate: 'glossaryEstimate',
};

const Drawn = ({ statement, library }: { statement: Statement; library: Library }) => {
  const { labels, glossary } = library;
  const { concept, claim, text } = statement;
  const speaker = glossary.entries.find(({ id }) => id === claim?.speaker)?.prefLabel;
  const says = claim?.speaker === undefined ? undefined : (speaker ?? claim.speaker);
  return (
    <li class="g-drawn">
      <p class="g-note">
        <a class="g-link" href={entryHref(concept.id)}>
          {concept.label}
        </a>
        {' · '}
        {labels(claim ? kindKeys[claim.kind] : 'glossaryDated')}
        {says !== undefined && ` · ${says}`}
      </p>
      <p dir="auto">{text}</p>
    </li>
  );
};

/** Claims and dated events each in its words; the definitions that rest on the paragraph by name, as they say more than it. */
const Statements = ({
  statements,
  library,
}: {
  statements: readonly Statement[];
  library: Library;
}) => {
  const resting = statements.filter(({ from }) => from === 'definition');
  return (
    <ul>
      {statements
        .filter(({ from }) => from !== 'definition')
        .map((statement) => (
          <Drawn
            key={`${statement.concept.id} ${statement.claim?.id ?? statement.text}`}
            statement={statement}
            library={library}
          />
        ))}
      {resting.length > 0 && (
        <li class="g-rests g-note">
          {library.labels('glossaryRests')}
          {resting.map(({ concept }) => (
            <a key={concept.id} class="g-link" href={entryHref(concept.id)}>
              {concept.label}
            </a>
          ))}
        </li>
      )}
    </ul>
  );
};

const SourceSection = ({
  reading,
  paragraph,
  library,
}: {
  reading: SourceReading;
  paragraph: number | undefined;
  library: Library;
}) => {
  const { labels } = library;
  const { source, paragraphs, uncited } = reading;
  return (
    <section class="g-source" id={`source-${source.id}`}>
      <h3 class="g-source-title" dir="auto">
        <a class="g-link" href={source.url} target="_blank" rel="noopener noreferrer">
          {source.title}
        </a>
      </h3>
      <p class="g-note">
        {source.publisher} · {dateIn(labels, source.published)} ·{' '}
        {labels('glossaryParagraphs', [], source.paragraphs)} ·{' '}
        {labels('glossaryClaims', [], reading.claims)}
      </p>
      {source.note && (
        <p class="g-note" dir="auto">
          {source.note}
        </p>
      )}
      {uncited.length > 0 && (
        <p class="g-uncited">
          {labels('glossaryUncited', [listIn(labels, uncited.map(String))], uncited.length)}
        </p>
      )}
      <ol class="g-paragraphs">
        {paragraphs.map(({ number, statements }) => (
          <li
            key={number}
            class="g-paragraph"
            id={`${source.id}-${number}`}
            aria-current={paragraph === number ? 'true' : undefined}
            data-cited={statements.length > 0}
          >
            <h4 class="g-paragraph-number">{labels('glossaryParagraph', [String(number)])}</h4>
            {statements.length === 0 ? (
              <p class="g-note">{labels('glossaryNothing')}</p>
            ) : (
              <Statements statements={statements} library={library} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** The documents, each with what is drawn from it paragraph by paragraph, and what nothing cites. */
export const SourcesPage = ({
  source,
  paragraph,
  library,
}: {
  source?: string | undefined;
  paragraph?: number | undefined;
  library: Library;
}) => {
  const { labels } = library;
  const all = readSources(library.glossary);
  return (
    <>
      <Heading>{labels('glossarySources')}</Heading>
      <p class="g-lead">{labels('glossarySourcesLead')}</p>
      {all.map((reading) => (
        <SourceSection
          key={reading.source.id}
          reading={reading}
          paragraph={reading.source.id === source ? paragraph : undefined}
          library={library}
        />
      ))}
    </>
  );
};
