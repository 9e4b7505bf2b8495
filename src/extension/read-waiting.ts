import * as v from 'valibot';
import type { SettingsChange } from '../core/settings/change.ts';
import { settingsChangeSchema } from '../core/settings/change-schema.ts';

const changesSchema = v.array(settingsChangeSchema);

/** The changes that a window left under a waiting key; none in what is damaged or already taken in. */
export function readWaiting(stored: unknown): readonly SettingsChange[] {
  const parsed = v.safeParse(changesSchema, stored);
  return parsed.success ? parsed.output : [];
}
