/**
 * Elements that carry our own cards. They are none of the page: reading one would mark the card's own words, and a range
 * on them in `CSS.highlights`, which the page can read, would lead the page into the card's closed shadow root.
 */
const hosts = new WeakSet<Node>();

export const addOwnHost = (element: Element): void => {
  hosts.add(element);
};

export const isOwnHost = (node: Node): boolean => hosts.has(node);

/** Whether a change of the page's tree is only that a card came or went. */
export const isOwnChange = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  addedNodes.length + removedNodes.length > 0 &&
  [...addedNodes].every(isOwnHost) &&
  [...removedNodes].every(isOwnHost);
