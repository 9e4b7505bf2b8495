import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/knowledge/entry.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { createPackStore } from '../../../src/extension/pack-store.ts';
import { createSettingsStore } from '../../../src/extension/settings-store.ts';
import { settleRestored } from '../../../src/extension/settle-restored.ts';
import { type Areas, createFaultyItems } from '../settings/faulty-items.ts';
import { createFaultyDatabase } from './faulty-database.ts';

const many = (count: number, prefix: string): readonly Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${prefix}-${i}`,
    kind: 'notion',
    prefLabel: `${prefix} ${i}`,
    aliases: [],
    summary: 'A thing.',
    definition: 'A thing.',
    basis: 'general',
    claims: [],
    related: [],
    dates: [],
  }));
const pack = (title: string, count: number) => ({
  title,
  entries: many(count, title),
  sources: [],
});

type Disk = { readonly data: Map<string, unknown>; readonly areas: Areas };

let contents = 0;
let clock = 1_700_000_000_000;

/** One life of a window and a background over what is on disk; each may die at its nth step. */
const live = ({ data, areas }: Disk, { database = Infinity, items = Infinity } = {}) => {
  const faultyDatabase = createFaultyDatabase(data, { dieAt: database });
  const faultyItems = createFaultyItems(areas, { dieAt: items });
  return {
    steps: () => ({ database: faultyDatabase.transactions(), items: faultyItems.operations() }),
    packs: createPackStore({
      database: faultyDatabase,
      exclusively: (task) => task(),
      newContent: () => `c${++contents}`,
    }),
    settings: createSettingsStore({
      items: faultyItems,
      now: () => ++clock,
      exclusively: (task) => task(),
    }),
  };
};
const copyOf = ({ data, areas }: Disk): Disk => structuredClone({ data, areas });

const backup = {
  settings: { ...defaultSettings, known: ['token'], card: { delay: 700 } },
  glossaries: [
    { id: 'b', on: false, pack: pack('B', 600) },
    { id: 'bundled', on: true },
    { id: 'a', on: true, pack: pack('A2', 300) },
  ],
};

const stateOf = async (disk: Disk) => {
  const { packs, settings } = live(disk);
  const { books } = await packs.shelf();
  const read = await Promise.all(
    books.map(async ({ id, on }) => {
      const content = await packs.read(id);
      return `${id} ${on ? 'on' : 'off'} ${content?.title ?? ''} ${content?.entries.length ?? 0}`;
    }),
  );
  const { card, known } = (await settings.get()).settings;
  return [...read, `delay ${card.delay}`, `known ${known}`];
};

const before: Disk = { data: new Map(), areas: { local: {}, sync: {} } };
const { packs, settings } = live(before);
await packs.put('a', pack('A', 500));
await packs.put('kept', pack('Kept', 3));
await settings.change({ kind: 'set', path: 'card.delay', value: 123 });

const asBefore = ['kept on Kept 3', 'a on A 500', 'bundled on  0', 'delay 123', 'known '];
const asInBackup = [
  'b off B 600',
  'bundled on  0',
  'a on A2 300',
  'kept on Kept 3',
  'delay 700',
  'known token',
];

const heldIn = ({ data }: Disk) => [...data.keys()].filter((key) => key.startsWith('content/'));

const restoreIn = async (life: ReturnType<typeof live>) => {
  await life.packs.restore(backup);
  await settleRestored(life.packs, life.settings);
};

describe('a restored backup', () => {
  it('puts glossaries back in their order, on or off, and settings in the place of all', async () => {
    const disk = copyOf(before);
    expect(await stateOf(disk)).toEqual(asBefore);
    await restoreIn(live(disk));
    expect(await stateOf(disk)).toEqual(asInBackup);
    await live(disk).packs.sweep();
    expect(heldIn(disk)).toHaveLength(1 + 3 + 1 + 2 + 1 + 1);
  });

  it('is taken back whole: glossaries, their order, on or off, and settings', async () => {
    const disk = copyOf(before);
    const earlier = (await live(disk).settings.get()).settings;
    const held = heldIn(disk);
    for (let round = 0; round < 2; round += 1) {
      await restoreIn(live(disk));
      const next = live(disk);
      await next.packs.undoRestore(earlier);
      await settleRestored(next.packs, next.settings);
      expect(await stateOf(disk)).toEqual(asBefore);
      expect(heldIn(disk)).toEqual(held);
    }
  });

  it('is taken back as it was last: of two restorings the first stands', async () => {
    const disk = copyOf(before);
    await restoreIn(live(disk));
    const between = await stateOf(disk);
    const { settings } = await live(disk).settings.get();
    const next = live(disk);
    await next.packs.restore({
      ...backup,
      glossaries: [{ id: 'a', on: false, pack: pack('A3', 9) }],
    });
    await next.packs.undoRestore(settings);
    await settleRestored(next.packs, next.settings);
    expect(await stateOf(disk)).toEqual(between);
    await next.packs.sweep();
    expect(heldIn(disk)).toHaveLength(1 + 3 + 1 + 2 + 1 + 1);
  });

  it('is taken back but for what the reader did since to other glossaries', async () => {
    const disk = copyOf(before);
    await restoreIn(live(disk));
    const { packs } = live(disk);
    await packs.put('new', pack('New', 2));
    await packs.remove('kept');
    await packs.undoRestore(defaultSettings);
    const { books } = await packs.shelf();
    expect(books.map(({ id, title }) => `${id} ${title}`)).toEqual(['new New', 'a A', 'bundled ']);
    expect((await packs.read('a'))?.entries).toHaveLength(500);
  });

  it('whose taking back is cut off between any two steps is there whole, or taken back whole', async () => {
    const restored = copyOf(before);
    await restoreIn(live(restored));
    const undoIn = async (life: ReturnType<typeof live>) => {
      await life.packs.undoRestore({ ...defaultSettings, card: { delay: 123 } });
      await settleRestored(life.packs, life.settings);
    };
    const dry = live(copyOf(restored));
    await undoIn(dry);
    const steps = dry.steps();
    const faults = [
      ...Array.from({ length: steps.database + 1 }, (_, database) => ({ database })),
      ...Array.from({ length: steps.items + 1 }, (_, items) => ({ items })),
    ];
    for (const fault of faults) {
      const disk = copyOf(restored);
      await undoIn(live(disk, fault)).catch(() => undefined);
      const next = live(disk);
      await settleRestored(next.packs, next.settings);
      await next.packs.sweep();
      expect([asBefore, asInBackup], JSON.stringify(fault)).toContainEqual(await stateOf(disk));
    }
  });

  it('cut off between any two steps, leaves everything as before or everything as in the backup', async () => {
    const dry = live(copyOf(before));
    await restoreIn(dry);
    const steps = dry.steps();
    expect(steps.database).toBeGreaterThan(3);
    expect(steps.items).toBeGreaterThan(3);
    const faults = [
      ...Array.from({ length: steps.database + 1 }, (_, database) => ({ database })),
      ...Array.from({ length: steps.items + 1 }, (_, items) => ({ items })),
    ];
    const seen = new Set<string>();
    for (const fault of faults) {
      const disk = copyOf(before);
      await restoreIn(live(disk, fault)).catch(() => undefined);
      // The next background finishes what the last one was ended over.
      const next = live(disk);
      await settleRestored(next.packs, next.settings);
      await next.packs.sweep();
      const state = await stateOf(disk);
      expect([asBefore, asInBackup], JSON.stringify(fault)).toContainEqual(state);
      seen.add(JSON.stringify(state));
    }
    expect(seen.size).toBe(2);
  });

  it('is put in place once: what is chosen after it stands', async () => {
    const dry = live(copyOf(before));
    await restoreIn(dry);
    for (let database = 0; database <= dry.steps().database; database += 1) {
      const disk = copyOf(before);
      await restoreIn(live(disk, { database })).catch(() => undefined);
      const next = live(disk);
      const isIn = (await next.settings.get()).settings.card.delay === 700;
      if (!isIn) continue;
      await next.settings.change({ kind: 'set', path: 'card.delay', value: 900 });
      await settleRestored(next.packs, next.settings);
      expect((await next.settings.get()).settings.card.delay).toBe(900);
    }
  });

  it('that finds no room changes nothing', async () => {
    const disk = copyOf(before);
    const database = createFaultyDatabase(disk.data, { roomFor: disk.data.size + 2 });
    const full = createPackStore({ database, exclusively: (task) => task() });
    await expect(full.restore(backup)).rejects.toThrow(/Quota/);
    expect(await stateOf(disk)).toEqual(asBefore);
  });
});
