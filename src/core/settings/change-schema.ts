import * as v from 'valibot';
import type { SettingsChange } from './change.ts';
import { listPaths, valuePaths } from './fields.ts';

/** A change as it arrives from elsewhere. Apart from the rest, as windows that only make changes need no schema library. */
export const settingsChangeSchema: v.GenericSchema<unknown, SettingsChange> = v.variant('kind', [
  v.strictObject({ kind: v.literal('set'), path: v.picklist(valuePaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('add'), path: v.picklist(listPaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('remove'), path: v.picklist(listPaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('site'), url: v.string(), enabled: v.boolean() }),
  v.strictObject({ kind: v.literal('replace'), settings: v.unknown() }),
]);
