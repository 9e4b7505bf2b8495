/**
 * What an element is to the reader of text, by its name and a few attributes: asking for computed styles would cost
 * several times the reading itself.
 *
 * - `block`: its text is apart from what stands before and after it.
 * - `inline`: its text goes on from what stands before it.
 * - `break`: a line break.
 * - `object`: something to see that is not prose (a picture, a field, code, an editor); words end at it.
 * - `nothing`: not there for the eye (a script); words go on across it.
 */
export type ElementKind = 'block' | 'inline' | 'break' | 'object' | 'nothing';

const names: Readonly<Record<Exclude<ElementKind, 'inline'>, string>> = {
  block:
    'address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ' +
    'nav ol p search section slot summary table tbody td tfoot th thead tr ul',
  break: 'br',
  object:
    'audio canvas code embed iframe img input kbd listing marquee math meter object plaintext pre progress samp ' +
    'select svg textarea tt video xmp',
  nothing:
    'base datalist frame head link meta noembed noframes noscript rp rt script style template title',
};

const kinds = new Map<string, ElementKind>(
  Object.entries(names).flatMap(([kind, list]) =>
    list.split(' ').map((name) => [name, kind as ElementKind] as const),
  ),
);

/** What the reader is writing, and what is hidden from some or all readers. */
const apart =
  '[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i],[aria-hidden="true" i],' +
  '[role="textbox" i],[role="searchbox" i],[role="code" i],.monaco-editor,.ace_editor,.CodeMirror';

/** Attributes whose change may make another kind of an element. */
export const kindAttributes = ['contenteditable', 'aria-hidden', 'role', 'hidden', 'open'];

/** The kind of one element; what its ancestors are is not asked. A block is a border even where it is left out. */
export const kindOfElement = (element: Element): ElementKind => {
  const name = element.localName;
  // A component of its own stands apart from the text around it, unless proved otherwise.
  const kind = kinds.get(name) ?? (name.includes('-') ? 'block' : 'inline');
  if (kind !== 'inline' || !element.hasAttributes()) return kind;
  if (element.hasAttribute('hidden')) return 'nothing';
  return element.matches(apart) ? 'object' : kind;
};

/** Whether prose ends at a node. */
export const isBlock = (node: Node): boolean =>
  node.nodeType === 1 && kindOfElement(node as Element) === 'block';

/** Whether an element or one around it is left out of the reading. Keeps what it learns in `known`. */
export const isLeftOut = (element: Element, known: Map<Element, boolean>): boolean => {
  const before = known.get(element);
  if (before !== undefined) return before;
  const kind = kindOfElement(element);
  const { parentElement } = element;
  const answer =
    kind === 'object' ||
    kind === 'nothing' ||
    kind === 'break' ||
    (kind === 'block' && isApartBlock(element)) ||
    (parentElement !== null && isLeftOut(parentElement, known));
  known.set(element, answer);
  return answer;
};

const isApartBlock = (element: Element): boolean =>
  element.hasAttributes() && (element.hasAttribute('hidden') || element.matches(apart));
