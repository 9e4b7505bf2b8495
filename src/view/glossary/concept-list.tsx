import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ConceptId, Entry, Kind } from '../../core/knowledge/entry.ts';
import { kinds } from '../../core/knowledge/vocabulary.ts';
import type { Labels } from '../../core/labels.ts';
import type { Library } from './library.ts';
import { entryHref } from './route.ts';

/** A kind with more concepts than this shows the first ones; the search finds the rest. */
const mostOfKind = 200;

const inOrder = new Intl.Collator();

const kindKeys: Readonly<Record<Kind, string>> = {
  person: 'glossaryPeople',
  company: 'glossaryCompanies',
  product: 'glossaryProducts',
  model: 'glossaryModels',
  technique: 'glossaryTechniques',
  notion: 'glossaryNotions',
  event: 'glossaryEvents',
  publication: 'glossaryPublications',
};

/** The name of a kind where many of it stand: "People", "Companies". */
export const kindsIn = (labels: Labels, kind: Kind): string => labels(kindKeys[kind]);

const Item = ({ entry, current }: { entry: Entry; current: ConceptId | undefined }) => (
  <li>
    <a
      class="g-item"
      href={entryHref(entry.id)}
      aria-current={entry.id === current ? 'page' : undefined}
    >
      <span dir="auto">{entry.prefLabel}</span>
    </a>
  </li>
);

/** All concepts by kind; while something is typed, what was found, best first. Arrows move through the list. */
export const ConceptList = ({
  library,
  current,
}: {
  library: Library;
  current?: ConceptId | undefined;
}) => {
  const { glossary, labels, search } = library;
  const [query, setQuery] = useState('');
  const root = useRef<HTMLElement>(null);
  const heading = useId();
  const byId = useMemo(() => new Map(glossary.entries.map((one) => [one.id, one])), [glossary]);
  const found = query.trim() === '' ? undefined : search(query);
  const results = found?.flatMap(({ id }) => byId.get(id) ?? []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && query !== '') setQuery('');
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      root.current?.querySelector<HTMLElement>('a.g-item')?.click();
    }
    if (step === 0 || !root.current) return;
    const stops = [...root.current.querySelectorAll<HTMLElement>('input, a.g-item')];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  };

  return (
    <nav class="g-list" ref={root} onKeyDown={onKeyDown} aria-label={labels('glossaryConcepts')}>
      <input
        class="g-search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={labels('glossarySearch')}
        aria-label={labels('glossarySearch')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p class="g-count" role="status">
        {results ? labels('glossaryFound', [], results.length) : ''}
      </p>
      {results ? (
        <ul class="g-items">
          {results.map((entry) => (
            <Item key={entry.id} entry={entry} current={current} />
          ))}
        </ul>
      ) : (
        kinds.map((kind) => {
          const own = glossary.entries.filter((entry) => entry.kind === kind);
          if (own.length === 0) return null;
          const shown = [...own]
            .sort((a, b) => inOrder.compare(a.prefLabel, b.prefLabel))
            .slice(0, mostOfKind);
          return (
            <section key={kind} class="g-kind" aria-labelledby={`${heading}-${kind}`}>
              <h2 class="g-kind-title" id={`${heading}-${kind}`}>
                {kindsIn(labels, kind)}
              </h2>
              <ul class="g-items">
                {shown.map((entry) => (
                  <Item key={entry.id} entry={entry} current={current} />
                ))}
              </ul>
              {own.length > shown.length && (
                <p class="g-more">{labels('glossaryMore', [], own.length - shown.length)}</p>
              )}
            </section>
          );
        })
      )}
    </nav>
  );
};
