import { valueByC } from './c-value.ts';
import { isTelling } from './phrases.ts';

/** A noun phrase with the paragraph that it stands in. */
export type PhraseAt = { readonly words: readonly string[]; readonly cite: string };

export type TermAt = {
  readonly term: string;
  readonly cite: string;
  /** 0–4: grows with the logarithm of the C-value, so that long documents do not drown the rest. */
  readonly value: number;
};

/** The phrases, and the parts of phrases, that could be terms, with their worth by C-value. */
export function readTerms(phrases: readonly PhraseAt[]): readonly TermAt[] {
  const folded = phrases.map(({ words, cite }) => ({ words: fold(words), cite }));
  const values = new Map(
    valueByC(folded.map(({ words }) => words)).map((one) => [one.phrase, one]),
  );
  const alone = new Set(folded.map(({ words }) => words.join(' ')));
  return folded.flatMap(({ words, cite }) =>
    partsOf(words).flatMap((part): readonly TermAt[] => {
      const term = part.join(' ');
      const valued = values.get(term);
      if (!valued || valued.value <= 0) return [];
      const standsAlone = alone.has(term) || part[0]?.includes('-') === true;
      if (!isTerm(part, { count: valued.count, standsAlone })) return [];
      // A compound or an abbreviation inside is how experts, not everybody, speak.
      const expert = part.some((word) => /-|^\p{Lu}{2}/u.test(word));
      const worth = Math.min(3, Math.log2(1 + valued.value));
      // One plain word is seldom a term, however often it stands.
      const factor = part.length === 1 && !expert ? 0.5 : 1;
      return [{ term, cite, value: worth * factor + (expert ? 0.5 : 0) }];
    }),
  );
}

function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  return words.flatMap((_, start) =>
    words.slice(start).map((_word, length) => words.slice(start, start + length + 1)),
  );
}

function isTerm(
  words: readonly string[],
  { count, standsAlone }: { readonly count: number; readonly standsAlone: boolean },
): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (/^\p{Ll}+ing$/u.test(first) && count < 2) return false;
  if (words.length === 1) return standsAlone && isTelling(first);
  return words.length <= 4 && (count > 1 || isTelling(last) || isTelling(first));
}

/** A capital that only opens a sentence is no part of a term, nor is the plural of its last word. */
function fold(words: readonly string[]): readonly string[] {
  const lower = words.map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word));
  return [...lower.slice(0, -1), singular(lower.at(-1) ?? '')];
}

function singular(word: string): string {
  if (/^\p{Lu}+s$/u.test(word)) return word.slice(0, -1);
  if (/ies$/.test(word) && word.length > 5) return word.replace(/ies$/, 'y');
  return /[^siu]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}
