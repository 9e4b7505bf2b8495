import { afterEach, describe, expect, it, vi } from 'vitest';

const question = { type: 'load-part', part: 'marker' } as const;

/** The function over a browser whose background answers only the nth question; the others it is ended over. */
const askerOf = async (answered: number) => {
  const sendMessage = vi.fn(async () => {
    if (sendMessage.mock.calls.length !== answered) throw new Error('the message channel closed');
    return true;
  });
  return { ask: await askOver(sendMessage), sendMessage };
};

const askOver = async (sendMessage: () => Promise<unknown>) => {
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
  vi.resetModules();
  const { askBackground } = await import('../../../src/extension/page-messages.ts');
  return () => askBackground<'load-part'>(question);
};

describe('a question to the background', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    vi.resetModules();
  });

  it.each([1, 2, 5])('is answered though the background is ended over it %# times', async (nth) => {
    const { ask, sendMessage } = await askerOf(nth);
    vi.useFakeTimers();
    const answer = ask();
    await vi.runAllTimersAsync();
    expect(await answer).toBe(true);
    expect(sendMessage).toHaveBeenCalledTimes(nth);
  });

  it('is put again to a background that is silent', async () => {
    const sendMessage = vi.fn(() =>
      sendMessage.mock.calls.length < 3 ? new Promise(() => {}) : Promise.resolve(true),
    );
    const ask = await askOver(sendMessage);
    vi.useFakeTimers();
    const answer = ask();
    await vi.runAllTimersAsync();
    expect(await answer).toBe(true);
    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  it('is given up after some time, as where the extension was removed', async () => {
    const { ask, sendMessage } = await askerOf(Number.POSITIVE_INFINITY);
    vi.useFakeTimers();
    const answer = ask();
    await vi.runAllTimersAsync();
    expect(await answer).toBeUndefined();
    expect(sendMessage.mock.calls.length).toBeLessThan(10);
  });
});
