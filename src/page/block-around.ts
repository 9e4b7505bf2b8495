import { isLeftOut, kindOfElement } from './element-kind.ts';
import type { TextBlock } from './text-block.ts';

export type BlockAround = {
  readonly block: TextBlock;
  /** The last text of the block. */
  readonly last: Text;
  /** From the start of the node that was asked about to the end of `last`, in units of the run's flat text. */
  readonly flatLength: number;
};

/** The block that a text belongs to; undefined where the text is left out of the reading. */
export const readBlockAround = (
  node: Text,
  leftOut: Map<Element, boolean>,
): BlockAround | undefined => {
  if (node.parentElement && isLeftOut(node.parentElement, leftOut)) return undefined;
  const edge = edgeOf(node);
  const element = edge.nodeType === 1 ? (edge as Element) : (edge as ShadowRoot).host;
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  let flatLength = 0;
  let flatSkipped = 0;
  let isAfter = false;
  let last = node;
  for (let at: Node | undefined = firstOfBlock(node, edge); at; ) {
    let isEntered = false;
    if (at.nodeType === 3) {
      const { data } = at as Text;
      if (at === node) isAfter = true;
      if (isAfter) {
        flatLength += flatSkipped + data.length;
        flatSkipped = 0;
      }
      nodes.push(at as Text);
      starts.push(text.length);
      text += data;
      last = at as Text;
    } else if (at.nodeType === 1) {
      const kind = kindOfElement(at as Element);
      if (kind === 'block') break;
      if (kind === 'inline') isEntered = true;
      else {
        if (kind === 'break') text += '\n';
        else if (kind === 'object') text += '\ufffc';
        if (isAfter) flatSkipped += at.textContent?.length ?? 0;
      }
    } else if (at.nodeType === 4) flatSkipped += at.textContent?.length ?? 0;
    at = following(at, edge, isEntered);
  }
  return { block: { text, element, nodes, starts }, last, flatLength };
};

/** The nearest ancestor of a node whose borders are borders of its block. */
export const edgeOf = (node: Node): Node => {
  let at = node.parentNode;
  while (at && at.nodeType === 1 && kindOfElement(at as Element) === 'inline' && at.parentNode) {
    at = at.parentNode;
  }
  return at ?? node;
};

/** The next node in document order inside `edge`, below `at` only if it is entered. */
const following = (at: Node, edge: Node, isEntered: boolean): Node | undefined => {
  if (isEntered && at.firstChild) return at.firstChild;
  let node: Node = at;
  while (!node.nextSibling) {
    const parent = node.parentNode;
    if (!parent || parent === edge) return undefined;
    node = parent;
  }
  return node.nextSibling;
};

/** The earliest text of the block that `node` belongs to. */
const firstOfBlock = (node: Text, edge: Node): Text => {
  let first = node;
  let at: Node = node;
  for (;;) {
    while (!at.previousSibling) {
      const parent: Node | null = at.parentNode;
      if (!parent || parent === edge) return first;
      at = parent;
    }
    at = at.previousSibling;
    while (at.nodeType === 1) {
      const kind = kindOfElement(at as Element);
      if (kind === 'block') return first;
      if (kind !== 'inline' || !at.lastChild) break;
      at = at.lastChild;
    }
    if (at.nodeType === 3) first = at as Text;
  }
};
