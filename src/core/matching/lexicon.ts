import type { ConceptId } from '../knowledge/entry.ts';
import { createWitness } from './ai-witness.ts';
import { type CueTable, openCues, type Profile } from './cue-table.ts';
import { readNames, readNumbers } from './pack-cues.ts';
import { aliasUnits, flag, type PackedLexicon, slotUnits } from './packed.ts';
import { readLong, readShort } from './packed-numbers.ts';

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
  /** Whether other names may contain the form: "Jensen Button", "YZF-R1". */
  readonly isName: boolean;
  readonly profile: Profile;
};

export type Lexicon = {
  readonly packed: PackedLexicon;
  readonly recordCount: number;
  readonly slotMask: number;
  /** The packed filter, in words. */
  readonly filter: Uint32Array;
  readonly filterMask: number;
  /** The sense that a number in `Mention.senses` stands for. */
  readonly sense: (index: number) => Sense;
  /** The cues of all aliases and fields; made when first asked for. */
  readonly cues: () => CueTable;
  /** Whether a text may hold a word of AI; never no where the cues say yes. Opens nothing. */
  readonly mayHoldAi: (text: string) => boolean;
};

function wordsOf(packed: string): Uint32Array {
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

/** A packed lexicon, ready to find with. Only its filter is unpacked before it is asked for. */
export function openLexicon(packed: PackedLexicon): Lexicon {
  const senses = new Map<number, Sense>();
  const profiles = new Map<number, Profile>();
  let table: CueTable | undefined;
  let decoded: readonly string[] | undefined;
  let witness: ((text: string) => boolean) | undefined;
  const names = (): readonly string[] => {
    decoded ??= readNames(packed.cues.words);
    return decoded;
  };
  const cues = (): CueTable => {
    table ??= openCues(packed.cues, names());
    return table;
  };
  const profileOf = (index: number): Profile => {
    const known = profiles.get(index);
    if (known !== undefined) return known;
    const profile = cues().profile(index);
    profiles.set(index, profile);
    return profile;
  };
  const read = (index: number): Sense => {
    const alias = readLong(packed.owners, index);
    const at = alias * aliasUnits;
    const flags = readShort(packed.aliases, at + 2);
    const own = readLong(packed.aliases, at / 2 + 2);
    return {
      concept: packed.concepts[readLong(packed.aliases, at / 2)] ?? '',
      form: packed.forms.slice(readLong(packed.starts, index), readLong(packed.starts, index + 1)),
      alias,
      exact: (flags & flag.exact) !== 0,
      ambiguous: (flags & flag.ambiguous) !== 0,
      prior: readShort(packed.aliases, at + 3) / 1000,
      isName: (flags & flag.name) !== 0,
      get profile() {
        return profileOf(own);
      },
    };
  };
  return {
    packed,
    recordCount: packed.owners.length / 2,
    slotMask: packed.slots.length / slotUnits - 1,
    filter: wordsOf(packed.filter),
    filterMask: packed.filter.length / 4 - 1,
    cues,
    mayHoldAi: (text) => {
      witness ??= createWitness(
        readNumbers(packed.cues.fields.ai ?? '').map((id) => names()[id] ?? ''),
      );
      return witness(text);
    },
    sense: (index) => {
      const known = senses.get(index);
      if (known !== undefined) return known;
      const sense = read(index);
      senses.set(index, sense);
      return sense;
    },
  };
}
