import { launchBrowser } from '../harness/browsers.ts';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { servePages } from '../harness/serve-pages.ts';
import type * as inPage from './support/soak-in-page.ts';

declare const bench: typeof inPage;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** A page that never rests, for ten minutes (`--seconds=60` for less): the heap, the marks, our share of the thread. */
export const run = async (args: readonly string[]): Promise<void> => {
  const given = args.find((arg) => arg.startsWith('--seconds='))?.slice('--seconds='.length);
  const seconds = Number(given ?? 600);
  const server = await servePages({ '/': '<!doctype html><title>Soak</title><h1>AI news</h1>' });
  const { browser, close } = await launchBrowser('chromium');
  const script = await bundleForPage('tests/bench/support/soak-in-page.ts', { global: 'bench' });
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  const scriptTime = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  };
  const heap = async (): Promise<number> => {
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize / 1000;
  };
  /** Share of the main thread that scripts take while the page changes, with a session or without. */
  const share = async (withSession: boolean, forSeconds: number): Promise<number> => {
    await page.goto(`${server.origin}/`);
    await page.evaluate(`${script};globalThis.bench = bench;`);
    await page.evaluate(() => bench.startChanges());
    if (withSession) await page.evaluate(() => bench.ours(false).then(() => undefined));
    await wait(2);
    const [began, before] = [performance.now(), await scriptTime()];
    const heaps: number[] = [];
    for (let part = 0; part < 6; part++) {
      await wait(forSeconds / 6);
      if (withSession) heaps.push(await heap());
    }
    const scripts = (await scriptTime()) - before;
    if (withSession) console.log(`heap after collection, kB: ${heaps.map(Math.round).join(' ')}`);
    return scripts / ((performance.now() - began) / 1000);
  };
  const alone = await share(false, Math.min(seconds, 20));
  const both = await share(true, seconds);
  const changes = await page.evaluate(() => bench.stopChanges());
  await wait(3);
  const { marks, truth } = await page.evaluate(() => bench.marksAndTruth());
  const own = (both - alone) * 100;
  console.log(`changes made: ${changes} in ${seconds + 2} s and what came before`);
  console.log(
    `${own <= 5 ? 'met   ' : 'MISSED'} own share of the main thread  goal ≤ 5 %  is ${own.toFixed(2)} %`,
  );
  console.log(
    `${marks === truth ? 'met   ' : 'MISSED'} marks right at the end  goal ${truth}  is ${marks}`,
  );
  await close();
  await server.close();
};
