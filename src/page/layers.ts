/** The modal dialog that the node stands in: what is outside of it cannot be used while it is open. */
export const dialogAround = (node: Node): Element | undefined => {
  for (let one: Node | null = node; one; one = parentOf(one))
    if (one instanceof Element && one.matches('dialog:modal')) return one;
  return undefined;
};

/** Whether a modal dialog stands between the reader and the node. */
export const isShutOut = (document: Document, node: Node): boolean => {
  const modals = document.querySelectorAll('dialog:modal');
  return modals.length > 0 && !dialogAround(node);
};

const parentOf = (node: Node): Node | null =>
  node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
