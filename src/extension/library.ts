import type { ConceptId, Entry, Source } from '../core/knowledge/entry.ts';
import type { EntryReading, Glossary } from '../core/knowledge/glossary.ts';
import { readEntry } from '../core/knowledge/read-entry.ts';
import { arrange } from '../core/packs/arrange.ts';
import { needsOwnLexicon } from '../core/packs/shelf.ts';
import type { PackStore } from './pack-store.ts';

/** All glossaries that are on, as one. */
export type Library = {
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly labelOf: (concept: ConceptId) => string;
  readonly read: (concept: ConceptId) => Promise<EntryReading | undefined>;
};

/** The bundled glossary alone: there at once, and all there is for most readers. */
export function bundledLibrary(glossary: Glossary): Library {
  return {
    entries: glossary.entries,
    sources: glossary.sources,
    labelOf: labelsOf(glossary.entries),
    read: async (concept) => readEntry(glossary, concept),
  };
}

/** The reader's own glossaries with the bundled one, in their order; undefined where there are none. */
export async function openLibrary(
  packs: PackStore,
  bundled: Glossary,
): Promise<Library | undefined> {
  if (!needsOwnLexicon(await packs.shelf())) return undefined;
  const entries = arrange(await packs.readAll(bundled.entries));
  const bundledIds = new Set(bundled.sources.map(({ id }) => id));
  const own = (await packs.readSources()).filter(({ id }) => !bundledIds.has(id));
  return {
    entries,
    sources: [...bundled.sources, ...own],
    labelOf: labelsOf(entries),
    read: (concept) => packs.readEntry(concept, (id) => readEntry(bundled, id)),
  };
}

function labelsOf(entries: readonly Entry[]): (concept: ConceptId) => string {
  const labels = new Map(entries.map(({ id, prefLabel }) => [id, prefLabel]));
  return (concept) => labels.get(concept) ?? concept;
}
