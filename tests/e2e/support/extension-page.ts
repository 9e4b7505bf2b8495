import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../harness/browsers.ts';
import { inFirefoxWindow } from '../../harness/firefox-window.ts';
import { eventually } from './marks.ts';

type WithBidi = {
  readonly connection?: { send: (method: string, params: unknown) => Promise<unknown> };
};

const errors = new WeakMap<Page, string[]>();

/** Errors of scripts and of the console so far, in a page that `openExtensionPage` opened. */
export const errorsOf = (page: Page): readonly string[] => errors.get(page) ?? [];

/**
 * One of the extension's own pages in a new tab. Firefox refuses `page.goto` to them; the protocol's own command, told not
 * to wait, gets there, and puppeteer goes on from it.
 *
 * @param path such as `popup.html`
 */
export async function openExtensionPage(launched: LaunchedBrowser, path: string): Promise<Page> {
  const page = await launched.browser.newPage();
  const heard: string[] = [];
  errors.set(page, heard);
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  const url = `${launched.extensionOrigin}${path}`;
  const { connection } = launched.browser as unknown as WithBidi;
  if (connection === undefined) {
    await page.goto(url);
    return page;
  }
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
  await eventually(
    () => page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => ''),
    (state) => state.startsWith(url.split('#')[0] ?? '') && state.endsWith('complete'),
  );
  return page;
}

/** The real toolbar popup, which only Chromium's protocol can reach. */
export async function openToolbarPopup({ browser }: LaunchedBrowser): Promise<Page> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const opened = browser.waitForTarget((target) => target.url().endsWith('/popup.html'));
  await (await worker.worker())?.evaluate('chrome.action.openPopup()');
  return (await opened).asPage();
}

/** Ends the background, as the browser does when it is idle; false where it was not running. */
export async function endBackground(launched: LaunchedBrowser): Promise<boolean> {
  if (launched.name === 'firefox')
    return inFirefoxWindow<boolean>(
      launched,
      `(async () => {
        if (extension.backgroundState !== 'running') return false;
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        return true;
      })()`,
    );
  const { browser } = launched;
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker().catch(() => null);
  await worker?.close().catch(() => undefined);
  return Boolean(worker);
}

/** Texts of all options of the popup's listbox. */
export const optionsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=option]')].map((option) =>
      (option.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ),
  );

/** Name and state of every switch. */
export const switchesOf = (
  page: Page,
): Promise<{ name: string; on: boolean; disabled: boolean }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('[role=switch]')].map((one) => ({
      name: one.labels?.[0]?.textContent?.trim() ?? '',
      on: one.checked,
      disabled: one.disabled,
    })),
  );

/** Turns the switch whose name contains the text. */
export async function turnSwitch(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => {
    const found = [...document.querySelectorAll<HTMLInputElement>('[role=switch]')].find((one) =>
      one.labels?.[0]?.textContent?.includes(text),
    );
    if (!found) throw new Error(`no switch named ${text}`);
    found.click();
  }, name);
}
