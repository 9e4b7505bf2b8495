import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knowledgePlugin } from '../../../src/build/knowledge-plugin.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsgloss-'));
  cpSync(new URL('../../../assets', import.meta.url), join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'main.js'), "export { default } from 'virtual:newsgloss/glossary';");
});
afterEach(() => rmSync(root, { recursive: true }));

const run = () =>
  build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [knowledgePlugin({ root })],
    build: { write: false, lib: { entry: join(root, 'main.js'), formats: ['es'] } },
  });

test('the build carries the knowledge that was authored', async () => {
  expect(JSON.stringify(await run())).toContain('Jensen Huang');
});

test('the build stops on a faulty entry and says file, line, fault and remedy', async () => {
  writeFileSync(join(root, 'assets/entries/broken.yaml'), 'id: broken\nkind: nonsense\n');
  await expect(run()).rejects.toThrow(
    /assets\/entries\/broken\.yaml:2 error: kind: .*nonsense.* → use one of/,
  );
});
