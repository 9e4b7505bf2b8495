import browser, { type Runtime } from 'webextension-polyfill';

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
  const listener = (
    input: unknown,
    sender: Runtime.MessageSender,
  ): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    const message = parse(input);
    return message === undefined ? undefined : answer(message, sender);
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), {
    once: true,
  });
}
