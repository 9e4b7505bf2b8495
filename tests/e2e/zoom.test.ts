/** At 400 % of a window of 1280 × 1024, zoomed by the browser itself: 320 × 256 CSS pixels are left (WCAG 1.4.10). */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { openCard } from './support/card.ts';
import { openExtensionPage } from './support/extension-page.ts';
import { eventually, marksWith, placeOfMark } from './support/marks.ts';

const article = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head>
  <body style="font:16px/1.5 serif;margin:12px"><p>In January DeepSeek released R1, a large language model that anyone may
  download. OpenAI and Nvidia took note of the model and its inference costs.</p></body></html>`;

const window = { width: 1280, height: 1024 };

type Tabs = {
  query: (about: object) => Promise<{ id: number }[]>;
  setZoom: (id: number, factor: number) => Promise<void>;
};

describe.each(browserNames)('at 400 % in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let remote: Page;

  beforeAll(async () => {
    server = await servePages({ '/news': article });
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    remote = await openExtensionPage(launched, 'popup.html');
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  let page: Page;

  const setZoom = (factor: number): Promise<void> =>
    remote.evaluate(async (wanted) => {
      const world = globalThis as unknown as Record<string, { tabs: Tabs } | undefined>;
      const tabs = (world.browser ?? world.chrome)?.tabs;
      for (const { id } of (await tabs?.query({ active: true })) ?? [])
        await tabs?.setZoom(id, wanted);
    }, factor);

  /** Zooms the tab in front, as the browser's own menu does. */
  const zoom = async (): Promise<void> => {
    await page.setViewport(window);
    await page.bringToFront();
    await setZoom(4);
    const size = await eventually(
      () => page.evaluate(() => [innerWidth, innerHeight]),
      ([width]) => width === 320,
    );
    expect(size).toEqual([320, 256]);
  };
  // Browsers remember it for a whole site.
  afterEach(async () => {
    await setZoom(1);
    await page.close();
  });

  it('the card is whole, can be reached by the pointer, and all of it can be scrolled to and pressed', async () => {
    page = await launched.browser.newPage();
    await page.goto(`${server.origin}/news`);
    await zoom();
    for (const word of ['DeepSeek', 'OpenAI']) {
      await page.mouse.move(2, 250);
      await marksWith(page, word);
      const { x, y } = await placeOfMark(page, word);
      await page.mouse.move(x - 8, y + 2);
      await page.mouse.move(x, y, { steps: 3 });
      const host = await page.waitForSelector('[popover=manual]', { timeout: 4000 });
      await new Promise((done) => setTimeout(done, 250));
      const box = await host?.evaluate((one) => one.getBoundingClientRect().toJSON());
      expect(box.left >= 0 && box.top >= 0 && box.right <= 320 && box.bottom <= 256).toBe(true);
      expect(box.height).toBeGreaterThan(70);
      // The pointer gets into it, and what is below is scrolled to: "Known" stands in the last row.
      await page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 8 });
      await page.mouse.wheel({ deltaY: 2000 });
      await new Promise((done) => setTimeout(done, 500));
      expect(await page.$('[popover=manual]')).not.toBeNull();
      expect(await page.evaluate(() => [scrollX, document.documentElement.scrollWidth])).toEqual([
        0, 320,
      ]);
      await page.mouse.click(box.left + 40, box.bottom - 20);
      const card = await eventually(
        () => openCard(page),
        (found) => found?.text.includes('no longer marked') ?? false,
      );
      expect(card?.text).toContain(`${word} is no longer marked`);
      await page.keyboard.press('Escape');
      expect(await page.$('[popover=manual]')).toBeNull();
    }
  });

  it.each(['popup.html', 'options.html', 'glossary.html#deepseek-r1', 'glossary.html#/welcome'])(
    '%s has no text smaller than 12 px before it is zoomed, whatever the browser would make of it',
    async (path) => {
      page = await openExtensionPage(launched, path);
      await page.waitForSelector('.why, .section, .g-heading, .w-article > *');
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((one) => [...one.childNodes].some(({ nodeValue }) => nodeValue?.trim()))
          .map((one) => `${Number.parseFloat(getComputedStyle(one).fontSize)} ${one.textContent}`)
          .filter((sized) => Number.parseFloat(sized) < 12),
      );
      expect(small).toEqual([]);
    },
  );

  it.each([
    ['popup.html', '[role=option], .why'],
    ['options.html', '.section'],
    ['glossary.html#', '.g-heading'],
    ['glossary.html#deepseek-r1', '.g-heading'],
    ['glossary.html#/timeline', '.g-heading'],
    ['glossary.html#/life', '.g-heading'],
    ['glossary.html#/sources', '.g-heading'],
    ['glossary.html#/news', '.g-heading'],
    ['glossary.html#/welcome', '.w-article > *'],
  ])(
    '%s is read without scrolling sideways, and nothing of it is cut off',
    async (path, wanted) => {
      page = await openExtensionPage(launched, path);
      await zoom();
      await page.waitForSelector(wanted);
      await new Promise((done) => setTimeout(done, 300));
      const wide = await page.evaluate(() => {
        const beyond = [...document.querySelectorAll('body *')].filter((one) => {
          const { left, right, width } = one.getBoundingClientRect();
          return width > 1 && (right > innerWidth + 0.5 || left < -0.5);
        });
        // What scrolls by itself may be wider than the window.
        const cut = beyond.filter((one) => {
          for (let box = one.parentElement; box; box = box.parentElement)
            if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return false;
          return !one.closest('svg, .unseen');
        });
        return {
          beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          cut: cut.map((one) => `${one.localName}.${one.className}`),
        };
      });
      expect(wide).toEqual({ beyond: 0, cut: [] });
    },
  );
});
