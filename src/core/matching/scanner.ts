import { invisibleUnit, isInvisible } from '../text/units.ts';
import type { Lexicon, Sense } from './lexicon.ts';

/**
 * A quick look at one long flat text (a page's textContent, in which the borders of blocks have vanished) that
 * never misses what detect would find in its blocks, and sometimes finds what detect will not: word borders and
 * surroundings are not asked. The one exception is a form of two or three letters ("Su") glued to a small letter
 * of the next block, since else every "Sunday" were a hit.
 */
export type Scanner = {
  /** Whether any form may stand in the text. */
  readonly test: (text: string) => boolean;
  /**
   * Where in the text forms may begin, in order; `undefined` when the lexicon is too large for the quick look to be
   * quicker than reading.
   */
  readonly positions: (text: string, gaps?: Gaps) => readonly number[] | undefined;
};

/** `lost`: the text lacks something that is a gap to detect, as textContent lacks the `<br>` of its elements. */
export type Gaps = 'kept' | 'lost';

/** Beyond this many forms one native alternation loses to the finder itself. */
const most = 1500;

const gap = '[\\s\\-\\u2010-\\u2013\\u2212\\ufe63]';

function unitProbe(unit: string, exact: boolean): string {
  if (/['\u2019\u02bc]/.test(unit)) return "['\\u2019\\u02bc]";
  const [lower, upper] = [unit.toLowerCase(), unit.toUpperCase()];
  const cased = !exact && lower !== upper && lower.length === 1 && upper.length === 1;
  return cased ? `[${lower}${upper}]` : unit.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** What of a form the quick look asks for: its first word, and after a gap its second. */
function probeOf({ form, exact }: Sense, gaps: string): string {
  const words = form.split(' ').slice(0, 2);
  const probe = words.map((word) => Array.from(word, (unit) => unitProbe(unit, exact)).join(''));
  return probe.join(gaps) + (/^[\p{Lu}\p{Ll}]{2,3}$/u.test(form) && exact ? '(?![a-z])' : '');
}

/** One alternation of all forms' probes, without those that begin with another. */
function alternation(lexicon: Lexicon, gaps: string): string {
  const probes = new Set<string>();
  for (let record = 0; record < lexicon.recordCount; record++) {
    probes.add(probeOf(lexicon.sense(record), gaps));
  }
  const isCovered = (probe: string): boolean => {
    for (let end = 2; end < probe.length; end++) if (probes.has(probe.slice(0, end))) return true;
    return false;
  };
  return [...probes].filter((probe) => !isCovered(probe)).join('|') || '(?!)';
}

/** A quick look for the forms of this lexicon. Makes its expressions when first used. */
export function createScanner(lexicon: Lexicon): Scanner {
  if (lexicon.recordCount > most) return { test: () => true, positions: () => undefined };
  let once: RegExp | undefined;
  let broken: RegExp | undefined;
  const expression = (): RegExp => {
    once ??= new RegExp(alternation(lexicon, `${gap}+`), 'g');
    once.lastIndex = 0;
    return once;
  };
  const acrossInvisible = (): RegExp => {
    broken ??= new RegExp(alternation(lexicon, `${gap}*`), 'g');
    broken.lastIndex = 0;
    return broken;
  };
  return {
    test: (text) =>
      expression().test(text) ||
      (invisibleUnit.test(text) && acrossInvisible().test(withoutInvisible(text).read)),
    positions: (text, gaps = 'kept') => {
      if (!invisibleUnit.test(text)) {
        return positionsOf(gaps === 'kept' ? expression() : acrossInvisible(), text);
      }
      const { read, places } = withoutInvisible(text);
      return positionsOf(acrossInvisible(), read).map((at) => places[at] ?? 0);
    },
  };
}

function positionsOf(expression: RegExp, text: string): number[] {
  const positions: number[] = [];
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    positions.push(found.index);
    expression.lastIndex = found.index + 1;
  }
  return positions;
}

/** The text without its invisible units, and where each remaining unit stood. */
function withoutInvisible(text: string): {
  readonly read: string;
  readonly places: readonly number[];
} {
  const places: number[] = [];
  let read = '';
  for (let i = 0; i < text.length; i++) {
    if (isInvisible(text.charCodeAt(i))) continue;
    read += text[i];
    places.push(i);
  }
  return { read, places };
}
