import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noInnerHtml } from '../../../src/build/no-inner-html.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsgloss-html-'));
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'main.js'), "export { render } from 'preact';");
});
afterEach(() => rmSync(root, { recursive: true }));

const built = async (plugins: readonly ReturnType<typeof noInnerHtml>[]): Promise<string> =>
  JSON.stringify(
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [...plugins],
      build: { write: false, lib: { entry: join(root, 'main.js'), formats: ['es'] } },
    }),
  );

test('no code that is built can write HTML into a page', async () => {
  expect(await built([])).toMatch(/\.innerHTML\s*=[^=]/);
  expect(await built([noInnerHtml()])).not.toMatch(/\.innerHTML\s*=[^=]/);
});
