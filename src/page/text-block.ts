import type { Span } from '../core/text/span.ts';

/**
 * The text of one block of a page (a paragraph, a list item, a run between two of them) with the way back into the
 * DOM: the only value that knows both words and places. Inline elements are joined, `<br>` is a line break, a picture
 * or a code sample is U+FFFC, and every other character is as the page has it, so that offsets stay true.
 */
export type TextBlock = {
  readonly text: string;
  /** The element that the block stands in: the nearest ancestor of all its text that is a block. */
  readonly element: Element;
  /** The Text nodes of the block in document order. */
  readonly nodes: readonly Text[];
  /** Offset in `text` (UTF-16) at which the data of each of `nodes` begins; below 0 where a long text was cut. */
  readonly starts: readonly number[];
};

/** Index of the node that holds the character at `offset`: the last whose data begins at or before it. */
export const nodeIndexAt = ({ starts }: TextBlock, offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The DOM places of a span: it ends on the node that holds its last character, not at the start of the next. */
export const rangeOfSpan = (block: TextBlock, span: Span): StaticRange => {
  const first = nodeIndexAt(block, span.start);
  const last = nodeIndexAt(block, span.end - 1);
  // A block without texts has no spans; the element stands in for what cannot be.
  return new StaticRange({
    startContainer: block.nodes[first] ?? block.element,
    startOffset: span.start - (block.starts[first] ?? span.start),
    endContainer: block.nodes[last] ?? block.element,
    endOffset: span.end - (block.starts[last] ?? span.end),
  });
};
