import type { Span } from '../core/text/span.ts';

/**
 * The text of one block of a page (a paragraph, a list item, a run between two of them) with the way back into the
 * DOM: the only value that knows both words and places. Inline elements are joined, `<br>` is a line break, and every
 * other character is as the page has it, so that offsets stay true.
 */
export type TextBlock = {
  readonly text: string;
  /** The element that the block stands in: the nearest ancestor of all its text that is a block. */
  readonly element: Element;
  /** The Text nodes of the block in document order; a `<br>` between two of them is one `\n` of `text`. */
  readonly nodes: readonly Text[];
  /** Offset in `text` (UTF-16) at which the data of each of `nodes` begins. */
  readonly starts: readonly number[];
  /** Where the block stands: what the reader's choices on headings, links and quotations ask for. */
  readonly place: { readonly heading: boolean; readonly quotation: boolean };
};

/** The DOM places of a span: ends on the node that holds the last character, not at the start of the next. */
export const rangeOfSpan = (block: TextBlock, span: Span): StaticRange | undefined => {
  const first = nodeIndexAt(block, span.start);
  const last = nodeIndexAt(block, span.end - 1);
  const startContainer = block.nodes[first];
  const endContainer = block.nodes[last];
  if (!startContainer || !endContainer) return undefined;
  return new StaticRange({
    startContainer,
    startOffset: span.start - (block.starts[first] ?? 0),
    endContainer,
    endOffset: span.end - (block.starts[last] ?? 0),
  });
};

/** Index of the node that holds the character at `offset`: the last whose data begins at or before it. */
export const nodeIndexAt = (block: TextBlock, offset: number): number => {
  const { starts } = block;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
