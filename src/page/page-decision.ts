import type { Anchor } from './anchor.ts';
import type { PageReport } from './page-session.ts';

export type PageDecision = {
  readonly status: PageReport['status'];
  readonly counts: PageReport['counts'];
  /** What is to be marked, in document order. */
  readonly anchors: readonly Anchor[];
  /** Blocks that would be marked, were they shown. */
  readonly hidden: readonly Element[];
};

export const undecided = (status: PageReport['status']): PageDecision => ({
  status,
  counts: [],
  anchors: [],
  hidden: [],
});
