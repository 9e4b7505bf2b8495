import { type PackedLexicon, packLexicon } from '../matching/pack-lexicon.ts';
import type { Alias, Entry, Source } from './entry.ts';
import type { Glossary } from './glossary.ts';

export type Compiled = { readonly lexicon: PackedLexicon; readonly glossary: Glossary };

/**
 * Checked entries as the two things that a page needs: what finds them and what tells of them.
 * Total: whatever could fail was an Issue of parseEntry or checkKnowledge before.
 */
export function compile(knowledge: {
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
}): Compiled {
  const entries = [...knowledge.entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    lexicon: packLexicon(entries),
    glossary: {
      entries: entries.map((entry) => ({ ...entry, aliases: entry.aliases.map(readable) })),
      sources: knowledge.sources,
    },
  };
}

/** Only the lexicon needs an alias's rules and cues; a reader needs its form. */
function readable({ form, lang }: Alias): Alias {
  return lang === undefined ? { form } : { form, lang };
}
