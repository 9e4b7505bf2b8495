import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readKnowledge } from '../build/read-knowledge.ts';
import { compile } from '../core/knowledge/compile.ts';
import { openLexicon } from '../core/matching/index.ts';
import { annotatePassage, passageSchema } from './annotate-passage.ts';

/** `annotate < passages.jsonl`: one passage a line in, its mentions a line out; status 2 when a line was bad. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { authored, sources, issues } = readKnowledge(root);
for (const { file, line, message } of issues) console.error(`${file}:${line}: ${message}`);
if (issues.length > 0) process.exit(1);

const entries = authored.map(({ entry }) => entry);
const lexicon = openLexicon(compile({ entries, sources }).lexicon);

let number = 0;
for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (line.trim() === '') continue;
  const read = parseLine(line);
  if ('problem' in read) {
    console.error(`line ${number}: ${read.problem}`);
    process.exitCode = 2;
  } else {
    process.stdout.write(`${JSON.stringify(annotatePassage(lexicon, read.passage))}\n`);
  }
}

function parseLine(line: string) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = v.safeParse(passageSchema, value);
  if (parsed.success) return { passage: parsed.output };
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  return { problem: `${key === null ? '' : `"${key}": `}${issue.message}` };
}
