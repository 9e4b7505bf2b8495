/**
 * Calls back once, just after the next frame was laid out: the one moment when asking for boxes costs no layout. Never
 * in a tab that nobody sees.
 */
export const afterFrame = (call: () => void, signal: AbortSignal): void => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      if (!signal.aborted) call();
    };
    port2.postMessage(undefined);
  });
};
