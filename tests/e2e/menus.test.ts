/** Context menus and commands: Firefox's own menus, and what Chromium tells the background of its. */
import type { Page, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { inFirefoxPage } from '../harness/firefox-window.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';
import { chooseInMenu } from './support/menus.ts';

const article =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head><body style="margin:40px"><p>In January DeepSeek released R1, a large language model. OpenAI and Nvidia took note of the model.</p><p id="words"></p></body></html>';

describe.each(browserNames)('the context menu in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let news: Page;

  const isMarked = async () => (await paintedMarks(news)).length > 0;
  /** What an expression gives in the page of the extension at the path, once it opened. */
  const inPage = async (path: string, expression: string): Promise<string> => {
    if (name === 'firefox') return (await inFirefoxPage<string>(launched, path, expression)) ?? '';
    const target = await launched.browser.waitForTarget((one) => one.url().includes(path));
    const page = (await target.page()) ?? (await target.asPage());
    return ((await page.evaluate(expression).catch(() => undefined)) ?? '') as string;
  };
  /** Selects words on the page, as a reader does before the menu is opened over them. */
  const select = (words: string) =>
    news.evaluate((text) => {
      const place = document.getElementById('words');
      if (!place) throw new Error('no place');
      place.textContent = text;
      getSelection()?.selectAllChildren(place);
    }, words);

  beforeAll(async () => {
    server = await servePages({ '/news': article });
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    news = await launched.browser.newPage();
    await news.goto(`${server.origin}/news`);
    await marksWith(news, 'DeepSeek');
    await news.bringToFront();
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  it('turns this site off and on', async () => {
    for (const isOn of [false, true]) {
      await chooseInMenu(launched, news, { item: 'toggle-site', over: 'p' });
      expect(await eventually(isMarked, (marked) => marked === isOn)).toBe(isOn);
    }
  });

  it('looks a selection up in the toolbar popup', async () => {
    await select('jenson huang');
    await chooseInMenu(launched, news, { item: 'look-up', over: '#words' });
    const first = () =>
      inPage('popup.html', 'document.querySelector("[role=option]")?.textContent ?? ""');
    expect(await eventually(first, (label) => label.includes('Jensen'))).toContain('Jensen Huang');
    const query = await inPage('popup.html', 'document.querySelector("input").value');
    expect(query).toBe('jenson huang');
  });

  it('makes a selection the draft of an entry', async () => {
    await news.bringToFront();
    await select('A zorbulator & co');
    await chooseInMenu(launched, news, { item: 'add-entry', over: '#words' });
    const label = () => inPage('options.html', 'document.querySelector(".entry-form input").value');
    expect(await eventually(label, (value) => Boolean(value))).toBe('A zorbulator & co');
  });
});

describe.runIf(browserNames.includes('chromium'))('commands in chromium', () => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let news: Page;
  let worker: WebWorker;

  const newsTab = 'chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.active))';
  const command = (name: string) =>
    worker.evaluate(`${newsTab}.then((tab) => chrome.commands.onCommand.dispatch('${name}', tab))`);
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
