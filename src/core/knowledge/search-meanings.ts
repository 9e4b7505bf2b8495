import { fold } from './search-fold.ts';
import { createHaystack, type Haystack } from './search-haystack.ts';
import { isEnding } from './search-words.ts';
import type { Searchable } from './searchable.ts';

/** Entries folded at a time: a few milliseconds. */
const portion = 500;

/** In a small glossary even a common word tells something. */
const fewEntries = 100;

/** All that entries say in words. Folding 10,000 definitions takes some 80 ms, so it may be done in portions, ahead of need. */
export type Meanings = {
  /** Folds one more portion; false once there is none left. */
  readonly prepareSome: () => boolean;
  /** Entries, by index, that hold a form of the word; none where it is in every third one, as such a word tells nothing. */
  readonly holding: (stem: string) => readonly number[];
};

export function createMeanings(entries: readonly Searchable[]): Meanings {
  const portions: Haystack[] = [];
  const prepareSome = (): boolean => {
    const from = portions.length * portion;
    if (from >= entries.length) return false;
    portions.push(createHaystack(entries.slice(from, from + portion).map((e) => fold(textOf(e)))));
    return true;
  };
  return {
    prepareSome,
    holding: (stem) => {
      while (prepareSome());
      const found: number[] = [];
      for (const [index, haystack] of portions.entries()) {
        const most = Math.max(fewEntries, Math.ceil(haystack.lines.length / 3));
        const lines = haystack.wordsStarting(stem, isEnding, most);
        if (lines.length === most) return [];
        for (const line of lines) found.push(index * portion + line);
      }
      return found;
    },
  };
}

function textOf({ prefLabel, aliases, summary, definition }: Searchable): string {
  return [prefLabel, ...aliases.map(({ form }) => form), summary, definition].join(' ');
}
