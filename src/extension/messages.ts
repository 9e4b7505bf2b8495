import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { conceptIdSchema } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import { settingsChangeSchema } from '../core/settings/change.ts';

/** What a tab's top frame says of its page. */
const tabReportSchema = v.object({
  url: v.string(),
  status: v.picklist(['reading', 'marked', 'nothing', 'not-about-ai', 'off']),
  counts: v.array(v.object({ concept: v.string(), count: v.number() })),
  marks: v.number(),
});
export type TabReport = v.InferOutput<typeof tabReportSchema>;

/** Every mark of a tab's page, with why it is there. */
export type TabMarks = {
  readonly status: TabReport['status'];
  readonly marks: readonly {
    readonly surface: string;
    readonly concept: string;
    readonly reason: { readonly rule: string; readonly cues: readonly string[] };
  }[];
};

const concept = v.union([conceptIdSchema, v.pipe(v.string(), v.maxLength(200))]);

/** Everything that one part of the extension says to another. A message of any other shape goes unheard. */
const messageSchema = v.variant('type', [
  // a page's script → background
  v.object({ type: v.literal('page-report'), report: tabReportSchema }),
  v.object({ type: v.literal('change-settings'), changes: v.array(settingsChangeSchema) }),
  v.object({ type: v.literal('load-entry'), concept }),
  v.object({ type: v.literal('open-glossary'), concept: v.optional(concept) }),
  // popup or background → a tab's top frame
  v.object({ type: v.literal('get-report') }),
  v.object({ type: v.literal('list-marks') }),
  v.object({ type: v.literal('jump-to'), concept }),
  v.object({ type: v.literal('walk'), direction: v.picklist(['next', 'previous']) }),
  v.object({ type: v.literal('focus-card') }),
]);
export type Message = v.InferOutput<typeof messageSchema>;

/** What is answered to each message; the rest is answered with nothing. */
type Answers = {
  'get-report': TabReport;
  'list-marks': TabMarks;
  'jump-to': boolean;
  'load-entry': EntryReading | undefined;
};
type AnswerTo<Type extends Message['type']> = Type extends keyof Answers ? Answers[Type] : unknown;

type Handlers = {
  readonly [Type in Message['type']]?: (
    message: Extract<Message, { type: Type }>,
    sender: Runtime.MessageSender,
  ) => Promise<AnswerTo<Type>> | AnswerTo<Type>;
};

/** Sends to the background. Undefined where nobody answers: an extension that was updated or removed under its page. */
export async function sendToBackground<Type extends Message['type']>(
  message: Extract<Message, { type: Type }>,
): Promise<AnswerTo<Type> | undefined> {
  try {
    return (await browser.runtime.sendMessage(message)) as AnswerTo<Type>;
  } catch {
    return undefined;
  }
}

/** Sends to a tab's top frame. Undefined where nobody answers: extensions may not run there, or the page is still loading. */
export async function sendToTab<Type extends Message['type']>(
  tab: number,
  message: Extract<Message, { type: Type }>,
): Promise<AnswerTo<Type> | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tab, message, { frameId: 0 });
    if (message.type !== 'get-report') return answer as AnswerTo<Type>;
    const report = v.safeParse(tabReportSchema, answer);
    return report.success ? (report.output as AnswerTo<Type>) : undefined;
  } catch {
    return undefined;
  }
}

/** Answers the messages that have a handler, if this extension sent them, until the signal aborts. */
export function onMessages(handlers: Handlers, signal?: AbortSignal): void {
  const listener = (
    input: unknown,
    sender: Runtime.MessageSender,
  ): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    const parsed = v.safeParse(messageSchema, input);
    if (!parsed.success) return undefined;
    const handler = handlers[parsed.output.type] as
      | ((message: Message, sender: Runtime.MessageSender) => unknown)
      | undefined;
    return handler && Promise.resolve(handler(parsed.output, sender));
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), {
    once: true,
  });
}
