import { createScanner, type Lexicon } from '../core/matching/index.ts';
import { afterFrame } from './after-frame.ts';
import type { Anchor } from './anchor.ts';
import { createDecider, type PageDecision, undecided } from './decide-page.ts';
import { type Highlighter, startHighlighter } from './highlighter.ts';
import { type AnchorIndex, indexAnchors } from './hit-test.ts';
import { isShown } from './is-shown.ts';
import { anchorsNearViewport } from './near-viewport.ts';
import { isOwnChange } from './own-hosts.ts';
import { createPace } from './pace.ts';
import { createPageReader } from './page-reader.ts';
import type { PageSettings } from './page-session.ts';
import { findShadowRoots } from './shadow-roots.ts';
import { watchBlocks } from './watch-blocks.ts';
import { type ViewportWatch, watchViewport } from './watch-viewport.ts';

export type Marking = {
  readonly update: (settings: PageSettings) => void;
  readonly decision: () => PageDecision;
  readonly index: () => AnchorIndex;
  readonly highlighter: Highlighter;
  readonly shadowRoots: () => ShadowRoot[];
};

export type MarkingStart = {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly settings: PageSettings;
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** The rules of the marks, where the browser asks for them in each shadow root. */
  readonly shadowRules?: string | undefined;
  readonly onDecided: () => void;
};

/** Later looks for shadow roots that appeared without a change of the page around them, in ms after the start. */
const laterLooks = [1000, 4000];

/** A page in the background makes no frames: so long one is waited for, in ms. */
const longestFrame = 100;

/**
 * Reads a document, paints what is to be marked and follows every change, until the signal aborts. One loop: what is
 * stale is read, the page decided, what is near painted; then a pause in proportion to what that cost.
 */
export const startMarking = (start: MarkingStart, signal: AbortSignal): Marking => {
  const { document, lexicon, shadowRootOf } = start;
  const scanner = createScanner(lexicon);
  const reader = createPageReader(lexicon, (text, gaps) => scanner.positions(text, gaps));
  const { decide, decideFirst } = createDecider(lexicon);
  const highlighter = startHighlighter(signal);
  const pace = createPace(signal);
  let { settings } = start;
  let decision = undecided('reading');
  let index = indexAnchors([]);
  let isStale = true;
  let isRunning = false;
  const unsearched = new Set<Element | ShadowRoot>();

  const paint = (): void => {
    const height = document.defaultView?.innerHeight ?? 0;
    const near = anchorsNearViewport(decision.anchors, height).filter(isTrue);
    highlighter.paint(near, settings.marking);
  };
  /** Watched only once there is something to show. */
  let viewport: ViewportWatch | undefined;
  const follow = ({ anchors, hidden }: PageDecision): void => {
    if (!viewport && anchors.length + hidden.length === 0) return;
    viewport ??= watchViewport(document, { onMoved: paint, onAppeared: () => wake() }, signal);
    viewport.hidden(hidden);
  };

  const around = () => ({
    title: document.title,
    language: document.documentElement.lang,
    settings,
    isShown,
  });
  function* first(): Generator<void, readonly Anchor[]> {
    const { body } = document;
    if (!body || document.designMode === 'on' || document.defaultView?.scrollY !== 0) return [];
    const records = yield* reader.readFirst(body);
    return records ? yield* decideFirst({ ...around(), records }) : [];
  }
  /** What is sure to be marked near the top of a long page does not wait for the rest of it, nor its frame for us. */
  const showFirst = async (): Promise<void> => {
    const anchors = await pace.run(first());
    if (signal.aborted || !anchors || anchors.length === 0) return;
    decision = { ...decision, anchors };
    index = indexAnchors(anchors);
    paint();
    await new Promise<void>((resolve) => {
      afterFrame(resolve, signal);
      setTimeout(resolve, longestFrame);
    });
  };

  function* pass(): Generator<void, PageDecision> {
    const { body } = document;
    // What may be edited anywhere is all the reader's own writing.
    if (!body || document.designMode === 'on') return undecided('nothing');
    reader.add(body);
    const reading = yield* reader.read();
    return yield* decide({ ...reading, ...around() });
  }
  const run = async (): Promise<void> => {
    isRunning = true;
    if (decision.status === 'reading') await showFirst();
    while (isStale && !signal.aborted) {
      isStale = false;
      const next = await pace.run(pass());
      if (!next) return;
      decision = next;
      index = indexAnchors(decision.anchors);
      paint();
      follow(decision);
      start.onDecided();
      await pace.run(index.steps());
      await pace.run(search());
      if (signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, pace.pause()));
    }
    isRunning = false;
  };
  const wake = (): void => {
    isStale = true;
    if (!isRunning && !signal.aborted) void run();
  };

  /** Looks for shadow roots in what is new. */
  function* search(): Generator<void, void> {
    for (const root of [...unsearched]) {
      unsearched.delete(root);
      if (!root.isConnected) continue;
      for (const shadow of yield* findShadowRoots(root, shadowRootOf)) open(shadow);
    }
  }
  const opened = new WeakSet<ShadowRoot>();
  const open = (shadow: ShadowRoot): void => {
    reader.add(shadow);
    if (!opened.has(shadow)) {
      opened.add(shadow);
      watchBlocks(shadow, onRecords, signal);
      if (start.shadowRules !== undefined) adoptRules(shadow, start.shadowRules, signal);
    }
    isStale = true;
  };
  const searchAgain = (): void => {
    if (document.body) unsearched.add(document.body);
    if (!isRunning) void pace.run(search()).then(() => isStale && wake());
  };

  const onRecords = (all: readonly MutationRecord[]): void => {
    const records = all.filter((record) => !isOwnChange(record));
    if (records.length === 0) return;
    reader.note(records);
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') {
        highlighter.erase(index.on(target as Text).filter((anchor) => !isTrue(anchor)));
      }
      for (const node of addedNodes) if (node.nodeType === 1) unsearched.add(node as Element);
    }
    wake();
  };
  watchBlocks(document, onRecords, signal);
  document.defaultView?.addEventListener('load', wake, { signal });
  document.defaultView?.addEventListener('pageshow', wake, { signal });
  const timers = laterLooks.map((delay) => setTimeout(searchAgain, delay));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  if (document.body) unsearched.add(document.body);
  void run();

  return {
    update: (next) => {
      settings = next;
      wake();
    },
    decision: () => decision,
    index: () => index,
    highlighter,
    shadowRoots: () =>
      reader.roots().filter((root): root is ShadowRoot => root instanceof ShadowRoot),
  };
};

/** Whether the text under an anchor is still what was annotated, as far as one node can tell. */
const isTrue = ({ range, annotation }: Anchor): boolean => {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return false;
  if (startContainer !== endContainer) return true;
  return (startContainer as Text).data.slice(startOffset, endOffset) === annotation.surface;
};

/** Firefox paints a highlight in a shadow root only by rules of that root. */
const adoptRules = (root: ShadowRoot, rules: string, signal: AbortSignal): void => {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  });
};
