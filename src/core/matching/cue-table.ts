import type { AuthoredCues } from './packed.ts';
import { stem } from './stem.ts';

/** What one alias makes of what stands around it: numbers of cues (own words) and of fields. */
export type Profile = {
  /** Cue or field → +1 speaks for the sense, −1 against it. */
  readonly cues: ReadonlyMap<number, number>;
  readonly fields: ReadonlyMap<number, number>;
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  readonly notBefore: readonly (readonly string[])[];
  readonly notAfter: readonly (readonly string[])[];
};

/** A cue as it is compared with text: its words' stems, or the word as written. */
export type Cue = {
  readonly id: number;
  /** The stems after the first, for cues of several words. */
  readonly rest: readonly string[];
  readonly fields: readonly number[];
};

export type CueTable = {
  /** Cues by the stem of their first word, or (`=word`) by it as written, or (`word*`) by its beginning. */
  readonly byFirst: ReadonlyMap<string, readonly Cue[]>;
  readonly fieldNames: readonly string[];
  readonly profile: (alias: AuthoredCues) => Profile;
  /** The fields of a cue. */
  readonly fieldsOf: (id: number) => readonly number[];
  /** A cue as its author wrote it. */
  readonly textOf: (id: number) => string;
  /** The cues that a form itself contains: no evidence for it. */
  readonly idsOf: (form: string) => ReadonlySet<number>;
};

/** The lengths of beginnings (`ophthalm*`) that are looked up. */
export const shortestBeginning = 3;
export const longestBeginning = 9;

const isWritten = (word: string): boolean => /\p{Lu}/u.test(word);

/** `key` of a cue's first word in the table. */
function keyOf(word: string): string {
  if (word.endsWith('*')) return `${word.slice(0, -1).toLowerCase()}*`;
  return isWritten(word) ? `=${word}` : stem(word);
}

/** The words of a cue as authored: split where text would be. */
export const cueWords = (cue: string): readonly string[] =>
  cue.match(/[\p{L}\p{N}\p{M}]+\*?/gu) ?? [];

type Draft = {
  readonly id: number;
  readonly text: string;
  readonly rest: readonly string[];
  readonly fields: number[];
};

/** Fields (name → cues joined by spaces, words of a cue by `_`) made ready for look-up; aliases' own cues join as they are asked for. */
export function openCues(
  fields: Readonly<Record<string, string>>,
  own: readonly AuthoredCues[],
): CueTable {
  const byFirst = new Map<string, Draft[]>();
  const byText = new Map<string, Draft>();
  const fieldNames = Object.keys(fields);
  const cueOf = (text: string): Draft | undefined => {
    const [first, ...others] = cueWords(text.replaceAll('_', ' '));
    if (first === undefined) return undefined;
    const key = keyOf(first);
    const rest = others.map((word) => stem(word.toLowerCase()));
    const name = [key, ...rest].join(' ');
    const known = byText.get(name);
    if (known !== undefined) return known;
    const draft: Draft = { id: byText.size, text: text.replaceAll('_', ' '), rest, fields: [] };
    byText.set(name, draft);
    const same = byFirst.get(key);
    if (same === undefined) byFirst.set(key, [draft]);
    else same.push(draft);
    return draft;
  };
  fieldNames.forEach((name, field) => {
    for (const text of (fields[name] ?? '').split(/\s+/)) {
      const draft = text === '' ? undefined : cueOf(text);
      if (draft !== undefined && !draft.fields.includes(field)) draft.fields.push(field);
    }
  });
  const words = (alias: AuthoredCues) => [...(alias.for ?? []), ...(alias.against ?? [])];
  for (const alias of own) for (const text of words(alias)) if (!text.startsWith('@')) cueOf(text);
  const all = [...byText.values()];
  return {
    byFirst,
    fieldNames,
    profile: (alias) => profileOf(alias, { cueOf, fieldNames }),
    fieldsOf: (id) => all[id]?.fields ?? [],
    textOf: (id) => all[id]?.text ?? '',
    idsOf: (form) => {
      const stems = cueWords(form).flatMap((word) => [stem(word.toLowerCase()), `=${word}`]);
      return new Set(stems.flatMap((key) => byFirst.get(key) ?? []).map(({ id }) => id));
    },
  };
}

function profileOf(
  alias: AuthoredCues,
  table: {
    readonly cueOf: (text: string) => Cue | undefined;
    readonly fieldNames: readonly string[];
  },
): Profile {
  const cues = new Map<number, number>();
  const fields = new Map<number, number>();
  const take = (texts: readonly string[] | undefined, sign: number): void => {
    for (const text of texts ?? []) {
      const field = text.startsWith('@') ? table.fieldNames.indexOf(text.slice(1)) : -1;
      if (field >= 0) fields.set(field, sign);
      else if (!text.startsWith('@')) {
        const cue = table.cueOf(text);
        if (cue !== undefined) cues.set(cue.id, sign);
      }
    }
  };
  take(alias.against, -1);
  take(alias.for, 1);
  const neighbours = (texts: readonly string[] | undefined) => (texts ?? []).map(cueWords);
  return {
    cues,
    fields,
    before: neighbours(alias.before),
    after: neighbours(alias.after),
    notBefore: neighbours(alias.notBefore),
    notAfter: neighbours(alias.notAfter),
  };
}
