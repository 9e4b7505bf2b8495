import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { servePages } from '../harness/serve-pages.ts';
import { openExtensionPage } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';

const article = readFileSync(new URL('../../assets/sample-article.html', import.meta.url));

type Storage = { set: (items: object) => Promise<void>; get: (key: string) => Promise<object> };
type Api = { storage: { local: Storage } };

let launched: LaunchedBrowser | undefined;
afterEach(() => launched?.close());

describe.skipIf(!browserNames.includes('chromium'))('a page that was open before Newsgloss', () => {
  test('is read when its reader asks for it in the popup, and only once', async () => {
    const server = await servePages({ '/': article });
    launched = await launchBrowser('chromium');
    const { browser } = launched;
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    await browser.installExtension(extensionFolder('chromium'));
    await browser.waitForTarget((target) => target.url().endsWith('#/welcome'));
    await page.bringToFront();
    expect(await paintedMarks(page)).toEqual([]);

    const [extension] = (await browser.extensions()).values();
    if (!extension) throw new Error('no extension');
    // As a press on the toolbar button: what a script opens gives no right to the tab.
    await page.triggerExtensionAction(extension);
    const target = await browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
    const popup = await target.asPage();
    const press = () =>
      popup.evaluate(() => document.querySelector<HTMLElement>('.read-now')?.click());
    await eventually(
      () => popup.evaluate(() => document.querySelector('.read-now') !== null),
      (there) => there,
    );
    await Promise.all([press(), press()]);
    const marks = await marksWith(page, 'DeepSeek');
    expect(marks).toContain('R1');
    await new Promise((resume) => setTimeout(resume, 500));
    expect((await paintedMarks(page)).length).toBe(marks.length);
    await server.close();
  });
});

describe.each(browserNames)('after an update in %s', (name) => {
  test('the glossary page has one quiet line, until it is sent away', async () => {
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    const first = await openExtensionPage(launched, 'glossary.html');
    const notices = () => document.querySelectorAll('.w-notice').length;
    expect(await first.evaluate(notices)).toBe(0);
    await first.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      await (browser ?? chrome).storage.local.set({ updatedFrom: '0.0.1' });
    });
    await first.close();

    const second = await openExtensionPage(launched, 'glossary.html');
    await eventually(
      () => second.evaluate(notices),
      (count) => count === 1,
    );
    expect(await second.evaluate(notices)).toBe(1);
    await second.evaluate(() => document.querySelector<HTMLElement>('.w-notice button')?.click());
    await eventually(
      () => second.evaluate(notices),
      (count) => count === 0,
    );
    await second.close();

    const third = await openExtensionPage(launched, 'glossary.html');
    await new Promise((resume) => setTimeout(resume, 400));
    expect(await third.evaluate(notices)).toBe(0);
  });

  test('the popup has one more way, to what is new, until it was read', async () => {
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    const ways = () => document.querySelectorAll('.ways button').length;
    const first = await openExtensionPage(launched, 'popup.html');
    const before = await first.evaluate(ways);
    await first.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      await (browser ?? chrome).storage.local.set({ updatedFrom: '0.0.1' });
    });
    await first.close();
    const waysAfter = async (visit?: string) => {
      if (visit !== undefined) {
        const news = await openExtensionPage(launched as LaunchedBrowser, visit);
        await eventually(
          () => news.evaluate(() => document.querySelector('.w-news') !== null),
          (there) => there,
        );
        await new Promise((resume) => setTimeout(resume, 200));
        await news.close();
      }
      const popup = await openExtensionPage(launched as LaunchedBrowser, 'popup.html');
      await new Promise((resume) => setTimeout(resume, 400));
      const count = await popup.evaluate(ways);
      await popup.close();
      return count - before;
    };
    expect(await waysAfter()).toBe(1);
    expect(await waysAfter('glossary.html#%2Fnews')).toBe(0);
  });
});
