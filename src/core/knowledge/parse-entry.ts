import * as v from 'valibot';
import { type Entry, entrySchema, type Source, sourceSchema } from './entry.ts';
import type { Issue } from './issue.ts';
import { type LineOf, type Parsed, parseYaml } from './parse-yaml.ts';

/** An entry together with the file that it was read from, so that a later check can name the line. */
export type AuthoredEntry = {
  readonly entry: Entry;
  readonly file: string;
  readonly lineOf: LineOf;
};

/**
 * One file of `assets/entries` as an Entry, or as what is wrong with it. Never throws.
 *
 * @param file the file's name, for messages; its base name must be the entry's id.
 */
export function parseEntry(
  text: string,
  file: string,
): AuthoredEntry | { readonly issues: readonly Issue[] } {
  const parsed: Parsed<Entry> = parseYaml(entrySchema, text, file);
  if ('issues' in parsed) return parsed;
  const { value: entry, lineOf } = parsed;
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  if (name !== entry.id) {
    const message = `id ${entry.id} does not agree with the file's name`;
    const advice = `rename the file to ${entry.id}.yaml, or set id: ${name}`;
    return { issues: [{ file, line: lineOf(['id']), message, advice, severity: 'error' }] };
  }
  return { entry, file, lineOf };
}

export type AuthoredSources = {
  readonly sources: readonly Source[];
  readonly file: string;
  readonly lineOf: LineOf;
};

/** `assets/sources.yaml` as Sources, or as what is wrong with it. Never throws. */
export function parseSources(
  text: string,
  file: string,
): AuthoredSources | { readonly issues: readonly Issue[] } {
  const parsed = parseYaml(v.array(sourceSchema), text, file);
  if ('issues' in parsed) return parsed;
  return { sources: parsed.value, file, lineOf: parsed.lineOf };
}
