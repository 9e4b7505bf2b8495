import type { ConceptId } from '../core/knowledge/entry.ts';
import {
  type Annotation,
  annotate,
  createEvidence,
  isAboutAi,
  type Lexicon,
  type Mention,
} from '../core/matching/index.ts';
import type { Anchor } from './anchor.ts';
import type { PageReport, PageSettings } from './page-session.ts';
import { nodeIndexAt, rangeOfSpan, type TextBlock } from './text-block.ts';

/** A block in which forms were found. */
export type BlockRecord = {
  readonly block: TextBlock;
  readonly mentions: readonly Mention[];
  /** The same for all blocks of one section of the page, and for no other. */
  readonly section: string;
};

export type PageDecision = {
  readonly status: PageReport['status'];
  readonly counts: PageReport['counts'];
  /** What is to be marked, in document order. */
  readonly anchors: readonly Anchor[];
};

/** What is marked on a page: a pure function of what stands on it and of what its reader chose. */
export const decidePage = (page: {
  readonly lexicon: Lexicon;
  readonly title: string;
  readonly language: string;
  /** In document order. */
  readonly records: readonly BlockRecord[];
  readonly settings: PageSettings;
  /** Whether text right inside the element can be seen at all, scrolled to or not. */
  readonly isShown: (element: Element) => boolean;
}): PageDecision => {
  const { lexicon, settings } = page;
  const records = page.records.filter(({ mentions }) => mentions.length > 0);
  if (records.length === 0) return { status: 'nothing', counts: [], anchors: [] };
  const collector = createEvidence(lexicon, { title: page.title, language: page.language });
  for (const { block, mentions } of records) collector.add(block.text, mentions);
  const evidence = collector.value();
  if (settings.marking.onlyAboutAi && !isAboutAi(evidence).about) {
    return { status: 'not-about-ai', counts: [], anchors: [] };
  }
  const known = new Set(settings.known);
  const counts = new Map<ConceptId, number>();
  const seen = new Set<string>();
  const anchors: Anchor[] = [];
  const { corrections } = settings;
  for (const { block, mentions, section } of records) {
    const { annotations } = annotate(lexicon, {
      text: block.text,
      evidence,
      corrections,
      mentions,
    });
    if (annotations.length === 0 || !page.isShown(block.element)) continue;
    for (const annotation of annotations) {
      const { concept } = annotation;
      if (known.has(concept) || !isWanted(block, annotation, settings)) continue;
      const parent = block.nodes[nodeIndexAt(block, annotation.start)]?.parentElement;
      if (parent && parent !== block.element && !page.isShown(parent)) continue;
      counts.set(concept, (counts.get(concept) ?? 0) + 1);
      const once = onceIn(settings, section, concept);
      if (once !== undefined) {
        if (seen.has(once)) continue;
        seen.add(once);
      }
      const range = rangeOfSpan(block, annotation);
      if (range) anchors.push({ annotation, range, block });
    }
  }
  return {
    status: anchors.length > 0 ? 'marked' : 'nothing',
    counts: [...counts].map(([concept, count]) => ({ concept, count })),
    anchors,
  };
};

/** What may carry only one mark of the concept; undefined where every mention is marked. */
const onceIn = (
  { marking }: PageSettings,
  section: string,
  concept: ConceptId,
): string | undefined => {
  if (marking.amount === 'every') return undefined;
  return marking.amount === 'page' ? concept : `${section} ${concept}`;
};

const unwanted = {
  headings: 'h1,h2,h3,h4,h5,h6,[role="heading" i]',
  links: 'a[href]',
  quotations: 'blockquote,q',
} as const;

/** Whether the reader wants marks where the annotation stands. */
const isWanted = (block: TextBlock, annotation: Annotation, { marking }: PageSettings): boolean => {
  const selectors = (['headings', 'links', 'quotations'] as const)
    .filter((place) => !marking[place])
    .map((place) => unwanted[place]);
  if (selectors.length === 0) return true;
  const parent = block.nodes[nodeIndexAt(block, annotation.start)]?.parentElement;
  return !parent?.closest(selectors.join(','));
};
