import type { Mark } from '../core/card/card-types.ts';
import type { Anchor } from './anchor.ts';
import type { PageSession } from './page-session.ts';

/** Which anchor a mark of the card's machine is: the same mark through new readings of its block. */
export type MarkBook = {
  readonly markOf: (anchor: Anchor) => Mark;
  /** The mark's anchor; where its text is gone, the last one it had. */
  readonly anchorOf: (mark: Mark) => Anchor | undefined;
  readonly stands: (mark: Mark) => boolean;
  /** Finds each kept mark's anchor again after the page changed. */
  readonly renew: () => void;
  /** Forgets all marks but these. */
  readonly keep: (marks: readonly Mark[]) => void;
};

export const createMarkBook = (session: Pick<PageSession, 'current'>): MarkBook => {
  const ids = new WeakMap<Anchor, number>();
  const anchors = new Map<number, Anchor>();
  const gone = new Set<number>();
  let count = 0;
  return {
    markOf(anchor) {
      const id = ids.get(anchor) ?? ++count;
      ids.set(anchor, id);
      anchors.set(id, anchor);
      gone.delete(id);
      return { id, concept: anchor.annotation.concept };
    },
    anchorOf: ({ id }) => anchors.get(id),
    stands: ({ id }) => anchors.has(id) && !gone.has(id),
    renew() {
      for (const [id, anchor] of anchors) {
        const now = session.current(anchor);
        if (now) {
          ids.set(now, id);
          anchors.set(id, now);
          gone.delete(id);
        } else gone.add(id);
      }
    },
    keep(marks) {
      for (const id of anchors.keys()) {
        if (marks.some((mark) => mark.id === id)) continue;
        anchors.delete(id);
        gone.delete(id);
      }
    },
  };
};
