import { countElements } from './count-elements.ts';
import { isBlock } from './element-kind.ts';
import { headingSelector, type Run } from './run.ts';

/**
 * A page in parts that are read, and read again, one by one.
 *
 *     Split(body)
 *       ├ Region: header, nav          consecutive children that are small together
 *       ├ Split(main)                  a child that is too large to be read at once
 *       │   ├ Region: h1, p, p, …
 *       │   └ Region: p, p, …
 *       └ Region: footer
 *
 * Regions end only where a block ends, so that how a page is cut never changes what is read.
 */
export type Region<Reading> = {
  readonly split: Split<Reading>;
  run: Run;
  isStale: boolean;
  reading: Reading | undefined;
};
export type Split<Reading> = {
  readonly parent: Element | ShadowRoot;
  parts: readonly (Region<Reading> | Split<Reading>)[];
  isStale: boolean;
};

export type Regions<Reading> = {
  /** Cuts again what changed, in steps, then gives all regions in document order. */
  readonly list: () => Generator<void, readonly Region<Reading>[]>;
  /** Notes what a change made stale; false where it lies outside the root. */
  readonly note: (record: MutationRecord) => void;
};

export type RegionLimits = {
  /** Up to this many elements make one region. */
  readonly few: number;
  /** A root with no more elements than this is one region until it first changes: cutting it up would cost more. */
  readonly oneAtFirst: number;
};

/** A region of 400 elements is about 0.2 ms of reading. */
export const regionLimits: RegionLimits = { few: 400, oneAtFirst: 2500 };

const isRegion = <Reading>(part: Region<Reading> | Split<Reading>): part is Region<Reading> =>
  'run' in part;

export const createRegions = <Reading>(
  root: Element | ShadowRoot,
  { few, oneAtFirst }: RegionLimits = regionLimits,
): Regions<Reading> => {
  type Part = Region<Reading> | Split<Reading>;
  const owner = new WeakMap<Node, Part>();
  const splitOf = (parent: Element | ShadowRoot): Split<Reading> => {
    const split: Split<Reading> = { parent, parts: [], isStale: true };
    owner.set(parent, split);
    return split;
  };
  const top = splitOf(root);
  const sizeOf = (node: Node): number =>
    (node as Partial<Element>).firstElementChild ? countElements(node as Element, most) + 1 : 1;
  let most = countElements(root, oneAtFirst) <= oneAtFirst ? Number.POSITIVE_INFINITY : few;

  function* cut(split: Split<Reading>): Generator<void, void> {
    let steps = 0;
    split.isStale = false;
    const { parent } = split;
    const parts: Part[] = [];
    let first: ChildNode | undefined;
    let size = 0;
    const close = (last: ChildNode | null): void => {
      if (first && last) {
        const region: Region<Reading> = {
          split,
          run: { parent, first, last },
          isStale: true,
          reading: undefined,
        };
        parts.push(region);
        for (let node: ChildNode | null = first; node; node = node.nextSibling) {
          owner.set(node, region);
          if (node === last) break;
        }
      }
      first = undefined;
      size = 0;
    };
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if ((++steps & 127) === 0) yield;
      const part = owner.get(child);
      if (part && !isRegion(part) && part.parent === child) {
        close(child.previousSibling);
        if (part.isStale) yield* cut(part);
        parts.push(part);
        continue;
      }
      if (part && isRegion(part) && isWhole(part, child, split)) {
        close(child.previousSibling);
        parts.push(part);
        child = part.run.last;
        continue;
      }
      const grown = most === Number.POSITIVE_INFINITY ? 1 : sizeOf(child);
      if (grown > most && isBlock(child) && !(child as Element).matches(headingSelector)) {
        close(child.previousSibling);
        const inner = splitOf(child as Element);
        yield* cut(inner);
        parts.push(inner);
        continue;
      }
      if (first && size + grown > most && isBorder(child)) close(child.previousSibling);
      first ??= child;
      size += grown;
    }
    close(parent.lastChild);
    split.parts = parts;
  }

  const isWhole = (region: Region<Reading>, child: ChildNode, split: Split<Reading>): boolean =>
    !region.isStale &&
    region.split === split &&
    region.run.first === child &&
    region.run.last.parentNode === split.parent;

  /** Every part around a node: what once was a part of its own may have moved into another. */
  const noteAround = (node: Node | null): void => {
    for (let at = node; at; at = at.parentNode) {
      const part = owner.get(at);
      if (!part) continue;
      if (isRegion(part)) part.split.isStale = true;
      if (isRegion(part) || at === node) part.isStale = true;
    }
  };
  const noteUnder = (part: Part): void => {
    part.isStale = true;
    if (!isRegion(part)) for (const inner of part.parts) noteUnder(inner);
  };
  function* cutStale(split: Split<Reading>): Generator<void, void> {
    if (split.isStale) yield* cut(split);
    for (const part of split.parts) if (!isRegion(part)) yield* cutStale(part);
  }
  const collect = (split: Split<Reading>, found: Region<Reading>[]): Region<Reading>[] => {
    for (const part of split.parts) {
      if (isRegion(part)) found.push(part);
      else collect(part, found);
    }
    return found;
  };

  return {
    list: function* () {
      yield* cutStale(top);
      most = few;
      return collect(top, []);
    },
    note: ({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }) => {
      const part = owner.get(target);
      if (part === top && type === 'attributes') return noteUnder(top);
      // Whether prose is read at all depends on what it stands in: what moved, or got another kind, is read again whole.
      for (const node of addedNodes) {
        const moved = owner.get(node);
        if (moved && !isRegion(moved)) noteUnder(moved);
      }
      if (part && !isRegion(part) && type === 'attributes') {
        noteUnder(part);
        owner.delete(target);
        noteAround(target.parentNode);
      } else noteAround(target);
      if (type !== 'childList' || !part || isRegion(part) || part.parent !== target) return;
      for (const node of [...removedNodes, ...addedNodes, previousSibling, nextSibling]) {
        const touched = node && owner.get(node);
        if (touched) touched.isStale = true;
      }
    },
  };
};

/** Whether prose ends before this node. */
const isBorder = (node: ChildNode): boolean =>
  isBlock(node) || (node.previousSibling !== null && isBlock(node.previousSibling));
