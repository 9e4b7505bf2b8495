import { computePosition, type Platform } from '@floating-ui/core';
import { shift } from '@floating-ui/dom';
import type { Point, Rect } from '../core/card/geometry.ts';

/** Between a mark and its card, in CSS pixels: near enough to cross, far enough not to hide the underline. */
const gap = 8;

/** Between the card and the edge of the window. */
const margin = 8;

/** A window side with this much room (px) can show an unfolded entry: then the card stands below, where one reads on. */
const roomy = 420;

/** With less room (px) than this above and below, nothing of a card could be read. */
const readable = 96;

/** `over`: in a frame that leaves no readable room beside the mark, the card takes all of its height. */
export type Side = 'bottom' | 'top' | 'over';
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly most: number;
  readonly side: Side;
};

/**
 * What the card must not cover: every line box that touches the one that was pointed at, but no wider than that one,
 * so that the card stands at the part of a wrapped mention where the reader is.
 *
 * @param rects line boxes of the mention, in client coordinates, not empty
 * @param near where the pointer is; the first box without one
 */
export const referenceOf = (rects: readonly Rect[], near: Point | undefined): Rect | undefined => {
  const chosen = near ? rects.toSorted((a, b) => away(a, near) - away(b, near))[0] : rects[0];
  if (!chosen) return undefined;
  const reach = chosen.bottom - chosen.top;
  let { top, bottom } = chosen;
  for (const rect of rects) {
    if (rect.bottom < top - reach || rect.top > bottom + reach) continue;
    top = Math.min(top, rect.top);
    bottom = Math.max(bottom, rect.bottom);
  }
  return { left: chosen.left, right: chosen.right, top, bottom };
};

const away = (rect: Rect, { x, y }: Point): number =>
  Math.max(rect.top - y, 0, y - rect.bottom) * 1000 + Math.max(rect.left - x, 0, x - rect.right);

/**
 * Where the host goes: `x` and `y` of its top left corner, and the most height that fits there. It stands below its
 * mark where an unfolded entry has room there or has no more above; that is settled once, when it opens. A frame that is
 * too small for a card beside the mark gets one over it, which scrolls: better than one that is cut off.
 */
export const placeBeside = async (
  host: HTMLElement,
  { reference, side, height }: { reference: Rect; side: Side | undefined; height: number },
): Promise<Place> => {
  const below = height - reference.bottom;
  const chosen = side ?? sideFor(below, reference.top);
  const clear = { ...reference, top: reference.top - gap, bottom: reference.bottom + gap };
  const { x, y } = await computePosition(clear, host, {
    platform: windowPlatform(host),
    strategy: 'fixed',
    placement: chosen === 'top' ? 'top-start' : 'bottom-start',
    middleware: [shift({ padding: margin })],
  });
  if (chosen === 'over') return { x, y: margin, most: height - 2 * margin, side: chosen };
  const room = chosen === 'bottom' ? below : reference.top;
  return { x, y, most: room - gap - margin, side: chosen };
};

const sideFor = (below: number, above: number): Side => {
  if (Math.max(below, above) < readable + gap + margin) return 'over';
  return below >= roomy || below >= above ? 'bottom' : 'top';
};

const box = ({ left, top, right, bottom }: Rect) => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
});

/**
 * All that Floating UI must know of a host in the top layer beside a rectangle: nothing scrolls it, and only the window
 * clips it. Its platform for the whole DOM would be 3 kB (gzipped) of what every page carries.
 */
const windowPlatform = (host: HTMLElement): Platform => {
  const sizeOf = (element: HTMLElement) => ({
    width: element.offsetWidth,
    height: element.offsetHeight,
  });
  const view = host.ownerDocument.defaultView;
  // What the reader sees of the window when zoomed with two fingers, without scrollbars; fixed places count from the window.
  const seen = view?.visualViewport;
  const clip = {
    x: seen?.offsetLeft ?? 0,
    y: seen?.offsetTop ?? 0,
    width: seen?.width ?? view?.innerWidth ?? 0,
    height: seen?.height ?? view?.innerHeight ?? 0,
  };
  return {
    getElementRects: ({ reference }) => ({
      reference: box(reference),
      floating: { x: 0, y: 0, ...sizeOf(host) },
    }),
    getClippingRect: () => clip,
    getDimensions: sizeOf,
    isRTL: () => view?.getComputedStyle(host).direction === 'rtl',
  };
};
