import type { PageSession } from './page-session.ts';
import type { CardHandle, CardOptions, StartCard } from './start-card.ts';

/** The pointer's last move, until it is asked for: a reader may rest on a word while the card is on its way. */
const listenAhead = ({ defaultView }: Document, signal: AbortSignal) => {
  const ended = new AbortController();
  let last: PointerEvent | undefined;
  const listen = (event: PointerEvent): void => {
    if (event.isTrusted) last = event;
  };
  const until = AbortSignal.any([signal, ended.signal]);
  defaultView?.addEventListener('pointermove', listen, {
    capture: true,
    passive: true,
    signal: until,
  });
  return {
    last: (): PointerEvent | undefined => {
      ended.abort();
      return last;
    },
  };
};

/**
 * A card that is started when the page has its first mark: a page without one has not a single listener to the reader's
 * pointer and keys. Until then nothing can be asked of it.
 */
export const startCardWhereMarked = (
  options: Omit<CardOptions, 'session'> & {
    readonly session: CardOptions['session'] & Pick<PageSession, 'anchors'>;
    /** What starts it: asked for with the first mark. Undefined where nobody answers. */
    readonly loadCard: () => Promise<StartCard | undefined>;
  },
): Omit<CardHandle, 'open'> => {
  const { session, loadCard, signal } = options;
  let { settings } = options;
  let card: CardHandle | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const pointer = listenAhead(options.document, signal);
    const start = await loadCard();
    const before = pointer.last();
    if (start && !signal.aborted) card = start({ ...options, settings, before });
    else loading = undefined;
  };
  const begin = (): void => {
    if (!signal.aborted && session.anchors().length > 0) loading ??= load();
  };
  session.onChange(begin, signal);
  begin();
  return {
    walk: (direction) => void loading?.then(() => card?.walk(direction)),
    toggleFocus: () => void loading?.then(() => card?.toggleFocus()),
    close: (ending) => card?.close(ending),
    update: (next) => {
      settings = next;
      card?.update(next);
    },
  };
};
