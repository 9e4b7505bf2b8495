import type { Entry } from '../../../src/core/knowledge/entry.ts';
import { type Lexicon, openLexicon, packLexicon } from '../../../src/core/matching/index.ts';

type Aliases = Readonly<Record<string, readonly (string | Partial<Entry['aliases'][number]>)[]>>;

/** Entries with nothing but what spotting reads: a concept and its aliases. */
export const entriesOf = (aliases: Aliases): Entry[] =>
  Object.entries(aliases).map(([id, forms]) => ({
    id,
    kind: 'notion',
    prefLabel: id,
    aliases: forms.map((alias) =>
      typeof alias === 'string' ? { form: alias } : { form: id, ...alias },
    ),
    summary: id,
    definition: id,
    basis: 'general',
    claims: [],
    related: [],
    dates: [],
  }));

export const lexiconOf = (aliases: Aliases): Lexicon =>
  openLexicon(packLexicon(entriesOf(aliases)));
