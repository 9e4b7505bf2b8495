import browser from 'webextension-polyfill';
import { storage } from 'wxt/utils/storage';

/** Opens one of the extension's own pages in a tab, at a fragment such as `deepseek-r1`. */
export async function openPage(
  page: 'glossary' | 'options' | 'popup',
  fragment?: string,
): Promise<void> {
  const suffix = fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`${page}.html${suffix}`) });
}

const askedKey = 'session:asked';

/** Opens the popup with a query in its search; in a tab where the browser will not open popups unasked. */
export async function openSearch(query: string): Promise<void> {
  await storage.setItem(askedKey, query);
  try {
    await browser.action.openPopup();
  } catch {
    await openPage('popup');
  }
}

/** The query that openSearch left for the popup, once. */
export async function takeAsked(): Promise<string> {
  const asked = await storage.getItem<unknown>(askedKey);
  if (typeof asked !== 'string') return '';
  await storage.removeItem(askedKey);
  return asked;
}

/** Gives way to a tab: a popup closes, and where it is itself a tab, the other one comes to the front. */
export async function leaveTo(tab: number): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own === undefined) window.close();
  else await browser.tabs.update(tab, { active: true });
}
