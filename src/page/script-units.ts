/** What holds text that is none to read. */
export const scripts = 'script,style,noscript';

/** How much of the text under a node is none to read, in UTF-16 units. */
export const scriptUnitsUnder = (node: ParentNode): number => {
  let units = 0;
  for (const { textContent } of node.querySelectorAll(scripts)) units += textContent?.length ?? 0;
  return units;
};
