import glossary from 'virtual:newsgloss/glossary';
import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../src/core/knowledge/glossary.ts';
import { createSearch, type Search } from '../../src/core/knowledge/search.ts';
import { type ActiveTab, readActiveTab } from '../../src/extension/active-tab.ts';
import { readUpdatedFrom } from '../../src/extension/first-run.ts';
import { bundledLibrary, type Library, openLibrary } from '../../src/extension/library.ts';
import { sendToTab } from '../../src/extension/messages.ts';
import { leaveTo, openPage, takeAsked } from '../../src/extension/open-page.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { readNow } from '../../src/extension/read-now.ts';
import { hasNewsSince } from '../../src/view/glossary/welcome/news.ts';

/** What the popup shows besides settings. */
export type PopupContent = {
  readonly search: Search;
  /** False while search by meaning is being made ready. */
  readonly isReady: boolean;
  readonly labelOf: (concept: ConceptId) => string;
  readonly loadEntry: (concept: ConceptId) => Promise<EntryReading | undefined>;
  /** Undefined until the browser has said which tab is active. */
  readonly tab: ActiveTab | undefined;
  /** A query that the reader asked for elsewhere, as by the context menu. */
  readonly asked: string;
  /** True after an update whose news are unread. */
  readonly news: boolean;
};

export type PopupActions = {
  readonly jump: (concept: ConceptId) => Promise<void>;
  readonly readNow: (tab: number) => Promise<void>;
  readonly open: typeof openPage;
};

/** How often the popup asks its tab what is on the page, in ms: pages go on reading while the popup is open. */
const askEvery = 300;

/**
 * Glossary, search and the tab under the popup: a script of its own, for the popup shows itself before all of this is read.
 * Calls back whenever there is something new to show.
 */
export function startContent(onContent: (content: PopupContent) => void): PopupActions {
  let content: PopupContent = {
    ...withLibrary(bundledLibrary(glossary)),
    tab: undefined,
    asked: '',
    news: false,
  };
  const show = (change: Partial<PopupContent>) => {
    content = { ...content, ...change };
    onContent(content);
  };
  /** Makes the search by meaning ready between the reader's keys. */
  const prepare = (search: Search) =>
    requestIdleCallback(() => {
      if (search !== content.search) return;
      if (search.prepareSome()) return prepare(search);
      // The engine compiles what it has run: better now than at the reader's first slip.
      search.now('some wrods');
      show({ isReady: true });
    });
  const refreshTab = async () => show({ tab: await readActiveTab() });
  const openOwnLibrary = async () => {
    const own = await openLibrary(createPackStore(), glossary);
    if (!own) return;
    show(withLibrary(own));
    prepare(content.search);
  };

  show({});
  void Promise.all([readActiveTab(), takeAsked()]).then(([tab, asked]) => show({ tab, asked }));
  setInterval(() => void refreshTab(), askEvery);
  void openOwnLibrary();
  prepare(content.search);
  void readUpdatedFrom().then((previous) =>
    show({ news: previous !== undefined && hasNewsSince(previous) }),
  );
  return {
    async jump(concept) {
      if (!content.tab) return;
      const { id, frames } = content.tab;
      await sendToTab<'jump-to'>(id, { type: 'jump-to', concept }, frames.get(concept));
      await leaveTo(id);
    },
    async readNow(tab) {
      if (await readNow(tab)) await refreshTab();
    },
    open: openPage,
  };
}

function withLibrary(library: Library) {
  const search = createSearch(library);
  // One portion holds all of a small glossary.
  const isReady = !search.prepareSome();
  return { search, isReady, labelOf: library.labelOf, loadEntry: library.read };
}
