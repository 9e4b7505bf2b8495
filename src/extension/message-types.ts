import type { ConceptId } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';

/** What a document says of itself; of a tab as a whole, its top frame with what its other frames have (frame-reports.ts). */
export type TabReport = {
  readonly url: string;
  /** `framed`: nothing in the page itself, most of which is frames that speak for themselves. */
  readonly status:
    | 'reading'
    | 'marked'
    | 'nothing'
    | 'all-known'
    | 'framed'
    | 'not-about-ai'
    | 'off';
  readonly counts: readonly { readonly concept: ConceptId; readonly count: number }[];
  readonly marks: number;
};

/** Every mark of a tab's page, with why it is there. */
export type TabMarks = {
  readonly status: TabReport['status'];
  readonly marks: readonly {
    readonly surface: string;
    readonly concept: ConceptId;
    readonly reason: { readonly rule: string; readonly cues: readonly string[] };
  }[];
};

/** What reads, decides and paints; what shows cards. */
export type PartName = 'marker' | 'card';

/** From a page's script to the background. */
export type BackgroundMessage =
  | { readonly type: 'page-report'; readonly report: TabReport }
  | { readonly type: 'load-entry'; readonly concept: ConceptId }
  /** A part of the page's script that not every page needs: to be run in the frame that asks. */
  | { readonly type: 'load-part'; readonly part: PartName }
  | { readonly type: 'open-glossary'; readonly concept?: ConceptId | undefined }
  /** From a window of ours: changes may wait in vain, as the background was ended over them. */
  | { readonly type: 'changes-wait' }
  /** To be said in all frames of the tab. */
  | FrameMessage
  /** From the options page: the shelf of glossaries is another. */
  | { readonly type: 'shelf-changed' };

/** From popup or background to the top frame of a tab, a jump to any; `inFrame`: to all, meant for the frame that has the focus. */
export type PageMessage =
  | { readonly type: 'get-report' }
  | { readonly type: 'list-marks' }
  | { readonly type: 'jump-to'; readonly concept: ConceptId }
  | {
      readonly type: 'walk';
      readonly direction: 'next' | 'previous';
      readonly inFrame?: boolean;
    }
  | { readonly type: 'focus-card'; readonly inFrame?: boolean }
  | FrameMessage;

/**
 * From one frame of a tab to the others; `from` is a number that the frame gave itself. A card is shown there, or no longer
 * is; or the reader did there what ends the cards here.
 */
export type FrameMessage = {
  readonly type: 'elsewhere';
  readonly from: number;
  readonly what: 'shown' | 'hidden' | 'escaped' | 'pressed';
};

type Message = BackgroundMessage | PageMessage;

/** What is answered to each message; the rest is answered with nothing. */
type Answers = {
  readonly 'get-report': TabReport;
  readonly 'list-marks': TabMarks;
  readonly 'load-entry': EntryReading | undefined;
  /** Whether it has run there. */
  readonly 'load-part': true | undefined;
  readonly 'jump-to': boolean;
  /** Unanswered where another frame is meant. */
  readonly walk: true | undefined;
  readonly 'focus-card': true | undefined;
  /** Whether pages have the lexicon of the new shelf; `no-room` where it is too large to be kept for them. */
  readonly 'shelf-changed': 'done' | 'no-room';
};

export type AnswerTo<Type extends Message['type']> = Type extends keyof Answers
  ? Answers[Type]
  : unknown;

/** A function for each kind of message that one side answers. */
export type Handlers<Received extends Message, Sender = void> = {
  readonly [Type in Received['type']]?: (
    message: Extract<Received, { type: Type }>,
    sender: Sender,
  ) => Promise<AnswerTo<Type>> | AnswerTo<Type>;
};
