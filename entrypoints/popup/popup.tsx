import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../src/core/knowledge/glossary.ts';
import type { Search } from '../../src/core/knowledge/search.ts';
import type { Labels } from '../../src/core/labels.ts';
import type { SettingsChange } from '../../src/core/settings/change.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { ActiveTab } from '../../src/extension/active-tab.ts';
import { EntryPage } from './entry-page.tsx';
import { ConceptList, listId, optionId, ResultList } from './lists.tsx';
import { PageState } from './page-state.tsx';
import { Switches } from './switches.tsx';

export type PopupProps = {
  readonly labels: Labels;
  /** Undefined until the glossary is read. */
  readonly search: Search | undefined;
  /** False while search by meaning is being made ready: until then a query may find more than is shown. */
  readonly isReady: boolean;
  readonly settings: Settings;
  /** Undefined until the browser has said which tab is active. */
  readonly tab: ActiveTab | undefined;
  readonly onReadNow: (tab: number) => void;
  /** True after an update whose news are unread. */
  readonly news: boolean;
  /** A query that the reader asked for elsewhere, as by the context menu. */
  readonly asked: string;
  readonly labelOf: (concept: ConceptId) => string;
  readonly loadEntry: (concept: ConceptId) => Promise<EntryReading | undefined>;
  readonly now: number;
  readonly onChange: (...changes: readonly SettingsChange[]) => void;
  readonly onJump: (concept: ConceptId) => void;
  readonly onOpen: (page: 'glossary' | 'options', fragment?: string) => void;
};

/** How far each key moves in the list. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 7,
  PageUp: -7,
};

/** Search first; with nothing typed, what is on this page; an entry's own page in place of the list. */
export function Popup(props: PopupProps) {
  const { labels, tab, asked, search, isReady } = props;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [path, setPath] = useState<readonly EntryReading[]>([]);
  const input = useRef<HTMLInputElement>(null);

  // Firefox moves the popup's document into its panel when it has loaded, and loses the focus on the way, now and then.
  useEffect(() => {
    const takeFocus = () => {
      if (document.activeElement === document.body) input.current?.focus();
    };
    const events = ['focus', 'resize', 'keydown'] as const;
    for (const type of events) addEventListener(type, takeFocus);
    return () => {
      for (const type of events) removeEventListener(type, takeFocus);
    };
  }, []);
  useEffect(() => {
    if (asked) setQuery(asked);
  }, [asked]);

  const searching = query.trim() !== '';
  const counts = tab?.report?.counts ?? [];
  const results = useMemo(() => search?.now(query) ?? [], [search, isReady, query]);
  const listed = searching ? results.map(({ id }) => id) : counts.map(({ concept }) => concept);
  const active = Math.min(chosen, listed.length - 1);
  const onPage = new Map(counts.map(({ concept, count }) => [concept, count]));
  const reading = path.at(-1);

  const open = async (concept: ConceptId) => {
    const entry = await props.loadEntry(concept);
    if (entry) setPath((before) => [...before, entry]);
  };
  const back = () => {
    setPath((before) => before.slice(0, -1));
    input.current?.focus();
  };
  const type = (text: string) => {
    setQuery(text);
    setChosen(0);
    setPath([]);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && (reading || query !== '')) {
      event.preventDefault();
      if (reading) back();
      else type('');
      return;
    }
    if (event.target !== input.current || reading) return;
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    if (listed.length === 0) return;
    event.preventDefault();
    if (step !== undefined) setChosen(moved(active, step, listed.length));
    const concept = listed[active];
    if (event.key === 'Enter' && concept !== undefined) {
      if (event.shiftKey && onPage.has(concept)) props.onJump(concept);
      else void open(concept);
    }
  };

  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const listProps = { labels, active, onPage, labelOf: props.labelOf, onJump: props.onJump };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard wherever the focus is
    <div class="popup" onKeyDown={onKeyDown}>
      <header class="search">
        <h1 class="unseen">{labels('extensionName')}</h1>
        <input
          ref={input}
          type="search"
          class="field search-field"
          aria-label={labels('popupSearch')}
          placeholder={labels('popupSearch')}
          aria-controls={reading ? undefined : listId}
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
          key={reading.entry.id}
          labels={labels}
          reading={reading}
          onPage={onPage.get(reading.entry.id) ?? 0}
          onBack={back}
          onJump={props.onJump}
          onFollow={(concept) => void open(concept)}
          onOpen={props.onOpen}
        />
      ) : (
        <section class="list" aria-busy={!isReady}>
          {searching ? (
            <ResultList
              {...listProps}
              results={results}
              isWhole={isReady}
              onChoose={(id) => void open(id)}
            />
          ) : (
            <>
              <PageState
                labels={labels}
                settings={props.settings}
                tab={tab}
                now={props.now}
                onReadNow={props.onReadNow}
              />
              <ConceptList {...listProps} counts={counts} onChoose={(id) => void open(id)} />
            </>
          )}
        </section>
      )}
      <Switches
        labels={labels}
        news={props.news}
        settings={props.settings}
        url={tab?.url}
        now={props.now}
        onChange={props.onChange}
        onOpen={props.onOpen}
      />
    </div>
  );
}

/** Single steps go round the ends; leaps stop there. */
function moved(from: number, step: number, length: number): number {
  if (Math.abs(step) === 1) return (from + step + length) % length;
  return Math.max(0, Math.min(length - 1, from + step));
}
