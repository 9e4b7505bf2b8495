import { type Anchor, rectsOfAnchor } from './anchor.ts';
import type { TextBlock } from './text-block.ts';

/** So few marks are all registered: asking where they are would cost more than they do. */
const few = 60;

/** How far beyond the viewport marks are ready, in viewport heights: a turn of the wheel shows no bare text. */
const margin = 1;

/** More blocks than this are first asked in groups, by their first and last. */
const groupFrom = 256;
const groupSize = 48;

/** A block with more marks than this may be taller than the margin: its marks are asked one by one. */
const manyInBlock = 24;

type Band = { readonly top: number; readonly bottom: number };

/**
 * The anchors near what the reader sees. Every registered range costs the page time in every frame in which it
 * changes, so the rest wait. Boxes are asked for: call it just after a frame.
 */
export const anchorsNearViewport = (
  anchors: readonly Anchor[],
  height: number,
): readonly Anchor[] => {
  if (anchors.length <= few) return anchors;
  const band = { top: -margin * height, bottom: (1 + margin) * height };
  const blocks = byBlock(anchors);
  const near: Anchor[] = [];
  const size = blocks.length > groupFrom ? groupSize : 1;
  for (let at = 0; at < blocks.length; at += size) {
    const group = blocks.slice(at, at + size);
    if (size > 1 && !isGroupNear(group, band)) continue;
    for (const { block, anchors: own } of group) {
      const box = block.element.getBoundingClientRect();
      if (!isNear(box, band) || isEmpty(box)) continue;
      const isTall = own.length > manyInBlock && box.height > height;
      near.push(...(isTall ? own.filter((anchor) => isAnchorNear(anchor, band)) : own));
    }
  }
  return near;
};

type Marked = { readonly block: TextBlock; readonly anchors: Anchor[] };

const byBlock = (anchors: readonly Anchor[]): readonly Marked[] => {
  const blocks: Marked[] = [];
  let last: Marked | undefined;
  for (const anchor of anchors) {
    if (last?.block === anchor.block) last.anchors.push(anchor);
    else {
      last = { block: anchor.block, anchors: [anchor] };
      blocks.push(last);
    }
  }
  return blocks;
};

/** Blocks that follow each other in the document lie between the first and the last of them, as a rule. */
const isGroupNear = (group: readonly Marked[], band: Band): boolean => {
  const first = group[0]?.block.element.getBoundingClientRect();
  const last = group.at(-1)?.block.element.getBoundingClientRect();
  if (!first || !last) return false;
  // One that is not laid out says nothing of the others.
  if (isEmpty(first) || isEmpty(last)) return true;
  return isNear(
    { top: Math.min(first.top, last.top), bottom: Math.max(first.bottom, last.bottom) },
    band,
  );
};

const isNear = (box: Band, band: Band): boolean => box.bottom > band.top && box.top < band.bottom;
const isEmpty = ({ width, height }: DOMRect): boolean => width === 0 && height === 0;
const isAnchorNear = (anchor: Anchor, band: Band): boolean =>
  rectsOfAnchor(anchor).some((box) => isNear(box, band));
