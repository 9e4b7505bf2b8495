import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../harness/browsers.ts';
import buildExtension, { extensionFolder } from '../harness/build-extension.ts';
import { servePages } from '../harness/serve-pages.ts';

const goal = 100;
const rounds = 11;

const pages = [
  'popup.html',
  'glossary.html',
  'glossary.html#deepseek-r1',
  'glossary.html#/map',
  'glossary.html#/sources',
  'glossary.html#/welcome',
  'options.html',
] as const;

type Visit = {
  /** First contentful paint after the navigation began, ms. */
  readonly paint: number;
  readonly files: readonly string[];
};

/** Opens an address in a fresh tab of Chromium, as a click on the button or a link does. */
async function visit(page: Page, url: string): Promise<Visit> {
  const files = new Set<string>();
  page.on('request', (request) => files.add(new URL(request.url()).pathname.slice(1)));
  await page.goto(url);
  const paint = await page.evaluate(async () => {
    const paint = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const first = list.getEntriesByName('first-contentful-paint')[0];
        if (first) resolve(first.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    await new Promise((resume) => setTimeout(resume, 100));
    return paint;
  });
  return { paint, files: [...files] };
}

const quantile = (numbers: readonly number[], at: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.round((numbers.length - 1) * at)] ?? Number.NaN;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Weights and times to first paint of the extension's pages, beside a bare page from a server on this machine. */
export async function run(): Promise<void> {
  await buildExtension();
  const folder = extensionFolder('chromium');
  const server = await servePages({ '/': '<!doctype html><title>bare</title><p>A bare page.' });
  const {
    browser,
    extensionOrigin = '',
    close,
  } = await launchBrowser('chromium', {
    extension: folder,
  });
  const known = pages.filter((page) => existsSync(join(folder, page.split('#')[0] ?? '')));
  const addresses = [`${server.origin}/`, ...known.map((page) => extensionOrigin + page)];
  const visits = new Map<string, Visit[]>(addresses.map((address) => [address, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const address of addresses) {
      const page = await browser.newPage();
      const seen = await visit(page, address);
      await page.close();
      if (round >= 0) visits.get(address)?.push(seen);
    }
  }
  await close();
  await server.close();

  console.log(
    `first contentful paint in Chromium, ${rounds} visits each, interleaved: median (least / 10 % / 90 %).\nGoal: median ≤ ${goal} ms on a machine that has nothing else to do, which the bare page tells: some 50 ms there.\n`,
  );
  let missed = 0;
  for (const [address, seen] of visits) {
    const times = seen.map(({ paint }) => paint);
    const median = quantile(times, 0.5);
    const isOurs = address.startsWith(extensionOrigin);
    if (isOurs && median > goal) missed += 1;
    const files = (isOurs ? (seen[0]?.files ?? []) : []).filter((file) =>
      existsSync(join(folder, file)),
    );
    const data = files.map((file) => readFileSync(join(folder, file)));
    const raw = data.reduce((sum, { length }) => sum + length, 0);
    const packed = data.reduce((sum, one) => sum + gzipSync(one).length, 0);
    const weight = isOurs
      ? `${files.length} files, ${kilobytes(raw)}, gzipped ${kilobytes(packed)}`
      : '';
    const name = isOurs ? address.slice(extensionOrigin.length) : 'a bare page';
    const spread = [0, 0.1, 0.9].map((at) => quantile(times, at).toFixed(0)).join(' / ');
    const verdict = isOurs ? (median <= goal ? 'ok' : 'MISSED') : '';
    console.log(
      `${name.padEnd(28)} ${median.toFixed(0).padStart(4)} ms (${spread}) ${verdict.padEnd(7)} ${weight}`,
    );
  }
  if (missed > 0) process.exitCode = 1;
}
