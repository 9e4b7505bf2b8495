/**
 * Spotting: which concepts a text names.
 *
 *     const lexicon = openLexicon(packed);
 *     const evidence = createEvidence(lexicon, { title: 'DeepSeek shakes the market', language: 'en' });
 *     for (const text of blocks) evidence.add(text, detect(lexicon, text));
 *     if (isAboutAi(evidence.value()).about) annotate(lexicon, { text, evidence: evidence.value(), corrections: [] });
 *
 * detect finds forms, in one pass whose price hardly grows with their number. evidence is what the whole page says.
 * disambiguate weighs both and decides: a concept, or silence; always with a reason. createScanner is the quick look
 * that spares most pages all of this.
 */
export { type Annotated, annotate } from './annotate.ts';
export { detect } from './detect.ts';
export { disambiguate, type Question } from './disambiguate.ts';
export { createEvidence, type EvidenceCollector, type PageEvidence } from './evidence.ts';
export { type Features, observe } from './features.ts';
export {
  type Forms,
  type Lexicon,
  openForms,
  openLexicon,
  type Sense,
  withCues,
} from './lexicon.ts';
export type { Annotation, Correction, Mention, Reason, Resolution } from './mention.ts';
export type { PackedCues } from './pack-cues.ts';
export { packLexicon } from './pack-lexicon.ts';
export type { PackedForms, PackedLexicon } from './packed.ts';
export { isAboutAi, isSurelyAboutAi } from './relevance.ts';
export { createScanner, type Gaps, type Scanner } from './scanner.ts';
export { threshold, type Weights, weights } from './weights.ts';
