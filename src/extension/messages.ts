import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { listen } from './listen.ts';
import type {
  AnswerTo,
  BackgroundMessage,
  FrameMessage,
  Handlers,
  PageMessage,
  TabReport,
} from './message-types.ts';

export type { TabReport };

const tabReportSchema = v.object({
  url: v.string(),
  status: v.picklist([
    'reading',
    'marked',
    'nothing',
    'all-known',
    'framed',
    'not-about-ai',
    'off',
  ]),
  counts: v.array(v.object({ concept: v.string(), count: v.number() })),
  marks: v.number(),
});

const concept = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** What a page's script may say to the background. A message of any other shape goes unheard. */
const backgroundMessageSchema: v.GenericSchema<unknown, BackgroundMessage> = v.variant('type', [
  v.object({ type: v.literal('page-report'), report: tabReportSchema }),
  v.object({ type: v.literal('load-entry'), concept }),
  v.object({ type: v.literal('load-part'), part: v.picklist(['marker', 'card']) }),
  v.object({ type: v.literal('open-glossary'), concept: v.optional(concept) }),
  v.object({ type: v.literal('changes-wait') }),
  v.object({ type: v.literal('shelf-changed') }),
  v.object({
    type: v.literal('elsewhere'),
    from: v.number(),
    what: v.picklist(['shown', 'hidden', 'escaped', 'pressed']),
  }),
]);

/** Undefined for what no frame says of itself. */
export function parseReport(input: unknown): TabReport | undefined {
  const report = v.safeParse(tabReportSchema, input);
  return report.success ? report.output : undefined;
}

/** Sends to a frame of a tab, the top one if no other is named. Undefined where nobody answers: extensions may not run there, or the page is still loading. */
export async function sendToTab<Type extends PageMessage['type']>(
  tab: number,
  message: Extract<PageMessage, { type: Type }>,
  frameId = 0,
): Promise<AnswerTo<Type> | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tab, message, { frameId });
    if (message.type !== 'get-report') return answer as AnswerTo<Type>;
    return parseReport(answer) as AnswerTo<Type> | undefined;
  } catch {
    return undefined;
  }
}

/** Sends to every frame of a tab, the one that it comes from as well. */
export async function sendToFrames(tab: number | undefined, message: FrameMessage): Promise<void> {
  if (tab !== undefined) await browser.tabs.sendMessage(tab, message).catch(() => undefined);
}

/** Sends to the frame of a tab that has the focus, where it answers; else to the top frame. */
export async function sendToFocus(
  tab: number,
  message: Extract<PageMessage, { type: 'walk' | 'focus-card' }>,
): Promise<void> {
  const inFrame: unknown = await browser.tabs
    .sendMessage(tab, { ...message, inFrame: true })
    .catch(() => undefined);
  if (inFrame !== true) await sendToTab(tab, message);
}

/** Answers the messages to the background that have a handler, if this extension sent them. */
export function onMessages(
  handlers: Handlers<BackgroundMessage, Runtime.MessageSender>,
  signal?: AbortSignal,
): void {
  listen({
    parse(input) {
      const parsed = v.safeParse(backgroundMessageSchema, input);
      return parsed.success ? parsed.output : undefined;
    },
    answer(message, sender) {
      const handler = handlers[message.type] as
        | ((message: BackgroundMessage, sender: Runtime.MessageSender) => unknown)
        | undefined;
      return handler && Promise.resolve(handler(message, sender));
    },
    signal,
  });
}
