import type { ConceptId } from '../knowledge/entry.ts';
import type { EntryReading } from '../knowledge/glossary.ts';
import type { Point, Rect, Sample } from './geometry.ts';

/** A mark of the page as the card's machine knows it; the page room keeps which anchor an id stands for. */
export type Mark = { readonly id: number; readonly concept: ConceptId };

/** What asked for the card. A card that a finger or a key opened does not close because a pointer is elsewhere. */
export type Via = 'pointer' | 'touch' | 'keyboard';

/** What the pointer is over. */
export type Over = Mark | 'card' | 'nothing';

/** Grows by one with each request; a reply or a timer whose number is not awaited changes nothing. */
export type Token = number;

/** A mark that may get the card. */
export type Candidate = {
  readonly mark: Mark;
  readonly via: Via;
  /** Since when the pointer has been at rest on it (ms). */
  readonly since: number;
  /** How long it must rest (ms): 0 when a card was open just now. */
  readonly wait: number;
  /** The moment at which the card is due (ms). */
  readonly openAt: number;
  readonly timer?: { readonly token: Token; readonly at: number };
  readonly load?: {
    readonly token: Token;
    readonly reply: EntryReading | 'pending' | 'missing';
  };
};

/** One entry in the card; several are a way that the reader followed. */
export type CardPage = { readonly reading: EntryReading; readonly expanded: boolean };

/** What the reader did last, with its undo. */
export type Act =
  | { readonly type: 'know'; readonly concept: ConceptId }
  | {
      readonly type: 'not-this';
      readonly mark: Mark;
      readonly where: 'page' | 'site' | 'everywhere';
    };

export type OpenCard = {
  readonly mark: Mark;
  readonly via: Via;
  /** What is shown is the last; those before it are the way back. Never empty. */
  readonly pages: readonly CardPage[];
  readonly panel: 'none' | 'why' | 'not-this';
  readonly done?: Act;
  readonly pinned: boolean;
  /** Top left corner once pinned; until then the card stands by its mark. */
  readonly at?: Point;
  readonly over: Over;
  readonly focused: boolean;
  /** A related concept that was asked for. */
  readonly load?: { readonly token: Token };
  /** The pointer is away, since it left `apex`: the card closes at `at` unless it comes back. */
  readonly leave?: { readonly token: Token; readonly at: number; readonly apex: Point };
};

export type Phase =
  | { readonly name: 'closed' }
  | { readonly name: 'dwelling'; readonly candidate: Candidate }
  | { readonly name: 'open'; readonly card: OpenCard; readonly candidate?: Candidate };

export type CardState = {
  /** The reader's delay before a card opens (ms). */
  readonly delay: number;
  readonly token: Token;
  /** The pointer's last places, at most three. */
  readonly samples: readonly Sample[];
  /** When the reader last left a card (ms); absent after Esc, which asks for peace. */
  readonly leftAt?: number;
  /** The mark that was dismissed or clicked: silent until the pointer has been elsewhere. */
  readonly muted?: number;
  readonly phase: Phase;
};

/** `time` is the event's timestamp in ms on one clock; `card` is the open card's box. */
export type CardEvent =
  | {
      readonly type: 'pointer-moved';
      readonly time: number;
      readonly point: Point;
      readonly over: Over;
      readonly card?: Rect;
    }
  | { readonly type: 'pointer-left'; readonly time: number }
  /** A press outside the card, by mouse or pen. */
  | { readonly type: 'pressed'; readonly over: Over }
  | { readonly type: 'tapped'; readonly time: number; readonly over: Over }
  /** A key or a command asks for this mark's card. */
  | { readonly type: 'asked'; readonly time: number; readonly mark: Mark }
  | { readonly type: 'focus-toggled'; readonly time: number }
  | { readonly type: 'focus-moved'; readonly time: number; readonly inside: boolean }
  | { readonly type: 'dismissed' }
  /** `visible`: the card's mark is still on screen. */
  | {
      readonly type: 'scrolled';
      readonly time: number;
      readonly over: Over;
      readonly visible: boolean;
    }
  /** `stands`: the mark of the card or candidate is still there. */
  | { readonly type: 'marks-changed'; readonly stands: boolean }
  /** A dialog or full screen came or went; `reachable`: the mark is not shut out by it. */
  | { readonly type: 'layers-changed'; readonly reachable: boolean }
  | { readonly type: 'navigated' }
  | { readonly type: 'timer-fired'; readonly time: number; readonly token: Token }
  | {
      readonly type: 'entry-loaded';
      readonly time: number;
      readonly token: Token;
      readonly reading?: EntryReading;
    }
  | { readonly type: 'followed'; readonly concept: ConceptId }
  | { readonly type: 'went-back' }
  | { readonly type: 'expand-toggled' }
  | { readonly type: 'panel-toggled'; readonly panel: 'why' | 'not-this' }
  | { readonly type: 'pin-toggled'; readonly time: number; readonly card: Rect }
  | { readonly type: 'moved'; readonly to: Point }
  | { readonly type: 'acted'; readonly act: Act }
  | { readonly type: 'undone' }
  | { readonly type: 'glossary-asked' }
  | { readonly type: 'delay-chosen'; readonly delay: number };

/** What the world is asked to do; everything seen of the card is drawn from the state alone. */
export type CardEffect =
  /** `at`: on the clock of the events' times, in ms. */
  | { readonly type: 'set-timer'; readonly token: Token; readonly at: number }
  | { readonly type: 'load-entry'; readonly token: Token; readonly concept: ConceptId }
  | { readonly type: 'cancel-load'; readonly token: Token }
  /** Say once, politely, what opened. */
  | { readonly type: 'announce' }
  | { readonly type: 'focus-card' }
  | { readonly type: 'return-focus' }
  /** Bring the card above what was opened over it. */
  | { readonly type: 'raise' }
  | { readonly type: 'act'; readonly act: Act }
  | { readonly type: 'undo'; readonly act: Act }
  | { readonly type: 'open-in-glossary'; readonly concept: ConceptId };

export type Step = { readonly state: CardState; readonly effects: readonly CardEffect[] };
