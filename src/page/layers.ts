import type { Point } from '../core/card/geometry.ts';
import type { FlatTree } from './flat-tree.ts';

/** Elements in full screen that show nothing of what is put into them. */
const replaced = new Set(['VIDEO', 'IFRAME', 'IMG', 'CANVAS', 'EMBED', 'OBJECT', 'AUDIO']);

/** A modal dialog, or what is in full screen, that can hold a card. */
const isLayer = (node: Node | null): node is Element =>
  node instanceof Element && node.matches(':modal') && !replaced.has(node.tagName);

const middleOf = (element: Element): Point => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** Dialogs and full screen, which shut out whatever is not inside of them. */
export type Layers = {
  /** What a card must be put into to be usable; undefined where the document will do. */
  readonly top: () => Element | undefined;
  /** Whether a dialog or full screen stands between the reader and the node. */
  readonly shutsOut: (node: Node) => boolean;
};

/**
 * The uppermost layer is the modal dialog or full screen that is above the others, since all that is outside of it is inert.
 * Nothing tells in which order they were opened, but what is inert cannot be hit: so they are felt for in the middle of the
 * window, where a dialog or its backdrop is, and in the middle of each.
 */
export const createLayers = (document: Document, tree: FlatTree): Layers => {
  const top = (): Element | undefined => {
    const { clientWidth, clientHeight } = document.documentElement;
    const open = [...document.querySelectorAll(':modal')].filter(isLayer);
    for (const point of [{ x: clientWidth / 2, y: clientHeight / 2 }, ...open.map(middleOf)])
      for (const hit of tree.hitAt(document, point)) {
        const layer = tree.nearest(hit, isLayer);
        if (layer) return layer;
      }
    // One that lets the pointer through cannot be hit: then the document's order is the best guess.
    return open.at(-1);
  };
  return {
    top,
    shutsOut(node) {
      const layer = top();
      return layer !== undefined && !tree.nearest(node, (one): one is Element => one === layer);
    },
  };
};
