import type { Issue } from '../issue.ts';
import { checkCopying } from './check-copying.ts';
import { checkDigests } from './check-digests.ts';
import { checkLabels } from './check-labels.ts';
import { checkReferences } from './check-references.ts';
import { checkSources } from './check-sources.ts';
import { checkStyle } from './check-style.ts';
import { checkCoverage } from './coverage.ts';
import type { Knowledge } from './knowledge.ts';

const checks = [
  checkReferences,
  checkLabels,
  checkStyle,
  checkDigests,
  checkSources,
  checkCopying,
  checkCoverage,
];

/**
 * Everything wrong in what was authored, by file and line; empty when it may be built. What parses
 * is taken as given: parseEntry and parseSources have their own issues.
 */
export function checkKnowledge(knowledge: Knowledge): readonly Issue[] {
  return checks
    .flatMap((check) => check(knowledge))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
