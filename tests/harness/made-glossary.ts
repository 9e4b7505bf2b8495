import type { Entry } from '../../src/core/knowledge/entry.ts';
import type { Glossary } from '../../src/core/knowledge/glossary.ts';
import { kinds } from '../../src/core/knowledge/vocabulary.ts';

/** A glossary as uneven as real ones: some kinds large, some small, a few hubs, some concepts alone. */
export const madeGlossary = (count: number): Glossary => {
  let seed = 7;
  const chance = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const related = Array.from({ length: chance(4) }, () => ({
      kind: 'uses',
      to: `concept-${chance(chance(3) === 0 ? count : Math.min(6, count))}`,
    }));
    return {
      id: `concept-${index}`,
      kind: kinds[Math.min(chance(8), chance(8))] ?? 'notion',
      prefLabel: `Concept of ${'some length '.repeat(chance(3))}${index}`.trim(),
      aliases: [],
      summary: 'A concept made for a test.',
      definition: 'd',
      basis: 'general',
      claims: [],
      related,
      dates: [],
    };
  });
  return { entries, sources: [] };
};
