import { describe, expect, it } from 'vitest';
import { integer, oneOf, optional, record, text } from '../../../src/core/settings/guards.ts';

const point = record<{ name: string; size?: number }>({
  name: text(5),
  size: optional(integer(0, 9)),
});

describe('a guard gives the value it was made for, and nothing else', () => {
  it.each<[string, unknown, unknown]>([
    ['all keys', { name: 'dot', size: 3 }, { name: 'dot', size: 3 }],
    ['an optional key left out', { name: 'dot' }, { name: 'dot' }],
    ['an optional key with a bad value', { name: 'dot', size: 10 }, undefined],
    ['a key left out', { size: 3 }, undefined],
    ['a key too many', { name: 'dot', colour: 'red' }, undefined],
    ['text too long', { name: 'ellipsis' }, undefined],
    ['text without a sign', { name: '' }, undefined],
    ['a list', ['dot'], undefined],
    ['nothing', null, undefined],
    ['a prototype key', JSON.parse('{"name":"dot","__proto__":{"size":1}}'), undefined],
  ])('record: %s', (_case, input, kept) => {
    expect(point(input)).toEqual(kept);
  });

  it.each<[unknown, unknown]>([
    [0, 0],
    [9, 9],
    [10, undefined],
    [-1, undefined],
    [1.5, undefined],
    ['1', undefined],
    [Number.NaN, undefined],
  ])('a whole number from 0 to 9: %s', (input, kept) => {
    expect(integer(0, 9)(input)).toBe(kept);
  });

  it('one of several words', () => {
    expect(oneOf('a', 'b')('b')).toBe('b');
    expect(oneOf('a', 'b')('toString')).toBeUndefined();
  });
});
