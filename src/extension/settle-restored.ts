import type { PackStore } from './pack-store.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * Puts the settings of a restored backup in place. Its glossaries are there already, in the step that left these settings:
 * wherever this is cut off, the next time finishes it.
 */
export async function settleRestored(
  packs: Pick<PackStore, 'restoredSettings' | 'forgetRestoredSettings'>,
  store: Pick<SettingsStore, 'replaceOnce'>,
): Promise<void> {
  const left = await packs.restoredSettings();
  if (!left) return;
  await store.replaceOnce(left.id, left.settings);
  await packs.forgetRestoredSettings();
}
