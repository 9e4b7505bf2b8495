import type { ConceptId } from '../knowledge/entry.ts';
import type { WitnessSources } from './ai-witness.ts';
import type { PackedCues } from './pack-cues.ts';

/** What tells most texts from those that are worth reading, as plain JSON. */
export type PackedLook = {
  /** The source of the quick look's expression, a space for each gap; empty when there are too many forms. */
  readonly quick: string;
  /** What every text with a word of AI holds. */
  readonly witness: WitnessSources;
};

/**
 * What finds forms in a text, as plain JSON. Numbers are kept as units of strings and are read where they stand, so that
 * opening it costs nothing: a page with ten thousand forms is ready as soon as the JSON is parsed.
 *
 * A record is one written form of one alias; its number is the sense's number in a Mention.
 */
export type PackedForms = {
  readonly version: 2;
  readonly concepts: readonly ConceptId[];
  /** Per alias: concept (2 units), flags (1), prior in thousandths (1), number of its cues or 0 (2). */
  readonly aliases: string;
  /** All stored forms, one after the other. */
  readonly forms: string;
  /** Where each record's form begins in `forms` (2 units), and where the last one ends. */
  readonly starts: string;
  /** Per record: its alias (2 units). */
  readonly owners: string;
  /** Open-addressed table from a form's hash to its record + 1 (2 units) and a tag of the hash (1); a power of two long. Empty where there are few forms, as is `filter`: both are then made from them. */
  readonly slots: string;
  /** Two bits per hash in one 32-bit word (4 units, low byte first), a power of two long: says no for nearly all words of a text. */
  readonly filter: string;
};

/** With what looks a text over, and what decides between senses: cues that authors gave, which aliases count from 1, and the vocabulary of walks of life. */
export type PackedLexicon = PackedLook & PackedForms & { readonly cues: PackedCues };

export const flag = { exact: 1, ambiguous: 2, name: 4 } as const;

/** Units of one slot in `slots`, and of one alias in `aliases`. */
export const slotUnits = 3;
export const aliasUnits = 6;
