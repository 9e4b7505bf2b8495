import type { Alias } from '../knowledge/entry.ts';
import { packShort, readShort } from './packed-numbers.ts';
import { stem } from './stem.ts';

/** What an author says of an alias beyond its form: words that speak for or against its sense. */
export type AuthoredCues = NonNullable<Alias['cues']>;

/**
 * Cues as plain JSON that is used as it is: a page that needs them needs them at once, and parsing JSON is the quickest
 * way to make anything. A cue's number is its place among all names in order, so that those with one first word follow
 * each other.
 */
export type PackedCues = {
  /** What each cue is called, see `nameOf`; in order. */
  readonly names: readonly string[];
  /** The first words of names, in order, and of each the number of the first cue that begins with it. */
  readonly firsts: readonly string[];
  readonly firstCues: readonly number[];
  /** Those of `firsts` that are beginnings. */
  readonly beginnings: readonly string[];
  readonly fieldNames: readonly string[];
  /** Per cue (1 unit): which of `fieldSets` are its fields. */
  readonly fields: string;
  readonly fieldSets: readonly (readonly number[])[];
  /** Per authored set of cues: the lists of `lists`, in that order, as the distances between their numbers. */
  readonly aliases: readonly string[];
};

/** The length of the shortest beginning (`AMD*`, `ophthalm*`) that is looked up. */
export const shortestBeginning = 3;

/** The parts of an authored set, in the order in which they are packed; the last two hold numbers of fields. */
export const lists = ['for', 'against', 'before', 'after', 'notBefore', 'notAfter'] as const;

/** The key of a large number in digits, authored as `#`: 4096, 32k, 15T; of 32,768 its last digits. */
export const quantity = '№';

/** The words of a cue as authored: split where text would be. */
const wordsOf = (cue: string): readonly string[] =>
  cue.replaceAll('_', ' ').match(/[\p{L}\p{N}\p{M}]+\*?|#/gu) ?? [];

/**
 * What a cue is called in the table: its first word as it is looked up (`=Word` as written, `begin~` a beginning,
 * else the stem), then the stems of the others.
 */
export function nameOf(cue: string): string {
  const [first = '', ...others] = wordsOf(cue);
  return [keyOf(first), ...others.map((word) => keyOf(word.toLowerCase()))].join(' ');
}

function keyOf(word: string): string {
  if (word === '#') return quantity;
  if (word.endsWith('*')) return `${word.slice(0, -1).toLowerCase()}~`;
  return /\p{Lu}/u.test(word) ? `=${word}` : stem(word);
}

/** Numbers as the distances between them, in order; none is 0, which parts lists. */
function packNumbers(numbers: readonly number[]): string {
  const ordered = [...new Set(numbers)].sort((a, b) => a - b);
  return ordered.map((number, at) => packShort(number - (ordered[at - 1] ?? -1))).join('');
}

export const parting = packShort(0);

export function readNumbers(packed: string): readonly number[] {
  const numbers: number[] = [];
  let last = -1;
  for (let at = 0; at < packed.length; at++) {
    last += readShort(packed, at);
    numbers.push(last);
  }
  return numbers;
}

const isField = (cue: string): boolean => cue.startsWith('@');

/** The names of a list's cues; a word as written goes where the list has it in any case too. */
function namesOf(cues: readonly string[]): readonly string[] {
  const names = new Set(cues.filter((cue) => !isField(cue)).map(nameOf));
  names.delete('');
  const inAnyCase = (name: string): string => {
    const [first = '', ...rest] = name.slice(1).split(' ');
    return [stem(first.toLowerCase()), ...rest].join(' ');
  };
  return [...names].filter((name) => !name.startsWith('=') || !names.has(inAnyCase(name)));
}

const remembered = new Map<string, ReadonlySet<string>>();

/** The names of a field's cues, worked out once: every lexicon has the same fields. */
export function namesInField(text: string): ReadonlySet<string> {
  const names = remembered.get(text) ?? new Set(namesOf(text.split(/\s+/)));
  remembered.set(text, names);
  return names;
}

/** Authored sets of cues, and the fields (name → cues joined by spaces, words of a cue by `_`) that they name. */
export function packCues(
  authored: readonly AuthoredCues[],
  allFields: Readonly<Record<string, string>>,
): PackedCues {
  const texts = authored.flatMap((cues) => lists.flatMap((list) => cues[list] ?? []));
  const fields = Object.keys(allFields).filter(
    (name) => name === 'ai' || texts.includes(`@${name}`),
  );
  const members = new Map(fields.map((name) => [name, namesInField(allFields[name] ?? '')]));
  const own = authored.flatMap((cues) => lists.flatMap((list) => namesOf(cues[list] ?? [])));
  const names = [
    ...new Set([...own, ...[...members.values()].flatMap((list) => [...list])]),
  ].sort();
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const numbersOf = (cues: readonly string[]): readonly number[] =>
    cues.map((name) => numberOf.get(name)).filter((number) => number !== undefined);
  const fieldsIn = (cues: readonly string[] = []): readonly number[] =>
    cues.map((cue) => fields.indexOf(cue.replace(/^@/, ''))).filter((field) => field >= 0);
  const packSet = (cues: AuthoredCues): string =>
    [
      ...lists.map((list) => packNumbers(numbersOf(namesOf(cues[list] ?? [])))),
      packNumbers(fieldsIn(cues.for?.filter(isField))),
      packNumbers(fieldsIn(cues.against?.filter(isField))),
    ].join(parting);
  const fieldsOf: number[][] = names.map(() => []);
  fields.forEach((field, at) => {
    for (const name of members.get(field) ?? []) fieldsOf[numberOf.get(name) ?? -1]?.push(at);
  });
  const fieldSets = new Map(fieldsOf.map((set) => [set.join(), set]));
  const keys = [...fieldSets.keys()];
  const firstCues = new Map<string, number>();
  names.forEach((name, number) => {
    const first = firstOf(name);
    if (!firstCues.has(first)) firstCues.set(first, number);
  });
  const firsts = [...firstCues.keys()];
  return {
    names,
    firsts,
    firstCues: [...firstCues.values()],
    beginnings: firsts.filter((first) => first.endsWith('~') && first.length > shortestBeginning),
    fieldNames: fields,
    fields: fieldsOf.map((set) => packShort(keys.indexOf(set.join()))).join(''),
    fieldSets: [...fieldSets.values()],
    aliases: authored.map(packSet),
  };
}

const firstOf = (name: string): string => name.split(' ')[0] ?? '';
