import type { MarkingSettings } from '../core/settings/settings.ts';
import type { Anchor } from './anchor.ts';

export type MarkLooks = Pick<MarkingSettings, 'style' | 'colour'>;

/** The names under which marks stand in the page's registry; `::highlight()` rules give them their looks. */
export const markName = ({ style, colour }: MarkLooks): string =>
  colour === 'text' ? `glossed-${style}` : `glossed-${style}-${colour}`;
/** The one mark that is walked to or shown. */
export const currentName = 'glossed-current';

export type Highlighter = {
  /** Paints exactly these anchors: one change of the registry, whatever their number. */
  readonly paint: (anchors: readonly Anchor[], looks: MarkLooks) => void;
  /** Takes the paint off single anchors at once, because what they stand on has changed. */
  readonly erase: (anchors: Iterable<Anchor>) => void;
  /** Paints a ring around one anchor, and no other. */
  readonly ring: (anchor: Anchor) => void;
  readonly unring: (anchor: Anchor) => void;
  readonly painted: () => ReadonlySet<Anchor>;
};

/**
 * Paints with the CSS Custom Highlight API: the DOM stays as it is. Keeps its own books, since Firefox lets no content
 * script iterate a Highlight, and sets its highlights again if the page cleared the registry. Aborting wipes all.
 */
export const startHighlighter = (signal: AbortSignal): Highlighter => {
  const marks = new Highlight();
  const current = new Highlight();
  current.priority = 1;
  const painted = new Set<Anchor>();
  let name = markName({ style: 'dotted', colour: 'text' });
  const put = (key: string, highlight: Highlight): void => {
    if (CSS.highlights.get(key) !== highlight) CSS.highlights.set(key, highlight);
  };
  const drop = (key: string, highlight: Highlight): void => {
    if (CSS.highlights.get(key) === highlight) CSS.highlights.delete(key);
  };
  signal.addEventListener('abort', () => {
    drop(name, marks);
    drop(currentName, current);
    marks.clear();
    current.clear();
    painted.clear();
  });
  return {
    paint: (anchors, looks) => {
      if (signal.aborted) return;
      const wanted = new Set(anchors);
      for (const anchor of painted) {
        if (wanted.has(anchor)) continue;
        marks.delete(anchor.range);
        painted.delete(anchor);
      }
      for (const anchor of anchors) {
        if (painted.has(anchor)) continue;
        marks.add(anchor.range);
        painted.add(anchor);
      }
      if (name !== markName(looks)) drop(name, marks);
      name = markName(looks);
      if (painted.size > 0) put(name, marks);
      else drop(name, marks);
    },
    erase: (anchors) => {
      for (const anchor of anchors) if (painted.delete(anchor)) marks.delete(anchor.range);
    },
    ring: (anchor) => {
      if (signal.aborted) return;
      current.clear();
      current.add(anchor.range);
      put(currentName, current);
    },
    unring: (anchor) => {
      if (!current.has(anchor.range)) return;
      current.clear();
      drop(currentName, current);
    },
    painted: () => painted,
  };
};
