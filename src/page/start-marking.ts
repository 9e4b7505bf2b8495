import { createLook, type PackedLook } from '../core/matching/index.ts';
import type { Anchor } from './anchor.ts';
import { createFirstLook } from './first-look.ts';
import { type AnchorIndex, indexAnchors } from './hit-test.ts';
import type { Marker, MarkingKit } from './marker.ts';
import type { OwnHosts } from './own-hosts.ts';
import { createPace } from './pace.ts';
import { type PageDecision, undecided } from './page-decision.ts';
import type { PageSettings } from './page-session.ts';
import { findShadowRoots } from './shadow-roots.ts';
import { watchBlocks } from './watch-blocks.ts';

export type Marking = {
  readonly update: (settings: PageSettings) => void;
  readonly decision: () => PageDecision;
  readonly index: () => AnchorIndex;
  readonly ring: (anchor: Anchor) => void;
  readonly unring: (anchor: Anchor) => void;
  readonly shadowRoots: () => ShadowRoot[];
};

export type MarkingStart = {
  readonly document: Document;
  readonly look: PackedLook;
  /** Asked for when the first look says that something may stand there. Undefined where nobody answers. */
  readonly loadKit: () => Promise<MarkingKit | undefined>;
  readonly ownHosts: OwnHosts;
  readonly settings: PageSettings;
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** The rules of the marks, where the browser asks for them in each shadow root. */
  readonly shadowRules?: string | undefined;
  /** Marks came or went, or there is an answer why there are none. */
  readonly onDecided: () => void;
};

/** Later looks for shadow roots that appeared without a change of the page around them, in ms after the start. */
const laterLooks = [1000, 4000];

/**
 * Looks over a document, marks it if something may stand there, and follows every change, until the signal aborts. One
 * loop: what is stale is looked at, or read, decided and painted; then a pause in proportion to what that cost.
 */
export const startMarking = (start: MarkingStart, signal: AbortSignal): Marking => {
  const { document, ownHosts } = start;
  const shadowRootOf = (element: Element): ShadowRoot | null =>
    ownHosts.has(element) ? null : start.shadowRootOf(element);
  const pace = createPace(signal);
  const quick = createLook(start.look);
  const look = createFirstLook(quick);
  let { settings } = start;
  /** What is known before there is a marker. */
  let quiet = undecided('reading');
  let marker: Marker | undefined;
  let isStale = true;
  let isRunning = false;
  /** The shadow roots of the page; those that are watched, which may come back. */
  const shadows = new Set<ShadowRoot>();
  const watched = new WeakSet<ShadowRoot>();
  /** Where shadow roots are to be looked for, and whether they were before. */
  const unsearched = new Map<Element, boolean>();

  /** What the first look says; undefined once the signal has aborted, or where a marker has to read. */
  const lookOver = async (): Promise<PageDecision | undefined> => {
    const { body, title } = document;
    if (!body) return undecided('nothing');
    for (const shadow of shadows) if (!shadow.isConnected) shadows.delete(shadow);
    const { onlyAboutAi } = settings.marking;
    const looked = await pace.run(look.over({ roots: [body, ...shadows], title, onlyAboutAi }));
    return looked && looked !== 'something' ? undecided(looked) : undefined;
  };
  const openMarker = async (): Promise<Marker | undefined> => {
    const kit = await start.loadKit();
    if (!kit || signal.aborted) return undefined;
    const { createMarker, lexicon } = kit;
    const chosen = { pace, settings: () => settings, onAppeared: () => wake() };
    marker = createMarker({ document, look: quick, lexicon, ...chosen }, signal);
    for (const shadow of shadows) marker.add(shadow);
    await marker.showFirst(start.onDecided);
    return marker;
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isStale && !signal.aborted) {
      isStale = false;
      const looked = marker ? undefined : await lookOver();
      if (signal.aborted) return;
      const opened = looked ? undefined : (marker ?? (await openMarker()));
      if (signal.aborted || (opened && !(await opened.mark()))) return;
      if (!opened) quiet = looked ?? undecided('nothing');
      start.onDecided();
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

  function* search(): Generator<void, void> {
    for (const [root, isAgain] of [...unsearched]) {
      unsearched.delete(root);
      if (!root.isConnected) continue;
      for (const shadow of yield* findShadowRoots(root, shadowRootOf, { isAgain })) open(shadow);
    }
  }
  const open = (shadow: ShadowRoot): void => {
    marker?.add(shadow);
    shadows.add(shadow);
    if (!watched.has(shadow)) {
      watched.add(shadow);
      watchBlocks(shadow, onRecords, signal);
      if (start.shadowRules !== undefined) adoptRules(shadow, start.shadowRules, signal);
    }
    isStale = true;
  };
  const searchAgain = (): void => {
    if (document.body && !unsearched.has(document.body)) unsearched.set(document.body, true);
    if (!isRunning) void pace.run(search()).then(() => isStale && wake());
  };

  const onRecords = (all: readonly MutationRecord[]): void => {
    const records = all.filter((record) => !ownHosts.isOwnChange(record));
    if (records.length === 0) return;
    (marker ?? look).note(records);
    for (const { addedNodes } of records) {
      for (const node of addedNodes)
        if (node.nodeType === 1) unsearched.set(node as Element, false);
    }
    wake();
  };
  watchBlocks(document, onRecords, signal);
  document.defaultView?.addEventListener('load', wake, { signal });
  document.defaultView?.addEventListener('pageshow', wake, { signal });
  const timers = laterLooks.map((delay) => setTimeout(searchAgain, delay));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  if (document.body) unsearched.set(document.body, false);
  void run();

  return {
    update: (next) => {
      settings = next;
      wake();
    },
    decision: () => marker?.decision() ?? quiet,
    index: () => marker?.index() ?? indexAnchors([]),
    ring: (anchor) => marker?.highlighter.ring(anchor),
    unring: (anchor) => marker?.highlighter.unring(anchor),
    shadowRoots: () => [...shadows].filter((shadow) => shadow.isConnected),
  };
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
