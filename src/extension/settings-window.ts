import { applyChange, type SettingsChange } from '../core/settings/change.ts';
import type { SettingsReading } from '../core/settings/parse-settings.ts';
import { settingsFrom } from '../core/settings/replica.ts';
import { defaultSettings } from '../core/settings/settings.ts';
import { readStored } from '../core/settings/stored.ts';
import { type ItemChanges, watchLocal } from './follow-item.ts';
import { browser } from './page-browser.ts';
import { sendToBackground } from './page-messages.ts';
import { leaveChanges, nextWaitingKey } from './waiting-changes.ts';

/** The settings as a window of our own (popup, options) shows and changes them. */
export type SettingsWindow = {
  /** What is stored, with this window's changes that the background has not yet taken in. */
  readonly shown: () => SettingsReading;
  /** Shown at once, and on its way even if the window closes now. */
  readonly change: (...changes: readonly SettingsChange[]) => void;
  /** Settles when the stored settings are shown. */
  readonly ready: Promise<void>;
};

type Surroundings = {
  readonly read: () => Promise<unknown>;
  readonly leave: (key: string, changes: readonly SettingsChange[]) => Promise<void>;
  readonly watch: (callback: (changes: ItemChanges) => void, signal: AbortSignal) => void;
  /** Asks the background to take in what waits. */
  readonly remind: () => void;
  readonly now: () => number;
};

/** After the window has shown itself, in ms. */
const readiness = 200;

/** The background was ended over a change that still waits after so long, in ms: it is woken again. */
const patience = 1000;

/** Where settings-store.ts keeps `local:settings`. */
const key = 'settings';

const browserSurroundings: Surroundings = {
  read: async () => (await browser.storage.local.get(key))[key],
  leave: leaveChanges,
  watch: watchLocal,
  remind: () => void sendToBackground({ type: 'changes-wait' }),
  now: () => Date.now(),
};

/**
 * A control that showed what is stored would, between a reader's choice and its storing, be drawn back to the old value by
 * whatever else is drawn then: the next click would land on a control that seems to stand as wanted, and change nothing.
 * So choices are shown before they are stored, until the background has stored them.
 */
export function openSettingsWindow({
  onShown,
  signal,
  surroundings = browserSurroundings,
}: {
  /** Called whenever other settings are to be shown. */
  readonly onShown: () => void;
  readonly signal: AbortSignal;
  readonly surroundings?: Surroundings;
}): SettingsWindow {
  const { read, leave, watch, remind, now } = surroundings;
  let stored: SettingsReading = { settings: defaultSettings, issues: [] };
  let isHeard = false;
  const waiting = new Map<string, readonly SettingsChange[]>();

  const hear = (value: unknown) => {
    const { replica, issues } = readStored(value);
    const reading = settingsFrom(replica);
    stored = { settings: reading.settings, issues: [...issues, ...reading.issues] };
    isHeard = true;
  };

  watch((changes) => {
    const isStored = key in changes;
    if (isStored) hear(changes[key]?.newValue);
    let isDone = false;
    for (const name of waiting.keys())
      if (name in changes && !changes[name]?.newValue) isDone = waiting.delete(name);
    if (isStored || isDone) onShown();
  }, signal);

  const remindOf = (name: string): void => {
    if (signal.aborted || !waiting.has(name)) return;
    remind();
    setTimeout(remindOf, patience, name);
  };

  const ready = read().then((value) => {
    // What was heard meanwhile is newer than what was asked for before it.
    if (!isHeard) hear(value);
    if (!signal.aborted) onShown();
    // What another window left may wait in vain; and the background is awake when the reader chooses here.
    setTimeout(remind, readiness);
  });

  return {
    ready,
    shown: () => ({
      settings: [...waiting.values()].flat().reduce(applyChange, stored.settings),
      issues: stored.issues,
    }),
    change: (...changes) => {
      const name = nextWaitingKey(now());
      waiting.set(name, changes);
      leave(name, changes).catch(() => {
        waiting.delete(name);
        onShown();
      });
      setTimeout(remindOf, patience, name);
      onShown();
    },
  };
}
