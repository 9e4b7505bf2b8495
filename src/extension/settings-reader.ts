import { settingsFrom } from '../core/settings/replica.ts';
import type { Settings } from '../core/settings/settings.ts';
import { readStored } from '../core/settings/stored.ts';
import { browser } from './page-browser.ts';

export type SettingsReader = {
  readonly get: () => Promise<Settings>;
  /** Calls back after each change, from wherever it came, until the signal aborts. */
  readonly watch: (callback: (settings: Settings) => void, signal: AbortSignal) => void;
};

/** Where settings-store.ts keeps `local:settings`. */
const key = 'settings';

const read = (stored: unknown): Settings => settingsFrom(readStored(stored).replica).settings;

/**
 * What a page's script needs of the settings' store: to read and to hear. It carries neither the sync nor the storage
 * library into every page, and it cannot write.
 */
export function createSettingsReader(): SettingsReader {
  return {
    get: async () => read((await browser.storage.local.get(key))[key]),
    watch(callback, signal) {
      type Listener = Parameters<typeof browser.storage.onChanged.addListener>[0];
      const listener: Listener = (changes, area) => {
        const change = changes[key];
        if (area === 'local' && change !== undefined) callback(read(change.newValue));
      };
      browser.storage.onChanged.addListener(listener);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), {
        once: true,
      });
    },
  };
}
