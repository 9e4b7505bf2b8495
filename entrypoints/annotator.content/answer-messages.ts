import type { FrameMessage, TabReport } from '../../src/extension/message-types.ts';
import { onPageMessages } from '../../src/extension/page-messages.ts';
import { isMostlyFramed } from '../../src/page/mostly-framed.ts';
import type { PageSession } from '../../src/page/page-session.ts';
import type { CardHandle } from '../../src/page/start-card.ts';

/** What popup and background may ask of one document. */
export type Answering = {
  readonly session: PageSession;
  readonly card: Pick<CardHandle, 'walk' | 'toggleFocus'>;
  readonly report: () => TabReport;
  readonly onElsewhere: (message: FrameMessage) => void;
  readonly signal: AbortSignal;
};

/** Answers popup, background and the tab's other frames, until the signal aborts; of the page as a whole only its top frame speaks. */
export const answerMessages = (given: Answering): void => {
  const { session, card, report, onElsewhere, signal } = given;
  const isTop = window.top === window;
  /** Whether a command is for this document: the frame with the focus, if it has marks, comes before the page. */
  const isMeant = ({ inFrame = false }) =>
    inFrame ? !isTop && hasFocus(document) && session.anchors().length > 0 : isTop;
  onPageMessages(
    {
      walk(message) {
        if (!isMeant(message)) return undefined;
        card.walk(message.direction);
        return true;
      },
      'focus-card'(message) {
        if (!isMeant(message)) return undefined;
        card.toggleFocus();
        return true;
      },
      'jump-to': ({ concept }) => session.jumpTo(concept) !== undefined,
      elsewhere: onElsewhere,
    },
    signal,
  );
  if (!isTop) return;
  onPageMessages(
    {
      'get-report': () => {
        const now = report();
        const isBare = now.status === 'nothing' || now.status === 'not-about-ai';
        return isBare && isMostlyFramed(document) ? { ...now, status: 'framed' } : now;
      },
      'list-marks': () => ({
        status: session.report().status,
        marks: session.anchors().map(({ annotation: { surface, concept, reason } }) => ({
          surface,
          concept,
          reason: { rule: reason.rule, cues: [...reason.cues] },
        })),
      }),
    },
    signal,
  );
};

/** Whether the focus is in the document itself, not in a frame of it. */
const hasFocus = (document: Document): boolean =>
  document.hasFocus() && !/^I?FRAME$/.test(document.activeElement?.tagName ?? '');
