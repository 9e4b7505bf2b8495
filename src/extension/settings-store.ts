import { applyChange, type SettingsChange } from '../core/settings/change.ts';
import type { SettingsReading } from '../core/settings/parse-settings.ts';
import {
  mergeReplicas,
  type Replica,
  settingsFrom,
  withChanges,
  withoutOldRemovals,
} from '../core/settings/replica.ts';
import type { Settings } from '../core/settings/settings.ts';
import { readStored, writeStored } from '../core/settings/stored.ts';
import { createSettingsSync, type SyncState } from './settings-sync.ts';
import { browserItems, type StoredItems } from './stored-items.ts';

export type SettingsStore = {
  /** The reader's settings, with a note of every stored value that could not be used. */
  readonly get: () => Promise<SettingsReading>;
  /** Calls back after each change, from wherever it came, until the signal aborts. */
  readonly watch: (callback: (settings: Settings) => void, signal: AbortSignal) => void;
  /** Extension pages and the background only: a page's script sends the change to the background instead. */
  readonly change: (...changes: readonly SettingsChange[]) => Promise<Settings>;
  readonly update: (step: (settings: Settings) => Settings) => Promise<Settings>;
  /** Brings in what other machines changed, and sends them what they lack. */
  readonly synchronise: () => Promise<SyncState>;
  readonly syncState: () => Promise<SyncState>;
};

type Surroundings = {
  readonly items: StoredItems;
  readonly now: () => number;
  /** Runs one writer at a time, in all of the extension's windows. */
  readonly exclusively: <Value>(task: () => Promise<Value>) => Promise<Value>;
};

const browserSurroundings: Surroundings = {
  items: browserItems,
  now: () => Date.now(),
  exclusively: async (task) => navigator.locks.request('newsgloss-settings', task),
};

/** Where settings live: `local:settings` is the truth for this browser, the sync area carries it to others. */
export function createSettingsStore(
  surroundings: Surroundings = browserSurroundings,
): SettingsStore {
  const { items, now, exclusively } = surroundings;
  const sync = createSettingsSync(items);

  const readLocal = async () => readStored(await items.getItem('local:settings'));

  const writeLocal = (replica: Replica) =>
    items.setItems([
      { key: 'local:settings', value: writeStored(withoutOldRemovals(replica, now())) },
    ]);

  const get = async (): Promise<SettingsReading> => {
    const { replica, issues } = await readLocal();
    const reading = settingsFrom(replica);
    return { settings: reading.settings, issues: [...issues, ...reading.issues] };
  };

  const update: SettingsStore['update'] = (step) =>
    exclusively(async () => {
      const { replica } = await readLocal();
      const before = settingsFrom(replica).settings;
      const after = step(before);
      const changed = withChanges(replica, { before, after, now: now() });
      // Local first: were the worker to end here, the next synchronise sends what is missing.
      await writeLocal(changed);
      await sync.push(changed);
      return after;
    });

  return {
    get,
    update,
    change: (...changes) => update((settings) => changes.reduce(applyChange, settings)),
    watch: (callback, signal) => {
      if (signal.aborted) return;
      const unwatch = items.watch('local:settings', (stored) =>
        callback(settingsFrom(readStored(stored).replica).settings),
      );
      signal.addEventListener('abort', unwatch, { once: true });
    },
    synchronise: () =>
      exclusively(async () => {
        const { replica } = await readLocal();
        const merged = mergeReplicas(replica, await sync.pull());
        if (!sameReplica(merged, replica)) await writeLocal(merged);
        return sync.push(merged);
      }),
    syncState: () => sync.state(),
  };
}

function sameReplica(a: Replica, b: Replica): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, entry]) => {
      const other = b.get(key);
      return other?.at === entry.at && JSON.stringify(other.value) === JSON.stringify(entry.value);
    })
  );
}
