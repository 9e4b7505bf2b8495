import type { ConceptId } from '../core/knowledge/entry.ts';
import { createScanner, detect, type Gaps, type Lexicon } from '../core/matching/index.ts';
import { type Anchor, rectsOfAnchor } from './anchor.ts';
import { type BlockRecord, decidePage, type PageDecision } from './decide-page.ts';
import { startHighlighter } from './highlighter.ts';
import { hitTest, indexAnchors } from './hit-test.ts';
import { isShown } from './is-shown.ts';
import type { PageReport, PageSession, PageSettings } from './page-session.ts';
import { readBlocks } from './read-blocks.ts';
import { watchBlocks } from './watch-blocks.ts';

/**
 * Marks a page for as long as its signal lives: reads it, paints, watches, and answers the card and the popup.
 * Leaves the page's DOM as it is, and nothing behind once aborted.
 */
export const startPageSession = (start: {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly settings: PageSettings;
  readonly onReport: (report: PageReport) => void;
  readonly signal: AbortSignal;
  /** Opens closed shadow roots too, where the browser lets an extension. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
}): PageSession => {
  const { document, lexicon, signal } = start;
  const scanner = createScanner(lexicon);
  const find = (text: string, gaps: Gaps) => scanner.positions(text, gaps) ?? [];
  const highlighter = startHighlighter(signal);
  const listeners = new Set<() => void>();
  let settings = start.settings;
  let decision: PageDecision = { status: 'reading', counts: [], anchors: [] };
  let index = indexAnchors([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let spoken = '';

  const report = (): PageReport => ({
    status: decision.status,
    counts: decision.counts,
    marks: decision.anchors.length,
  });
  const read = (): void => {
    if (signal.aborted) return;
    const records: BlockRecord[] = [];
    const { body } = document;
    if (settings.enabled && body?.firstChild && body.lastChild && document.designMode !== 'on') {
      const run = { parent: body, first: body.firstChild, last: body.lastChild };
      for (const { block, headings } of readBlocks(run, find)) {
        const mentions = detect(lexicon, block.text);
        records.push({ block, mentions, section: String(headings) });
      }
    }
    decision = settings.enabled
      ? decidePage({
          lexicon,
          settings,
          records,
          title: document.title,
          language: document.documentElement?.lang ?? '',
          isShown,
        })
      : { status: 'off', counts: [], anchors: [] };
    index = indexAnchors(decision.anchors);
    highlighter.paint(decision.anchors, settings.marking.style);
    for (const listener of listeners) listener();
    const said = JSON.stringify(report());
    if (said !== spoken) start.onReport(report());
    spoken = said;
  };
  const readSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      read();
    }, 50);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  read();
  watchBlocks(document, readSoon, signal);

  const current = (anchor: Anchor): Anchor | undefined =>
    index
      .on(anchor.range.startContainer as Text)
      .find(
        (other) =>
          other.annotation.concept === anchor.annotation.concept &&
          other.range.startOffset === anchor.range.startOffset,
      );
  const show = (anchor: Anchor, until?: AbortSignal): void => {
    anchor.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    highlighter.ring(anchor);
    const hide = () => highlighter.ring(undefined);
    if (until) until.addEventListener('abort', hide, { signal });
    else setTimeout(hide, 1500);
  };
  let lastJump: Anchor | undefined;
  return {
    update: (next) => {
      settings = next;
      read();
    },
    report,
    anchors: () => decision.anchors,
    hitTest: (x, y) => hitTest(document, { x, y }, { index, shadowRoots: [] }),
    current,
    jumpTo: (concept: ConceptId) => {
      const all = decision.anchors.filter(({ annotation }) => annotation.concept === concept);
      const next = all[(lastJump ? all.indexOf(lastJump) + 1 : 0) % all.length];
      lastJump = next;
      if (next) show(next);
      return next;
    },
    walk: (direction, from) => {
      const all = decision.anchors.filter((anchor) => rectsOfAnchor(anchor).length > 0);
      const at = from ? all.indexOf(current(from) ?? from) : -1;
      const step = direction === 'next' ? 1 : -1;
      if (at < 0) return all.at(direction === 'next' ? 0 : -1);
      return all[(at + step + all.length) % all.length];
    },
    show,
    onChange: (listener, until) => {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
  };
};
