import {
  type Annotated,
  annotate,
  createEvidence,
  detect,
  type Lexicon,
  type Mention,
  type PageEvidence,
  type Reason,
  type Weights,
} from '../../core/matching/index.ts';
import type { Passage } from './passage.ts';

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

/** A passage as a page of blocks: title, surroundings, text. */
export function readPassage(
  lexicon: Lexicon,
  { title, page_context, text }: Passage,
): { readonly mentions: readonly Mention[]; readonly evidence: PageEvidence } {
  const mentions = detect(lexicon, text);
  const evidence = createEvidence(lexicon, { title, language: '' });
  for (const block of page_context.split('\n')) evidence.add(block, detect(lexicon, block));
  evidence.add(text, mentions);
  return { mentions, evidence: evidence.value() };
}

export const decidePassage = (
  lexicon: Lexicon,
  passage: Passage & { readonly weights?: Weights },
): Annotated =>
  annotate(lexicon, {
    text: passage.text,
    ...readPassage(lexicon, passage),
    corrections: [],
    ...(passage.weights === undefined ? {} : { weights: passage.weights }),
  });

/** Every mention in `text`, as the command `annotate` answers. */
export function annotatePassage(lexicon: Lexicon, passage: Passage): AnnotatedPassage {
  const { annotations } = decidePassage(lexicon, passage);
  return {
    id: passage.id,
    mentions: annotations.map(({ start, end, surface, concept, reason }) => ({
      start,
      end,
      surface,
      concept,
      reason,
    })),
  };
}
