import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../../src/build/read-knowledge.ts';
import type { Pack, PackFormat } from '../../../src/core/knowledge/packs/pack.ts';
import { formatOf, parsePack, parsePackNow } from '../../../src/core/knowledge/packs/parse-pack.ts';
import { packLosses, writePack } from '../../../src/core/knowledge/packs/write-pack.ts';
import { packJsonSchema, schemaFile } from '../../../src/tools/knowledge-packs.ts';

const { authored, sources } = readKnowledge();
const bundled: Pack = { title: 'Ours', sources, entries: authored.map(({ entry }) => entry) };

const read = (text: string, format?: PackFormat): Pack => {
  const result = parsePackNow({ text, name: 'pack', ...(format && { format }) });
  if ('issues' in result) throw new Error(JSON.stringify(result.issues));
  return result.pack;
};
const issuesOf = (text: string, format?: PackFormat) => {
  const result = parsePackNow({ text, name: 'pack', ...(format && { format }) });
  return 'issues' in result ? result.issues : [];
};

describe('what is exported comes back', () => {
  test('as JSON without any loss', () => {
    const text = writePack(bundled, 'json');
    expect(read(text)).toEqual(bundled);
    expect(writePack(read(text), 'json')).toBe(text);
    expect(packLosses.json).toEqual([]);
  });

  test('as CSV with its texts, labels, relations and stages', () => {
    const back = read(writePack(bundled, 'csv'));
    expect(
      back.entries.map(({ id, kind, prefLabel, summary, definition, related, stage }) => [
        id,
        kind,
        prefLabel,
        summary,
        definition,
        related,
        stage,
      ]),
    ).toEqual(
      bundled.entries.map(({ id, kind, prefLabel, summary, definition, related, stage }) => [
        id,
        kind,
        prefLabel,
        summary,
        definition,
        related,
        stage,
      ]),
    );
    const forms = back.entries.map(({ aliases }) => aliases.map(({ form }) => form));
    expect(forms).toEqual(
      bundled.entries.map(({ prefLabel, aliases }) => [
        ...new Set([prefLabel, ...aliases.map(({ form }) => form)]),
      ]),
    );
    expect(read(writePack(back, 'csv')).entries).toEqual(back.entries);
  });

  test('as SKOS with its texts, labels, claims, citations and sources', () => {
    const text = writePack(bundled, 'skos');
    const back = read(text);
    expect(writePack(back, 'skos')).toBe(text);
    expect(back.title).toBe('Ours');
    expect(
      back.sources.map(({ id, publisher, title, url, published, paragraphs }) => [
        id,
        publisher,
        title,
        url,
        published,
        paragraphs,
      ]),
    ).toEqual(
      sources.map(({ id, publisher, title, url, published, paragraphs }) => [
        id,
        publisher,
        title,
        url,
        published,
        paragraphs,
      ]),
    );
    expect(back.entries.map(({ id, kind, basis, claims }) => [id, kind, basis, claims])).toEqual(
      bundled.entries.map(({ id, kind, basis, claims }) => [
        id,
        kind,
        basis,
        claims.map(({ disputes, ...claim }) => claim),
      ]),
    );
  });

  test('even where a cell would be a formula to a spreadsheet', () => {
    const [entry] = bundled.entries;
    if (!entry) throw new Error('no entry');
    for (const summary of ['=1+1', "'=x", '-a', '@b', 'a "b", c; d', "it's"]) {
      const text = writePack({ ...bundled, entries: [{ ...entry, summary }] }, 'csv');
      expect(text).not.toMatch(/(?:^|[,"])[=+\-@](?=[^,]*1\+1|[ab])/m);
      expect(read(text, 'csv').entries[0]?.summary).toBe(summary);
    }
  });
});

describe('the published JSON Schema', () => {
  test('is the one that the parser reads by', () => {
    const path = new URL(`../../../${schemaFile}`, import.meta.url);
    const published = JSON.parse(readFileSync(path, 'utf8'));
    expect(published, 'run `npm run knowledge -- schema`').toEqual(JSON.parse(packJsonSchema()));
  });

  test('accepts what is exported and refuses what is not a pack', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(packJsonSchema()),
    );
    const pack = JSON.parse(writePack(bundled, 'json'));
    expect(validate(pack), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...pack, version: 2 })).toBe(false);
    expect(validate({ ...pack, entries: [{ ...pack.entries[0], summary: '<b>x</b>' }] })).toBe(
      false,
    );
    expect(validate({ ...pack, entries: [{ ...pack.entries[0], colour: 'red' }] })).toBe(false);
  });
});

