import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import { stringify } from 'yaml';
import { projectRoot, readKnowledge } from '../build/read-knowledge.ts';
import type { Entry, Source } from '../core/knowledge/entry.ts';
import { formatIssue } from '../core/knowledge/issue.ts';
import { type Pack, type PackFormat, packSchema } from '../core/knowledge/packs/pack.ts';
import { formatOf, parsePackNow } from '../core/knowledge/packs/parse-pack.ts';
import { authoredForm, packLosses, writePack } from '../core/knowledge/packs/write-pack.ts';

const formats: readonly string[] = ['json', 'csv', 'skos'] satisfies PackFormat[];

function formatGiven(format: string | undefined): PackFormat | undefined {
  if (format === undefined || formats.includes(format)) return format as PackFormat | undefined;
  throw new Error(`no format ${format}: use ${formats.join(', ')}`);
}

/** `knowledge export [--format F] [--from DIR]`: DIR holds `entries/` and `sources.yaml`. */
export function runExport(args: readonly string[]): number {
  const options = { format: { type: 'string' }, from: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const format = formatGiven(values.format) ?? 'json';
  const { authored, sources, issues } = readKnowledge(projectRoot, values.from ?? 'assets');
  if (authored.length === 0 && issues.length > 0) {
    for (const issue of issues) console.error(formatIssue(issue));
    return 1;
  }
  const entries = authored.map(({ entry }) => entry);
  process.stdout.write(writePack({ title: 'Newsgloss', sources, entries }, format));
  for (const loss of packLosses[format]) console.error(`${format} does not carry ${loss}`);
  return 0;
}

/** `knowledge import FILE`: nothing is written unless all of it can be. */
export function runImport(args: readonly string[]): number {
  const options = {
    format: { type: 'string' },
    to: { type: 'string' },
    replace: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Error('name the file to import');
  const text = readFileSync(file, 'utf8');
  const format = formatGiven(values.format) ?? formatOf(file, text);
  const result = parsePackNow({ text, format, name: basename(file) });
  if ('issues' in result) {
    for (const issue of result.issues) console.error(formatIssue(issue));
    console.error('nothing was imported');
    return 1;
  }
  const files = filesOf(result.pack, resolve(projectRoot, values.to ?? 'assets'));
  const taken = files.filter(
    ({ path, text }) => existsSync(path) && readFileSync(path, 'utf8') !== text,
  );
  if (taken.length > 0 && !values.replace) {
    for (const { path } of taken) console.error(`${path} exists and differs`);
    console.error('nothing was imported; --replace overwrites');
    return 1;
  }
  for (const { path, text } of files) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`${result.pack.entries.length} entries imported as ${format}`);
  return 0;
}

function filesOf(
  pack: Pack,
  dir: string,
): readonly { readonly path: string; readonly text: string }[] {
  const sourcesFile = join(dir, 'sources.yaml');
  const entries = pack.entries.map((entry) => ({
    path: join(dir, 'entries', `${entry.id}.yaml`),
    text: entryFile(entry),
  }));
  if (pack.sources.length === 0 && existsSync(sourcesFile)) return entries;
  return [
    ...entries,
    { path: sourcesFile, text: toYaml(pack.sources satisfies readonly Source[]) },
  ];
}

const toYaml = (value: unknown) => stringify(value, { lineWidth: 110 });

function entryFile(entry: Entry): string {
  return toYaml(authoredForm(entry));
}

export const schemaFile = 'docs/pack.schema.json';

/** The JSON Schema of a pack file, as published. */
export function packJsonSchema(): string {
  // What JSON Schema cannot say (trimming, turning numbers of years into text) is left to the parser.
  const schema = toJsonSchema(packSchema, { typeMode: 'input', errorMode: 'ignore' });
  const head = { $schema: schema.$schema, title: 'Newsgloss pack, version 1' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

export function runSchema(): number {
  writeFileSync(join(projectRoot, schemaFile), packJsonSchema());
  console.log(schemaFile);
  return 0;
}
