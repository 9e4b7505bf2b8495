import type { ConceptId } from '../core/knowledge/entry.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Anchor } from './anchor.ts';

/** What a page needs to know of the reader's choices: a frozen snapshot, replaced whole by `update`. */
export type PageSettings = Pick<Settings, 'marking' | 'known' | 'corrections'> & {
  /** False where a site is off or everything is paused: nothing is read, painted or watched. */
  readonly enabled: boolean;
};

/** `reading` until the first answer; then why there are marks here, or none. */
export type PageStatus = 'reading' | 'marked' | 'nothing' | 'all-known' | 'not-about-ai' | 'off';

export type PageReport = {
  readonly status: PageStatus;
  /** The concepts marked or markable here, in order of first appearance, each with the number of its mentions. */
  readonly counts: readonly { readonly concept: ConceptId; readonly count: number }[];
  /** Mentions that carry a mark. */
  readonly marks: number;
};

/** The life of Newsgloss in one document, from its start until its signal aborts. */
export type PageSession = {
  readonly update: (settings: PageSettings) => void;
  readonly report: () => PageReport;
  /** Every marked mention of the page in document order, near the viewport or not. */
  readonly anchors: () => readonly Anchor[];
  /** The mark under a point (client coordinates), if nothing covers it. */
  readonly hitTest: (x: number, y: number) => Anchor | undefined;
  /** The anchor that now stands where this one stood; undefined when its text changed or went. */
  readonly current: (anchor: Anchor) => Anchor | undefined;
  /** Scrolls to the next marked mention of the concept (round the page) and flashes it; undefined when there is none. */
  readonly jumpTo: (concept: ConceptId) => Anchor | undefined;
  /** The next or previous visible mark in document order, from `from` or from what is on screen. Does not scroll. */
  readonly walk: (direction: 'next' | 'previous', from?: Anchor) => Anchor | undefined;
  /** Brings an anchor into view and draws a ring around it for as long as `signal` lives (or a moment, without one). */
  readonly show: (anchor: Anchor, signal?: AbortSignal) => void;
  /** Says of an element that it carries a card of ours, so that it is none of the page. */
  readonly addOwnHost: (element: Element) => void;
  /** Called after anchors were added or removed. */
  readonly onChange: (listener: () => void, signal: AbortSignal) => void;
};
