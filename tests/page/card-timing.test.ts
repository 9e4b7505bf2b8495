import { describe, expect, test } from 'vitest';
import { cardTimings } from '../../src/core/card/timings.ts';
import { browserNames } from '../harness/browsers.ts';
import type { CardDriver } from './support/card-driver.ts';
import { pageOf, twoMarks, useCard } from './support/use-card.ts';

/** How late a busy machine may be (ms): the bench holds the goal, this the law. */
const lateness = 150;

/** Every call of the card with its time, and each coming and going of its host; `moved`: the pointer's last move before. */
const keepTimes = `(() => {
  window.times = [];
  let moved = 0;
  addEventListener('pointermove', ({ timeStamp }) => { moved = timeStamp }, { capture: true });
  const note = (what) => times.push({ what, at: performance.now() - moved });
  const { push } = newsgloss.calls;
  newsgloss.calls.push = (...calls) => { for (const [what] of calls) note(what); return push.apply(newsgloss.calls, calls) };
  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      if (addedNodes.length) note('shown');
      if (removedNodes.length) note('gone');
    }
  }).observe(document.documentElement, { childList: true });
})()`;

/** When the last of these happened, in ms since the pointer's last move before it. */
const last = async (driver: CardDriver, what: string): Promise<number> => {
  const times = JSON.parse(await driver.evaluate<string>('JSON.stringify(times)')) as {
    what: string;
    at: number;
  }[];
  return times.findLast((one) => one.what === what)?.at ?? Number.NaN;
};

const expectAt = (found: number, wanted: number): void => {
  expect(found).toBeGreaterThanOrEqual(wanted - cardTimings.slack);
  expect(found).toBeLessThan(wanted + lateness);
};

describe.each(browserNames)('the timings of the card in %s', (name) => {
  const open = useCard(name);
  const { work, open: opens, leave, settle } = cardTimings;

  test('asks for its entry when the pointer has been at rest for 150 ms, and opens after 400', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(keepTimes);
    await driver.opened('deepseek', 'DeepSeek');
    expectAt(await last(driver, 'load'), work);
    expectAt(await last(driver, 'shown'), opens);
  });

  test('goes 300 ms after the pointer went; within a second the next opens at once, later it waits', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(keepTimes);
    await driver.opened('deepseek', 'DeepSeek');
    const goAway = async () => {
      await driver.page.mouse.move(880, 680);
      expect(await driver.labelSoon(null)).toBeNull();
      expectAt(await last(driver, 'gone'), leave);
    };
    await goAway();
    await driver.opened('amd', 'AMD');
    expect(await last(driver, 'shown')).toBeLessThan(settle + lateness);
    await goAway();
    await driver.wait(cardTimings.next + 200);
    await driver.opened('deepseek', 'DeepSeek');
    expectAt(await last(driver, 'shown'), opens);
  });

  test('stays while the pointer cuts the corner into it, over another mark', async () => {
    const driver = await open(
      pageOf(
        '<p>On <i data-concept="deepseek">DeepSeek</i> <i data-concept="amd">Advanced Micro Devices</i>.</p>',
      ),
    );
    await driver.opened('deepseek', 'DeepSeek');
    const [card, other] = [await driver.card(), await driver.mark('amd')];
    if (!card) throw new Error('no card');
    const from = driver.center(await driver.mark('deepseek'));
    const to = { x: card.right - 100, y: card.top + 4 };
    const seen = new Set<string | null>();
    let crossed = 0;
    for (let i = 1; i <= 60; i++) {
      const x = from.x + ((to.x - from.x) * i) / 60;
      const y = from.y + ((to.y - from.y) * i) / 60;
      if (x > other.left && x < other.right && y < other.bottom) crossed++;
      await driver.page.mouse.move(x, y);
      await driver.wait(12);
      seen.add(await driver.label());
    }
    expect(crossed).toBeGreaterThan(3);
    await driver.wait(500);
    seen.add(await driver.label());
    expect([...seen]).toEqual(['DeepSeek']);
  });
});
