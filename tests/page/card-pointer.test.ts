import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { pageOf, twoMarks, useCard } from './support/use-card.ts';

describe.each(browserNames)('the card under a mouse in %s', (name) => {
  const open = useCard(name);

  test('opens when the pointer rests on a mark, with the entry of that mark', async () => {
    const driver = await open(twoMarks);
    expect(await driver.opened('deepseek', 'DeepSeek')).toBe('DeepSeek');
  });

  test('does not open while the pointer only passes over', async () => {
    const driver = await open(twoMarks);
    const { x, y } = driver.center(await driver.mark('deepseek'));
    for (let i = -5; i <= 8; i++) await driver.page.mouse.move(x + i * 30, y + i);
    await driver.wait(700);
    expect(await driver.label()).toBeNull();
    expect(await driver.calls()).toEqual([]);
  });

  test('never covers the mark nor the pointer', async () => {
    const driver = await open(twoMarks);
    for (const [concept, label] of [
      ['deepseek', 'DeepSeek'],
      ['nvidia', 'Nvidia'],
    ] as const) {
      expect(await driver.opened(concept, label)).toBe(label);
      const [mark, card] = [await driver.mark(concept), await driver.card()];
      expect(card && (card.top >= mark.bottom || card.bottom <= mark.top)).toBe(true);
    }
  });

  test('lets the pointer travel into it, and leaves when the pointer does', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    const card = await driver.card();
    if (!card) throw new Error('no card');
    await driver.page.mouse.move(card.right - 30, card.bottom - 30, { steps: 12 });
    await driver.wait(600);
    expect(await driver.label()).toBe('DeepSeek');
    await driver.page.mouse.move(card.right + 150, card.bottom + 40, { steps: 3 });
    expect(await driver.labelSoon(null)).toBeNull();
  });

  test('gives the next mark its card at once, while one is open', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    const { x, y } = driver.center(await driver.mark('amd'));
    await driver.page.mouse.move(x, y, { steps: 3 });
    expect(await driver.labelSoon('AMD', 300)).toBe('AMD');
  });

  test('closes on Escape without moving the pointer, and stays closed on that mark', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.page.keyboard.press('Escape');
    expect(await driver.label()).toBeNull();
    const { x, y } = driver.center(await driver.mark('deepseek'));
    await driver.page.mouse.move(x + 3, y);
    await driver.wait(600);
    expect(await driver.label()).toBeNull();
  });

  test('takes an Escape that closes it, and no other, from the page', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(
      `(window.heard = 0, addEventListener('keydown', () => { window.heard++ }))`,
    );
    await driver.page.keyboard.press('Escape');
    expect(await driver.evaluate('heard')).toBe(1);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.page.keyboard.press('Escape');
    expect(await driver.evaluate('heard')).toBe(1);
  });

  test('is no hindrance to a click, which closes it and is the page’s', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(
      `(window.clicks = 0, addEventListener('click', () => { window.clicks++ }))`,
    );
    await driver.opened('deepseek', 'DeepSeek');
    const { x, y } = driver.center(await driver.mark('deepseek'));
    await driver.page.mouse.click(x, y);
    expect(await driver.label()).toBeNull();
    expect(await driver.evaluate('clicks')).toBe(1);
  });

  test('pinned, it stays where it is until it is closed, and can be dragged', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    const before = await driver.card();
    await driver.press('Pin');
    expect(await driver.card()).toEqual(before);
    await driver.page.mouse.move(700, 500);
    await driver.wait(500);
    expect(await driver.label()).toBe('DeepSeek');
    const head = await driver.part('.card-title');
    const { x, y } = driver.center(head);
    await driver.page.mouse.move(x, y);
    await driver.page.mouse.down();
    await driver.page.mouse.move(x + 90, y + 120, { steps: 4 });
    await driver.page.mouse.up();
    await driver.evaluate('newsgloss.settled()');
    const after = await driver.card();
    expect(after && before && [after.left - before.left, after.top - before.top]).toEqual([
      90, 120,
    ]);
    await driver.hover('amd');
    await driver.wait(600);
    expect(await driver.label()).toBe('DeepSeek');
    await driver.press('Close');
    expect(await driver.label()).toBeNull();
  });

  test('pinned, it goes from corner to corner by a button, for those who cannot drag', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Pin');
    const seen = new Set<string>();
    for (let i = 0; i < 4; i++) {
      await driver.press('Move to the next corner');
      const card = await driver.card();
      if (!card) throw new Error('no card');
      seen.add(`${card.left < 450 ? 'left' : 'right'} ${card.top < 200 ? 'top' : 'bottom'}`);
      expect(card.left >= 0 && card.top >= 0 && card.right <= 900 && card.bottom <= 700).toBe(true);
    }
    expect(seen.size).toBe(4);
  });

  test('follows related concepts in place, with a way back', async () => {
    const driver = await open(twoMarks);
    await driver.opened('amd', 'AMD');
    await driver.press('.unfold');
    await driver.press('Lisa Su');
    expect(await driver.labelSoon('Lisa Su')).toBe('Lisa Su');
    await driver.press('Back to AMD');
    expect(await driver.labelSoon('AMD')).toBe('AMD');
  });

  test('says what is known, what is not this and why, and undoes it', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Why marked?');
    expect(await driver.text('.panel')).toContain('open-source');
    await driver.press('Known');
    expect(await driver.text('.actions')).toContain('DeepSeek is no longer marked.');
    await driver.press('Undo');
    await driver.press('Not this');
    await driver.press('On this site');
    await driver.press('Undo');
    await driver.press('Not this');
    await driver.press('On this page');
    await driver.press('Undo');
    await driver.press('Open in the glossary');
    const correction = {
      form: 'DeepSeek',
      concept: 'deepseek',
      verdict: 'never',
      site: new URL(driver.url).host,
    };
    const here = { ...correction, site: driver.url.replace('http://', '') };
    expect((await driver.calls()).filter(([call]) => call !== 'load')).toEqual([
      ['know', 'deepseek'],
      ['undoKnow', 'deepseek'],
      ['correct', correction],
      ['undoCorrect', correction],
      ['correct', here],
      ['undoCorrect', here],
      ['openInGlossary', 'deepseek'],
    ]);
  });

  test('keeps the undo in reach when the mark is gone', async () => {
    const driver = await open(twoMarks);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Known');
    await driver.evaluate(
      `(document.querySelector('[data-concept=deepseek]').removeAttribute('data-concept'), newsgloss.changeMarks())`,
    );
    await driver.wait(100);
    expect(await driver.label()).toBe('DeepSeek');
    await driver.press('Undo');
    expect((await driver.calls()).map(([call]) => call)).toContain('undoKnow');
  });

  test('scrolling opens nothing, takes the card along with its mark and then away', async () => {
    const driver = await open(pageOf(`${twoMarks}<p style="height:3000px">`));
    await driver.opened('deepseek', 'DeepSeek');
    const gap = async () => {
      const [mark, card] = [await driver.mark('deepseek'), await driver.card()];
      return card && Math.round(card.top - mark.bottom);
    };
    const before = await gap();
    const card = await driver.card();
    if (!card) throw new Error('no card');
    await driver.page.mouse.move(card.left + 40, card.top + 20, { steps: 6 });
    await driver.evaluate(`(scrollBy(0, 20), newsgloss.settled())`);
    expect(await driver.label()).toBe('DeepSeek');
    expect(await gap()).toBe(before);
    await driver.page.mouse.move(850, 650);
    await driver.evaluate(`(scrollTo(0, 900), newsgloss.settled())`);
    expect(await driver.labelSoon(null, 200)).toBeNull();
    await driver.evaluate(`(scrollTo(0, 0), newsgloss.settled())`);
    const { x, y } = driver.center(await driver.mark('nvidia'));
    await driver.page.mouse.move(x, y - 100);
    await driver.evaluate(`(scrollBy(0, 100), newsgloss.settled())`);
    await driver.wait(700);
    expect(await driver.label()).toBeNull();
  });

  test.each([
    ['goes to another place in the page', `location.hash = 'far'`],
    ['goes back', 'history.back()'],
  ])('goes, even pinned, when the reader %s', async (_, code) => {
    const driver = await open(twoMarks);
    await driver.evaluate(`history.pushState(null, '', '?next')`);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Pin');
    await driver.evaluate(`void (${code})`);
    expect(await driver.labelSoon(null, 1000)).toBeNull();
  });

  test('leaves no trace in the page once closed', async () => {
    const driver = await open(twoMarks);
    const html = () => driver.evaluate<string>('document.documentElement.outerHTML');
    const before = await html();
    await driver.opened('deepseek', 'DeepSeek');
    expect(await html()).not.toBe(before);
    await driver.page.keyboard.press('Escape');
    expect(await html()).toBe(before);
  });

  test('is not fooled by events that the page makes up', async () => {
    const driver = await open(twoMarks);
    const { x, y } = driver.center(await driver.mark('deepseek'));
    await driver.evaluate(
      `document.querySelector('[data-concept]').dispatchEvent(new PointerEvent('pointermove',
        { clientX: ${x}, clientY: ${y}, bubbles: true, composed: true, pointerType: 'mouse' }))`,
    );
    await driver.wait(600);
    expect(await driver.label()).toBeNull();
  });
});
