/** Readers in haste, and browsers that end things in between: choices reach storage, every window and every open tab. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFormat } from '../../src/core/packs/backup.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { manyEntries } from '../bench/many-entries.ts';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { openCard } from './support/card.ts';
import {
  endBackground,
  openExtensionPage,
  openToolbarPopup,
  switchesOf,
  turnSwitch,
} from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';

const article =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head><body style="margin:40px"><p>In January DeepSeek released R1, a large language model. OpenAI and Nvidia took note; DeepSeek and its Zorbulator went on.</p></body></html>';

type Mode = 'only' | 'all-but';

describe.each(browserNames)('choices in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let tabs: Page[];
  let load: ChildProcess[] = [];

  const openTab = async () => {
    const tab = await launched.browser.newPage();
    await tab.goto(`${server.origin}/news`);
    await marksWith(tab, 'DeepSeek');
    return tab;
  };
  const openOptions = async () => {
    const page = await openExtensionPage(launched, 'options.html');
    await eventually(
      () => page.evaluate(() => document.body.textContent ?? ''),
      (text) => text.includes('Reset all choices'),
    );
    return page;
  };
  const openPopup = async () => {
    const popup = await openExtensionPage(launched, 'popup.html');
    await eventually(
      () => switchesOf(popup),
      (all) => all.length === 2,
    );
    return popup;
  };
  const press = (page: Page, value: string) =>
    page.evaluate((wanted) => {
      document.querySelector<HTMLElement>(`input[value=${wanted}]`)?.click();
    }, value);
  const shownIn = (page: Page) =>
    page.evaluate(() => document.querySelector<HTMLInputElement>('input[value=only]')?.checked);
  const choose = (page: Page, chosen: { input: string; file: string; body: string }) =>
    page.evaluate(({ input, file, body }) => {
      const field = document.getElementById(input) as HTMLInputElement;
      const transfer = new DataTransfer();
      transfer.items.add(new File([body], file));
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, chosen);
  const bringIn = (page: Page, number: number) =>
    choose(page, {
      input: 'import',
      file: `widgets-${number}.csv`,
      body: `label,definition\r\nZorbulator,Number ${number}.\r\n`,
    });
  const pressButton = (page: Page, words: string) =>
    page.evaluate((wanted) => {
      [...document.querySelectorAll<HTMLElement>('button')]
        .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted)
        ?.click();
    }, words);
  /** The entries of the stored settings, by key. */
  const storedIn = (page: Page) =>
    page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const { settings } = (await api.storage.local.get('settings')) as {
        settings?: { entries: Record<string, [unknown, number]> };
      };
      const entries = Object.entries(settings?.entries ?? {});
      return Object.fromEntries(entries.map(([key, [value]]) => [key, value]));
    });
  /** What the background says to pages when the reader asks for it by a key. */
  const tellTabs = (page: Page, message: object) =>
    page.evaluate(async (said) => {
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const tabs = (await api.tabs.query({})) as { id: number }[];
      for (const { id } of tabs) await api.tabs.sendMessage(id, said).catch(() => undefined);
    }, message);
  const isMarked = async (tab: Page) => (await paintedMarks(tab)).length > 0;

  beforeEach(async () => {
    server = await servePages({ '/news': article });
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    tabs = [await openTab(), await openTab()];
  });

  afterEach(async () => {
    for (const process of load) process.kill();
    load = [];
    await launched?.close();
    await server?.close();
  });

  it('made in haste, in two windows and on a busy machine: the last one stands everywhere', async () => {
    const windows = [await openOptions(), await openOptions()] as const;
    const busy = 'const end = Date.now() + 60_000; while (Date.now() < end);';
    load = Array.from({ length: 3 }, () => spawn(process.execPath, ['-e', busy]));
    for (let round = 1; round <= 8; round += 1) {
      const [here, there] = round % 2 ? windows : [windows[1], windows[0]];
      if (round % 3 === 0) await bringIn(there, round);
      // Each value is pressed in the window that showed the other one a moment ago.
      const last: Mode = round % 2 ? 'only' : 'all-but';
      const first: Mode = last === 'only' ? 'all-but' : 'only';
      for (const mode of [last, first, last] as const) await press(here, mode);
      const wanted = {
        stored: last,
        windows: [last === 'only', last === 'only'],
        marked: last !== 'only',
      };
      const now = async () => ({
        stored: ((await storedIn(here))['sites.mode'] ?? 'all-but') as Mode,
        windows: await Promise.all(windows.map(shownIn)),
        marked: await isMarked(tabs[0] as Page),
      });
      const found = await eventually(
        now,
        (state) => JSON.stringify(state) === JSON.stringify(wanted),
      );
      expect(found, `round ${round}`).toEqual(wanted);
      for (const tab of tabs)
        expect(
          await eventually(
            () => isMarked(tab),
            (marked) => marked === wanted.marked,
          ),
        ).toBe(wanted.marked);
    }
    await press(windows[0], 'all-but');
    for (const tab of tabs) expect(await marksWith(tab, 'Zorbulator')).toContain('Zorbulator');
  });

  it.each(['awake', 'asleep'])(
    'made in a popup that closes at once are kept, the background %s',
    async (state) => {
      const watcher = await openOptions();
      for (const isPaused of [true, false]) {
        const popup = await openPopup();
        if (state === 'asleep') await endBackground(launched);
        await popup
          .evaluate(() => {
            [...document.querySelectorAll<HTMLInputElement>('[role=switch]')]
              .find((one) => one.labels?.[0]?.textContent?.includes('Everywhere'))
              ?.click();
            window.close();
          })
          .catch(() => undefined);
        await popup.close().catch(() => undefined);
        for (const tab of tabs)
          expect(
            await eventually(
              () => isMarked(tab),
              (marked) => marked === !isPaused,
            ),
          ).toBe(!isPaused);
        expect(JSON.stringify((await storedIn(watcher)).pause)).toBe(
          isPaused ? '{"until":null}' : '"none"',
        );
      }
    },
  );

  it('made in the card of a page that is closed at once are kept, the background asleep', async () => {
    const remote = await openOptions();
    for (let round = 1; round <= 4; round += 1) {
      const tab = await openTab();
      await tab.bringToFront();
      await tellTabs(remote, { type: 'walk', direction: 'next' });
      const card = () => openCard(tab).then((found) => found?.name);
      await eventually(card, (named) => named === 'DeepSeek');
      await tellTabs(remote, { type: 'focus-card' });
      // Pin, Close, More, Known
      for (let count = 0; count < 4; count += 1) await tab.keyboard.press('Tab');
      await endBackground(launched);
      await tab.keyboard.down('Enter');
      await tab.close();
      const later = await openOptions();
      const known = async () => (await storedIn(later))['known#deepseek'];
      expect(await eventually(known, Boolean), `round ${round}`).toBe('deepseek');
      await later.evaluate(() =>
        document.querySelector<HTMLElement>('button[aria-label*="DeepSeek"]')?.click(),
      );
      await eventually(known, (value) => !value);
      await later.close();
    }
  });

  it('survive a background that is ended at any moment after them', async () => {
    const options = await openOptions();
    const before = JSON.stringify(await storedIn(options));
    expect(before).toBe('{}');
    const wanted: Record<string, unknown> = {};
    for (const delay of [0, 0, 1, 2, 3, 5, 8, 12, 16, 20, 30, 50, 80]) {
      const value = wanted['marking.style'] === 'solid' ? 'dashed' : 'solid';
      wanted['marking.style'] = value;
      await press(options, value);
      await new Promise((resume) => setTimeout(resume, delay));
      await endBackground(launched);
      const pattern = `site-${Object.keys(wanted).length}.com`;
      wanted[`sites.off#${pattern}`] = pattern;
      await options.evaluate((typed) => {
        const field = document.querySelector<HTMLInputElement>('#pattern-off');
        if (!field?.form) throw new Error('no field');
        field.value = typed;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, pattern);
      await options.evaluate(() =>
        document.querySelector<HTMLInputElement>('#pattern-off')?.form?.requestSubmit(),
      );
      await endBackground(launched);
    }
    const found = await eventually(
      () => storedIn(options),
      (stored) =>
        JSON.stringify(Object.keys(stored).sort()) === JSON.stringify(Object.keys(wanted).sort()) &&
        stored['marking.style'] === wanted['marking.style'],
    );
    expect(found).toEqual(wanted);
  });

  it('of a glossary reach pages though the background is ended over them', async () => {
    const options = await openOptions();
    for (const delay of [0, 2, 5, 10, 20, 40, 80]) {
      await bringIn(options, delay);
      await new Promise((resume) => setTimeout(resume, delay));
      await endBackground(launched);
      for (const tab of tabs) expect(await marksWith(tab, 'Zorbulator')).toContain('Zorbulator');
      await eventually(
        () => options.evaluate(() => document.querySelectorAll('.books .switch').length),
        (count) => count === 2,
      );
      await options.evaluate(() =>
        document.querySelector<HTMLElement>('button[aria-label^="Remove widgets"]')?.click(),
      );
      for (const tab of tabs)
        expect(
          await eventually(
            async () => (await paintedMarks(tab)).map(({ text }) => text),
            (marks) => marks.includes('DeepSeek') && !marks.includes('Zorbulator'),
          ),
        ).not.toContain('Zorbulator');
    }
  });

  it('of a glossary turned on and off in haste: the last one stands, and nothing of it is lost', async () => {
    const options = await openOptions();
    await bringIn(options, 1);
    for (const tab of tabs) expect(await marksWith(tab, 'Zorbulator')).toContain('Zorbulator');
    const turnedIn = (page: Page) =>
      page.evaluate(() => {
        const book = [...document.querySelectorAll('.books .switch')].find((one) =>
          one.textContent?.includes('widgets'),
        );
        return book?.querySelector('input')?.checked;
      });
    let isOn = true;
    for (const [times, pause] of [
      [3, 0],
      [2, 0],
      [5, 3],
      [4, 15],
      [7, 1],
      [6, 40],
      [1, 0],
    ] as const) {
      await options.evaluate(
        async (count, milliseconds) => {
          for (let turn = 0; turn < count; turn += 1) {
            [...document.querySelectorAll('.books .switch')]
              .find((one) => one.textContent?.includes('widgets'))
              ?.querySelector('input')
              ?.click();
            if (milliseconds > 0) await new Promise((resume) => setTimeout(resume, milliseconds));
          }
        },
        times,
        pause,
      );
      if (times % 2 === 1) isOn = !isOn;
      expect(await turnedIn(options), `turned ${times} times`).toBe(isOn);
      for (const tab of tabs) {
        const texts = async () => (await paintedMarks(tab)).map(({ text }) => text);
        const found = await eventually(
          texts,
          (marks) => marks.includes('DeepSeek') && marks.includes('Zorbulator') === isOn,
        );
        expect(found.includes('Zorbulator'), `turned ${times} times`).toBe(isOn);
      }
      expect(await turnedIn(options), `turned ${times} times, a while ago`).toBe(isOn);
    }
    const other = await openOptions();
    expect(
      await eventually(
        () => turnedIn(other),
        (shown) => shown === isOn,
      ),
    ).toBe(isOn);
    if (!isOn) await turnSwitch(other, 'widgets');
    for (const tab of tabs) expect(await marksWith(tab, 'Zorbulator')).toContain('Zorbulator');
  });

  it('are followed by a page that was loading while the background was ended', async () => {
    const [tab] = tabs as [Page];
    for (const delay of [0, 5, 10, 20, 30, 40, 60, 80, 120]) {
      const loading = tab.reload();
      await new Promise((resume) => setTimeout(resume, delay));
      await endBackground(launched);
      await loading;
      expect(await marksWith(tab, 'DeepSeek'), `after ${delay} ms`).toContain('DeepSeek');
    }
  });

  it('of a whole backup are made all or none, though window and background end over them', async () => {
    const entries = manyEntries(800);
    const pack = { format: 'newsgloss-pack', version: 1, title: 'Widgets', entries };
    const backup = JSON.stringify({
      format: backupFormat,
      version: 1,
      settings: { ...defaultSettings, known: ['openai'], card: { delay: 700 } },
      glossaries: [
        { id: 'widgets', on: true, pack },
        { id: 'bundled', on: true },
      ],
    });
    const seen = new Set<string>();
    for (const delay of [0, 20, 60, 150, 400]) {
      const options = await openOptions();
      await choose(options, { input: 'restore', file: 'backup.json', body: backup });
      await new Promise((resume) => setTimeout(resume, delay));
      await Promise.all([options.close(), endBackground(launched)]);
      const after = await openOptions();
      const now = async () => {
        const stored = await storedIn(after);
        const books = await after.evaluate(
          () => document.querySelector('.books')?.textContent ?? '',
        );
        return { delay: stored['card.delay'] ?? 400, isThere: books.includes('Widgets') };
      };
      const isWhole = ({ delay: stored, isThere }: Awaited<ReturnType<typeof now>>) =>
        isThere === (stored === 700);
      const found = await eventually(now, isWhole);
      expect(isWhole(found), JSON.stringify(found)).toBe(true);
      seen.add(JSON.stringify(found));
      await pressButton(after, 'Remove Widgets');
      await pressButton(after, 'Reset all choices');
      await eventually(now, ({ delay: stored, isThere }) => stored === 400 && !isThere);
      await after.close();
    }
    console.log(`${name}: after a restoring that was cut off: ${[...seen].join(' or ')}`);
  });

  // In Firefox no call opens the toolbar popup; there the same is tried with a window of our own, above.
  it.runIf(name === 'chromium')(
    'made in the toolbar popup that closes at once are kept',
    async () => {
      const [tab] = tabs as [Page];
      await tab.bringToFront();
      for (const isOn of [false, true]) {
        const popup = await openToolbarPopup(launched);
        await eventually(
          () => switchesOf(popup),
          (all) => all[0]?.name.includes('127.0.0.1') ?? false,
        );
        await endBackground(launched);
        await turnSwitch(popup, '127.0.0.1');
        await popup.evaluate(() => window.close()).catch(() => undefined);
        expect(
          await eventually(
            () => isMarked(tab),
            (marked) => marked === isOn,
          ),
        ).toBe(isOn);
      }
    },
  );
});
