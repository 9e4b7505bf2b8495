import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { pageOf, useCard } from './support/use-card.ts';

/** What pages do to themselves, for good reasons or none. */
const pages: readonly (readonly [does: string, style: string])[] = [
  [
    'turns and enlarges itself',
    'body { transform: rotate(4deg) scale(1.2); transform-origin: 0 0 }',
  ],
  [
    'holds what is fixed to itself',
    'html { perspective: 400px; will-change: transform; translate: 0 }',
  ],
  ['stands in space', 'body { perspective: 600px } p { transform: rotateY(35deg) }'],
  ['runs in columns', 'body { max-width: none; columns: 3; height: 150px }'],
  ['runs from top to bottom', 'html { writing-mode: vertical-rl } body { max-height: 500px }'],
  ['is contained', 'body { contain: strict; width: 700px; height: 400px } p { contain: paint }'],
  [
    'is cut and faded',
    'html { clip-path: inset(9px) } body { mask-image: linear-gradient(#000, transparent) }',
  ],
  [
    'is filtered and blended',
    'html { filter: invert(1) } body { mix-blend-mode: difference; opacity: 0.8 }',
  ],
  [
    'scrolls inside',
    'html, body { height: 90vh; overflow: hidden } div { height: 300px; overflow: auto }',
  ],
  ['snaps', 'html { scroll-snap-type: y mandatory } p { height: 100vh; scroll-snap-align: start }'],
  [
    'never rests',
    '@keyframes sway { to { translate: 40px } } p { animation: sway 2s infinite alternate }',
  ],
  ['writes very small', 'body { font-size: 5px; line-height: 1 }'],
  ['writes very large', 'body { font-size: 80px; line-height: 1; max-width: none }'],
];

describe.each(browserNames)('on an unusual page the card in %s', (name) => {
  const open = useCard(name);

  test.each(pages)('is whole, on top and clear of its mark: one that %s', async (_, style) => {
    const driver = await open(
      pageOf(`<style>${style}</style>
        <div><p>Some words on <i data-concept="deepseek">DeepSeek</i> and more.</p><p>Others.</p></div>`),
    );
    expect(await driver.opened('deepseek', 'DeepSeek')).toBe('DeepSeek');
    const mark = await driver.mark('deepseek');
    const card = await driver.card();
    if (!card) throw new Error('no card');
    expect(Math.round(card.right - card.left)).toBe(380);
    expect([card.left >= 0, card.top >= 0, card.right <= 900, card.bottom <= 700]).toEqual(
      Array(4).fill(true),
    );
    const isBeside = card.top >= mark.bottom || card.bottom <= mark.top;
    expect(isBeside, JSON.stringify({ card, mark })).toBe(true);
    const { x, y } = driver.center(card);
    expect(
      await driver.evaluate(`document.elementFromPoint(${x}, ${y}) === newsgloss.root.host`),
    ).toBe(true);
  });
});
