import { type Anchor, rectsOfAnchor } from './anchor.ts';
import { nodeIndexAt } from './text-block.ts';

/** Anchors by the texts that they stand on and by the elements around these, for finding one under a point. */
export type AnchorIndex = {
  readonly on: (text: Text) => readonly Anchor[];
  /** Those on texts that are children of the element. */
  readonly in: (element: Element) => readonly Anchor[];
};

/** An index that is made in steps, or at once when it is first asked. */
export const indexAnchors = (
  anchors: readonly Anchor[],
): AnchorIndex & { readonly steps: () => Generator<void, void> } => {
  const byNode = new WeakMap<Node, Anchor[]>();
  let done = 0;
  function* steps(): Generator<void, void> {
    while (done < anchors.length) {
      const anchor = anchors[done++];
      if (anchor) add(anchor);
      if ((done & 63) === 0) yield;
    }
  }
  const put = (node: Node | null | undefined, anchor: Anchor): void => {
    const list = node && byNode.get(node);
    if (list) {
      if (list.at(-1) !== anchor) list.push(anchor);
    } else if (node) byNode.set(node, [anchor]);
  };
  const add = (anchor: Anchor): void => {
    const { block, annotation } = anchor;
    const last = nodeIndexAt(block, annotation.end - 1);
    for (let at = nodeIndexAt(block, annotation.start); at <= last; at++) {
      put(block.nodes[at], anchor);
      put(block.nodes[at]?.parentElement, anchor);
    }
  };
  const of = (node: Node): readonly Anchor[] => {
    if (done < anchors.length) for (const _ of steps());
    return byNode.get(node) ?? none;
  };
  return { steps, on: of, in: of };
};

const none: readonly Anchor[] = [];

type Point = { readonly x: number; readonly y: number };

/** More anchors in one element than this are told apart by the caret: boxes cost a few µs each. */
const few = 4;

/**
 * The anchor under a point in client coordinates. The element there, which respects whatever covers it, has no mark
 * most of the time; the anchor's own boxes have the last word. Texts right in a shadow root are found by their host.
 */
export const hitTest = (
  document: Document,
  point: Point,
  {
    index,
    shadowRoots,
  }: { readonly index: AnchorIndex; readonly shadowRoots: readonly ShadowRoot[] },
): Anchor | undefined => {
  let scope: Document | ShadowRoot | undefined = document;
  while (scope) {
    const element: Element | null = scope.elementFromPoint(point.x, point.y);
    if (!element) return undefined;
    const anchors = index.in(element);
    const hit =
      anchors.length > 0 &&
      narrowed(anchors, point, { document, index, shadowRoots }).find(isUnder(point));
    if (hit) return hit;
    const inner: ShadowRoot | undefined = shadowRoots.find(({ host }) => host === element);
    scope = inner === scope ? undefined : inner;
  }
  return undefined;
};

const isUnder =
  ({ x, y }: Point) =>
  (anchor: Anchor): boolean =>
    rectsOfAnchor(anchor).some(
      ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
    );

/** The caret finds the text, but snaps past line ends and into gaps. */
const narrowed = (
  anchors: readonly Anchor[],
  { x, y }: Point,
  given: {
    readonly document: Document;
    readonly index: AnchorIndex;
    readonly shadowRoots: readonly ShadowRoot[];
  },
): readonly Anchor[] => {
  if (anchors.length <= few) return anchors;
  const shadowRoots = [...given.shadowRoots];
  const caret = given.document.caretPositionFromPoint(x, y, { shadowRoots });
  return caret?.offsetNode.nodeType === 3 ? given.index.on(caret.offsetNode as Text) : none;
};
