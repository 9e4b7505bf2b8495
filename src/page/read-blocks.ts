import { readBlockAround } from './block-around.ts';
import {
  hasBreaks,
  headingTexts,
  lastText,
  type Run,
  scriptUnits,
  textNodes,
  textOfRun,
} from './run.ts';
import { nodeIndexAt, type TextBlock } from './text-block.ts';

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
