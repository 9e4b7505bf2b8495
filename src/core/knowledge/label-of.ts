import type { Entry } from './entry.ts';
import type { ConceptLabel, Glossary } from './glossary.ts';

/** How an entry is named where another one refers to it. */
export const labelOf = ({ id, prefLabel, kind }: Entry): ConceptLabel => ({
  id,
  label: prefLabel,
  kind,
});

/** The entries of a glossary by their ids. */
export const entriesById = (glossary: Glossary): ReadonlyMap<string, Entry> =>
  new Map(glossary.entries.map((entry) => [entry.id, entry]));
