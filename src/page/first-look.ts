import type { Forms, Scanner } from '../core/matching/index.ts';
import { edgeOf } from './block-around.ts';
import { countElements } from './count-elements.ts';
import { isBlock } from './element-kind.ts';

/** Why a page need not be read, or that it is to be read: something may stand there. */
export type Looked = 'nothing' | 'not-about-ai' | 'something';

export type PageToLookOver = {
  /** The body, and the shadow roots that are known. */
  readonly roots: readonly (Element | ShadowRoot)[];
  readonly title: string;
  readonly onlyAboutAi: boolean;
};

/**
 * What most pages cost: their text as one native string, and one or two expressions looked for in it. Nothing is built,
 * and after a change only what was changed is looked at. Says `something` wherever reading would find something.
 */
export type FirstLook = {
  readonly over: (page: PageToLookOver) => Generator<void, Looked>;
  readonly note: (records: readonly MutationRecord[]) => void;
};

/** A page of more elements is read in parts at once: its whole text would be one step of many milliseconds. */
const mostElements = 6_000;

/** So much text (UTF-16) is looked at in one step, and so far a form may reach beyond it. */
const piece = 0x10000;
const reach = 256;

export const createFirstLook = (forms: Forms, scanner: Scanner): FirstLook => {
  const touched = new Set<Node>();
  let before: { readonly page: PageToLookOver; readonly answer: Looked } | undefined;

  function* holdsForm(node: Node): Generator<void, boolean> {
    const gaps = (node as ParentNode & Node).querySelector?.('br') ? 'lost' : 'kept';
    return yield* holds(node.textContent ?? '', (text) => scanner.test(text, gaps));
  }
  function* holdsAi(nodes: Iterable<Node>, title: string): Generator<void, boolean> {
    if (forms.mayHoldAi(title)) return true;
    for (const node of nodes) {
      if (yield* holds(node.textContent ?? '', forms.mayHoldAi)) return true;
    }
    return false;
  }
  function* anew({ roots, title, onlyAboutAi }: PageToLookOver): Generator<void, Looked> {
    let isForm = false;
    for (const root of roots) {
      if (countElements(root, mostElements) > mostElements) return 'something';
      isForm ||= yield* holdsForm(root);
      yield;
    }
    if (!isForm) return 'nothing';
    return !onlyAboutAi || (yield* holdsAi(roots, title)) ? 'something' : 'not-about-ai';
  }
  /** Whether what changed since leaves the last answer as it is. */
  function* still(last: Looked, page: PageToLookOver): Generator<void, boolean> {
    if (last === 'something') return true;
    if (last === 'not-about-ai') return !(yield* holdsAi(touched, page.title));
    for (const node of touched) {
      if (yield* holdsForm(node)) return false;
      yield;
    }
    return true;
  }

  return {
    note: (records) => {
      for (const record of records) {
        for (const node of touchedBy(record)) touched.add(node);
      }
    },
    over: function* (page) {
      const isSame = before && isAlike(before.page, page) && (yield* still(before.answer, page));
      touched.clear();
      const answer = before && isSame ? before.answer : yield* anew(page);
      before = { page, answer };
      return answer;
    },
  };
};

const isAlike = (before: PageToLookOver, now: PageToLookOver): boolean =>
  before.onlyAboutAi === now.onlyAboutAi &&
  before.roots.length === now.roots.length &&
  before.roots.every((root, at) => root === now.roots[at]);

/** Where a change may have made words: the blocks that came, or the block that has another text than before. */
const touchedBy = ({ type, target, addedNodes, removedNodes }: MutationRecord): readonly Node[] => {
  if (type === 'attributes') return [];
  const added = [...addedNodes];
  if (type === 'childList' && removedNodes.length === 0 && added.every(isBlock)) return added;
  return [edgeOf(target.nodeType === 1 ? (target.firstChild ?? target) : target)];
};

function* holds(text: string, test: (text: string) => boolean): Generator<void, boolean> {
  for (let from = 0; from < text.length; from += piece) {
    if (test(from === 0 && text.length <= piece ? text : text.slice(from, from + piece + reach))) {
      return true;
    }
    if (from + piece < text.length) yield;
  }
  return false;
}
