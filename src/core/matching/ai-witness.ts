import { quantity } from './pack-cues.ts';
import { escaped, trieSource } from './trie-source.ts';

/** Sources of two expressions, for a text as written and for the same in small letters. */
export type WitnessSources = { readonly written: string; readonly lower: string };

/** What may stand between the words of a cue: the first one's endings, and a gap. */
const between = '[a-z]{0,7}[^a-z0-9]+';

/** What every text with a word of this key holds, in small letters: a stem may have lost a last y to its endings. */
function probeOf(key: string): readonly string[] {
  const letters = key.replace(/^=|~$/g, '').toLowerCase();
  if (key.startsWith('=')) return [...Array.from(letters, escaped), '(?![a-z0-9])'];
  return Array.from(key.endsWith('y') ? letters.slice(0, -1) : letters, escaped);
}

/** Words of AI that are themselves asked about: lawyers have LLMs, and nurses are tested pre-training. */
const noWitness = /^(?:llms?|slms?|(?:pre|post|fine)[ -]?t[a-z]*\*?)\b/i;

/** Whether a word of the field `ai` says anything of a page. */
export const isWitness = (text: string): boolean => !noWitness.test(text);

/**
 * Ends of a word as written, also where the borders of blocks have vanished from between two words: small letters, then
 * a capital, or capitals, then a capital with small letters after it.
 */
const begins = '(?<![A-Z0-9])';
const ends = '(?![a-z0-9]|[A-Z](?![a-z]))';

/**
 * What finds at least every text in which a witness among these cues (by their names in the table) stands. As written is
 * looked for what begins with a capital: an expression that knows only capitals leaps over most of a text.
 */
export function witnessSources(names: readonly string[]): WitnessSources {
  const written: string[][] = [];
  const lower: string[][] = [];
  for (const name of names) {
    if (!isWitness(name.replace(/[=~]/g, ''))) continue;
    const [first = '', ...rest] = name.split(' ').filter((key) => key !== quantity);
    if (/^=[A-Z]/.test(first) && rest.length === 0) {
      written.push(Array.from(first.slice(1), escaped));
    } else {
      lower.push([first, ...rest].flatMap((key) => [between, ...probeOf(key)]).slice(1));
    }
  }
  return {
    written: `${begins}${trieSource(written)}${ends}`,
    lower: `(?<![a-z0-9])${trieSource(lower, { isEnough: true })}`,
  };
}

/**
 * Two native looks count the words of AI in a text: never fewer than the cues would find, and none in most texts.
 *
 * @param most - more are not looked for: 1 where the question is whether there are any
 */
export function createWitness({
  written,
  lower,
}: WitnessSources): (text: string, most?: number) => number {
  let expressions: readonly [RegExp, RegExp] | undefined;
  return (text, most = Number.POSITIVE_INFINITY) => {
    expressions ??= [new RegExp(written, 'g'), new RegExp(lower, 'g')];
    const [asWritten, inLower] = expressions;
    const count = countStarts(asWritten, text, most);
    return count >= most
      ? count
      : count + mostAtOnce * countStarts(inLower, text.toLowerCase(), most);
  };
}

/** So many cues begin with the same letters in lower case at most: "llama", "llama cpp". */
const mostAtOnce = 2;

function countStarts(expression: RegExp, text: string, most: number): number {
  let count = 0;
  expression.lastIndex = 0;
  while (count < most) {
    const found = expression.exec(text);
    if (!found) break;
    count++;
    expression.lastIndex = found.index + 1;
  }
  return count;
}
