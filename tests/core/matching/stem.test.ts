import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/core/matching/stem.ts';

describe('a stem', () => {
  it.each([
    ['train', 'training', 'trained', 'trains'],
    ['stop', 'stopped', 'stopping'],
    ['trade', 'trades', 'trading', 'traded'],
    ['copy', 'copies', 'copied'],
  ])('is one for all endings of %s', (word, ...others) => {
    expect(new Set(others.map(stem))).toEqual(new Set([stem(word)]));
  });

  it.each([
    ['setting', 'set'],
    ['boxing', 'box'],
    ['rates', 'rats'],
    ['care', 'car'],
    ['wine', 'wins'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
