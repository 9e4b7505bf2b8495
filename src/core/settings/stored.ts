import { isRecord, issueOf, parseSettings, type SettingsIssue } from './parse-settings.ts';
import { flattenSettings, type Replica, readReplica, writeReplica } from './replica.ts';

/** The version in which settings are stored and backed up. */
export const storedVersion = 2;

export type StoredReading = {
  readonly replica: Replica;
  readonly issues: readonly SettingsIssue[];
};

/**
 * One step from each past version to the next.
 * 1 → 2: the settings as one object became entries with the time of their change, so that changes merge.
 */
const migrations: Readonly<Record<number, (stored: Readonly<Record<string, unknown>>) => unknown>> =
  {
    1: (stored) => ({
      version: 2,
      entries: writeReplica(flattenSettings(parseSettings(stored).settings)),
    }),
  };

/** The replica in what some version of Newsgloss stored. What cannot be read is left out, with an issue. Never throws. */
export function readStored(stored: unknown): StoredReading {
  if (stored === undefined || stored === null) return readReplica(undefined);
  let current: unknown = stored;
  for (;;) {
    if (!isRecord(current) || typeof current.version !== 'number')
      return { replica: new Map(), issues: [issueOf('', stored)] };
    const { version } = current;
    // A newer version's entries are read as far as they fit: whoever goes back keeps what both know.
    if (version >= storedVersion) return readReplica(current.entries);
    const step = migrations[version];
    if (!step) return { replica: new Map(), issues: [issueOf('version', version)] };
    current = step(current);
  }
}

/**
 * As readStored, of what this version (or a newer one) stored; nothing of what an older one did. It carries no migration
 * into pages: the background brings what is stored up to date when Newsgloss was updated.
 */
export const readCurrent = (stored: unknown): Replica =>
  readReplica(isCurrent(stored) ? stored.entries : undefined).replica;

export const isCurrent = (stored: unknown): stored is Readonly<Record<string, unknown>> =>
  isRecord(stored) && typeof stored.version === 'number' && stored.version >= storedVersion;

export function writeStored(replica: Replica): {
  readonly version: number;
  readonly entries: unknown;
} {
  return { version: storedVersion, entries: writeReplica(replica) };
}
