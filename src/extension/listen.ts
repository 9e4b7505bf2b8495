import type { Runtime } from 'webextension-polyfill';
import { browser } from './page-browser.ts';

/**
 * Answers what this extension sends, until the signal aborts. `parse` gives undefined for whatever is not a message,
 * `answer` for one that nobody here answers: both go unheard.
 */
export function listen<Received>({
  parse,
  answer,
  signal,
}: {
  readonly parse: (input: unknown) => Received | undefined;
  readonly answer: (
    message: Received,
    sender: Runtime.MessageSender,
  ) => Promise<unknown> | undefined;
  readonly signal?: AbortSignal | undefined;
}): void {
  // A listener that stays silent returns undefined, for which the type that also responds has no room.
  const listener = ((input, sender, respond) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const message = parse(input);
    const answering = message === undefined ? undefined : answer(message, sender);
    if (answering === undefined) return undefined as never;
    answering.then(respond, () => respond(undefined));
    return true;
  }) as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), {
    once: true,
  });
}
