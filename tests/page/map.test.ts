import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import type * as inPage from './support/map-in-page.tsx';

type Drawn = { mapInPage: typeof inPage };

describe.each(browserNames)('the map in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let content: string;
  let page: Page;
  beforeAll(async () => {
    server = await servePages({ '/': '<!doctype html><html lang="en"><title>Map</title>' });
    content = await bundleForPage('tests/page/support/map-in-page.tsx', { global: 'mapInPage' });
    launched = await launchBrowser(name);
  });
  afterAll(async () => {
    await launched.close();
    await server.close();
  });

  const draw = async (count: number) => {
    page = await launched.browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(`${server.origin}/`);
    await page.addScriptTag({ content });
    return page.evaluate((n) => (window as unknown as Drawn).mapInPage.drawMap(n), count);
  };
  const pressed = () => page.evaluate(() => document.activeElement?.getAttribute('data-id'));

  test.each([40, 400])(
    'of %i concepts has every label in its pill and no pill over another',
    async (count) => {
      await draw(count);
      expect(
        await page.evaluate(() => (window as unknown as Drawn).mapInPage.faultsOfMap()),
      ).toEqual([]);
      await page.close();
    },
  );

  test('of 400 concepts stands within a second, and follows the arrow keys within a tenth', async () => {
    expect(await draw(400)).toBeLessThan(1000);
    await page.focus('.g-pill[tabindex="0"]');
    const start = await pressed();
    const times: number[] = [];
    const seen = new Set([start]);
    for (const key of [
      'ArrowRight',
      'ArrowLeft',
      'ArrowDown',
      'ArrowUp',
      'ArrowRight',
      'ArrowDown',
    ] as const) {
      const before = performance.now();
      await page.keyboard.press(key);
      seen.add(await pressed());
      times.push(performance.now() - before);
    }
    expect(seen.size).toBeGreaterThan(1);
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(100);
    const visible = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      const room = document.querySelector('.g-map-scroller')?.getBoundingClientRect();
      return !!box && !!room && box.left >= room.left - 1 && box.right <= room.right + 1;
    });
    expect(visible).toBe(true);
    await page.close();
  });

  test('of 5,000 concepts draws the most related and says so', async () => {
    await draw(5000);
    expect(await page.evaluate(() => document.querySelectorAll('.g-pill').length)).toBe(600);
    expect(await page.evaluate(() => document.body.textContent)).toContain(
      '600 most related of 5000',
    );
    await page.close();
  });
});
