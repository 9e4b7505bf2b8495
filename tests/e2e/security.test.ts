import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { cardCloses, cardOpens, openCard } from './support/card.ts';
import { openExtensionPage } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks, placeOfMark } from './support/marks.ts';

/**
 * What the threat model (docs/security.md) says, tried: each test is a page, a frame or a script that attacks.
 */
const article = `<p>DeepSeek made its open-source model R1 public, and shares of Nvidia fell. An AI company such as
  OpenAI sells access to its large language models; Jensen Huang of Nvidia spoke about post-training.</p>`;

/** Runs before anything of ours: hooks what a spying page would hook, and keeps what it hears. */
const spy = `<script>
  window.heard = [];
  window.shadowsMade = 0;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { shadowsMade += 1; return attach.call(this, { ...init, mode: 'open' }); };
  for (const target of [window, document])
    for (const type of ['message', 'wxt:content-script-started', 'newsgloss', 'newsgloss:start'])
      target.addEventListener(type, (event) => heard.push(type + ' ' + JSON.stringify(event.data ?? event.detail ?? null)));
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...args) { heard.push('listener ' + args[0]); return listen.apply(this, args); };
  const append = Node.prototype.appendChild;
  Node.prototype.appendChild = function (...args) { heard.push('append'); return append.apply(this, args); };
  for (const name of ['newsglossParts', 'newsglossLifetime', 'chrome', 'browser'])
    Object.defineProperty(window, name, {
      configurable: false,
      get() { heard.push('read ' + name); return { aborted: false, marker: {}, card() {} }; },
      set() { heard.push('written ' + name); },
    });
  Promise.prototype.then = ((then) => function (...args) { return then.apply(this, args); })(Promise.prototype.then);
</script>`;

