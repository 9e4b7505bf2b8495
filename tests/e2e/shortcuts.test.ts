/** All that a reader without a pointer does: by the shortcuts, pressed in the browser's own window. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser } from '../harness/browsers.ts';
import { chromiumWindowArgs } from '../harness/chromium-window.ts';
import { inFirefoxPage } from '../harness/firefox-window.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { cardCloses, openCard } from './support/card.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { giveShortcut, pressShortcut } from './support/shortcuts.ts';
import { useExtension } from './support/use-extension.ts';

const pages = (origin: string) => ({
  '/news': newsPage(`${news}<p><input id="field" value="typing"></p>`),
  '/framed': newsPage(
    `${news}<iframe id="frame" src="${origin}/news" width="600" height="300"></iframe>`,
  ),
});

const inChromiumPopup = async ({ browser }: LaunchedBrowser, expression: string) => {
  const popup = browser.targets().find((one) => one.url().endsWith('/popup.html'));
  return (await popup?.asPage())?.evaluate(expression);
};

describe.each(browserNames)('by shortcut in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let page: Page;

  useExtension(
    name,
    {
      pages,
      viewport: { width: 900, height: 700 },
      args: name === 'chromium' ? chromiumWindowArgs : [],
    },
    (started) => {
      ({ launched, server, tab: page } = started);
    },
  );

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

  it('opens the popup, with the focus in its search', async () => {
    await open('/news');
    await press('G');
    const focus = 'document.activeElement.type';
    const typed = () =>
      name === 'firefox'
        ? inFirefoxPage<string>(launched, 'popup.html', focus)
        : inChromiumPopup(launched, focus);
    expect(await eventually(typed, (type) => type === 'search')).toBe('search');
  });

  it('a key that the reader gave to a command turns the site off and on', async () => {
    await giveShortcut(launched, 'toggle-site', 'Y');
    await open('/news');
    await press('Y');
    const marks = () => paintedMarks(page);
    expect(await eventually(marks, (all) => all.length === 0)).toEqual([]);
    await press('Y');
    expect(await marksWith(page, 'DeepSeek')).toContain('Nvidia');
  });
});
