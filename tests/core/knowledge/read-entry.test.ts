import glossary from 'virtual:newsgloss/glossary';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/knowledge/entry.ts';
import type { Glossary } from '../../../src/core/knowledge/glossary.ts';
import { readEntry } from '../../../src/core/knowledge/read-entry.ts';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'notion',
  prefLabel: id.toUpperCase(),
  aliases: [],
  summary: 's',
  definition: 'd',
  basis: 'general',
  claims: [],
  related: [],
  dates: [],
  ...more,
});
const cite = (source: string, paragraph: number) => [{ source, paragraph }];
const claim = { kind: 'view', text: 't', asOf: '2025-02' } as const;

const small: Glossary = {
  sources: [
    { id: 'x', publisher: 'X', title: 'X', url: 'https://x/', published: '2025-03', paragraphs: 9 },
    { id: 'y', publisher: 'Y', title: 'Y', url: 'https://y/', published: '2024', paragraphs: 9 },
  ],
  entries: [
    entry('a', {
      related: [{ kind: 'makes', to: 'b' }],
      claims: [{ ...claim, id: 'one', cites: cite('y', 1), speaker: 'b', disputes: ['b#two'] }],
      dates: [{ date: '2025-01', what: 'w', cites: cite('y', 2) }],
      stage: 'inference',
    }),
    entry('b', {
      claims: [{ ...claim, id: 'two', cites: cite('x', 1), speaker: 'Nobody' }],
      dates: [{ date: '2024-12-31', what: 'w', cites: cite('y', 2) }],
      stage: 'inference',
    }),
    entry('inference', { stage: 'inference' }),
  ],
};

describe('the reading of an entry', () => {
  test('is undefined where the glossary has no such entry', () => {
    expect(readEntry(small, 'z')).toBeUndefined();
  });

  test('turns a relation round when it was said at the other end', () => {
    expect(readEntry(small, 'b')?.related).toEqual([
      { kind: 'made by', concept: { id: 'a', label: 'A', kind: 'notion' } },
    ]);
  });

  test('shows a dispute from both sides, with the other side’s source', () => {
    for (const [here, there] of [
      ['a', 'two'],
      ['b', 'one'],
    ] as const) {
      const reading = readEntry(small, here);
      expect(reading?.disputes.map(({ against }) => against[0]?.claim.id)).toEqual([there]);
      expect(Object.keys(reading?.sources ?? {})).toEqual(['x', 'y']);
    }
  });

  test('names the speakers that are concepts, and no others', () => {
    expect(readEntry(small, 'a')?.speakers).toEqual({ b: 'B' });
  });

  test('places a staged concept in the life of a model, each stage held by the entry of its name', () => {
    expect(readEntry(small, 'a')?.stages).toEqual([
      { stage: 'pre-training', here: false },
      { stage: 'post-training', here: false },
      {
        stage: 'inference',
        concept: { id: 'inference', label: 'INFERENCE', kind: 'notion' },
        here: true,
      },
    ]);
    expect(readEntry(glossary, 'deepseek')?.stages).toEqual([]);
  });

  test('orders the dated events, earliest first', () => {
    const timeline = readEntry(small, 'a')?.timeline ?? [];
    expect(timeline.map(({ concept, here }) => [concept.id, here])).toEqual([
      ['b', false],
      ['a', true],
    ]);
  });

  test('is as old as the newest thing that it cites', () => {
    expect(readEntry(small, 'a')?.asOf).toBe('2025-03');
  });

  test('of every bundled entry refers only to what is there', () => {
    for (const { id } of glossary.entries) {
      const reading = readEntry(glossary, id);
      for (const { cites } of reading?.entry.claims ?? []) {
        for (const { source } of cites) expect(reading?.sources).toHaveProperty(source);
      }
    }
  });
});

test('a claim that is drawn in the card of another concept says of whom it speaks', () => {
  const vague = glossary.entries.flatMap(({ id }) =>
    (readEntry(glossary, id)?.disputes ?? []).flatMap(({ against }) =>
      against
        .filter(
          ({ concept, claim: { text } }) =>
            concept.id !== id && /^(It|He|She|They|The company) /.test(text),
        )
        .map(({ claim: { text } }) => `${id}: ${text}`),
    ),
  );
  expect(vague).toEqual([]);
});
