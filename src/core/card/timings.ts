/**
 * Every figure that decides when the card comes and goes; milliseconds unless said otherwise.
 * The published figures of Wikipedia's Page Previews, 10ten and Open UI's interest invokers were the starting point.
 */
export const cardTimings = {
  /** At rest this long, the entry is asked for, so that it is there when the card opens. */
  work: 150,
  /** At rest this long, the card opens; the reader's settings may choose another delay. */
  open: 400,
  /** Away from mark and card this long, the card closes. */
  leave: 300,
  /** A mark reached this soon after a card was left opens at once. */
  next: 1000,
  /** At once still means after the pointer stopped: this long without a fast sample. */
  settle: 50,
  /** px/ms, mean of two samples: a pointer this fast is on its way to somewhere else. */
  gate: 0.5,
  /** A timer that fires this much early counts as due: clocks of events and timers are rounded differently. */
  slack: 2,
} as const;
