import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateStands, readDates } from '../../../src/core/knowledge/citing/dates.ts';
import { digestDocument } from '../../../src/core/knowledge/citing/digest.ts';
import { readFigures } from '../../../src/core/knowledge/citing/figures.ts';
import { ordinaryWords, readNames } from '../../../src/core/knowledge/citing/names.ts';
import { foldWords, wordRuns } from '../../../src/core/knowledge/citing/word-runs.ts';

describe('a figure is written one way, whatever way it was said', () => {
  test.each<[text: string, figures: readonly string[]]>([
    ['It cost $5 million.', ['$5 million']],
    ['It cost 5,000,000 dollars.', ['$5 million']],
    ['It cost US$5m.', ['$5 million']],
    ['It cost around $5 million, or about $5 million.', ['~$5 million']],
    ['It cost well over $1 billion.', ['>$1 billion']],
    ['more than 20 percent, over 20%', ['>20%']],
    ['up to 30 ships, less than 4 days', ['<30', '<4']],
    ['$1.5 trillion', ['$1.5 trillion']],
    ['seven ships and twelve', ['12', '7']],
    ['a five-million-ton hull', ['5 million']],
    ['hundreds of millions of dollars', ['hundreds of millions $']],
    ['trillions of dollars', ['trillions $']],
    ['up to several trillion tokens', ['<several trillion']],
    ['millions of users', ['millions']],
  ])('%s', (text, figures) => {
    expect(readFigures(text)).toEqual(figures);
  });

  test.each([
    'R1 and GPT-4o and Llama-3.1',
    'one of two words',
    'Quay 7',
    'the first day',
    'Mooring 2.5 replies',
  ])('and what is part of a name or mere grammar is none: %s', (text) => {
    expect(readFigures(text)).toEqual([]);
  });
});

describe('a date is read as exactly as it is said', () => {
  test.each<[text: string, dates: readonly string[]]>([
    ['on February 26, 2025', ['2025-02-26']],
    ['on 26 February 2025', ['2025-02-26']],
    ['on February 26th', ['-02-26']],
    ['in March 2024 and in April', ['-04', '2024-03']],
    ['since 2025-02', ['2025-02']],
    ['in 1999', ['1999']],
    ['it may march on', []],
    ['$2000 and 2000 million, 2,000', []],
  ])('%s', (text, dates) => {
    expect(readDates(text).dates).toEqual(dates);
  });

  test('with the year of publication where it names none', () => {
    expect(readDates('in January, and this month', '2025-02').dates).toEqual([
      '2025-01',
      '2025-02',
    ]);
  });

  test('and its digits are no figures', () => {
    expect(readFigures(readDates('on February 26, 2025 and in 1999').rest)).toEqual([]);
  });

  test.each<[said: string, standing: string, stands: boolean]>([
    ['2025', '2025-02-26', true],
    ['2025-02', '2025-02-26', true],
    ['-02', '2025-02-26', true],
    ['-02-26', '2025-02-26', true],
    ['2025-02-2', '2025-02-26', false],
    ['2025-02-26', '2025-02', false],
    ['-03', '2025-02-26', false],
  ])('%s stands in %s: %s', (said, standing, stands) => {
    expect(dateStands(said, standing)).toBe(stands);
  });
});

describe('names are told from words that only open a sentence', () => {
  test.each<[text: string, names: readonly string[]]>([
    ['The mayor Ada Holm spoke.', ['Ada Holm']],
    ['However, Mr. Holm spoke.', ['Holm']],
    [
      "Sund's port, AMD CEO Lisa Su and DeepSeek's R1",
      ['Sund', 'AMD', 'Lisa Su', 'DeepSeek', 'R1'],
    ],
    ['Zephyr came. Ships came.', ['Zephyr']],
    ['In March it rained on Monday.', []],
    ['A Huge Success For Holm: Why Every Ship Now Moors At The New Quay', ['Holm']],
    ['AI models of OpenAI', ['OpenAI']],
    ['“Harbour Works” and “gift”', ['Harbour Works']],
    ['Mooring 2 and Quay 7.', ['Mooring 2', 'Quay 7']],
  ])('%s', (text, names) => {
    const ordinary = ordinaryWords(['many ships came and went']);
    expect(readNames(text, { ordinary, known: new Set(['holm']) })).toEqual(names);
  });
});

describe('words are compared without case, marks and punctuation', () => {
  test('so that a copy cannot hide', () => {
    expect(foldWords('Don’t say “Café”—now!')).toEqual(foldWords('DONT say cafe now'));
    expect(wordRuns('a b c d e f g')).toEqual([]);
    expect(wordRuns('a b c d e f g h i')).toEqual(['a b c d e f g h', 'b c d e f g h i']);
  });
});

describe('a digest', () => {
  const document = {
    source: 'x',
    published: '2025-02',
    text: 'One of the eight or nine words here is Sund.\n\n  \nTwo.\n',
  };
  const digest = digestDocument(document, { hash: (run) => `#${run.length}`, salt: 's' });

  test('counts non-empty lines as paragraphs', () => {
    expect(digest.paragraphs).toHaveLength(2);
  });

  test('holds no run of words, only what the hash gave', () => {
    expect(JSON.stringify(digest)).not.toMatch(/nine words/);
    expect(digest.paragraphs[0]?.runs.length).toBeGreaterThan(0);
  });
});

test('no text whatever makes a reader of statements throw', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(
        '$',
        '5',
        ' ',
        'm',
        '.',
        'A',
        'ug',
        '%',
        '-',
        '2025',
        'several ',
        'million',
        '\ud800',
      ),
      maxLength: 20,
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      readFigures(readDates(text, '2025-02').rest);
      readNames(text);
      wordRuns(text);
    }),
    { numRuns: 2000 },
  );
});
