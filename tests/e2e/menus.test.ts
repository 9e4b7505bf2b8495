/** Context menus and commands, as the browser tells the background of them. Chromium's worker can be told from here; Firefox's cannot. */
import type { Page, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { optionsOf } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';

const article =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head><body style="margin:40px"><p>In January DeepSeek released R1, a large language model. OpenAI and Nvidia took note of the model.</p></body></html>';

describe.runIf(browserNames.includes('chromium'))('menus and commands in chromium', () => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let news: Page;
  let worker: WebWorker;

  const newsTab = 'chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.active))';
  const command = (name: string) =>
    worker.evaluate(`${newsTab}.then((tab) => chrome.commands.onCommand.dispatch('${name}', tab))`);
  const choose = (item: string, info: object) =>
    worker.evaluate(
      `${newsTab}.then((tab) => chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: item, editable: false, ...info })}, tab))`,
    );
  const pageThatOpens = async (path: string): Promise<Page> => {
    const target = await launched.browser.waitForTarget((one) => one.url().includes(path));
    return (await target.page()) ?? target.asPage();
  };

  beforeAll(async () => {
    server = await servePages({ '/news': article });
    launched = await launchBrowser('chromium', { extension: extensionFolder('chromium') });
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
    const found = await target.worker();
    if (!found) throw new Error('no service worker');
    worker = found;
    news = await launched.browser.newPage();
    await news.goto(`${server.origin}/news`);
    await marksWith(news, 'DeepSeek');
    await news.bringToFront();
  });

  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  it('the command turns this site off and on', async () => {
    await command('toggle-site');
    expect(
      await eventually(
        () => paintedMarks(news),
        (marks) => marks.length === 0,
      ),
    ).toEqual([]);
    await command('toggle-site');
    expect(await marksWith(news, 'DeepSeek')).toContain('Nvidia');
  });

  it('the menu turns this site off and on', async () => {
    const page = { pageUrl: `${server.origin}/news` };
    await choose('toggle-site', page);
    expect(
      await eventually(
        () => paintedMarks(news),
        (marks) => marks.length === 0,
      ),
    ).toEqual([]);
    await choose('toggle-site', page);
    expect(await marksWith(news, 'DeepSeek')).toContain('Nvidia');
  });

  it('a selection is looked up in the popup', async () => {
    await choose('look-up', {
      selectionText: ' jenson\n huang ',
      pageUrl: `${server.origin}/news`,
    });
    const popup = await pageThatOpens('/popup.html');
    const found = await eventually(
      () => optionsOf(popup),
      (list) => list[0]?.includes('Jensen') ?? false,
    );
    expect(found[0]).toContain('Jensen Huang');
    await popup.close();
  });

  it('a selection becomes the draft of an entry', async () => {
    await news.bringToFront();
    await choose('add-entry', {
      selectionText: 'A zorbulator & co',
      pageUrl: `${server.origin}/news`,
    });
    const options = await pageThatOpens('/options.html');
    const label = () =>
      options.evaluate(
        () => document.querySelector<HTMLInputElement>('.entry-form input')?.value ?? '',
      );
    expect(await eventually(label, (value) => value !== '')).toBe('A zorbulator & co');
    await options.close();
  });

  it('every command is there, and each suggested key was given', async () => {
    const keys = await worker.evaluate(
      'chrome.commands.getAll().then((all) => Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut])))',
    );
    expect(keys).toEqual({
      _execute_action: 'Alt+Shift+G',
      'focus-card': 'Alt+Shift+L',
      'toggle-site': '',
      'walk-next': 'Alt+Shift+J',
      'walk-previous': 'Alt+Shift+K',
    });
  });

  it('choices reach the sync area, and two windows that choose at the same time lose nothing', async () => {
    const open = async () => {
      const page = await launched.browser.newPage();
      await page.goto(`${launched.extensionOrigin}options.html`);
      await eventually(
        () => page.evaluate(() => document.body.textContent ?? ''),
        (text) => text.includes('Reset all choices'),
      );
      return page;
    };
    const [one, other] = [await open(), await open()];
    const press = (page: Page, value: string) =>
      page.evaluate(
        (wanted) => document.querySelector<HTMLElement>(`input[value=${wanted}]`)?.click(),
        value,
      );
    await Promise.all([
      press(one, 'solid'),
      press(other, 'every'),
      press(one, 'violet'),
      press(other, 'only'),
    ]);
    const stored = () =>
      worker.evaluate(
        'chrome.storage.sync.get().then((all) => Object.entries(all).filter(([key]) => key.startsWith("settings.")).flatMap(([, part]) => Object.entries(part.entries).map(([key, [value]]) => key + "=" + value)))',
      ) as Promise<string[]>;
    const wanted = [
      'marking.amount=every',
      'marking.colour=violet',
      'marking.style=solid',
      'sites.mode=only',
    ];
    const found = await eventually(stored, (all) => wanted.every((one) => all.includes(one)));
    expect(found).toEqual(expect.arrayContaining(wanted));
  });
});
