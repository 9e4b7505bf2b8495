import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder, zipFile } from '../harness/build-extension.ts';
import { servePages } from '../harness/serve-pages.ts';
import { readZip, unzip } from '../harness/unzip.ts';
import { cardCloses, cardOpens } from './support/card.ts';
import { marksWith, placeOfMark } from './support/marks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const notCopied = new Set(['node_modules', '.output', '.git', '.wxt', 'reports']);
const zips = ['chrome', 'firefox', 'sources'] as const;

function run(folder: string, args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}\n${stderr}`);
  return stdout;
}

function zipIn(folder: string, env?: Record<string, string>): void {
  run(folder, ['wxt', 'zip'], env);
  run(folder, ['wxt', 'zip', '-b', 'firefox'], env);
}

const filesUnder = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );

describe('the packages for the stores', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'newsgloss-zip-'));
  const copy = join(elsewhere, 'copy');
  beforeAll(() => {
    cpSync(root, copy, { recursive: true, filter: (path) => !notCopied.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    zipIn(copy, { TZ: 'Asia/Tokyo', LC_ALL: 'C', NODE_ENV: 'test' });
    zipIn(root);
  });
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  test.each(zips)(
    'the %s zip is the same byte for byte, built twice, in another folder and time zone',
    (kind) => {
      const [one, other] = [root, copy].map((folder) => readFileSync(zipFile(kind, folder)));
      expect(one && other && one.equals(other)).toBe(true);
    },
  );

  test.each(browserNames)('the zip for %s holds exactly what all these tests drive', (name) => {
    const zipped = readZip(zipFile(name === 'chromium' ? 'chrome' : 'firefox'));
    const folder = filesUnder(extensionFolder(name));
    expect([...zipped.keys()].sort()).toEqual([...folder.keys()].sort());
    for (const [file, data] of zipped)
      expect([file, folder.get(file)?.equals(data)]).toEqual([file, true]);
  });

  test('the sources are enough to build from: everything that the build reads, and the lock', () => {
    const sources = readZip(zipFile('sources'));
    const needed = [
      'package.json',
      'package-lock.json',
      'wxt.config.ts',
      'tsconfig.json',
      'README.md',
    ];
    expect([...sources.keys()]).toEqual(expect.arrayContaining(needed));
    expect([...sources.keys()].filter((name) => /^(?:reports|node_modules|\.)/.test(name))).toEqual(
      [],
    );
    const built = [...filesUnder(join(root, 'src')).keys()].map((name) => `src/${name}`);
    expect([...sources.keys()]).toEqual(expect.arrayContaining(built));
  });

  test('the linter of addons.mozilla.org finds no error, no warning and no notice', () => {
    const folder = join(elsewhere, 'linted');
    unzip(zipFile('firefox'), folder);
    const { summary } = JSON.parse(run(root, ['web-ext', 'lint', '-s', folder, '-o', 'json']));
    expect(summary).toEqual({ errors: 0, notices: 0, warnings: 0 });
  });

  test('Chromium has nothing to say against the manifest', async () => {
    const folder = join(elsewhere, 'loaded');
    unzip(zipFile('chrome'), folder);
    const { browser, close } = await launchBrowser('chromium', { extension: folder });
    try {
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      const complaints = await page.evaluate(async () => {
        type Info = {
          installWarnings?: string[];
          manifestErrors: unknown[];
          runtimeErrors: unknown[];
        };
        const { developerPrivate } = (
          globalThis as unknown as {
            chrome: { developerPrivate: { getExtensionsInfo: () => Promise<Info[]> } };
          }
        ).chrome;
        const [info] = await developerPrivate.getExtensionsInfo();
        return [info?.installWarnings ?? [], info?.manifestErrors, info?.runtimeErrors].flat();
      });
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });

  test.each(browserNames)('the zip installed in %s marks a page and shows a card', async (name) => {
    const zip = zipFile(name === 'chromium' ? 'chrome' : 'firefox');
    let extension = zip;
    if (name === 'chromium') {
      // Chromium loads folders; what a store unpacks is what stands in the zip.
      extension = join(elsewhere, 'installed');
      unzip(zip, extension);
    }
    const server = await servePages({
      '/': readFileSync(join(root, 'assets/sample-article.html')),
    });
    const { browser, close } = await launchBrowser(name, { extension });
    try {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/`);
      expect(await marksWith(page, 'DeepSeek')).toContain('R1');
      const { x, y } = await placeOfMark(page, 'DeepSeek');
      await page.mouse.move(x - 3, y - 2);
      await page.mouse.move(x, y);
      expect((await cardOpens(page)).name).toBe('DeepSeek');
      await page.keyboard.press('Escape');
      expect(await cardCloses(page)).toBe(true);
    } finally {
      await close();
      await server.close();
    }
  });
});
