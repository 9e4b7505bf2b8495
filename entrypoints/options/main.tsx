import glossary from 'virtual:newsgloss/glossary';
import { render } from 'preact';
import { emptyShelf } from '../../src/core/packs/shelf.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { bundledLibrary, openLibrary } from '../../src/extension/library.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { askBackground } from '../../src/extension/page-messages.ts';
import { followSyncState, type SyncState } from '../../src/extension/settings-sync.ts';
import { openSettingsWindow } from '../../src/extension/settings-window.ts';
import { OptionsPage } from './options-page.tsx';

const labels = createLabels();
const packs = createPackStore();
const lifetime = new AbortController();
const root = document.getElementById('options');
const settings = openSettingsWindow({ onShown: () => draw(), signal: lifetime.signal });

let sync: SyncState = { status: 'synced' };
let shelf = emptyShelf;
let library = bundledLibrary(glossary);
let roomLacks = false;

function draw(): void {
  if (!root) return;
  render(
    <OptionsPage
      labels={labels}
      {...settings.shown()}
      sync={sync}
      shelf={shelf}
      packs={packs}
      asked={askedEntry()}
      roomLacks={roomLacks}
      bundledCount={glossary.entries.length}
      labelOf={library.labelOf}
      onChange={settings.change}
      onShelf={async () => {
        await refreshShelf();
        const answer = await askBackground<'shelf-changed'>({ type: 'shelf-changed' });
        roomLacks = answer === 'no-room';
        draw();
      }}
    />,
    root,
  );
}

/** Words that the context menu sent here to become an entry. */
function askedEntry(): string {
  const asked = decodeURIComponent(location.hash.slice(1));
  return asked.startsWith('add=') ? asked.slice(4) : '';
}

async function refreshShelf(): Promise<void> {
  shelf = await packs.shelf();
  draw();
  library = (await openLibrary(packs, glossary)) ?? bundledLibrary(glossary);
  draw();
}

document.documentElement.lang = labels('cardLanguage');
document.title = labels('optionsTitle');
const showSync = (state: SyncState) => {
  sync = state;
  draw();
};
void followSyncState(showSync, lifetime.signal).then(showSync);
addEventListener('hashchange', draw);
addEventListener('pagehide', () => lifetime.abort());
await Promise.all([settings.ready, refreshShelf()]);
if (askedEntry() !== '') document.getElementById('own')?.scrollIntoView();
