import type { Entry } from '../entry.ts';
import { countSentences } from './check-style.ts';

export type Readability = {
  /**
   * Flesch–Kincaid grade: years of school that a reader needs. Kincaid et al., "Derivation of new
   * readability formulas", Naval Technical Training Command, 1975.
   */
  readonly grade: number;
  /** Words of four syllables or more that no entry explains. */
  readonly hard: readonly string[];
};

/** How hard a newcomer finds the summary and definition of an entry. */
export function readabilityOf(entry: Entry, explained: ReadonlySet<string>): Readability {
  const text = `${entry.summary} ${entry.definition}`;
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  const grade =
    0.39 * (words.length / countSentences(text)) + 11.8 * (syllables / words.length) - 15.59;
  const hard = words
    .map((word) => word.toLowerCase())
    .filter((word) => countSyllables(word) >= 4 && !explained.has(word));
  return { grade: Math.round(grade * 10) / 10, hard: [...new Set(hard)] };
}

/** The words that entries are about: whoever stumbles on one finds it explained. */
export function explainedWords(entries: readonly Entry[]): ReadonlySet<string> {
  const forms = entries.flatMap(({ prefLabel, aliases }) => [
    prefLabel,
    ...aliases.map(({ form }) => form),
  ]);
  return new Set(forms.flatMap((form) => form.toLowerCase().split(/\s+/)));
}

/** Vowel groups, less a silent final e: near enough for a mean. */
export function countSyllables(word: string): number {
  const parts = word.toLowerCase().split(/[-'’]/);
  return parts.reduce((sum, part) => {
    const groups = part.replace(/(?<![^aeiouy]l)e$|(?<=[^aeioutd])ed$|es$/, '').match(/[aeiouy]+/g);
    return sum + Math.max(part ? 1 : 0, groups?.length ?? 0);
  }, 0);
}
