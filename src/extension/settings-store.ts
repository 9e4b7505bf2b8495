import { applyChange, type SettingsChange } from '../core/settings/change.ts';
import type { SettingsReading } from '../core/settings/parse-settings.ts';
import {
  emptyReplica,
  mergeReplicas,
  type Replica,
  settingsFrom,
  withChanges,
  withoutOldRemovals,
} from '../core/settings/replica.ts';
import type { Settings } from '../core/settings/settings.ts';
import { isCurrent, readStored, writeStored } from '../core/settings/stored.ts';
import { readWaiting } from './read-waiting.ts';
import { createSettingsSync, type SyncState } from './settings-sync.ts';
import { browserItems, type StoredItems } from './stored-items.ts';
import { isWaitingKey } from './waiting-changes.ts';

export type SettingsStore = {
  /** The reader's settings, with a note of every stored value that could not be used. */
  readonly get: () => Promise<SettingsReading>;
  readonly change: (...changes: readonly SettingsChange[]) => Promise<Settings>;
  /** Puts other settings in the place of all, once for each id: a second time it does nothing. */
  readonly replaceOnce: (id: string, settings: unknown) => Promise<void>;
  /** Applies the changes that windows left, each once. */
  readonly takeIn: () => Promise<void>;
  /** Brings in what other machines changed, and sends them what they lack. */
  readonly synchronise: () => Promise<SyncState>;
  readonly syncState: () => Promise<SyncState>;
};

type Surroundings = {
  readonly items: StoredItems;
  readonly now: () => number;
  /** Runs one writer at a time. */
  readonly exclusively: <Value>(task: () => Promise<Value>) => Promise<Value>;
};

const browserSurroundings: Surroundings = {
  items: browserItems,
  now: () => Date.now(),
  exclusively: async (task) => navigator.locks.request('newsgloss-settings', task),
};

/** Which restoring's settings are in place. */
const restoredKey = 'local:restored';

/**
 * Where settings live: `local:settings` is the truth for this browser, the sync area carries it to others. For the
 * background alone, whose one hand writes: windows leave their changes (settings-window.ts), pages send theirs, and each
 * reads for itself.
 */
export function createSettingsStore(
  surroundings: Surroundings = browserSurroundings,
): SettingsStore {
  const { items, now, exclusively } = surroundings;
  const sync = createSettingsSync(items);

  const readLocal = async () => {
    const stored = await items.getItem('local:settings');
    return { ...readStored(stored), isCurrent: isCurrent(stored ?? writeStored(emptyReplica)) };
  };

  const itemOf = (replica: Replica) => ({
    key: 'local:settings' as const,
    value: writeStored(withoutOldRemovals(replica, now())),
  });

  const get = async (): Promise<SettingsReading> => {
    const { replica, issues } = await readLocal();
    const reading = settingsFrom(replica);
    return { settings: reading.settings, issues: [...issues, ...reading.issues] };
  };

  return {
    get,
    change: (...changes) =>
      exclusively(async () => {
        const { replica } = await readLocal();
        const { changed, after } = withApplied(replica, changes, now());
        // Local first: were the worker to end here, the next synchronise sends what is missing.
        await items.setItems([itemOf(changed)]);
        await sync.push(changed);
        return after;
      }),
    replaceOnce: (id, settings) =>
      exclusively(async () => {
        if ((await items.getItem(restoredKey)) === id) return;
        const { replica } = await readLocal();
        const { changed } = withApplied(replica, [{ kind: 'replace', settings }], now());
        await items.setItems([itemOf(changed), { key: restoredKey, value: id }]);
        await sync.push(changed);
      }),
    takeIn: () =>
      exclusively(async () => {
        const keys = (await items.keys('local')).filter(isWaitingKey).sort();
        if (keys.length === 0) return;
        const waiting = keys.map((key) => `local:${key}` as const);
        const left = await Promise.all(waiting.map((key) => items.getItem(key)));
        const { replica } = await readLocal();
        const { changed } = withApplied(replica, left.flatMap(readWaiting), now());
        // In one call with the settings: were the worker to end here, what is taken in is not taken in again.
        await items.setItems([itemOf(changed), ...waiting.map((key) => ({ key, value: null }))]);
        await items.removeItems(waiting);
        await sync.push(changed);
      }),
    synchronise: () =>
      exclusively(async () => {
        const local = await readLocal();
        const merged = mergeReplicas(local.replica, await sync.pull());
        if (!local.isCurrent || !sameReplica(merged, local.replica))
          await items.setItems([itemOf(merged)]);
        return sync.push(merged);
      }),
    syncState: () => sync.state(),
  };
}

function withApplied(
  replica: Replica,
  changes: readonly SettingsChange[],
  now: number,
): { readonly changed: Replica; readonly after: Settings } {
  const before = settingsFrom(replica).settings;
  const after = changes.reduce(applyChange, before);
  return { changed: withChanges(replica, { before, after, now }), after };
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
