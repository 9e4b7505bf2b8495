import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot, readKnowledge } from '../../../src/build/read-knowledge.ts';
import { copiedRuns, createCopyTest } from '../../../src/core/knowledge/check/check-copying.ts';

const { knowledge, sources } = readKnowledge();
const isCopied = createCopyTest(knowledge);

/** Titles may be given as they are. */
const withoutTitles = (text: string) =>
  sources.reduce((rest, { title }) => rest.replaceAll(title, ' | '), text.replace(/\s+/g, ' '));

test('no file of the project has eight words in a row as a document has them, titles aside', () => {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  const files = listed
    .split('\n')
    .filter((name) => /\.(?:tsx?|mjs|js|json|ya?ml|md|html|css|csv|svg|txt)$/.test(name))
    .filter((name) => !/^package-lock\.json$|^assets\/digest\//.test(name));
  const copies = files.flatMap((name) => {
    const text = withoutTitles(readFileSync(`${projectRoot}/${name}`, 'utf8'));
    return copiedRuns(text, isCopied).map(({ run, source }) => `${name}: "${run}" (${source})`);
  });
  expect(files.length).toBeGreaterThan(50);
  expect(copies).toEqual([]);
});
