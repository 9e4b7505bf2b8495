import { filterBits, filterWord, hashForm, slotTag, spread } from './form.ts';
import { packLong, packShort } from './packed-numbers.ts';

/** Up to so many forms the tables are made from them in less time than it takes to carry them. */
export const fewForms = 3_000;

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, least)));

/** Few forms by their hash, see `hashKey`; many are found in `PackedForms.slots`, which needs no making. */
export function byHash(forms: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const records = new Map<number, number[]>();
  forms.forEach((form, record) => {
    const key = hashKey(spread(hashForm(form)));
    const same = records.get(key);
    if (same === undefined) records.set(key, [record]);
    else same.push(record);
  });
  return records;
}

/** What of a hash is a key: a small integer to every browser. What shares it is told apart by its letters. */
export const hashKey = (spreaded: number): number => spreaded >>> 2;

/** The open-addressed table of `PackedForms.slots`. */
export function fillSlots(forms: readonly string[]): string {
  const size = powerOfTwo(2 * forms.length);
  const slots = new Int32Array(size);
  const tags = new Uint16Array(size);
  forms.forEach((form, record) => {
    const hash = spread(hashForm(form));
    let at = hash & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = record + 1;
    tags[at] = slotTag(hash);
  });
  return Array.from(slots, (slot, at) => packLong(slot) + packShort(tags[at] ?? 0)).join('');
}

/** The words of `PackedForms.filter`. Few forms can afford four times the bits, which say no four times as often. */
export function fillFilter(forms: readonly string[]): Uint32Array {
  const size = powerOfTwo((forms.length < fewForms ? 2 : 0.5) * forms.length);
  const words = new Uint32Array(size);
  for (const form of forms) {
    const hash = spread(hashForm(form));
    const at = filterWord(hash) & (size - 1);
    words[at] = (words[at] ?? 0) | filterBits(hash);
  }
  return words;
}

/** A filter as units: four a word, low byte first. */
export const packFilter = (words: Uint32Array): string =>
  Array.from(words, (word) =>
    String.fromCharCode(word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24),
  ).join('');

export function unpackFilter(packed: string): Uint32Array {
  const words = new Uint32Array(packed.length / 4);
  for (let i = 0, at = 0; i < words.length; i++, at += 4) {
    words[i] =
      packed.charCodeAt(at) |
      (packed.charCodeAt(at + 1) << 8) |
      (packed.charCodeAt(at + 2) << 16) |
      (packed.charCodeAt(at + 3) << 24);
  }
  return words;
}
