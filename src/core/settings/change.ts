import * as v from 'valibot';
import { listFields, listPaths, valueFields, valuePaths } from './fields.ts';
import { withSite } from './is-enabled-on.ts';
import { parseSettings, valueAt, withValueAt } from './parse-settings.ts';
import type { Settings } from './settings.ts';

/** One thing that a reader may do to the settings, as plain JSON: pages and windows send it to the background, which applies it. */
export const settingsChangeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('set'), path: v.picklist(valuePaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('add'), path: v.picklist(listPaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('remove'), path: v.picklist(listPaths), value: v.unknown() }),
  v.strictObject({ kind: v.literal('site'), url: v.string(), enabled: v.boolean() }),
  /** Other settings in the place of all: a reset, or a backup. */
  v.strictObject({ kind: v.literal('replace'), settings: v.unknown() }),
]);

export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>;

/** The settings after the change; the same settings where its value does not fit its path. */
export function applyChange(settings: Settings, change: SettingsChange): Settings {
  if (change.kind === 'site') return withSite(settings, change);
  if (change.kind === 'replace') return parseSettings(change.settings).settings;
  if (change.kind === 'set') {
    const kept = valueFields[change.path](change.value);
    return kept === undefined ? settings : withValueAt(settings, change.path, kept);
  }
  const { guard, identity } = listFields[change.path];
  const kept = guard(change.value);
  if (kept === undefined) return settings;
  const list = valueAt(settings, change.path) as readonly unknown[];
  const others = list.filter((element) => identity(element) !== identity(kept));
  const after = change.kind === 'add' ? [...others, kept] : others;
  return withValueAt(settings, change.path, after);
}
