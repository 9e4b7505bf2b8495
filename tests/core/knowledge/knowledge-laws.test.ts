import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../../src/build/read-knowledge.ts';
import {
  countSyllables,
  explainedWords,
  readabilityOf,
} from '../../../src/core/knowledge/check/readability.ts';
import { compile } from '../../../src/core/knowledge/compile.ts';
import { lineOfOffset, offsetInJson } from '../../../src/core/knowledge/packs/json-line.ts';
import { csvCell, csvValue, readCsv } from '../../../src/core/knowledge/packs/read-csv.ts';
import { parseEntry } from '../../../src/core/knowledge/parse-entry.ts';
import { readEntry } from '../../../src/core/knowledge/read-entry.ts';
import { claimKinds, inverseOf, stages } from '../../../src/core/knowledge/vocabulary.ts';

const { authored, sources } = readKnowledge();
const entries = authored.map(({ entry }) => entry);

describe('the bundled knowledge', () => {
  test('has every concept that the evaluation speaks of, and more', () => {
    const ids = new Set(entries.map(({ id }) => id));
    const wanted = `deepseek deepseek-r1 nvidia jensen-huang ddn openai amd lisa-su blackwell pre-training post-training
      fine-tuning inference large-language-model open-source-model token dataset ai-chip compute big-tech fud sell-off
      market-value earnings-call business-insider bloomberg reddit wccftech local-ai training`;
    expect(wanted.split(/\s+/).filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBeGreaterThanOrEqual(40);
  });

  test('has claims of every kind, and disputes that neither side settles', () => {
    const claims = entries.flatMap((entry) => entry.claims);
    for (const kind of claimKinds) expect(claims.some((claim) => claim.kind === kind)).toBe(true);
    const { glossary } = compile({ entries, sources });
    const disputed = (id: string, claim: string) =>
      readEntry(glossary, id)
        ?.disputes.find((one) => one.claim.id === claim)
        ?.against.map((other) => other.claim.id);
    expect(disputed('training-cost', 'five-million')).toEqual(
      expect.arrayContaining(['only-fud', 'hardware']),
    );
    expect(disputed('deepseek', 'hardware')).toContain('five-million');
    expect(disputed('deepseek-r1', 'inference-model')).toEqual(['reasoning-model']);
  });

  test('tells the life of a model and the order of events', () => {
    const { glossary } = compile({ entries, sources });
    const reading = readEntry(glossary, 'fine-tuning');
    expect(reading?.stages.map(({ stage, concept, here }) => [stage, concept?.id, here])).toEqual(
      stages.map((stage) => [stage, stage, stage === 'post-training']),
    );
    const timeline = readEntry(glossary, 'r1-release')?.timeline.map(({ concept }) => concept.id);
    // Both in January; that the release came first stands in the relations.
    expect(timeline).toEqual([
      'r1-release',
      'january-2025-sell-off',
      'su-interview',
      'nvidia-earnings-call',
    ]);
  });

  test('is compiled to plain JSON, the same whatever the order of the files', () => {
    const one = compile({ entries, sources });
    expect(JSON.parse(JSON.stringify(one.glossary))).toEqual(one.glossary);
    expect(compile({ entries: [...entries].reverse(), sources })).toEqual(one);
  });

  test('can be read by someone who left school at sixteen', () => {
    const explained = explainedWords(entries);
    const grades = entries
      .map((entry) => readabilityOf(entry, explained).grade)
      .sort((a, b) => a - b);
    expect(grades[Math.floor(grades.length / 2)]).toBeLessThan(9);
    expect(grades.at(-1)).toBeLessThan(12);
  });
});

test('every relation has a word for its other end, whose other end it is', () => {
  for (const [kind, inverse] of inverseOf) expect(inverseOf.get(inverse)).toBe(kind);
});

test.each([
  ['ship', 1],
  ['ballast', 2],
  ['reading', 2],
  ['computer', 3],
  ['capable', 3],
  ['made', 1],
  ['post-training', 3],
])('%s has %i syllables', (word, count) => {
  expect(countSyllables(word)).toBe(count);
});

test('no file whatever makes the parser of entries throw', () => {
  const yaml = fc.string({
    unit: fc.constantFrom(
      'id',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      '{',
      '"',
      '&a',
      '*a',
      '!!',
      '|',
      '\t',
      'claims',
      '0',
      '?',
      '%',
      '\ud800',
    ),
    maxLength: 40,
  });
  fc.assert(
    fc.property(yaml, (text) => {
      const parsed = parseEntry(text, 'x.yaml');
      if ('issues' in parsed) for (const { line } of parsed.issues) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test('a CSV cell comes back as it was, for any text on one line', () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((text) => text.replace(/[\s\0\uFEFF]+/g, ' ').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
      const text = `a,b,c,d\n${cells.map(csvCell).join(',')}\n`;
      expect(readCsv(text)[1]?.cells.map(csvValue)).toEqual(cells);
    }),
  );
});

test('the line of any value in a JSON text is found', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify({ before: [1, '"}', { x: [] }], value, after: 0 }, null, 1);
      const at = offsetInJson(text, ['value']);
      expect(text.slice(at).startsWith(JSON.stringify(value).slice(0, 1))).toBe(true);
      const label = text.indexOf('"value":', text.indexOf('\n ],'));
      expect(lineOfOffset(text, at)).toBe(text.slice(0, label).split('\n').length);
    }),
  );
});
