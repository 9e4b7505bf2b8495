import * as v from 'valibot';
import { listFields, listPaths, valueFields, valuePaths } from './fields.ts';
import { withSite } from './is-enabled-on.ts';
import { valueAt, withValueAt } from './parse-settings.ts';
import type { Settings } from './settings.ts';

/** One thing that a reader may do to the settings, as plain JSON: pages send it to the background, which applies it. */
export const settingsChangeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('set'), path: v.picklist(valuePaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('add'), path: v.picklist(listPaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('remove'), path: v.picklist(listPaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('site'), url: v.string(), enabled: v.boolean() }),
]);

export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>;

/** The settings after the change; the same settings where its value does not fit its path. */
export function applyChange(settings: Settings, change: SettingsChange): Settings {
  if (change.kind === 'site') return withSite(settings, change);
  if (change.kind === 'set') {
    const parsed = v.safeParse(valueFields[change.path], change.value);
    return parsed.success ? withValueAt(settings, change.path, parsed.output) : settings;
  }
  const { schema, identity } = listFields[change.path];
  const parsed = v.safeParse(schema, change.value);
  if (!parsed.success) return settings;
  const list = valueAt(settings, change.path) as readonly unknown[];
  const others = list.filter((element) => identity(element) !== identity(parsed.output));
  const after = change.kind === 'add' ? [...others, parsed.output] : others;
  return withValueAt(settings, change.path, after);
}
