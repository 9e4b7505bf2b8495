/** Elements in full screen that show nothing of what is put into them. */
const replaced = new Set(['VIDEO', 'IFRAME', 'IMG', 'CANVAS', 'EMBED', 'OBJECT', 'AUDIO']);

/** Modal dialogs and what is in full screen: while one is open, all that is outside of it is inert. */
const modals = (document: Document): readonly Element[] =>
  [...document.querySelectorAll(':modal')].filter(({ tagName }) => !replaced.has(tagName));

/** Whether a node stands in an element, through shadow roots. */
const isIn = (node: Node, element: Element): boolean => {
  for (let one: Node | null = node; one; one = parentOf(one)) if (one === element) return true;
  return false;
};

const parentOf = (node: Node): Node | null =>
  node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/**
 * What a card for `node` must be put into to be usable: the dialog or full screen around the node itself where there is
 * one, else the last that was opened, as far as the document's order tells.
 */
export const layerFor = (document: Document, node: Node): Element | undefined => {
  const open = modals(document);
  return open.findLast((dialog) => isIn(node, dialog)) ?? open.at(-1);
};

/** Whether a dialog or full screen stands between the reader and the node. */
export const isShutOut = (document: Document, node: Node): boolean => {
  const last = modals(document).at(-1);
  return last !== undefined && !isIn(node, last);
};