const entry = (more: object = {}) => ({
  id: 'a',
  kind: 'notion',
  prefLabel: 'A',
  summary: 's',
  definition: 'd',
  basis: 'general',
  ...more,
});
/** Entries begin at line 6, one a line. */
const json = (entries: readonly unknown[], head: object = {}) =>
  JSON.stringify({ format: 'newsgloss-pack', version: 1, title: '', ...head }, null, 1).replace(
    /\n\}$/,
    `,\n "entries": [\n${entries.map((one) => JSON.stringify(one)).join(',\n')}\n]}`,
  );
const skos = (nodes: readonly unknown[]) => JSON.stringify({ '@graph': nodes });
const bidi = '\u202e';

describe('a bad file is refused whole, with line and reason:', () => {
  type Bad = readonly [
    what: string,
    text: string,
    line: number,
    reason: RegExp,
    format?: PackFormat,
  ];
  const bad: readonly Bad[] = [
    ['nothing', '', 1, /empty/],
    ['not JSON', '{"format": "newsgloss-pack",\n"version": 1,\n}', 3, /not JSON/],
    ['JSON cut short', json([entry()]).slice(0, -20), 6, /not JSON/],
    ['JSON that is no pack', '[1, 2]', 1, /not a pack/],
    ['another format', '{\n"format": "anki"}', 2, /not a pack/],
    ['a later version', json([entry()], { version: 2 }), 3, /version 2 is not known/],
    ['no version', json([entry()], { version: undefined }), 1, /version \(none\)/],
    ['an unknown key', json([entry()], { theme: 'dark' }), 5, /unknown key theme/],
    [
      'entries that are no list',
      '{"format":"newsgloss-pack","version":1,"title":"",\n"entries":{}}',
      2,
      /entries is not a list/,
    ],
    ['no entries', json([]), 1, /no entry/],
    ['10 MB of one line', 'x'.repeat(10_000_000), 1, /unknown column/],
    ['10 MB of opening brackets', '['.repeat(10_000_000), 1, /not JSON|not a pack/],
    ['10 MB in one summary', json([entry({ summary: 'x'.repeat(10_000_000) })]), 6, /summary/],
    [
      'a value nested very deep',
      json([entry({ summary: 0 })]).replace(
        '"summary":0',
        `"summary":${'['.repeat(5000)}${']'.repeat(5000)}`,
      ),
      6,
      /summary/,
    ],
    ['more than 50 MB', 'x'.repeat(50_000_001), 1, /larger than 50 MB/],
    [
      'more than 100,000 entries',
      `label,definition\n${'a,b\n'.repeat(100_001)}`,
      1,
      /100001 entries/,
    ],
    ['a binary file', 'PK\u0003\u0004\0\0', 1, /not a text file/],
    ['an id twice', json([entry(), entry({ id: 'b' }), entry()]), 8, /id a stands twice/],
    ['a source twice', json([entry()], { sources: [sources[0], sources[0]] }), 16, /stands twice/],
    [
      'HTML in a summary',
      json([entry(), entry({ id: 'b', summary: 'x <img src=x onerror=alert(1)>' })]),
      7,
      /plain text/,
    ],
    ['HTML in a label', json([entry({ prefLabel: '<script>' })]), 6, /plain text/],
    ['HTML in an alias', json([entry({ aliases: [{ form: 'a</b>' }] })]), 6, /plain text/],
    ['a bidi control', json([entry({ summary: `a${bidi}b` })]), 6, /control characters/],
    [
      'a bidi isolate in a claim',
      json([
        entry({
          claims: [{ id: 'c', text: 'a\u2066b', kind: 'fact', cites: 'general', asOf: '2025' }],
        }),
      ]),
      6,
      /control characters/,
    ],
    ['a line break in a label', json([entry({ prefLabel: 'a\nb' })]), 6, /control characters/],
    [
      '__proto__ in an entry',
      json([entry()]).replace('"kind"', '"__proto__":{"polluted":1},"kind"'),
      6,
      /__proto__/,
    ],
    [
      '__proto__ in an alias',
      json([entry({ aliases: [{ form: 'x' }] })]).replace('"form"', '"__proto__":{},"form"'),
      6,
      /__proto__/,
    ],
    ['constructor as a key', json([entry({ constructor: { prototype: {} } })]), 6, /constructor/],
    ['constructor as an id', json([entry({ id: 'constructor' })]), 6, /id/],
    [
      'an address that is no web address',
      json([entry()], { sources: [{ ...sources[0], url: 'javascript:alert(1)' }] }),
      10,
      /address of the web/,
    ],
    ['a citation of nothing', json([entry({ basis: ['x:1'] })]), 6, /no source x/],
    [
      'a citation past the end',
      json([entry({ basis: ['wccftech:11'] })], { sources: [sources[0]] }),
      17,
      /no paragraph 11/,
    ],
    ['a missing text', json([entry({ definition: undefined })]), 6, /definition/],
    ['a null entry', json([entry(), null]), 7, /Object/],
    ['a number for a label', json([entry({ prefLabel: 7 })]), 6, /prefLabel/],
    ['CSV with an unknown column', 'label,definition,colour\na,b,c', 1, /unknown column "colour"/],
    ['CSV without a label', 'id,definition\na,b', 1, /no column label/],
    ['CSV without a text', 'id,label\na,b', 1, /no column definition/],
    ['CSV with a short row', 'label,definition\na,b\nc', 3, /1 cells where the header has 2/],
    ['CSV with an open quote', 'label,definition\na,b\nc,"d\ne\nf', 3, /not closed/],
    ['CSV with text after a quote', 'label,definition\na,"b" c', 2, /after a closing quote/],
    ['CSV with a label twice', 'label,definition\na,"b\nc"\nd,e\nA,f', 5, /id a stands twice/],
    ['CSV with an empty label', 'label,definition\n,b', 2, /id/],
    ['CSV with HTML', 'label,definition\na,b\nc,<iframe>', 3, /plain text/],
    ['CSV with a bidi control', `label,definition\na,b${bidi}`, 2, /control characters/],
    [
      'SKOS without concepts',
      skos([{ '@id': 'x', '@type': 'skos:ConceptScheme' }]),
      1,
      /no skos:Concept/,
    ],
    [
      'SKOS with lists in lists',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      1,
      /no skos:Concept/,
      'skos',
    ],
    ['SKOS that is not JSON', '{"@graph": [', 1, /not JSON/, 'skos'],
    [
      'SKOS with a concept twice',
      skos(
        [1, 2].map(() => ({
          '@id': 'urn:a',
          '@type': 'skos:Concept',
          'skos:prefLabel': 'a',
          'skos:definition': 'b',
        })),
      ),
      1,
      /id a stands twice/,
    ],
    [
      'SKOS without a label',
      skos([{ '@id': 'urn:a', '@type': 'skos:Concept', 'skos:definition': 'b' }]),
      1,
      /prefLabel/,
    ],
    [
      'SKOS with HTML',
      skos([
        {
          '@id': 'urn:a',
          '@type': 'skos:Concept',
          'skos:prefLabel': 'a',
          'skos:definition': '<a href=x>b</a>',
        },
      ]),
      1,
      /plain text/,
    ],
  ];
  for (const [what, text, line, reason, format] of bad) {
    test(what, () => {
      const issues = issuesOf(text, format);
      const found = issues.find(({ message }) => reason.test(message));
      expect(found, JSON.stringify(issues).slice(0, 500)).toBeDefined();
      expect(found?.line).toBe(line);
      expect(found?.advice).toMatch(/\w/);
      expect(found?.message.length).toBeLessThan(400);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  }

  test('at most twenty reasons are given', () => {
    expect(issuesOf(json(Array.from({ length: 999 }, () => 0)))).toHaveLength(20);
  });
});

describe('glossaries from elsewhere are read:', () => {
  test('a spreadsheet of terms and descriptions, separated by semicolons', () => {
    const { entries } = read(
      '\uFEFFTerm;Description;Synonyms\r\nGroßes Modell;"Ein ""Modell"";\ngroß";GM | XL\r\n',
    );
    expect(entries[0]).toMatchObject({
      id: 'grosses-modell',
      prefLabel: 'Großes Modell',
      definition: 'Ein "Modell"; groß',
      basis: 'general',
      aliases: [{ form: 'Großes Modell' }, { form: 'GM' }, { form: 'XL' }],
    });
  });

  test('labels without Latin letters get ids of their own', () => {
    const { entries } = read('label,definition\n深度,a\n学习,b\n');
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  test('a long definition gives a summary of whole words', () => {
    const { entries } = read(`label,definition\na,${'word '.repeat(100)}\n`);
    expect(entries[0]?.summary).toMatch(/^(?:word )+word…$/);
  });

  test('SKOS with its own context, language maps, full addresses and nested graphs', () => {
    const { entries } = read(
      JSON.stringify({
        '@context': {
          c: 'http://www.w3.org/2004/02/skos/core#',
          prefLabel: { '@id': 'c:prefLabel', '@container': '@language' },
          definition: 'c:definition',
          Concept: 'c:Concept',
        },
        '@graph': [
          {
            '@id': 'https://x.example/Token',
            '@type': 'Concept',
            prefLabel: { de: 'Wortteil', en: 'Token' },
            definition: 'A piece.',
          },
          {
            '@id': 'https://x.example/Model%20A',
            '@type': ['http://www.w3.org/2004/02/skos/core#Concept'],
            'http://www.w3.org/2004/02/skos/core#prefLabel': [
              { '@value': 'Model A', '@language': 'en-GB' },
            ],
            'c:definition': [{ '@value': 'A model.' }],
            'c:broader': { '@id': 'https://x.example/Token' },
          },
        ],
      }),
    );
    expect(entries.map(({ id, prefLabel }) => [id, prefLabel])).toEqual([
      ['token', 'Token'],
      ['model-a', 'Model A'],
    ]);
    expect(entries[0]?.aliases).toEqual([{ form: 'Token' }, { form: 'Wortteil', lang: 'de' }]);
    expect(entries[1]?.related).toEqual([{ kind: 'kind of', to: 'token' }]);
  });

  test('whatever the file’s name is', () => {
    expect(formatOf('a.txt', '{"@context": {}}')).toBe('skos');
    expect(formatOf('a.txt', '\n{"format":')).toBe('json');
    expect(formatOf('a.txt', 'label,definition')).toBe('csv');
    expect(formatOf('a.csv', '[x],b')).toBe('csv');
  });
});

describe('reading a pack', () => {
  const many = `label,definition\n${Array.from({ length: 1000 }, (_, i) => `word ${i},b`).join('\n')}`;

  test('tells how far it is, and stops when nobody asks for more', () => {
    const steps = parsePack({ text: many, name: 'many.csv' });
    const seen = [steps.next(), steps.next(), steps.next()].map(({ value }) => value);
    expect(seen).toEqual([0, 250, 500].map((done) => ({ done, total: 1000 })));
  });

  test('never throws, whatever is done to a good file', () => {
    const texts = (['json', 'csv', 'skos'] as const).map((format) =>
      writePack({ ...bundled, entries: bundled.entries.slice(0, 3) }, format),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.string({ unit: 'binary', maxLength: 8 })), {
          maxLength: 5,
        }),
        (text, edits) => {
          let edited = text;
          for (const [where, length, put] of edits) {
            const at = where % (edited.length + 1);
            edited = edited.slice(0, at) + put + edited.slice(at + length);
          }
          for (const format of ['json', 'csv', 'skos'] as const) {
            const result = parsePackNow({ text: edited, name: 'x', format });
            for (const { line } of 'issues' in result ? result.issues : [])
              expect(line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
