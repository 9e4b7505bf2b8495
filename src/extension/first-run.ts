import browser from 'webextension-polyfill';
import { storage } from 'wxt/utils/storage';

/** The version that the reader had before the last update, as long as its news are unread. */
const updatedFromKey = 'local:updatedFrom';

/** Opens the welcome page when Newsgloss was installed; after an update only remembers that there may be news. */
export function startFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('glossary.html#/welcome') });
    if (reason === 'update' && previousVersion && previousVersion !== ownVersion())
      void storage.setItem(updatedFromKey, previousVersion);
  });
}

const ownVersion = () => browser.runtime.getManifest().version;

/** The version before the last update, or undefined where its news were read or sent away, or there was no update. */
export async function readUpdatedFrom(): Promise<string | undefined> {
  const previous = await storage.getItem<unknown>(updatedFromKey);
  return typeof previous === 'string' ? previous : undefined;
}

export const forgetUpdate = (): Promise<void> => storage.removeItem(updatedFromKey);
