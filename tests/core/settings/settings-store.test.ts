import { describe, expect, it } from 'vitest';
import type { SettingsChange } from '../../../src/core/settings/change.ts';
import { settingsFrom } from '../../../src/core/settings/replica.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { readCurrent } from '../../../src/core/settings/stored.ts';
import { createSettingsStore } from '../../../src/extension/settings-store.ts';
import { nextWaitingKey } from '../../../src/extension/waiting-changes.ts';
import { type Areas, createFaultyItems } from './faulty-items.ts';

let clock = 1_700_000_000_000;

/** One machine: its local area, and a sync area that may be shared with others. */
const machine = (areas: Areas, faults: Parameters<typeof createFaultyItems>[1] = {}) => {
  const items = createFaultyItems(areas, faults);
  let last: Promise<unknown> = Promise.resolve();
  const store = createSettingsStore({
    items,
    now: () => {
      clock += 1;
      return clock;
    },
    exclusively: (task) => {
      const result = last.then(task, task);
      last = result.catch(() => undefined);
      return result;
    },
  });
  return { store, items };
};

const know = (concept: string): SettingsChange => ({ kind: 'add', path: 'known', value: concept });
const offOn = (host: string): SettingsChange => ({
  kind: 'site',
  url: `https://${host}/`,
  enabled: false,
});
const delay = (value: number): SettingsChange => ({ kind: 'set', path: 'card.delay', value });

const fresh = (): Areas => ({ local: {}, sync: {} });
const hosts = (count: number, length = 12) =>
  Array.from({ length: count }, (_, i) => `${'x'.repeat(length)}${i}.example.com`);

describe('one machine', () => {
  it('keeps what was chosen', async () => {
    const areas = fresh();
    const { store } = machine(areas);
    await store.change(delay(250));
    await store.change(delay(300));
    expect((await machine(areas).store.get()).settings.card.delay).toBe(300);
  });

  it('two windows that change different things at the same time lose nothing', async () => {
    const areas = fresh();
    const { store } = machine(areas);
    await Promise.all([
      store.change(offOn('a.com')),
      store.change(offOn('b.com')),
      store.change(delay(9)),
    ]);
    const { settings } = await store.get();
    expect([...settings.sites.off].sort()).toEqual(['a.com', 'b.com']);
    expect(settings.card.delay).toBe(9);
  });
});

describe('what an older version stored', () => {
  it('is brought up to date by the next synchronisation, so that pages can read it', async () => {
    const old = { version: 1, card: { delay: 250 }, known: ['token'] };
    const areas: Areas = { local: { settings: old }, sync: {} };
    expect(readCurrent(areas.local.settings).size).toBe(0);
    await machine(areas).store.synchronise();
    const { settings } = settingsFrom(readCurrent(areas.local.settings));
    expect(settings).toEqual({ ...defaultSettings, card: { delay: 250 }, known: ['token'] });
  });
});

describe('two machines over one sync area', () => {
  it('merge by setting, whoever synchronises first', async () => {
    const shared = {};
    const [a, b]: [Areas, Areas] = [
      { local: {}, sync: shared },
      { local: {}, sync: shared },
    ];
    const carry = (from: Areas, to: Areas) => {
      to.sync = from.sync;
    };
    const here = machine(a).store;
    const there = machine(b).store;
    await here.change(offOn('a.com'), know('token'));
    await there.change(offOn('b.com'), delay(700)); // has not heard of a.com: overwrites the part
    carry(b, a);
    await here.synchronise(); // brings a.com back, keeps b.com
    carry(a, b);
    await there.synchronise();
    for (const store of [here, there]) {
      const { settings } = await store.get();
      expect([...settings.sites.off].sort()).toEqual(['a.com', 'b.com']);
      expect(settings.known).toEqual(['token']);
      expect(settings.card.delay).toBe(700);
    }
  });

  it('a new machine finds everything', async () => {
    const a = fresh();
    await machine(a).store.change(...hosts(300).map(offOn));
    const b: Areas = { local: {}, sync: a.sync };
    const { store } = machine(b);
    await store.synchronise();
    expect((await store.get()).settings.sites.off).toHaveLength(300);
  });
});

