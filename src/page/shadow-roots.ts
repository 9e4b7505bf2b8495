/** Elements that can have none, so that only the rest is asked. */
const never =
  'a,abbr,b,br,button,cite,code,dd,dl,dt,em,figcaption,figure,form,hr,i,iframe,img,input,label,li,link,meta,' +
  'noscript,ol,optgroup,option,path,picture,pre,script,select,small,source,strong,style,sub,summary,sup,svg,svg *,' +
  'table,tbody,td,textarea,tfoot,th,thead,time,tr,u,ul,video';

/**
 * Shadow roots at and under an element, open ones and those that `shadowRootOf` opens, in steps. No selector finds
 * hosts, so every element that could be one is asked.
 */
export function* findShadowRoots(
  root: Element | ShadowRoot,
  shadowRootOf: (element: Element) => ShadowRoot | null,
): Generator<void, readonly ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  const ask = (element: Element): void => {
    const shadow = shadowRootOf(element);
    if (shadow) found.push(shadow);
  };
  if (root.nodeType === 1 && (root as Element).matches(`:not(${never})`)) ask(root as Element);
  let asked = 0;
  for (const element of root.querySelectorAll(`:not(${never})`)) {
    ask(element);
    if ((++asked & 255) === 0) yield;
  }
  for (const shadow of [...found]) found.push(...(yield* findShadowRoots(shadow, shadowRootOf)));
  return found;
}
