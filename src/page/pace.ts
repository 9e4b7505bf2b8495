/** A slice of work, in ms: with what a step may overrun it, it stays under the 8 ms that a reader's hand can bear. */
const slice = 4;

/** Of the main thread's time at most this share is ours while a page keeps changing. */
const share = 0.04;

/** Readings follow each other at least this far apart, in ms: a burst of changes is read once. */
const breath = 40;

type WithYield = { readonly scheduler?: { readonly yield?: () => Promise<void> } };

/** Lets the page have its turn: input, frames, its own tasks. */
const rest = (): Promise<void> => {
  const { scheduler } = globalThis as WithYield;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
};

export type Pace = {
  /**
   * Runs steps to their end, in slices; gives what they return, or undefined once the signal has aborted. What is run
   * right after another goes on in its slice.
   */
  readonly run: <Result>(steps: Generator<void, Result>) => Promise<Result | undefined>;
  /** Milliseconds to wait, now that a reading is over, so that our share of the main thread stays small. */
  readonly pause: () => number;
};

export const createPace = (signal: AbortSignal): Pace => {
  let spent = 0;
  /** When the page last had its turn, as far as we know. */
  let began = performance.now();
  const isOver = (): boolean => performance.now() - began >= slice;
  return {
    run: async (steps) => {
      for (;;) {
        if (isOver()) {
          await rest();
          if (signal.aborted) return undefined;
          began = performance.now();
        }
        const from = performance.now();
        let step = steps.next();
        while (!step.done && !isOver()) step = steps.next();
        spent += performance.now() - from;
        if (step.done) return step.value;
      }
    },
    pause: () => {
      const pause = Math.max(breath, spent / share - spent);
      spent = 0;
      return pause;
    },
  };
};
