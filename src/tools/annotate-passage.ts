import * as v from 'valibot';
import {
  annotate,
  createEvidence,
  detect,
  type Lexicon,
  type Reason,
} from '../core/matching/index.ts';

/** One passage of an evaluation file; further keys are left alone. */
export const passageSchema = v.object({
  id: v.union([v.string(), v.number()]),
  title: v.optional(v.string(), ''),
  /** Text that stands around the passage on its page. */
  page_context: v.optional(v.string(), ''),
  text: v.string(),
});
export type Passage = v.InferOutput<typeof passageSchema>;

export type AnnotatedPassage = {
  readonly id: string | number;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly surface: string;
    readonly concept: string;
    readonly reason: Reason;
  }[];
};

/** A passage as a page of three blocks: title, surroundings, text. Every mention in `text` is answered. */
export function annotatePassage(lexicon: Lexicon, passage: Passage): AnnotatedPassage {
  const { id, title, page_context, text } = passage;
  const mentions = detect(lexicon, text);
  const evidence = createEvidence(lexicon, { title, language: '' });
  for (const block of page_context.split('\n')) evidence.add(block, detect(lexicon, block));
  evidence.add(text, mentions);
  const block = { text, mentions, evidence: evidence.value(), corrections: [] };
  const { annotations } = annotate(lexicon, block);
  return {
    id,
    mentions: annotations.map(({ start, end, surface, concept, reason }) => ({
      start,
      end,
      surface,
      concept,
      reason,
    })),
  };
}
