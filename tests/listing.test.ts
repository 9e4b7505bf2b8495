import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const listing = readFileSync(join(root, 'docs/store/listing.md'), 'utf8');
const languages = { en: '## English', zh_CN: '## 简体中文', vi: '## Tiếng Việt' } as const;
const present = readdirSync(join(root, 'assets/locales')).map((file) => file.replace(/\.yml$/, ''));

const sentenceOf = (heading: string): string => {
  const part = listing.slice(listing.indexOf(`${heading}\n`));
  return /### Sentence\n\n([^\n]+)\n/.exec(part)?.[1] ?? '';
};

describe('what the stores say', () => {
  test.each(Object.entries(languages).filter(([code]) => present.includes(code)))(
    'is in %s the sentence that the browser shows, short enough for both stores',
    (code, heading) => {
      const { extensionDescription } = parse(
        readFileSync(join(root, `assets/locales/${code}.yml`), 'utf8'),
      );
      expect(sentenceOf(heading)).toBe(extensionDescription);
      expect(extensionDescription.length).toBeLessThanOrEqual(132);
    },
  );

  test('comes with pictures of the sizes that the stores ask for', () => {
    const folder = join(root, 'docs/store/pictures');
    const sizes = readdirSync(folder).map((file) => {
      const { width, height } = PNG.sync.read(readFileSync(join(folder, file)));
      return [file, `${width}×${height}`];
    });
    expect(sizes.length).toBeGreaterThanOrEqual(4);
    for (const [file, size] of sizes)
      expect([file, size]).toEqual([file, file === 'tile.png' ? '440×280' : '1280×800']);
  });
});

test('the shortcut that the welcome page names is the one that the manifest suggests', () => {
  const suggested = /'walk-next': \{\s*suggested_key: \{ default: '([^']+)'/.exec(
    readFileSync(join(root, 'wxt.config.ts'), 'utf8'),
  )?.[1];
  for (const code of present) {
    const { welcomeKeys } = parse(readFileSync(join(root, `assets/locales/${code}.yml`), 'utf8'));
    expect([code, welcomeKeys.includes(suggested)]).toEqual([code, true]);
  }
});
