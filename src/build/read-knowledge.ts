import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { checkKnowledge } from '../core/knowledge/check/check-knowledge.ts';
import type { Knowledge } from '../core/knowledge/check/knowledge.ts';
import { type Digest, digestSchema, type HashRun } from '../core/knowledge/citing/digest.ts';
import type { Source } from '../core/knowledge/entry.ts';
import type { Issue } from '../core/knowledge/issue.ts';
import { type AuthoredEntry, parseEntry, parseSources } from '../core/knowledge/parse-entry.ts';

export const projectRoot = new URL('../..', import.meta.url).pathname;

/**
 * The first 40 bits of SHA-256: among all the words of this project a false alarm is rarer than one
 * in a thousand, and a short hash gives many texts to whoever would guess backwards.
 */
export const hashRun: HashRun = (run) =>
  createHash('sha256').update(run).digest('hex').slice(0, 10);

/** What stands in `assets/`: parsed and checked; `issues` is empty when it may be built. */
export type KnowledgeRead = {
  readonly authored: readonly AuthoredEntry[];
  readonly sources: readonly Source[];
  /** The same with what the checks need beside it. */
  readonly knowledge: Knowledge;
  readonly issues: readonly Issue[];
  /** Every file read, relative to the root. */
  readonly files: readonly string[];
};

/** Reads and checks `assets/` (or another folder) of a project. Throws where it is missing. */
export function readKnowledge(root: string = projectRoot, assets = 'assets'): KnowledgeRead {
  const issues: Issue[] = [];
  const authored: AuthoredEntry[] = [];
  const files = readdirSync(resolve(root, assets, 'entries'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${assets}/entries/${name}`);
  for (const file of files) {
    const parsed = parseEntry(readFileSync(resolve(root, file), 'utf8'), file);
    if ('issues' in parsed) issues.push(...parsed.issues);
    else authored.push(parsed);
  }
  const file = `${assets}/sources.yaml`;
  const parsed = parseSources(readFileSync(resolve(root, file), 'utf8'), file);
  if ('issues' in parsed) issues.push(...parsed.issues);
  const sources = 'issues' in parsed ? { sources: [], file, lineOf: () => 1 } : parsed;
  const digests = sources.sources.flatMap(({ id }) => readDigest(root, id) ?? []);
  const knowledge = { authored, sources, digests, hash: hashRun };
  // A file that cannot be parsed would make every reference to it wrong too: one fault at a time.
  return {
    authored,
    sources: sources.sources,
    knowledge,
    issues: issues.length > 0 ? issues : checkKnowledge(knowledge),
    files: [...files, file, ...digests.map(({ source }) => digestFile(source))],
  };
}

export const digestFile = (source: string) => `assets/digest/${source}.json`;

/** The digest of a source as committed; undefined where there is none or it cannot be read. */
export function readDigest(root: string, source: string): Digest | undefined {
  const path = join(root, digestFile(source));
  if (!existsSync(path)) return undefined;
  const parsed = v.safeParse(digestSchema, JSON.parse(readFileSync(path, 'utf8')));
  return parsed.success ? parsed.output : undefined;
}
