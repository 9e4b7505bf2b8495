import type { PageEvidence } from './evidence.ts';
import { type Features, type Observation, observe } from './features.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { Correction, Mention, Resolution } from './mention.ts';
import { threshold, type Weights, weights } from './weights.ts';

export type Question = {
  /** The block's text. */
  readonly text: string;
  /** All that detect found in it. */
  readonly mentions: readonly Mention[];
  /** The one that is asked about. */
  readonly mention: Mention;
  readonly evidence: PageEvidence;
  /** The reader's words that hold on this site. */
  readonly corrections: readonly Correction[];
  /** Other weights than the project's own: for fitting them. */
  readonly weights?: Weights;
};

/** How many words of evidence a reason names. */
const mostCues = 4;

/** What a mention means here: one of its concepts, or nothing that we know, with the reason for either. */
export function disambiguate(lexicon: Lexicon, question: Question): Resolution {
  let best: Weighed | undefined;
  for (const index of question.mention.senses) {
    const weighed = weigh(lexicon, lexicon.sense(index), question);
    if (best === undefined || weighed.score > best.score) best = weighed;
  }
  if (best === undefined) {
    return { status: 'nil', reason: { rule: 'unknown', cues: [], score: 0, threshold } };
  }
  const { concept, rule, cues, score } = best;
  const reason = { rule, cues: cues.slice(0, mostCues), score: round(score), threshold };
  return score >= threshold ? { status: 'linked', concept, reason } : { status: 'nil', reason };
}

type Weighed = {
  readonly concept: string;
  readonly rule: string;
  readonly cues: readonly string[];
  readonly score: number;
};

const round = (score: number): number => Math.round(score * 100) / 100;

/** Beyond any evidence: what a reader said, and what means one thing only. */
const certain = 20;

function weigh(lexicon: Lexicon, sense: Sense, question: Question): Weighed {
  const { concept, ambiguous } = sense;
  const said = readerSaid(sense, question);
  if (said === 'never') return { concept, rule: 'reader-said-never', cues: [], score: -certain };
  if (said === 'always') return { concept, rule: 'reader-said-always', cues: [], score: certain };
  if (!ambiguous) return { concept, rule: 'unambiguous', cues: [], score: certain / 2 };
  const observation = observe(lexicon, { sense, ...question });
  const score = scoreOf(observation.features, question.weights ?? weights);
  return { concept, score, ...explain(observation, score) };
}

/** The last word that a reader said of this form and concept. */
function readerSaid(sense: Sense, question: Question): Correction['verdict'] | undefined {
  const { text, mention, corrections } = question;
  if (corrections.length === 0) return undefined;
  const surface = text.slice(mention.start, mention.end).toLowerCase();
  return corrections.findLast(
    ({ concept, form }) => concept === sense.concept && form.toLowerCase() === surface,
  )?.verdict;
}

/** The log odds, near enough, that the sense is meant. */
export const scoreOf = (features: Features, by: Weights): number =>
  by.bias +
  by.prior * features.prior +
  by.forNear * features.forNear +
  by.forPage * features.forPage +
  by.againstNear * features.againstNear +
  by.againstPage * features.againstPage +
  by.beside * features.beside +
  by.besideNot * features.besideNot +
  by.named * features.named +
  by.otherName * features.otherName +
  by.coupled * features.coupled +
  by.otherOnPage * features.otherOnPage;

/** The rule that says most of the decision, and the words that it saw. */
function explain(
  { features, pro, contra }: Observation,
  score: number,
): { readonly rule: string; readonly cues: readonly string[] } {
  if (score >= threshold) {
    if (features.forNear + features.beside + features.coupled > 0)
      return { rule: 'words-near', cues: pro };
    if (features.named > 0) return { rule: 'named-on-page', cues: [] };
    return { rule: features.forPage > 0 ? 'words-on-page' : 'usual-meaning', cues: [] };
  }
  if (features.besideNot > 0) return { rule: 'beside-other-word', cues: contra };
  if (features.otherName > 0) return { rule: 'other-name', cues: contra };
  if (features.otherOnPage > 0) return { rule: 'other-on-page', cues: [] };
  if (features.againstNear > 0 && contra.length > 0) return { rule: 'words-against', cues: contra };
  return { rule: 'too-little-evidence', cues: pro };
}
