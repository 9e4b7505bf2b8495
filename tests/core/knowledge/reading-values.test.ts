import glossary from 'virtual:newsgloss/glossary';
import { describe, expect, test } from 'vitest';
import { readChronicle } from '../../../src/core/knowledge/chronicle.ts';
import { readSources } from '../../../src/core/knowledge/claims-by-source.ts';
import type { Entry } from '../../../src/core/knowledge/entry.ts';
import type { Glossary } from '../../../src/core/knowledge/glossary.ts';
import { readModelLife } from '../../../src/core/knowledge/model-life.ts';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'notion',
  prefLabel: id.toUpperCase(),
  aliases: [],
  summary: `${id} in short`,
  definition: 'd',
  basis: 'general',
  claims: [],
  related: [],
  dates: [],
  ...more,
});
const cite = (source: string, paragraph: number) => [{ source, paragraph }];
const claim = { kind: 'view', asOf: '2025-02' } as const;
const source = { publisher: 'X', title: 'X', url: 'https://x/', published: '2025-03' };

const small: Glossary = {
  sources: [
    { ...source, id: 'x', paragraphs: 3 },
    { ...source, id: 'y', paragraphs: 2 },
  ],
  entries: [
    entry('a', {
      basis: cite('x', 1),
      claims: [{ ...claim, id: 'one', text: 'said', cites: cite('x', 1), speaker: 'b' }],
      dates: [{ date: '2025-02-26', what: 'a call', cites: cite('x', 3) }],
    }),
    entry('b', {
      claims: [
        { ...claim, id: 'two', text: 'known', cites: [] },
        { ...claim, id: 'three', text: 'heard', cites: cite('y', 2), speaker: 'Nobody' },
      ],
      dates: [{ date: '2025-02-26', what: 'a call', cites: [...cite('x', 3), ...cite('y', 2)] }],
      stage: 'inference',
    }),
    entry('inference', { stage: 'inference' }),
  ],
};

describe('the documents', () => {
  test('show each paragraph with all that is drawn from it, claims before what rests on them', () => {
    const [x] = readSources(small);
    expect(
      x?.paragraphs.map(({ statements }) => statements.map(({ from, text }) => [from, text])),
    ).toEqual([
      [
        ['claim', 'said'],
        ['definition', 'a in short'],
      ],
      [],
      [
        ['date', 'a call'],
        ['date', 'a call'],
      ],
    ]);
  });

  test('name the paragraphs that nothing cites', () => {
    expect(readSources(small).map(({ uncited }) => uncited)).toEqual([[2], [1]]);
  });

  test('of the bundled glossary bear out every cited claim of it', () => {
    const shown = readSources(glossary).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ statements }) => statements.map((one) => one.claim)),
    );
    for (const { claims } of glossary.entries)
      for (const one of claims) if (one.cites.length > 0) expect(shown).toContain(one);
  });
});

describe('the chronicle', () => {
  test('puts what is known to the month before its days', () => {
    expect(readChronicle(small).map(({ date }) => date)).toEqual(['2025-02', '2025-02-26']);
  });

  test('tells an event once, under all its concepts, with all that it cites', () => {
    const events = readChronicle(small).flatMap((one) => one.events);
    expect(events).toHaveLength(1);
    expect(events[0]?.concepts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(events[0]?.cites).toHaveLength(2);
  });

  test('knows who said what: a concept where there is an entry, a name where there is none', () => {
    const sayings = readChronicle(small).flatMap((one) => one.sayings);
    expect(
      sayings.map(({ speaker }) => (typeof speaker === 'string' ? speaker : speaker.label)),
    ).toEqual(['B', 'Nobody']);
  });
});

describe('the life of a model', () => {
  test('has its stages in order, each held by the entry of its name and shared by the others', () => {
    const life = readModelLife(small);
    expect(life.map(({ stage }) => stage)).toEqual(['pre-training', 'post-training', 'inference']);
    expect(life[2]?.concept?.id).toBe('inference');
    expect(life[2]?.others.map(({ id }) => id)).toEqual(['b']);
  });
});
