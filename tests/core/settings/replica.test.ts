import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type SettingsChange } from '../../../src/core/settings/change.ts';
import { parseSettings } from '../../../src/core/settings/parse-settings.ts';
import {
  emptyReplica,
  mergeReplicas,
  type Replica,
  readReplica,
  settingsFrom,
  withChanges,
  writeReplica,
} from '../../../src/core/settings/replica.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { readStored, storedVersion, writeStored } from '../../../src/core/settings/stored.ts';

const edit = (replica: Replica, now: number, ...changes: readonly SettingsChange[]): Replica => {
  const before = settingsFrom(replica).settings;
  return withChanges(replica, { before, after: changes.reduce(applyChange, before), now });
};

const anyChange: fc.Arbitrary<SettingsChange> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    path: fc.constantFrom('marking.links' as const, 'marking.headings' as const),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const),
    path: fc.constant('known' as const),
    value: fc.constantFrom('nvidia', 'amd', 'token'),
  }),
  fc.record({
    kind: fc.constant('site' as const),
    url: fc.constantFrom('https://a.com/', 'https://b.com/'),
    enabled: fc.boolean(),
  }),
);

const anyReplica: fc.Arbitrary<Replica> = fc
  .array(fc.tuple(anyChange, fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
  .map((steps) =>
    steps.reduce((replica, [change, now]) => edit(replica, now, change), emptyReplica),
  );

const plain = (replica: Replica) => Object.entries(writeReplica(replica)).sort();

describe('replicas merge by setting', () => {
  it('two windows that change different things lose nothing', () => {
    const base = edit(emptyReplica, 1, { kind: 'add', path: 'known', value: 'token' });
    const here = edit(base, 5, { kind: 'site', url: 'https://a.com/', enabled: false });
    const there = edit(
      base,
      4,
      { kind: 'site', url: 'https://b.com/', enabled: false },
      { kind: 'set', path: 'marking.style', value: 'solid' },
      { kind: 'remove', path: 'known', value: 'token' },
    );
    const { settings } = settingsFrom(mergeReplicas(here, there));
    expect([...settings.sites.off].sort()).toEqual(['a.com', 'b.com']);
    expect(settings.marking.style).toBe('solid');
    expect(settings.known).toEqual([]);
  });

  it('the later change of one setting wins, on whichever machine', () => {
    const early = edit(emptyReplica, 1, { kind: 'set', path: 'card.delay', value: 200 });
    const late = edit(emptyReplica, 2, { kind: 'set', path: 'card.delay', value: 700 });
    for (const merged of [mergeReplicas(early, late), mergeReplicas(late, early)])
      expect(settingsFrom(merged).settings.card.delay).toBe(700);
  });

  it('a change is newer than what it replaces even where the clock went back', () => {
    const first = edit(emptyReplica, 1000, { kind: 'set', path: 'card.delay', value: 200 });
    const second = edit(first, 10, { kind: 'set', path: 'card.delay', value: 700 });
    expect(settingsFrom(mergeReplicas(first, second)).settings.card.delay).toBe(700);
  });

  it('order and repetition of merges make no difference', () => {
    fc.assert(
      fc.property(anyReplica, anyReplica, anyReplica, (a, b, c) => {
        const one = mergeReplicas(mergeReplicas(a, b), c);
        const other = mergeReplicas(c, mergeReplicas(b, a), a);
        expect(plain(other)).toEqual(plain(one));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is stored is read back, and what is corrupt falls back for itself alone', () => {
  it('writing and reading changes nothing', () => {
    fc.assert(
      fc.property(anyReplica, (replica) => {
        const stored: unknown = JSON.parse(JSON.stringify(writeStored(replica)));
        expect(plain(readStored(stored).replica)).toEqual(plain(replica));
        expect(readStored(stored).issues).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['marking.amount', 'sometimes'],
    ['card.delay', -5],
    ['card.delay', '400'],
    ['pause', { until: 'tomorrow' }],
    ['sites.off#x y', 'x y'],
    ['known#', 7],
    ['corrections#[]', { form: 'R1' }],
  ])('%s = %j costs only itself', (key, value) => {
    const good = edit(emptyReplica, 1, { kind: 'set', path: 'marking.links', value: false });
    const bad: Replica = new Map([...good, [key, { value, at: 2 }]]);
    const { settings, issues } = settingsFrom(bad);
    expect(settings).toEqual(settingsFrom(good).settings);
    expect(issues).toHaveLength(1);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { entries: 3, version: 2 },
    { version: 99, entries: {} },
  ])('never throws: %j', (stored) => {
    expect(settingsFrom(readStored(stored).replica).settings).toEqual(defaultSettings);
  });

  it('reads any JSON at all without throwing, and settings from it are whole', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Object.keys(parseSettings(value).settings)).toEqual(Object.keys(defaultSettings));
        settingsFrom(readReplica(value).replica);
        readStored({ version: 1, ...(value as object) });
      }),
      { numRuns: 500 },
    );
  });
});

describe('settings stored by past versions are understood', () => {
  it('version 1: one object', () => {
    const past = {
      version: 1,
      pause: 'none',
      sites: { mode: 'only', off: [], on: ['a.com'] },
      marking: { amount: 'every', headings: false },
      card: { delay: 900 },
      known: ['nvidia'],
      corrections: [{ form: 'R1', concept: 'deepseek-r1', verdict: 'never', site: 'a.com' }],
    };
    const { settings, issues } = settingsFrom(readStored(past).replica);
    expect(issues).toEqual([]);
    expect(settings.sites).toEqual(past.sites);
    expect(settings.marking).toEqual({ ...defaultSettings.marking, ...past.marking });
    expect(settings.known).toEqual(['nvidia']);
    expect(settings.corrections).toEqual(past.corrections);
  });

  it('what is written now carries the present version', () => {
    expect(writeStored(emptyReplica).version).toBe(storedVersion);
  });
});
