import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchBrowser } from '../harness/browsers.ts';
import buildExtension, { extensionFolder } from '../harness/build-extension.ts';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { servePages } from '../harness/serve-pages.ts';
import {
  aiNewsPages,
  type BenchPage,
  madePage,
  samplePage,
  savedPages,
} from './support/bench-pages.ts';
import type * as inPage from './support/marking-in-page.ts';

declare const bench: typeof inPage;

/** Nothing of the page runs or loads; timers are fine enough to measure a slice. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const kinds = ['walk', 'reader', 'every', 'markJs', 'findAndReplace', 'search'] as const;
type Kind = (typeof kinds)[number];
type Sample = { readonly script: number; readonly task: number; readonly ours?: inPage.Ours };
type Samples = Readonly<Record<Kind, Sample[]>>;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return `${(sorted[0] ?? 0).toFixed(2)}–${(sorted.at(-1) ?? 0).toFixed(2)}`;
};
const ratio = (value: number): string => (value >= 10 ? value.toFixed(0) : value.toFixed(2));

/** Main-thread time of tasks so far, in ms: script, style, layout, paint. */
const taskTime = async (client: CDPSession): Promise<number> => {
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

const measure = async (page: Page, client: CDPSession, kind: Kind): Promise<Sample> => {
  const before = await taskTime(client);
  const result = await page.evaluate(async (which) => {
    const run = async (): Promise<number | inPage.Ours> => {
      if (which === 'walk') return bench.walk();
      if (which === 'markJs') return bench.markJs();
      if (which === 'findAndReplace') return bench.findAndReplace();
      if (which === 'search') return bench.searchShadowRoots();
      return bench.ours(which === 'reader');
    };
    const took = await run();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return took;
  }, kind);
  const task = (await taskTime(client)) - before;
  return typeof result === 'number'
    ? { script: result, task }
    : { script: result.script, task, ours: result };
};

/**
 * Cold, interleaved, medians with their spread, in real Chromium. `--quick` takes every eighth saved page, half of the
 * AI news and fewer rounds; `--only=NAME` pages whose name begins so, and only walks and ours.
 */
export const run = async (args: readonly string[]): Promise<void> => {
  const isQuick = args.includes('--quick');
  const saved = savedPages().filter((_, at) => !isQuick || at % 8 === 0);
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const news = aiNewsPages().filter((_, at) => !isQuick || at % 2 === 0);
  const pages: readonly BenchPage[] = only
    ? [...savedPages(), ...aiNewsPages(), samplePage(), madePage()].filter(({ name }) =>
        only.split(',').some((start) => name.startsWith(start)),
      )
    : [...saved, ...news, samplePage(), madePage()];
  const server = await servePages();
  const { browser, close } = await launchBrowser('chromium', {
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const script = await bundleForPage('tests/bench/support/marking-in-page.ts', { global: 'bench' });
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  const open = async (path: string): Promise<void> => {
    await page.goto(server.origin + path, { waitUntil: 'load' });
    await page.evaluate(`${script};globalThis.bench = bench;`);
  };

  const results = new Map<BenchPage, Samples>();
  for (const [at, benched] of pages.entries()) {
    server.add(`/${at}`, { body: benched.html, headers });
    const samples: Samples = {
      walk: [],
      reader: [],
      every: [],
      markJs: [],
      findAndReplace: [],
      search: [],
    };
    const isLarge = benched.html.length > 2e6;
    for (let round = 0; round < (isLarge || isQuick ? 3 : 5); round++) {
      for (const kind of kinds) {
        if (isLarge && kind === 'markJs') continue;
        // mark.js takes seconds a page: once is enough to say how many times slower it is.
        if (isQuick && kind === 'markJs' && round > 0) continue;
        if (only && (kind === 'markJs' || kind === 'findAndReplace')) continue;
        await open(`/${at}`);
        samples[kind].push(await measure(page, client, kind));
      }
    }
    results.set(benched, samples);
    printPage(benched, samples);
  }
  printGoals(results);
  await printCompiling(page, median([...results.values()].flatMap(({ walk }) => scripts(walk))));
  if (!only || pages.at(-1)?.group === 'made') await printOthers({ open, page, client, pages });
  await close();
  await server.close();
};

const scripts = (samples: readonly Sample[]): readonly number[] =>
  samples.map(({ script }) => script);
const over = (samples: Samples, kind: Kind): number =>
  median(scripts(samples[kind])) / median(scripts(samples.walk));

const printPage = ({ name, html }: BenchPage, samples: Samples): void => {
  const reader = samples.reader[0]?.ours;
  const every = samples.every[0]?.ours;
  console.log(
    `${name.padEnd(26)} ${(html.length / 1000).toFixed(0).padStart(6)} kB  walk ${median(scripts(samples.walk)).toFixed(2)} ms ` +
      `(${spread(scripts(samples.walk))})  reader ${ratio(over(samples, 'reader'))}× ${reader?.status} ${reader?.marks}  ` +
      `every ${ratio(over(samples, 'every'))}× (${spread(scripts(samples.every))} ms) ${every?.marks} marks, ${every?.painted} painted  ` +
      `roots ${ratio(over(samples, 'search'))}×  mark.js ${ratio(over(samples, 'markJs'))}×  fardt ${ratio(over(samples, 'findAndReplace'))}×`,
  );
};

const goal = (name: string, wanted: string, is: string, isMet: boolean): void =>
  console.log(
    `${isMet ? 'met   ' : 'MISSED'} ${name.padEnd(76)} goal ${wanted.padEnd(12)} is ${is}`,
  );

const printGoals = (results: ReadonlyMap<BenchPage, Samples>): void => {
  console.log('');
  const all = [...results];
  for (const [kind, who] of [
    ['reader', 'a reader who keeps the defaults'],
    ['every', 'a reader who wants all pages marked'],
  ] as const) {
    const nothing = all
      .filter(([, samples]) => samples[kind][0]?.ours?.marks === 0)
      .map(([, samples]) => over(samples, kind));
    const worst = Math.max(...nothing);
    const half = nothing.filter((value) => value <= 1).length / nothing.length;
    goal(
      `nothing to mark (${nothing.length} pages), ${who}, worst`,
      '≤ 1.2 ×',
      `${ratio(worst)} × (median ${ratio(median(nothing))})`,
      worst <= 1.2,
    );
    goal('  share of them at or below 1 ×', '≥ 50 %', `${(half * 100).toFixed(0)} %`, half >= 0.5);
  }
  for (const [limit, wanted, isIn] of [
    ['under 1 MB', 2.5, ({ html }: BenchPage) => html.length < 1e6],
    ['at 10 MB', 3, ({ html }: BenchPage) => html.length > 9e6],
  ] as const) {
    const values = all
      .filter(([page, { every }]) => isIn(page) && (every[0]?.ours?.marks ?? 0) > 0)
      .map(([, samples]) => over(samples, 'every'));
    const top = Math.max(...values);
    goal(
      `read, decided, painted ${limit}, worst of ${values.length}`,
      `≤ ${wanted}`,
      `${ratio(top)} (median ${ratio(median(values))})`,
      top <= wanted,
    );
  }
  const marked = all.filter(([, { every, markJs }]) => markJs.length > 0 && every[0]?.ours?.marks);
  const least = (
    kind: 'markJs' | 'findAndReplace',
    field: 'script' | 'task',
    among = marked,
  ): number =>
    Math.min(
      ...among.map(
        ([, samples]) =>
          median(samples[kind].map((sample) => sample[field])) /
          median(samples.every.map((sample) => sample[field])),
      ),
    );
  const [jsScript, jsTask] = [least('markJs', 'script'), least('markJs', 'task')];
  goal('mark.js ÷ ours, script time, least', '≥ 100', ratio(jsScript), jsScript >= 100);
  goal('mark.js ÷ ours, main-thread task time, least', '≥ 40', ratio(jsTask), jsTask >= 40);
  const replace = least('findAndReplace', 'script', all);
  goal('find-and-replace-dom-text ÷ ours, script time, least', '≥ 1', ratio(replace), replace >= 1);
  const slices = all.flatMap(([, { every, reader }]) =>
    [...every, ...reader].map(({ ours }) => ours?.longestSlice ?? 0),
  );
  const longest = Math.max(...slices);
  goal('longest own slice, ms', '≤ 8', longest.toFixed(1), longest <= 8);
};

/** The parts of the page's script, and where each is compiled. */
const parts = {
  'content-scripts/annotator.js': 'each page and frame',
  'marker.js': 'where something may stand',
  'card.js': 'where something is marked',
} as const;

/** What comes before all that: the script is compiled anew in each page. No goal names it; it is not to be forgotten. */
const printCompiling = async (page: Page, walk: number): Promise<void> => {
  await buildExtension();
  await page.goto('about:blank');
  for (const [file, where] of Object.entries(parts)) {
    const source = readFileSync(join(extensionFolder('chromium'), file), 'utf8');
    const took = await page.evaluate((code) => {
      const times = Array.from({ length: 15 }, (_, at) => {
        const began = performance.now();
        new Function(`${code}// ${at}`);
        return performance.now() - began;
      });
      return times.sort((a, b) => a - b)[7] ?? 0;
    }, source);
    console.log(
      `       compiling ${file} (${(source.length / 1000).toFixed(0)} kB), ${where}: ${took.toFixed(2)} ms, ${ratio(took / walk)} × the walk over a page (median)`,
    );
  }
};

const printOthers = async (given: {
  readonly open: (path: string) => Promise<void>;
  readonly page: Page;
  readonly client: CDPSession;
  readonly pages: readonly BenchPage[];
}): Promise<void> => {
  const { open, page, client, pages } = given;
  const made = `/${pages.length - 1}`;
  const lively = `/${Math.max(
    pages.findIndex(({ group }) => group === 'AI news'),
    0,
  )}`;
  const [one, first, bare, marked, hits, heap]: number[][] = [[], [], [], [], [], []];
  for (let round = 0; round < 3; round++) {
    await open(made);
    one?.push(await page.evaluate(() => bench.oneHighlight()));
    await open(made);
    first?.push(await page.evaluate(() => bench.firstFrame()));
    await open(lively);
    bare?.push(await page.evaluate(() => bench.mutatingFrame()));
    await open(lively);
    const used = async (): Promise<number> => {
      await client.send('HeapProfiler.collectGarbage');
      const { usedSize } = await client.send('Runtime.getHeapUsage');
      return usedSize / 1000;
    };
    const before = await used();
    await page.evaluate(() => bench.ours(true).then(() => undefined));
    heap?.push((await used()) - before);
    marked?.push(await page.evaluate(() => bench.mutatingFrame()));
    const { ours, elementFromPoint } = await page.evaluate(() => bench.hitTests());
    hits?.push(ours / elementFromPoint);
  }
  const firstMark = median(first ?? []) / median(one ?? []);
  goal(
    `first visible mark at 10 MB ÷ one known highlight (${median(first ?? []).toFixed(0)} ms ÷ ${median(one ?? []).toFixed(0)} ms)`,
    '≤ 1.2',
    ratio(firstMark),
    firstMark <= 1.2,
  );
  const frame = median(marked ?? []) / median(bare ?? []);
  goal(
    `a frame of a mutating page, marked ÷ unmarked (${median(bare ?? []).toFixed(2)} ms)`,
    '≤ 1.3',
    ratio(frame),
    frame <= 1.3,
  );
  const hit = median(hits ?? []);
  goal('hit test ÷ elementFromPoint', '≤ 1.3', ratio(hit), hit <= 1.3);
  console.log(
    `       memory of a page of AI news: ${median(heap ?? []).toFixed(0)} kB of heap (${spread(heap ?? [])})`,
  );
};
