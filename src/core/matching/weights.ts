import type { Features } from './features.ts';

/**
 * What the features of a sense are worth. By hand: a starting point and the prior of the fit. `fit` in src/tools
 * moves them towards labelled passages and prints what that gains when whole sources are left out.
 */
export const weights: Readonly<Record<keyof Features | 'bias', number>> = {
  bias: -1,
  prior: 1,
  forNear: 1.6,
  forPage: 0.8,
  againstNear: -1.5,
  againstPage: -0.6,
  beside: 2.2,
  besideNot: -4,
  named: 2.2,
  otherName: -3.5,
};

export const threshold = 0;
