import { type Anchor, rectsOfAnchor } from './anchor.ts';
import { nodeIndexAt } from './text-block.ts';

/** Anchors by the texts that they stand on, for finding one under a point. */
export type AnchorIndex = {
  readonly on: (text: Text) => readonly Anchor[];
};

/** An index that is made in steps, or at once when it is first asked. */
export const indexAnchors = (
  anchors: readonly Anchor[],
): AnchorIndex & { readonly steps: () => Generator<void, void> } => {
  const byText = new WeakMap<Node, Anchor[]>();
  let done = 0;
  function* steps(): Generator<void, void> {
    while (done < anchors.length) {
      const anchor = anchors[done++];
      if (anchor) add(anchor);
      if ((done & 63) === 0) yield;
    }
  }
  const add = (anchor: Anchor): void => {
    const { block, annotation } = anchor;
    const last = nodeIndexAt(block, annotation.end - 1);
    for (let at = nodeIndexAt(block, annotation.start); at <= last; at++) {
      const text = block.nodes[at];
      const list = text && byText.get(text);
      if (list) list.push(anchor);
      else if (text) byText.set(text, [anchor]);
    }
  };
  return {
    steps,
    on: (text) => {
      for (const _ of steps());
      return byText.get(text) ?? [];
    },
  };
};

/**
 * The anchor under a point in client coordinates. The caret position finds the text and respects whatever covers it,
 * but snaps past line ends and into gaps: the anchor's own boxes have the last word.
 */
export const hitTest = (
  document: Document,
  { x, y }: { readonly x: number; readonly y: number },
  { index, shadowRoots }: { readonly index: AnchorIndex; readonly shadowRoots: ShadowRoot[] },
): Anchor | undefined => {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  if (caret?.offsetNode.nodeType !== 3) return undefined;
  return index
    .on(caret.offsetNode as Text)
    .find((anchor) =>
      rectsOfAnchor(anchor).some(
        ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
      ),
    );
};
