import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { Box, CardDriver } from './support/card-driver.ts';
import { pageOf, useCard } from './support/use-card.ts';

const isInside = (card: Box, width: number, height: number) =>
  card.left >= 0 && card.top >= 0 && card.right <= width + 0.5 && card.bottom <= height + 0.5;

const touches = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const lineBoxes = (driver: CardDriver, concept: string) =>
  driver.evaluate<Box[]>(
    `[...document.querySelector('[data-concept="${concept}"]').getClientRects()].filter(({ width }) => width > 1).map(
      ({ left, top, right, bottom }) => ({ left, top, right, bottom }))`,
  );

const at = (style: string) =>
  pageOf(`<style>body { margin: 0; max-width: none }</style>
    <i data-concept="deepseek" style="position:fixed;${style}">DeepSeek</i>`);

describe.each(browserNames)('where the card stands in %s', (name) => {
  const open = useCard(name);

  test.each([
    ['top left', 'left:0;top:0'],
    ['top right', 'right:0;top:0'],
    ['bottom left', 'left:0;bottom:0'],
    ['bottom right', 'right:0;bottom:0'],
    ['middle', 'left:45%;top:48%'],
    ['left edge, low', 'left:0;top:70%'],
  ])('inside the window and clear of the mark: %s', async (_, style) => {
    for (const viewport of [
      { width: 900, height: 640 },
      { width: 320, height: 568 },
      { width: 320, height: 256 },
    ]) {
      const driver = await open(at(style), { viewport });
      await driver.page.mouse.move(viewport.width / 2, viewport.height / 4);
      await driver.evaluate(`newsgloss.handle.walk('next')`);
      expect(await driver.labelSoon('DeepSeek')).toBe('DeepSeek');
      await driver.evaluate('newsgloss.settled()');
      for (const unfolded of [false, true]) {
        if (unfolded) await driver.press('.unfold');
        const [card, mark] = [await driver.card(), await driver.mark('deepseek')];
        const where = `${viewport.width}×${viewport.height} ${unfolded} ${JSON.stringify({ card, mark })}`;
        expect(card && isInside(card, viewport.width, viewport.height), where).toBe(true);
        expect(card && touches(card, mark), where).toBe(false);
        expect(card && card.bottom - card.top, where).toBeGreaterThan(60);
      }
    }
  });

  test.each([
    [300, 100],
    [260, 140],
    [200, 64],
  ])(
    'in a frame of %i × %i it takes the height there is, and all of it can be scrolled to',
    async (width, height) => {
      const driver = await open(at('left:20%;top:40%'), { viewport: { width, height } });
      await driver.evaluate(`newsgloss.handle.walk('next')`);
      expect(await driver.labelSoon('DeepSeek')).toBe('DeepSeek');
      await driver.evaluate('newsgloss.settled()');
      const card = await driver.card();
      expect(card && isInside(card, width, height)).toBe(true);
      expect(card && card.bottom - card.top).toBe(height - 16);
      const last = await driver.part('Why marked?');
      expect(last.bottom).toBeLessThanOrEqual(height - 8);
    },
  );

  test.each([
    ['html { zoom: 1.6 }', 'deepseek'],
    ['html { zoom: 0.5 }', 'deepseek'],
    ['section { zoom: 1.6 }', 'amd'],
  ])(
    'is as large as ever where the page magnifies itself, and stands by its mark: %s',
    async (style, concept) => {
      const driver = await open(
        pageOf(`<style>${style}</style><p>Some words on <i data-concept="deepseek">DeepSeek</i>.</p>
        <section><dialog id="box" style="width:400px;height:300px">On <i data-concept="amd">AMD</i>.</dialog></section>`),
      );
      if (concept === 'amd') await driver.evaluate('box.showModal()');
      const mark = await driver.mark(concept);
      await driver.hover(concept);
      await driver.labelSoon(concept === 'amd' ? 'AMD' : 'DeepSeek');
      await driver.evaluate('newsgloss.settled()');
      const card = await driver.card();
      expect(card && Math.round(card.right - card.left)).toBe(380);
      expect(card && isInside(card, 900, 700)).toBe(true);
      expect(card && touches(card, mark)).toBe(false);
      expect(card && Math.round(card.top - mark.bottom)).toBe(8);
    },
  );

  test('stands at the line of a wrapped mark that was pointed at, and covers neither line', async () => {
    const driver = await open(
      pageOf(`<p style="margin-top:120px">A mark that is broken in two, as
        <i data-concept="post-training">post-<br>training and</i> so on.</p>`),
    );
    const lines = await lineBoxes(driver, 'post-training');
    expect(lines.length).toBe(2);
    for (const line of lines) {
      await driver.page.mouse.move(5, 5);
      await driver.labelSoon(null);
      await driver.wait(1100);
      const { x, y } = driver.center(line);
      await driver.page.mouse.move(x, y, { steps: 2 });
      expect(await driver.labelSoon('Post-training')).toBe('Post-training');
      const card = await driver.card();
      expect(card && Math.abs(card.left - line.left)).toBeLessThan(2);
      for (const each of lines) expect(card && touches(card, each)).toBe(false);
    }
  });

  test('mirrors where the text runs from right to left', async () => {
    const driver = await open(
      pageOf(`<p dir="rtl">كلمات عن <i data-concept="deepseek">DeepSeek</i> هنا</p>`),
    );
    await driver.opened('deepseek', 'DeepSeek');
    const [card, mark] = [await driver.card(), await driver.mark('deepseek')];
    expect(card && Math.abs(card.right - mark.right)).toBeLessThan(2);
    const [title, close] = [await driver.part('.card-title'), await driver.part('Close')];
    expect(close.right).toBeLessThan(title.left);
    const margins = await driver.evaluate<string[]>(
      `(({ paddingLeft, paddingRight }) => [paddingLeft, paddingRight])(
        getComputedStyle(newsgloss.root.querySelector('.card-head')))`,
    );
    expect(margins).toEqual(['12px', '18px']);
  });

  test('does not move while it is read: not when the pointer enters, not when it is unfolded', async () => {
    const driver = await open(
      pageOf(`<p style="margin-top:60px">On <i data-concept="deepseek">DeepSeek</i>.</p>`),
    );
    await driver.opened('deepseek', 'DeepSeek');
    const before = await driver.card();
    if (!before) throw new Error('no card');
    await driver.page.mouse.move(before.left + 60, before.top + 60, { steps: 5 });
    expect(await driver.card()).toEqual(before);
    await driver.press('.unfold');
    const after = await driver.card();
    expect(after && [after.left, after.top, after.right]).toEqual([
      before.left,
      before.top,
      before.right,
    ]);
  });

  test('follows its mark when the window changes its size', async () => {
    const driver = await open(
      pageOf(`<p style="text-align:right">On <i data-concept="deepseek">DeepSeek</i>.</p>`),
    );
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    await driver.page.setViewport({ width: 420, height: 600 });
    await driver.wait(200);
    const [card, mark] = [await driver.card(), await driver.mark('deepseek')];
    expect(card && isInside(card, 420, 600)).toBe(true);
    expect(card && Math.round(card.top - mark.bottom)).toBe(8);
  });
});
