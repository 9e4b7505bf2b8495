import { storage } from 'wxt/utils/storage';
import { browser } from './page-browser.ts';

type Key = `local:${string}` | `sync:${string}`;

/** The part of the browser's storage that the stores use; tests give one of their own that fails on purpose. */
export type StoredItems = {
  readonly getItem: (key: Key) => Promise<unknown>;
  /** Writes all or nothing, as one call of the area's `set`; all keys must be of one area. */
  readonly setItems: (
    items: readonly { readonly key: Key; readonly value: unknown }[],
  ) => Promise<void>;
  readonly removeItems: (keys: readonly Key[]) => Promise<void>;
  readonly snapshot: (area: 'local' | 'sync') => Promise<Record<string, unknown>>;
  readonly keys: (area: 'local' | 'sync') => Promise<readonly string[]>;
};

/** Not yet in the types; Chromium has it since 130, Firefox since 143. */
type WithKeys = { readonly getKeys?: () => Promise<string[]> };

export const browserItems: StoredItems = {
  getItem: (key) => storage.getItem(key),
  setItems: (items) => storage.setItems([...items]),
  removeItems: (keys) => storage.removeItems([...keys]),
  snapshot: (area) => storage.snapshot(area),
  keys: async (area) => {
    const stored: WithKeys = browser.storage[area];
    return (await stored.getKeys?.()) ?? Object.keys(await browser.storage[area].get());
  },
};
