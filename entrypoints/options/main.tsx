import glossary from 'virtual:newsgloss/glossary';
import { render } from 'preact';
import { emptyShelf } from '../../src/core/packs/shelf.ts';
import type { SettingsReading } from '../../src/core/settings/parse-settings.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { bundledLibrary, openLibrary } from '../../src/extension/library.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { sendToBackground } from '../../src/extension/page-messages.ts';
import { createSettingsStore } from '../../src/extension/settings-store.ts';
import type { SyncState } from '../../src/extension/settings-sync.ts';
import { OptionsPage } from './options-page.tsx';

const labels = createLabels();
const store = createSettingsStore();
const packs = createPackStore();
const lifetime = new AbortController();
const root = document.getElementById('options');

let reading: SettingsReading = { settings: defaultSettings, issues: [] };
let sync: SyncState = { status: 'synced' };
let shelf = emptyShelf;
let library = bundledLibrary(glossary);
let roomLacks = false;

function draw(): void {
  if (!root) return;
  render(
    <OptionsPage
      labels={labels}
      settings={reading.settings}
      issues={reading.issues}
      sync={sync}
      shelf={shelf}
      packs={packs}
      asked={askedEntry()}
      roomLacks={roomLacks}
      bundledCount={glossary.entries.length}
      labelOf={library.labelOf}
      onChange={(...changes) => void store.change(...changes).then(refresh)}
      onReplace={async (settings) => {
        await store.update(() => settings);
        await refresh();
      }}
      onShelf={async () => {
        await refreshShelf();
        roomLacks =
          (await sendToBackground<'shelf-changed'>({ type: 'shelf-changed' })) === 'no-room';
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

async function refresh(): Promise<void> {
  [reading, sync] = await Promise.all([store.get(), store.syncState()]);
  draw();
}

async function refreshShelf(): Promise<void> {
  shelf = await packs.shelf();
  draw();
  library = (await openLibrary(packs, glossary)) ?? bundledLibrary(glossary);
  draw();
}

document.documentElement.lang = labels('cardLanguage');
document.title = labels('optionsTitle');
store.watch(() => void refresh(), lifetime.signal);
addEventListener('hashchange', draw);
addEventListener('pagehide', () => lifetime.abort());
await Promise.all([refresh(), refreshShelf()]);
if (askedEntry() !== '') document.getElementById('own')?.scrollIntoView();
