import type { Annotation } from '../core/matching/mention.ts';
import { rangeOfSpan, type TextBlock } from './text-block.ts';

/** An annotation and where it stands in the page. A new reading of its block makes new anchors. */
export type Anchor = {
  readonly annotation: Annotation;
  /** Goes stale silently when the page changes: ask the session whether the anchor still stands. */
  readonly range: StaticRange;
  readonly block: TextBlock;
};

/** An anchor whose range is made when first asked for: most are never near the viewport, and a range costs 10 µs. */
export const createAnchor = (block: TextBlock, annotation: Annotation): Anchor => {
  let range: StaticRange | undefined;
  return {
    annotation,
    block,
    get range() {
      range ??= rangeOfSpan(block, annotation);
      return range;
    },
  };
};

/** The boxes of an anchor on screen, one a line, in client coordinates; none while it is not rendered. */
export const rectsOfAnchor = ({ range }: Anchor): readonly DOMRect[] => {
  const live = range.startContainer.ownerDocument?.createRange();
  if (!live || !range.startContainer.isConnected) return [];
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return []; // the text got shorter, and its new reading is on the way
  }
  return [...live.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
};
