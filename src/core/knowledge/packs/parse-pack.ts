import * as v from 'valibot';
import { type Entry, type Source, sourceSchema } from '../entry.ts';
import type { Issue } from '../issue.ts';
import {
  type PackFormat,
  type PackProgress,
  PackRefused,
  type PackResult,
  type Problem,
  packEntrySchema,
  packLimits,
  packTitleSchema,
  type RawEntry,
  type RawPack,
} from './pack.ts';
import { readCsvPack } from './parse-csv.ts';
import { readJsonPack } from './parse-json.ts';
import { readSkosPack } from './parse-skos.ts';

export type PackFile = {
  readonly text: string;
  /** Left out: known from the name and the text. */
  readonly format?: PackFormat;
  /** The file's name, for messages; its title where it gives none. */
  readonly name: string;
};

const readers: Readonly<Record<PackFormat, (text: string) => RawPack>> = {
  json: readJsonPack,
  csv: readCsvPack,
  skos: readSkosPack,
};

const entriesAStep = 250;
const mostIssues = 20;

/**
 * A glossary file as a Pack, or why it was refused: whole, with file, line and what to do. Never
 * throws and changes nothing.
 *
 * A generator, so that the caller decides when to go on (between frames) and may stop: each step
 * checks some hundred entries and tells how far it is. Parsing the text itself is the first step.
 */
export function* parsePack(file: PackFile): Generator<PackProgress, PackResult, void> {
  try {
    return yield* readPack(file);
  } catch (error) {
    if (!(error instanceof PackRefused)) throw error;
    return { issues: [toIssue(file.name, error.problem)] };
  }
}

/** parsePack without a pause, for command lines and tests. */
export function parsePackNow(file: PackFile): PackResult {
  const steps = parsePack(file);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** What a file is, by its ending and its first characters. */
export function formatOf(name: string, text: string): PackFormat {
  const start = text.slice(0, 4000).trimStart();
  if (/\.csv$|\.tsv$/i.test(name)) return 'csv';
  if (/\.jsonld$/i.test(name) || /"@(?:context|graph|id)"\s*:/.test(start)) return 'skos';
  return /^[[{]/.test(start) || /\.json$/i.test(name) ? 'json' : 'csv';
}

function* readPack(file: PackFile): Generator<PackProgress, PackResult, void> {
  const { text, name } = file;
  if (text.length > packLimits.text) {
    throw refused(`larger than ${packLimits.text / 1e6} MB`, 'split it into several files');
  }
  if (text.includes('\0')) throw refused('not a text file', 'choose a JSON, CSV or JSON-LD file');
  const raw = readers[file.format ?? formatOf(name, text)](text);
  if (raw.entries.length === 0) throw refused('no entry in it', 'choose a glossary with entries');
  if (raw.entries.length > packLimits.entries) {
    throw refused(`${raw.entries.length} entries, most ${packLimits.entries}`, 'split it');
  }

  const problems: Problem[] = [];
  const title = v.safeParse(packTitleSchema, raw.title ?? '');
  if (!title.success)
    problems.push({ line: 1, message: 'title is not a short text', advice: 'shorten it' });
  const sources = new Map<string, Source>();
  for (const one of raw.sources) {
    const source = checked(sourceSchema, one, problems);
    if (source) once(source.id, { seen: sources, value: source, raw: one, problems });
  }
  const entries = new Map<string, Entry>();
  for (const [index, one] of raw.entries.entries()) {
    if (index % entriesAStep === 0) {
      yield { done: index, total: raw.entries.length };
      if (problems.length >= mostIssues) break;
    }
    const entry = checked(packEntrySchema, one, problems);
    if (!entry) continue;
    once(entry.id, { seen: entries, value: entry, raw: one, problems });
    problems.push(...citingNothing(entry, sources, one));
  }
  if (problems.length > 0) {
    return { issues: problems.slice(0, mostIssues).map((problem) => toIssue(name, problem)) };
  }
  return {
    pack: {
      title: (title.success && title.output) || name.replace(/\.[a-z]+$/i, ''),
      sources: [...sources.values()],
      entries: [...entries.values()],
    },
    notes: raw.notes,
  };
}

function refused(message: string, advice: string): PackRefused {
  return new PackRefused({ line: 1, message, advice });
}

function toIssue(file: string, problem: Problem): Issue {
  return { file, ...problem, severity: 'error' };
}

function checked<const S extends v.GenericSchema>(
  schema: S,
  { value, lineOf }: RawEntry,
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const forbidden = inheritedKey(value);
  if (forbidden !== undefined) {
    problems.push({ line: lineOf([]), message: `key "${forbidden}"`, advice: 'remove it' });
    return undefined;
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const where = path.length > 0 ? `${path.join('.')}: ` : '';
    const id = labelOf(value);
    problems.push({
      line: lineOf(path),
      message: `${id}${where}${issue.message}`.slice(0, 300),
      advice: adviceFor(issue),
    });
  }
  return undefined;
}

function adviceFor({ type, expected, message }: v.BaseIssue<unknown>): string {
  const wanted = type === 'regex' || !expected ? message : expected;
  return `give ${wanted}`.slice(0, 200);
}

function labelOf(value: unknown): string {
  const id = typeof value === 'object' && value && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? `${id.slice(0, 80)}: ` : '';
}

/** A key that every object has already, such as `__proto__`: never data, at any depth that entries have. */
function inheritedKey(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > 6) return undefined;
  for (const key of Object.keys(value)) {
    if (!Array.isArray(value) && key in Object.prototype) return key;
    const inside = inheritedKey((value as Record<string, unknown>)[key], depth + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function once<T>(
  id: string,
  {
    seen,
    value,
    raw,
    problems,
  }: { seen: Map<string, T>; value: T; raw: RawEntry; problems: Problem[] },
): void {
  if (seen.has(id)) {
    const advice = 'give each an id (or label) of its own';
    problems.push({ line: raw.lineOf(['id']), message: `id ${id} stands twice`, advice });
  } else seen.set(id, value);
}

function citingNothing(
  entry: Entry,
  sources: ReadonlyMap<string, Source>,
  { lineOf }: RawEntry,
): readonly Problem[] {
  const cites = [
    ...(entry.basis === 'general' ? [] : entry.basis),
    ...entry.claims.flatMap((claim) => claim.cites),
    ...entry.dates.flatMap((dated) => dated.cites),
  ];
  const wrong = cites.find(
    ({ source, paragraph }) => paragraph > (sources.get(source)?.paragraphs ?? 0),
  );
  if (!wrong) return [];
  const message = sources.has(wrong.source)
    ? `${entry.id}: ${wrong.source} has no paragraph ${wrong.paragraph}`
    : `${entry.id}: no source ${wrong.source} in this file`;
  return [{ line: lineOf([]), message, advice: 'list it under sources, with its paragraphs' }];
}
