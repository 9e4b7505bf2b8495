/** Files at and past the limits, and hostile ones, through the options page: every format, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { recordedRequests } from '../harness/record-requests.ts';
import { errorsOf, openExtensionPage } from './support/extension-page.ts';
import { eventually } from './support/marks.ts';

/** A file that is made where it is chosen, as the largest would take long to send there. */
type Made = {
  readonly head: string;
  readonly piece?: string;
  readonly times?: number;
  readonly tail?: string;
};

const concept = (more: object) => ({
  '@type': 'skos:Concept',
  'skos:prefLabel': 'a',
  'skos:definition': 'b',
  ...more,
});
const skos = (...nodes: readonly object[]): Made => ({ head: JSON.stringify({ '@graph': nodes }) });
const entry = { id: 'a', prefLabel: 'a', definition: 'b', summary: 'c', kind: 'notion' };
const json = (...entries: readonly object[]): Made => ({
  head: JSON.stringify({ format: 'newsgloss-pack', version: 1, title: 'x', entries }),
});

/** One more entry than a file may hold. */
const tooMany = (head: string, one: string, tail: string): Made => ({
  head,
  piece: `${one},`,
  times: 100_000,
  tail: one + tail,
});

const bidi = '\u202e';
const refused: readonly (readonly [what: string, file: string, made: Made, why: RegExp])[] = [
  [
    '100,001 lines',
    'many.csv',
    { head: 'label,definition\n', piece: 'a,b\n', times: 100_001 },
    /100001 entries/,
  ],
  [
    '100,001 entries',
    'many.json',
    tooMany(json().head.slice(0, -2), JSON.stringify(entry), ']}'),
    /100001 entries/,
  ],
  [
    '100,001 concepts',
    'many.jsonld',
    tooMany('{"@graph":[', JSON.stringify(concept({})), ']}'),
    /100001 entries/,
  ],
  [
    'more than 50 MB',
    'large.csv',
    { head: 'label\n', piece: 'x'.repeat(1000), times: 50_001 },
    /larger than 50 MB/,
  ],
  [
    'more than 50 MB',
    'large.json',
    { head: '{"a":"', piece: 'x'.repeat(1000), times: 50_001, tail: '"}' },
    /larger than 50 MB/,
  ],
  [
    'more than 50 MB',
    'large.jsonld',
    { head: '{"@id":"', piece: 'x'.repeat(1000), times: 50_001, tail: '"}' },
    /larger than 50 MB/,
  ],
  [
    'more than 150 MB',
    'vast.jsonld',
    { head: '{"@id":"', piece: 'x'.repeat(1000), times: 160_000, tail: '"}' },
    /larger than 50 MB/,
  ],
  [
    'lists in lists',
    'deep.json',
    { head: '', piece: '[', times: 200_000, tail: ']'.repeat(200_000) },
    /./,
  ],
  [
    'lists in lists',
    'deep.jsonld',
    { head: '', piece: '[', times: 200_000, tail: ']'.repeat(200_000) },
    /./,
  ],
  ['a text cut off', 'cut.jsonld', { head: '{"@graph": [{"@type": "skos:Con' }, /not JSON/],
  [
    'no concept',
    'none.jsonld',
    skos({ '@id': 'x', '@type': 'skos:ConceptScheme' }),
    /no skos:Concept/,
  ],
  ['HTML', 'html.csv', { head: 'label,definition\n<img src=x onerror=alert(1)>,b' }, /plain text/],
  ['HTML', 'html.json', json({ ...entry, prefLabel: '<script>alert(1)</script>' }), /plain text/],
  [
    'HTML',
    'html.jsonld',
    skos(concept({ 'skos:definition': '<a href="javascript:alert(1)">b</a>' })),
    /plain text/,
  ],
  [
    'a link that is none of the web',
    'link.jsonld',
    skos(concept({}), {
      '@id': 'urn:x:source',
      '@type': 'schema:NewsArticle',
      'schema:url': 'javascript:alert(1)',
    }),
    /url: an address of the web/,
  ],
  [
    'a name that every object has',
    'name.jsonld',
    skos(concept({ '@id': 'urn:x:constructor' })),
    /constructor: id/,
  ],
  ['bidi controls', 'bidi.csv', { head: `label,definition\na${bidi}b,c` }, /control characters/],
  ['bidi controls', 'bidi.json', json({ ...entry, summary: `a${bidi}b` }), /control characters/],
  [
    'bidi controls',
    'bidi.jsonld',
    skos(concept({ 'skos:prefLabel': `a${bidi}b` })),
    /control characters/,
  ],
];

describe.each(browserNames)('importing in %s', (name) => {
  let launched: LaunchedBrowser;
  let options: Page;

  const text = () => options.evaluate(() => document.body.textContent ?? '');
  const books = () => options.evaluate(() => document.querySelector('.books')?.textContent ?? '');
  const choose = (file: string, made: Made) =>
    options.evaluate(
      (called, { head, piece = '', times = 0, tail = '' }) => {
        const field = document.getElementById('import') as HTMLInputElement;
        const transfer = new DataTransfer();
        transfer.items.add(new File([head, piece.repeat(times), tail], called));
        field.files = transfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      file,
      made,
    );

  beforeAll(async () => {
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    options = await openExtensionPage(launched, 'options.html');
    await eventually(text, (shown) => shown.includes('Reset all choices'));
  });
  afterAll(async () => {
    await launched?.close();
  });

  it.each(refused)('%s in %s: refused whole, with line and reason', async (_, file, made, why) => {
    const before = await books();
    await choose(file, made);
    const shown = await eventually(text, (all) => all.includes(`“${file}” was refused`), 30_000);
    expect(shown).toContain(`“${file}” was refused`);
    const issues = await options.evaluate(() =>
      [...document.querySelectorAll('.refused li')].map((one) => one.textContent ?? ''),
    );
    expect(issues[0]).toMatch(/^Line \d+/);
    expect(issues.join('\n')).toMatch(why);
    expect(await books()).toBe(before);
  });

  it('takes odd words of a vocabulary as text: nothing runs, and no context is fetched', async () => {
    const label = 'Zorb {{7*7}} %3Cb%3E &lt;b&gt;';
    const vocabulary = {
      '@context': ['https://evil.example/context.jsonld', { a: 'https://evil.example/' }],
      '@graph': [
        concept({ '@id': 'urn:x:a', 'skos:broader': { '@id': 'urn:x:b' } }),
        concept({
          '@id': 'urn:x:b',
          'skos:prefLabel': label,
          'skos:broader': { '@id': 'urn:x:a' },
        }),
      ],
    };
    await choose('odd.jsonld', { head: JSON.stringify(vocabulary) });
    expect(await eventually(text, (all) => all.includes('“odd” is added'))).toContain(
      '“odd” is added, 2 entries',
    );
    expect(recordedRequests().filter((line) => line.includes('evil.example'))).toEqual([]);
    expect(errorsOf(options)).toEqual([]);
    const popup = await openExtensionPage(launched, 'popup.html');
    await popup.type('input[type=search]', 'zorb');
    const first = () =>
      popup.evaluate(() => document.querySelector('[role=option]')?.textContent ?? '');
    expect(await eventually(first, (shown) => shown.startsWith('Zorb'))).toContain(label);
    await popup.close();
  });
});
