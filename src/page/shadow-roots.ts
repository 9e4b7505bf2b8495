/** The elements of HTML itself that may have one (DOM, `attachShadow`). */
const plain =
  'div,span,p,section,article,header,footer,main,nav,aside,blockquote,h1,h2,h3,h4,h5,h6,body';

/** Other elements, the commonest first: what is none of these has a name of its own, or is rare. */
const never =
  'a,li,img,br,path,b,strong,i,em,td,tr,ul,svg,svg *,input,script,option,label,button,dd,dt,dl,form,iframe,table,' +
  'tbody,th,thead,tfoot,time,style,link,meta,noscript,ol,picture,source,pre,code,figure,figcaption,abbr,cite,hr,' +
  'optgroup,select,small,sub,summary,sup,textarea,u,video';

const own = `:not(${plain},${never})`;

/** Of the plain ones, what may get one without a change around it. */
const empty = `:is(${plain}):empty`;

/**
 * Shadow roots at and under an element, open ones and those that `shadowRootOf` opens, in steps. No selector finds
 * hosts, so every element that could be one is asked: those with names of their own, then the plain ones; looking again,
 * of these the empty ones.
 */
export function* findShadowRoots(
  root: Element | ShadowRoot,
  shadowRootOf: (element: Element) => ShadowRoot | null,
  { isAgain = false }: { readonly isAgain?: boolean } = {},
): Generator<void, readonly ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  const ask = (element: Element): void => {
    const shadow = shadowRootOf(element);
    if (shadow) found.push(shadow);
  };
  if (root.nodeType === 1 && !(root as Element).matches(never)) ask(root as Element);
  let asked = 0;
  for (const selector of [own, isAgain ? empty : plain]) {
    for (const element of root.querySelectorAll(selector)) {
      ask(element);
      if ((++asked & 255) === 0) yield;
    }
    yield;
  }
  for (const shadow of [...found]) found.push(...(yield* findShadowRoots(shadow, shadowRootOf)));
  return found;
}
