/** The card as a reader has it: the built extension, the real session under it, in both browsers. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { hostileStyle } from '../page/support/card-scenes.ts';
import { cardCloses, cardOpens, openCard } from './support/card.ts';
import { openExtensionPage } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks, placeOfMark } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { useExtension } from './support/use-extension.ts';

const pages = {
  '/news': newsPage(`${news}<p><input id="field" value="typing"></p>`),
  '/hostile': newsPage(`<style>${hostileStyle}</style>${news}`),
  '/dialog': newsPage(`<dialog id="box">${news}</dialog><script>box.showModal()</script>`),
  '/shadow': newsPage(
    `${news}<div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML =
      '<p>Lisa Su of AMD spoke of DeepSeek and its large language model.</p>'</script>`,
  ),
};

describe.each(browserNames)('the card in %s', (name) => {
  let server: PageServer;
  let page: Page;
  let remote: Page;

  useExtension(name, { pages }, async (started) => {
    ({ server, tab: page } = started);
    remote = await openExtensionPage(started.launched, 'popup.html');
  });

  const open = async (path: string): Promise<void> => {
    await page.bringToFront();
    await page.goto(server.origin + path);
    await page.mouse.move(2, 2);
    await marksWith(page, 'DeepSeek');
  };

  /** What a keyboard command makes the background say to the page. */
  const command = (message: object): Promise<unknown> =>
    remote.evaluate(
      async (origin, sent) => {
        type Tabs = {
          query: (about: object) => Promise<{ id: number; url?: string }[]>;
          sendMessage: (id: number, message: object) => Promise<unknown>;
        };
        const world = globalThis as unknown as Record<string, { tabs: Tabs } | undefined>;
        const tabs = (world.browser ?? world.chrome)?.tabs;
        const all = (await tabs?.query({})) ?? [];
        for (const { id, url } of all)
          if (url === undefined || url.startsWith(origin))
            await tabs?.sendMessage(id, sent).catch(() => undefined);
        return all.length;
      },
      server.origin,
      message,
    );

  const hover = async (word: string): Promise<void> => {
    const { x, y } = await placeOfMark(page, word);
    await page.mouse.move(x - 30, y + 60);
    await page.mouse.move(x, y, { steps: 6 });
  };

  const cardNamed = (wanted: string) =>
    eventually(
      () => openCard(page),
      (card) => card?.name === wanted,
      4000,
    ).then((card) => card?.name);

  it('says who says what, and when it was known', async () => {
    await open('/news');
    await hover('Nvidia');
    const card = await cardOpens(page);
    expect(card.name).toBe('Nvidia');
    expect(card.text).toMatch(/Company/);
    expect(card.text).toMatch(/as of\s+February 2025/);
    expect(card.text).toMatch(/Why marked\?/);
  });

  it('walks from mark to mark by command, and the reader’s focus stays where it is', async () => {
    await open('/news');
    await page.focus('#field');
    await command({ type: 'walk', direction: 'next' });
    expect(await cardNamed('DeepSeek')).toBe('DeepSeek');
    await command({ type: 'walk', direction: 'next' });
    expect(await cardNamed('DeepSeek-R1')).toBe('DeepSeek-R1');
    await command({ type: 'walk', direction: 'previous' });
    expect(await cardNamed('DeepSeek')).toBe('DeepSeek');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
    await page.keyboard.press('Escape');
    expect(await cardCloses(page)).toBe(true);
  });

  it('takes "Known" by keyboard alone: the marks go, and its undo brings them back', async () => {
    await open('/news');
    await command({ type: 'walk', direction: 'next' });
    await cardNamed('DeepSeek');
    await command({ type: 'focus-card' });
    // Pin, Close, More, Known
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const without = await eventually(
      () => paintedMarks(page),
      (marks) => !marks.some(({ text }) => text === 'DeepSeek'),
    );
    expect(without.some(({ text }) => text === 'DeepSeek')).toBe(false);
    expect((await openCard(page))?.text).toMatch(/no longer marked/);
    // The focus went on to "Undo".
    await page.keyboard.press('Enter');
    expect(await marksWith(page, 'DeepSeek')).toContain('DeepSeek');
    await page.keyboard.press('Escape');
  });

  it('takes "Not this" on this site by keyboard alone, and its undo brings the marks back', async () => {
    await open('/news');
    await command({ type: 'walk', direction: 'next' });
    await cardNamed('DeepSeek');
    await command({ type: 'focus-card' });
    // Pin, Close, More, Known, Not this
    for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // Its choices come after the row that it stands in: Why marked?, Open in the glossary, On this page, On this site
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const without = await eventually(
      () => paintedMarks(page),
      (marks) => !marks.some(({ text }) => text === 'DeepSeek'),
    );
    expect(without.some(({ text }) => text === 'DeepSeek')).toBe(false);
    expect(without.some(({ text }) => text === 'Nvidia')).toBe(true);
    expect((await openCard(page))?.text).toMatch(/on this site/);
    await page.keyboard.press('Enter');
    expect(await marksWith(page, 'DeepSeek')).toContain('DeepSeek');
    await page.keyboard.press('Escape');
  });

  it('opens its entry in the glossary, by keyboard alone', async () => {
    await open('/news');
    await command({ type: 'walk', direction: 'next' });
    await cardNamed('DeepSeek');
    await command({ type: 'focus-card' });
    // Pin, Close, More, Known, Not this, Why marked?, Open in the glossary
    for (let i = 0; i < 7; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const opened = () =>
      remote.evaluate(async () => {
        type Tab = { id: number; url?: string };
        type Tabs = {
          query: (about: object) => Promise<Tab[]>;
          remove: (id: number) => Promise<void>;
        };
        const world = globalThis as unknown as Record<string, { tabs: Tabs } | undefined>;
        const tabs = (world.browser ?? world.chrome)?.tabs;
        const all = (await tabs?.query({})) ?? [];
        const found = all.find(({ url }) => url?.includes('glossary.html#'));
        if (found?.url?.endsWith('#deepseek')) await tabs?.remove(found.id);
        return found?.url?.split('#')[1];
      });
    expect(await eventually(opened, (hash) => hash === 'deepseek')).toBe('deepseek');
  });

  it('opens on a page that fights it, and inside a modal dialog', async () => {
    for (const path of ['/hostile', '/dialog']) {
      await open(path);
      await hover('DeepSeek');
      const host = await page.waitForSelector('[popover=manual]', { timeout: 4000 });
      await new Promise((done) => setTimeout(done, 100));
      const box = await host?.evaluate((host) => {
        const { width, left, top } = host.getBoundingClientRect();
        const over = document.elementFromPoint(left + 60, top + 30);
        return { width: Math.round(width), onTop: over === host };
      });
      expect(box, path).toEqual({ width: 380, onTop: true });
      await page.keyboard.press('Escape');
      expect(await page.$('[popover=manual]'), path).toBeNull();
    }
  });

  it('opens for marks in a shadow root of the page', async () => {
    await open('/shadow');
    await hover('AMD');
    expect(await cardNamed('AMD')).toBe('AMD');
  });

  it('opens under a finger, and closes by a tap elsewhere', async () => {
    await page.setViewport({ width: 500, height: 700, hasTouch: true });
    await open('/news');
    const { x, y } = await placeOfMark(page, 'OpenAI');
    await page.touchscreen.tap(x, y);
    expect(await cardNamed('OpenAI')).toBe('OpenAI');
    await page.touchscreen.tap(30, 650);
    expect(await cardCloses(page)).toBe(true);
    await page.setViewport({ width: 900, height: 700 });
  });

  it('changes nothing of the page but its own host, and takes that away again', async () => {
    await open('/news');
    const html = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    await hover('OpenAI');
    await cardNamed('OpenAI');
    expect(await html()).toBe(before.replace(/<\/html>$/, '<div popover="manual"></div></html>'));
    await page.keyboard.press('Escape');
    expect(await html()).toBe(before);
  });
});
