import type { PageEvidence } from './evidence.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { Correction, Mention, Resolution } from './mention.ts';

export type Question = {
  /** The block's text. */
  readonly text: string;
  /** All that detect found in it. */
  readonly mentions: readonly Mention[];
  /** The one that is asked about. */
  readonly mention: Mention;
  readonly evidence: PageEvidence;
  readonly corrections: readonly Correction[];
};

const threshold = 0;

/** What a mention means here: one of its concepts, or nothing that we know, with the reason for either. */
export function disambiguate(lexicon: Lexicon, question: Question): Resolution {
  const scored = question.mention.senses
    .map(lexicon.sense)
    .map((sense) => ({ sense, ...weigh(sense, question) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || best.score < threshold) {
    const reason = { rule: 'too-little-evidence', cues: [], score: best?.score ?? 0, threshold };
    return { status: 'nil', reason };
  }
  const { rule, score, cues } = best;
  return {
    status: 'linked',
    concept: best.sense.concept,
    reason: { rule, cues, score, threshold },
  };
}

function weigh(
  sense: Sense,
  { text, evidence }: Question,
): { readonly rule: string; readonly score: number; readonly cues: readonly string[] } {
  if (!sense.ambiguous) return { rule: 'unambiguous', score: 10, cues: [] };
  const near = Object.keys(evidence.concepts);
  const own = /\b(?:AI|model|models|LLM|GPU|training)\b/.exec(text)?.[0];
  const cues = own === undefined ? near : [...near, own];
  return { rule: 'evidence', score: cues.length - 1.5, cues: cues.slice(0, 4) };
}
