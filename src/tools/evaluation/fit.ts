import {
  weights as byHand,
  type Features,
  type Lexicon,
  observe,
  type Weights,
} from '../../core/matching/index.ts';
import { readPassage } from './annotate-passage.ts';
import type { Labelled } from './passage.ts';

export type Example = { readonly features: Features; readonly meant: boolean };

/** One example for each ambiguous sense of a labelled mention; ANY teaches nothing. */
export function examplesOf(lexicon: Lexicon, passage: Labelled): readonly Example[] {
  const { mentions, evidence } = readPassage(lexicon, passage);
  return mentions.flatMap((mention) => {
    const label = passage.mentions.find(
      ({ start, end }) => start < mention.end && mention.start < end,
    );
    if (label === undefined || label.gold === 'ANY') return [];
    return mention.senses
      .map(lexicon.sense)
      .filter(({ ambiguous }) => ambiguous)
      .map((sense): Example => {
        const { features } = observe(lexicon, {
          sense,
          text: passage.text,
          mentions,
          mention,
          evidence,
        });
        return { features, meant: label.gold === sense.concept };
      });
  });
}

const names = Object.keys(byHand) as (keyof Weights)[];

/** How firmly the weights set by hand hold: the inverse variance of each around its hand-set value. */
const firmness = 4;
const steps = 600;
const rate = 0.5;

/** Logistic regression by gradient descent, drawn towards the weights set by hand. Deterministic. */
export function fitWeights(examples: readonly Example[]): Weights {
  const fitted: Record<keyof Weights, number> = { ...byHand };
  for (let step = 0; step < steps; step++) {
    const slope = Object.fromEntries(
      names.map((name) => [name, firmness * (fitted[name] - byHand[name])]),
    ) as Record<keyof Weights, number>;
    for (const { features, meant } of examples) {
      const off = probability(features, fitted) - (meant ? 1 : 0);
      for (const name of names) slope[name] += off * featureOf(features, name);
    }
    for (const name of names) fitted[name] -= (rate * slope[name]) / (examples.length + firmness);
  }
  return fitted;
}

const featureOf = (features: Features, name: keyof Weights): number =>
  name === 'bias' ? 1 : features[name];

function probability(features: Features, by: Weights): number {
  let score = 0;
  for (const name of names) score += by[name] * featureOf(features, name);
  return 1 / (1 + Math.exp(-score));
}
