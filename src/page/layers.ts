import type { Point } from '../core/card/geometry.ts';

/** Elements in full screen that show nothing of what is put into them. */
const replaced = new Set(['VIDEO', 'IFRAME', 'IMG', 'CANVAS', 'EMBED', 'OBJECT', 'AUDIO']);

/** A modal dialog, or what is in full screen, that can hold a card. */
const isLayer = (node: Node | null): node is Element =>
  node instanceof Element && node.matches(':modal') && !replaced.has(node.tagName);

/** What a node is drawn in: the slot that it was given to, the host of its shadow root, or its parent. */
const around = (node: Node): Node | null =>
  (node as Partial<Element>).assignedSlot ??
  (node instanceof ShadowRoot ? node.host : node.parentNode);

/** The nearest that satisfies, of a node and all that it is drawn in. */
const nearest = <Found extends Node>(
  node: Node,
  satisfies: (one: Node) => one is Found,
): Found | undefined => {
  for (let one: Node | null = node; one; one = around(one)) if (satisfies(one)) return one;
  return undefined;
};

/** All that may be hit at a point, uppermost first, through open shadow roots. What is inert cannot be. */
const hitAt = (root: Document | ShadowRoot, { x, y }: Point): readonly Element[] =>
  root
    .elementsFromPoint(x, y)
    .flatMap((one) =>
      one.shadowRoot && one.shadowRoot !== root ? [...hitAt(one.shadowRoot, { x, y }), one] : [one],
    );

const middleOf = (element: Element): Point => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/**
 * What a card must be put into to be usable: the modal dialog or full screen that is above the others, since all that is
 * outside of it is inert. Nothing tells in which order they were opened, but what is inert cannot be hit: so they are felt
 * for in the middle of the window, where a dialog or its backdrop is, and in the middle of each.
 */
export const layerOf = (document: Document): Element | undefined => {
  const { clientWidth, clientHeight } = document.documentElement;
  const open = [...document.querySelectorAll(':modal')].filter(isLayer);
  for (const point of [{ x: clientWidth / 2, y: clientHeight / 2 }, ...open.map(middleOf)])
    for (const hit of hitAt(document, point)) {
      const layer = nearest(hit, isLayer);
      if (layer) return layer;
    }
  // One that lets the pointer through cannot be hit: then the document's order is the best guess.
  return open.at(-1);
};

/** Whether a dialog or full screen stands between the reader and the node. */
export const isShutOut = (document: Document, node: Node): boolean => {
  const layer = layerOf(document);
  return layer !== undefined && !nearest(node, (one): one is Element => one === layer);
};
