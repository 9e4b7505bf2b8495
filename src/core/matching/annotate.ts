import { detect } from './detect.ts';
import { disambiguate } from './disambiguate.ts';
import type { PageEvidence } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { Annotation, Correction, Mention, Reason } from './mention.ts';
import type { Weights } from './weights.ts';

export type Annotated = {
  readonly annotations: readonly Annotation[];
  /** What was found and not marked, with the rule that refused it. */
  readonly refused: readonly { readonly mention: Mention; readonly reason: Reason }[];
};

/** One block read: what stands in it and is meant, and what stands in it and is not. Never throws. */
export function annotate(
  lexicon: Lexicon,
  block: {
    readonly text: string;
    readonly evidence: PageEvidence;
    readonly corrections: readonly Correction[];
    /** What detect found in the text, where it is known already. */
    readonly mentions?: readonly Mention[];
    /** Other weights than the project's own: for fitting them. */
    readonly weights?: Weights;
  },
): Annotated {
  const mentions = block.mentions ?? detect(lexicon, block.text);
  const annotations: Annotation[] = [];
  const refused: Annotated['refused'][number][] = [];
  for (const mention of mentions) {
    const resolution = disambiguate(lexicon, { ...block, mentions, mention });
    const { start, end } = mention;
    if (resolution.status === 'nil') refused.push({ mention, reason: resolution.reason });
    else {
      const { concept, reason } = resolution;
      annotations.push({ start, end, surface: block.text.slice(start, end), concept, reason });
    }
  }
  return { annotations, refused };
}
