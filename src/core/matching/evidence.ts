import type { ConceptId } from '../knowledge/entry.ts';
import { detect } from './detect.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';

/** What a page says of itself before any mention is decided: never made of earlier resolutions. */
export type PageEvidence = {
  readonly title: string;
  /** BCP 47, as the page declares it; empty when it does not. */
  readonly language: string;
  /** How often each concept is named by a form that means nothing else. */
  readonly concepts: Readonly<Record<ConceptId, number>>;
};

export type EvidenceCollector = {
  /** Takes in the text of one block and what detect found in it. Blocks may come in any order. */
  readonly add: (text: string, mentions: readonly Mention[]) => void;
  /** What is known so far. */
  readonly value: () => PageEvidence;
};

/** Collects a page's evidence, beginning with its title. */
export function createEvidence(
  lexicon: Lexicon,
  page: { readonly title: string; readonly language: string },
): EvidenceCollector {
  const concepts: Record<ConceptId, number> = Object.create(null);
  const add = (_text: string, mentions: readonly Mention[]): void => {
    for (const { senses } of mentions) {
      for (const { ambiguous, concept } of senses.map(lexicon.sense)) {
        if (!ambiguous) concepts[concept] = (concepts[concept] ?? 0) + 1;
      }
    }
  };
  add(page.title, detect(lexicon, page.title));
  return { add, value: () => ({ ...page, concepts: { ...concepts } }) };
}
