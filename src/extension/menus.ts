import browser from 'webextension-polyfill';
import type { Labels } from '../core/labels.ts';

export type MenuChoice =
  | { readonly kind: 'toggle-site'; readonly url: string }
  | { readonly kind: 'look-up'; readonly text: string }
  | { readonly kind: 'add-entry'; readonly text: string };

const webPages = ['http://*/*', 'https://*/*'];

/** Writes the context menus anew; browsers keep them between events, so once an install, update or start is enough. */
export async function installMenus(labels: Labels): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'toggle-site',
    title: labels('menuToggleSite'),
    contexts: ['page'],
    documentUrlPatterns: webPages,
  });
  browser.contextMenus.create({
    id: 'look-up',
    title: labels('menuLookUp', ['%s']),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: 'add-entry',
    title: labels('menuAddEntry', ['%s']),
    contexts: ['selection'],
  });
}

/** Hears what the reader chose in the context menus. Call it while the background starts, before anything is awaited. */
export function onMenuChoice(choose: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const url = tab?.url ?? info.pageUrl;
    if (info.menuItemId === 'toggle-site' && url) choose({ kind: 'toggle-site', url });
    const text = (info.selectionText ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
    if (info.menuItemId === 'look-up') choose({ kind: 'look-up', text });
    if (info.menuItemId === 'add-entry') choose({ kind: 'add-entry', text });
  });
}