const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>DeepSeek and AI</title>${head}</head><body>${body}</body></html>`;

const marksInFrame = (frame: Frame): Promise<number> =>
  frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));

type Spied = { heard: string[]; shadowsMade: number };

describe.each(browserNames)('against a hostile page in %s', (name) => {
  let browser: LaunchedBrowser;
  let server: PageServer;
  let page: Page;
  beforeAll(async () => {
    server = await servePages({ '/': html(spy, article), '/plain': html('', article) });
    browser = await launchBrowser(name, { extension: extensionFolder(name) });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    page = await browser.browser.newPage();
    await page.goto(`${server.origin}/`);
    await marksWith(page, 'DeepSeek');
  });
  afterEach(() => page.close());

  const openCardOn = async (word: string) => {
    const { x, y } = await placeOfMark(page, word);
    await page.mouse.move(x - 2, y - 2);
    await page.mouse.move(x, y);
    return cardOpens(page);
  };

  test('the card cannot be read: its shadow root is closed, and no hook of the page sees it made', async () => {
    await openCardOn('DeepSeek');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('html > [popover]');
      return {
        root: host?.shadowRoot ?? null,
        text: host?.textContent,
        html: host?.outerHTML.includes('DeepSeek'),
        inner: document.elementFromPoint(5, 5)?.shadowRoot ?? null,
        made: (window as unknown as Spied).shadowsMade,
      };
    });
    expect(seen).toEqual({ root: null, text: '', html: false, inner: null, made: 0 });
  });

  test('no highlight leads into the card: its own words are not marked', async () => {
    const before = (await paintedMarks(page)).length;
    await openCardOn('DeepSeek');
    await new Promise((resume) => setTimeout(resume, 1500));
    const within = await page.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...(highlight as unknown as Iterable<StaticRange>)])
        .map(({ startContainer }) => startContainer.getRootNode())
        .filter((root) => root !== document)
        .map((root) => root.textContent),
    );
    expect(within).toEqual([]);
    expect((await paintedMarks(page)).length).toBe(before);
  });

  test('nothing is said to the page: no message, no event, no listener or node through its prototypes, no part of ours', async () => {
    await openCardOn('DeepSeek');
    expect(await page.evaluate(() => (window as unknown as Spied).heard)).toEqual([]);
  });

  test('forged messages and events change nothing', async () => {
    const before = (await paintedMarks(page)).length;
    await page.evaluate(() => {
      const forged = [
        {
          type: 'change-settings',
          changes: [{ kind: 'set', path: 'pause', value: { until: null } }],
        },
        { type: 'walk', direction: 'next' },
        {
          type: 'page-report',
          report: { url: 'https://bank.example/', status: 'marked', counts: [], marks: 99 },
        },
      ];
      for (const data of forged) {
        window.postMessage(data, '*');
        document.dispatchEvent(new CustomEvent(data.type, { detail: data }));
      }
    });
    await new Promise((resume) => setTimeout(resume, 500));
    expect(await openCard(page)).toBeUndefined();
    expect((await paintedMarks(page)).length).toBe(before);
  });

  test('a page has no way to send to the extension', async () => {
    const reachable = await page.evaluate(() => {
      const { chrome, browser } = window as unknown as Record<string, { runtime?: object }>;
      return [chrome?.runtime, browser?.runtime].some((one) => one !== undefined);
    });
    expect(reachable).toBe(false);
  });

  test('events that a script makes open no card, close none and press nothing in it', async () => {
    const { x, y } = await placeOfMark(page, 'DeepSeek');
    const pretend = (at: { x: number; y: number }) => {
      const place = { clientX: at.x, clientY: at.y, bubbles: true, composed: true };
      const target = document.elementFromPoint(at.x, at.y) ?? document.body;
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click'])
        target.dispatchEvent(new PointerEvent(type, { ...place, pointerType: 'touch' }));
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    };
    await page.evaluate(pretend, { x, y });
    await new Promise((resume) => setTimeout(resume, 900));
    expect(await openCard(page)).toBeUndefined();

    const { name: shown } = await openCardOn('DeepSeek');
    await page.evaluate(pretend, { x, y });
    await page.evaluate(() => {
      const box = document.querySelector('html > [popover]')?.getBoundingClientRect();
      if (!box) return;
      for (let dx = 4; dx < box.width; dx += 12)
        for (let dy = 4; dy < box.height; dy += 12)
          document
            .elementFromPoint(box.x + dx, box.y + dy)
            ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    expect((await openCard(page))?.name).toBe(shown);
    expect((await paintedMarks(page)).some(({ text }) => text === 'DeepSeek')).toBe(true);
  });

  test('a registry that the page clears is painted again with the next change of the page', async () => {
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.body.append(
        Object.assign(document.createElement('p'), { textContent: 'Nvidia fell.' }),
      );
    });
    expect(await marksWith(page, 'DeepSeek')).toContain('DeepSeek');
  });

  test('a registry that the page floods keeps our marks', async () => {
    await page.evaluate(() => {
      const text = document.querySelector('p')?.firstChild;
      if (!text) return;
      for (let i = 0; i < 3000; i += 1) {
        const range = new StaticRange({
          startContainer: text,
          startOffset: 0,
          endContainer: text,
          endOffset: 1,
        });
        CSS.highlights.set(`flood-${i}`, new Highlight(range));
      }
      document.body.append(
        Object.assign(document.createElement('p'), { textContent: 'Nvidia fell.' }),
      );
    });
    const texts = await eventually(
      async () => (await paintedMarks(page)).map(({ text }) => text),
      (found) => found.includes('DeepSeek') && found.includes('Nvidia'),
    );
    expect(texts).toContain('DeepSeek');
    await openCardOn('DeepSeek');
  });

  test('no resource of the extension can be loaded, so none betrays that it is there', async () => {
    const origin = browser.extensionOrigin ?? '';
    const answers = await page.evaluate(async (base) => {
      const paths = [
        'icon-16.png',
        'glossary.html',
        'manifest.json',
        'content-scripts/annotator.css',
      ];
      return Promise.all(
        paths.map(async (path) => {
          const image = new Image();
          const loaded = new Promise<string>((resolve) => {
            image.onload = () => resolve('loaded');
            image.onerror = () => resolve('refused');
          });
          image.src = base + path;
          const fetched = await fetch(base + path).then(
            () => 'fetched',
            () => 'refused',
          );
          return [await loaded, fetched];
        }),
      );
    }, origin);
    expect(answers.flat()).toEqual(answers.flat().map(() => 'refused'));
  });

  test('an extension page inside a frame of the page stays empty', async () => {
    const origin = browser.extensionOrigin ?? '';
    const framed = await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      await new Promise((resume) => setTimeout(resume, 800));
      try {
        return frame.contentDocument?.body?.textContent ?? 'out of reach';
      } catch {
        return 'out of reach';
      }
    }, `${origin}glossary.html`);
    expect(['', 'out of reach']).toContain(framed);
    const urls = page.frames().map((frame) => frame.url());
    for (const url of urls) expect(url).not.toContain('glossary.html');
  });

  test('a frame adds what is marked in it to the count, and its marks stay in it', async () => {
    const child = server.add(
      '/child',
      html('', `${article}<p>${'Nvidia and OpenAI. '.repeat(5)}</p>`),
    );
    server.add(
      '/parent',
      html(
        '',
        `<p>Nothing of interest here.</p><iframe sandbox="allow-scripts" src="${child}"></iframe>`,
      ),
    );
    await page.goto(`${server.origin}/parent`);
    await eventually(
      async () => Promise.all(page.frames().map(marksInFrame)),
      (counts) => counts.some((count) => count > 0),
    );
    expect(await paintedMarks(page)).toEqual([]);
    const ours = await openExtensionPage(browser, 'glossary.html');
    const readBadges = () =>
      ours.evaluate(async () => {
        type Api = {
          tabs: { query: (all: object) => Promise<{ id: number }[]> };
          action: { getBadgeText: (of: { tabId: number }) => Promise<string> };
        };
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const api = browser ?? chrome;
        const tabs = await api.tabs.query({});
        return Promise.all(tabs.map(({ id }) => api.action.getBadgeText({ tabId: id })));
      });
    const counted = async () => (await readBadges()).filter((text) => /[1-9]/.test(text));
    expect(await eventually(counted, (badges) => badges.length > 0)).toHaveLength(1);
    await ours.close();
  });

  test('a page cannot see the card but for its box, and without a card nothing of ours is in its DOM', async () => {
    await page.goto(`${server.origin}/plain`);
    await marksWith(page, 'DeepSeek');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await openCardOn('DeepSeek');
    const added = await page.evaluate(() =>
      [...document.documentElement.children].slice(2).map((one) => one.outerHTML),
    );
    expect(added).toHaveLength(1);
    expect(added[0]).not.toMatch(/newsgloss|chrome-extension|moz-extension/i);
    await page.keyboard.press('Escape');
    expect(await cardCloses(page)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});
