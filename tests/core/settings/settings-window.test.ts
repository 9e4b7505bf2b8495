import { describe, expect, it } from 'vitest';
import type { SettingsChange } from '../../../src/core/settings/change.ts';
import { createSettingsStore } from '../../../src/extension/settings-store.ts';
import { openSettingsWindow } from '../../../src/extension/settings-window.ts';
import { type Areas, createFaultyItems } from './faulty-items.ts';

const mode = (value: 'only' | 'all-but'): SettingsChange => ({
  kind: 'set',
  path: 'sites.mode',
  value,
});

/** One browser: a background that takes in when told to, and windows that hear of what is stored when told to. */
function browserOf(areas: Areas = { local: {}, sync: {} }) {
  let clock = 1_700_000_000_000;
  const now = () => {
    clock += 1;
    return clock;
  };
  type Callback = Parameters<
    NonNullable<Parameters<typeof openSettingsWindow>[0]['surroundings']>['watch']
  >[0];
  const listeners = new Set<Callback>();
  const background = createSettingsStore({
    items: createFaultyItems(areas),
    now,
    exclusively: (task) => task(),
  });
  let known: Record<string, unknown> = structuredClone(areas.local);
  /** Every window hears what changed since the last time. */
  const tell = () => {
    const keys = new Set([...Object.keys(known), ...Object.keys(areas.local)]);
    const changes = Object.fromEntries(
      [...keys]
        .filter((key) => JSON.stringify(known[key]) !== JSON.stringify(areas.local[key]))
        .map((key) => [key, { newValue: areas.local[key] }]),
    );
    known = structuredClone(areas.local);
    for (const listener of listeners) listener(changes);
  };
  const open = ({ isFull = false, read = async () => areas.local.settings as unknown } = {}) => {
    const drawn: string[] = [];
    const lifetime = new AbortController();
    const settings = openSettingsWindow({
      onShown: () => drawn.push(settings.shown().settings.sites.mode),
      signal: lifetime.signal,
      surroundings: {
        read,
        leave: async (key, changes) => {
          if (isFull) throw new Error('QUOTA_BYTES quota exceeded');
          areas.local[key] = structuredClone(changes);
          known[key] = changes;
        },
        watch: (callback) => listeners.add(callback),
        remind: () => void background.takeIn().then(tell),
        now,
      },
    });
    return { settings, drawn, shown: () => settings.shown().settings.sites.mode };
  };
  return { background, tell, open };
}

describe('a window over the settings', () => {
  it('shows a choice at once, and never the old value again, whatever else is heard meanwhile', async () => {
    const { background, tell, open } = browserOf();
    const { settings, drawn, shown } = open();
    await settings.ready;
    settings.change(mode('only'));
    expect(shown()).toBe('only');
    await background.change({ kind: 'set', path: 'card.delay', value: 99 });
    tell();
    expect(settings.shown().settings.card.delay).toBe(99);
    expect(shown()).toBe('only');
    await background.takeIn();
    tell();
    expect(shown()).toBe('only');
    expect(drawn.slice(drawn.indexOf('only'))).not.toContain('all-but');
  });

  it('of choices in haste the last one stands, in every window', async () => {
    const { background, tell, open } = browserOf();
    const [one, other] = [open(), open()];
    for (const value of ['only', 'all-but', 'only', 'all-but', 'only'] as const) {
      one.settings.change(mode(value));
      if (value === 'all-but') await background.takeIn();
    }
    await background.takeIn();
    tell();
    expect([one.shown(), other.shown()]).toEqual(['only', 'only']);
    other.settings.change(mode('all-but'));
    await background.takeIn();
    tell();
    expect([one.shown(), other.shown()]).toEqual(['all-but', 'all-but']);
  });

  it('goes by what it heard, not by an answer that was asked for before', async () => {
    const { background, tell, open } = browserOf();
    let answer: (stored: unknown) => void = () => {};
    const { settings, shown } = open({
      read: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await background.change(mode('only'));
    tell();
    answer(undefined);
    await settings.ready;
    expect(shown()).toBe('only');
  });

  it('shows the old value again where a choice could not be left', async () => {
    const { settings, drawn, shown } = browserOf().open({ isFull: true });
    settings.change(mode('only'));
    await Promise.resolve();
    await Promise.resolve();
    expect(drawn[0]).toBe('only');
    expect(shown()).toBe('all-but');
  });

  it('reminds the background of a choice that waits in vain', async () => {
    const { tell, open } = browserOf();
    const [one, other] = [open(), open()];
    one.settings.change(mode('only'));
    tell();
    expect(other.shown()).toBe('all-but');
    await expect.poll(other.shown, { timeout: 5000 }).toBe('only');
    expect(one.shown()).toBe('only');
  });

  it('puts other settings in the place of all', async () => {
    const { background, tell, open } = browserOf();
    const { settings } = open();
    await background.change(mode('only'), { kind: 'add', path: 'known', value: 'token' });
    tell();
    const all = { ...settings.shown().settings, known: ['amd'] };
    settings.change({ kind: 'replace', settings: all });
    expect(settings.shown().settings).toEqual(all);
    await background.takeIn();
    tell();
    expect(settings.shown().settings).toEqual(all);
  });
});
