import type { ConceptId } from '../core/knowledge/entry.ts';
import {
  type Annotation,
  annotate,
  type Correction,
  createEvidence,
  isAboutAi,
  isSurelyAboutAi,
  type Lexicon,
  type PageEvidence,
} from '../core/matching/index.ts';
import { type Anchor, createAnchor } from './anchor.ts';
import { type PageDecision, undecided } from './page-decision.ts';
import type { BlockRecord, PageReading } from './page-reader.ts';
import type { PageSettings } from './page-session.ts';
import { nodeIndexAt, type TextBlock } from './text-block.ts';

export type PageToDecide = PageReading & PageAround;
export type PageAround = {
  readonly title: string;
  readonly language: string;
  readonly settings: PageSettings;
  /** Whether text right inside the element can be seen at all, scrolled to or not. */
  readonly isShown: (element: Element) => boolean;
};

type Decided = {
  readonly evidence: PageEvidence;
  readonly corrections: readonly Correction[];
  readonly annotations: readonly Annotation[];
};

export type Decider = {
  readonly decide: (page: PageToDecide) => Generator<void, PageDecision>;
  /**
   * What of a page's first records will be marked whatever the rest of the page holds: forms that mean one thing, and
   * of their concept the first. Nothing where the page may yet turn out not to be about AI.
   */
  readonly decideFirst: (
    page: PageAround & { readonly records: readonly BlockRecord[] },
  ) => Generator<void, readonly Anchor[]>;
};

/**
 * Decides what is marked on a page, in steps: a pure function of what stands on it and of what its reader chose. A
 * block's decision is kept for as long as the block and the page's evidence stay the same.
 */
export const createDecider = (lexicon: Lexicon): Decider => {
  const decided = new WeakMap<BlockRecord, Decided>();
  const anchored = new WeakMap<Annotation, Anchor>();
  let evidence: PageEvidence | undefined;
  let weighed = '';
  let isAbout = false;

  function* weigh(page: PageToDecide): Generator<void, PageEvidence> {
    const { title, language, placed } = page;
    const collector = createEvidence(lexicon, { title, language });
    let units = 0;
    for (const { record } of placed) {
      collector.add(record.block.text, record.mentions);
      units += record.block.text.length;
      yield;
    }
    collector.pass(Math.max(0, (yield* page.units()) - units));
    yield;
    const value = collector.value();
    isAbout = isAboutAi(value).about;
    // The length of a page says nothing of a mention: text that comes and goes is no reason to decide anew.
    const weight = JSON.stringify({ ...value, units: 0 });
    if (!evidence || weight !== weighed) evidence = value;
    weighed = weight;
    return evidence;
  }
  const annotationsOf = (record: BlockRecord, page: PageToDecide, seen: PageEvidence) => {
    const { corrections } = page.settings;
    const before = decided.get(record);
    if (before?.evidence === seen && before.corrections === corrections) return before.annotations;
    const { block, mentions } = record;
    const given = { text: block.text, evidence: seen, corrections, mentions };
    const { annotations } = annotate(lexicon, given);
    const kept = annotations.map((annotation) => {
      const same = before?.annotations.find(
        ({ start, end, concept }) =>
          start === annotation.start && end === annotation.end && concept === annotation.concept,
      );
      return same ?? annotation;
    });
    decided.set(record, { evidence: seen, corrections, annotations: kept });
    return kept;
  };
  const anchorOf = (block: TextBlock, annotation: Annotation): Anchor => {
    const before = anchored.get(annotation);
    if (before?.block === block) return before;
    const anchor = createAnchor(block, annotation);
    anchored.set(annotation, anchor);
    return anchor;
  };

  function* decideFirst({
    records,
    ...page
  }: PageAround & { readonly records: readonly BlockRecord[] }): Generator<void, Anchor[]> {
    const { title, language, settings, isShown } = page;
    const collector = createEvidence(lexicon, { title, language });
    for (const { block, mentions } of records) {
      collector.add(block.text, mentions);
      yield;
    }
    const seen = collector.value();
    if (settings.marking.onlyAboutAi && !isSurelyAboutAi(seen)) return [];
    // A concept that may be marked at an earlier place is not marked at a later one.
    const unsure = new Set<ConceptId>(settings.known);
    const anchors: Anchor[] = [];
    for (const { block, mentions } of records) {
      yield;
      const isHidden = !isShown(block.element);
      for (const mention of mentions) {
        const senses = mention.senses.map(lexicon.sense);
        const isSure = !isHidden && senses.every(({ ambiguous }) => !ambiguous);
        const { corrections } = settings;
        const given = { text: block.text, evidence: seen, corrections, mentions: [mention] };
        const annotation = isSure ? annotate(lexicon, given).annotations[0] : undefined;
        const isFirst = senses.every(({ concept }) => !unsure.has(concept));
        for (const { concept } of senses) unsure.add(concept);
        if (!annotation || !isFirst || !isWanted(block, annotation, settings)) continue;
        const parent = block.nodes[nodeIndexAt(block, annotation.start)]?.parentElement;
        if (parent && isShown(parent)) anchors.push(anchorOf(block, annotation));
      }
    }
    for (const record of records) {
      const annotations = anchors
        .filter(({ block }) => block === record.block)
        .map(({ annotation }) => annotation);
      const { corrections } = settings;
      if (annotations.length > 0) decided.set(record, { evidence: seen, corrections, annotations });
    }
    return anchors;
  }

  function* decide(page: PageToDecide): Generator<void, PageDecision> {
    const { settings, isShown } = page;
    if (page.placed.length === 0) return undecided('nothing');
    const seen = yield* weigh(page);
    if (settings.marking.onlyAboutAi && !isAbout) return undecided('not-about-ai');
    const known = new Set(settings.known);
    const counts = new Map<ConceptId, number>();
    const once = new Set<string>();
    const anchors: Anchor[] = [];
    const hidden: Element[] = [];
    let isKnown = false;
    for (const { record, section } of page.placed) {
      yield;
      const { block } = record;
      const annotations = annotationsOf(record, page, seen);
      if (annotations.length === 0) continue;
      if (!isShown(block.element)) {
        hidden.push(block.element);
        continue;
      }
      for (const annotation of annotations) {
        const { concept } = annotation;
        if (known.has(concept)) {
          isKnown = true;
          continue;
        }
        if (!isWanted(block, annotation, settings)) continue;
        const parent = block.nodes[nodeIndexAt(block, annotation.start)]?.parentElement;
        if (parent && parent !== block.element && !isShown(parent)) continue;
        counts.set(concept, (counts.get(concept) ?? 0) + 1);
        const key = onceIn(settings, section, concept);
        if (key !== undefined && once.has(key)) continue;
        if (key !== undefined) once.add(key);
        anchors.push(anchorOf(block, annotation));
      }
    }
    return {
      status: anchors.length > 0 ? 'marked' : isKnown ? 'all-known' : 'nothing',
      counts: [...counts].map(([concept, count]) => ({ concept, count })),
      anchors,
      hidden,
    };
  }
  return { decide, decideFirst };
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
  const { headings, links, quotations } = marking;
  if (headings && links && quotations) return true;
  const selectors = (['headings', 'links', 'quotations'] as const)
    .filter((place) => !marking[place])
    .map((place) => unwanted[place]);
  const parent = block.nodes[nodeIndexAt(block, annotation.start)]?.parentElement;
  return !parent?.closest(selectors.join(','));
};
