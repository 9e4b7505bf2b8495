import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { pageOf, useCard } from './support/use-card.ts';

const page = pageOf(`
  <p>Some words on <i data-concept="deepseek">DeepSeek</i> and <i data-concept="amd">AMD</i>.</p>
  <p id="far" style="margin-top:420px">A link on <a href="#there"><i data-concept="nvidia">Nvidia</i></a>.</p>`);

const viewport = { width: 500, height: 700, hasTouch: true, isMobile: false };

describe.each(browserNames)('the card under a finger in %s', (name) => {
  const open = useCard(name);

  test('a tap on a mark opens its card, one elsewhere closes it, one in the card does neither', async () => {
    const driver = await open(page, { viewport });
    const tap = async (concept: string) => {
      const { x, y } = driver.center(await driver.mark(concept));
      await driver.page.touchscreen.tap(x, y);
    };
    await tap('deepseek');
    expect(await driver.labelSoon('DeepSeek')).toBe('DeepSeek');
    const { x, y } = driver.center(await driver.part('.summary'));
    await driver.page.touchscreen.tap(x, y);
    await driver.wait(500);
    expect(await driver.label()).toBe('DeepSeek');
    await driver.page.touchscreen.tap(40, 640);
    expect(await driver.labelSoon(null)).toBeNull();
  });

  test('a tap opens at once, and on another mark changes the card', async () => {
    const driver = await open(page, { viewport });
    for (const [concept, label] of [
      ['deepseek', 'DeepSeek'],
      ['amd', 'AMD'],
    ] as const) {
      const { x, y } = driver.center(await driver.mark(concept));
      await driver.page.touchscreen.tap(x, y);
      expect(await driver.labelSoon(label, 350)).toBe(label);
    }
  });

  test('a tap just beside a mark still means it', async () => {
    const driver = await open(page, { viewport });
    const { left, top, bottom } = await driver.mark('deepseek');
    await driver.page.touchscreen.tap(left - 4, (top + bottom) / 2);
    expect(await driver.labelSoon('DeepSeek')).toBe('DeepSeek');
  });

  test('a link under a mark works as a link', async () => {
    const driver = await open(page, { viewport });
    const { x, y } = driver.center(await driver.mark('nvidia'));
    await driver.page.touchscreen.tap(x, y);
    await driver.wait(300);
    expect(await driver.evaluate('location.hash')).toBe('#there');
    expect(await driver.label()).toBeNull();
  });

  test('pinned, it is dragged by a finger, and a tap elsewhere leaves it', async () => {
    const driver = await open(page, { viewport });
    const { x, y } = driver.center(await driver.mark('deepseek'));
    await driver.page.touchscreen.tap(x, y);
    await driver.labelSoon('DeepSeek');
    const pin = driver.center(await driver.part('Pin'));
    await driver.page.touchscreen.tap(pin.x, pin.y);
    await driver.wait(100);
    const before = await driver.card();
    const grip = driver.center(await driver.part('.card-title'));
    const touch = await driver.page.touchscreen.touchStart(grip.x, grip.y);
    for (let i = 1; i <= 5; i++) await touch.move(grip.x - 4 * i, grip.y + 30 * i);
    await touch.end();
    await driver.evaluate('newsgloss.settled()');
    const after = await driver.card();
    expect(after && before && [after.left - before.left, after.top - before.top]).toEqual([
      -20, 150,
    ]);
    await driver.page.touchscreen.tap(30, 30);
    await driver.wait(400);
    expect(await driver.label()).toBe('DeepSeek');
  });

  test('its buttons answer to a finger', async () => {
    const driver = await open(page, { viewport });
    const tapAt = async ({ x, y }: { x: number; y: number }) => driver.page.touchscreen.tap(x, y);
    await tapAt(driver.center(await driver.mark('deepseek')));
    await driver.labelSoon('DeepSeek');
    await tapAt(driver.center(await driver.part('.unfold')));
    await driver.wait(300);
    expect(await driver.text('.definition')).toBeTruthy();
    await tapAt(driver.center(await driver.part('Close')));
    expect(await driver.labelSoon(null)).toBeNull();
  });
});
