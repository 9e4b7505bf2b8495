import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/knowledge/entry.ts';
import { arrange } from '../../../src/core/packs/arrange.ts';
import {
  bundledId,
  emptyShelf,
  needsOwnLexicon,
  parseShelf,
} from '../../../src/core/packs/shelf.ts';
import { createPackStore } from '../../../src/extension/pack-store.ts';
import { createFaultyDatabase } from './faulty-database.ts';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'notion',
  prefLabel: id.toUpperCase(),
  aliases: [{ form: id }],
  summary: `What ${id} is.`,
  definition: `What ${id} is, at length.`,
  basis: 'general',
  claims: [],
  related: [],
  dates: [],
  ...more,
});
const many = (count: number, prefix = 'made') =>
  Array.from({ length: count }, (_, i) => entry(`${prefix}-${i}`));
const content = (title: string, entries: readonly Entry[]) => ({ title, entries, sources: [] });

const open = (
  data: Map<string, unknown>,
  faults: Parameters<typeof createFaultyDatabase>[1] = {},
) => {
  const database = createFaultyDatabase(data, faults);
  let last: Promise<unknown> = Promise.resolve();
  let contents = 0;
  const store = createPackStore({
    database,
    exclusively: (task) => {
      const result = last.then(task, task);
      last = result.catch(() => undefined);
      return result;
    },
    newContent: () => {
      contents += 1;
      return `c${data.size}-${contents}`;
    },
  });
  return { store, database };
};
const noBundled = () => undefined;
const books = async (data: Map<string, unknown>) =>
  (await open(data).store.shelf()).books.map(({ id, count }) => `${id} ${count}`);

describe('a glossary on the shelf', () => {
  it('is read back whole, and each entry by itself', async () => {
    const data = new Map<string, unknown>();
    const { store } = open(data);
    await store.put('a', content('A', many(1000)));
    expect((await store.read('a'))?.entries).toHaveLength(1000);
    for (const id of ['made-0', 'made-999', 'made-500'])
      expect((await store.readEntry(id, noBundled))?.entry.id).toBe(id);
    expect(await store.readEntry('made-1000', noBundled)).toBeUndefined();
    expect(await store.readEntry('', noBundled)).toBeUndefined();
  });

  it('reads an entry with its relations however large the glossary is', async () => {
    const { store } = open(new Map());
    const related = [{ kind: 'uses', to: 'made-7' }];
    await store.put('a', content('A', [...many(4000), entry('x', { related })]));
    const reading = await store.readEntry('x', noBundled);
    expect(reading?.related.map(({ concept }) => concept.id)).toEqual(['made-7']);
  });

  it('comes first when it is new, moves, goes off, and is removed without a trace', async () => {
    const data = new Map<string, unknown>();
    const { store } = open(data);
    await store.put('a', content('A', many(3)));
    await store.put('b', content('B', many(2)));
    expect(await books(data)).toEqual(['b 2', 'a 3', 'bundled 0']);
    await store.move('b', 1);
    expect(await books(data)).toEqual(['a 3', 'b 2', 'bundled 0']);
    await store.move('a', -1);
    await store.move('nobody', 1);
    expect(await books(data)).toEqual(['a 3', 'b 2', 'bundled 0']);
    await store.turn('a', false);
    expect((await store.readAll([])).map(({ length }) => length)).toEqual([2, 0]);
    await store.remove('a');
    await store.remove('b');
    await store.remove(bundledId);
    expect(await books(data)).toEqual(['bundled 0']);
    expect([...data.keys()]).toEqual(['shelf']);
  });

  it('is replaced under the same id, in its place and as on as it was', async () => {
    const data = new Map<string, unknown>();
    const { store } = open(data);
    await store.put('a', content('A', many(300)));
    await store.turn('a', false);
    await store.put('a', content('A2', many(2)));
    const [book] = (await store.shelf()).books;
    expect([book?.title, book?.count, book?.on]).toEqual(['A2', 2, false]);
    expect([...data.keys()].filter((key) => key.startsWith('content/'))).toHaveLength(2);
  });

  it('answers with the first glossary, in precedence, that has the concept', async () => {
    const { store } = open(new Map());
    await store.put('a', content('A', [entry('token', { summary: 'Of the first.' })]));
    const bundled = (id: string) => ({ entry: entry(id, { summary: 'Bundled.' }) }) as never;
    expect((await store.readEntry('token', bundled))?.entry.summary).toBe('Of the first.');
    await store.move('a', 1);
    expect((await store.readEntry('token', bundled))?.entry.summary).toBe('Bundled.');
    await store.turn(bundledId, false);
    expect((await store.readEntry('token', bundled))?.entry.summary).toBe('Of the first.');
  });
});

