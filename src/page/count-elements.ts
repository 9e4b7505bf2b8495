/**
 * How many elements stand under a node, counted no further than to `most` + 1: whoever wants to know whether a page is
 * large need not walk over all of a large one.
 */
export const countElements = (root: ParentNode, most: number): number => {
  const isElement = 'getElementsByTagName' in root;
  const all = isElement ? (root as Element).getElementsByTagName('*') : root.querySelectorAll('*');
  return isElement && all.item(most) ? most + 1 : all.length;
};
