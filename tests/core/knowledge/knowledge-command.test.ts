import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../src/build/read-knowledge.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'newsgloss-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const knowledge = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(projectRoot, 'src/tools/knowledge.ts'), ...args], {
    encoding: 'utf8',
    cwd: projectRoot,
  });

/** Every file under a folder with its text. */
const contentsOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

describe('knowledge check', () => {
  test('finds nothing wrong, and prints coverage, claims by kind and readability', () => {
    const { stdout, status } = knowledge('check');
    expect(stdout).toMatch(/\d+ entries against digests alone: 0 errors/);
    const [, cited, all, silent] =
      /(\d+) of (\d+) paragraphs cited, (\d+) state/.exec(stdout) ?? [];
    expect(Number(cited) + Number(silent)).toBe(Number(all));
    expect(stdout).toMatch(/Claims: \d+ \(\d+ fact, \d+ view, \d+ report, \d+ estimate\)/);
    expect(stdout).toMatch(/Flesch–Kincaid/);
    expect(status).toBe(0);
  });

  test('with the texts, fails where a text is not the one that was digested', () => {
    const list = [
      { id: 'wccftech', file: 'a.txt', published: '2025-02' },
      { id: 'herald', file: 'a.txt', published: '2025-02' },
    ];
    writeFileSync(join(dir, 'documents.json'), JSON.stringify(list));
    writeFileSync(join(dir, 'a.txt'), 'Another text.\n');
    const { stdout, status } = knowledge('check', '--documents', dir);
    expect(stdout).toMatch(/digest\/wccftech\.json:1 error: does not agree with the text/);
    expect(stdout).toMatch(/digest\/vietnam-vn\.json:1 warning: .* has no document vietnam-vn/);
    expect(status).toBe(1);
  });
});

describe('knowledge export and import', () => {
  test('carry all of it as JSON: exported again, it is the same byte for byte', () => {
    const first = knowledge('export', '--format', 'json').stdout;
    writeFileSync(join(dir, 'pack.json'), first);
    expect(knowledge('import', join(dir, 'pack.json'), '--to', join(dir, 'assets')).status).toBe(0);
    expect(knowledge('export', '--from', join(dir, 'assets')).stdout).toBe(first);
  });

  test('say on the error output what a format loses', () => {
    const { stdout, stderr } = knowledge('export', '--format', 'csv');
    expect(stdout.split('\r\n')[0]).toBe('id,kind,label,aliases,summary,definition,related,stage');
    expect(stderr).toMatch(/csv does not carry claims/);
  });

  const good = {
    id: 'x',
    kind: 'notion',
    prefLabel: 'X',
    summary: 's',
    definition: 'd',
    basis: 'general',
  };
  const pack = (...entries: readonly unknown[]) =>
    JSON.stringify({ format: 'newsgloss-pack', version: 1, title: '', entries });
  type Bad = readonly [what: string, text: string, reason: RegExp, ...more: string[]];
  const bad: readonly Bad[] = [
    ['a file that is not JSON', '{"format":', /pack\.json:1 error: not JSON/],
    ['a file with one bad entry', pack(good, { ...good, id: 'y', summary: '<b>' }), /plain text/],
    ['a file over what is there already', pack(good), /x\.yaml exists and differs/],
    ['an unknown format', pack(good), /no format xml/, '--format', 'xml'],
  ];
  for (const [what, text, reason, ...more] of bad) {
    test(`refuse ${what} and change nothing`, () => {
      mkdirSync(join(dir, 'assets/entries'), { recursive: true });
      writeFileSync(join(dir, 'assets/entries/x.yaml'), 'mine');
      writeFileSync(join(dir, 'pack.json'), text);
      const before = contentsOf(dir);
      const to = ['--to', join(dir, 'assets'), ...more];
      const { stderr, status } = knowledge('import', join(dir, 'pack.json'), ...to);
      expect(stderr).toMatch(reason);
      expect(status).not.toBe(0);
      expect(contentsOf(dir)).toEqual(before);
    });
  }
});

test('an unknown command, or none, shows how to use it', () => {
  for (const args of [['chek'], []]) {
    const { stderr, status } = knowledge(...args);
    expect(stderr).toMatch(/Usage: npm run knowledge -- COMMAND/);
    expect(status).toBe(2);
  }
});
