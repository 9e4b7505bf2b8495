import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const root = join(import.meta.dirname, '../..');
const read = (locale: string) =>
  parse(readFileSync(join(root, `assets/locales/${locale}.yml`), 'utf8')) as Texts;

const english = read('en');
const locales = readdirSync(join(root, 'assets/locales')).map((file) => file.replace('.yml', ''));

/** `$1`, `$2` … that a text holds. */
const fillers = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();
const formsOf = (value: Texts[string]) =>
  typeof value === 'string' ? [value] : Object.values(value);

const code = ['src', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);
const source = [...code, readFileSync(join(root, 'wxt.config.ts'), 'utf8')].join('\n');
const rooms = 'toolbar|menu|command|popup|reason|options|card|relation|glossary|welcome';

describe('the interface speaks each of its languages wholly', () => {
  it('English, Simplified Chinese and Vietnamese', () => {
    expect([...locales].sort()).toEqual(['en', 'vi', 'zh_CN']);
  });

  it.each(locales)('%s has the keys of English, no more and no less', (locale) => {
    expect(Object.keys(read(locale)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(locales)(
    '%s fills the same places as English, and has the plurals of its own language',
    (locale) => {
      const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
      for (const [key, value] of Object.entries(read(locale))) {
        const model = english[key];
        if (model === undefined) continue;
        expect([key, typeof value]).toEqual([key, typeof model]);
        if (typeof value !== 'string')
          expect([key, ...Object.keys(value).sort()]).toEqual([
            key,
            ...[...pluralCategories].sort(),
          ]);
        const wanted = formsOf(model)
          .map(fillers)
          .sort((a, b) => b.length - a.length)[0];
        for (const text of formsOf(value)) {
          expect(text.trim().length).toBeGreaterThan(0);
          if (typeof value === 'string') expect([key, fillers(text)]).toEqual([key, wanted]);
        }
      }
    },
  );

  it('every key that the code names has a text', () => {
    const named = [
      ...source.matchAll(new RegExp(`['"\`](?:__MSG_)?((?:${rooms})[A-Z]\\w*?)(?:__)?['"\`]`, 'g')),
    ];
    expect(named.length).toBeGreaterThan(100);
    const missing = named.map((found) => found[1] ?? '').filter((key) => !(key in english));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('every text is named in the code, or made of a stem that is', () => {
    const unused = Object.keys(english).filter(
      (key) =>
        !source.includes(key) && !/^(?:extension|optionsPattern|optionsIs|relation)/.test(key),
    );
    expect(unused).toEqual([]);
  });
});
