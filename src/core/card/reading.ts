import { andThen, step } from './candidate.ts';
import type { CardEvent, CardPage, CardState, OpenCard, Step } from './card-types.ts';
import { holdOrLeave, withCard } from './hold.ts';

/** What happens in an open card: following, unfolding, pinning, doing and undoing. */
export const inCard = (state: CardState, card: OpenCard, event: CardEvent): Step => {
  const put = (changed: OpenCard) => withCard(state, changed);
  const page = card.pages.at(-1);
  switch (event.type) {
    case 'focus-toggled':
      return card.focused
        ? andThen(step(put({ ...card, focused: false }), [{ type: 'return-focus' }]), (left) =>
            holdOrLeave(left, event.time),
          )
        : andThen(step(put({ ...card, focused: true }), [{ type: 'focus-card' }]), (held) =>
            holdOrLeave(held, event.time),
          );
    case 'focus-moved':
      if (card.focused === event.inside) return step(state);
      return holdOrLeave(put({ ...card, focused: event.inside }), event.time);
    case 'followed': {
      const token = state.token + 1;
      return step({ ...put({ ...card, load: { token } }), token }, [
        ...cancelled(card),
        { type: 'load-entry', token, concept: event.concept },
      ]);
    }
    case 'went-back': {
      if (card.pages.length < 2) return step(state);
      const { load: _, ...settled } = card;
      const shown = { ...settled, pages: card.pages.slice(0, -1), panel: 'none' as const };
      return step(put(shown), cancelled(card));
    }
    case 'expand-toggled':
      if (!page) return step(state);
      return step(
        put({ ...card, pages: replaceLast(card, { ...page, expanded: !page.expanded }) }),
      );
    case 'panel-toggled':
      return step(put({ ...card, panel: card.panel === event.panel ? 'none' : event.panel }));
    case 'pin-toggled': {
      if (!card.pinned) {
        const at = { x: event.card.left, y: event.card.top };
        return holdOrLeave(put({ ...card, pinned: true, at }), event.time);
      }
      const { at: _, ...free } = card;
      return holdOrLeave(put({ ...free, pinned: false }), event.time);
    }
    case 'moved':
      return card.pinned ? step(put({ ...card, at: event.to })) : step(state);
    case 'acted':
      return step(put({ ...card, panel: 'none', done: event.act }), [
        { type: 'act', act: event.act },
      ]);
    case 'undone': {
      const { done, ...clean } = card;
      return done ? step(put(clean), [{ type: 'undo', act: done }]) : step(state);
    }
    case 'glossary-asked':
      return page
        ? step(state, [{ type: 'open-in-glossary', concept: page.reading.entry.id }])
        : step(state);
    default:
      return step(state);
  }
};

const cancelled = ({ load }: OpenCard) =>
  load ? [{ type: 'cancel-load' as const, token: load.token }] : [];

const replaceLast = (card: OpenCard, page: CardPage): readonly CardPage[] => [
  ...card.pages.slice(0, -1),
  page,
];
