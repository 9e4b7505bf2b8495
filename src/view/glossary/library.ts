import type { Backlinks } from '../../core/knowledge/backlinks.ts';
import type { ConceptId } from '../../core/knowledge/entry.ts';
import type { EntryReading, Glossary } from '../../core/knowledge/glossary.ts';
import type { Labels } from '../../core/labels.ts';

/** One hit of a search. */
export type Found = { readonly id: ConceptId };

/** All that the page's views draw from. What costs time is made when it is first asked for. */
export type Library = {
  readonly glossary: Glossary;
  readonly labels: Labels;
  readonly read: (id: ConceptId) => EntryReading | undefined;
  readonly search: (query: string) => readonly Found[];
  readonly backlinks: () => Backlinks;
};
