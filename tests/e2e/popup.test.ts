/** The toolbar popup, with the built extension, over served pages, in both browsers. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser as launchWith } from '../../src/tools/launch-browser.ts';
import {
  browserNames,
  browserPath,
  type LaunchedBrowser,
  launchBrowser,
} from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { axeViolations } from './support/axe.ts';
import {
  openExtensionPage,
  openToolbarPopup,
  optionsOf,
  switchesOf,
  turnSwitch,
} from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';

const article = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head><body style="font:18px/1.6 serif;margin:40px;max-width:640px">${body}</body></html>`;

const aboutR1 =
  '<p>In January DeepSeek released R1, a large language model that anyone may download. ' +
  'OpenAI and Nvidia took note of the open-source model and its inference costs. DeepSeek went on.</p>';

const pages = {
  '/news': article(
    `${aboutR1}<div style="height:3000px"></div><h2>Later</h2><p>Lisa Su of AMD spoke.</p>`,
  ),
  '/framed': article(
    '<p>A letter:</p><iframe src="/garden" style="position:fixed;inset:60px 0 0;width:100%;height:90%"></iframe>',
  ),
  '/garden': article('<p>Roses want sun, and water in the morning. Prune them in March.</p>'),
};

describe.each(browserNames)('the popup in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let news: Page;
  let popup: Page;

  const openPopup = async (): Promise<Page> => {
    popup = await openExtensionPage(launched, 'popup.html');
    await popup.setViewport({ width: 384, height: 560 });
    return popup;
  };
  const visit = async (path: string): Promise<Page> => {
    await news.bringToFront();
    await news.goto(server.origin + path);
    return news;
  };
  const options = (wanted: (found: readonly string[]) => boolean) =>
    eventually(() => optionsOf(popup), wanted);
  const text = () => popup.evaluate(() => document.body.innerText);
  const key = (...keys: readonly Parameters<Page['keyboard']['press']>[0][]) =>
    keys.reduce((last, one) => last.then(() => popup.keyboard.press(one)), Promise.resolve());
  const chosen = () =>
    popup.evaluate(
      () => document.querySelector('[role=option][aria-selected=true]')?.textContent ?? '',
    );

  beforeAll(async () => {
    server = await servePages(pages);
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    news = await launched.browser.newPage();
  });

  afterEach(async () => {
    await popup?.close().catch(() => undefined);
  });

  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  it('has the focus in its search, and lists what is on the page first, each with its count', async () => {
    await visit('/news');
    await marksWith(news, 'DeepSeek');
    await openPopup();
    const found = await options((list) => list.length >= 6);
    expect(found[0]).toMatch(/^DeepSeek ?2 mentions$/);
    expect(found.some((option) => option.startsWith('Nvidia'))).toBe(true);
    expect(await text()).toContain(`On this page (${found.length})`);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    expect(await axeViolations(popup)).toEqual([]);
  });

  it('is worked by keys alone: arrows choose, Enter reads, Esc goes back, then clears', async () => {
    await visit('/news');
    await openPopup();
    const found = await options((list) => list.length >= 6);
    await key('ArrowDown');
    expect(await chosen()).toContain((found[1] ?? '').slice(0, 5));
    await key('ArrowUp', 'ArrowUp');
    expect(await chosen()).toContain((found.at(-1) ?? '').slice(0, 5));
    await popup.keyboard.type('depseek');
    const results = await options((list) => list[0]?.startsWith('DeepSeek') ?? false);
    expect(results[0]).toContain('Company');
    await key('Enter');
    await eventually(text, (shown) => shown.includes('In the glossary'));
    expect(await text()).toMatch(/Chinese startup/);
    expect(await axeViolations(popup)).toEqual([]);
    await key('Escape');
    expect((await options((list) => list.length > 0))[0]).toContain('DeepSeek');
    await key('Escape');
    await options((list) => list[0]?.includes('mentions') ?? false);
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('');
  });

  it('marks the letters that were typed, and says when nothing is called that', async () => {
    await visit('/news');
    await openPopup();
    await popup.type('input[type=search]', 'post-tr');
    await options((list) => list[0]?.startsWith('Post-training') ?? false);
    const marked = await popup.evaluate(
      () => document.querySelector('[role=option] mark')?.textContent,
    );
    expect(marked).toBe('Post-tr');
    expect(await axeViolations(popup)).toEqual([]);
    await popup.type('input[type=search]', 'xyzzy');
    await eventually(text, (shown) => shown.includes('Nothing in the glossary'));
    expect(await optionsOf(popup)).toEqual([]);
  });

  it.each(['depseek', 'chinese startup'])(
    'shows all that a key finds in the very next frame: %s',
    async (query) => {
      await visit('/news');
      await openPopup();
      await options((list) => list.length >= 6);
      const [next, later] = await popup.evaluate(async (typed) => {
        const listed = () =>
          [...document.querySelectorAll('[role=option]')].map((option) => option.textContent);
        const field = document.querySelector('input') as HTMLInputElement;
        field.value = typed;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise(requestAnimationFrame);
        const next = listed();
        await new Promise((resume) => setTimeout(resume, 500));
        return [next, listed()];
      }, query);
      expect(next?.[0]).toContain('DeepSeek');
      expect(next).toEqual(later);
    },
  );

  it('shows a concept on the page: it scrolls there and the page comes to the front', async () => {
    await visit('/news');
    await openPopup();
    await options((list) => list.some((option) => option.startsWith('Lisa Su')));
    await popup.evaluate(() => {
      document.querySelector<HTMLElement>('button[aria-label*="Lisa Su"]')?.click();
    });
    const y = await eventually(
      () => news.evaluate(() => scrollY),
      (at) => at > 1000,
    );
    expect(y).toBeGreaterThan(1000);
    expect(
      await eventually(
        () => news.evaluate(() => document.visibilityState),
        (v) => v === 'visible',
      ),
    ).toBe('visible');
  });

  it.each(['127.0.0.1', 'localhost'])(
    'lists what is in a frame from %s, counts it on the button, and jumps into it',
    async (host) => {
      const inner = `${server.origin.replace('127.0.0.1', host)}/news`;
      server.add(
        '/letter',
        article(
          `<p>A letter on OpenAI, of the company for AI:</p><iframe id="frame" src="${inner}" style="margin-top:2000px;width:500px;height:300px"></iframe>`,
        ),
      );
      await visit('/letter');
      await openPopup();
      const found = await options((list) => list.some((option) => option.startsWith('Lisa Su')));
      expect(found[0]).toMatch(/^OpenAI ?2 mentions$/);
      expect(found.some((option) => /^DeepSeek ?2 mentions$/.test(option))).toBe(true);
      expect(await text()).toContain(`On this page (${found.length})`);
      const counted = await eventually(badge, (now) => now.text === `${found.length}`);
      expect(counted.text).toBe(`${found.length}`);
      await popup.evaluate(() => {
        document.querySelector<HTMLElement>('button[aria-label*="Lisa Su"]')?.click();
      });
      const frame = await (await news.$('#frame'))?.contentFrame();
      const places = async () => [
        await news.evaluate(() => scrollY),
        (await frame?.evaluate(() => scrollY)) ?? 0,
      ];
      const seen = await eventually(places, (all) => all.every((y) => y > 1000));
      for (const y of seen) expect(y).toBeGreaterThan(1000);
    },
  );

  it('turns this site off in its open tab within 200 ms, without a reload, and on again; badge and icon follow', async () => {
    await visit('/news');
    await marksWith(news, 'DeepSeek');
    await openPopup();
    const host = new URL(server.origin).hostname;
    const [site] = await eventually(
      () => switchesOf(popup),
      (all) => all[0]?.name.includes(host) ?? false,
    );
    expect(site).toEqual({ name: `On ${host}`, on: true, disabled: false });
    const started = performance.now();
    await turnSwitch(popup, host);
    await eventually(
      () => paintedMarks(news),
      (marks) => marks.length === 0,
    );
    const took = performance.now() - started;
    console.log(
      `${name}: site off to no marks in ${took.toFixed(0)} ms, the protocol's way there and back included`,
    );
    expect(await paintedMarks(news)).toEqual([]);
    await eventually(text, (shown) => shown.includes('off on this site'));
    expect(await text()).toContain(`Decided by the pattern ${new URL(server.origin).host}`);
    expect(await badge()).toEqual({ text: '', title: 'Newsgloss is off on this site' });
    expect(await axeViolations(popup)).toEqual([]);
    await turnSwitch(popup, host);
    await marksWith(news, 'DeepSeek');
    await eventually(badge, (now) => /^\d+$/.test(now.text));
    expect((await badge()).title).toMatch(/concepts on this page/);
  });

  const badge = () =>
    popup.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, as the popup has it
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const tabs = (await api.tabs.query({})) as {
        id: number;
        url?: string;
        active: boolean;
        lastAccessed: number;
      }[];
      const own = (await api.tabs.getCurrent()) as { id: number };
      const [tab] = tabs
        .filter(({ id }) => id !== own.id)
        .sort((a, b) => b.lastAccessed - a.lastAccessed);
      return {
        text: (await api.action.getBadgeText({ tabId: tab?.id })) as string,
        title: (await api.action.getTitle({ tabId: tab?.id })) as string,
      };
    });

  it('pauses everywhere, for an hour or until switched on', async () => {
    await visit('/news');
    await marksWith(news, 'DeepSeek');
    await openPopup();
    await turnSwitch(popup, 'Everywhere');
    await eventually(
      () => paintedMarks(news),
      (marks) => marks.length === 0,
    );
    await eventually(text, (shown) => shown.includes('Paused until you switch it on'));
    expect(await axeViolations(popup)).toEqual([]);
    await turnSwitch(popup, 'Everywhere');
    await marksWith(news, 'DeepSeek');
    await popup.evaluate(() => {
      [...document.querySelectorAll('button')]
        .find((one) => one.textContent === 'Pause for an hour')
        ?.click();
    });
    await eventually(
      () => paintedMarks(news),
      (marks) => marks.length === 0,
    );
    expect(await eventually(text, (shown) => /Paused until \d/.test(shown))).toMatch(
      /Paused until \d/,
    );
    await turnSwitch(popup, 'Everywhere');
    await marksWith(news, 'DeepSeek');
  });

  it('says why nothing is marked: not about AI, a page that no extension may read', async () => {
    await visit('/garden');
    await openPopup();
    await eventually(text, (shown) => /not about AI|Nothing on this page/.test(shown));
    expect(await text()).toMatch(/not about AI|Nothing on this page/);
    await popup.close();
    await news.bringToFront();
    await news.goto('about:blank');
    await openPopup();
    expect(await eventually(text, (shown) => /no extension read/.test(shown))).toContain(
      'no extension read',
    );
    expect((await switchesOf(popup))[0]?.disabled).toBe(true);
    expect(await axeViolations(popup)).toEqual([]);
  });

  it('says so when a frame holds what there is, and when all of it is known', async () => {
    await visit('/framed');
    await openPopup();
    expect(await eventually(text, (shown) => shown.includes('frame'))).toContain(
      'Most of this page is a frame.',
    );
    await popup.close();
    await visit('/news');
    await marksWith(news, 'DeepSeek');
    await openPopup();
    await options((list) => list.length >= 6);
    await know('add');
    expect(await eventually(text, (shown) => shown.includes('You know'))).toContain(
      'You know everything here that is in the glossary.',
    );
    expect(await paintedMarks(news)).toEqual([]);
    expect(await axeViolations(popup)).toEqual([]);
    await know('remove');
    await marksWith(news, 'DeepSeek');
  });

  /** Makes everything known that the pages speak of, or forgets that. */
  const know = (kind: 'add' | 'remove') =>
    popup.evaluate(async (step) => {
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, as the popup has it
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const known = [
        ...['deepseek', 'deepseek-r1', 'large-language-model', 'openai', 'nvidia'],
        ...['open-source-model', 'inference', 'lisa-su', 'amd'],
      ];
      const changes = known.map((value) => ({ kind: step, path: 'known', value }));
      await api.storage.local.set({ [`change/${String(Date.now()).padStart(15, '0')}`]: changes });
    }, kind);

  // Firefox's real one is opened in toolbar.test.ts, by a click in its window.
  it.runIf(name === 'chromium')('is the same in the real toolbar popup', async () => {
    await visit('/news');
    await marksWith(news, 'DeepSeek');
    popup = await openToolbarPopup(launched);
    const found = await options((list) => list.length >= 6);
    expect(found[0]).toContain('DeepSeek');
    const host = new URL(server.origin).hostname;
    expect((await switchesOf(popup))[0]?.name).toContain(host);
    const { width, height, needed } = await popup.evaluate(() => ({
      width: innerWidth,
      height: innerHeight,
      needed: document.documentElement.scrollHeight,
    }));
    expect(width, 'as wide as it asks to be').toBe(384);
    expect(height, 'high enough for all that it holds').toBeGreaterThanOrEqual(
      Math.max(400, needed),
    );
    await popup.keyboard.type('jenson');
    expect((await options((list) => list[0]?.includes('Jensen') ?? false))[0]).toContain(
      'Jensen Huang',
    );
  });
});

describe.runIf(browserNames.includes('chromium'))('a site switched off', () => {
  it('is still off after the browser was closed and opened again', async () => {
    const server = await servePages(pages);
    const host = new URL(server.origin).hostname;
    const start = () =>
      launchWith({
        name: 'chromium',
        executablePath: browserPath('chromium'),
        headless: true,
        extension: extensionFolder('chromium'),
        userDataDir: profile,
      });
    const profile = mkdtempSync(join(tmpdir(), 'newsgloss-profile-'));
    for (const run of ['first', 'second']) {
      const launched = await start();
      const news = await launched.browser.newPage();
      await news.goto(`${server.origin}/news`);
      if (run === 'first') await marksWith(news, 'DeepSeek');
      const popup = await openExtensionPage(launched, 'popup.html');
      const switches = await eventually(
        () => switchesOf(popup),
        (all) => all[0]?.name.includes(host) ?? false,
      );
      expect(switches[0]?.on).toBe(run === 'first');
      if (run === 'first') {
        await turnSwitch(popup, host);
        await eventually(
          () => paintedMarks(news),
          (marks) => marks.length === 0,
        );
      }
      expect(await paintedMarks(news)).toEqual([]);
      await launched.close();
    }
    await server.close();
  });
});
