import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { contrast, type Rgb } from '../core/view/contrast.ts';
import { browserNames } from '../harness/browsers.ts';
import type { Box, CardDriver } from './support/card-driver.ts';
import { cardScenes } from './support/card-scenes.ts';
import { twoMarks } from './support/use-card.ts';
import { useReader } from './support/use-reader.ts';

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

const scenes = cardScenes.filter(({ name }) => name !== 'hostile');

/** How the texts of the card stand out as painted, the worst first. */
const contrasts = async (
  driver: CardDriver,
  things = textsOfCard,
): Promise<readonly { readonly text: string; readonly ratio: number }[]> => {
  const texts = await driver.evaluate<{ text: string; box: Box }[]>(things);
  const picture = PNG.sync.read(Buffer.from(await driver.page.screenshot()));
  return texts
    .map(({ text, box }) => ({ text, ratio: paintedContrast(picture, box, scale) }))
    .sort((a, b) => a.ratio - b.ratio);
};

/** Pictures are taken so many times as large, so that the strokes of letters have pixels of their full colour. */
const scale = 3;

describe.each(browserNames)('the looks of the card in %s', (name) => {
  const open = useReader(name);

  test.each(scenes)(
    'axe finds nothing wrong, and every text stands out as painted: $name',
    async ({ html, viewport, dark = false, act }) => {
      const driver = await open({ dark }, html, {
        viewport: { ...viewport, deviceScaleFactor: scale },
        start: false,
      });
      await driver.evaluate('(newsgloss.openUp(), newsgloss.start())');
      await act(driver);
      await driver.wait(150);
      const texts = await contrasts(driver);
      expect(texts.length).toBeGreaterThan(6);
      expect(texts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      expect(await violations(driver)).toEqual([]);
    },
  );

  test.each([{ dark: false }, { dark: true }])(
    'axe finds nothing wrong in any panel, nor after what was done, nor on the way back: $dark',
    async ({ dark }) => {
      const driver = await open({ dark }, twoMarks, { start: false });
      await driver.evaluate('(newsgloss.openUp(), newsgloss.start())');
      await driver.opened('deepseek', 'DeepSeek');
      for (const part of [
        'Why marked?',
        'Not this',
        'On this site',
        'Pin',
        '.unfold',
        'DeepSeek-R1',
        '.unfold',
        'Back to DeepSeek',
      ]) {
        await driver.press(part);
        await driver.wait(150);
        expect(await violations(driver), part).toEqual([]);
      }
    },
  );

  test.each(scenes.filter(({ name: scene }) => /^(pinned|disputed|strip|order)$/.test(scene)))(
    'in forced colours all is drawn in the reader’s colours, and stands out: $name',
    async ({ name: scene, html, viewport, act }) => {
      const driver = await open({ forced: true }, html, {
        viewport: { ...viewport, deviceScaleFactor: scale },
      });
      await act(driver);
      await driver.wait(150);
      const texts = await contrasts(driver);
      expect(texts.length).toBeGreaterThan(6);
      expect(texts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      const dots = await contrasts(driver, dotsOfCard);
      expect(dots.length).toBe({ strip: 3, order: 3 }[scene] ?? 0);
      expect(dots.filter(({ ratio }) => ratio < 3)).toEqual([]);
      const colours = await driver.evaluate<Record<string, string>>(
        `(() => {
          const canvas = document.body.appendChild(document.createElement('p'));
          canvas.style.background = 'Canvas';
          const card = getComputedStyle(newsgloss.root.querySelector('.card'));
          return { canvas: getComputedStyle(canvas).backgroundColor, ground: card.backgroundColor,
            border: card.borderTopColor, width: card.borderTopWidth };
        })()`,
      );
      expect(colours.ground).toBe(colours.canvas);
      expect(colours.border).not.toBe(colours.canvas);
      expect(colours.width).toBe('1px');
    },
  );

  test('moves for 150 ms at most, and not at all for those who want no motion', async () => {
    for (const [still, most] of [
      [false, 150],
      [true, 0],
    ] as const) {
      const driver = await open({ still }, twoMarks);
      await driver.opened('deepseek', 'DeepSeek');
      const longest = await driver.evaluate<number>(
        `Math.max(0, ...newsgloss.root.getAnimations().map((one) => one.effect.getComputedTiming().endTime))`,
      );
      expect(longest).toBeLessThanOrEqual(most);
    }
  });

  test.each([
    [16, { width: 900, height: 640 }],
    [32, { width: 900, height: 640 }],
    [32, { width: 320, height: 256 }],
  ] as const)(
    'is as large as the reader has chosen text to be, and still whole in the window: %i px in %o',
    async (text, viewport) => {
      const driver = await open({ text }, twoMarks, { viewport });
      await driver.evaluate(`newsgloss.handle.walk('next')`);
      await driver.labelSoon('DeepSeek');
      await driver.evaluate('newsgloss.settled()');
      const size = await driver.evaluate<string>(
        `getComputedStyle(newsgloss.root.querySelector('.card')).fontSize`,
      );
      expect(size).toBe(`${text}px`);
      const card = await driver.card();
      const width = Math.min(text * 23.75, viewport.width - 16);
      expect(card && Math.round(card.right - card.left)).toBe(width);
      expectInWindow(card, viewport);
    },
  );

  test('has nothing cut off or covered where no text may be smaller than 24 px', async () => {
    const viewport = { width: 900, height: 640 };
    const driver = await open({ least: 24 }, twoMarks, { viewport });
    await driver.opened('deepseek', 'DeepSeek');
    for (const part of [undefined, 'Not this', '.unfold', 'Pin']) {
      if (part) await driver.press(part);
      expectInWindow(await driver.card(), viewport);
      expect(await driver.evaluate<string[]>(cutOff), part ?? 'as opened').toEqual([]);
    }
  });

  test('the first view is about six lines', async () => {
    const driver = await open({}, twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    const { lines, height } = await driver.evaluate<{ lines: number; height: number }>(
      `(() => { const one = newsgloss.root.querySelector('.summary');
        const lines = one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight);
        return { lines: lines + 3, height: newsgloss.root.host.getBoundingClientRect().height } })()`,
    );
    expect(Math.round(lines)).toBeLessThanOrEqual(7);
    expect(height).toBeLessThan(260);
  });
});

const expectInWindow = (card: Box | null, window: { width: number; height: number }): void => {
  expect(card && [card.left >= 0, card.top >= 0]).toEqual([true, true]);
  expect(card?.right).toBeLessThanOrEqual(window.width);
  expect(card?.bottom).toBeLessThanOrEqual(window.height);
};

/** Texts that are wider than what they stand in, or that run into one another; what scrolls may be out of view. */
const cutOff = `(() => {
  const boxes = [];
  const walker = document.createTreeWalker(newsgloss.root, NodeFilter.SHOW_TEXT);
  const card = newsgloss.root.host.getBoundingClientRect();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('.heard')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const part = parent.closest('.card-head, .card-body, .card-foot');
    for (const { left, top, right, bottom } of range.getClientRects())
      if (right - left > 1) boxes.push({ text: node.data.slice(0, 30), part, left, right, top, bottom });
  }
  const wrong = boxes.filter(({ left, right }) => left < card.left || right > card.right);
  const inRow = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      if (a.part === b.part && inRow(a, b) && a.left < b.right - 1 && b.left < a.right - 1) wrong.push(a, b);
  return wrong.map(({ text }) => text);
})()`;

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
      // What is scrolled half out of view fades.
      if (box.width < 6 || (scrolls && (box.bottom > body.bottom - 14 || box.top < body.top))) continue;
      found.push({ text: node.data.slice(0, 40),
        box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom } });
    }
  }
  return found;
})()`;

/** Where the dots of the strip and of the order of events are, that are in view. */
const dotsOfCard = `(() => {
  const end = newsgloss.root.querySelector('.card-body').getBoundingClientRect().bottom - 14;
  const boxOf = (one, box) => ({ text: one.textContent, box });
  const stages = [...newsgloss.root.querySelectorAll('.stage')].map((one) => {
    const { left, right, top } = one.getBoundingClientRect();
    return boxOf(one, { left: (left + right) / 2 - 7, right: (left + right) / 2 + 7, top, bottom: top + 14 });
  });
  const moments = [...newsgloss.root.querySelectorAll('.moment-what')].map((one) => {
    const { left, top } = one.getBoundingClientRect();
    return boxOf(one, { left: left - 20, right: left - 8, top, bottom: top + 18 });
  });
  return [...stages, ...moments].filter(({ box }) => box.bottom < end);
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
