import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { errorsOf, openExtensionPage } from './support/extension-page.ts';
import { eventually } from './support/marks.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeWindow = {
  axe: {
    run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
};

const views = [
  '#',
  '#deepseek-r1',
  '#training-cost',
  '#nowhere',
  '#/timeline',
  '#/map',
  '#/map/deepseek',
  '#/life',
  '#/sources',
  '#/sources/wccftech/7',
  '#/welcome',
  '#/news',
] as const;

const heading = () => document.querySelector('.g-heading')?.textContent ?? '';
const focused = () => document.activeElement?.textContent ?? '';

describe.each(browserNames)('the glossary page in %s', (name) => {
  let browser: LaunchedBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: extensionFolder(name) });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await openExtensionPage(browser, 'glossary.html');
    await page.setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => page.close());

  const go = async (fragment: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    // The map and the welcome page are fetched when they are first asked for.
    const wanted = fragment.startsWith('#/map')
      ? '.g-pill'
      : fragment === '#/welcome'
        ? '.w-article > *'
        : '.g-heading';
    await eventually(
      () => page.evaluate((selector) => document.querySelector(selector) !== null, wanted),
      (there) => there,
    );
    await new Promise((resume) => setTimeout(resume, 150));
  };
  const text = () => page.evaluate(() => document.querySelector('main')?.textContent ?? '');

  test('shows the entry that its address names: claims, dispute, citation, backlinks', async () => {
    await go('#deepseek-r1');
    expect(await page.evaluate(heading)).toBe('DeepSeek-R1');
    expect(await page.evaluate(() => document.title)).toContain('DeepSeek-R1');
    await eventually(text, (now) => now.includes('Mentioned by'));
    for (const part of ['Sources disagree', 'Who says what', 'Mentioned by', 'paragraph 1'])
      expect(await text()).toContain(part);
    const hrefs = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a.citation')].map(({ href }) => href),
    );
    expect(hrefs.length).toBeGreaterThan(2);
    for (const href of hrefs) expect(href).toMatch(/^https:\/\//);
  });

  test('finds by typing, moves by arrows, opens by Enter, and puts the focus on the entry', async () => {
    await page.evaluate(() => document.querySelector<HTMLInputElement>('.g-search')?.focus());
    await page.keyboard.type('depseek');
    const found = await eventually(
      () =>
        page.evaluate(() => [...document.querySelectorAll('a.g-item')].map((a) => a.textContent)),
      (items) => items.length > 0 && items.length < 10,
    );
    expect(found[0]).toBe('DeepSeek');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(focused)).toBe('DeepSeek');
    await page.keyboard.press('Enter');
    await eventually(
      () => page.evaluate(heading),
      (now) => now === 'DeepSeek',
    );
    const place = await eventually(
      () => page.evaluate(() => document.activeElement?.localName),
      (name) => name === 'h2',
    );
    expect(place).toBe('h2');
    expect(await page.evaluate(focused)).toBe('DeepSeek');
  });

  test('tells an unknown address so, and goes on', async () => {
    await go('#nowhere');
    expect(await eventually(text, (now) => now.includes('nowhere'))).toContain('nowhere');
  });

  test('the timeline has what happened, in order, and who said what then', async () => {
    await go('#/timeline');
    const dates = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTimeElement>('.g-date-title time')].map((t) => t.dateTime),
    );
    expect(dates.length).toBeGreaterThan(2);
    expect([...dates].sort()).toEqual(dates);
    expect(await text()).toContain('Jensen Huang says');
  });

  test('the documents stand paragraph by paragraph, and an address leads to one', async () => {
    await go('#/sources/wccftech/7');
    const seen = await eventually(
      () =>
        page.evaluate(() => {
          const target = document.querySelector('.g-paragraph[aria-current]');
          const top = target?.getBoundingClientRect().top ?? -1;
          return { id: target?.id, visible: top >= 0 && top < innerHeight };
        }),
      ({ visible }) => visible,
    );
    expect(seen).toEqual({ id: 'wccftech-7', visible: true });
    expect(
      await page.evaluate(() => document.querySelectorAll('.g-paragraph').length),
    ).toBeGreaterThan(20);
  });

  test('on the map arrow keys lead along relations, and only there', async () => {
    await go('#/map/deepseek');
    // The map's own script comes when it is asked for.
    await eventually(
      () =>
        page.evaluate(() => {
          document.querySelector<HTMLElement>('.g-pill[data-id="deepseek"]')?.focus();
          return document.activeElement?.textContent;
        }),
      (focus) => focus === 'DeepSeek',
    );
    const near = await eventually(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.g-pill[data-state="near"]')].map((a) => a.textContent),
        ),
      (pills) => pills.length > 0,
    );
    let moved = '';
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
      await page.keyboard.press(key);
      moved = await eventually(
        () => page.evaluate(focused),
        (now) => now !== 'DeepSeek',
        300,
      );
      if (moved !== 'DeepSeek') break;
    }
    expect(near).toContain(moved);
    await page.keyboard.press('Enter');
    await eventually(
      () => page.evaluate(heading),
      (now) => now === moved,
    );
    expect(await page.evaluate(heading)).toBe(moved);
  });

  test('the map is one stop of the Tab key, and says all its relations as a list', async () => {
    await go('#/map');
    const stops = await page.evaluate(
      () => document.querySelectorAll('.g-pill:not([tabindex="-1"])').length,
    );
    expect(stops).toBe(1);
    const [concepts, listed] = await page.evaluate(() => [
      document.querySelectorAll('.g-pill').length,
      document.querySelectorAll('.g-relation-list > ul > li').length,
    ]);
    expect(listed).toBe(concepts);
  });

  test('nothing is cut off at 320 px, which is what 400 % zoom leaves of 1280', async () => {
    await page.setViewport({ width: 320, height: 640 });
    for (const view of views) {
      await go(view);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([view, beyond]).toEqual([view, 0]);
    }
  });

  test.each(['light', 'dark'])('axe finds nothing in any view, %s', async (scheme) => {
    await page.evaluate((value) => {
      document.documentElement.style.colorScheme = value;
    }, scheme);
    await page.evaluate(axe);
    for (const view of views) {
      await go(view);
      const violations = await page.evaluate(async () => {
        const { violations } = await (window as unknown as AxeWindow).axe.run({
          resultTypes: ['violations'],
        });
        return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const);
      });
      expect([view, violations]).toEqual([view, []]);
    }
  });

  test('raises no error in any view', async () => {
    for (const view of views) await go(view);
    expect(errorsOf(page)).toEqual([]);
  });
});
