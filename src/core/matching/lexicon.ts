import type { ConceptId } from '../knowledge/entry.ts';
import { type CueTable, openCues, type Profile } from './cue-table.ts';
import { byHash, fillFilter, unpackFilter } from './form-tables.ts';
import { aliasUnits, flag, type PackedForms, type PackedLexicon } from './packed.ts';
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

/** The filter's words, a power of two of them; and few forms by their hash. */
export type FormTables = {
  readonly filter: Uint32Array;
  readonly few?: ReadonlyMap<number, readonly number[]>;
};

/** What finds forms; what they mean is not known yet. */
export type Forms = {
  readonly packed: PackedForms;
  readonly recordCount: number;
  readonly tables: () => FormTables;
};

export type Lexicon = Forms & {
  readonly packed: PackedLexicon;
  /** The sense that a number in `Mention.senses` stands for. */
  readonly sense: (index: number) => Sense;
  /** The cues of all aliases and fields; made when first asked for. */
  readonly cues: () => CueTable;
};

const formOf = ({ forms, starts }: PackedForms, record: number): string =>
  forms.slice(readLong(starts, record), readLong(starts, record + 1));

/** A packed lexicon, ready to find and to decide with. Nothing is unpacked before it is asked for. */
export function openLexicon(packed: PackedLexicon): Lexicon {
  const recordCount = packed.owners.length / 2;
  let tables: FormTables | undefined;
  const make = (): FormTables => {
    const { slots, filter } = packed;
    if (slots !== '') return { filter: unpackFilter(filter) };
    const forms = Array.from({ length: recordCount }, (_, record) => formOf(packed, record));
    return { few: byHash(forms), filter: fillFilter(forms) };
  };
  const senses = new Map<number, Sense>();
  const profiles = new Map<number, Profile>();
  let table: CueTable | undefined;
  const cues = (): CueTable => {
    table ??= openCues(packed.cues);
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
      form: formOf(packed, index),
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
    recordCount,
    tables: () => {
      tables ??= make();
      return tables;
    },
    cues,
    sense: (index) => {
      const known = senses.get(index);
      if (known !== undefined) return known;
      const sense = read(index);
      senses.set(index, sense);
      return sense;
    },
  };
}
