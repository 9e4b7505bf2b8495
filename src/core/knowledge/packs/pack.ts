import * as v from 'valibot';
import { createEntrySchema, type Entry, type Source, sourceSchema } from '../entry.ts';
import type { Issue } from '../issue.ts';

/** A glossary that travels as one file. */
export type Pack = {
  readonly title: string;
  readonly sources: readonly Source[];
  readonly entries: readonly Entry[];
};

export type PackFormat = 'json' | 'csv' | 'skos';

export const packVersion = 1;
export const packFormatName = 'newsgloss-pack';

/** What a file may hold at most: entries, and UTF-16 units of text (of plain ASCII, 50 MB). */
export const packLimits = { entries: 100_000, text: 50_000_000 } as const;

export const packEntrySchema = createEntrySchema({ label: 200, definition: 4000 });

export const packTitleSchema = v.pipe(v.string(), v.trim(), v.maxLength(200));

/** The whole file as JSON; the published schema (`docs/pack.schema.json`) is made from it. */
export const packSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(packFormatName),
  version: v.literal(packVersion),
  title: packTitleSchema,
  sources: v.optional(v.array(sourceSchema), []),
  entries: v.pipe(v.array(packEntrySchema), v.maxLength(packLimits.entries)),
});

export type PackProgress = { readonly done: number; readonly total: number };

/** A pack that was read, with what was lost or guessed on the way; or why it was refused, whole. */
export type PackResult =
  | { readonly pack: Pack; readonly notes: readonly string[] }
  | { readonly issues: readonly Issue[] };

/** One entry of a file before it was checked. */
export type RawEntry = {
  readonly value: unknown;
  /** Line of the file, counted from 1, where the value at a path inside the entry stands. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
};

/** A file taken apart by its format, nothing checked yet. */
export type RawPack = {
  readonly title: unknown;
  readonly sources: readonly RawEntry[];
  readonly entries: readonly RawEntry[];
  readonly notes: readonly string[];
};

export type Problem = { readonly line: number; readonly message: string; readonly advice: string };

/** Says why a file was refused. Thrown inside this folder only; parsePack turns it into issues. */
export class PackRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
