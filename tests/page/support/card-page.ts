import glossary from 'virtual:newsgloss/glossary';
import type { ConceptId } from '../../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../../src/core/knowledge/glossary.ts';
import { readEntry } from '../../../src/core/knowledge/read-entry.ts';
import { type Anchor, rectsOfAnchor } from '../../../src/page/anchor.ts';
import { type CardHandle, startCard } from '../../../src/page/start-card.ts';
import { testLabels } from './test-labels.ts';

export { nextCard } from './card-timing.ts';

/** What the card did, for tests to read. */
export const calls: unknown[][] = [];
export let handle: CardHandle;
export let controller: AbortController;

/** The card's closed root, kept by looking over its shoulder: a page that came later could not. */
export let root: ShadowRoot | undefined;
let mode: ShadowRootMode | undefined;
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const made = attachShadow.call(this, { ...init, mode: mode ?? init.mode });
  if (init.mode === 'closed') root = made;
  return made;
};

/** Lets what judges from outside (axe) look into a card started after this. */
export const openUp = (): void => {
  mode = 'open';
};

/** The first element of the card with this accessible name or text, or that a selector finds. */
const part = (name: string): Element | undefined => {
  const named = [...(root?.querySelectorAll('button, a, [role]') ?? [])].find(
    (one) => (one.getAttribute('title') || one.textContent)?.trim() === name,
  );
  return named ?? (/^[.[#]/.test(name) ? (root?.querySelector(name) ?? undefined) : undefined);
};

/** Where a part of the card is, scrolled into its view. */
export const boxOf = (name: string): DOMRect | undefined => {
  const found = part(name);
  found?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return found?.getBoundingClientRect();
};

export const textOf = (name: string): string | undefined => part(name)?.textContent ?? undefined;

/** Waits until what was set in motion has been laid out and painted. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

const anchors: Anchor[] = [];
const listeners: (() => void)[] = [];

/** Every `<i data-concept>` of the page is a mark; the session answers from their boxes. */
const readMarks = () => {
  anchors.length = 0;
  for (const element of allMarked(document)) {
    const text = element.firstChild;
    const last = element.lastChild;
    if (!text || !last) continue;
    const surface = element.textContent ?? '';
    anchors.push({
      annotation: {
        start: 0,
        end: surface.length,
        surface,
        concept: element.dataset.concept ?? '',
        reason: { rule: 'evidence', cues: ['open-source', 'chips'], score: 1, threshold: 0.5 },
      },
      range: new StaticRange({
        startContainer: text,
        startOffset: 0,
        endContainer: last,
        endOffset: last.textContent?.length ?? 0,
      }),
      block: {
        text: surface,
        element: element.parentElement ?? element,
        nodes: [],
        starts: [],
      },
    });
  }
};

const allMarked = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-concept]'),
];

export const changeMarks = (): void => {
  readMarks();
  for (const listener of listeners) listener();
};

const hitTest = (x: number, y: number): Anchor | undefined => {
  const top = document.elementFromPoint(x, y)?.closest('[data-concept]');
  return anchors.find(
    (anchor) =>
      anchor.range.startContainer.parentElement === top &&
      rectsOfAnchor(anchor).some(
        ({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom,
      ),
  );
};

const madeUp = (count: number): typeof glossary.entries =>
  Array.from({ length: count }, (_, i) => ({
    ...(glossary.entries[i % glossary.entries.length] as (typeof glossary.entries)[number]),
    id: `made-up-${i}`,
    prefLabel: `Made up ${i}`,
  }));

/** Starts a card over the page, with the bundled knowledge or the readings given. */
export const start = ({
  delay = 400,
  readings = {},
  latency = 0,
  entries = 0,
}: {
  delay?: number;
  readings?: Readonly<Record<ConceptId, EntryReading>>;
  latency?: number;
  /** So many entries are installed beside the bundled ones. */
  entries?: number;
} = {}): void => {
  const installed = { ...glossary, entries: [...glossary.entries, ...madeUp(entries)] };
  readMarks();
  controller = new AbortController();
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  handle = startCard({
    document,
    session: {
      hitTest,
      current: (anchor) =>
        anchors.find(({ range }) => range.startContainer === anchor.range.startContainer),
      walk(direction, from) {
        const at = from ? anchors.indexOf(from) : direction === 'next' ? -1 : anchors.length;
        const step = direction === 'next' ? 1 : -1;
        return anchors.at((at + step) % anchors.length);
      },
      show(anchor, signal) {
        const element = anchor.range.startContainer.parentElement;
        element?.scrollIntoView({ block: 'center' });
        calls.push(['show', anchor.annotation.surface]);
        signal?.addEventListener('abort', () => calls.push(['ring-off']));
      },
      addOwnHost: () => {},
      onChange: (listener) => void listeners.push(listener),
    },
    labels: testLabels,
    settings: { card: { delay } },
    async loadEntry(id) {
      calls.push(['load', id]);
      if (latency) await new Promise((resolve) => setTimeout(resolve, latency));
      return readings[id] ?? readEntry(installed, id);
    },
    actions: {
      know: note('know'),
      undoKnow: note('undoKnow'),
      correct: note('correct'),
      undoCorrect: note('undoCorrect'),
      openInGlossary: note('openInGlossary'),
    },
    signal: controller.signal,
  });
};
