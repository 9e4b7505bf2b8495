import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../../src/core/knowledge/glossary.ts';
import { quarrelsIn } from '../../../src/view/quarrels.ts';
import { readingOf } from '../card/support/readings.ts';

const claim = (id: string): Claim => ({ id, text: id, kind: 'fact', cites: [], asOf: '2025-02' });

const reading = (pairs: readonly (readonly [string, readonly string[]])[]): EntryReading => ({
  ...readingOf('one'),
  disputes: pairs.map(([id, against]) => ({
    claim: claim(id),
    against: against.map((other) => ({
      concept: {
        id: other.includes('#') ? (other.split('#')[0] ?? '') : 'one',
        label: '',
        kind: 'model',
      },
      claim: claim(other.split('#').at(-1) ?? ''),
    })),
  })),
});

const sides = (...pairs: readonly (readonly [string, readonly string[]])[]) =>
  quarrelsIn(reading(pairs)).map(({ one, other }) => [
    one.map(({ id }) => id),
    other.map(({ id }) => id),
  ]);

describe('sources that disagree', () => {
  test.each([
    ['nobody', [], []],
    ['one against one of another entry', [['a', ['two#b']]], [[['a'], ['b']]]],
    [
      'both in one entry, said in both directions',
      [
        ['a', ['b']],
        ['b', ['a']],
      ],
      [[['a'], ['b']]],
    ],
    [
      'two against one share a side',
      [
        ['a', ['c']],
        ['b', ['c']],
        ['c', ['a', 'b']],
      ],
      [[['a', 'b'], ['c']]],
    ],
    [
      'two questions stay two',
      [
        ['a', ['b']],
        ['c', ['two#d']],
      ],
      [
        [['a'], ['b']],
        [['c'], ['d']],
      ],
    ],
    [
      'three who all disagree: each once',
      [
        ['a', ['b', 'c']],
        ['b', ['a', 'c']],
        ['c', ['a', 'b']],
      ],
      [[['a'], ['b', 'c']]],
    ],
  ] as const)('%s', (_, pairs, expected) => {
    expect(sides(...pairs)).toEqual(expected);
  });
});
