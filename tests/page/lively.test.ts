import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

type Row = {
  readonly law: string;
  readonly html: string;
  readonly before: readonly string[];
  /** What the page does, as a function body. */
  readonly change: string;
  readonly after: readonly string[];
};

const rows: readonly Row[] = [
  {
    law: 'text that is added is marked',
    html: '<p>DeepSeek',
    before: ['DeepSeek'],
    change: 'document.body.insertAdjacentHTML("beforeend", "<p>OpenAI")',
    after: ['DeepSeek', 'OpenAI'],
  },
  {
    law: 'a form that comes together over two nodes is marked',
    html: '<p><b>Deep</b><i>',
    before: [],
    change: 'document.querySelector("i").textContent = "Seek"',
    after: ['DeepSeek'],
  },
  {
    law: 'text that changes loses its mark',
    html: '<p>DeepSeek<p>Nvidia',
    before: ['DeepSeek', 'Nvidia'],
    change: 'document.querySelector("p").firstChild.data = "DeepSea"',
    after: ['Nvidia'],
  },
  {
    law: 'text that moves into what the reader writes loses its mark',
    html: '<p>DeepSeek<div contenteditable></div>',
    before: ['DeepSeek'],
    change: 'document.querySelector("div").append(document.querySelector("p"))',
    after: [],
  },
  {
    law: 'what becomes editable loses its marks, and gets them back',
    html: '<div><p>DeepSeek</div>',
    before: ['DeepSeek'],
    change: 'document.querySelector("div").contentEditable = "true"',
    after: [],
  },
  {
    law: 'a shadow root that appears is read',
    html: '<p>DeepSeek',
    before: ['DeepSeek'],
    change:
      'const host = document.createElement("div"); host.attachShadow({mode: "open"}).innerHTML = "<p>OpenAI"; document.body.append(host)',
    after: ['DeepSeek', 'OpenAI'],
  },
  {
    law: 'a shadow root attached to what stood there long before is read',
    html: '<p>DeepSeek</p><div></div>',
    before: ['DeepSeek'],
    change: 'document.querySelector("div").attachShadow({mode: "open"}).innerHTML = "<p>OpenAI"',
    after: ['DeepSeek', 'OpenAI'],
  },
  {
    law: 'a change inside a shadow root is read',
    html: '<div><template shadowrootmode=open><p>DeepSeek</p></template></div>',
    before: ['DeepSeek'],
    change: 'document.querySelector("div").shadowRoot.querySelector("p").textContent = "Nvidia"',
    after: ['Nvidia'],
  },
  {
    law: 'a hidden part that is shown by a style is marked',
    html: '<p>DeepSeek<p style="display:none">OpenAI',
    before: ['DeepSeek'],
    change: 'document.querySelectorAll("p")[1].style.display = "block"',
    after: ['DeepSeek', 'OpenAI'],
  },
  {
    law: 'details that open are marked',
    html: '<details><summary>DeepSeek</summary><p>OpenAI</details>',
    before: ['DeepSeek'],
    change: 'document.querySelector("details").open = true',
    after: ['DeepSeek', 'OpenAI'],
  },
  {
    law: 'a body that is replaced is read',
    html: '<p>DeepSeek',
    before: ['DeepSeek'],
    change:
      'const body = document.createElement("body"); body.innerHTML = "<p>Nvidia"; document.body.replaceWith(body)',
    after: ['Nvidia'],
  },
  {
    law: 'a document that a script writes anew is read',
    html: '<p>DeepSeek',
    before: ['DeepSeek'],
    change: 'document.open(); document.write("<p>Nvidia<p>OpenAI"); document.close()',
    after: ['Nvidia', 'OpenAI'],
  },
  {
    law: 'a registry that the page cleared is filled again with the next change',
    html: '<p>DeepSeek',
    before: ['DeepSeek'],
    change: 'CSS.highlights.clear(); document.body.append(" ")',
    after: ['DeepSeek'],
  },
];

