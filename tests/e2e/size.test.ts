import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BrowserName, browserNames } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';

/** What the page's script may weigh, in bytes gzipped, with glossary and card. docs/decisions/0003 says what is met of it. */
const goal = 40_000;

/** What its parts weighed when this was last set: they may shrink, and must not grow. */
const ceilings = {
  'content-scripts/annotator.js': 13_300,
  'marker.js': 48_500,
  'card.js': 22_100,
} as const;

const sizeOf = (name: BrowserName, file: string): number =>
  gzipSync(readFileSync(join(extensionFolder(name), file)), { level: 9 }).length;

describe.each(browserNames)('what is carried into a page in %s', (name) => {
  it.each(Object.entries(ceilings))('does not grow: %s', (file, ceiling) => {
    expect(sizeOf(name, file)).toBeLessThanOrEqual(ceiling);
  });

  it('is at most 40 kB in every page, whatever a page asks for besides', () => {
    const [every, marker, card] = Object.keys(ceilings).map((file) => sizeOf(name, file));
    console.log(
      `gzipped: goal ≤ ${goal} bytes, is ${every} in every page; ${marker} more where something may stand, ${card} more where something is marked`,
    );
    expect(every).toBeLessThanOrEqual(goal);
  });

  it('has its styles as they were written: they ask for the direction of a text, not for its language', () => {
    const script = readFileSync(join(extensionFolder(name), 'card.js'), 'utf8');
    expect(script).toContain(':dir(rtl)');
    expect(script).not.toContain(':lang(');
  });
});

/** What the popup loads before its first paint, in bytes gzipped. */
const popupCeiling = 20_000;

describe.each(browserNames)('what the popup waits for before it is painted in %s', (name) => {
  it('is one sheet and two scripts, and does not grow', () => {
    const page = readFileSync(join(extensionFolder(name), 'popup.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    const kinds = files.map((file) => file.split('.').at(-1)).sort();
    expect(kinds).toEqual(['css', 'js', 'js']);
    const all = files.reduce((sum, file) => sum + sizeOf(name, file), 0);
    console.log(`popup until its first paint, gzipped: ${all} bytes`);
    expect(all).toBeLessThanOrEqual(popupCeiling);
  });
});
