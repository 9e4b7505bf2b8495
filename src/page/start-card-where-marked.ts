import type { PageSession } from './page-session.ts';
import { type CardHandle, type CardOptions, startCard } from './start-card.ts';

/**
 * A card that is started when the page has its first mark: a page without one has not a single listener to the reader's
 * pointer and keys. Until then nothing can be asked of it.
 */
export const startCardWhereMarked = (
  options: Omit<CardOptions, 'session'> & {
    readonly session: CardOptions['session'] & Pick<PageSession, 'anchors'>;
  },
): Omit<CardHandle, 'open'> => {
  const { session, signal } = options;
  let { settings } = options;
  let card: CardHandle | undefined;
  const begin = (): void => {
    if (!card && !signal.aborted && session.anchors().length > 0) {
      card = startCard({ ...options, settings });
    }
  };
  session.onChange(begin, signal);
  begin();
  return {
    walk: (direction) => card?.walk(direction),
    toggleFocus: () => card?.toggleFocus(),
    close: (ending) => card?.close(ending),
    update: (next) => {
      settings = next;
      card?.update(next);
    },
  };
};