describe('the page or worker is ended between any two steps', () => {
  it('an import is there whole or not at all, what was there stays, and nothing is left lying about', async () => {
    const base = new Map<string, unknown>();
    await open(base).store.put('kept', content('Kept', many(600, 'kept')));
    const dry = open(structuredClone(base));
    await dry.store.put('new', content('New', many(1200)));
    const steps = dry.database.transactions();
    expect(steps).toBeGreaterThan(6);
    for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
      const data = structuredClone(base);
      await open(data, { dieAt })
        .store.put('new', content('New', many(1200)))
        .catch(() => undefined);
      const { store } = open(data);
      await store.sweep();
      const shelf = await books(data);
      expect([
        ['kept 600', 'bundled 0'],
        ['new 1200', 'kept 600', 'bundled 0'],
      ]).toContainEqual(shelf);
      expect((await store.read('kept'))?.entries).toHaveLength(600);
      if (shelf.length === 3) expect((await store.read('new'))?.entries).toHaveLength(1200);
      const held = [...data.keys()].filter((key) => key.startsWith('content/')).length;
      expect(held).toBe(shelf.length === 3 ? 4 + 6 : 4);
    }
  });

  it('a removal or a replacement cut off anywhere leaves the old or the new', async () => {
    const base = new Map<string, unknown>();
    await open(base).store.put('a', content('A', many(600)));
    for (let dieAt = 0; dieAt <= 8; dieAt += 1)
      for (const act of ['remove', 'replace']) {
        const data = structuredClone(base);
        const { store } = open(data, { dieAt });
        await (act === 'remove'
          ? store.remove('a')
          : store.put('a', content('A', many(300, 'b')))
        ).catch(() => undefined);
        const after = open(data).store;
        await after.sweep();
        const count = (await after.read('a'))?.entries.length ?? 0;
        expect(act === 'remove' ? [0, 600] : [300, 600]).toContain(count);
      }
  });

  it('an import that was stopped, or that finds no room, takes back what it wrote', async () => {
    const data = new Map<string, unknown>();
    const stop = new AbortController();
    await expect(
      open(data).store.put('a', content('A', many(2000)), {
        signal: stop.signal,
        onProgress: (done) => done > 700 && stop.abort(),
      }),
    ).rejects.toThrow(/abort/i);
    expect([...data.keys()]).toEqual([]);
    await expect(
      open(data, { roomFor: 3 }).store.put('a', content('A', many(2000))),
    ).rejects.toThrow(/Quota/);
    expect([...data.keys()]).toEqual([]);
  });

  it('a sweep waits for an import that is under way', async () => {
    const data = new Map<string, unknown>();
    const { store } = open(data);
    const importing = store.put('a', content('A', many(1000)));
    await store.sweep();
    await importing;
    expect((await store.read('a'))?.entries).toHaveLength(1000);
  });
});

describe('a corrupt shelf', () => {
  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { generation: 1, books: 'x' },
    { generation: 'x', books: [] },
  ])('%j is an empty one, and the bundled glossary still stands on it', (stored) => {
    expect(parseShelf(stored)).toEqual(emptyShelf);
    expect(needsOwnLexicon(parseShelf(stored))).toBe(false);
  });

  it('without the bundled glossary, or with one twice, is mended', () => {
    const book = { id: 'a', title: 'A', on: true, count: 1, content: 'c' };
    expect(parseShelf({ generation: 3, books: [book, book] }).books.map(({ id }) => id)).toEqual([
      'a',
      bundledId,
    ]);
  });
});

describe('glossaries arranged by precedence', () => {
  it('the first entry of an id stays, and a form belongs to the first glossary that has it', () => {
    const first = [entry('token', { aliases: [{ form: 'token' }, { form: 'coin' }] })];
    const second = [
      entry('token'),
      entry('crypto-coin', { aliases: [{ form: 'Coin' }, { form: 'altcoin' }] }),
      entry('shadowed', { aliases: [{ form: 'token' }] }),
    ];
    const arranged = arrange([first, second]);
    expect(arranged.map(({ id, aliases }) => [id, aliases.map(({ form }) => form)])).toEqual([
      ['token', ['token', 'coin']],
      ['crypto-coin', ['altcoin']],
      ['shadowed', []],
    ]);
  });

  it('two senses within one glossary both stay', () => {
    const both = [
      entry('a', { aliases: [{ form: 'R1' }] }),
      entry('b', { aliases: [{ form: 'R1' }] }),
    ];
    expect(arrange([both]).map(({ aliases }) => aliases.length)).toEqual([1, 1]);
  });
});
