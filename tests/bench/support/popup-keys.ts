import type { CDPSession, Page } from 'puppeteer-core';

/** What one key cost, in ms. */
export type KeyCost = {
  /** Of the page's main thread, all in all: scripts, style, layout, paint, from the key to the whole answer. Without what other processes took meanwhile. */
  readonly work: number;
  /** From the key to the frame that shows all of its answer. */
  readonly whole: number;
};

type Watch = { typedAt: number; whole: number };

/**
 * Types texts with real keys into the page's field, each from empty, and measures every key. A list that says `aria-busy`
 * is not whole yet; in a page without a list the frame after the key is all there is.
 */
export async function measureKeys(
  page: Page,
  texts: readonly string[],
): Promise<readonly KeyCost[]> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watchKeys(page);
  const costs: KeyCost[] = [];
  for (const text of texts) {
    await page.evaluate(() => {
      const field = document.querySelector('input');
      field?.focus();
      field?.select();
    });
    await page.keyboard.press('Delete');
    await answered(page);
    for (const letter of text) {
      const before = await workOf(session);
      await page.keyboard.press(letter as Parameters<Page['keyboard']['press']>[0]);
      const whole = await answered(page);
      costs.push({ whole, work: (await workOf(session)) - before });
    }
  }
  await session.detach();
  return costs;
}

/** Notes when a key came, and which frame showed all of its answer. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watch: Watch = { typedAt: 0, whole: 0 };
    (globalThis as unknown as { watch: Watch }).watch = watch;
    const { port1, port2 } = new MessageChannel();
    /** Just after a frame is painted, as a message is heard once the frame is done. */
    const painted: (() => void)[] = [];
    port1.onmessage = () => painted.shift()?.();
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        Object.assign(watch, { typedAt: timeStamp, whole: 0 });
        const look = () => {
          if (watch.typedAt !== timeStamp) return;
          const isWhole = document.querySelector('[aria-busy=true]') === null;
          painted.push(() => {
            if (isWhole && watch.typedAt === timeStamp) watch.whole = performance.now() - timeStamp;
          });
          port2.postMessage(0);
          if (!isWhole) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });

const answered = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { watch } = globalThis as unknown as { watch: Watch };
        const look = () => {
          if (watch.whole > 0) resolve(watch.whole);
          else setTimeout(look, 20);
        };
        setTimeout(look, 20);
      }),
  );

async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
