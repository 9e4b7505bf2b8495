import { isWhole } from '../../../src/core/matching/borders.ts';
import type { Lexicon } from '../../../src/core/matching/index.ts';
import type { Span } from '../../../src/core/text/span.ts';

/**
 * The finder in its most naive form: at every place of the text, every form, by a regular expression; of all that
 * is whole the leftmost, and of those the longest. Slow, and plain to see through.
 */
export function oracle(lexicon: Lexicon, text: string): readonly (Span & { senses: number[] })[] {
  const found: (Span & { record: number })[] = [];
  for (const instead of ['', ' ']) {
    const { read, places } = readThrough(text, instead);
    for (let record = 0; record < lexicon.recordCount; record++) {
      const form = expressionOf(lexicon.sense(record));
      for (let at = 0; at < read.length; at++) {
        form.lastIndex = at;
        const hit = form.exec(read);
        if (hit === null) continue;
        const span = { start: at, end: at + hit[0].length };
        if (!isWhole(read, span)) continue;
        if (instead === ' ' && (isBroken(span.start - 1, -1) || isBroken(span.end, 1))) continue;
        const [start = 0, last = 0] = [places[span.start], places[span.end - 1]];
        found.push({ start, end: last + 1, record });
      }
      function isBroken(place: number, step: -1 | 1): boolean {
        const invisible = invisibles.test(text[places[place] ?? -1] ?? '');
        return (
          invisible &&
          /[\p{L}\p{N}\p{M}_]/u.test(read[place + step] ?? '') &&
          !unspaced.test(read[place + step] ?? '')
        );
      }
    }
  }
  const chosen: (Span & { senses: number[] })[] = [];
  for (let at = 0; at < text.length; at++) {
    const here = found.filter(({ start }) => start === at);
    const end = Math.max(...here.map((one) => one.end));
    if (here.length === 0) continue;
    const senses = here.filter((one) => one.end === end).map(({ record }) => record);
    chosen.push({ start: at, end, senses: [...new Set(senses)].sort((a, b) => a - b) });
    at = end - 1;
  }
  return chosen;
}

const invisibles = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const unspaced = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const space = '[\\t-\\r \\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const gap = `(?:${space}+|[-\\u2010-\\u2013\\u2212\\ufe63](?:[\\r\\n]${space}*)?)`;

function expressionOf({ form, exact }: { readonly form: string; readonly exact: boolean }): RegExp {
  const source = Array.from(form, (unit) => {
    if (unit === ' ') return gap;
    if (/['\u2019\u02bc]/.test(unit)) return "['\\u2019\\u02bc]";
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }).join('');
  return new RegExp(source, exact ? 'y' : 'iy');
}

/** The text with each run of invisible units left out, or read as one space. */
function readThrough(text: string, instead: string): { read: string; places: number[] } {
  const places: number[] = [];
  let read = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? '';
    const invisible = invisibles.test(unit);
    if (invisible && (instead === '' || invisibles.test(text[i - 1] ?? ''))) continue;
    read += invisible ? instead : unit;
    places.push(i);
  }
  return { read, places };
}
