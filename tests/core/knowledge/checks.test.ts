import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../../src/build/read-knowledge.ts';
import { checkKnowledge } from '../../../src/core/knowledge/check/check-knowledge.ts';
import { checkSources } from '../../../src/core/knowledge/check/check-sources.ts';
import { readNames } from '../../../src/core/knowledge/citing/names.ts';
import { formatIssue } from '../../../src/core/knowledge/issue.ts';
import { files, knowledgeWith, sourcesFile } from './sound-knowledge.ts';

type Change = readonly [file: string, from: string, to: string];
type Row = readonly [law: string, change: Change, at: `${string}:${number}`, message: RegExp];

const issuesAfter = ([file, from, to]: Change) => {
  const text = file === 'sources.yaml' ? sourcesFile : files[file];
  if (!text?.includes(from)) throw new Error(`${file} has no "${from}"`);
  const changed = text.replace(from, to);
  const knowledge =
    file === 'sources.yaml' ? knowledgeWith({}, changed) : knowledgeWith({ [file]: changed });
  return checkKnowledge(knowledge);
};

test('knowledge without a fault has no issue', () => {
  expect(checkKnowledge(knowledgeWith()).map(formatIssue)).toEqual([]);
});

const laws: Readonly<Record<string, readonly Row[]>> = {
  'what is named exists': [
    [
      'a relation leads to an entry',
      ['quay.yaml', 'to: port', 'to: harbour'],
      'quay.yaml:23',
      /no entry harbour/,
    ],
    [
      'a relation has a word for its other end',
      ['quay.yaml', 'part of', 'near'],
      'quay.yaml:23',
      /"near" has no word/,
    ],
    [
      'an entry is not related to itself',
      ['quay.yaml', 'to: port', 'to: quay'],
      'quay.yaml:23',
      /to itself/,
    ],
    [
      'a relation is stated once',
      ['quay.yaml', 'to: port }', 'to: port }\n  - { kind: part of, to: port }'],
      'quay.yaml:24',
      /stands twice/,
    ],
    [
      'no relation is said both ways',
      ['port.yaml', 'basis: general', 'basis: general\nrelated: [{ kind: part of, to: quay }]'],
      'port.yaml:9',
      /both ways/,
    ],
    [
      'no order leads in a circle',
      ['port.yaml', 'basis: general', 'basis: general\nrelated: [{ kind: part of, to: quay }]'],
      'port.yaml:9',
      /back to itself/,
    ],
    [
      'a dispute is with a claim that exists',
      ['quay.yaml', 'mayor#gift', 'mayor#loan'],
      'quay.yaml:16',
      /no claim mayor#loan/,
    ],
    [
      'a claim does not dispute itself',
      ['quay.yaml', 'mayor#gift', 'cost'],
      'quay.yaml:16',
      /disputes itself/,
    ],
    [
      'a speaker’s id is an entry',
      ['mayor.yaml', 'speaker: mayor', 'speaker: major'],
      'mayor.yaml:14',
      /no entry major/,
    ],
    [
      'a view has a speaker',
      ['mayor.yaml', '    speaker: mayor\n', ''],
      'mayor.yaml:13',
      /view of nobody/,
    ],
    [
      'a claim’s id is its own',
      ['quay.yaml', 'id: opened', 'id: cost'],
      'quay.yaml:17',
      /claim cost stands twice/,
    ],
    [
      'a source is listed',
      ['quay.yaml', 'basis: [gazette:1]', 'basis: [herald:1]'],
      'quay.yaml:9',
      /no source herald/,
    ],
    [
      'a paragraph exists',
      ['quay.yaml', 'basis: [gazette:1]', 'basis: [gazette:4]'],
      'quay.yaml:9',
      /has 3 paragraphs/,
    ],
    [
      'a claim is not older than what it cites',
      ['quay.yaml', 'asOf: 2024-04', 'asOf: 2023'],
      'quay.yaml:15',
      /older than gazette/,
    ],
    [
      'a source is listed once',
      ['sources.yaml', sourcesFile, sourcesFile + sourcesFile],
      'sources.yaml:8',
      /listed twice/,
    ],
  ],
  'forms tell concepts apart': [
    [
      'a form belongs to one entry',
      ['port.yaml', 'form: port, inflect: noun, ambiguous: true', 'form: Ada Holm'],
      'port.yaml:5',
      /collides with that of mayor/,
    ],
    [
      'a form shared by two is ambiguous in both',
      ['port.yaml', 'form: port, inflect: noun, ambiguous: true', 'form: the-quay'],
      'port.yaml:5',
      /collides with that of quay/,
    ],
    [
      'an alias is not another’s label',
      ['mayor.yaml', 'form: Holm, ambiguous: true', 'form: ports'],
      'mayor.yaml:6',
      /shadows the label of port/,
    ],
    [
      'a label is its own',
      ['port.yaml', 'prefLabel: Port', 'prefLabel: quay-7'],
      'port.yaml:3',
      /also that of quay/,
    ],
    [
      'a form stands once in an entry',
      ['quay.yaml', '{ form: Quay 7 }', '{ form: Quay 7 }\n  - { form: Quay 7 }'],
      'quay.yaml:6',
      /says nothing that/,
    ],
  ],
  'a text can be read': [
    [
      'a summary stands alone',
      ['port.yaml', 'A place where', 'It is where'],
      'port.yaml:6',
      /leans on/,
    ],
    [
      'a definition has at most three sentences',
      ['port.yaml', 'A port has quays.', 'One. Two. Three.'],
      'port.yaml:7',
      /4 sentences/,
    ],
    [
      'a text ends with a full stop',
      ['port.yaml', 'load and unload.', 'load and unload'],
      'port.yaml:6',
      /no full stop/,
    ],
    ['a text hides no character', ['port.yaml', 'load', 'lo\u200bad'], 'port.yaml:6', /invisible/],
    [
      'a text has no gap of two spaces',
      ['port.yaml', 'ships load', 'ships  load'],
      'port.yaml:6',
      /two spaces/,
    ],
  ],
  'what is said stands in what is cited': [
    [
      'a figure',
      ['quay.yaml', '$40 million', '$50 million'],
      'quay.yaml:11',
      /figure ~\$50 million does not stand in gazette:1/,
    ],
    [
      'a figure’s currency',
      ['quay.yaml', '$40 million', '€40 million'],
      'quay.yaml:11',
      /figure ~€40 million/,
    ],
    [
      'a figure’s bound',
      ['quay.yaml', 'about $40', 'over $40'],
      'quay.yaml:11',
      /figure >\$40 million/,
    ],
    ['a percentage', ['mayor.yaml', 'over 30%', 'over 31%'], 'mayor.yaml:17', /figure >31%/],
    [
      'a figure in words',
      ['mayor.yaml', 'over 30%', 'over 30%, at four places,'],
      'mayor.yaml:17',
      /figure 4 /,
    ],
    [
      'a figure in a definition',
      ['quay.yaml', 'Ships moor', 'Some 12 ships moor'],
      'quay.yaml:8',
      /figure ~12/,
    ],
    [
      'a figure of general knowledge does not exist',
      ['port.yaml', 'A port has quays.', 'A port has 12 quays.'],
      'port.yaml:7',
      /figure 12/,
    ],
    [
      'a month',
      ['quay.yaml', 'opened in March in', 'opened in April in'],
      'quay.yaml:17',
      /date -04/,
    ],
    [
      'a year',
      ['quay.yaml', 'opened in March 2024', 'opened in March 2023'],
      'quay.yaml:8',
      /date 2023-03/,
    ],
    [
      'the date of an event',
      ['quay.yaml', 'date: 2024-03', 'date: 2024-02'],
      'quay.yaml:25',
      /date 2024-02/,
    ],
    [
      'a name',
      ['quay.yaml', 'Harbour Works built', 'Seaside Works built'],
      'quay.yaml:17',
      /name "Seaside Works"/,
    ],
    [
      'a name at the start of a sentence',
      ['quay.yaml', 'Quay 7 cost', 'Zephyr cost'],
      'quay.yaml:11',
      /name "Zephyr"/,
    ],
    [
      'a name that another paragraph has',
      ['quay.yaml', 'Harbour Works built', 'Ada Holm built'],
      'quay.yaml:17',
      /name "Ada Holm"/,
    ],
    [
      'a speaker',
      ['mayor.yaml', 'cites: [gazette:2]', 'cites: [gazette:1]'],
      'mayor.yaml:11',
      /speaker mayor is named neither/,
    ],
  ],
  'words are the author’s own': [
    [
      'in a claim',
      [
        'mayor.yaml',
        'It is a gift to everyone who lives there.',
        'She called it a gift to the town, and over 30% came.',
      ],
      'mayor.yaml:11',
      /8 words in a row as in gazette:2: "called it a gift to the town and"/,
    ],
    [
      'in a summary',
      [
        'quay.yaml',
        'A landing place for ships in the port of Sund.',
        'In March the port of Sund opened its quay.',
      ],
      'quay.yaml:7',
      /8 words in a row/,
    ],
    [
      'whatever its case and marks',
      [
        'quay.yaml',
        'A landing place for ships in the port of Sund.',
        'In march; the PORT of sund, opened its quay.',
      ],
      'quay.yaml:7',
      /8 words in a row/,
    ],
  ],
  'nothing that the documents say is left out': [
    [
      'a paragraph that nobody cites',
      ['sources.yaml', '  silent: [3]\n', ''],
      'sources.yaml:1',
      /no claim cites gazette:3/,
    ],
    [
      'a figure that nobody states',
      ['mayor.yaml', 'Of the ships, over 30% use it.', 'Many ships use it.'],
      'sources.yaml:1',
      /gazette:2 says >30%/,
    ],
    [
      'a date that nobody states',
      ['quay.yaml', 'which opened in March in', 'which opened in'],
      'sources.yaml:1',
      /gazette:1 says 2024-03/,
    ],
    [
      'a source of another length than its digest',
      ['sources.yaml', 'paragraphs: 3', 'paragraphs: 2'],
      'sources.yaml:1',
      /says 2 paragraphs, its digest has 3/,
    ],
    [
      'a source without a digest',
      ['sources.yaml', 'id: gazette', 'id: herald'],
      'sources.yaml:1',
      /no digest of herald/,
    ],
  ],
};

