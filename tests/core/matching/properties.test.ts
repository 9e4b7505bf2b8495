import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, createEvidence, createLook, detect } from '../../../src/core/matching/index.ts';
import { openBundledLexicon } from '../../../src/tools/evaluation/bundled-lexicon.ts';
import { lexiconOf } from './lexicon-of.ts';
import { oracle } from './oracle.ts';

const numRuns = process.env.CI ? 10_000 : 1_000;

/** Few letters, so that forms meet, among everything that borders and gaps are made of. */
const units = [
  ...['a', 'b', 'A', 'B', '1', 'é', '_', '\u0301', '深', '求', ' ', ' ', '-', '\u2011', '\u00a0'],
  ...['\n', '\u00ad', '\u200b', '.', ',', "'", '’', '@', '#', '/', '(', '\ud800', '\udc00'],
  ...['\u{1d41a}', '\u2013', '- \n', '-\n ', "'s", ' \u00ad'],
];
const words = fc.array(fc.constantFrom('a', 'b', 'A', 'ab', 'Ab', 'a1', 'bé', '深求', 'b深'), {
  minLength: 1,
  maxLength: 3,
});
const aliases = fc.array(
  fc.record({
    form: fc
      .tuple(words, fc.constantFrom(' ', '-', '', "'", '.'))
      .map(([all, gap]) => all.join(gap)),
    case: fc.constantFrom('exact' as const, 'any' as const),
    inflect: fc.constantFrom('none' as const, 'noun' as const),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A unit, or one of the forms with another gap or an invisible unit in it. */
const part = fc.oneof(
  fc.constantFrom(...units),
  fc.record({
    pick: fc.nat(5),
    gap: fc.constantFrom(' ', '-', '\u00a0', '\n', '-\n', '- ', '\u00ad', '', '–'),
    invisibleAt: fc.option(fc.nat(6)),
    after: fc.constantFrom(' ', '', '.', '-', "'s", ' a'),
  }),
);
type Part = typeof part extends fc.Arbitrary<infer T> ? T : never;

const texts = fc.array(fc.array(part, { maxLength: 8 }), { minLength: 1, maxLength: 3 });

const scene = fc.tuple(aliases, texts).map(([forms, blocks]) => ({
  lexicon: lexiconOf({ concept: forms }),
  blocks: blocks.map((parts) => parts.map((one) => written(one, forms)).join('')),
}));

function written(one: Part, forms: readonly { readonly form: string }[]): string {
  if (typeof one === 'string') return one;
  const form = (forms[one.pick % forms.length]?.form ?? '').replace(/[ -]/g, one.gap);
  const at = one.invisibleAt;
  return `${at === null ? form : `${form.slice(0, at)}\u00ad${form.slice(at)}`}${one.after}`;
}

describe('for any lexicon and any text', () => {
  it('detect finds what the naive oracle finds', () => {
    fc.assert(
      fc.property(scene, ({ lexicon, blocks: [whole = ''] }) => {
        expect(detect(lexicon, whole)).toEqual(oracle(lexicon, whole));
      }),
      { numRuns },
    );
  });

  it('spans are valid, ordered and disjoint', () => {
    fc.assert(
      fc.property(scene, ({ lexicon, blocks: [whole = ''] }) => {
        let last = 0;
        for (const { start, end, senses } of detect(lexicon, whole)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(senses.length).toBeGreaterThan(0);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns },
    );
  });

  it('the quick look over the flat text misses nothing that a block holds', () => {
    fc.assert(
      fc.property(scene, ({ lexicon, blocks }) => {
        const flat = blocks.join('');
        const scanner = createLook(lexicon.packed);
        const seen = new Set(scanner.positions(flat));
        let offset = 0;
        for (const block of blocks) {
          for (const { start, end } of detect(lexicon, block)) {
            if (isGluedShortForm(flat, offset + start, offset + end)) continue;
            expect(seen).toContain(offset + start);
            expect(scanner.test(flat)).toBe(true);
          }
          offset += block.length;
        }
      }),
      { numRuns },
    );
  });
});

/** The one exception that the scanner names. */
function isGluedShortForm(flat: string, start: number, end: number): boolean {
  const surface = flat.slice(start, end).replace(/[\u00ad\u200b]/g, '');
  return /^\p{L}{2,3}$/u.test(surface) && /^[\u00ad\u200b]*[a-z]/.test(flat.slice(end));
}

describe('for any string at all', () => {
  const bundled = openBundledLexicon();
  const anything = fc
    .array(
      fc.oneof(
        fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
        fc.constantFrom('R1', ' DeepSeek ', 'token', ' Huang', '. ', 'fine-tuned', ' AI '),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  it('annotate does not throw, and marks what stands there', () => {
    fc.assert(
      fc.property(anything, anything, (title, whole) => {
        const evidence = createEvidence(bundled, { title, language: '' });
        evidence.add(whole, detect(bundled, whole));
        const given = { text: whole, evidence: evidence.value(), corrections: [] };
        for (const { start, end, surface } of annotate(bundled, given).annotations) {
          expect(whole.slice(start, end)).toBe(surface);
        }
      }),
      { numRuns },
    );
  });
});

describe('a text sixteen times as long costs about sixteen times as much', () => {
  const bundled = openBundledLexicon();
  const repeats = 2_500;
  const times = 16;
  const worst: Readonly<Record<string, string>> = {
    'one endless word': 'aaaa',
    'all borders': 'a-b.',
    'all near-misses': 'DeepSeek-R1x ',
    'spaces in a gap': 'large        ',
    'all invisible': 'in\u00adference\u200b',
    'all found': 'token ',
  };

  /** How long it takes to read a text so often, in ms. */
  function price(text: string, often: number): number {
    const from = performance.now();
    for (let again = 0; again < often; again++) detect(bundled, text);
    return performance.now() - from;
  }

  it.each(Object.entries(worst))('%s', (_name, unit) => {
    const [short, long] = [unit.repeat(repeats), unit.repeat(times * repeats)];
    // The same work in both, by turns, and the least of some rounds: what else the machine does counts little.
    const least = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 12; round++) {
      least.short = Math.min(least.short, price(short, times));
      least.long = Math.min(least.long, price(long, 1));
    }
    // What grows with the square would cost sixteen times as much; a larger text leaves the caches.
    expect(least.long / least.short).toBeLessThan(3);
  });
});
