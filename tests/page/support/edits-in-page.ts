import { createLook } from '../../../src/core/matching/index.ts';
import { createDecider } from '../../../src/page/decide-page.ts';
import { kindAttributes } from '../../../src/page/element-kind.ts';
import { createFirstLook, type Looked } from '../../../src/page/first-look.ts';
import { isShown } from '../../../src/page/is-shown.ts';
import { createPageReader } from '../../../src/page/page-reader.ts';
import { findShadowRoots } from '../../../src/page/shadow-roots.ts';
import { openBundledLexicon, settingsOf } from './session-in-page.ts';

/** A node to make, as fast-check draws it. */
export type Plan =
  | string
  | {
      readonly tag: string;
      readonly attribute: readonly [string, string] | null;
      readonly shadow: boolean;
      readonly children: readonly Plan[];
    };

/** An edit; numbers choose a node of the page, modulo their count. */
export type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly before: number; readonly plan: Plan }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'split'; readonly at: number }
  | { readonly kind: 'normalize' }
  | {
      readonly kind: 'attribute';
      readonly at: number;
      readonly name: string;
      readonly value: string | null;
    };

const make = (plan: Plan): Node => {
  if (typeof plan === 'string') return document.createTextNode(plan);
  const element = document.createElement(plan.tag);
  if (plan.attribute) element.setAttribute(...plan.attribute);
  const parent =
    plan.shadow && plan.tag === 'div' ? element.attachShadow({ mode: 'open' }) : element;
  parent.append(...plan.children.map(make));
  return element;
};

const nodesUnder = (root: Node): ChildNode[] =>
  [...root.childNodes].flatMap((node) => [
    node,
    ...nodesUnder(node),
    ...((node as Partial<Element>).shadowRoot
      ? nodesUnder((node as Element).shadowRoot as Node)
      : []),
  ]);

const pick = <Value>(values: readonly Value[], at: number): Value | undefined =>
  values.length > 0 ? values[at % values.length] : undefined;

export const apply = (edit: Edit): void => {
  const nodes = nodesUnder(document.body);
  const elements = [document.body, ...nodes.filter((node) => node instanceof HTMLElement)];
  const texts = nodes.filter((node) => node instanceof Text);
  if (edit.kind === 'insert') {
    const parent = pick(elements, edit.at);
    if (!parent) return;
    const into = parent.shadowRoot ?? parent;
    into.insertBefore(make(edit.plan), pick([...into.childNodes], edit.before) ?? null);
  } else if (edit.kind === 'remove') pick(nodes, edit.at)?.remove();
  else if (edit.kind === 'text') {
    const text = pick(texts, edit.at);
    if (text) text.data = edit.text;
  } else if (edit.kind === 'move') {
    const node = pick(nodes, edit.at);
    const parent = pick(elements, edit.to);
    const under = node ? nodesUnder(node) : [];
    const shadow = (node as Partial<Element> | undefined)?.shadowRoot;
    if (shadow) under.push(...nodesUnder(shadow));
    if (node && parent && node !== parent && !under.includes(parent)) parent.append(node);
  } else if (edit.kind === 'split') {
    const text = pick(texts, edit.at);
    if (text && text.length > 1) text.splitText(text.length >> 1);
  } else if (edit.kind === 'normalize') document.body.normalize();
  else {
    const element = pick(elements.slice(1), edit.at);
    if (edit.value === null) element?.removeAttribute(edit.name);
    else element?.setAttribute(edit.name, edit.value);
  }
};

const finish = <Result>(steps: Generator<void, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** What changed since it was last asked, and all roots of the page. */
const watchPage = () => {
  const observer = new MutationObserver(() => {});
  const watched = new Set<Node>();
  return () => {
    const shadows = finish(findShadowRoots(document.body, (element) => element.shadowRoot));
    for (const root of [document, ...shadows]) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: kindAttributes,
      });
    }
    return { records: observer.takeRecords(), roots: [document.body, ...shadows] };
  };
};

/** The page is one region. */
const wholePage = { few: 1_000_000, oneAtFirst: 1_000_000 };

/** A first look at this page that can be brought up to date. */
const lookOver = (onlyAboutAi: boolean) => {
  const look = createFirstLook(createLook(openBundledLexicon().packed));
  const changes = watchPage();
  return (): Looked => {
    const { records, roots } = changes();
    look.note(records);
    return finish(look.over({ roots, title: '', onlyAboutAi }));
  };
};

/** Builds a page, edits it in batches, and gives after each batch what a kept look says, and how many marks a fresh reading makes. */
export const followLook = (
  plans: readonly Plan[],
  batches: readonly (readonly Edit[])[],
  onlyAboutAi: boolean,
) => {
  document.body.replaceChildren(...plans.map(make));
  const look = lookOver(onlyAboutAi);
  look();
  return batches.map((edits) => {
    for (const edit of edits) apply(edit);
    const marks = readPage(wholePage, 'every', onlyAboutAi)().length;
    return { looked: look(), marks, html: document.body.innerHTML };
  });
};

/** A reading of this page that can be brought up to date; small regions, so that small pages have several. */
export const readPage = (
  limits: { few: number; oneAtFirst: number },
  amount: 'every' | 'section',
  onlyAboutAi = false,
) => {
  const lexicon = openBundledLexicon();
  const reader = createPageReader(lexicon, createLook(lexicon.packed).positions, limits);
  const { decide } = createDecider(lexicon);
  const changes = watchPage();
  return (): string[] => {
    const { records, roots } = changes();
    reader.note(records);
    for (const root of roots) reader.add(root);
    const reading = finish(reader.read());
    const settings = settingsOf({ amount, onlyAboutAi });
    const page = { title: '', language: 'en', ...reading, settings, isShown };
    const all = nodesUnder(document.body);
    return finish(decide(page)).anchors.map(({ annotation, range }) => {
      const at = all.indexOf(range.startContainer as Text);
      const end = all.indexOf(range.endContainer as Text);
      return `${annotation.concept} ${at}:${range.startOffset}–${end}:${range.endOffset}`;
    });
  };
};

/** What a look says of pages, and how many marks a reading makes on each. */
export const lookAndRead = (bodies: readonly string[]) =>
  bodies.map((body) => {
    document.body.innerHTML = body;
    const looked = lookOver(true)();
    return { looked, marks: readPage(wholePage, 'every', true)().length };
  });

/** Builds a page, edits it in batches, and gives after each batch what is marked and what a fresh reading would. */
export const followEdits = (
  plans: readonly Plan[],
  batches: readonly (readonly Edit[])[],
  amount: 'every' | 'section',
): { readonly kept: string[]; readonly fresh: string[]; readonly html: string }[] => {
  document.body.replaceChildren(...plans.map(make));
  const follow = readPage({ few: 3, oneAtFirst: 0 }, amount);
  follow();
  return batches.map((edits) => {
    for (const edit of edits) apply(edit);
    const kept = follow();
    return {
      kept,
      fresh: readPage(wholePage, amount)(),
      html: document.body.innerHTML,
    };
  });
};
