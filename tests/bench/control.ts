/**
 * `npm run bench -- control`: the popup with 10,000 entries, imports of 10,000 and 100,000, and a page's start beside them.
 * In Chromium, with the built extension; medians, goals beside figures. `-- control 10000` takes that many entries alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openExtensionPage, turnSwitch } from '../e2e/support/extension-page.ts';
import { eventually, paintedMarks } from '../e2e/support/marks.ts';
import { type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import buildExtension, { extensionFolder } from '../harness/build-extension.ts';
import { servePages } from '../harness/serve-pages.ts';
import { manyEntries } from './many-entries.ts';
import { type KeyCost, measureKeys } from './support/popup-keys.ts';

const article =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>News on AI</title><body><p>In January DeepSeek released R1, a large language model. OpenAI and Nvidia took note of it.</p>'.concat(
    '<p>Words that are about something else altogether stand here, and more of them. </p>'.repeat(
      200,
    ),
  );

const queries = [
  'deepseek',
  'post trainning',
  'jenson',
  'what is inference',
  'chinese startup',
  'nvdia',
  'banto rishu',
  'large language model',
];

/** A browser paints so often, in ms: what is ready just after a frame is seen so much later. */
const frame = 17;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const p95 = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

function print(what: string, figure: number, goal?: number, unit = 'ms'): void {
  const verdict =
    goal === undefined
      ? ''
      : figure <= goal
        ? `  goal ≤ ${Math.round(goal)}  met`
        : `  goal ≤ ${Math.round(goal)}  MISSED`;
  console.log(
    `${what.padEnd(62)} ${figure.toFixed(unit === 'ms' ? 1 : 2).padStart(10)} ${unit}${verdict}`,
  );
}

export async function run(args: readonly string[] = []): Promise<void> {
  const asked = args.map(Number).filter((count) => count >= 0);
  const counts = asked.length > 0 ? asked : [0, 10_000, 100_000];
  await buildExtension();
  const server = await servePages({ '/news': article });
  const launched = await launchBrowser('chromium', { extension: extensionFolder('chromium') });
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-bench-'));
  try {
    const news = await launched.browser.newPage();
    await measureSwitch(launched, news, `${server.origin}/news`);
    for (const count of counts) {
      console.log(`\n${count.toLocaleString('en')} entries beside the bundled ones`);
      if (count > 0) await importMany(launched, folder, count);
      await measurePopup(launched, count);
      await measurePage(news, `${server.origin}/news`);
    }
  } finally {
    await launched.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureSwitch(launched: LaunchedBrowser, news: Page, url: string): Promise<void> {
  await news.goto(url);
  await eventually(
    () => paintedMarks(news),
    (marks) => marks.length > 0,
  );
  const popup = await openExtensionPage(launched, 'popup.html');
  const host = new URL(url).hostname;
  await eventually(
    () => popup.evaluate(() => document.body.textContent ?? ''),
    (text) => text.includes(host),
  );
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const gone = news.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const some = [...CSS.highlights.values()].some((highlight) => highlight.size > 0);
            if (some === wanted) resolve(Date.now());
            else setTimeout(look, 1);
          };
          look();
        }),
      round % 2 === 1,
    );
    const start = await popup.evaluate(() => Date.now());
    await turnSwitch(popup, host);
    times.push((await gone) - start);
  }
  print("a site's switch, until marks are gone or back in its open tab", median(times), 200);
  await popup.close();
}

