import type { Entry } from '../knowledge/entry.ts';
import { squash } from '../knowledge/search-fold.ts';

/**
 * The entries of several glossaries as one, earlier glossaries first in precedence: of entries with the same id the first
 * stays, and a form that an earlier glossary has is not also given to an entry of a later one. An entry that lost all its
 * forms is still there to be read.
 */
export function arrange(glossaries: readonly (readonly Entry[])[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const taken = new Set<string>();
  for (const glossary of glossaries) {
    const own = new Set<string>();
    for (const entry of glossary) {
      if (entries.has(entry.id)) continue;
      const aliases = entry.aliases.filter(({ form }) => !taken.has(squash(form)));
      for (const { form } of aliases) own.add(squash(form));
      entries.set(
        entry.id,
        aliases.length === entry.aliases.length ? entry : { ...entry, aliases },
      );
    }
    for (const form of own) taken.add(form);
  }
  return [...entries.values()];
}
