import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestFile, projectRoot } from '../build/read-knowledge.ts';
import { digestOf, readDocuments } from './knowledge-documents.ts';

/** `knowledge digest DIR`: writes what the checks need to know of the documents, without their text. */
export function runDigest([dir]: readonly string[]): number {
  if (dir === undefined) {
    console.error('knowledge digest: name the folder that holds documents.json');
    return 2;
  }
  mkdirSync(join(projectRoot, 'assets/digest'), { recursive: true });
  for (const digest of digestOf(readDocuments(dir), projectRoot)) {
    const file = digestFile(digest.source);
    // One paragraph a line: a changed paragraph is one line of a diff.
    const lines = digest.paragraphs.map((paragraph) => `    ${JSON.stringify(paragraph)}`);
    const { version, source, salt } = digest;
    const head = JSON.stringify({ version, source, salt }, null, 2).slice(0, -2);
    writeFileSync(
      join(projectRoot, file),
      `${head},\n  "paragraphs": [\n${lines.join(',\n')}\n  ]\n}\n`,
    );
    console.log(`${file}: ${digest.paragraphs.length} paragraphs`);
  }
  return 0;
}
