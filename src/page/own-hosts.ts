/**
 * Elements that carry our own cards. They are none of the page: reading one would mark the card's own words, and a range
 * on them in `CSS.highlights`, which the page can read, would lead the page into the card's closed shadow root.
 */
export type OwnHosts = {
  readonly add: (element: Element) => void;
  readonly has: (node: Node) => boolean;
  /** Whether a change of the page's tree is only that a card came or went. */
  readonly isOwnChange: (record: MutationRecord) => boolean;
};

/** Kept by the page's session and handed to who needs it: the script comes in parts, which share no module's state. */
export const createOwnHosts = (): OwnHosts => {
  const hosts = new WeakSet<Node>();
  const has = (node: Node): boolean => hosts.has(node);
  return {
    add: (element) => void hosts.add(element),
    has,
    isOwnChange: ({ addedNodes, removedNodes }) =>
      addedNodes.length + removedNodes.length > 0 &&
      [...addedNodes].every(has) &&
      [...removedNodes].every(has),
  };
};