describe('the quotas of the sync area', () => {
  it('past one item, settings are split, and none is lost', async () => {
    const areas = fresh();
    const { store } = machine(areas);
    await store.change(...hosts(800).map(offOn));
    expect(await store.syncState()).toEqual({ status: 'synced' });
    expect(Object.keys(areas.sync).length).toBeGreaterThan(3);
    const other = machine({ local: {}, sync: areas.sync }).store;
    await other.synchronise();
    expect((await other.get()).settings.sites.off).toHaveLength(800);
  });

  it('past all of it, they stay in this browser, whole, and the reader is told', async () => {
    const areas = fresh();
    const { store } = machine(areas);
    await store.change(...hosts(100, 40).map(offOn));
    const before = { ...areas.sync };
    await store.change(...hosts(3000, 60).map(offOn));
    expect(await store.syncState()).toEqual({ status: 'local', reason: 'too-much' });
    expect((await store.get()).settings.sites.off).toHaveLength(3100);
    expect(areas.sync).toEqual(before);
  });

  it('comes back to syncing once there is less', async () => {
    const areas = fresh();
    const { store } = machine(areas);
    await store.change(...hosts(3000, 60).map(offOn));
    const { settings } = await store.get();
    const less = { ...settings, sites: { ...settings.sites, off: ['a.com'] } };
    await store.change({ kind: 'replace', settings: less });
    // The removals are remembered and still take room, but less than the sites did.
    expect((await store.get()).settings.sites.off).toEqual(['a.com']);
  });

  it('a refused write keeps the change here and sends it the next time', async () => {
    const areas = fresh();
    await machine(areas, { syncRefuses: true }).store.change(offOn('a.com'));
    const { store } = machine(areas);
    expect(await store.syncState()).toEqual({ status: 'local', reason: 'refused' });
    expect(await store.synchronise()).toEqual({ status: 'synced' });
    const other = machine({ local: {}, sync: areas.sync }).store;
    await other.synchronise();
    expect((await other.get()).settings.sites.off).toEqual(['a.com']);
  });

  it('a full disk refuses the change, loudly, and keeps what was there', async () => {
    const areas = fresh();
    await machine(areas).store.change(offOn('a.com'));
    await expect(
      machine(areas, { localRefuses: true }).store.change(offOn('b.com')),
    ).rejects.toThrow(/quota/);
    expect((await machine(areas).store.get()).settings.sites.off).toEqual(['a.com']);
  });
});

describe('the worker is ended between any two steps', () => {
  const scenario: readonly SettingsChange[] = [know('nvidia'), ...hosts(400).map(offOn)];

  it('nothing that was chosen before is lost, and the change is wholly there or not at all', async () => {
    const base = fresh();
    await machine(base).store.change(offOn('kept.com'), delay(123));
    const dry = machine(structuredClone(base));
    await dry.store.change(...scenario);
    const steps = dry.items.operations();
    expect(steps).toBeGreaterThan(4);
    for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
      const areas = structuredClone(base);
      await machine(areas, { dieAt })
        .store.change(...scenario)
        .catch(() => undefined);
      const { store } = machine(areas);
      const { settings, issues } = await store.get();
      expect(issues).toEqual([]);
      expect(settings.card.delay).toBe(123);
      expect(settings.sites.off).toContain('kept.com');
      expect([1, 401]).toContain(settings.sites.off.length);
      // After the next start, another machine sees what this one has.
      await store.synchronise();
      const other = machine({ local: {}, sync: areas.sync }).store;
      await other.synchronise();
      expect((await other.get()).settings).toEqual((await store.get()).settings);
    }
  });

  it('a synchronisation that was cut off anywhere does no harm', async () => {
    const base = fresh();
    await machine(base).store.change(...scenario);
    const remote: Areas = { local: {}, sync: structuredClone(base.sync) };
    await machine(remote).store.synchronise();
    await machine(remote).store.change(offOn('remote.com'), {
      kind: 'remove',
      path: 'known',
      value: 'nvidia',
    });
    for (let dieAt = 0; dieAt <= 8; dieAt += 1) {
      const areas: Areas = {
        local: structuredClone(base.local),
        sync: structuredClone(remote.sync),
      };
      await machine(areas, { dieAt })
        .store.synchronise()
        .catch(() => undefined);
      const { store } = machine(areas);
      await store.synchronise();
      const { settings } = await store.get();
      expect(settings.sites.off).toHaveLength(401);
      expect(settings.known).toEqual([]);
    }
  });
});

