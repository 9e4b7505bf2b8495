/**
 * Spotting: which concepts a text names.
 *
 *     const lexicon = openLexicon(packed);
 *     const evidence = createEvidence(lexicon, { title: 'DeepSeek shakes the market', language: 'en' });
 *     for (const text of blocks) evidence.add(text, detect(lexicon, text));
 *     if (isAboutAi(evidence.value()).about) annotate(lexicon, { text, evidence: evidence.value(), corrections: [] });
 *
 * detect finds forms, in one pass whose price hardly grows with their number. evidence is what the whole page says.
 * disambiguate weighs both and decides: a concept, or silence; always with a reason. createLook makes the quick looks
 * that spare most pages all of this.
 */
export { type Annotated, annotate } from './annotate.ts';
export { detect } from './detect.ts';
export { disambiguate, type Question } from './disambiguate.ts';
export { createEvidence, type EvidenceCollector, type PageEvidence } from './evidence.ts';
export { type Features, observe } from './features.ts';
export { type Forms, type Lexicon, openLexicon, type Sense } from './lexicon.ts';
export { createLook, type Look } from './look.ts';
export type { Annotation, Correction, Mention, Reason, Resolution } from './mention.ts';
export { packLexicon } from './pack-lexicon.ts';
export type { PackedLexicon, PackedLook } from './packed.ts';
export { fewestWords, isAboutAi, isSurelyAboutAi } from './relevance.ts';
export type { Gaps } from './scanner.ts';
export { threshold, type Weights, weights } from './weights.ts';
