import { parseArgs } from 'node:util';
import { digestFile, projectRoot, readKnowledge } from '../build/read-knowledge.ts';
import { coverageOf } from '../core/knowledge/check/coverage.ts';
import type { Knowledge } from '../core/knowledge/check/knowledge.ts';
import { explainedWords, readabilityOf } from '../core/knowledge/check/readability.ts';
import { formatIssue, type Issue } from '../core/knowledge/issue.ts';
import { claimKinds } from '../core/knowledge/vocabulary.ts';
import { digestOf, readDocuments } from './knowledge-documents.ts';

/** `knowledge check [--documents DIR]`: issues first, then what the knowledge holds. 1 where an error stands. */
export function runCheck(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { documents: { type: 'string' } } });
  const { knowledge, issues } = readKnowledge();
  const all = values.documents ? [...issues, ...compareTexts(knowledge, values.documents)] : issues;
  for (const issue of all) console.log(formatIssue(issue));

  printCoverage(knowledge);
  printClaims(knowledge);
  printReadability(knowledge);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const against = values.documents ? 'digests and texts' : 'digests alone';
  console.log(`\n${knowledge.authored.length} entries against ${against}: ${errors} errors`);
  return errors > 0 ? 1 : 0;
}

/** The committed digests are what the texts give today; a text that is not there is only reported. */
function compareTexts(knowledge: Knowledge, dir: string): readonly Issue[] {
  const fresh = digestOf(readDocuments(dir), projectRoot);
  const ids = new Set([...fresh, ...knowledge.digests].map(({ source }) => source));
  return [...ids].flatMap((id): Issue[] => {
    const [now, then] = [fresh, knowledge.digests].map((all) => all.find((d) => d.source === id));
    if (JSON.stringify(now) === JSON.stringify(then)) return [];
    return [
      {
        file: digestFile(id),
        line: 1,
        message: now ? `does not agree with the text of ${id}` : `${dir} has no document ${id}`,
        advice: now
          ? `run \`npm run knowledge -- digest ${dir}\``
          : 'its digest was taken as it is',
        severity: now ? 'error' : 'warning',
      },
    ];
  });
}

const entriesOf = ({ authored }: Knowledge) => authored.map(({ entry }) => entry);

function printCoverage(knowledge: Knowledge): void {
  const { digests, sources } = knowledge;
  const rows = coverageOf({ entries: entriesOf(knowledge), sources: sources.sources, digests });
  console.log('\nCoverage: claims that cite each paragraph');
  for (const { source, paragraph, claims, silent } of rows) {
    const shown = claims.length > 0 ? claims.join(' ') : silent ? '(states nothing)' : 'NONE';
    console.log(`  ${source}:${paragraph}`.padEnd(16), String(claims.length).padStart(3), shown);
  }
  const cited = rows.filter(({ claims }) => claims.length > 0).length;
  const silent = rows.filter((row) => row.silent && row.claims.length === 0).length;
  console.log(`  ${cited} of ${rows.length} paragraphs cited, ${silent} state nothing`);
}

function printClaims(knowledge: Knowledge): void {
  const claims = entriesOf(knowledge).flatMap((entry) => entry.claims);
  const counts = claimKinds.map(
    (kind) => `${claims.filter((c) => c.kind === kind).length} ${kind}`,
  );
  const general = claims.filter(({ cites }) => cites.length === 0).length;
  const disputing = claims.filter(({ disputes }) => disputes !== undefined).length;
  console.log(`\nClaims: ${claims.length} (${counts.join(', ')}), ${general} of general knowledge`);
  console.log(`  ${disputing} dispute another`);
}

function printReadability(knowledge: Knowledge): void {
  const entries = entriesOf(knowledge);
  const explained = explainedWords(entries);
  const rows = entries
    .map((entry) => ({ id: entry.id, ...readabilityOf(entry, explained) }))
    .sort((a, b) => b.grade - a.grade);
  const middle = rows[Math.floor(rows.length / 2)]?.grade;
  console.log(`\nReadability: school years needed (Flesch–Kincaid), median ${middle}; the hardest`);
  for (const { id, grade, hard } of rows.slice(0, 10)) {
    console.log(`  ${String(grade).padStart(5)}  ${id.padEnd(28)} ${hard.join(' ')}`);
  }
}
