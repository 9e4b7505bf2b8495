import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { annotatePassage } from './evaluation/annotate-passage.ts';
import { openBundledLexicon } from './evaluation/bundled-lexicon.ts';
import { parseLine, passageSchema } from './evaluation/passage.ts';

/** `annotate < passages.jsonl`: one passage a line in, its mentions a line out; status 2 when a line was bad. */

const lexicon = openBundledLexicon();

let number = 0;
for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (line.trim() === '') continue;
  const read = parseLine(passageSchema, line);
  if ('problem' in read) {
    console.error(`line ${number}: ${read.problem}`);
    process.exitCode = 2;
  } else {
    process.stdout.write(`${JSON.stringify(annotatePassage(lexicon, read.value))}\n`);
  }
}