for (const [law, rows] of Object.entries(laws)) {
  describe(`${law}, or the check fails`, () => {
    test.each(rows)('%s', (_what, change, at, message) => {
      const found = issuesAfter(change).find((issue) => message.test(issue.message));
      expect(
        found && `${found.file}:${found.line}`,
        issuesAfter(change).map(formatIssue).join('\n'),
      ).toBe(at);
      expect(found?.severity).toBe('error');
      expect(found?.advice).toMatch(/\w{3}/);
    });
  });
}

test('two entries of one id are refused', () => {
  const knowledge = knowledgeWith();
  const twice = {
    ...knowledge,
    authored: [...knowledge.authored, ...knowledge.authored.slice(0, 1)],
  };
  expect(checkKnowledge(twice).map(formatIssue).join('\n')).toMatch(
    /id quay is taken by quay.yaml/,
  );
});

test('an issue is one line as compilers write them', () => {
  const [issue] = issuesAfter(['quay.yaml', 'to: port', 'to: harbour']);
  expect(issue && formatIssue(issue)).toBe(
    'quay.yaml:23 error: no entry harbour → write that entry, or remove the relation',
  );
});

describe('in the bundled knowledge a slip of the pen is noticed', () => {
  const { knowledge } = readKnowledge();

  /** The errors when one claim's text is another. */
  const withClaim = (entryId: string, claimId: string, text: string) => {
    const authored = knowledge.authored.map((one) => {
      if (one.entry.id !== entryId) return one;
      const claims = one.entry.claims.map((claim) =>
        claim.id === claimId ? { ...claim, text } : claim,
      );
      return { ...one, entry: { ...one.entry, claims } };
    });
    return checkSources({ ...knowledge, authored });
  };
  const slips = knowledge.authored.flatMap(({ entry }) =>
    entry.claims.flatMap(({ id, text, cites }) => {
      if (cites.length === 0) return [];
      const figures = [...text.matchAll(/(?<![A-Za-z])\d/g)].map(
        ({ 0: digit, index }) =>
          text.slice(0, index) + String((Number(digit) + 1) % 10) + text.slice(index + 1),
      );
      const months = /January|February/.test(text)
        ? [text.replace(/January|February/, 'October')]
        : [];
      const names = readNames(`x ${text}`).map((name) => text.replace(name, 'Zyxwv Labs'));
      return [...figures, ...months, ...names].map((slip) => [entry.id, id, slip] as const);
    }),
  );

  test('in every figure, month and name of every claim', () => {
    expect(slips.length).toBeGreaterThan(100);
    const unnoticed = slips.filter((slip) => withClaim(...slip).length === 0);
    expect(unnoticed).toEqual([]);
  });
});
