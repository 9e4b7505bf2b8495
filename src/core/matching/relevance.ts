import type { PageEvidence } from './evidence.ts';

/** Whether a page is about AI, and the word for why. */
export function isAboutAi(evidence: PageEvidence): {
  readonly about: boolean;
  readonly reason: string;
} {
  const named = Object.keys(evidence.concepts);
  if (named.length >= 2) return { about: true, reason: named.slice(0, 3).join(', ') };
  return { about: false, reason: 'too few concepts' };
}
