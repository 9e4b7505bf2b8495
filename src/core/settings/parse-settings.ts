import { type ListPath, listFields, listPaths, valueFields, valuePaths } from './fields.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** A stored value that cannot be what it should be; the default took its place, or, in a list, nothing did. */
export type SettingsIssue = { readonly path: string; readonly found: string };

export type SettingsReading = {
  readonly settings: Settings;
  readonly issues: readonly SettingsIssue[];
};

/**
 * Settings from something that claims to be settings. Each bad value falls back for that value alone and leaves an issue;
 * what is absent takes its default without one. Never throws.
 */
export function parseSettings(input: unknown): SettingsReading {
  const issues: SettingsIssue[] = [];
  if (!isRecord(input)) {
    if (input !== undefined && input !== null) issues.push(issueOf('', input));
    return { settings: defaultSettings, issues };
  }
  let settings = defaultSettings;
  for (const path of valuePaths) {
    const found = valueAt(input, path);
    if (found === undefined) continue;
    const kept = valueFields[path](found);
    if (kept === undefined) issues.push(issueOf(path, found));
    else settings = withValueAt(settings, path, kept);
  }
  for (const path of listPaths) {
    const found = valueAt(input, path);
    if (found === undefined) continue;
    settings = withValueAt(settings, path, parseList(path, found, issues));
  }
  return { settings, issues };
}

function parseList(path: ListPath, found: unknown, issues: SettingsIssue[]): readonly unknown[] {
  if (!Array.isArray(found)) {
    issues.push(issueOf(path, found));
    return [];
  }
  const { guard, identity } = listFields[path];
  const kept = new Map<string, unknown>();
  for (const element of found as readonly unknown[]) {
    const value = guard(element);
    if (value === undefined) issues.push(issueOf(path, element));
    else kept.set(identity(value), value);
  }
  return [...kept.values()];
}

export function issueOf(path: string, found: unknown): SettingsIssue {
  let text: string;
  try {
    text = JSON.stringify(found) ?? String(found);
  } catch {
    text = String(found);
  }
  return { path, found: text.slice(0, 80) };
}

/** The value at a path such as `marking.amount`; undefined where there is none. */
export function valueAt(holder: unknown, path: string): unknown {
  let value = holder;
  for (const key of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The settings with another value at the path. The value must have passed the path's schema. */
export function withValueAt(settings: Settings, path: string, value: unknown): Settings {
  const [head = '', tail] = path.split('.');
  if (tail === undefined) return { ...settings, [head]: value };
  const group = settings[head as 'sites' | 'marking' | 'card'];
  return { ...settings, [head]: { ...group, [tail]: value } };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
