import { type ListPath, listFields, type ValuePath, valueFields } from './fields.ts';
import { withSite } from './is-enabled-on.ts';
import { parseSettings, valueAt, withValueAt } from './parse-settings.ts';
import type { Settings } from './settings.ts';

/** One thing that a reader may do to the settings, as plain JSON: pages and windows send it to the background, which applies it. */
export type SettingsChange =
  | { readonly kind: 'set'; readonly path: ValuePath; readonly value: unknown }
  | { readonly kind: 'add' | 'remove'; readonly path: ListPath; readonly value: unknown }
  | { readonly kind: 'site'; readonly url: string; readonly enabled: boolean }
  /** Other settings in the place of all: a reset, or a backup. */
  | { readonly kind: 'replace'; readonly settings: unknown };

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
