import type { PackedLook } from '../core/matching/index.ts';
import { type Anchor, rectsOfAnchor } from './anchor.ts';
import { hitTest, indexAnchors } from './hit-test.ts';
import type { MarkingKit } from './marker.ts';
import { createOwnHosts } from './own-hosts.ts';
import { undecided } from './page-decision.ts';
import type { PageReport, PageSession, PageSettings } from './page-session.ts';
import { type Marking, startMarking } from './start-marking.ts';

/** How long a mark that was jumped to stays ringed, in ms. */
const flash = 1600;

/**
 * Marks a page for as long as its signal lives: reads it, paints, watches, and answers the card and the popup.
 * Leaves the page's DOM as it is, and nothing behind once aborted. Reads nothing while switched off, or before a
 * prerendered page is shown.
 */
export const startPageSession = (start: {
  readonly document: Document;
  readonly look: PackedLook;
  /** What reads, decides and paints: asked for only where something may stand. Undefined where nobody answers. */
  readonly loadKit: () => Promise<MarkingKit | undefined>;
  readonly settings: PageSettings;
  readonly onReport: (report: PageReport) => void;
  readonly signal: AbortSignal;
  /** Opens closed shadow roots too, where the browser lets an extension. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** The `::highlight()` rules, given only where the browser wants them in each shadow root (Firefox). */
  readonly shadowRules?: string;
}): PageSession => {
  const { document, look, loadKit, signal } = start;
  const shadowRootOf = start.shadowRootOf ?? ((element) => element.shadowRoot);
  const ownHosts = createOwnHosts();
  const listeners = new Set<() => void>();
  let settings = start.settings;
  let marking: Marking | undefined;
  let stop = new AbortController();
  let spoken = '';

  const decision = () => marking?.decision() ?? undecided(settings.enabled ? 'reading' : 'off');
  const index = () => marking?.index() ?? indexAnchors([]);
  const report = (): PageReport => {
    const { status, counts, anchors } = decision();
    return { status, counts, marks: anchors.length };
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
    // What is marked ahead of the rest is no answer yet.
    const said = JSON.stringify(report());
    if (said === spoken || report().status === 'reading') return;
    spoken = said;
    start.onReport(report());
  };
  const follow = (): void => {
    if (signal.aborted || isPrerendering(document)) return;
    if (settings.enabled && !marking) {
      stop = new AbortController();
      const ended = AbortSignal.any([signal, stop.signal]);
      marking = startMarking(
        {
          document,
          look,
          loadKit,
          ownHosts,
          settings,
          shadowRootOf,
          shadowRules: start.shadowRules,
          onDecided: tell,
        },
        ended,
      );
    } else if (settings.enabled) marking?.update(settings);
    else {
      stop.abort();
      marking = undefined;
      tell();
    }
  };
  signal.addEventListener('abort', () => {
    marking = undefined;
    for (const listener of listeners) listener();
    listeners.clear();
  });
  document.addEventListener('prerenderingchange', follow, { signal, once: true });
  follow();

  const current = (anchor: Anchor): Anchor | undefined =>
    index()
      .on(anchor.range.startContainer as Text)
      .find(
        (other) =>
          other.annotation.concept === anchor.annotation.concept &&
          other.range.startOffset === anchor.range.startOffset,
      );
  const show = (anchor: Anchor, until: AbortSignal = AbortSignal.timeout(flash)): void => {
    const shown = marking;
    if (!shown || until.aborted) return;
    anchor.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    shown.ring(anchor);
    until.addEventListener('abort', () => shown.unring(anchor), { signal });
  };
  let jumped: Anchor | undefined;
  return {
    update: (next) => {
      settings = next;
      follow();
    },
    report,
    anchors: () => decision().anchors,
    hitTest: (x, y) => {
      if (!marking || decision().anchors.length === 0) return undefined;
      const shadowRoots = marking.shadowRoots();
      return hitTest(document, { x, y }, { index: index(), shadowRoots });
    },
    current,
    jumpTo: (concept) => {
      const all = decision().anchors.filter(({ annotation }) => annotation.concept === concept);
      jumped = all[(jumped ? all.indexOf(jumped) + 1 : 0) % all.length];
      if (jumped) show(jumped);
      return jumped;
    },
    walk: (direction, from) => {
      const all = decision().anchors;
      const step = direction === 'next' ? 1 : -1;
      let at = from ? all.indexOf(current(from) ?? from) : firstOnScreen(all, document) - step;
      for (let tried = 0; tried < all.length; tried++) {
        at = (at + step + all.length) % all.length;
        const anchor = all[at];
        if (anchor && rectsOfAnchor(anchor).length > 0) return anchor;
      }
      return undefined;
    },
    show,
    addOwnHost: ownHosts.add,
    onChange: (listener, until) => {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
  };
};

const isPrerendering = (document: Document & { readonly prerendering?: boolean }): boolean =>
  document.prerendering === true;

/** Index of the first anchor at or below the top of the viewport; 0 when all lie above. */
const firstOnScreen = (anchors: readonly Anchor[], document: Document): number => {
  const height = document.defaultView?.innerHeight ?? 0;
  const found = anchors.findIndex((anchor) =>
    rectsOfAnchor(anchor).some(({ bottom, top }) => bottom > 0 && top < height),
  );
  return Math.max(found, 0);
};
