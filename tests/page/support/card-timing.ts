/**
 * In the page: waits for the next card and says when it was asked for and when it stood on screen.
 * `rest`: the last move of the pointer; `shown`: the host came into the document; `painted`: the frame with it was handed over.
 */
export const nextCard = (): Promise<{ rest: number; shown: number; painted: number }> =>
  new Promise((resolve) => {
    let rest = 0;
    const onMove = (event: PointerEvent) => {
      rest = event.timeStamp;
    };
    addEventListener('pointermove', onMove, { capture: true, passive: true });
    const observer = new MutationObserver((records) => {
      if (!records.some(({ addedNodes }) => addedNodes.length > 0)) return;
      observer.disconnect();
      removeEventListener('pointermove', onMove, { capture: true });
      const shown = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve({ rest, shown, painted: performance.now() });
        channel.port2.postMessage(null);
      });
    });
    observer.observe(document.documentElement, { childList: true });
  });