async function importMany(launched: LaunchedBrowser, folder: string, count: number): Promise<void> {
  const file = join(folder, `${count}.json`);
  const pack = {
    format: 'newsgloss-pack',
    version: 1,
    title: `Made ${count}`,
    entries: manyEntries(count),
  };
  writeFileSync(file, JSON.stringify(pack));
  const options = await openExtensionPage(launched, 'options.html');
  const text = () => options.evaluate(() => document.body.textContent ?? '');
  await eventually(text, (shown) => shown.includes('Reset all choices'));
  const longest = options.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let worst = 0;
        const watcher = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) worst = Math.max(worst, duration);
        });
        watcher.observe({ type: 'longtask' });
        const look = setInterval(() => {
          if (!document.body.textContent?.includes('is added')) return;
          clearInterval(look);
          resolve(worst);
        }, 50);
      }),
  );
  const input = (await options.$('#import')) as ElementHandle<HTMLInputElement>;
  const start = performance.now();
  await input.uploadFile(file);
  await eventually(
    text,
    (shown) => shown.includes('is added') || shown.includes('Nothing was added'),
    120_000,
  );
  print(
    `import of ${count.toLocaleString('en')} entries, until pages have them`,
    performance.now() - start,
    count === 10_000 ? 3000 : undefined,
  );
  print('  longest task of the options page meanwhile', await longest);
  const room = await options.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the extension's own API
    const { local } = (globalThis as any).chrome.storage;
    return {
      used: (await local.getBytesInUse('lexicon')) as number,
      most: local.QUOTA_BYTES as number,
    };
  });
  print('  lexicon kept for pages, of 10.49 MB', room.used / 1e6, 10.49, 'MB');
  if ((await text()).includes('too large for the browser'))
    console.log('  no room for the lexicon: pages go on as before');
  await options.close();
}

async function measurePopup(launched: LaunchedBrowser, count: number): Promise<void> {
  const opened: number[] = [];
  const longest: number[] = [];
  const keys: KeyCost[] = [];
  for (let round = 0; round < 7; round += 1) {
    const popup = await openExtensionPage(launched, 'popup.html');
    opened.push(await firstPaint(popup));
    if (round > 2) {
      await popup.close();
      continue;
    }
    await new Promise((resume) => setTimeout(resume, count > 10_000 ? 4000 : 1200));
    longest.push(await longestTask(popup));
    keys.push(...(await measureKeys(popup, queries)));
    await popup.close();
  }
  const bare = await launched.browser.newPage();
  await bare.setContent('<!doctype html><title>bare</title><input>');
  const bareKeys = await measureKeys(bare, queries);
  await bare.close();
  const goal = (most: number) => (count <= 10_000 ? most : undefined);
  print('popup, until first painted', median(opened), 100);
  print('popup, longest task until all is ready', median(longest));
  for (const [name, quantile] of [
    ['median', median],
    ['95th of 100', p95],
  ] as const) {
    const of = (part: keyof KeyCost) => quantile(keys.map((key) => key[part]));
    print(`a key, the main thread until the whole answer: ${name}`, of('work'), goal(16));
    print(`a key, until the whole answer is painted: ${name}`, of('whole'), goal(16 + frame));
    print(
      `  the same of a bare field, which has no answer: ${name}`,
      quantile(bareKeys.map(({ whole }) => whole)),
    );
  }
}

const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
          else setTimeout(look, 5);
        };
        look();
      }),
  );

/** Of those over 50 ms, which is what browsers call long; else 0. */
const longestTask = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let worst = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) worst = Math.max(worst, duration);
        }).observe({ type: 'longtask', buffered: true });
        setTimeout(() => resolve(worst), 50);
      }),
  );

async function measurePage(news: Page, url: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    await news.bringToFront();
    await news.evaluateOnNewDocument(() => {
      const look = () => {
        if ([...CSS.highlights.values()].some((highlight) => highlight.size > 0))
          (globalThis as unknown as { markedAt: number }).markedAt = performance.now();
        else setTimeout(look, 1);
      };
      look();
    });
    await news.goto(url);
    times.push(
      await eventually(
        () => news.evaluate(() => (globalThis as unknown as { markedAt?: number }).markedAt ?? 0),
        (at) => at > 0,
      ),
    );
  }
  print('a page, from its navigation to its first mark', median(times));
}
