import type { Entry } from '../../src/core/knowledge/entry.ts';
import { detect, type Lexicon, openLexicon, packLexicon } from '../../src/core/matching/index.ts';
import { goalLine } from './goal-line.ts';
import { sampleForms } from './sample-forms.ts';
import { sampleText } from './sample-text.ts';

/** `bench matching`: how fast forms are found, by how many there are; all as ratios within one run. */

const counts = [35, 1_000, 10_000, 100_000] as const;
const textUnits = 10_000_000;
const pieceUnits = 500_000;
const rounds = 5;

type Method = { readonly name: string; readonly run: (text: string) => number };
/**
 * What each method takes for the whole text, warm, in ms: methods take turns on pieces short enough to run
 * undisturbed, each piece once to warm the caches that the last method filled and once for the clock; of several
 * rounds each piece's least time counts.
 */
function interleaved(methods: readonly Method[], pieces: readonly string[]): readonly number[] {
  const least = methods.map(() => pieces.map(() => Number.POSITIVE_INFINITY));
  for (let round = 0; round < rounds; round++) {
    pieces.forEach((piece, at) => {
      methods.forEach(({ run }, method) => {
        run(piece);
        const from = performance.now();
        run(piece);
        const row = least[method] ?? [];
        row[at] = Math.min(row[at] ?? Number.POSITIVE_INFINITY, performance.now() - from);
      });
    });
  }
  return least.map((row) => row.reduce((sum, ms) => sum + ms, 0));
}

const entriesOf = (forms: readonly string[]): readonly Entry[] =>
  forms.map((form, index) => ({
    id: `c${index}`,
    kind: 'notion',
    prefLabel: form,
    aliases: [{ form }],
    summary: form,
    definition: form,
    basis: 'general',
    claims: [],
    related: [],
    dates: [],
  }));

const quoted = (form: string): string => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const countMatches = (expression: RegExp, text: string): number => {
  let count = 0;
  expression.lastIndex = 0;
  while (expression.test(text)) count++;
  return count;
};

/** The forms as one RegExp in the shape of a trie, so that no prefix is tried twice. */
function trieSource(forms: readonly string[]): string {
  type Node = Map<string, Node>;
  const root: Node = new Map();
  for (const form of forms) {
    let node = root;
    for (const unit of form) {
      const next = node.get(unit) ?? new Map();
      node.set(unit, next);
      node = next;
    }
    node.set('', new Map());
  }
  const write = (node: Node): string => {
    const ways = [...node]
      .filter(([unit]) => unit !== '')
      .map(([unit, next]) => quoted(unit) + write(next));
    const all = ways.length === 1 ? (ways[0] ?? '') : `(?:${ways.join('|')})`;
    if (ways.length === 0) return '';
    return node.has('') ? `(?:${all})?` : all;
  };
  return write(root);
}

function timed<T>(make: () => T): { readonly made: T; readonly ready: number } {
  const from = performance.now();
  const made = make();
  return { made, ready: performance.now() - from };
}

function readUnits(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** A RegExp as a method; `undefined` where the engine refuses it as too large. */
function expression(name: string, source: () => string): Method | undefined {
  try {
    const made = new RegExp(source(), 'g');
    return { name, run: (text) => countMatches(made, text) };
  } catch {
    return undefined;
  }
}

/** Heap that a lexicon holds once it is open, in bytes. */
function heapOf(packed: string): number {
  const collect = globalThis.gc;
  if (collect === undefined) return Number.NaN;
  collect();
  const before = process.memoryUsage().heapUsed;
  const held: Lexicon = openLexicon(JSON.parse(packed));
  detect(held, 'a warm-up of nothing');
  collect();
  const heap = process.memoryUsage().heapUsed - before;
  return held.recordCount > 0 ? heap : Number.NaN;
}

const speed = (text: string, ms: number): string => (text.length / ms / 1000).toFixed(0);

type Prepared = {
  readonly count: number;
  readonly facts: readonly string[];
  readonly json: string;
  readonly methods: readonly Method[];
};

function prepare(count: number): Prepared {
  const forms = sampleForms(count);
  const { made: packed, ready: packing } = timed(() => packLexicon(entriesOf(forms)));
  const json = JSON.stringify(packed);
  const { made: lexicon, ready } = timed(() => openLexicon(JSON.parse(json)));
  const heap = heapOf(json) / 1024;
  const facts = [
    `packed ${(json.length / 1024).toFixed(0)} kB`,
    `packing ${packing.toFixed(1)} ms`,
    `ready ${ready.toFixed(2)} ms`,
    Number.isNaN(heap) ? 'heap: run with --expose-gc' : `heap ${heap.toFixed(0)} kB`,
  ];
  const others = [
    count <= 1_000
      ? expression('\\b alternation', () => `\\b(?:${forms.map(quoted).join('|')})\\b`)
      : undefined,
    expression('trie-shaped RegExp', () => `\\b(?:${trieSource(forms)})\\b`),
  ].filter((one) => one !== undefined);
  const own: Method = { name: 'detect', run: (text) => detect(lexicon, text).length };
  return { count, facts, json, methods: [own, ...others] };
}

/** A string of its own: a slice is read through its parent, which costs every method alike and is no page's text. */
const flat = (slice: string): string => slice.split(' ').join(' ');

export function run(args: readonly string[]): void {
  const text = sampleText(args.includes('--quick') ? textUnits / 10 : textUnits);
  const pieces = Array.from({ length: Math.ceil(text.length / pieceUnits) }, (_, at) =>
    flat(text.slice(at * pieceUnits, (at + 1) * pieceUnits)),
  );
  console.log(`${(text.length / 1e6).toFixed(1)} M units of prose; MB/s = M units a second`);
  const sizes = counts.map(prepare);
  const reading: Method = { name: 'reading every unit', run: readUnits };
  const [read = 1, ...rest] = interleaved(
    [reading, ...sizes.flatMap(({ methods }) => methods)],
    pieces,
  );
  console.log(`reading every unit: ${speed(text, read)} MB/s`);
  const own: number[] = [];
  for (const { count, facts, methods } of sizes) {
    console.log(`\n${count} forms: ${facts.join(', ')}`);
    for (const method of methods) {
      const ms = rest.shift() ?? 0;
      if (method.name === 'detect') own.push(ms);
      const found = pieces.reduce((sum, piece) => sum + method.run(piece), 0);
      const row = [
        `${speed(text, ms).padStart(4)} MB/s`,
        `${(ms / read).toFixed(2)} × reading`,
        `${found} found`,
      ];
      console.log(`  ${method.name.padEnd(20)} ${row.join(', ')}`);
    }
  }
  const [at35 = 1, , at10k = 0, at100k = 0] = own;
  console.log('\ngoals');
  goalLine('35 → 10,000 forms, warm', { goal: 1.5, figure: at10k / at35, unit: '×' });
  goalLine('35 → 100,000 forms, warm', { goal: 2.5, figure: at100k / at35, unit: '×' });
  goalLine(`speed at 35 forms, where reading every unit has ${speed(text, read)}`, {
    goal: 200,
    figure: text.length / at35 / 1000,
    unit: 'MB/s',
    atLeast: true,
  });
  readyGoal(sizes[2]?.json ?? '');
}

/** Fresh strings each time, as a page has them; the median, since a page opens its lexicon once. */
function readyGoal(json: string): void {
  const all = Array.from({ length: 9 }, () => timed(() => openLexicon(JSON.parse(json))).ready);
  all.sort((a, b) => a - b);
  goalLine('10,000 forms ready from their packed form', {
    goal: 3,
    figure: all[4] ?? 0,
    unit: 'ms',
  });
}
