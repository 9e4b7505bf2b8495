import type { Span } from '../text/span.ts';
import { squashWithMap } from './search-fold.ts';
import { isEnding, stemOf } from './search-words.ts';

/** A text and the parts of it that a query named: spans in UTF-16, ascending, apart. */
export type Marked = { readonly text: string; readonly marks: readonly Span[] };

/** Marks what was typed where it stands as a whole, whatever gaps and diacritics; else the words that begin as typed. */
export function markTyped(text: string, words: readonly string[]): Marked {
  const typed = words.join('');
  const map = squashWithMap(text);
  const at = map.text.indexOf(typed);
  const first = map.spans[at];
  const last = map.spans[at + typed.length - 1];
  if (at >= 0 && first && last) return { text, marks: [{ start: first.start, end: last.end }] };
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return markWords(text, (word) => longestFirst.find((one) => word.startsWith(one))?.length ?? 0);
}

/** Marks every form of the words, such as "chip" for "chips". */
export function markForms(text: string, words: readonly string[]): Marked {
  const stems = words.map(stemOf);
  return markWords(text, (word) => {
    const stem = stems.find((one) => word.startsWith(one) && isEnding(word.slice(one.length)));
    return stem === undefined ? 0 : word.length;
  });
}

/** `letters` says how many letters of a folded word are marked. */
function markWords(text: string, letters: (word: string) => number): Marked {
  const marks: Span[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}’']+/gu)) {
    const map = squashWithMap(found[0]);
    const last = map.spans[letters(map.text) - 1];
    if (last) marks.push({ start: found.index, end: found.index + last.end });
  }
  return { text, marks };
}