describe('changes that windows left', () => {
  const leave = (areas: Areas, ...changes: readonly SettingsChange[]) => {
    clock += 1;
    areas.local[nextWaitingKey(clock)] = changes;
  };

  it('are taken in in the order in which they were made, and nothing of them stays', async () => {
    const areas = fresh();
    for (const value of [100, 200, 300]) leave(areas, delay(value), know(`c-${value}`));
    const { store } = machine(areas);
    await store.takeIn();
    const { settings } = await store.get();
    expect(settings.card.delay).toBe(300);
    expect(settings.known).toEqual(['c-100', 'c-200', 'c-300']);
    expect(Object.keys(areas.local).filter((key) => key.startsWith('change'))).toEqual([]);
  });

  it('each count once, however often and wherever the worker is ended over them', async () => {
    const base = fresh();
    await machine(base).store.change(offOn('kept.com'), delay(123));
    leave(base, delay(200), know('nvidia'));
    leave(base, offOn('new.com'));
    const dry = machine(structuredClone(base));
    await dry.store.takeIn();
    const steps = dry.items.operations();
    expect(steps).toBeGreaterThan(5);
    for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
      const areas = structuredClone(base);
      await machine(areas, { dieAt })
        .store.takeIn()
        .catch(() => undefined);
      // Chosen after the worker was woken anew: what is taken in a second time would undo it.
      const isIn = (areas.local.settings as { entries: object }).entries;
      const { store } = machine(areas);
      if ('known#nvidia' in isIn) await store.change(delay(400));
      else leave(areas, delay(400));
      await store.takeIn();
      const { settings } = await store.get();
      expect(settings.card.delay).toBe(400);
      expect(settings.known).toEqual(['nvidia']);
      expect(settings.sites.off).toEqual(['kept.com', 'new.com']);
      expect(Object.keys(areas.local)).toEqual(['settings']);
    }
  });

  it('wait where there is no room, and what is damaged is dropped', async () => {
    const areas = fresh();
    leave(areas, delay(200));
    await expect(machine(areas, { localRefuses: true }).store.takeIn()).rejects.toThrow(/quota/);
    areas.local[nextWaitingKey(clock)] = [{ kind: 'set', path: '__proto__', value: 1 }];
    areas.local[nextWaitingKey(clock)] = 'junk';
    const { store } = machine(areas);
    await store.takeIn();
    expect((await store.get()).settings).toEqual({ ...defaultSettings, card: { delay: 200 } });
    expect(Object.keys(areas.local)).toEqual(['settings']);
  });
});

describe('corruption', () => {
  it('of one value costs that value alone, and is said', async () => {
    const areas = fresh();
    await machine(areas).store.change(delay(250), know('token'));
    const stored = areas.local.settings as { entries: Record<string, unknown> };
    stored.entries['card.delay'] = ['soon', 5];
    const { settings, issues } = await machine(areas).store.get();
    expect(settings).toEqual({ ...defaultSettings, known: ['token'] });
    expect(issues).toEqual([{ path: 'card.delay', found: '"soon"' }]);
  });

  it.each([null, 'x', 7, [], { version: 2 }, { version: 2, entries: 'x' }, { entries: {} }])(
    'of the whole local record (%j) is healed from the sync area',
    async (garbage) => {
      const areas = fresh();
      await machine(areas).store.change(delay(250), know('token'));
      areas.local.settings = garbage;
      const { store } = machine(areas);
      await store.change(know('amd'));
      await store.synchronise();
      expect((await store.get()).settings).toEqual({
        ...defaultSettings,
        known: ['token', 'amd'],
        card: { delay: 250 },
      });
    },
  );

  it('of a sync part does not reach this browser', async () => {
    const areas = fresh();
    const { store } = machine(areas);
    await store.change(delay(250), ...hosts(300).map(offOn));
    areas.sync['settings.0'] = { version: 2, entries: { 'card.delay': 'x', junk: [1] } };
    areas.sync['settings.7'] = 'junk';
    await store.synchronise();
    expect((await store.get()).settings.sites.off).toHaveLength(300);
    expect((await store.get()).settings.card.delay).toBe(250);
  });
});
