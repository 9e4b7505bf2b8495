import glossary from 'virtual:newsgloss/glossary';
import { render } from 'preact';
import { emptyShelf, type Shelf } from '../../src/core/packs/shelf.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { bundledLibrary, openLibrary } from '../../src/extension/library.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { askBackground } from '../../src/extension/page-messages.ts';
import { followSyncState, type SyncState } from '../../src/extension/settings-sync.ts';
import { openSettingsWindow } from '../../src/extension/settings-window.ts';
import { createTurnedBooks } from '../../src/extension/turned-books.ts';
import { OptionsPage } from './options-page.tsx';

const labels = createLabels();
const packs = createPackStore();
const lifetime = new AbortController();
const root = document.getElementById('options');
const settings = openSettingsWindow({ onShown: () => draw(), signal: lifetime.signal });

let sync: SyncState = { status: 'synced' };
const turned = createTurnedBooks(packs, () => draw());
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
      shelf={turned.shown(shelf)}
      packs={packs}
      asked={askedEntry()}
      roomLacks={roomLacks}
      bundledCount={glossary.entries.length}
      labelOf={library.labelOf}
      onChange={settings.change}
      onTurn={async (id, on) => {
        accept(await turned.turn(id, on));
        await onShelf();
      }}
      onShelf={onShelf}
    />,
    root,
  );
}

/** Words that the context menu sent here to become an entry. */
function askedEntry(): string {
  const asked = decodeURIComponent(location.hash.slice(1));
  return asked.startsWith('add=') ? asked.slice(4) : '';
}

/** Of two answers the later one may come first. */
function accept(found: Shelf): void {
  if (found.generation >= shelf.generation) shelf = found;
  draw();
}

async function refreshShelf(): Promise<void> {
  accept(await packs.shelf());
  library = (await openLibrary(packs, glossary)) ?? bundledLibrary(glossary);
  draw();
}

async function onShelf(): Promise<void> {
  await refreshShelf();
  const answer = await askBackground<'shelf-changed'>({ type: 'shelf-changed' });
  roomLacks = answer === 'no-room';
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
