import { settingsFrom } from '../core/settings/replica.ts';
import type { Settings } from '../core/settings/settings.ts';
import { readCurrent } from '../core/settings/stored.ts';
import { followItem } from './follow-item.ts';
import { browser } from './page-browser.ts';

export type SettingsReader = {
  readonly get: () => Promise<Settings>;
  /** The settings now; calls back after each change from then on, from wherever it came, until the signal aborts. */
  readonly follow: (
    callback: (settings: Settings) => void,
    signal: AbortSignal,
  ) => Promise<Settings>;
};

/** Where settings-store.ts keeps `local:settings`. */
const key = 'settings';

const read = (stored: unknown): Settings => settingsFrom(readCurrent(stored)).settings;

/**
 * What a page's script needs of the settings' store: to read and to hear. It carries neither the sync nor the storage
 * library into every page, and it cannot write.
 */
export function createSettingsReader(): SettingsReader {
  return {
    get: async () => read((await browser.storage.local.get(key))[key]),
    follow: async (callback, signal) =>
      read(await followItem(key, (stored) => callback(read(stored)), signal)),
  };
}
