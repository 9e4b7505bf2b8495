import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { pageOf } from './support/use-card.ts';
import { useReader } from './support/use-reader.ts';

type Row = readonly [page: string, wanted: 'light' | 'dark', style: string];

/** What a page says of its colours, for a reader whose system is light. */
const inLight: readonly Row[] = [
  ['says nothing', 'light', ''],
  ['is black', 'dark', 'html { background: #111 }'],
  [
    'is white, and black where the mark is',
    'dark',
    'body { background: #fff } p { background: #1a1a2e }',
  ],
  [
    'is black, and white where the mark is',
    'light',
    'body { background: #111 } p { background: #fefefe }',
  ],
  [
    'is white under a thin shade',
    'light',
    'body { background: #fff } p { background: rgb(0 0 0 / 0.1) }',
  ],
  ['is dark in oklch', 'dark', 'body { background: oklch(0.2 0.03 260) }'],
  [
    'is light in oklch',
    'light',
    'html { background: #000 } body { background: oklch(0.97 0.01 260) }',
  ],
  ['is dark in lab', 'dark', 'body { background: lab(14 2 -6) }'],
  ['is dark in display-p3', 'dark', 'body { background: color(display-p3 0.09 0.1 0.12) }'],
  [
    'is white, and turned inside out',
    'dark',
    'html { background: #fff; filter: invert(1) hue-rotate(180deg) }',
  ],
  ['is black, and turned inside out', 'light', 'body { background: #111; filter: invert(100%) }'],
  ['is dark by its scheme', 'dark', ':root { color-scheme: dark }'],
  ['may be either', 'light', ':root { color-scheme: light dark }'],
];

const inDark: readonly Row[] = [
  ['says nothing, and so is white', 'light', ''],
  ['may be either', 'dark', ':root { color-scheme: light dark }'],
  ['is light by its scheme', 'light', ':root { color-scheme: light }'],
  ['is white', 'light', ':root { color-scheme: light dark } body { background: #fff }'],
];

describe.each(browserNames)('light or dark in %s', (name) => {
  const open = useReader(name);
  const schemeOn = async (style: string, dark: boolean, more = ''): Promise<string> => {
    const html = pageOf(
      `<style>${style}</style><div><p>On <i data-concept="deepseek">DeepSeek</i>.</p></div>${more}`,
    );
    const driver = await open({ dark }, html);
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    return driver.evaluate(`getComputedStyle(newsgloss.root.querySelector('.card')).colorScheme`);
  };

  test.each(inLight)(
    'where the system is light and the page %s, the card is %s',
    async (_, wanted, style) => {
      expect(await schemeOn(style, false)).toBe(wanted);
    },
  );

  test.each(inDark)(
    'where the system is dark and the page %s, the card is %s',
    async (_, wanted, style) => {
      expect(await schemeOn(style, true)).toBe(wanted);
    },
  );

  test('what a component of the page draws behind words given to it counts, not what they stand in', async () => {
    const component = `<script>
      document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML =
        '<section style="background:#111;color:#eee"><slot></slot></section>';
    </script>`;
    expect(await schemeOn('div { background: #fff }', false, component)).toBe('dark');
  });
});
