import { isLeftOut, kindOfElement } from './element-kind.ts';
import { nodeIndexAt, type TextBlock } from './text-block.ts';

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

/** What was read of a run, and how much text it holds, in UTF-16 units, scripts aside. */
export type RunReading = {
  readonly blocks: readonly ReadBlock[];
  readonly units: () => number;
  /** How many headings with text begin in the run. */
  readonly headings: () => number;
};

/** `lost`: the text lacks the line breaks that stand in the page. */
export type Find = (text: string, gaps: 'kept' | 'lost') => readonly number[] | undefined;

/** Text and CDATA sections: exactly what textContent is made of. */
const textNodes = 4 | 8;

/** What begins a section. */
export const headingSelector = 'h1,h2,h3,h4,h5,h6,[role="heading" i]';

/**
 * The blocks of a run in which something may stand, in document order, read in steps.
 *
 * Nothing is built for the rest: the run's text is taken as one native string, looked through once, and only where
 * `find` names a place is the DOM visited. A plain TreeWalker with running lengths leads from places to nodes.
 *
 * @param find gives the offsets (UTF-16, ascending) at which something may begin, or undefined: anywhere
 */
export function* readBlocks(run: Run, find: Find): Generator<void, RunReading> {
  const whole = textOfRun(run);
  const places = yield* placesIn(whole, hasBreaks(run) ? 'lost' : 'kept', find);
  const blocks: ReadBlock[] = [];
  const leftOut = new Map<Element, boolean>();
  const texts = once(() => headingTexts(run, leftOut));
  const reading = {
    blocks,
    units: once(() => whole.length - scriptUnits(run)),
    headings: () => texts().length,
  };
  if (places?.length === 0) return reading;
  const walker = run.parent.ownerDocument.createTreeWalker(run.parent, textNodes);
  walker.currentNode = run.first;
  const headings = new Map(texts().map((text, at) => [text, at + 1]));
  let passed = 0;
  let node = run.first.nodeType === 3 ? (run.first as Text) : (walker.nextNode() as Text | null);
  let offset = 0;
  let next = 0;
  let steps = 0;
  const last = lastText(run);
  while (node && (!places || next < places.length)) {
    passed = headings.get(node) ?? passed;
    const end = offset + node.length;
    const isPlace = places ? (places[next] ?? 0) < end : node.length > 1;
    const read = isPlace ? readBlockAround(node, leftOut) : undefined;
    if (read) {
      for (const block of cutBlock(read.block)) blocks.push({ block, headings: passed });
      if (headings.size > 0) {
        for (const text of read.block.nodes) passed = headings.get(text) ?? passed;
      }
      walker.currentNode = read.last;
    }
    offset = read ? offset + read.flatLength : end;
    if (isPlace && places) while (next < places.length && (places[next] ?? 0) < offset) next++;
    if (walker.currentNode === last) break;
    node = walker.nextNode() as Text | null;
    if ((++steps & 63) === 0) yield;
  }
  return reading;
}

/** The first blocks of a root, in document order, until they hold so much text (UTF-16); long ones are left out. */
export function* readFirstBlocks(root: Element, most: number): Generator<void, TextBlock[]> {
  const walker = root.ownerDocument.createTreeWalker(root, textNodes);
  const leftOut = new Map<Element, boolean>();
  const blocks: TextBlock[] = [];
  let units = 0;
  for (let node = walker.nextNode(); node && units < most; node = walker.nextNode()) {
    const read = readBlockAround(node as Text, leftOut);
    units += read?.block.text.length ?? 0;
    if (!read) continue;
    walker.currentNode = read.last;
    if (read.block.text.length <= longest) blocks.push(read.block);
    yield;
  }
  return blocks;
}

/** Asked for only where something is marked, and then once. */
const once = <Value>(make: () => Value): (() => Value) => {
  let value: { readonly of: Value } | undefined;
  return () => {
    value ??= { of: make() };
    return value.of;
  };
};

/** So much text is looked through at a time, and so far a form may reach beyond it. */
const piece = 0x10000;
const reach = 256;

