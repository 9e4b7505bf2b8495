import { createWitness } from './ai-witness.ts';
import type { PackedLook } from './packed.ts';
import { createScanner, type Scanner } from './scanner.ts';

/** The quick looks at a text: all that a page needs of a lexicon until one of them says that something may stand there. */
export type Look = Scanner & {
  /** How many words of AI a text holds: never fewer than the cues find. Counted no further than to `most`, or a little over it. */
  readonly countAi: (text: string, most?: number) => number;
};

/** The quick looks of a packed lexicon, or of the part of it that every page carries. Their expressions are made when first used. */
export const createLook = ({ quick, witness }: PackedLook): Look => ({
  ...createScanner(quick),
  countAi: createWitness(witness),
});
