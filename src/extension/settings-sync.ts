import { mergeReplicas, type Replica, type Stamped } from '../core/settings/replica.ts';
import { readStored, writeStored } from '../core/settings/stored.ts';
import { followItem } from './follow-item.ts';
import type { StoredItems } from './stored-items.ts';

/** Whether the reader's choices reach their other machines, and if not, why. */
export type SyncState =
  | { readonly status: 'synced' }
  | { readonly status: 'local'; readonly reason: 'too-much' | 'refused' };

export type SettingsSync = {
  /** What the sync area holds; empty where it cannot be read. */
  readonly pull: () => Promise<Replica>;
  /** Makes the sync area hold the replica, if it can. Never throws: the local copy is the truth. */
  readonly push: (replica: Replica) => Promise<SyncState>;
  readonly state: () => Promise<SyncState>;
};

/**
 * Browsers take 8,192 bytes an item, 102,400 in all (key and JSON, in UTF-8), in `storage.sync`.
 * Kept a little below, since how they count differs.
 */
const itemBytes = 7_500;
const allBytes = 96_000;

const stateName = 'sync-state';
const stateKey = `local:${stateName}` as const;
const partName = /^settings\.\d+$/;

/**
 * Settings in the sync area. A replica past one item's size is split over several; each part is itself a replica, and the
 * whole is their merge, so parts of different ages, from an interrupted write or from two machines, are still right.
 */
export function createSettingsSync(items: StoredItems): SettingsSync {
  const parts = async (): Promise<readonly (readonly [string, unknown])[]> =>
    Object.entries(await items.snapshot('sync')).filter(([key]) => partName.test(key));

  const attempt = async (replica: Replica): Promise<SyncState> => {
    try {
      const held = new Map(await parts());
      // What another machine wrote since is kept: this browser hears of it at the next synchronisation.
      const heard = [...held.values()].map((part) => readStored(part).replica);
      const wanted = split(mergeReplicas(replica, ...heard));
      if (!wanted) return { status: 'local', reason: 'too-much' };
      const changed = [...wanted].filter(
        ([key, value]) => JSON.stringify(held.get(key)) !== JSON.stringify(value),
      );
      if (changed.length > 0)
        await items.setItems(changed.map(([key, value]) => ({ key: `sync:${key}`, value })));
      const surplus = [...held.keys()].filter((key) => !wanted.has(key));
      if (surplus.length > 0) await items.removeItems(surplus.map((key) => `sync:${key}` as const));
      return { status: 'synced' };
    } catch {
      return { status: 'local', reason: 'refused' };
    }
  };

  return {
    pull: async () => {
      try {
        const held = await parts();
        return mergeReplicas(...held.map(([, part]) => readStored(part).replica));
      } catch {
        return new Map();
      }
    },
    push: async (replica) => {
      const state = await attempt(replica);
      const before = await readState(items);
      if (JSON.stringify(before) !== JSON.stringify(state))
        await items.setItems([{ key: stateKey, value: state }]).catch(() => undefined);
      return state;
    },
    state: () => readState(items),
  };
}

const readState = async (items: StoredItems): Promise<SyncState> =>
  parseState(await items.getItem(stateKey).catch(() => undefined));

/** The state now; calls back after each change of it, until the signal aborts. */
export const followSyncState = async (
  callback: (state: SyncState) => void,
  signal: AbortSignal,
): Promise<SyncState> =>
  parseState(await followItem(stateName, (stored) => callback(parseState(stored)), signal));

function parseState(given: unknown): SyncState {
  const stored = given as
    | { readonly status?: unknown; readonly reason?: unknown }
    | null
    | undefined;
  if (stored?.status !== 'local') return { status: 'synced' };
  return { status: 'local', reason: stored.reason === 'too-much' ? 'too-much' : 'refused' };
}

/** The items that hold the replica, none too large; undefined where they are too large together. */
function split(replica: Replica): ReadonlyMap<string, unknown> | undefined {
  const entries = [...replica].sort(([a], [b]) => (a < b ? -1 : 1));
  const items = new Map<string, unknown>();
  let part: (readonly [string, Stamped])[] = [];
  let size = 0;
  let total = 0;
  const close = () => {
    items.set(`settings.${items.size}`, writeStored(new Map(part)));
    part = [];
    size = 0;
  };
  for (const entry of entries) {
    const bytes = bytesOf(entry);
    if (bytes > itemBytes) return undefined;
    if (size + bytes > itemBytes) close();
    part.push(entry);
    size += bytes;
    total += bytes;
  }
  close();
  return total > allBytes ? undefined : items;
}

function bytesOf([key, { value, at }]: readonly [string, Stamped]): number {
  return new TextEncoder().encode(JSON.stringify({ [key]: [value, at] })).length + 2;
}
