import { browser } from './page-browser.ts';

export type ItemChanges = Readonly<Record<string, { readonly newValue?: unknown }>>;

/** Calls back with what changed in `storage.local`, until the signal aborts. */
export function watchLocal(callback: (changes: ItemChanges) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage.local;
  onChanged.addListener(callback);
  signal.addEventListener('abort', () => onChanged.removeListener(callback));
}

/**
 * An item of `storage.local` as it is now; calls back after each change from then on, until the signal aborts. It listens
 * before it asks, so that no change falls between the two, and what was heard meanwhile counts as newer than the answer.
 */
export async function followItem(
  key: string,
  callback: (value: unknown) => void,
  signal: AbortSignal,
): Promise<unknown> {
  let isAsking = true;
  let heard: { readonly newValue?: unknown } | undefined;
  watchLocal((changes) => {
    const change = changes[key];
    if (change === undefined) return;
    heard = change;
    if (!isAsking) callback(change.newValue);
  }, signal);
  const asked = (await browser.storage.local.get(key))[key];
  isAsking = false;
  return heard ? heard.newValue : asked;
}
