import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom; `docs/architecture.md` draws it. Type imports count. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  view: ['core'],
  page: ['view', 'core'],
  extension: ['core'],
  build: ['core'],
  tools: ['core', 'build'],
  entrypoints: ['page', 'view', 'extension', 'core'],
  config: ['build', 'core'],
};

/** The only packages that the pure core may know. */
const corePackages = ['valibot', 'fuse.js', 'yaml'];

/** Modules that speak to the browser: only src/extension may, and the doors. */
const browserModules =
  /^(?:wxt\/browser|webextension-polyfill|wxt\/utils\/storage|#i18n|@wxt-dev\/i18n)/;

const root = join(import.meta.dirname, '..');

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

const files = [...filesUnder('src'), ...filesUnder('entrypoints'), 'wxt.config.ts'];

function roomOf(path: string): string {
  const parts = path.split(sep);
  if (parts[0] === 'src') return parts[1] ?? '';
  return parts[0] === 'entrypoints' ? 'entrypoints' : 'config';
}

type Import = { readonly file: string; readonly specifier: string; readonly target?: string };

const specifiers =
  /(?:^|[\s;}])(?:import|export)\s*(?:type\s+)?(?:[\w*{][^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(specifiers)].map((found): Import => {
    const specifier = found[1] ?? found[2] ?? '';
    if (!specifier.startsWith('.')) return { file, specifier };
    const target = relative(root, normalize(join(root, dirname(file), specifier)));
    return { file, specifier, target: target.replace(/[?].*$/, '') };
  }),
);

const codeImports = imports.filter(
  ({ target }) =>
    target !== undefined && (target.startsWith('src') || target.startsWith('entrypoints')),
);

describe('who may import whom', () => {
  it('reads imports at all', () => {
    expect(codeImports.length).toBeGreaterThan(10);
  });

  it('lets a room import only the rooms below it', () => {
    const wrong = codeImports.filter(({ file, target = '' }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return from !== to && !allowed[from]?.includes(to);
    });
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('keeps the core pure: no Node, no browser, no package but its own few', () => {
    const wrong = imports.filter(
      ({ file, specifier, target }) =>
        roomOf(file) === 'core' && target === undefined && !corePackages.includes(specifier),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('lets only src/extension say browser', () => {
    const wrong = imports.filter(
      ({ file, specifier }) => roomOf(file) !== 'extension' && browserModules.test(specifier),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('has no circle of imports', () => {
    const next = new Map<string, string[]>();
    for (const { file, target = '' } of codeImports)
      next.set(file, [...(next.get(file) ?? []), target]);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
