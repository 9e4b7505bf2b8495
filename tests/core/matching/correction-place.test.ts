import { describe, expect, test } from 'vitest';
import { holdsOn, siteOfPage } from '../../../src/core/matching/correction-place.ts';

const page = { host: 'news.example', pathname: '/2025/chips' };
const correction = { form: 'R1', concept: 'deepseek-r1', verdict: 'never' } as const;

describe('a correction holds', () => {
  test.each([
    ['everywhere', undefined, true],
    ['on its host', 'news.example', true],
    ['on its page', 'news.example/2025/chips', true],
    ['not on another page', 'news.example/2025/other', false],
    ['not on another host', 'other.example', false],
  ])('%s', (_, site, expected) => {
    expect(holdsOn({ ...correction, ...(site !== undefined && { site }) }, page)).toBe(expected);
  });

  test('on a page whose address is longer than settings keep', () => {
    const long = { host: 'news.example', pathname: `/${'a'.repeat(900)}` };
    expect(siteOfPage(long).length).toBe(300);
    expect(holdsOn({ ...correction, site: siteOfPage(long) }, long)).toBe(true);
  });
});