function* placesIn(
  text: string,
  gaps: 'kept' | 'lost',
  find: Find,
): Generator<void, readonly number[] | undefined> {
  if (text.length <= piece) return find(text, gaps);
  const places: number[] = [];
  for (let from = 0; from < text.length; from += piece) {
    yield;
    const found = find(text.slice(from, from + piece + reach), gaps);
    if (!found) return undefined;
    for (const place of found) if (place < piece) places.push(from + place);
  }
  return places;
}

/** The last text of a run: where the walk ends. */
const lastText = ({ parent, last }: Run): Node | null => {
  if (!last.nextSibling || last.nodeType === 3) return last;
  const walker = parent.ownerDocument.createTreeWalker(last, textNodes);
  return walker.lastChild() ? deepest(walker) : null;
};

const deepest = (walker: TreeWalker): Node => {
  while (walker.lastChild());
  return walker.currentNode;
};

/** Longer texts are cut, at a space: one without paragraphs would be one step of many milliseconds. */
const longest = 20_000;

const cutBlock = (block: TextBlock): readonly TextBlock[] => {
  const { text, element } = block;
  if (text.length <= longest) return [block];
  const blocks: TextBlock[] = [];
  for (let from = 0; from < text.length; ) {
    const most = from + longest;
    const space = most < text.length ? text.lastIndexOf(' ', most) : text.length;
    const end = most >= text.length ? text.length : space > from + longest / 2 ? space : most;
    const first = nodeIndexAt(block, from);
    const last = nodeIndexAt(block, end - 1);
    blocks.push({
      text: text.slice(from, end),
      element,
      nodes: block.nodes.slice(first, last + 1),
      starts: block.starts.slice(first, last + 1).map((start) => start - from),
    });
    from = end;
  }
  return blocks;
};

/**
 * The first text of each heading in the run, in document order: what the walk compares itself with. Headings that are
 * left out, or stand within a line, begin no section.
 */
const headingTexts = (run: Run, leftOut: Map<Element, boolean>): readonly Text[] => {
  const found: Element[] = [];
  if (isWholeParent(run)) found.push(...run.parent.querySelectorAll(headingSelector));
  else {
    for (const node of nodesOf(run)) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.matches(headingSelector)) found.push(element);
      if (element.firstElementChild) found.push(...element.querySelectorAll(headingSelector));
    }
  }
  const texts: Text[] = [];
  for (const heading of found) {
    if (kindOfElement(heading) !== 'block' || isLeftOut(heading, leftOut)) continue;
    const first = heading.ownerDocument.createTreeWalker(heading, textNodes).nextNode();
    if (first) texts.push(first as Text);
  }
  return texts;
};

/** The run's text as the page's nodes hold it, hidden parts and scripts included. */
const textOfRun = (run: Run): string => {
  if (isWholeParent(run)) return run.parent.textContent ?? '';
  let text = '';
  for (const node of nodesOf(run)) {
    if (node.nodeType !== 8 && node.nodeType !== 7) text += node.textContent ?? '';
  }
  return text;
};

/** How much of the run's text is none to read. */
const scriptUnits = (run: Run): number => {
  let units = 0;
  const count = (element: Element): void => {
    units += element.textContent?.length ?? 0;
  };
  const scripts = 'script,style,noscript';
  if (isWholeParent(run)) run.parent.querySelectorAll(scripts).forEach(count);
  else {
    for (const node of nodesOf(run)) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.matches(scripts)) count(element);
      else if (element.firstElementChild) element.querySelectorAll(scripts).forEach(count);
    }
  }
  return units;
};

/** A `<br>` is a gap between words, and leaves nothing in the text of its parent. */
const hasBreaks = (run: Run): boolean => {
  if (isWholeParent(run)) return run.parent.querySelector('br') !== null;
  for (const node of nodesOf(run)) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (element.localName === 'br') return true;
    if (element.firstElementChild && element.querySelector('br')) return true;
  }
  return false;
};

/** Whether the run is all that its parent holds: then one native call answers for it. */
const isWholeParent = ({ first, last }: Run): boolean =>
  !first.previousSibling && !last.nextSibling;

function* nodesOf({ first, last }: Run): Generator<ChildNode, void> {
  for (let node: ChildNode | null = first; node; node = node.nextSibling) {
    yield node;
    if (node === last) return;
  }
}

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
