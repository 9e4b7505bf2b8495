import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savedPages } from '../bench/support/bench-pages.ts';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

/** A life of the session on the open page: what a page, its reader and the browser could notice of it. */
const live = (page: Page) =>
  page.evaluate(async () => {
    const frames = (count: number): Promise<void> =>
      new Promise((resolve) => {
        const next = (left: number) =>
          left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1));
        next(count);
      });
    const selected = () => {
      const selection = getSelection();
      selection?.selectAllChildren(document.body);
      const text = selection?.toString() ?? '';
      selection?.removeAllRanges();
      return text;
    };
    const find = window as unknown as { find: (text: string) => boolean };
    const finds = () => {
      const found = [find.find('the'), find.find('and'), find.find('qwzx')].join();
      getSelection()?.removeAllRanges();
      return found;
    };
    const errors: string[] = [];
    addEventListener('error', ({ message }) => errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
    const notice = () => ({
      html: document.documentElement.outerHTML,
      selected: selected(),
      finds: finds(),
      sheets: document.adoptedStyleSheets.length,
    });
    const before = notice();
    const held = newsgloss.countHeld();
    const started = newsgloss.start();
    await newsgloss.settled(started);
    scrollTo(0, 2000);
    await frames(3);
    const during = { ...notice(), sheets: before.sheets };
    const { marks, status } = started.session.report();
    const { observers } = held();
    started.stop();
    await frames(2);
    return {
      errors,
      marks,
      status,
      observers,
      same: Object.entries(before).map(
        ([key, value]) => `${key}: ${value === during[key as keyof typeof during]}`,
      ),
      left: { highlights: CSS.highlights.size, ...held() },
    };
  });

describe.each(browserNames)('saved news pages in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());

  test('none notices that it is read, and nothing is left behind', async () => {
    const saved = savedPages();
    expect(saved.length).toBeGreaterThanOrEqual(58);
    let marked = 0;
    for (const { name: title, html } of saved) {
      const page = await pages.open(html);
      const life = await live(page);
      if (life.marks > 0) marked++;
      expect(life, title).toMatchObject({
        errors: [],
        same: ['html: true', 'selected: true', 'finds: true', 'sheets: true'],
        left: { highlights: 0, listeners: [], observers: 0 },
      });
      expect(life.observers, title).toBeGreaterThan(0);
    }
    expect(marked).toBeGreaterThan(0);
  }, 240_000);
});
