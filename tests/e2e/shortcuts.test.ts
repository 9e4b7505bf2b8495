/** All that a reader without a pointer does: by the shortcuts, pressed where a browser lets itself be given keys. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { cardCloses, openCard } from './support/card.ts';
import { openExtensionPage } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';
import { pressShortcut } from './support/shortcuts.ts';

const article = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head>
  <body style="font:18px/1.6 serif;margin:20px"><p>In January DeepSeek released R1, a large language model.
  OpenAI and Nvidia took note of the model and its inference costs.</p>${body}`;

describe.each(browserNames)('by shortcut in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let page: Page;

  beforeAll(async () => {
    server = await servePages({ '/news': article('<p><input id="field" value="typing"></p>') });
    server.add(
      '/framed',
      article(`<iframe id="frame" src="${server.origin}/news" width="600" height="300"></iframe>`),
    );
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    page = await launched.browser.newPage();
    await page.setViewport({ width: 900, height: 700 });
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(server.origin + path);
    await page.bringToFront();
    await page.mouse.move(2, 2);
    await marksWith(page, 'DeepSeek');
  };
  const press = (letter: string) => pressShortcut(launched, letter);
  const cardNamed = async (wanted: string) =>
    (
      await eventually(
        () => openCard(page),
        (card) => card?.name === wanted,
        4000,
      )
    )?.name;
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.matches('[popover]') ? 'card' : document.activeElement?.id,
    );

  it('walks the marks to and fro, into the card and back to where the reader wrote', async () => {
    await open('/news');
    await page.focus('#field');
    await press('J');
    expect(await cardNamed('DeepSeek')).toBe('DeepSeek');
    await press('J');
    expect(await cardNamed('DeepSeek-R1')).toBe('DeepSeek-R1');
    await press('K');
    expect(await cardNamed('DeepSeek')).toBe('DeepSeek');
    expect(await focused()).toBe('field');
    await press('L');
    expect(await eventually(focused, (where) => where === 'card')).toBe('card');
    await press('L');
    expect(await eventually(focused, (where) => where === 'field')).toBe('field');
    await page.keyboard.press('Escape');
    expect(await cardCloses(page)).toBe(true);
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('typing');
  });

  it('walks the marks of the frame that has the focus', async () => {
    await open('/framed');
    const frame = await (await page.waitForSelector('#frame'))?.contentFrame();
    if (!frame) throw new Error('no frame');
    await marksWith(frame as unknown as Page, 'DeepSeek');
    const hosts = async () => [
      (await page.$('[popover]')) !== null,
      (await frame.$('[popover]')) !== null,
    ];
    await press('J');
    expect(await eventually(hosts, ([inPage]) => inPage === true)).toEqual([true, false]);
    await page.keyboard.press('Escape');
    await (await frame.$('#field'))?.focus();
    await press('J');
    expect(await eventually(hosts, ([, inFrame]) => inFrame === true)).toEqual([false, true]);
    await press('L');
    const isInCard = () => frame.evaluate(() => document.activeElement?.matches('[popover]'));
    expect(await eventually(isInCard, (there) => there === true)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await eventually(hosts, (shown) => !shown.includes(true))).toEqual([false, false]);
  });

  // Only Firefox lets an extension set a key, which stands for the reader who sets it in the browser's settings.
  it.runIf(name === 'firefox')(
    'a key that the reader gave to a command turns the site off and on',
    async () => {
      const settings = await openExtensionPage(launched, 'options.html');
      await settings.evaluate(async () => {
        const { browser } = globalThis as unknown as {
          browser: { commands: { update: (detail: object) => Promise<void> } };
        };
        await browser.commands.update({ name: 'toggle-site', shortcut: 'Alt+Shift+Y' });
      });
      await settings.close();
      await open('/news');
      await press('Y');
      const marks = () => paintedMarks(page);
      expect(await eventually(marks, (all) => all.length === 0)).toEqual([]);
      await press('Y');
      expect(await marksWith(page, 'DeepSeek')).toContain('Nvidia');
    },
  );
});
