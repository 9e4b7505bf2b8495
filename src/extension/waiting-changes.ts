import type { SettingsChange } from '../core/settings/change.ts';
import { browser } from './page-browser.ts';

/**
 * Changes on their way from a window of ours, or a page's card, to the background: each an item of its own in
 * `storage.local`. The call that leaves one has gone to the browser before the window can close, and the browser wakes the
 * background for it. A message is lost where its window closes while the background is still being woken (Chromium), and a
 * window that reads, changes and writes by itself is closed somewhere in between.
 */
const prefix = 'change/';

let left = 0;

export const isWaitingKey = (key: string): boolean => key.startsWith(prefix);

/** The key under which the next change of this window waits: keys stand in the order in which changes were made. */
export function nextWaitingKey(now: number): string {
  left += 1;
  // Tells windows apart that change something in the same millisecond. (Pages without TLS have no `crypto.randomUUID`.)
  const lot = Math.random().toString(36).slice(2);
  return `${prefix}${String(now).padStart(15, '0')}/${String(left).padStart(6, '0')}/${lot}`;
}

/**
 * Leaves changes for the background, within the call itself: nothing is awaited before. Rejects where there is no room, and
 * in a page whose extension was updated or removed.
 */
export const leaveChanges = async (
  key: string,
  changes: readonly SettingsChange[],
): Promise<void> => browser.storage.local.set({ [key]: changes });
