import { type Look, openLexicon, type PackedLexicon } from '../core/matching/index.ts';
import { afterFrame } from './after-frame.ts';
import type { Anchor } from './anchor.ts';
import { createDecider } from './decide-page.ts';
import { type Highlighter, startHighlighter } from './highlighter.ts';
import { type AnchorIndex, indexAnchors } from './hit-test.ts';
import { isShown } from './is-shown.ts';
import { anchorsNearViewport } from './near-viewport.ts';
import type { Pace } from './pace.ts';
import { type PageDecision, undecided } from './page-decision.ts';
import { createPageReader, type PageReading } from './page-reader.ts';
import type { PageSettings } from './page-session.ts';
import { type ViewportWatch, watchViewport } from './watch-viewport.ts';

export type MarkerStart = {
  readonly document: Document;
  readonly look: Look;
  readonly lexicon: PackedLexicon;
  /** The reader's choices, as they are now. */
  readonly settings: () => PageSettings;
  readonly pace: Pace;
  /** Something that was hidden has appeared. */
  readonly onAppeared: () => void;
};

/** What reads, decides and paints a page on which something may stand. */
export type Marker = {
  /** What is sure to be marked near the top of a long page does not wait for the rest of it, nor its frame for us. */
  readonly showFirst: (onShown: () => void) => Promise<void>;
  /** Reads what is stale, decides, and paints what is near; undefined once the signal has aborted. */
  readonly mark: () => Promise<PageDecision | undefined>;
  readonly add: (root: Element | ShadowRoot) => void;
  readonly note: (records: readonly MutationRecord[]) => void;
  readonly index: () => AnchorIndex;
  readonly decision: () => PageDecision;
  readonly highlighter: Highlighter;
};

/** A page in the background makes no frames: so long one is waited for, in ms. */
const longestFrame = 100;

export type CreateMarker = (start: MarkerStart, signal: AbortSignal) => Marker;

/** What only a page needs on which something may stand: code, and what is known. Whoever starts marking says where to get it. */
export type MarkingKit = { readonly createMarker: CreateMarker; readonly lexicon: PackedLexicon };

export const createMarker: CreateMarker = (start, signal) => {
  const { document, look, pace } = start;
  const lexicon = openLexicon(start.lexicon);
  const reader = createPageReader(lexicon, look.positions);
  const decider = createDecider(lexicon);
  const highlighter = startHighlighter(signal);
  let decision = undecided('reading');
  let index = indexAnchors([]);

  const paint = (): void => {
    const height = document.defaultView?.innerHeight ?? 0;
    const near = anchorsNearViewport(decision.anchors, height).filter(isTrue);
    highlighter.paint(near, start.settings().marking);
  };
  /** Watched only once there is something to show. */
  let viewport: ViewportWatch | undefined;
  function* show(next: PageDecision): Generator<void, void> {
    decision = next;
    const shown = indexAnchors(decision.anchors);
    index = shown;
    paint();
    yield;
    yield* shown.steps();
    if (!viewport && decision.anchors.length + decision.hidden.length === 0) return;
    viewport ??= watchViewport(document, { onMoved: paint, onAppeared: start.onAppeared }, signal);
    viewport.hidden(decision.hidden);
  }

  const holdsAi = (text: string): boolean => look.countAi(text, 1) > 0;
  const around = () => ({
    title: document.title,
    language: document.documentElement.lang,
    settings: start.settings(),
    isShown,
  });
  /** What may be edited anywhere is all the reader's own writing. */
  const body = () => (document.designMode === 'on' ? null : document.body);

  type Read = { readonly reading: PageReading; readonly isPlain?: 'nothing' | 'not-about-ai' };
  function* read(): Generator<void, Read | undefined> {
    const top = body();
    if (!top) return undefined;
    reader.add(top);
    const reading = yield* reader.read();
    if (reading.placed.length === 0) return { reading, isPlain: 'nothing' };
    const isAny = !start.settings().marking.onlyAboutAi || (yield* mayBeAboutAi(reading));
    return { reading, ...(!isAny && { isPlain: 'not-about-ai' as const }) };
  }
  function* mayBeAboutAi({ placed }: PageReading): Generator<void, boolean> {
    if (holdsAi(document.title)) return true;
    for (const { record } of placed) {
      yield;
      if (holdsAi(record.block.text)) return true;
    }
    return false;
  }
  function* readFirst() {
    const top = body();
    if (!top || !reader.isLong(top) || document.defaultView?.scrollY !== 0) return [];
    if (start.settings().marking.onlyAboutAi && !holdsAi(document.title)) return [];
    return yield* reader.readFirst(top);
  }

  return {
    showFirst: async (onShown) => {
      const records = await pace.run(readFirst());
      if (!records || records.length === 0) return;
      const anchors = await pace.run(decider.decideFirst({ ...around(), records }));
      if (!anchors || anchors.length === 0) return;
      decision = { ...decision, anchors };
      index = indexAnchors(anchors);
      paint();
      onShown();
      await new Promise<void>((resolve) => {
        afterFrame(resolve, signal);
        setTimeout(resolve, longestFrame);
      });
    },
    mark: async () => {
      const done = await pace.run(read());
      if (signal.aborted) return undefined;
      const decided =
        done && !done.isPlain
          ? await pace.run(decider.decide({ ...done.reading, ...around() }))
          : undecided(done?.isPlain ?? 'nothing');
      if (!decided) return undefined;
      await pace.run(show(decided));
      return signal.aborted ? undefined : decision;
    },
    add: (root) => reader.add(root),
    note: (records) => {
      reader.note(records);
      for (const { type, target } of records) {
        if (type !== 'characterData') continue;
        highlighter.erase(index.on(target as Text).filter((anchor) => !isTrue(anchor)));
      }
    },
    index: () => index,
    decision: () => decision,
    highlighter,
  };
};

/** Whether the text under an anchor is still what was annotated, as far as one node can tell. */
const isTrue = ({ range, annotation }: Anchor): boolean => {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return false;
  if (startContainer !== endContainer) return true;
  return (startContainer as Text).data.slice(startOffset, endOffset) === annotation.surface;
};
