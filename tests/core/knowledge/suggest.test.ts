import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureSuggestions } from '../../../src/tools/knowledge-suggest.ts';
import { readAbbreviations } from '../../../src/tools/suggest/abbreviations.ts';
import { valueByC } from '../../../src/tools/suggest/c-value.ts';
import { readDefined } from '../../../src/tools/suggest/definitions.ts';
import { readAppositions, readEvents } from '../../../src/tools/suggest/people-and-events.ts';
import { readFolder } from '../../../src/tools/suggest/read-folder.ts';
import { suggest } from '../../../src/tools/suggest/suggest.ts';
import { files, knowledgeWith } from './sound-knowledge.ts';

describe('an abbreviation is found with its long form', () => {
  test.each([
    ['We trained a mixture of experts (MoE) first.', 'MoE', 'mixture of experts'],
    ['many central processing units (CPUs) later', 'CPU', 'central processing units'],
    [
      'RLHF (reinforcement learning from human feedback) helps',
      'RLHF',
      'reinforcement learning from human feedback',
    ],
    ['the World Health Organization (WHO) said', 'WHO', 'World Health Organization'],
  ])('%s', (text, short, long) => {
    expect(readAbbreviations(text)).toEqual([{ short, long }]);
  });

  test.each([
    'The price (in dollars) rose.',
    'It was early (see Figure 3).',
    'They met in Rome (ITA) again.',
    'a bracket (that never closes',
  ])('and not where there is none: %s', (text) => {
    expect(readAbbreviations(text)).toEqual([]);
  });
});

describe('a definition is found by its sentence', () => {
  test.each([
    ['The term ballast refers to weight low in a ship.', ['ballast']],
    ['The term hull or shell refers to the outside.', ['hull', 'shell']],
    ['A bollard is a post on a quay.', ['bollard']],
    ['It starts with mooring (tying a ship to the land with ropes).', ['mooring']],
    ['The practice, known to few, is called “kedging” by sailors.', ['kedging']],
    ['Demurrage stands for money paid when a ship is late.', ['Demurrage']],
  ])('%s', (text, found) => {
    expect(readDefined(text)).toEqual(found);
  });

  test.each(['It is a fine day.', 'He refers to nothing.', 'The ship was a wreck (as seen).'])(
    'and not where nothing is defined: %s',
    (text) => {
      expect(readDefined(text)).toEqual([]);
    },
  );
});

test('a name is found with the role beside it', () => {
  const found = readAppositions(
    'Maersk CEO Vincent Clerc spoke. Ada Holm, the mayor of Sund, agreed with startup Quayside.',
  );
  expect(found).toEqual([
    { name: 'Vincent Clerc', role: 'CEO', of: 'Maersk', kind: 'person' },
    { name: 'Ada Holm', role: 'mayor', kind: 'person' },
    { name: 'Quayside', role: 'startup', kind: 'company' },
  ]);
});

test('what happened is found by its noun and whom it concerns', () => {
  const text =
    "After the release of Quayside's Mooring 2, an interview with Holm, and Maersk's earnings call";
  expect(readEvents(text)).toEqual([
    'release of Mooring 2',
    'interview with Holm',
    "Maersk's earnings call",
  ]);
});

test('C-value counts what stands alone, not what only stands inside something longer', () => {
  const phrases = [
    ['deep', 'water', 'port'],
    ['deep', 'water', 'port'],
    ['port'],
    ['water', 'port'],
  ];
  const values = new Map(valueByC(phrases).map(({ phrase, value }) => [phrase, value]));
  expect(values.get('deep water port')).toBeCloseTo(2 * Math.log2(4));
  // Three times in all, twice inside the longer one.
  expect(values.get('water port')).toBeCloseTo(1 * Math.log2(3));
  expect(values.get('deep water')).toBe(0);
});

describe('from a folder of documents', () => {
  const withFolder = <T>(
    contents: Readonly<Record<string, string>>,
    use: (dir: string) => T,
  ): T => {
    const dir = mkdtempSync(join(tmpdir(), 'newsgloss-'));
    try {
      for (const [name, text] of Object.entries(contents)) writeFileSync(join(dir, name), text);
      return use(dir);
    } finally {
      rmSync(dir, { recursive: true });
    }
  };
  const contents = {
    'one.txt':
      'The shipping container (SC) came late.\n\nMaersk CEO Vincent Clerc paid $3 million for it in May 2024.',
    'two.md':
      '# Crane news\n\nThe term gantry crane refers to\na crane on legs. See [Maersk](https://x.example).\n\n```\nlet Code = Hidden;\n```\n',
    'three.html':
      '<meta property="og:site_name" content="Port Weekly"><script>var Secret = 1</script><p>A gantry crane &amp; a <b>ro-ro</b> ramp</p><p>stood near Maersk.</p>',
    'four.pdf': 'not read',
  };

  test('text, Markdown and HTML give paragraphs without their marks', () => {
    const readings = withFolder(contents, readFolder);
    expect(
      readings.map(({ source, publisher, paragraphs }) => [source, publisher, paragraphs]),
    ).toEqual([
      [
        'one',
        undefined,
        [
          'The shipping container (SC) came late.',
          'Maersk CEO Vincent Clerc paid $3 million for it in May 2024.',
        ],
      ],
      ['three', 'Port Weekly', ['A gantry crane & a ro-ro ramp', 'stood near Maersk.']],
      [
        'two',
        undefined,
        ['Crane news', 'The term gantry crane refers to a crane on legs. See Maersk.'],
      ],
    ]);
  });

  test('concepts come with why, where, and the figures that stand there', () => {
    const found = suggest(withFolder(contents, readFolder));
    const labels = found.map(({ label }) => label);
    expect(labels.slice(0, 8)).toEqual(
      expect.arrayContaining([
        'gantry crane',
        'Maersk',
        'Vincent Clerc',
        'shipping container',
        'SC',
      ]),
    );
    const person = found.find(({ label }) => label === 'Vincent Clerc');
    expect(person).toMatchObject({
      kind: 'person',
      cites: ['one:2'],
      figures: ['$3 million', '2024-05'],
    });
    expect(person?.reasons).toContain('CEO of Maersk');
    expect(labels.join(' ')).not.toMatch(/Secret|Hidden|Code/);
  });

  test('concepts that have an entry are left out', () => {
    const readings = withFolder(contents, readFolder);
    const found = suggest(readings, (form) => form.toLowerCase() === 'maersk');
    expect(found.map(({ label }) => label)).not.toContain('Maersk');
  });
});

test('the measure counts an entry once, and only by its label or an alias', () => {
  const entries = knowledgeWith().authored.map(({ entry }) => entry);
  expect(Object.keys(files)).toHaveLength(entries.length);
  const found = (label: string) =>
    ({ label, forms: [], kind: 'notion', reasons: [], cites: [], figures: [], score: 0 }) as const;
  const measured = measureSuggestions(
    [found('Ports'), found('port'), found('Sund'), found('the Quay')],
    entries,
  );
  expect(measured).toMatchObject({
    entries: 3,
    recovered: ['port', 'quay'],
    missed: ['mayor'],
    looked: 4,
    useful: 3,
    distinct: 2,
  });
});
