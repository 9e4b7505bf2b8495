import { fewestWords, type Look } from '../core/matching/index.ts';
import { edgeOf } from './block-around.ts';
import { countElements } from './count-elements.ts';
import { isBlock } from './element-kind.ts';
import { scriptUnitsUnder } from './script-units.ts';

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

/** What holds more elements is looked at child by child: its whole text would be one step of many milliseconds. */
const mostElements = 6_000;

/** About so much text (UTF-16 units) is looked at in one step, and so far a form may reach beyond it. */
const piece = 0x10000;
const reach = 256;

/**
 * A flat text lacks the borders of blocks, where a word in small letters is glued to the one before and not seen. Of the
 * words of AI on a page, at most every second is taken to stand so.
 */
const missed = 2;

export const createFirstLook = ({ test, countAi }: Look): FirstLook => {
  const touched = new Set<Node>();
  let before: { readonly page: PageToLookOver; readonly answer: Looked } | undefined;
  /** Words of AI on a page that is not about it: whether there are enough is for the whole page to say. */
  let strays = 0;

  const holdsForm = (node: Node): Generator<void, boolean> => {
    const gaps = (node as ParentNode & Node).querySelector?.('br') ? 'lost' : 'kept';
    return holds(node, (text) => test(text, gaps));
  };
  const holdsAi = (node: Node): Generator<void, boolean> =>
    holds(node, (text) => countAi(text, 1) > 0);
  function* mayBeAboutAi({ roots, title }: PageToLookOver): Generator<void, boolean> {
    strays = 0;
    if (countAi(title, 1) > 0) return true;
    let units = 0;
    for (const root of roots) {
      for (const { text, fresh } of piecesUnder(root)) {
        strays += countAi(text);
        units += fresh;
        if (strays * missed >= fewestWords(units)) return true;
        yield;
      }
    }
    if (strays === 0) return false;
    for (const root of roots) units -= scriptUnitsUnder(root);
    return strays * missed >= fewestWords(units);
  }
  function* anew(page: PageToLookOver): Generator<void, Looked> {
    // Most pages have a word that is a form to some sense; few have some of AI.
    if (page.onlyAboutAi && !(yield* mayBeAboutAi(page))) return 'not-about-ai';
    for (const root of page.roots) {
      if (yield* holdsForm(root)) return 'something';
    }
    return 'nothing';
  }
  /** Whether what changed since leaves the last answer as it is. */
  function* still(last: Looked): Generator<void, boolean> {
    if (last === 'something') return true;
    if (last === 'not-about-ai' && strays > 0) return touched.size === 0;
    for (const node of touched) {
      if (yield* last === 'nothing' ? holdsForm(node) : holdsAi(node)) return false;
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
      const isSame = before && isAlike(before.page, page) && (yield* still(before.answer));
      touched.clear();
      const answer = before && isSame ? before.answer : yield* anew(page);
      before = { page, answer };
      return answer;
    },
  };
};

const isAlike = (before: PageToLookOver, now: PageToLookOver): boolean =>
  before.onlyAboutAi === now.onlyAboutAi &&
  before.title === now.title &&
  before.roots.length === now.roots.length &&
  before.roots.every((root, at) => root === now.roots[at]);

/** Where a change may have made words: the blocks that came, or the block that has another text than before. */
const touchedBy = ({ type, target, addedNodes, removedNodes }: MutationRecord): readonly Node[] => {
  if (type === 'attributes') return [];
  const added = [...addedNodes];
  if (type === 'childList' && removedNodes.length === 0 && added.every(isBlock)) return added;
  return [edgeOf(target.nodeType === 1 ? (target.firstChild ?? target) : target)];
};

/** Whether some piece of the text under a node passes. */
function* holds(node: Node, passes: (text: string) => boolean): Generator<void, boolean> {
  for (const { text } of piecesUnder(node)) {
    if (passes(text)) return true;
    yield;
  }
  return false;
}

type Piece = {
  readonly text: string;
  /** Units of it that no piece had before. */
  readonly fresh: number;
};

/** The text under a node in pieces, none of them long; they overlap, so that nothing is cut. */
function* piecesUnder(node: Node): Generator<Piece, void> {
  let before = '';
  for (const part of textsUnder(node)) {
    if (part === '') continue;
    const text = before + part;
    for (let from = 0; from < text.length; from += piece) {
      const old = from === 0 ? before.length : 0;
      const fresh = Math.min(piece, text.length - from) - old;
      yield { text: text.slice(from, from + piece + reach), fresh };
    }
    before = text.slice(-reach);
  }
}

/** The text under a node, in parts that follow one another: in one native call where it is small. */
function* textsUnder(node: Node): Generator<string, void> {
  if (isSmall(node)) return yield node.textContent ?? '';
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!isSmall(child)) {
      yield text;
      text = '';
      yield* textsUnder(child);
    } else if (child.nodeType === 1 || child.nodeType === 3) text += child.textContent;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  yield text;
}

const isSmall = (node: Node): boolean =>
  !(node as Partial<Element>).firstElementChild ||
  countElements(node as Element, mostElements) <= mostElements;
