import * as v from 'valibot';
import type { ConceptId, Entry, Source } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import { readEntry } from '../core/knowledge/read-entry.ts';
import {
  type Book,
  bundledId,
  type Displaced,
  displacedSchema,
  emptyShelf,
  parseShelf,
  type Shelf,
  withBook,
  withMoved,
  withoutBook,
  withoutRestored,
  withRestored,
} from '../core/packs/shelf.ts';
import { openPackDatabase, type PackDatabase } from './pack-database.ts';

export type PackContent = {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
};

export type Restored = {
  readonly settings: unknown;
  readonly glossaries: readonly {
    readonly id: string;
    readonly on: boolean;
    /** Absent for the bundled glossary. */
    readonly pack?: PackContent;
  }[];
};

/** `id`: of the restoring, so that its settings are put in place once. */
export type RestoredSettings = { readonly id: string; readonly settings: unknown };

/** The reader's own glossaries: kept in this browser, each whole or not at all. */
export type PackStore = {
  readonly shelf: () => Promise<Shelf>;
  /** Adds a glossary before all others, or replaces the one with this id. Aborting leaves everything as it was. */
  readonly put: (
    id: string,
    content: PackContent,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void },
  ) => Promise<Shelf>;
  readonly turn: (id: string, on: boolean) => Promise<Shelf>;
  readonly move: (id: string, by: -1 | 1) => Promise<Shelf>;
  readonly remove: (id: string) => Promise<Shelf>;
  readonly read: (id: string) => Promise<PackContent | undefined>;
  /** The entry in the first glossary, in precedence, that is on and has it; `bundled` answers for the bundled one. */
  readonly readEntry: (
    concept: ConceptId,
    bundled: (concept: ConceptId) => EntryReading | undefined,
  ) => Promise<EntryReading | undefined>;
  /** Entries of all glossaries that are on, in precedence; `bundled` stand for the bundled one's. */
  readonly readAll: (bundled: readonly Entry[]) => Promise<readonly (readonly Entry[])[]>;
  /** The documents that the reader's own glossaries cite, of those that are on. */
  readonly readSources: () => Promise<readonly Source[]>;
  /**
   * Puts back glossaries of a backup, in their order, and leaves its settings for the background, all in one step: cut off
   * anywhere, everything is as before or as in the backup. What it displaces is kept until the browser starts again.
   */
  readonly restore: (backup: Restored) => Promise<Shelf>;
  /** Takes the last restoring back, and leaves the settings that stood before it, in one step too. */
  readonly undoRestore: (settings: unknown) => Promise<Shelf>;
  /** The settings that `restore` left. */
  readonly restoredSettings: () => Promise<RestoredSettings | undefined>;
  readonly forgetRestoredSettings: () => Promise<void>;
  /** Removes what an import that was cut off left behind, and what the last restoring displaced. */
  readonly sweep: () => Promise<void>;
};

/** Entries in one record: few enough to read one entry fast, many enough to write 100,000 fast. */
const portionSize = 250;

/** Up to this many entries, an entry is read with all that others of its glossary say of it. */
const fullReadingMost = 2_500;

const shelfKey = 'shelf';
const restoredKey = 'restored-settings';
const displacedKey = 'displaced';
const prefixOf = (content: string) => `content/${content}/`;
const portionKey = (content: string, index: number) =>
  `${prefixOf(content)}entries/${String(index).padStart(6, '0')}`;
const sourcesKey = (content: string) => `${prefixOf(content)}sources`;

