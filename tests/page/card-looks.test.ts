import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { contrast, type Rgb } from '../core/view/contrast.ts';
import { browserNames } from '../harness/browsers.ts';
import type { Box, CardDriver } from './support/card-driver.ts';
import { cardScenes } from './support/card-scenes.ts';
import { twoMarks, useCard } from './support/use-card.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

type Rule = { id: string; nodes: { html: string; failureSummary: string }[] };

const violations = async (driver: CardDriver): Promise<readonly string[]> => {
  await driver.page.addScriptTag({ content: axeSource });
  const { violations: wrong, passes } = JSON.parse(
    await driver.evaluate<string>('axe.run(newsgloss.root.host).then(JSON.stringify)'),
  ) as { violations: Rule[]; passes: Rule[] };
  const buttons = passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0;
  if (buttons < 4) return [`axe saw ${buttons} buttons: it did not look inside the card`];
  return wrong.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
  );
};

const media = (driver: CardDriver, dark: boolean, more: { name: string; value: string }[] = []) =>
  driver.page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    ...more,
  ]);

const scenes = cardScenes.filter(({ name }) => name !== 'hostile');

describe.each(browserNames.filter((name) => name === 'chromium'))(
  'the looks of the card in %s',
  (name) => {
    const open = useCard(name);

    test.each(scenes)(
      'axe finds nothing wrong, and every text stands out as painted: $name',
      async (scene) => {
        const viewport = { ...scene.viewport, deviceScaleFactor: 3 };
        const driver = await open(scene.html, { viewport, start: false });
        await media(driver, scene.dark === true);
        await driver.evaluate('(newsgloss.openUp(), newsgloss.start())');
        await scene.act(driver);
        await driver.wait(150);
        const texts = await driver.evaluate<{ text: string; box: Box }[]>(textsOfCard);
        const picture = PNG.sync.read(Buffer.from(await driver.page.screenshot()));
        expect(texts.length).toBeGreaterThan(6);
        const low = texts
          .map(({ text, box }) => ({ text, ratio: paintedContrast(picture, box, 3) }))
          .filter(({ ratio }) => ratio < 4.5);
        expect(low).toEqual([]);
        expect(await violations(driver)).toEqual([]);
      },
    );

    test('axe finds nothing wrong in any panel, nor after what was done', async () => {
      const driver = await open(twoMarks, { start: false });
      await driver.evaluate('(newsgloss.openUp(), newsgloss.start())');
      await driver.opened('deepseek', 'DeepSeek');
      for (const part of [
        'Why marked?',
        'Not this',
        'On this site',
        'Pin',
        '.unfold',
        'DeepSeek-R1',
      ]) {
        await driver.press(part);
        await driver.wait(150);
        expect(await violations(driver), part).toEqual([]);
      }
    });

    test('in forced colours everything is drawn in the system’s colours', async () => {
      const driver = await open(twoMarks);
      await media(driver, false, []);
      const session = await driver.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      await driver.opened('deepseek', 'DeepSeek');
      const style = await driver.evaluate<Record<string, string>>(
        `(({ backgroundColor, borderTopWidth, borderTopColor, color }) =>
        ({ backgroundColor, borderTopWidth, borderTopColor, color }))(getComputedStyle(newsgloss.root.querySelector('.card')))`,
      );
      expect(style.borderTopWidth).toBe('1px');
      expect(style.borderTopColor).not.toBe(style.backgroundColor);
      expect(style.color).not.toBe(style.backgroundColor);
    });

    test('moves for 150 ms at most, and not at all for those who want no motion', async () => {
      for (const [value, most] of [
        ['no-preference', 150],
        ['reduce', 0],
      ] as const) {
        const driver = await open(twoMarks, { start: false });
        await media(driver, false, [{ name: 'prefers-reduced-motion', value }]);
        await driver.evaluate('newsgloss.start()');
        await driver.opened('deepseek', 'DeepSeek');
        const longest = await driver.evaluate<number>(
          `Math.max(0, ...newsgloss.root.getAnimations().map((one) => one.effect.getComputedTiming().endTime))`,
        );
        expect(longest).toBeLessThanOrEqual(most);
      }
    });

    test('is as large as the reader has chosen text to be, and still whole in the window', async () => {
      for (const [chosen, viewport] of [
        [16, { width: 900, height: 640 }],
        [32, { width: 900, height: 640 }],
        [32, { width: 320, height: 256 }],
      ] as const) {
        const driver = await open(twoMarks, { viewport });
        const client = await driver.page.createCDPSession();
        await client.send('Page.setFontSizes', { fontSizes: { standard: chosen } });
        await driver.evaluate(`newsgloss.handle.walk('next')`);
        await driver.labelSoon('DeepSeek');
        await driver.evaluate('newsgloss.settled()');
        const size = await driver.evaluate<string>(
          `getComputedStyle(newsgloss.root.querySelector('.card')).fontSize`,
        );
        expect(size).toBe(`${chosen}px`);
        const card = await driver.card();
        const width = Math.min(chosen * 23.75, viewport.width - 16);
        expect(card && Math.round(card.right - card.left)).toBe(width);
        expect(card && [card.left >= 0, card.top >= 0]).toEqual([true, true]);
        expect(card?.right).toBeLessThanOrEqual(viewport.width);
        expect(card?.bottom).toBeLessThanOrEqual(viewport.height);
      }
    });

    test('the first view is about six lines', async () => {
      const driver = await open(twoMarks);
      await driver.opened('deepseek', 'DeepSeek');
      const { lines, height } = await driver.evaluate<{ lines: number; height: number }>(
        `(() => { const one = newsgloss.root.querySelector('.summary');
        const lines = one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight);
        return { lines: lines + 3, height: newsgloss.root.host.getBoundingClientRect().height } })()`,
      );
      expect(Math.round(lines)).toBeLessThanOrEqual(7);
      expect(height).toBeLessThan(260);
    });
  },
);

/** The boxes of the card's text, a line each, that are in view. */
const textsOfCard = `(() => {
  const walker = document.createTreeWalker(newsgloss.root, NodeFilter.SHOW_TEXT);
  const body = newsgloss.root.querySelector('.card-body').getBoundingClientRect();
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest('.heard')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scrolls = node.parentElement.closest('.card-body');
    for (const box of range.getClientRects()) {
      if (box.width < 6 || (scrolls && (box.bottom > body.bottom || box.top < body.top))) continue;
      found.push({ text: node.data.slice(0, 40),
        box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom } });
    }
  }
  return found;
})()`;

/** Contrast between the commonest colour in a box, which is its ground, and what differs most from it. */
const paintedContrast = (picture: PNG, box: Box, scale: number): number => {
  const counts = new Map<number, number>();
  for (let y = Math.round(box.top * scale); y < Math.round(box.bottom * scale); y++)
    for (let x = Math.round(box.left * scale); x < Math.round(box.right * scale); x++) {
      const at = (y * picture.width + x) * 4;
      const color =
        ((picture.data[at] ?? 0) << 16) |
        ((picture.data[at + 1] ?? 0) << 8) |
        (picture.data[at + 2] ?? 0);
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  const rgb = (color: number): Rgb => [color >> 16, (color >> 8) & 255, color & 255];
  const ground = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return Math.max(1, ...[...counts.keys()].map((color) => contrast(rgb(color), rgb(ground))));
};
