import type { Shelf } from '../core/packs/shelf.ts';
import type { PackStore } from './pack-store.ts';

/** Glossaries that the reader turned on or off in this window, shown so before the shelf says so too. */
export type TurnedBooks = {
  readonly shown: (shelf: Shelf) => Shelf;
  /** The shelf with this turn; not shown ahead of it any more, unless the glossary was turned again. */
  readonly turn: (id: string, on: boolean) => Promise<Shelf>;
};

/**
 * As with settings (settings-window.ts): a switch that went back for a moment would take the reader's next click for the
 * opposite of what is meant.
 */
export function createTurnedBooks(
  packs: Pick<PackStore, 'turn'>,
  onShown: () => void,
): TurnedBooks {
  const turned = new Map<string, { readonly on: boolean }>();
  return {
    shown: (shelf) => ({
      ...shelf,
      books: shelf.books.map((book) => ({ ...book, ...turned.get(book.id) })),
    }),
    async turn(id, on) {
      const latest = { on };
      turned.set(id, latest);
      onShown();
      try {
        return await packs.turn(id, on);
      } finally {
        if (turned.get(id) === latest) turned.delete(id);
      }
    },
  };
}
