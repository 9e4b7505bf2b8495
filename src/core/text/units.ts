import { isInvisible } from './invisible.ts';

/**
 * What each UTF-16 code unit is to the finder. Word units fold to lower case, so that one table look-up in the
 * innermost loop both classifies and folds; the table fills itself as units are first met (classifying all of
 * Unicode up front would cost a page milliseconds).
 */

/** Between words: punctuation, space, symbols. */
export const OTHER = 1;
/** Invisible: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
export const INVISIBLE = 2;
/** A letter of a script written without spaces, or whose particles join the word (Hangul): no border needed. */
export const UNSPACED = 3;

/** 0: not met yet; 1–3: as above; else the unit folded, and it belongs to a word. */
export const unitTable = new Uint16Array(0x10000);

const wordUnit = /[\p{L}\p{N}\p{M}_]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3005\u30fc]/u;

/** Lower case where that is one unit and can be undone, so that no unit folds into a foreign one (K → k). */
function fold(unit: number): number {
  const upper = String.fromCharCode(unit);
  const lower = upper.toLowerCase();
  return lower.length === 1 && lower.toUpperCase() === upper ? lower.charCodeAt(0) : unit;
}

/** The table's value for a unit that it has not met. Surrogates are taken for letters: rare, and never folded. */
export function classify(unit: number): number {
  const known = unitTable[unit] ?? OTHER;
  if (known !== 0) return known;
  const text = String.fromCharCode(unit);
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  let value = OTHER;
  if (isInvisible(unit)) value = INVISIBLE;
  else if (surrogate) value = OTHER;
  else if (unspaced.test(text)) value = UNSPACED;
  else if (wordUnit.test(text)) value = fold(unit);
  unitTable[unit] = value;
  return value;
}

for (let unit = 0; unit < 0x80; unit++) {
  const upper = unit >= 0x41 && unit <= 0x5a;
  const word = upper || unit === 0x5f || (unit >= 0x61 && unit <= 0x7a) || isDigit(unit);
  unitTable[unit] = upper ? unit + 0x20 : word ? unit : OTHER;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Hyphens that may stand in an alias's gap: hyphen-minus, hyphen, no-break hyphen, figure dash, en dash, minus. */
export const isHyphen = (unit: number): boolean =>
  unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013) || unit === 0x2212 || unit === 0xfe63;

/** White space of any width, no-break and line breaks included. */
export const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000;
