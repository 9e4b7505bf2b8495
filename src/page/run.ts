import { isLeftOut, kindOfElement } from './element-kind.ts';
import { scripts, scriptUnitsUnder } from './script-units.ts';

/** Consecutive children of one parent, read as one text: nothing of the page's prose goes on beyond its ends. */
export type Run = {
  readonly parent: Element | ShadowRoot;
  readonly first: ChildNode;
  readonly last: ChildNode;
};

/** Text and CDATA sections: exactly what textContent is made of. */
export const textNodes = 4 | 8;

/** What begins a section. */
export const headingSelector = 'h1,h2,h3,h4,h5,h6,[role="heading" i]';

/** The run's text as the page's nodes hold it, hidden parts and scripts included. */
export const textOfRun = (run: Run): string => {
  if (isWholeParent(run)) return run.parent.textContent ?? '';
  let text = '';
  for (const node of nodesOf(run)) {
    if (node.nodeType !== 8 && node.nodeType !== 7) text += node.textContent ?? '';
  }
  return text;
};

/** How much of the run's text is none to read. */
export const scriptUnits = (run: Run): number => {
  if (isWholeParent(run)) return scriptUnitsUnder(run.parent);
  let units = 0;
  for (const node of nodesOf(run)) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (element.matches(scripts)) units += element.textContent?.length ?? 0;
    else if (element.firstElementChild) units += scriptUnitsUnder(element);
  }
  return units;
};

/** A `<br>` is a gap between words, and leaves nothing in the text of its parent. */
export const hasBreaks = (run: Run): boolean => {
  if (isWholeParent(run)) return run.parent.querySelector('br') !== null;
  for (const node of nodesOf(run)) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (element.localName === 'br') return true;
    if (element.firstElementChild && element.querySelector('br')) return true;
  }
  return false;
};

/** Whether the run is all that its parent holds: then one native call answers for it. */
const isWholeParent = ({ first, last }: Run): boolean =>
  !first.previousSibling && !last.nextSibling;

function* nodesOf({ first, last }: Run): Generator<ChildNode, void> {
  for (let node: ChildNode | null = first; node; node = node.nextSibling) {
    yield node;
    if (node === last) return;
  }
}

/** The last text of a run: where the walk ends. */
export const lastText = ({ parent, last }: Run): Node | null => {
  if (!last.nextSibling || last.nodeType === 3) return last;
  const walker = parent.ownerDocument.createTreeWalker(last, textNodes);
  return walker.lastChild() ? deepest(walker) : null;
};

const deepest = (walker: TreeWalker): Node => {
  while (walker.lastChild());
  return walker.currentNode;
};

/**
 * The first text of each heading in the run, in document order: what the walk compares itself with. Headings that are
 * left out, or stand within a line, begin no section.
 */
export const headingTexts = (run: Run, leftOut: Map<Element, boolean>): readonly Text[] => {
  const found: Element[] = [];
  if (isWholeParent(run)) found.push(...run.parent.querySelectorAll(headingSelector));
  else {
    for (const node of nodesOf(run)) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.matches(headingSelector)) found.push(element);
      if (element.firstElementChild) found.push(...element.querySelectorAll(headingSelector));
    }
  }
  const texts: Text[] = [];
  for (const heading of found) {
    if (kindOfElement(heading) !== 'block' || isLeftOut(heading, leftOut)) continue;
    const first = heading.ownerDocument.createTreeWalker(heading, textNodes).nextNode();
    if (first) texts.push(first as Text);
  }
  return texts;
};
