import { listen } from './listen.ts';
import type {
  AnswerTo,
  BackgroundMessage,
  FrameMessage,
  Handlers,
  PageMessage,
} from './message-types.ts';
import { browser } from './page-browser.ts';

/**
 * The messages of a page's script, parsed by hand: a few plain shapes are not worth a schema library in every page.
 * (The background's side, which hears from pages, is in messages.ts.)
 */
export function parsePageMessage(input: unknown): PageMessage | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { type, concept, direction, ...rest } = input as Readonly<Record<string, unknown>>;
  const inFrame = rest.inFrame === true;
  switch (type) {
    case 'get-report':
    case 'list-marks':
      return { type };
    case 'focus-card':
      return { type, inFrame };
    case 'jump-to':
      return typeof concept === 'string' ? { type, concept } : undefined;
    case 'walk':
      return direction === 'next' || direction === 'previous'
        ? { type, direction, inFrame }
        : undefined;
    case 'elsewhere':
      // The background passes on what it has parsed.
      return { type, from: Number(rest.from), what: rest.what as FrameMessage['what'] };
    default:
      return undefined;
  }
}

/** Answers popup and background in a page, until the signal aborts; what a handler answers with undefined goes unheard. */
export function onPageMessages(handlers: Handlers<PageMessage>, signal: AbortSignal): void {
  listen({
    parse: parsePageMessage,
    answer(message) {
      const handler = handlers[message.type] as ((message: PageMessage) => unknown) | undefined;
      const answer = handler?.(message);
      return answer === undefined ? undefined : Promise.resolve(answer);
    },
    signal,
  });
}

/** Sends to the background. Undefined where nobody answers: an extension that was updated or removed under its page. */
export async function sendToBackground<Type extends BackgroundMessage['type']>(
  message: Extract<BackgroundMessage, { type: Type }>,
): Promise<AnswerTo<Type> | undefined> {
  try {
    return (await browser.runtime.sendMessage(message)) as AnswerTo<Type>;
  } catch {
    return undefined;
  }
}

/** How long an answer is waited for before the question is put again, in ms; and the pauses between questions. */
const silence = 3000;
const pauses = [200, 400, 800, 1600, 3200] as const;

/**
 * As sendToBackground, of what must be answered: asks again, ever more slowly, where the background was ended over the
 * question or is silent. Undefined after some seconds.
 */
export async function askBackground<Type extends BackgroundMessage['type']>(
  message: Extract<BackgroundMessage, { type: Type }>,
): Promise<AnswerTo<Type> | undefined> {
  const ask = () => Promise.race([sendToBackground<Type>(message), after(silence)]);
  let answer = await ask();
  for (const pause of pauses) {
    if (answer !== undefined) break;
    await after(pause);
    answer = await ask();
  }
  return answer;
}

const after = (ms: number): Promise<undefined> =>
  new Promise((resume) => setTimeout(resume, ms, undefined));
