import { isLeftOut, kindOfElement } from './element-kind.ts';
import type { TextBlock } from './text-block.ts';

/** Consecutive children of one parent, read as one text: nothing of the page's prose goes on beyond its ends. */
export type Run = {
  readonly parent: Element | ShadowRoot;
  readonly first: ChildNode;
  readonly last: ChildNode;
};

/** A block and where it stands among the headings of its run. */
export type ReadBlock = {
  readonly block: TextBlock;
  /** How many headings of the run begin before the block does, its own included. */
  readonly headings: number;
};

/** Text and CDATA sections: exactly what textContent is made of. */
const textNodes = 4 | 8;

export const headingSelector = 'h1,h2,h3,h4,h5,h6,[role="heading" i]';

/**
 * The blocks of a run in which something may stand, in document order.
 *
 * Nothing is built for the rest: the run's text is taken as one native string, looked through once, and only where
 * `find` names a place is the DOM visited. A plain TreeWalker with running lengths leads from places to nodes.
 *
 * @param find gives the offsets (UTF-16, ascending) at which something may begin
 */
export const readBlocks = (
  run: Run,
  find: (text: string, gaps: 'kept' | 'lost') => readonly number[],
): readonly ReadBlock[] => {
  const places = find(textOfRun(run), hasBreaks(run) ? 'lost' : 'kept');
  const blocks: ReadBlock[] = [];
  if (places.length === 0) return blocks;
  const walker = run.parent.ownerDocument.createTreeWalker(run.parent, textNodes);
  walker.currentNode = run.first;
  const headings = headingTexts(run);
  let passed = 0;
  const leftOut = new Map<Element, boolean>();
  let node = run.first.nodeType === 3 ? (run.first as Text) : (walker.nextNode() as Text | null);
  let offset = 0;
  let next = 0;
  while (node && next < places.length) {
    while (headings[passed] === node) passed++;
    const end = offset + node.length;
    if ((places[next] ?? 0) >= end) {
      offset = end;
      node = walker.nextNode() as Text | null;
      continue;
    }
    const read = readBlockAround(node, leftOut);
    if (read) blocks.push({ block: read.block, headings: passed });
    const reached = read ? offset + read.flatLength : end;
    if (read) {
      for (const text of read.block.nodes) while (headings[passed] === text) passed++;
      walker.currentNode = read.last;
    }
    while (next < places.length && (places[next] ?? 0) < reached) next++;
    offset = reached;
    node = walker.nextNode() as Text | null;
  }
  return blocks;
};

/** The first text of each heading in the run, in document order: what the walk compares itself with. */
const headingTexts = (run: Run): readonly (Text | undefined)[] => {
  const found: Element[] = [];
  for (let node: ChildNode | null = run.first; node; node = node.nextSibling) {
    if (node.nodeType === 1) {
      const element = node as Element;
      if (element.matches(headingSelector)) found.push(element);
      found.push(...element.querySelectorAll(headingSelector));
    }
    if (node === run.last) break;
  }
  const texts: Text[] = [];
  for (const heading of found) {
    const first = heading.ownerDocument.createTreeWalker(heading, textNodes).nextNode();
    if (first) texts.push(first as Text);
  }
  return texts;
};

/** The run's text as the page's nodes hold it, hidden parts and scripts included. */
export const textOfRun = ({ parent, first, last }: Run): string => {
  if (!first.previousSibling && !last.nextSibling) return parent.textContent ?? '';
  let text = '';
  for (let node: ChildNode | null = first; node; node = node.nextSibling) {
    if (node.nodeType !== 8 && node.nodeType !== 7) text += node.textContent ?? '';
    if (node === last) break;
  }
  return text;
};

/** A `<br>` is a gap between words, and leaves nothing in the text of its parent. */
const hasBreaks = ({ parent, first, last }: Run): boolean => {
  if (!first.previousSibling && !last.nextSibling) return parent.querySelector('br') !== null;
  for (let node: ChildNode | null = first; node; node = node.nextSibling) {
    if (node.nodeType === 1) {
      const element = node as Element;
      if (element.localName === 'br' || element.querySelector('br')) return true;
    }
    if (node === last) break;
  }
  return false;
};

type BlockAround = {
  readonly block: TextBlock;
  /** The last text of the block. */
  readonly last: Text;
  /** From the start of the node that was asked about to the end of `last`, in units of the run's flat text. */
  readonly flatLength: number;
};

/** The block that a text belongs to; undefined where the text is left out of the reading. */
const readBlockAround = (node: Text, leftOut: Map<Element, boolean>): BlockAround | undefined => {
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

/** The nearest ancestor whose borders are borders of the block. */
const edgeOf = (node: Node): Node => {
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
