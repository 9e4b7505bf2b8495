import type { ConceptId } from '../knowledge/entry.ts';
import { detect } from './detect.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { readCues } from './read-cues.ts';

/** What a page says of itself before any mention is decided: never made of earlier resolutions. */
export type PageEvidence = {
  readonly title: string;
  /** BCP 47, as the page declares it; empty when it does not. */
  readonly language: string;
  /** How often each concept is named by a form that means nothing else. */
  readonly concepts: Readonly<Record<ConceptId, number>>;
  /** How often each cue (by its number in the lexicon's table) was read; in the title counts three times. */
  readonly cues: ReadonlyMap<number, number>;
};

export type EvidenceCollector = {
  /** Takes in the text of one block and what detect found in it. Blocks may come in any order. */
  readonly add: (text: string, mentions: readonly Mention[]) => void;
  /** What is known so far. */
  readonly value: () => PageEvidence;
};

/** Units of text in which cues are sought: the page's beginning, and all blocks with mentions up to the second bound. */
const beginning = 6_000;
const most = 120_000;

/** Collects a page's evidence, beginning with its title. */
export function createEvidence(
  lexicon: Lexicon,
  page: { readonly title: string; readonly language: string },
): EvidenceCollector {
  const concepts: Record<ConceptId, number> = Object.create(null);
  const cues = new Map<number, number>();
  let units = 0;
  let cuesRead = 0;
  const take = (text: string, times: number): void => {
    for (const { cue } of readCues(lexicon.cues(), text).hits) {
      cues.set(cue.id, (cues.get(cue.id) ?? 0) + times);
    }
  };
  const count = (mentions: readonly Mention[]): void => {
    for (const { senses } of mentions) {
      for (const { ambiguous, concept } of senses.map(lexicon.sense)) {
        if (!ambiguous) concepts[concept] = (concepts[concept] ?? 0) + 1;
      }
    }
  };
  count(detect(lexicon, page.title));
  take(page.title, 3);
  return {
    add: (text, mentions) => {
      count(mentions);
      if ((units < beginning || mentions.length > 0) && cuesRead < most) {
        const part = text.slice(0, most - cuesRead);
        take(part, 1);
        cuesRead += part.length;
      }
      units += text.length;
    },
    value: () => ({ ...page, concepts: { ...concepts }, cues: new Map(cues) }),
  };
}
