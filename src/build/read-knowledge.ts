import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../core/knowledge/entry.ts';
import type { Issue } from '../core/knowledge/issue.ts';
import { type AuthoredEntry, parseEntry, parseSources } from '../core/knowledge/parse-entry.ts';

/** What stands in `assets/`, read and parsed; `issues` is empty when all of it could be read. */
export type AuthoredKnowledge = {
  readonly authored: readonly AuthoredEntry[];
  readonly sources: readonly Source[];
  readonly issues: readonly Issue[];
};

/** Reads `entries/*.yaml` and `sources.yaml` under a project's folder. Throws where they are missing. */
export function readKnowledge(root: string): AuthoredKnowledge {
  const issues: Issue[] = [];
  const authored: AuthoredEntry[] = [];
  for (const name of readdirSync(join(root, 'assets/entries')).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = `assets/entries/${name}`;
    const parsed = parseEntry(readFileSync(join(root, file), 'utf8'), file);
    if ('issues' in parsed) issues.push(...parsed.issues);
    else authored.push(parsed);
  }
  const file = 'assets/sources.yaml';
  const parsed = parseSources(readFileSync(join(root, file), 'utf8'), file);
  if ('issues' in parsed) issues.push(...parsed.issues);
  return { authored, sources: 'issues' in parsed ? [] : parsed.sources, issues };
}
