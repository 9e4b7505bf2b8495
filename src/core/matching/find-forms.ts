import { classify, isHyphen, isSpace, UNSPACED, unitTable } from '../text/units.ts';
import { hashPair, hashUnspaced, seed, spread } from './form.ts';
import type { Lexicon } from './lexicon.ts';
import { aliasUnits, flag, readLong, readShort } from './packed.ts';

/** A record of the lexicon standing in a text, its borders not yet judged. */
export type Found = { readonly start: number; readonly end: number; readonly record: number };

/**
 * All records that stand in a text without invisible units, in the order of their start (records with one start in
 * no order). One pass: each word is hashed once, and alone and together with the word before it asked of a filter
 * that nearly always says no, so that the price hardly depends on the number of forms.
 */
export function findForms(lexicon: Lexicon, text: string): Found[] {
  const found: Found[] = [];
  const { filter } = lexicon.packed;
  const { filterMask } = lexicon;
  const length = text.length;
  let previousHash = 0;
  let previousStart = -1;
  let i = 0;
  while (i < length) {
    const unit = text.charCodeAt(i);
    let kind = unitTable[unit] as number;
    if (kind === 0) kind = classify(unit);
    if (kind <= UNSPACED) {
      if (kind === UNSPACED) look(lexicon, { text, at: i, hash: hashUnspaced(text, i), found });
      i++;
      continue;
    }
    const start = i;
    let hash = seed;
    do {
      hash = Math.imul(hash ^ kind, 0x01000193);
      i++;
      if (i === length) break;
      const next = text.charCodeAt(i);
      kind = unitTable[next] as number;
      if (kind === 0) kind = classify(next);
    } while (kind > UNSPACED);
    const single = spread(hash) & filterMask;
    const pair = spread(hashPair(previousHash, hash)) & filterMask;
    if ((filter.charCodeAt(pair >>> 3) & (1 << (pair & 7))) !== 0 && previousStart >= 0) {
      look(lexicon, { text, at: previousStart, hash: hashPair(previousHash, hash), found });
    }
    if ((filter.charCodeAt(single >>> 3) & (1 << (single & 7))) !== 0) {
      look(lexicon, { text, at: start, hash, found });
    }
    previousHash = hash;
    previousStart = start;
  }
  return found;
}

type Look = {
  readonly text: string;
  readonly at: number;
  readonly hash: number;
  readonly found: Found[];
};

/** Adds the records under this hash that do stand at this place. */
function look(lexicon: Lexicon, { text, at, hash, found }: Look): void {
  const { packed, slotMask } = lexicon;
  let slot = spread(hash) & slotMask;
  for (;;) {
    const record = readLong(packed.slots, slot) - 1;
    if (record < 0) return;
    const end = formEnd(lexicon, { record, text, at });
    if (end > 0) found.push({ start: at, end, record });
    slot = (slot + 1) & slotMask;
  }
}

/** Where the record's form ends if it stands at `at`, else -1. */
function formEnd(
  lexicon: Lexicon,
  { record, text, at }: { readonly record: number; readonly text: string; readonly at: number },
): number {
  const { forms, starts, owners, aliases } = lexicon.packed;
  const last = readLong(starts, record + 1);
  const exact = (readShort(aliases, aliasUnits * readLong(owners, record) + 2) & flag.exact) !== 0;
  let i = at;
  for (let f = readLong(starts, record); f < last; f++) {
    const wanted = forms.charCodeAt(f);
    if (wanted === 0x20) {
      i = gapEnd(text, i);
      if (i < 0) return -1;
      continue;
    }
    if (i >= text.length) return -1;
    const unit = text.charCodeAt(i);
    if (unit !== wanted && !isVariant({ unit, wanted, exact })) return -1;
    i++;
  }
  return i;
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;

function isVariant(pair: {
  readonly unit: number;
  readonly wanted: number;
  readonly exact: boolean;
}): boolean {
  const { unit, wanted, exact } = pair;
  if (isApostrophe(wanted)) return isApostrophe(unit);
  if (exact) return false;
  const kind = classify(unit);
  return kind > UNSPACED && kind === classify(wanted);
}

/** Where a gap that begins at `at` ends: white space, or one hyphen that a line may break after; else -1. */
export function gapEnd(text: string, at: number): number {
  let i = at;
  const first = text.charCodeAt(i);
  if (isHyphen(first)) {
    i++;
    const next = text.charCodeAt(i);
    if (next !== 0x0a && next !== 0x0d) return i;
  } else if (!isSpace(first)) return -1;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}
