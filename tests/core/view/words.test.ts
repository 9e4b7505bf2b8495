import { describe, expect, test } from 'vitest';
import type { Labels } from '../../../src/core/labels.ts';
import { attribution, voicesOf } from '../../../src/view/claim-list.tsx';
import { dateIn, listIn } from '../../../src/view/intl.ts';
import { reasonIn } from '../../../src/view/reason.ts';
import { readingOf } from '../card/support/readings.ts';

const labelsIn =
  (language: string): Labels =>
  (key, values = []) =>
    key === 'cardLanguage' ? language : `${key}(${values.join('|')})`;
const english = labelsIn('en');

describe('dates', () => {
  test.each([
    ['en', '2025-02-26', 'day', 'February 26, 2025'],
    ['en', '2025-02-26', 'month', 'February 2025'],
    ['en', '2025-02', 'day', 'February 2025'],
    ['en', '2025', 'month', '2025'],
    ['zh-CN', '2025-02', 'month', '2025年2月'],
    ['vi', '2025-02', 'month', 'tháng 2 năm 2025'],
  ] as const)('%s %s to the %s: %s', (language, date, finest, expected) => {
    expect(dateIn(labelsIn(language), date, finest)).toBe(expected);
  });

  test('are no day earlier where the clock is behind Greenwich', () => {
    expect(dateIn(english, '2025-01-01')).toBe('January 1, 2025');
  });
});

test('lists are joined as the language does', () => {
  expect(listIn(english, ['a', 'b', 'c'])).toBe('a, b, and c');
  expect(listIn(labelsIn('zh-CN'), ['a', 'b'])).toBe('a和b');
});

describe('whose statement it is', () => {
  const reading = {
    ...readingOf('one'),
    speakers: { 'jensen-huang': 'Jensen Huang' },
    sources: {
      paper: {
        id: 'paper',
        publisher: 'The Paper',
        title: 'A title',
        url: 'https://paper.example/',
        published: '2025-02',
        paragraphs: 9,
      },
    },
  };
  const cites = [{ source: 'paper', paragraph: 3 }];
  const claim = { id: 'c', text: 't', kind: 'view', cites, asOf: '2025-02' } as const;

  test.each([
    [
      'a speaker with an entry, by label',
      { ...claim, speaker: 'jensen-huang' },
      'cardClaimView(Jensen Huang)',
    ],
    [
      'a speaker without one, by name',
      { ...claim, speaker: 'A. N. Other' },
      'cardClaimView(A. N. Other)',
    ],
    ['nobody: the publisher', { ...claim, kind: 'report' as const }, 'cardClaimReport(The Paper)'],
    [
      'an estimate is called one',
      { ...claim, kind: 'estimate' as const },
      'cardClaimEstimate(The Paper)',
    ],
    ['nobody and no document', { ...claim, cites: [] }, 'cardGeneral()'],
  ])('%s', (_, one, expected) => {
    expect(attribution(one, reading, english)).toBe(expected);
  });

  test('one voice is named once, where it first speaks', () => {
    const voices = voicesOf(
      [
        { ...claim, id: 'a' },
        { ...claim, id: 'b', speaker: 'jensen-huang' },
        { ...claim, id: 'c' },
      ],
      reading,
      english,
    );
    expect([...voices.values()].map((said) => said.map(({ id }) => id))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });
});

describe('why a mention is marked', () => {
  const reason = { rule: 'evidence', cues: ['a', 'b', 'c', 'd', 'e'], score: 1, threshold: 0 };
  test.each([
    [
      'cues are named, four at most',
      reason,
      'cardWhyCues(cardQuoted(a), cardQuoted(b), cardQuoted(c), and cardQuoted(d))',
    ],
    ['nothing near by was needed', { ...reason, cues: [] }, 'cardWhyForm()'],
    [
      'the page names it elsewhere',
      { ...reason, rule: 'named-on-page', cues: [] },
      'reasonNamedOnPage()',
    ],
    ['the reader said so', { ...reason, rule: 'reader-said-yes' }, 'cardWhyReader()'],
  ])('%s', (_, given, expected) => {
    expect(reasonIn(english, given)).toBe(expected);
  });
});
