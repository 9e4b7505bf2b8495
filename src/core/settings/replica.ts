import { type ListPath, listFields, listPaths, valueFields, valuePaths } from './fields.ts';
import {
  isRecord,
  issueOf,
  type SettingsIssue,
  type SettingsReading,
  valueAt,
  withValueAt,
} from './parse-settings.ts';
import { defaultSettings, type Settings } from './settings.ts';

/**
 * What a reader chose, as it is stored and synced: one entry a setting, one entry an element of a list, each with the time
 * of its change (ms since the epoch). Two replicas merge entry by entry, the later change winning, so windows and machines
 * that change different things at once lose nothing. A removed element stays for a while as an entry without a value.
 * Keys: `marking.amount`, and for elements `sites.off#example.com`. Only what was chosen is here; the rest is default.
 * (A last-writer-wins map: Shapiro et al., "A comprehensive study of convergent and commutative replicated data types", 2011.)
 */
export type Replica = ReadonlyMap<string, Stamped>;

export type Stamped = { readonly value: unknown; readonly at: number };

const removed = null;

/** How long a removal is remembered, so that a machine long switched off does not bring the element back. */
const tombstoneLife = 365 * 24 * 3600 * 1000;

export const emptyReplica: Replica = new Map();

/** Commutative, associative and idempotent: replicas may be merged in any order, any number of times. */
export function mergeReplicas(...replicas: readonly Replica[]): Replica {
  const merged = new Map<string, Stamped>();
  for (const replica of replicas) {
    for (const [key, entry] of replica) {
      const other = merged.get(key);
      if (!other || isLater(entry, other)) merged.set(key, entry);
    }
  }
  return merged;
}

/** Ties, which only two machines can make, go to the larger text: any rule that both follow will do. */
function isLater(a: Stamped, b: Stamped): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return JSON.stringify(a.value) > JSON.stringify(b.value);
}

/** The replica in which the reader's settings are `after`. Each changed entry is newer than what it replaces. */
export function withChanges(
  replica: Replica,
  change: { readonly before: Settings; readonly after: Settings; readonly now: number },
): Replica {
  const next = new Map(replica);
  const write = (key: string, value: unknown) =>
    next.set(key, { value, at: Math.max(change.now, (replica.get(key)?.at ?? 0) + 1) });
  for (const path of valuePaths) {
    const value = valueAt(change.after, path);
    if (!same(value, valueAt(change.before, path))) write(path, value);
  }
  for (const path of listPaths) {
    const before = elementsOf(change.before, path);
    const after = elementsOf(change.after, path);
    for (const [identity, value] of after)
      if (!same(value, before.get(identity))) write(`${path}#${identity}`, value);
    for (const identity of before.keys())
      if (!after.has(identity)) write(`${path}#${identity}`, removed);
  }
  return next;
}

/** Settings without history, as a replica: what differs from the defaults, older than any change. */
export function flattenSettings(settings: Settings): Replica {
  return withChanges(emptyReplica, { before: defaultSettings, after: settings, now: 1 });
}

/** The replica without removals that every machine must have heard of. */
export function withoutOldRemovals(replica: Replica, now: number): Replica {
  return new Map(
    [...replica].filter(([, { value, at }]) => value !== removed || at > now - tombstoneLife),
  );
}

/** The settings that a replica means. A bad entry falls back for itself alone and leaves an issue. */
export function settingsFrom(replica: Replica): SettingsReading {
  const issues: SettingsIssue[] = [];
  let settings: Settings = defaultSettings;
  for (const path of valuePaths) {
    const entry = replica.get(path);
    if (!entry) continue;
    const kept = valueFields[path](entry.value);
    if (kept === undefined) issues.push(issueOf(path, entry.value));
    else settings = withValueAt(settings, path, kept);
  }
  const lists = new Map<ListPath, unknown[]>();
  for (const [key, { value }] of byAge(replica)) {
    const path = listPathOf(key);
    if (!path || value === removed) continue;
    const kept = listFields[path].guard(value);
    if (kept === undefined) {
      issues.push(issueOf(path, value));
      continue;
    }
    const list = lists.get(path) ?? [];
    list.push(kept);
    lists.set(path, list);
  }
  for (const [path, elements] of lists) settings = withValueAt(settings, path, elements);
  return { settings, issues };
}

/** A replica as plain JSON, and back. What is not an entry is left out, with an issue. */
export function writeReplica(replica: Replica): Record<string, readonly [unknown, number]> {
  return Object.fromEntries([...replica].map(([key, { value, at }]) => [key, [value, at]]));
}

export function readReplica(stored: unknown): {
  readonly replica: Replica;
  readonly issues: readonly SettingsIssue[];
} {
  const replica = new Map<string, Stamped>();
  const issues: SettingsIssue[] = [];
  if (!isRecord(stored)) {
    if (stored !== undefined && stored !== null) issues.push(issueOf('', stored));
    return { replica, issues };
  }
  for (const [key, entry] of Object.entries(stored)) {
    const [value, at] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof at === 'number' && Number.isFinite(at) && value !== undefined)
      replica.set(key, { value, at });
    else issues.push(issueOf(key, entry));
  }
  return { replica, issues };
}

function listPathOf(key: string): ListPath | undefined {
  return listPaths.find((path) => key.startsWith(`${path}#`));
}

function byAge(replica: Replica): readonly (readonly [string, Stamped])[] {
  return [...replica].sort(([a, x], [b, y]) => x.at - y.at || (a < b ? -1 : 1));
}

function elementsOf(settings: Settings, path: ListPath): ReadonlyMap<string, unknown> {
  const list = valueAt(settings, path) as readonly unknown[];
  return new Map(list.map((element) => [listFields[path].identity(element), element]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
