import type { Alias, ConceptId } from '../knowledge/entry.ts';

/** What an author says of an alias beyond its form: words that speak for or against its sense. */
export type AuthoredCues = NonNullable<Alias['cues']>;

/**
 * A lexicon as plain JSON. Numbers are kept as units of strings and are read where they stand, so that opening it
 * costs nothing: a page with ten thousand forms is ready as soon as the JSON is parsed.
 *
 * A record is one written form of one alias; its number is the sense's number in a Mention.
 */
export type PackedLexicon = {
  readonly version: 1;
  readonly concepts: readonly ConceptId[];
  /** Per alias: concept (2 units), flags (1), prior in thousandths (1), number of its cues or 0 (2). */
  readonly aliases: string;
  /** All stored forms, one after the other. */
  readonly forms: string;
  /** Where each record's form begins in `forms` (2 units), and where the last one ends. */
  readonly starts: string;
  /** Per record: its alias (2 units). */
  readonly owners: string;
  /** Open-addressed table from a form's hash to its record + 1 (2 units) and a tag of the hash (1); a power of two long. */
  readonly slots: string;
  /** Two bits per hash in one 32-bit word (4 units, low byte first), a power of two long: says no for nearly all words of a text. */
  readonly filter: string;
  /** Cues that authors gave; aliases count them from 1. */
  readonly cues: readonly AuthoredCues[];
  /** The vocabulary of walks of life that cues refer to, as in fields.ts. */
  readonly fields: Readonly<Record<string, string>>;
};

export const flag = { exact: 1, ambiguous: 2, name: 4 } as const;

/** Units of one slot in `slots`, and of one alias in `aliases`. */
export const slotUnits = 3;
export const aliasUnits = 6;

const bits = 15;
/** Keeps controls out of the strings; 15 bits keep surrogates out. */
const base = 0x20;

export const packShort = (value: number): string => String.fromCharCode(base + value);
export const packLong = (value: number): string =>
  packShort(value >>> bits) + packShort(value & ((1 << bits) - 1));

export const readShort = (packed: string, at: number): number => packed.charCodeAt(at) - base;
/** The long number whose first unit is at `at`. */
export const readPair = (packed: string, at: number): number =>
  ((packed.charCodeAt(at) - base) << bits) | (packed.charCodeAt(at + 1) - base);
/** The `index`th of a row of long numbers. */
export const readLong = (packed: string, index: number): number => readPair(packed, 2 * index);
