import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compareVersions, hasNewsSince, news } from '../../src/view/glossary/welcome/news.ts';

const root = join(import.meta.dirname, '../..');

describe('the news', () => {
  test.each([
    ['1.2.3', '1.2.3', 0],
    ['1.10', '1.9.9', 1],
    ['1.2', '1.2.0', 0],
    ['0.9', '1', -1],
    ['2', 'nonsense', 2],
  ] as const)('%s against %s', (one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(Math.sign(sign));
  });

  test('are told to those who had an older version, and to nobody else', () => {
    const newest = news[0]?.version ?? '';
    expect(hasNewsSince('0.0.1')).toBe(true);
    expect(hasNewsSince(newest)).toBe(false);
    expect(hasNewsSince('99')).toBe(false);
  });

  test('are of versions that are out, newest first, and written in every language', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const one of news) expect(compareVersions(one.version, version)).toBeLessThanOrEqual(0);
    const sorted = [...news].sort((a, b) => compareVersions(b.version, a.version));
    expect(sorted).toEqual(news);
    for (const file of readdirSync(join(root, 'assets/locales'))) {
      const texts = parse(readFileSync(join(root, 'assets/locales', file), 'utf8'));
      for (const key of news.flatMap(({ keys }) => keys))
        expect([file, texts]).toHaveProperty([1, key]);
    }
  });
});
