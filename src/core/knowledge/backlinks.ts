import { annotate, createEvidence, detect, type Lexicon } from '../matching/index.ts';
import type { Span } from '../text/span.ts';
import type { ConceptId, Entry } from './entry.ts';
import type { ConceptLabel, Glossary } from './glossary.ts';
import { labelOf } from './label-of.ts';

/** A text of an entry that names a concept, and where in it (UTF-16, half-open). */
export type Passage = { readonly text: string; readonly spans: readonly Span[] };

/** An entry that mentions another one: in its texts, or as the speaker of a claim. */
export type Backlink = {
  readonly concept: ConceptLabel;
  /** The texts that name it, the shortest way to see why the link is there. */
  readonly passages: readonly Passage[];
};

export type Backlinks = ReadonlyMap<ConceptId, readonly Backlink[]>;

/**
 * For each concept the entries that mention it. What finds concepts in other people's pages finds them in ours, so a form
 * that also means other things counts only where the entry around it bears it out.
 */
export function readBacklinks({ entries }: Glossary, lexicon: Lexicon): Backlinks {
  const backlinks = new Map<ConceptId, Backlink[]>();
  for (const entry of entries) {
    const concept = labelOf(entry);
    for (const [id, passages] of mentionsIn(entry, lexicon)) {
      if (id !== entry.id) backlinks.set(id, [...(backlinks.get(id) ?? []), { concept, passages }]);
    }
  }
  return backlinks;
}

function mentionsIn(entry: Entry, lexicon: Lexicon): ReadonlyMap<ConceptId, readonly Passage[]> {
  const texts = [
    ...entry.claims.map(({ text }) => text),
    entry.definition,
    entry.summary,
    ...entry.dates.map(({ what }) => what),
  ];
  const read = texts.map((text) => ({ text, mentions: detect(lexicon, text) }));
  const evidence = createEvidence(lexicon, { title: entry.prefLabel, language: 'en' });
  for (const { text, mentions } of read) evidence.add(text, mentions);

  const found = new Map<ConceptId, Passage[]>();
  for (const { text, mentions } of read) {
    const block = { text, mentions, evidence: evidence.value(), corrections: [] };
    const spans = new Map<ConceptId, Span[]>();
    for (const { start, end, concept } of annotate(lexicon, block).annotations)
      spans.set(concept, [...(spans.get(concept) ?? []), { start, end }]);
    for (const [id, here] of spans)
      found.set(id, [...(found.get(id) ?? []), { text, spans: here }]);
  }
  for (const { speaker, text } of entry.claims) {
    if (speaker === undefined || found.has(speaker)) continue;
    found.set(speaker, [{ text, spans: [] }]);
  }
  return found;
}
