import * as v from 'valibot';

/** The glossary that comes with Newsgloss, and the one that a reader writes. */
export const bundledId = 'bundled';
export const ownId = 'own';

const bookSchema = v.object({
  id: v.string(),
  title: v.string(),
  on: v.boolean(),
  count: v.number(),
  /** Under which key the entries stand; absent for the bundled glossary. */
  content: v.optional(v.string()),
  /** How many portions of entries there are, and the first id of each. */
  firstIds: v.optional(v.array(v.string())),
});

/** One glossary on the reader's shelf. */
export type Book = v.InferOutput<typeof bookSchema>;

/** The reader's glossaries, first in precedence first. `generation` rises with every change. */
export type Shelf = { readonly generation: number; readonly books: readonly Book[] };

const shelfSchema = v.object({ generation: v.number(), books: v.array(bookSchema) });

export const emptyShelf: Shelf = {
  generation: 0,
  books: [{ id: bundledId, title: '', on: true, count: 0 }],
};

/** A shelf from storage; the bundled glossary is always on it. Never throws. */
export function parseShelf(stored: unknown): Shelf {
  const parsed = v.safeParse(shelfSchema, stored);
  if (!parsed.success) return emptyShelf;
  const books = parsed.output.books.filter(
    ({ id }, index, all) => all.findIndex((book) => book.id === id) === index,
  );
  if (!books.some(({ id }) => id === bundledId))
    return { ...parsed.output, books: [...books, ...emptyShelf.books] };
  return { ...parsed.output, books };
}

/** True where pages must be given a lexicon made here: what is on is not just the bundled glossary. */
export function needsOwnLexicon({ books }: Shelf): boolean {
  const on = books.filter((book) => book.on);
  return on.length !== 1 || on[0]?.id !== bundledId;
}

export function withBook(shelf: Shelf, book: Book): Shelf {
  const known = shelf.books.some(({ id }) => id === book.id);
  const books = known
    ? shelf.books.map((other) => (other.id === book.id ? book : other))
    : [book, ...shelf.books];
  return changed(shelf, books);
}

export function withoutBook(shelf: Shelf, id: string): Shelf {
  return changed(
    shelf,
    id === bundledId ? shelf.books : shelf.books.filter((book) => book.id !== id),
  );
}

/** Puts books where others of their ids stood, or none: in their order, before what else is there. */
export function withRestored(shelf: Shelf, books: readonly Book[]): Shelf {
  const others = shelf.books.filter(({ id }) => books.every((book) => book.id !== id));
  return changed(shelf, [...books, ...others]);
}

/** The shelf before a restoring, and the ids of the books that this put there: enough to take it back. */
export const displacedSchema = v.object({ books: v.array(bookSchema), ids: v.array(v.string()) });
export type Displaced = v.InferOutput<typeof displacedSchema>;

/** Takes back what a restoring did. What the reader did since to other books stands. */
export function withoutRestored(shelf: Shelf, { books, ids }: Displaced): Shelf {
  const now = (id: string) => shelf.books.filter((book) => book.id === id);
  const since = shelf.books.filter(
    ({ id }) => !ids.includes(id) && books.every((book) => book.id !== id),
  );
  const before = books.flatMap((book) => (ids.includes(book.id) ? book : now(book.id)));
  return changed(shelf, [...since, ...before]);
}

/** Puts a book earlier (-1) or later (1) in precedence. */
export function withMoved(shelf: Shelf, id: string, by: -1 | 1): Shelf {
  const from = shelf.books.findIndex((book) => book.id === id);
  const to = from + by;
  const book = shelf.books[from];
  if (!book || to < 0 || to >= shelf.books.length) return shelf;
  const books = shelf.books.filter((other) => other !== book);
  return changed(shelf, [...books.slice(0, to), book, ...books.slice(to)]);
}

function changed(shelf: Shelf, books: readonly Book[]): Shelf {
  return { generation: shelf.generation + 1, books };
}
