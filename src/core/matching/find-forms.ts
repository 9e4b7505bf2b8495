import { classify, INVISIBLE, isHyphen, isSpace, UNSPACED, unitTable } from '../text/units.ts';
import {
  filterBits,
  filterWord,
  hashPair,
  hashUnit,
  hashUnspaced,
  seed,
  slotTag,
  spread,
} from './form.ts';
import { hashKey } from './form-tables.ts';
import type { Forms } from './lexicon.ts';
import { aliasUnits, flag, slotUnits } from './packed.ts';
import { readLong, readPair, readShort } from './packed-numbers.ts';

/** A record of the lexicon standing in a text, its borders not yet judged. */
export type Found = { readonly start: number; readonly end: number; readonly record: number };

/**
 * All records that stand in a text, nearly in the order of their start; `undefined` when it has invisible units, of
 * which this pass knows nothing. Each word is hashed once, and alone and together with the word before it asked of
 * a filter that nearly always says no, so that the price hardly depends on the number of forms.
 */
export function findForms(lexicon: Forms, text: string): Found[] | undefined {
  const found: Found[] = [];
  const { filter } = lexicon.tables();
  const filterMask = filter.length - 1;
  const table = unitTable;
  const length = text.length;
  let previousHash = 0;
  let previousStart = -1;
  let i = 0;
  while (i < length) {
    const unit = text.charCodeAt(i);
    let kind = table[unit] as number;
    if (kind === 0) kind = classify(unit);
    if (kind <= UNSPACED) {
      if (kind === UNSPACED) look(lexicon, { text, at: i, hash: hashUnspaced(text, i), found });
      else if (kind === INVISIBLE) return undefined;
      i++;
      continue;
    }
    const start = i;
    let hash = seed;
    do {
      hash = hashUnit(hash, kind);
      i++;
      if (i === length) break;
      const next = text.charCodeAt(i);
      kind = table[next] as number;
      if (kind === 0) kind = classify(next);
    } while (kind > UNSPACED);
    const pair = hashPair(previousHash, hash);
    const pairSpread = spread(pair);
    const pairBits = filterBits(pairSpread);
    if (((filter[filterWord(pairSpread) & filterMask] as number) & pairBits) === pairBits) {
      if (previousStart >= 0) look(lexicon, { text, at: previousStart, hash: pair, found });
    }
    const single = spread(hash);
    const bits = filterBits(single);
    if (((filter[filterWord(single) & filterMask] as number) & bits) === bits) {
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
function look(lexicon: Forms, place: Look): void {
  const spreaded = spread(place.hash);
  const { few } = lexicon.tables();
  const records = few?.get(hashKey(spreaded));
  if (few === undefined) lookInSlots(lexicon, spreaded, place);
  else if (records !== undefined) {
    for (const record of records) addFound(lexicon, record, place);
  }
}

function lookInSlots(lexicon: Forms, spreaded: number, place: Look): void {
  const { slots } = lexicon.packed;
  const mask = slots.length / slotUnits - 1;
  const tag = slotTag(spreaded);
  for (let slot = spreaded & mask; ; slot = (slot + 1) & mask) {
    const unit = slotUnits * slot;
    const record = readPair(slots, unit) - 1;
    if (record < 0) return;
    if (readShort(slots, unit + 2) === tag) addFound(lexicon, record, place);
  }
}

function addFound(lexicon: Forms, record: number, { text, at, found }: Look): void {
  const end = formEnd(lexicon, { record, text, at });
  if (end > 0) found.push({ start: at, end, record });
}

/** Where the record's form ends if it stands at `at`, else -1. */
function formEnd(
  lexicon: Forms,
  { record, text, at }: { readonly record: number; readonly text: string; readonly at: number },
): number {
  const { forms, starts } = lexicon.packed;
  const last = readLong(starts, record + 1);
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
    if (unit !== wanted && !isVariant(lexicon, { unit, wanted, record })) return -1;
    i++;
  }
  return i;
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;

/** Whether a unit other than the wanted one will do: another apostrophe, or another case where any is right. */
function isVariant(
  lexicon: Forms,
  pair: { readonly unit: number; readonly wanted: number; readonly record: number },
): boolean {
  const { unit, wanted, record } = pair;
  if (isApostrophe(wanted)) return isApostrophe(unit);
  const kind = classify(unit);
  return kind > UNSPACED && kind === classify(wanted) && !isExact(lexicon, record);
}

function isExact({ packed }: Forms, record: number): boolean {
  const alias = readLong(packed.owners, record);
  return (readShort(packed.aliases, aliasUnits * alias + 2) & flag.exact) !== 0;
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
