import { storage } from 'wxt/utils/storage';

type Key = `local:${string}` | `sync:${string}`;

/** The part of WXT's storage that the stores use; tests give one of their own that fails on purpose. */
export type StoredItems = {
  readonly getItem: (key: Key) => Promise<unknown>;
  /** Writes all or nothing, as one call of the area's `set`; all keys must be of one area. */
  readonly setItems: (
    items: readonly { readonly key: Key; readonly value: unknown }[],
  ) => Promise<void>;
  readonly removeItems: (keys: readonly Key[]) => Promise<void>;
  readonly snapshot: (area: 'local' | 'sync') => Promise<Record<string, unknown>>;
  readonly watch: (key: Key, callback: (value: unknown) => void) => () => void;
};

export const browserItems: StoredItems = {
  getItem: (key) => storage.getItem(key),
  setItems: (items) => storage.setItems([...items]),
  removeItems: (keys) => storage.removeItems([...keys]),
  snapshot: (area) => storage.snapshot(area),
  watch: (key, callback) => storage.watch<unknown>(key, callback),
};
