import { fold } from './search-fold.ts';
import { formsOf } from './search-words.ts';
import type { Searchable } from './searchable.ts';

/** Entries read at a time: a few milliseconds. */
const portion = 250;

/** In a small glossary even a common word tells something. */
const fewEntries = 100;

/** All that entries say in words. Reading 10,000 definitions takes some 150 ms, so it may be done in portions, ahead of need. */
export type Meanings = {
  /** Reads one more portion; false once all is read. */
  readonly prepareSome: () => boolean;
  /**
   * Entries, by index, of those read so far, that hold a form of the word; none where it is in every third one, as such a
   * word tells nothing.
   */
  readonly holding: (stem: string) => ReadonlySet<number>;
};

export function createMeanings(entries: readonly Searchable[]): Meanings {
  /** For each word the entries that hold it, ascending. */
  const holders = new Map<string, number[]>();
  let read = 0;
  const prepareSome = (): boolean => {
    for (const end = Math.min(read + portion, entries.length); read < end; read += 1) {
      const entry = entries[read];
      for (const word of new Set(entry && fold(textOf(entry)).split(' '))) {
        const known = holders.get(word);
        if (known) known.push(read);
        else holders.set(word, [read]);
      }
    }
    return read < entries.length;
  };
  const most = Math.max(fewEntries, Math.ceil(entries.length / 3));
  return {
    prepareSome,
    holding: (stem) => {
      const found = new Set<number>();
      for (const form of formsOf(stem)) {
        const some = holders.get(form) ?? [];
        if (some.length >= most) return new Set();
        for (const entry of some) found.add(entry);
      }
      return found.size < most ? found : new Set();
    },
  };
}

function textOf({ prefLabel, aliases, summary, definition }: Searchable): string {
  return [prefLabel, ...aliases.map(({ form }) => form), summary, definition].join(' ');
}