/** The marked words that are painted, in document order. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const size = [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
    const words = newsgloss.marked(window.started).map((mark) => mark.split(' → ')[0] ?? '');
    return words.length === size ? words : [`${size} painted of`, ...words];
  });

const until = async (page: Page, words: readonly string[]): Promise<void> => {
  const began = Date.now();
  for (;;) {
    const now = await painted(page);
    if (now.join() === words.join() || Date.now() - began > 5000) {
      expect(now).toEqual(words);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
};

describe.each(browserNames)('a lively page in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());
  const start = (page: Page, change: object = {}): Promise<void> =>
    page.evaluate(async (given) => {
      window.started = newsgloss.start(given);
      await newsgloss.settled(window.started);
    }, change);

  test.each(rows)('$law', async ({ html, before, change, after }) => {
    const page = await pages.open(html);
    await start(page);
    await until(page, before);
    await page.evaluate((body) => {
      const script = new Function(body);
      script();
    }, change);
    await until(page, after);
  });

  const article =
    '<h1>DeepSeek</h1><p>DeepSeek and <a href="#">OpenAI</a></p><h2>More</h2><p>DeepSeek</p><blockquote>Nvidia</blockquote><p>Nvidia';
  test.each([
    ['every mention', { amount: 'every' }, 'DeepSeek DeepSeek OpenAI DeepSeek Nvidia Nvidia'],
    ['the first in each section', { amount: 'section' }, 'DeepSeek OpenAI DeepSeek Nvidia'],
    ['the first on the page', { amount: 'page' }, 'DeepSeek OpenAI Nvidia'],
    ['none in headings', { headings: false }, 'DeepSeek OpenAI DeepSeek Nvidia Nvidia'],
    ['none in links', { links: false }, 'DeepSeek DeepSeek DeepSeek Nvidia Nvidia'],
    ['none in quotations', { quotations: false }, 'DeepSeek DeepSeek OpenAI DeepSeek Nvidia'],
    ['none that is known', { known: ['deepseek'] }, 'OpenAI Nvidia Nvidia'],
    ['none while off', { enabled: false }, ''],
  ])('the reader chooses: %s', async (_choice, change, words) => {
    const page = await pages.open(article);
    await start(page);
    await page.evaluate(
      (given) => window.started.session.update(newsgloss.settingsOf(given)),
      change as object,
    );
    await until(page, words.split(' ').filter(Boolean));
    await page.evaluate(() => window.started.session.update(newsgloss.settingsOf()));
    await until(page, 'DeepSeek DeepSeek OpenAI DeepSeek Nvidia Nvidia'.split(' '));
  });

  test('of a long page only what is near the viewport is registered, and scrolling brings the rest', async () => {
    const page = await pages.open('<p style="margin: 120px 0">DeepSeek</p>'.repeat(500));
    await start(page);
    const state = () =>
      page.evaluate(() => {
        const all = window.started.session.anchors();
        const [marks] = CSS.highlights.values();
        const near = all
          .filter(({ range }) => marks?.has(range))
          .map((anchor) => all.indexOf(anchor));
        return {
          all: all.length,
          first: near[0] ?? -1,
          last: near.at(-1) ?? -1,
          near: near.length,
        };
      });
    const top = await state();
    expect(top).toMatchObject({ all: 500, first: 0 });
    expect(top.near).toBeLessThan(40);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => {
      const [marks] = CSS.highlights.values();
      const last = window.started.session.anchors().at(-1);
      return last !== undefined && marks?.has(last.range);
    });
    const bottom = await state();
    expect(bottom.last).toBe(499);
    expect(bottom.near).toBeLessThan(40);
  });

  test('an anchor lives on while its text stands, and is gone with it', async () => {
    const page = await pages.open('<div><p id=a>DeepSeek</p><p id=b>x</p></div>');
    await start(page);
    const lives = await page.evaluate(async () => {
      const { session } = window.started;
      const [anchor] = session.anchors();
      if (!anchor) throw new Error('no anchor');
      const changed = () =>
        new Promise<void>((resolve) => {
          const once = new AbortController();
          session.onChange(() => {
            once.abort();
            resolve();
          }, once.signal);
        });
      const first = changed();
      document.querySelector('#b')?.append(' OpenAI');
      await first;
      const isSame = session.current(anchor) === anchor;
      const second = changed();
      document.querySelector('#a')?.remove();
      await second;
      return { isSame, isGone: session.current(anchor) === undefined };
    });
    expect(lives).toEqual({ isSame: true, isGone: true });
  });

  test('a session that ended says and paints nothing more', async () => {
    const page = await pages.open('<p>DeepSeek');
    await start(page);
    const reports = await page.evaluate(async () => {
      const { session, stop, reports: said } = window.started;
      stop();
      const before = said.length;
      document.body.append(' OpenAI');
      session.update(newsgloss.settingsOf());
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        more: said.length - before,
        size: CSS.highlights.size,
        anchors: session.anchors().length,
      };
    });
    expect(reports).toEqual({ more: 0, size: 0, anchors: 0 });
  });
});
