import type { Mark } from '../core/card/card-types.ts';
import type { Anchor } from './anchor.ts';
import type { PageSession } from './page-session.ts';

/** Which anchor a mark of the card's machine is: the same mark through new readings of its block. */
export type MarkBook = {
  readonly markOf: (anchor: Anchor) => Mark;
  readonly anchorOf: (mark: Mark) => Anchor | undefined;
  /** Finds each kept mark's anchor again after the page changed; those whose text went are forgotten. */
  readonly renew: () => void;
  /** Forgets all marks but these. */
  readonly keep: (marks: readonly Mark[]) => void;
};

export const createMarkBook = (session: Pick<PageSession, 'current'>): MarkBook => {
  const ids = new WeakMap<Anchor, number>();
  const anchors = new Map<number, Anchor>();
  let count = 0;
  return {
    markOf(anchor) {
      const id = ids.get(anchor) ?? ++count;
      ids.set(anchor, id);
      anchors.set(id, anchor);
      return { id, concept: anchor.annotation.concept };
    },
    anchorOf: ({ id }) => anchors.get(id),
    renew() {
      for (const [id, anchor] of anchors) {
        const now = session.current(anchor);
        if (!now) anchors.delete(id);
        else if (now !== anchor) {
          ids.set(now, id);
          anchors.set(id, now);
        }
      }
    },
    keep(marks) {
      for (const id of anchors.keys())
        if (!marks.some((mark) => mark.id === id)) anchors.delete(id);
    },
  };
};