export function createPackStore({
  database = openPackDatabase(),
  exclusively = <Value>(task: () => Promise<Value>): Promise<Value> =>
    navigator.locks.request('newsgloss-packs', task) as Promise<Value>,
  newContent = () => crypto.randomUUID(),
}: {
  readonly database?: PackDatabase;
  readonly exclusively?: <Value>(task: () => Promise<Value>) => Promise<Value>;
  readonly newContent?: () => string;
} = {}): PackStore {
  const shelf = async () => parseShelf(await database.get(shelfKey));

  /** The new shelf and the end of what it no longer holds, in one transaction. */
  const changeNow = async (step: (shelf: Shelf) => Shelf): Promise<Shelf> => {
    const before = await shelf();
    const after = step(before);
    const remove = droppedBetween(before.books, after.books);
    await database.write({ put: [[shelfKey, after]], remove });
    return after;
  };
  const change = (step: (shelf: Shelf) => Shelf) => exclusively(() => changeNow(step));

  const readDisplaced = async (): Promise<Displaced | undefined> => {
    const parsed = v.safeParse(displacedSchema, await database.get(displacedKey));
    return parsed.success ? parsed.output : undefined;
  };

  const entriesOf = async ({ content }: Book): Promise<readonly Entry[]> =>
    content === undefined
      ? []
      : ((await database.getAll(`${prefixOf(content)}entries/`)) as (readonly Entry[])[]).flat();

  const sourcesOf = async ({ content }: Book): Promise<readonly Source[]> =>
    content === undefined ? [] : (((await database.get(sourcesKey(content))) ?? []) as Source[]);

  /** One entry, by the one portion that can hold it. */
  const find = async (book: Book, concept: ConceptId): Promise<Entry | undefined> => {
    const { content, firstIds = [] } = book;
    const index = firstIds.findLastIndex((first) => first <= concept);
    if (content === undefined || index < 0) return undefined;
    const portion = (await database.get(portionKey(content, index))) as
      | readonly Entry[]
      | undefined;
    return portion?.find(({ id }) => id === concept);
  };

  return {
    shelf,

    put: (id, { title, entries, sources }, { signal, onProgress } = {}) =>
      exclusively(async () => {
        const { book: draft, portions } = drafted(newContent(), { id, title, entries });
        const content = draft.content;
        try {
          await database.write({ put: [[sourcesKey(content), sources]] });
          for (const [index, portion] of portions.entries()) {
            signal?.throwIfAborted();
            await database.write({ put: [[portionKey(content, index), portion]] });
            onProgress?.(Math.min(draft.count, (index + 1) * portionSize));
          }
          signal?.throwIfAborted();
          // Until here nothing points at what was written: the shelf, in one step, makes it so.
          return await changeNow((before) => {
            const known = before.books.find((book) => book.id === id);
            return withBook(before, { ...draft, on: known?.on ?? true });
          });
        } catch (error) {
          await database.write({ remove: keysOf(draft) }).catch(() => undefined);
          throw error;
        }
      }),

    restore: ({ settings, glossaries }) =>
      exclusively(async () => {
        const before = await shelf();
        const put: (readonly [string, unknown])[] = [];
        const books = glossaries.map(({ id, on, pack }): Book => {
          const bundled = emptyShelf.books.find((book) => book.id === id);
          if (bundled || !pack) return { ...(bundled ?? { id, title: '', count: 0 }), on };
          const { book, portions } = drafted(newContent(), { id, ...pack });
          put.push([sourcesKey(book.content), pack.sources]);
          for (const [index, portion] of portions.entries())
            put.push([portionKey(book.content, index), portion]);
          return { ...book, on };
        });
        const after = withRestored(before, books);
        const left: RestoredSettings = { id: newContent(), settings };
        const displaced: Displaced = { books: [...before.books], ids: books.map(({ id }) => id) };
        const older = (await readDisplaced())?.books ?? [];
        await database.write({
          put: [...put, [shelfKey, after], [restoredKey, left], [displacedKey, displaced]],
          remove: droppedBetween(older, before.books),
        });
        return after;
      }),
    undoRestore: (settings) =>
      exclusively(async () => {
        const before = await shelf();
        const displaced = await readDisplaced();
        const after = displaced ? withoutRestored(before, displaced) : before;
        const left: RestoredSettings = { id: newContent(), settings };
        await database.write({
          put: [
            [shelfKey, after],
            [restoredKey, left],
          ],
          remove: [displacedKey, ...droppedBetween(before.books, after.books)],
        });
        return after;
      }),
    restoredSettings: async () => (await database.get(restoredKey)) as RestoredSettings | undefined,
    forgetRestoredSettings: () => database.write({ remove: [restoredKey] }),

    turn: (id, on) =>
      change((before) => {
        const book = before.books.find((one) => one.id === id);
        return book ? withBook(before, { ...book, on }) : before;
      }),
    move: (id, by) => change((before) => withMoved(before, id, by)),
    remove: (id) => change((before) => withoutBook(before, id)),

    read: async (id) => {
      const book = (await shelf()).books.find((one) => one.id === id);
      if (book?.content === undefined) return undefined;
      return { title: book.title, entries: await entriesOf(book), sources: await sourcesOf(book) };
    },

    readAll: async (bundled) => {
      const on = (await shelf()).books.filter((book) => book.on);
      return Promise.all(on.map((book) => (book.id === bundledId ? bundled : entriesOf(book))));
    },

    readSources: async () => {
      const on = (await shelf()).books.filter((book) => book.on);
      return (await Promise.all(on.map(sourcesOf))).flat();
    },

    readEntry: async (concept, bundled) => {
      for (const book of (await shelf()).books.filter(({ on }) => on)) {
        const reading = book.id === bundledId ? bundled(concept) : undefined;
        if (reading) return reading;
        const entry = await find(book, concept);
        if (!entry) continue;
        const sources = await sourcesOf(book);
        if (book.count <= fullReadingMost)
          return readEntry({ entries: await entriesOf(book), sources }, concept);
        const related = await Promise.all(entry.related.map(({ to }) => find(book, to)));
        const near = related.flatMap((one) => one ?? []).filter(({ id }) => id !== concept);
        return readEntry({ entries: [entry, ...near], sources }, concept);
      }
      return undefined;
    },

    sweep: () =>
      exclusively(async () => {
        const held = (await shelf()).books.flatMap(({ content }) =>
          content === undefined ? [] : [prefixOf(content)],
        );
        const lost = (await database.keys()).filter(
          (key) =>
            key === displacedKey ||
            (key.startsWith('content/') && !held.some((prefix) => key.startsWith(prefix))),
        );
        if (lost.length > 0) await database.write({ remove: lost });
      }),
  };
}

/** A book of entries, and these in portions, as they are stored. */
function drafted(
  content: string,
  { id, title, entries }: { id: string; title: string; entries: readonly Entry[] },
) {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const portions = Array.from({ length: Math.ceil(sorted.length / portionSize) }, (_, i) =>
    sorted.slice(i * portionSize, (i + 1) * portionSize),
  );
  const firstIds = portions.map((portion) => portion[0]?.id ?? '');
  const book = { id, title, on: true, count: sorted.length, content, firstIds };
  return { book, portions };
}

/** The keys of contents that are no longer held. */
function droppedBetween(before: readonly Book[], after: readonly Book[]): readonly string[] {
  const kept = new Set(after.map(({ content }) => content));
  return before.filter(({ content }) => !kept.has(content)).flatMap(keysOf);
}

function keysOf({ content, firstIds = [] }: Book): readonly string[] {
  if (content === undefined) return [];
  return [sourcesKey(content), ...firstIds.map((_, index) => portionKey(content, index))];
}
