import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, rgbOf } from './contrast.ts';

const theme = ['theme.css', 'theme-pages.css']
  .map((file) => readFileSync(new URL(`../../../assets/${file}`, import.meta.url), 'utf8'))
  .join('\n');

const colors = new Map(
  [...theme.matchAll(/--ng-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

const text = 4.5;
const graphics = 3;

/** Which colour stands on which, and what WCAG 2.2 AA asks of it (1.4.3 text, 1.4.11 parts and borders). */
const pairs: readonly (readonly [string, string, number])[] = [
  ['ink', 'surface', text],
  ['ink', 'raised', text],
  ['ink', 'tint', text],
  ['ink', 'warn-tint', text],
  ['quiet', 'surface', text],
  ['quiet', 'raised', text],
  ['quiet', 'warn-tint', text],
  ['accent', 'surface', text],
  ['accent', 'raised', text],
  ['accent', 'tint', text],
  ['accent', 'warn-tint', text],
  ['on-accent', 'accent', text],
  ['warn', 'surface', text],
  ['warn', 'raised', text],
  ['warn', 'warn-tint', text],
  ['bad', 'surface', text],
  ['edge', 'surface', graphics],
  ['edge', 'raised', graphics],
  ['mark', 'surface', graphics],
];

describe('the theme', () => {
  test('gives every colour for light and for dark', () => {
    expect(colors.size).toBeGreaterThan(12);
    expect(theme.match(/--ng-[\w-]+:\s*#/g)).toBeNull();
  });

  test.each(['light', 'dark'] as const)(
    'has the contrast that WCAG 2.2 AA asks for: %s',
    (scheme) => {
      const low = pairs.flatMap(([front, back, least]) => {
        const [a, b] = [colors.get(front)?.[scheme], colors.get(back)?.[scheme]];
        if (!a || !b) return [`${front} or ${back} is not in the theme`];
        const ratio = contrast(rgbOf(a), rgbOf(b));
        return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)} < ${least}`] : [];
      });
      expect(low).toEqual([]);
    },
  );
});
