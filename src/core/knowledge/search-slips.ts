import Fuse from 'fuse.js';
import { slipsBetween } from './search-distance.ts';
import type { Haystack } from './search-haystack.ts';

export type SlipsHit = {
  /** Index of the name. */
  readonly name: number;
  readonly slips: number;
  /** Fuse.js's score of likeness, 0 for the same, 1 for nothing alike. */
  readonly unlike: number;
};

/**
 * Names that are a few slips of typing away from the words, or begin so, at any of their own words.
 * Candidates have nearly all letters and a piece of what was typed; slips are counted; Fuse.js says which looks most like it.
 */
export function namesWithSlips(
  words: readonly string[],
  names: {
    readonly spaced: Haystack;
    readonly squashed: Haystack;
    /** `lettersOf` each squashed name. */
    readonly letters: Uint32Array;
  },
): readonly SlipsHit[] {
  const typed = words.join('');
  const most = slipsToWhole(typed.length);
  if (most === 0) return [];
  const candidates: { readonly name: number; readonly slips: number; readonly text: string }[] = [];
  const letters = lettersOf(typed);
  const pieces = piecesOf(typed, most + 1);
  for (let name = 0; name < names.letters.length; name += 1) {
    if (countBits(letters & ~(names.letters[name] ?? 0)) > most) continue;
    const text = names.squashed.lines[name] ?? '';
    if (text.length < typed.length - most) continue;
    if (!pieces.some((piece) => text.includes(piece))) continue;
    const slips = fewestSlips(words, names.spaced.lines[name]?.split(' ') ?? []);
    if (slips !== undefined) candidates.push({ name, slips, text });
  }
  const likeness = rankBySimilarity(typed, candidates);
  return candidates.map(({ name, slips }, index) => ({
    name,
    slips,
    unlike: likeness.get(index) ?? 1,
  }));
}

/** Which letters a text has, one bit each (the alphabet's own, others shared): no slip is cheaper than comparing these. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits >>> 0;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Slips forgiven where a whole name was typed: one in four letters or so. "jenson" may be "jensen", "ram" not "rag". */
function slipsToWhole(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** Fewer where only a beginning was typed: half of all short words are nearly some long word's beginning. */
function slipsToStart(length: number): number {
  if (length < 5) return 0;
  if (length < 9) return 1;
  return length < 14 ? 2 : 3;
}

/** The fewest slips from what was typed to the name, begun at any of its words; undefined past what is forgiven. */
function fewestSlips(typed: readonly string[], name: readonly string[]): number | undefined {
  const all = typed.join('');
  const most = slipsToWhole(all.length);
  let fewest: number | undefined;
  for (let i = 0; i < name.length; i += 1) {
    const rest = name.slice(i);
    const text = rest.join('');
    // People seldom miss a name's first letter.
    if (text[0] !== all[0] && text[1] !== all[0] && text[0] !== all[1]) continue;
    const { whole, start } = slipsBetween(all, text, most);
    const slips = whole <= most ? whole : start <= slipsToStart(all.length) ? start : undefined;
    if (slips === undefined || (fewest !== undefined && fewest <= slips)) continue;
    if (typed.length === 1 || typed.length !== rest.length || everyWordNear(typed, rest))
      fewest = slips;
  }
  return fewest;
}

/** "fine dining" is two slips from "fine tuning", but both are in one short word. */
function everyWordNear(typed: readonly string[], name: readonly string[]): boolean {
  return typed.every((word, index) => {
    const allowed = Math.max(1, slipsToStart(word.length));
    return slipsBetween(word, name[index] ?? '', allowed).start <= allowed;
  });
}

/** If a text differs by n slips, at least one of n + 1 pieces of it stands unchanged. */
function piecesOf(typed: string, count: number): readonly string[] {
  const length = Math.floor(typed.length / count);
  return Array.from({ length: count }, (_, i) =>
    typed.slice(i * length, i === count - 1 ? undefined : (i + 1) * length),
  );
}

function rankBySimilarity(
  typed: string,
  candidates: readonly { readonly text: string }[],
): ReadonlyMap<number, number> {
  if (candidates.length < 2) return new Map(candidates.map((_, index) => [index, 0]));
  const fuse = new Fuse(candidates, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.6,
  });
  // Its bit-parallel search takes patterns of up to 32 letters whole.
  const found = fuse.search(typed.slice(0, 32));
  return new Map(found.map(({ refIndex, score = 1 }) => [refIndex, score]));
}
