import browser from 'webextension-polyfill';
import type { ConceptId } from '../core/knowledge/entry.ts';
import { framesOf, readFrames, withFrames } from './frame-reports.ts';
import { sendToTab, type TabReport } from './messages.ts';

/** The tab that the reader looks at, as far as it may be known. */
export type ActiveTab = {
  readonly id: number;
  /** Absent where the browser does not say and no script of ours runs: the browser's own pages, stores, other extensions. */
  readonly url?: string;
  /** Of the page and its frames. */
  readonly report?: TabReport;
  /** The frames that hold what the page itself does not. */
  readonly frames: ReadonlyMap<ConceptId, number>;
};

/** The tab under the popup, with what its page says of itself. */
export async function readActiveTab(): Promise<ActiveTab | undefined> {
  const tab = await tabBehindPopup();
  if (tab?.id === undefined) return undefined;
  const page = await sendToTab<'get-report'>(tab.id, { type: 'get-report' });
  const url = page?.url ?? tab.url;
  const place = { id: tab.id, ...(url !== undefined && { url }) };
  if (!page) return { ...place, frames: new Map() };
  const frames = await readFrames(tab.id);
  const report = withFrames(page, frames.values());
  return { ...place, report, frames: framesOf(page, frames) };
}

/** Where the popup is itself a tab (phones, or opened as a page), the tab that was looked at before it. */
async function tabBehindPopup() {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const own = await browser.tabs.getCurrent();
  if (own?.id === undefined || active?.id !== own.id) return active;
  const others = await browser.tabs.query({ currentWindow: true });
  return others
    .filter(({ id }) => id !== own.id)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
