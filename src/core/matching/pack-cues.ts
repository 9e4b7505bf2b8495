import type { Alias } from '../knowledge/entry.ts';
import { packShort, readShort } from './packed-numbers.ts';
import { stem } from './stem.ts';

/** What an author says of an alias beyond its form: words that speak for or against its sense. */
export type AuthoredCues = NonNullable<Alias['cues']>;

/**
 * Cues as plain JSON, small: all their words once, in order and front-coded; everything else are numbers of words,
 * as units, each the distance from the last.
 */
export type PackedCues = {
  /** Names of cues: each begins with a unit that says how much it shares with the one before. */
  readonly words: string;
  /** Field → its cues. */
  readonly fields: Readonly<Record<string, string>>;
  /** Per authored set of cues: the lists of `lists`, in that order. */
  readonly aliases: readonly string[];
};

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

/** The units that say how much a name shares with the last: 0 to 14, none of which stands in a name. */
const shareBase = 0x21;
const mostShared = 14;

function frontCode(names: readonly string[]): string {
  let last = '';
  let coded = '';
  for (const name of names) {
    let shared = 0;
    while (shared < mostShared && shared < name.length && name[shared] === last[shared]) shared++;
    coded += String.fromCharCode(shareBase + shared) + name.slice(shared);
    last = name;
  }
  return coded;
}

const codedName = /[!-/][^!-/]*/g;

/** The names again, in order. Cut natively: a page that needs them needs them at once. */
export function readNames(coded: string): readonly string[] {
  const names: string[] = [];
  let last = '';
  for (const part of coded.match(codedName) ?? []) {
    last = last.slice(0, part.charCodeAt(0) - shareBase) + part.slice(1);
    names.push(last);
  }
  return names;
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

/** Authored sets of cues, and the fields (name → cues joined by spaces, words of a cue by `_`) that they name. */
export function packCues(
  authored: readonly AuthoredCues[],
  allFields: Readonly<Record<string, string>>,
): PackedCues {
  const texts = authored.flatMap((cues) => lists.flatMap((list) => cues[list] ?? []));
  const fields = Object.keys(allFields).filter(
    (name) => name === 'ai' || texts.includes(`@${name}`),
  );
  const members = new Map(
    fields.map((name) => [name, namesOf((allFields[name] ?? '').split(/\s+/))]),
  );
  const own = authored.flatMap((cues) => lists.flatMap((list) => namesOf(cues[list] ?? [])));
  const names = [...new Set([...own, ...[...members.values()].flat()])].sort();
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
  return {
    words: frontCode(names),
    fields: Object.fromEntries(
      [...members].map(([name, list]) => [name, packNumbers(numbersOf(list))]),
    ),
    aliases: authored.map(packSet),
  };
}
