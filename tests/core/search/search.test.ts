import glossary from 'virtual:newsgloss/glossary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch, type Marked } from '../../../src/core/knowledge/search.ts';
import { slipsBetween } from '../../../src/core/knowledge/search-distance.ts';
import { fold, squash, squashWithMap } from '../../../src/core/knowledge/search-fold.ts';
import type { Searchable } from '../../../src/core/knowledge/searchable.ts';
import { nonsense, queries } from './queries.ts';

const search = createSearch(glossary);
const held = new Set(glossary.entries.map(({ id }) => id));
const answerable = queries.filter(([, concept]) => held.has(concept));

describe('search finds what is meant, first', () => {
  it('in at least 97 of 100 queries of the table', () => {
    const wrong = answerable
      .map(([query, concept]) => ({ query, concept, found: search(query)[0]?.id }))
      .filter(({ concept, found }) => concept !== found);
    const rate = 1 - wrong.length / answerable.length;
    console.log(
      `search: ${answerable.length} queries, right first in ${(rate * 100).toFixed(1)} %`,
      wrong,
    );
    expect(answerable.length).toBeGreaterThanOrEqual(120);
    expect(rate).toBeGreaterThanOrEqual(0.97);
  });

  it('and nothing for nonsense', () => {
    const answered = nonsense.filter((query) => search(query).length > 0);
    console.log(
      `search: ${nonsense.length} nonsense queries, ${answered.length} answered`,
      answered.map((query) => [query, search(query)[0]?.id, search(query)[0]?.way]),
    );
    expect(nonsense.length).toBeGreaterThanOrEqual(40);
    expect(answered).toEqual([]);
  });
});

const entry = (id: string, prefLabel: string, more: Partial<Searchable> = {}): Searchable => ({
  id,
  prefLabel,
  kind: 'notion',
  aliases: [],
  summary: '',
  definition: '',
  ...more,
});

/** Marked letters between brackets. */
const shown = ({ text, marks }: Marked): string =>
  [...marks]
    .reverse()
    .reduce(
      (t, { start, end }) => `${t.slice(0, start)}[${t.slice(start, end)}]${t.slice(end)}`,
      text,
    );

describe('while meanings are made ready', () => {
  const typed = queries.flatMap(([query]) =>
    Array.from(query, (_, end) => query.slice(0, end + 1)),
  );

  it('what bears the words in its name, or nearly, is found already, and stays where it is when the rest comes', () => {
    const fresh = createSearch(glossary);
    const early = typed.map((query) => fresh.now(query));
    expect(early.flat().some(({ way }) => way === 'slips')).toBe(true);
    expect(early.flat().filter(({ way }) => way === 'meaning')).toEqual([]);
    while (fresh.prepareSome());
    for (const [index, query] of typed.entries())
      expect(fresh.now(query).slice(0, early[index]?.length), query).toEqual(early[index]);
  });

  it('some are ready after each step, all after the last: then each key is answered as the whole query is', () => {
    const entries = Array.from({ length: 600 }, (_, index) =>
      entry(`e${index}`, `Name ${index}`, { definition: `Word${index} of a sentence.` }),
    );
    const slow = createSearch({ entries });
    const answered = () =>
      [0, 299, 599].map((index) => slow.now(`word${index}`).map(({ id }) => id));
    const seen = [answered()];
    while (slow.prepareSome()) seen.push(answered());
    seen.push(answered());
    expect(seen).toEqual([
      [[], [], []],
      [['e0'], [], []],
      [['e0'], ['e299'], []],
      [['e0'], ['e299'], ['e599']],
    ]);
    expect(slow('word599')).toEqual(slow.now('word599'));
    expect(createSearch({ entries })('word599')).toEqual(slow.now('word599'));
  });
});

describe('what was typed is marked, exactly', () => {
  const rows: readonly (readonly [query: string, label: string, marked: string])[] = [
    ['deep', 'DeepSeek', '[Deep]Seek'],
    ['deepseek r', 'DeepSeek-R1', '[DeepSeek-R]1'],
    ['posttr', 'Post-training', '[Post-tr]aining'],
    ['training', 'Post-training', 'Post-[training]'],
    ['huang jen', 'Jensen Huang', '[Jen]sen [Huang]'],
    ['ecole', 'École normale', '[École] normale'],
    ['é', 'e\u0301cole', '[e\u0301]cole'],
    ['da nang', 'Đà Nẵng', '[Đà Nẵng]'],
    ['seek', 'DeepSeek', 'Deep[Seek]'],
    ['depseek', 'DeepSeek', 'DeepSeek'],
    ['深', '深度求索', '[深]度求索'],
    ['what is fud', 'FUD', '[FUD]'],
  ];
  it.each(rows)('%s in %s: %s', (query, label, marked) => {
    const [found] = createSearch({ entries: [entry('x', label)] })(query);
    expect(found && shown(found.label)).toBe(marked);
  });

  it('words of a meaning are marked in the summary, in whichever form', () => {
    const chips = entry('x', 'Nvidia', { summary: 'A company that designs chips and chip sets.' });
    const [found] = createSearch({ entries: [chips] })('chip companies design');
    expect(found?.way).toBe('meaning');
    expect(found && shown(found.summary)).toBe(
      'A [company] that [designs] [chips] and [chip] sets.',
    );
  });
});

describe('better ways come first', () => {
  it('whole label, whole alias, beginning of a label, of an alias, words, parts, slips', () => {
    const entries = [
      entry('slips', 'Tokan'),
      entry('inside', 'Cryptotoken'),
      entry('words', 'The long token'),
      entry('alias-start', 'Zero', { aliases: [{ form: 'Tokenized' }] }),
      entry('label-start', 'Tokenizer'),
      entry('alias', 'One', { aliases: [{ form: 'token' }] }),
      entry('label', 'Token'),
      entry('meaning', 'Two', { definition: 'What a token is.' }),
    ];
    expect(createSearch({ entries })('token').map(({ id }) => id)).toEqual([
      'label',
      'alias',
      'label-start',
      'alias-start',
      'words',
      'inside',
      'slips',
      'meaning',
    ]);
  });

  it('among beginnings, the shorter', () => {
    const entries = [entry('b', 'DeepSeek-R1'), entry('a', 'DeepSeek')];
    expect(createSearch({ entries })('deep').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('slips of typing are counted', () => {
  const rows: readonly (readonly [string, string, number, number])[] = [
    ['token', 'token', 0, 0],
    ['tokne', 'token', 1, 1],
    ['tken', 'token', 1, 1],
    ['tooken', 'token', 1, 1],
    ['tok', 'token', 2, 0],
    ['xyz', 'token', 4, 3],
    ['', 'token', 4, 0],
    ['token', '', 4, 4],
  ];
  it.each(rows)('%s to %s: %i, to its start %i', (typed, name, whole, start) => {
    expect(slipsBetween(typed, name, 3)).toEqual({ whole, start });
  });
});

describe('folding keeps its map', () => {
  it('squashWithMap gives the same text as squash, and a span for each letter of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const map = squashWithMap(text);
        expect(map.spans).toHaveLength(map.text.length);
        for (const { start, end } of map.spans) expect(end).toBeGreaterThan(start);
      }),
    );
  });

  it.each(['Đà Nẵng', 'ﬁne–tuning', 'DeepSeek‑R1', '深度求索', "Nvidia's"])('%s', (text) => {
    expect(squashWithMap(text).text).toBe(squash(text));
    expect(fold(fold(text))).toBe(fold(text));
  });

  it('no query makes search throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary' })),
        (query) => {
          search(query);
        },
      ),
      { numRuns: 500 },
    );
  });
});
