/** What the reader did here that ends a card in another frame: `pressed` leaves one that is pinned. */
export type Ending = 'escaped' | 'pressed';

/**
 * A card may stand in one frame of the tab while the keys and presses go to another. While one is known to be shown
 * elsewhere, and only then, this document listens: for an Escape, which that card takes as it would take its own
 * (WCAG 1.4.13), and for a click or tap, which is the page's as well.
 *
 * @returns to be told which frame shows a card, and which no longer does
 */
export const startCardsElsewhere = ({
  view,
  onEnding,
  signal,
}: {
  view: Window;
  onEnding: (ending: Ending) => void;
  signal: AbortSignal;
}): ((frame: number, shown: boolean) => void) => {
  const frames = new Set<number>();
  let listening: AbortController | undefined;

  const forget = (): void => {
    frames.clear();
    listening?.abort();
    listening = undefined;
  };

  /** A frame that was taken out of the page may not have told that its card went with it. */
  const isAlone = (): boolean => view.top === view && view.length === 0;

  const listen = (): void => {
    listening = new AbortController();
    const options = { capture: true, signal: AbortSignal.any([signal, listening.signal]) };
    view.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
        const alone = isAlone();
        forget();
        if (alone) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        onEnding('escaped');
      },
      options,
    );
    view.addEventListener('click', ({ isTrusted }) => isTrusted && onEnding('pressed'), {
      ...options,
      passive: true,
    });
    view.addEventListener('pagehide', forget, options);
  };

  return (frame, shown) => {
    if (shown) frames.add(frame);
    else frames.delete(frame);
    if (frames.size === 0) forget();
    else if (!listening) listen();
  };
};
