import { fold } from './search-fold.ts';
import { createHaystack, type Haystack } from './search-haystack.ts';
import { isEnding } from './search-words.ts';
import type { Searchable } from './searchable.ts';

/** Entries folded at a time: a few milliseconds. */
const portion = 500;

/** All that entries say in words. Folding 10,000 definitions takes some 80 ms, so it may be done in portions, ahead of need. */
export type Meanings = {
  /** Folds one more portion; false once there is none left. */
  readonly prepareSome: () => boolean;
  /** Entries, by index, that hold a form of the word. */
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
      return portions.flatMap((haystack, index) =>
        haystack.wordsStarting(stem, isEnding).map((line) => index * portion + line),
      );
    },
  };
}

function textOf({ prefLabel, aliases, summary, definition }: Searchable): string {
  return [prefLabel, ...aliases.map(({ form }) => form), summary, definition].join(' ');
}
