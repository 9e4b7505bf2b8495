import { expect, test } from 'vitest';
import { inverseOf } from '../../src/core/knowledge/vocabulary.ts';
import { relationIn } from '../../src/view/relation-in.ts';

test('every kind of relation has a key for its words, and a foreign kind stands as it is', () => {
  for (const kind of inverseOf.keys()) expect(relationIn((key) => key, kind)).toMatch(/^relation/);
  expect(relationIn((key) => key, 'married to')).toBe('married to');
});
