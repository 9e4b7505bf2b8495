import type { Digest, HashRun } from '../citing/digest.ts';
import type { Issue } from '../issue.ts';
import type { AuthoredEntry, AuthoredSources } from '../parse-entry.ts';

/** All that the checks look at. */
export type Knowledge = {
  readonly authored: readonly AuthoredEntry[];
  readonly sources: AuthoredSources;
  readonly digests: readonly Digest[];
  /** The hash that the digests' runs were made with. */
  readonly hash: HashRun;
};

/** One check: what it finds wrong in the knowledge. Pure, and independent of the other checks. */
export type Check = (knowledge: Knowledge) => readonly Issue[];

type Fault = { readonly message: string; readonly advice: string };

/** An error at the line of an entry where `path` leads. */
export function fault(
  { file, lineOf }: AuthoredEntry,
  path: readonly (string | number)[],
  { message, advice }: Fault,
): Issue {
  return { file, line: lineOf(path), message, advice, severity: 'error' };
}
