import { type PackedCues, parting, readNames, readNumbers } from './pack-cues.ts';
import { stem } from './stem.ts';

/** What one alias makes of what stands around it. */
export type Profile = {
  /** Cue or field → +1 speaks for the sense, −1 against it. */
  readonly cues: ReadonlyMap<number, number>;
  readonly fields: ReadonlyMap<number, number>;
  /** Words that stand directly before or after, as keys of the table. */
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  readonly notBefore: readonly (readonly string[])[];
  readonly notAfter: readonly (readonly string[])[];
};

/** A cue as it is compared with text. */
export type Cue = {
  readonly id: number;
  /** The keys after the first, for cues of several words. */
  readonly rest: readonly string[];
  readonly fields: readonly number[];
};

export type CueTable = {
  /** Cues by the key of their first word: its stem, `=Word` as written, or `begin~` its beginning. */
  readonly byFirst: ReadonlyMap<string, readonly Cue[]>;
  readonly fieldNames: readonly string[];
  /** The profile of an authored set of cues, counted from 1; 0 is that of no cues. */
  readonly profile: (set: number) => Profile;
  /** The fields of a cue. */
  readonly fieldsOf: (id: number) => readonly number[];
  /** A cue in words, near enough to its author's. */
  readonly textOf: (id: number) => string;
  /** The cues that a form itself contains: no evidence for it. */
  readonly idsOf: (form: string) => ReadonlySet<number>;
};

/** The lengths of beginnings (`ophthalm*`) that are looked up. */
export const shortestBeginning = 3;
export const longestBeginning = 9;

/** Packed cues made ready for look-up. */
export function openCues(packed: PackedCues): CueTable {
  const names = readNames(packed.words);
  const fieldNames = Object.keys(packed.fields);
  const fieldsOf: number[][] = names.map(() => []);
  fieldNames.forEach((name, field) => {
    for (const id of readNumbers(packed.fields[name] ?? '')) fieldsOf[id]?.push(field);
  });
  const byFirst = new Map<string, Cue[]>();
  names.forEach((name, id) => {
    const [first = '', ...rest] = name.split(' ');
    const cue: Cue = { id, rest, fields: fieldsOf[id] ?? [] };
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [cue]);
    else same.push(cue);
  });
  return {
    byFirst,
    fieldNames,
    profile: (set) => profileOf(packed.aliases[set - 1] ?? '', names),
    fieldsOf: (id) => fieldsOf[id] ?? [],
    textOf: (id) => (names[id] ?? '').replace(/[=~]/g, ''),
    idsOf: (form) => {
      const words = form.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      const keys = words.flatMap((word) => [stem(word.toLowerCase()), `=${word}`]);
      return new Set(keys.flatMap((key) => byFirst.get(key) ?? []).map(({ id }) => id));
    },
  };
}

function profileOf(packed: string, names: readonly string[]): Profile {
  const [pro, contra, before, after, notBefore, notAfter, proFields, contraFields] = packed
    .split(parting)
    .map(readNumbers);
  const phrases = (ids: readonly number[] = []) => ids.map((id) => (names[id] ?? '').split(' '));
  return {
    cues: signed(pro, contra),
    fields: signed(proFields, contraFields),
    before: phrases(before),
    after: phrases(after),
    notBefore: phrases(notBefore),
    notAfter: phrases(notAfter),
  };
}

const signed = (
  pro: readonly number[] = [],
  contra: readonly number[] = [],
): ReadonlyMap<number, number> =>
  new Map([...contra.map((id) => [id, -1] as const), ...pro.map((id) => [id, 1] as const)]);
