import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../src/core/knowledge/glossary.ts';
import type { Search } from '../../src/core/knowledge/search.ts';
import type { Labels } from '../../src/core/labels.ts';
import type { SettingsChange } from '../../src/core/settings/change.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { ActiveTab } from '../../src/extension/active-tab.ts';
import { EntryPage } from './entry-page.tsx';
import { ConceptOption, ResultOption } from './options.tsx';
import { PageState } from './page-state.tsx';
import { Switches } from './switches.tsx';

export type PopupProps = {
  readonly labels: Labels;
  readonly search: Search;
  readonly settings: Settings;
  readonly tab: ActiveTab | undefined;
  /** A query that the reader asked for elsewhere, as by the context menu. */
  readonly asked: string;
  readonly labelOf: (concept: ConceptId) => string;
  readonly readEntry: (concept: ConceptId) => EntryReading | undefined;
  readonly now: number;
  readonly onChange: (...changes: readonly SettingsChange[]) => void;
  readonly onJump: (concept: ConceptId) => void;
  readonly onOpen: (page: 'glossary' | 'options', fragment?: string) => void;
};

const listId = 'results';
const optionId = (index: number) => `result-${index}`;

/** Search first; with nothing typed, what is on this page; an entry's own page in place of the list. */
export function Popup(props: PopupProps) {
  const { labels, search, tab, asked } = props;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [path, setPath] = useState<readonly ConceptId[]>([]);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (asked) setQuery(asked);
  }, [asked]);

  const counts = tab?.report?.counts ?? [];
  const results = query.trim() === '' ? [] : search(query);
  const listed: readonly ConceptId[] =
    query.trim() === '' ? counts.map(({ concept }) => concept) : results.map(({ id }) => id);
  const active = Math.min(chosen, listed.length - 1);
  const onPage = new Map(counts.map(({ concept, count }) => [concept, count]));
  const reading = path.length > 0 ? props.readEntry(path.at(-1) ?? '') : undefined;

  const open = (concept: ConceptId | undefined) => {
    if (concept !== undefined) setPath([...path, concept]);
  };
  const back = () => {
    setPath(path.slice(0, -1));
    input.current?.focus();
  };
  const type = (text: string) => {
    setQuery(text);
    setChosen(0);
    setPath([]);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && (path.length > 0 || query !== '')) {
      event.preventDefault();
      if (path.length > 0) back();
      else type('');
      return;
    }
    if (event.target !== input.current || path.length > 0) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    };
    const step = steps[event.key];
    if (step !== undefined && listed.length > 0) {
      event.preventDefault();
      const wrapped = Math.abs(step - active) === 1 ? (step + listed.length) % listed.length : step;
      setChosen(Math.max(0, Math.min(listed.length - 1, wrapped)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const concept = listed[active];
      if (concept === undefined) return;
      if (event.shiftKey && onPage.has(concept)) props.onJump(concept);
      else open(concept);
    }
  };

  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard wherever the focus is
    <div class="popup" onKeyDown={onKeyDown}>
      <header class="search">
        <input
          ref={input}
          type="search"
          class="search-field"
          aria-label={labels('popupSearch')}
          placeholder={labels('popupSearch')}
          aria-controls={listId}
          aria-activedescendant={listed.length > 0 && !reading ? optionId(active) : undefined}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={query}
          onInput={(event) => type(event.currentTarget.value)}
          autofocus
        />
      </header>
      {reading ? (
        <EntryPage
          labels={labels}
          reading={reading}
          onPage={onPage.get(reading.entry.id) ?? 0}
          onBack={back}
          onJump={props.onJump}
          onFollow={open}
          onOpen={props.onOpen}
        />
      ) : (
        <section class="list">
          {query.trim() === '' && (
            <PageState labels={labels} settings={props.settings} tab={tab} now={props.now} />
          )}
          {query.trim() !== '' && (
            <p class="found" role="status">
              {results.length === 0
                ? labels('popupNothingFound')
                : labels('popupFound', [], results.length)}
            </p>
          )}
          <div class={`rows ${query.trim() === '' ? 'has-jumps' : 'is-results has-jumps'}`}>
            <div
              role="listbox"
              id={listId}
              aria-label={
                query.trim() === ''
                  ? labels('popupOnThisPage', [String(counts.length)])
                  : labels('popupResults')
              }
            >
              {query.trim() === ''
                ? counts.map(({ concept, count }, index) => (
                    <ConceptOption
                      key={concept}
                      id={optionId(index)}
                      selected={index === active}
                      label={props.labelOf(concept)}
                      detail={labels('popupTimes', [], count)}
                      onChoose={() => open(concept)}
                    />
                  ))
                : results.map((result, index) => (
                    <ResultOption
                      key={result.id}
                      id={optionId(index)}
                      selected={index === active}
                      result={result}
                      labels={labels}
                      onChoose={() => open(result.id)}
                    />
                  ))}
            </div>
            <div class="jumps">
              {listed.map((concept) =>
                onPage.has(concept) ? (
                  <button
                    key={concept}
                    type="button"
                    class="jump"
                    aria-label={labels('popupJump', [props.labelOf(concept)])}
                    title={labels('popupJump', [props.labelOf(concept)])}
                    onClick={() => props.onJump(concept)}
                  >
                    ↓
                  </button>
                ) : (
                  <span key={concept} />
                ),
              )}
            </div>
          </div>
        </section>
      )}
      <Switches
        labels={labels}
        settings={props.settings}
        url={tab?.url}
        now={props.now}
        onChange={props.onChange}
        onOpen={props.onOpen}
      />
    </div>
  );
}
