import { type PackedCues, parting, readNumbers, shortestBeginning } from './pack-cues.ts';
import { readShort } from './packed-numbers.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { stem } from './stem.ts';

/** What one alias makes of what stands around it. */
export type Profile = {
  /** Cue or field → +1 speaks for the sense, −1 against it. */
  readonly cues: ReadonlyMap<number, number>;
  readonly fields: ReadonlyMap<number, number>;
  /** Words that stand directly before or after. */
  readonly before: Phrases;
  readonly after: Phrases;
  readonly notBefore: Phrases;
  readonly notAfter: Phrases;
};

/** A cue as it is compared with text. */
export type Cue = {
  readonly id: number;
  /** The keys after the first, for cues of several words. */
  readonly rest: readonly string[];
  readonly fields: readonly number[];
};

/** A word in one way of writing: all that is asked of it, whatever stands around it. */
export type KnownWord = {
  readonly written: string;
  readonly stem: string;
  /** The cues that begin with it: by its stem, as written, by its beginning, the shortest first. */
  readonly cues: readonly Cue[];
};

export type CueTable = {
  /** What is known of a word, learned when it is first met. */
  readonly word: (written: string) => KnownWord;
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

/** A page has a few thousand different words; one that never rests is not to fill the memory. */
const mostKnown = 20_000;

/** Packed cues, ready for look-up: what is asked for is made when it is asked for. */
export function openCues(packed: PackedCues): CueTable {
  const { names, fieldNames } = packed;
  const fieldsOf = (id: number): readonly number[] =>
    packed.fieldSets[readShort(packed.fields, id)] ?? noFields;
  const firstCues = new Map<string, number>();
  packed.firsts.forEach((first, at) => {
    firstCues.set(first, packed.firstCues[at] ?? 0);
  });
  /** By their first letters. */
  const beginnings = new Map<string, string[]>();
  for (const beginning of packed.beginnings) {
    const letters = beginning.slice(0, shortestBeginning);
    const same = beginnings.get(letters);
    if (same === undefined) beginnings.set(letters, [beginning]);
    else same.push(beginning);
  }
  const byFirst = new Map<string, readonly Cue[]>();
  const cuesBy = (first: string): readonly Cue[] => {
    const from = firstCues.get(first);
    if (from === undefined) return none;
    const before = byFirst.get(first);
    if (before !== undefined) return before;
    const cues: Cue[] = [];
    for (let id = from; id < names.length; id++) {
      const name = names[id] ?? '';
      if (name !== first && !name.startsWith(`${first} `)) break;
      const rest = name.length > first.length ? name.slice(first.length + 1).split(' ') : [];
      cues.push({ id, rest, fields: fieldsOf(id) });
    }
    byFirst.set(first, cues);
    return cues;
  };
  const learn = (written: string): KnownWord => {
    const lower = written.toLowerCase();
    const base = stem(lower);
    let cues = cuesBy(base);
    // Only a word with a capital is listed as written.
    if (lower !== written) cues = joined(cues, cuesBy(`=${written}`));
    const letters = lower.slice(0, shortestBeginning);
    const begun = beginnings.get(letters);
    if (begun === undefined) return { written, stem: base, cues };
    const fitting = begun.filter((beginning) => lower.startsWith(beginning.slice(0, -1)));
    for (const beginning of fitting.sort((a, b) => a.length - b.length)) {
      cues = joined(cues, cuesBy(beginning));
    }
    return { written, stem: base, cues };
  };
  const known = new Map<string, KnownWord>();
  return {
    word: (written) => {
      const before = known.get(written);
      if (before !== undefined) return before;
      if (known.size >= mostKnown) known.clear();
      const word = learn(written);
      known.set(written, word);
      return word;
    },
    fieldNames,
    profile: (set) => profileOf(packed.aliases[set - 1] ?? '', names),
    fieldsOf,
    textOf: (id) => (names[id] ?? '').replace(/[=~]/g, ''),
    idsOf: (form) => {
      const words = form.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      const keys = words.flatMap((word) => [stem(word.toLowerCase()), `=${word}`]);
      return new Set(keys.flatMap(cuesBy).map(({ id }) => id));
    },
  };
}

const none: readonly Cue[] = [];
const noFields: readonly number[] = [];

const joined = (some: readonly Cue[], more: readonly Cue[]): readonly Cue[] =>
  more.length === 0 ? some : some.length === 0 ? more : [...some, ...more];

function profileOf(packed: string, names: readonly string[]): Profile {
  const [pro, contra, before, after, notBefore, notAfter, proFields, contraFields] = packed
    .split(parting)
    .map(readNumbers);
  const phrases = (side: 'before' | 'after', ids: readonly number[] = []): Phrases =>
    phrasesOf(
      side,
      ids.map((id) => (names[id] ?? '').split(' ')),
    );
  return {
    cues: signed(pro, contra),
    fields: signed(proFields, contraFields),
    before: phrases('before', before),
    after: phrases('after', after),
    notBefore: phrases('before', notBefore),
    notAfter: phrases('after', notAfter),
  };
}

const signed = (
  pro: readonly number[] = [],
  contra: readonly number[] = [],
): ReadonlyMap<number, number> =>
  new Map([...contra.map((id) => [id, -1] as const), ...pro.map((id) => [id, 1] as const)]);
