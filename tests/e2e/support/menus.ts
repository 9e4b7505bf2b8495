import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../harness/browsers.ts';
import { inFirefoxWindow } from '../../harness/firefox-window.ts';

export type MenuItem = 'toggle-site' | 'look-up' | 'add-entry';

/** Waits for the context menu of the page, opens the submenu that holds the item, and chooses it. */
const chooseInWindow = (item: MenuItem) => `(async () => {
  const until = async (isSo) => {
    for (let times = 0; times < 100 && !isSo(); times++) await new Promise((done) => setTimeout(done, 30));
    if (!isSo()) throw new Error('the menu does not open');
  };
  const menu = document.getElementById('contentAreaContextMenu');
  await until(() => menu.state === 'open' && menu.querySelector('[id$="-menuitem-_${item}"]'));
  const chosen = menu.querySelector('[id$="-menuitem-_${item}"]');
  const around = chosen.closest('menu');
  if (around) {
    around.openMenu(true);
    await until(() => around.menupopup.state === 'open');
  }
  const label = chosen.getAttribute('label');
  chosen.parentNode.activateItem(chosen);
  return label;
})()`;

/**
 * Chooses an item of the page's context menu, over the element with the selector. In Firefox by a right click and the menu
 * itself. Chromium's menus are the operating system's, out of reach here: the browser's event is raised in the extension's
 * worker, with what it would say.
 */
export async function chooseInMenu(
  launched: LaunchedBrowser,
  page: Page,
  { item, over }: { readonly item: MenuItem; readonly over: string },
): Promise<void> {
  if (launched.name === 'firefox') {
    const box = await (await page.$(over))?.boundingBox();
    if (!box) throw new Error(`nothing at ${over}`);
    await page.mouse.click(box.x + 12, box.y + box.height / 2, { button: 'right' });
    await inFirefoxWindow(launched, chooseInWindow(item));
    return;
  }
  const selectionText = await page.evaluate(() => String(getSelection()));
  const info = { menuItemId: item, editable: false, pageUrl: page.url(), selectionText };
  const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await target.worker())?.evaluate(
    `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.active)).then((tab) =>
      chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, tab))`,
  );
}
