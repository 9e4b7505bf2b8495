import type { Span } from '../text/span.ts';
import type { Word } from './read-cues.ts';

/** Words that an acronym leaves out, at most: "age-related macular degeneration" is AMD. */
const mostLeftOut = 2;

const initialOf = (word: Word | undefined): string => word?.written.charAt(0).toLowerCase() ?? '';

/**
 * What an acronym is said to stand for where it stands: the words before it when it is in brackets, "Defense Data
 * Network (DDN)", or in brackets after it, by their initials. The idea is that of Schwartz and Hearst, A simple
 * algorithm for identifying abbreviation definitions in biomedical text (2003), on initials only.
 */
export function spelledOut(
  words: readonly Word[],
  mention: Span & { readonly text: string; readonly first: number; readonly last: number },
): Span | undefined {
  const { text, start, end, first, last } = mention;
  const acronym = /^(\p{Lu}{2,6})s?$/u.exec(text.slice(start, end))?.[1]?.toLowerCase();
  if (acronym === undefined) return undefined;
  const before = words[first - 1];
  if (before !== undefined && /^s?\s*\($/.test(text.slice(before.end, start))) {
    const from = walk(words, { letters: [...acronym].toReversed(), at: first - 1, step: -1 });
    if (from !== undefined) return { start: words[from]?.start ?? 0, end: before.end };
  }
  const after = words[last + 1];
  if (after !== undefined && /^\s*\(["“]?$/.test(text.slice(end, after.start))) {
    const to = walk(words, { letters: [...acronym], at: last + 1, step: 1 });
    const beyond = words[to ?? -1]?.end ?? text.length;
    if (text.charAt(beyond) === ')') return { start: after.start, end: beyond };
  }
  return undefined;
}

/** The word with the last of these initials, when the words from `at` have them all in order, the first at once. */
function walk(
  words: readonly Word[],
  way: { readonly letters: readonly string[]; readonly at: number; readonly step: 1 | -1 },
): number | undefined {
  const { letters, at, step } = way;
  let next = 0;
  for (let i = at, leftOut = 0; i >= 0 && i < words.length; i += step) {
    if (initialOf(words[i]) === letters[next]) next++;
    else if (next === 0 || ++leftOut > mostLeftOut) return undefined;
    if (next === letters.length) return i;
  }
  return undefined;
}
