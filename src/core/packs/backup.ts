import * as v from 'valibot';
import type { Pack } from '../knowledge/packs/pack.ts';
import { parsePackNow } from '../knowledge/packs/parse-pack.ts';
import { writePack } from '../knowledge/packs/write-pack.ts';
import { parseSettings, type SettingsIssue } from '../settings/parse-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { bundledId } from './shelf.ts';

/** Everything that a reader chose and brought in, as one file. Glossaries in order of precedence. */
export type Backup = {
  readonly settings: Settings;
  readonly glossaries: readonly {
    readonly id: string;
    readonly on: boolean;
    /** Absent for the bundled glossary. */
    readonly pack?: Pack;
  }[];
};

export const backupFormat = 'newsgloss-backup';
const backupVersion = 1;

export function writeBackup({ settings, glossaries }: Backup): string {
  const value = {
    format: backupFormat,
    version: backupVersion,
    settings,
    glossaries: glossaries.map(({ id, on, pack }) => ({
      id,
      on,
      // A pack without entries would not be taken back.
      ...(pack &&
        pack.entries.length > 0 && { pack: JSON.parse(writePack(pack, 'json')) as unknown }),
    })),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

const fileSchema = v.object({
  format: v.literal(backupFormat),
  version: v.literal(backupVersion),
  settings: v.unknown(),
  glossaries: v.array(
    v.object({
      id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
      on: v.boolean(),
      pack: v.optional(v.unknown()),
    }),
  ),
});

/** What was wrong with a backup, in a form that can be shown. */
export type BackupRefusal = { readonly line: number; readonly message: string };

/**
 * A backup from a file. It is refused whole if it is none, or if one of its glossaries is not sound; a single setting that
 * is not sound falls back for itself, with an issue. Never throws.
 */
export function parseBackup(
  text: string,
):
  | { readonly backup: Backup; readonly issues: readonly SettingsIssue[] }
  | { readonly refused: BackupRefusal } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { refused: { line: 1, message: error instanceof Error ? error.message : 'not JSON' } };
  }
  const file = v.safeParse(fileSchema, value);
  if (!file.success) {
    const [issue] = file.issues;
    return { refused: { line: 1, message: `${v.getDotPath(issue) ?? 'file'}: ${issue.message}` } };
  }
  const glossaries: Backup['glossaries'][number][] = [];
  for (const { id, on, pack } of file.output.glossaries) {
    if (id === bundledId || pack === undefined) {
      if (id === bundledId) glossaries.push({ id, on });
      continue;
    }
    const result = parsePackNow({ text: JSON.stringify(pack), name: id, format: 'json' });
    if ('issues' in result)
      return { refused: { line: 1, message: `${id}: ${result.issues[0]?.message ?? ''}` } };
    glossaries.push({ id, on, pack: result.pack });
  }
  const { settings, issues } = parseSettings(file.output.settings);
  return { backup: { settings, glossaries }, issues };
}
