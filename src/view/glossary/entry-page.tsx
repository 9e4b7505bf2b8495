import { useEffect, useState } from 'preact/hooks';
import type { Backlink } from '../../core/knowledge/backlinks.ts';
import type { ConceptId, Entry } from '../../core/knowledge/entry.ts';
import type { Span } from '../../core/text/span.ts';
import { Citations } from '../citation.tsx';
import { EntryByline, EntryView } from '../entry-view.tsx';
import { listIn } from '../intl.ts';
import type { Library } from './library.ts';
import { Heading } from './page-frame.tsx';
import { entryHref, hrefOf } from './route.ts';

/** A text with spans of it marked. */
export const MarkedText = ({ text, spans }: { text: string; spans: readonly Span[] }) => {
  let at = 0;
  const parts = spans.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <span dir="auto">
      {parts}
      {text.slice(at)}
    </span>
  );
};

const Backlinks = ({ id, library }: { id: ConceptId; library: Library }) => {
  const { labels } = library;
  const [all, setAll] = useState<ReadonlyMap<ConceptId, readonly Backlink[]>>();
  useEffect(() => {
    // They take a reading of all texts, and stand far below: after the first paint is early enough.
    const timer = setTimeout(() => setAll(library.backlinks()), 30);
    return () => clearTimeout(timer);
  }, [library]);
  const backlinks = all?.get(id) ?? [];
  if (backlinks.length === 0) return null;
  return (
    <section class="g-section">
      <h3 class="g-section-title">{labels('glossaryMentionedBy')}</h3>
      <ul class="g-backlinks">
        {backlinks.map(({ concept, passages }) => (
          <li key={concept.id} class="g-backlink">
            <a class="g-link" href={entryHref(concept.id)}>
              {concept.label}
            </a>
            {passages.slice(0, 1).map((passage) => (
              <p key={passage.text} class="g-passage">
                <MarkedText {...passage} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What it is also called, each name once whatever its capitals. */
function otherNames({ prefLabel, aliases }: Entry): readonly string[] {
  const seen = new Set([prefLabel.toLowerCase()]);
  return aliases
    .map(({ form }) => form)
    .filter((form) => {
      const folded = form.toLowerCase();
      return !seen.has(folded) && seen.add(folded);
    });
}

/** An entry in full: what the card says, what it is also called, what it rests on, and who mentions it. */
export const EntryPage = ({ id, library }: { id: ConceptId; library: Library }) => {
  const { labels } = library;
  const reading = library.read(id);
  if (!reading) {
    return (
      <>
        <Heading>{labels('glossaryNoEntry')}</Heading>
        <p>{labels('glossaryNoEntryAdvice', [id])}</p>
      </>
    );
  }
  const { entry } = reading;
  const names = otherNames(entry);
  return (
    <article class="g-entry">
      <Heading>{entry.prefLabel}</Heading>
      <EntryByline reading={reading} labels={labels} />
      {names.length > 0 && <p class="g-names">{labels('glossaryAlso', [listIn(labels, names)])}</p>}
      <EntryView reading={reading} labels={labels} follow={{ hrefOf: entryHref }} />
      <section class="g-section">
        <h3 class="g-section-title">{labels('glossaryBasis')}</h3>
        {entry.basis === 'general' ? (
          <p class="g-note">{labels('glossaryGeneral')}</p>
        ) : (
          <Citations cites={entry.basis} sources={reading.sources} labels={labels} />
        )}
      </section>
      <Backlinks id={id} library={library} />
      <p class="g-onwards">
        <a class="g-link" href={hrefOf({ view: 'map', focus: id })}>
          {labels('glossaryOnMap')}
        </a>
      </p>
    </article>
  );
};
