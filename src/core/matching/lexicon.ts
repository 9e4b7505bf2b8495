import type { ConceptId } from '../knowledge/entry.ts';
import { type AuthoredCues, flag, type PackedLexicon, readLong, readShort } from './packed.ts';

/** What a form may mean, with what its author says of it. */
export type Sense = {
  readonly concept: ConceptId;
  /** The form as stored: one space for each gap. */
  readonly form: string;
  readonly alias: number;
  readonly exact: boolean;
  readonly ambiguous: boolean;
  /** Before any evidence, 0–1. */
  readonly prior: number;
  readonly cues?: AuthoredCues;
};

export type Lexicon = {
  readonly packed: PackedLexicon;
  readonly recordCount: number;
  readonly slotMask: number;
  readonly filterMask: number;
  /** The sense that a number in `Mention.senses` stands for. */
  readonly sense: (index: number) => Sense;
};

const aliasUnits = 4;

/** A packed lexicon, ready to find with. Nothing is unpacked before it is asked for. */
export function openLexicon(packed: PackedLexicon): Lexicon {
  const senses = new Map<number, Sense>();
  const read = (index: number): Sense => {
    const alias = readLong(packed.owners, index);
    const at = alias * aliasUnits;
    const flags = readShort(packed.aliases, at + 2);
    const cues = packed.cues[alias];
    return {
      concept: packed.concepts[readLong(packed.aliases, at / 2)] ?? '',
      form: packed.forms.slice(readLong(packed.starts, index), readLong(packed.starts, index + 1)),
      alias,
      exact: (flags & flag.exact) !== 0,
      ambiguous: (flags & flag.ambiguous) !== 0,
      prior: readShort(packed.aliases, at + 3) / 1000,
      ...(cues === undefined ? {} : { cues }),
    };
  };
  return {
    packed,
    recordCount: packed.owners.length / 2,
    slotMask: packed.slots.length / 2 - 1,
    filterMask: packed.filter.length * 8 - 1,
    sense: (index) => {
      const known = senses.get(index);
      if (known !== undefined) return known;
      const sense = read(index);
      senses.set(index, sense);
      return sense;
    },
  };
}
