import type { Features } from './features.ts';

/** What each feature is worth, and what a sense starts with. */
export type Weights = Readonly<Record<keyof Features | 'bias', number>>;

/**
 * Set by hand, from what each feature means; also the prior of the fit. `npm run evaluate -- FILE --folds` refits
 * them with whole sources left out and prints what that changes.
 */
export const weights: Weights = {
  bias: -0.8,
  prior: 1,
  forNear: 1.55,
  forPage: 1.3,
  againstNear: -1.8,
  againstPage: -1.2,
  beside: 2.3,
  besideNot: -8,
  named: 2.2,
  otherName: -3.8,
  coupled: 1.5,
  otherOnPage: -1.4,
};

/** A sense is linked from this score on. */
export const threshold = 0;
