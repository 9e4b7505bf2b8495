import glossary from 'virtual:newsgloss/glossary';
import { render } from 'preact';
import { createSearch } from '../../src/core/knowledge/search.ts';
import { type ActiveTab, readActiveTab } from '../../src/extension/active-tab.ts';
import { readUpdatedFrom } from '../../src/extension/first-run.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { bundledLibrary, openLibrary } from '../../src/extension/library.ts';
import { sendToTab } from '../../src/extension/messages.ts';
import { leaveTo, openPage, takeAsked } from '../../src/extension/open-page.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { readNow } from '../../src/extension/read-now.ts';
import { openSettingsWindow } from '../../src/extension/settings-window.ts';
import { hasNewsSince } from '../../src/view/glossary/welcome/news.ts';
import { Popup } from './popup.tsx';

const labels = createLabels();
const lifetime = new AbortController();
const settings = openSettingsWindow({ onShown: () => draw(), signal: lifetime.signal });
const root = document.getElementById('popup');

let library = bundledLibrary(glossary);
let search = createSearch(library);
let tab: ActiveTab | undefined;
let asked = '';
let news = false;

/** How often the popup asks its tab what is on the page, in ms: pages go on reading while the popup is open. */
const askEvery = 300;

function draw(): void {
  if (!root) return;
  render(
    <Popup
      labels={labels}
      search={search}
      settings={settings.shown().settings}
      tab={tab}
      asked={asked}
      labelOf={library.labelOf}
      loadEntry={library.read}
      now={Date.now()}
      onChange={settings.change}
      onJump={async (concept) => {
        if (!tab) return;
        await sendToTab<'jump-to'>(tab.id, { type: 'jump-to', concept });
        await leaveTo(tab.id);
      }}
      news={news}
      onReadNow={async (id) => {
        if (await readNow(id)) await refreshTab();
      }}
      onOpen={(page, fragment) => void openPage(page, fragment)}
    />,
    root,
  );
}

async function refreshTab(): Promise<void> {
  tab = await readActiveTab();
  draw();
}

document.documentElement.lang = labels('cardLanguage');
draw();
void Promise.all([readActiveTab(), takeAsked(), settings.ready]).then(([active, query]) => {
  tab = active;
  asked = query;
  draw();
});
setInterval(() => void refreshTab(), askEvery);
// After the first paint: reading ten thousand entries takes longer than a reader waits for a popup.
requestAnimationFrame(() => setTimeout(() => void openOwnLibrary()));
prepareSearch();
void readUpdatedFrom().then((previous) => {
  news = previous !== undefined && hasNewsSince(previous);
  draw();
});
addEventListener('pagehide', () => lifetime.abort());

async function openOwnLibrary(): Promise<void> {
  const own = await openLibrary(createPackStore(), glossary);
  if (!own) return;
  library = own;
  search = createSearch(own);
  draw();
  prepareSearch();
}

/** Readies the search by meaning between the reader's keys. */
function prepareSearch(): void {
  requestIdleCallback(() => {
    if (search.prepareSome()) prepareSearch();
    // The engine compiles what it has run: better now than at the reader's first slip.
    else search('some wrods');
  });
}
