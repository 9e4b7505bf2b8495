import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';

/** One passage to annotate; further keys are left alone. */
export const passageSchema = v.object({
  id: v.union([v.string(), v.number()]),
  title: v.optional(v.string(), ''),
  /** Text that stands around the passage on its page. */
  page_context: v.optional(v.string(), ''),
  text: v.string(),
});
export type Passage = v.InferOutput<typeof passageSchema>;

/** A passage with its answers: a concept, `NIL` (marking it is wrong) or `ANY` (either will do). */
export const labelledSchema = v.object({
  ...passageSchema.entries,
  source: v.optional(v.object({ ref: v.optional(v.string(), '') }), {}),
  mentions: v.array(
    v.object({
      start: v.number(),
      end: v.number(),
      gold: v.string(),
      candidate: v.optional(v.string()),
      ambiguous: v.optional(v.boolean(), true),
    }),
  ),
});
export type Labelled = v.InferOutput<typeof labelledSchema>;

/** One line of a JSONL file as the schema has it, or what is wrong with it. */
export function parseLine<S extends v.GenericSchema>(
  schema: S,
  line: string,
): { readonly value: v.InferOutput<S> } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { value: parsed.output };
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  return { problem: `${key === null ? '' : `"${key}": `}${issue.message}` };
}

/** Labelled passages of a JSONL file, or of a .txt file in the form of tests/core/matching/passages. Throws on a bad line. */
export function readLabelled(file: string): readonly Labelled[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    if (file.endsWith('.txt')) return [parseOwn(line, `${basename(file, '.txt')}:${index + 1}`)];
    const read = parseLine(labelledSchema, line);
    if ('problem' in read) throw new Error(`${file}:${index + 1}: ${read.problem}`);
    return [read.value];
  });
}

const marked = /\[([^\]>]+)>([^\]]+)\]/g;

/** `field | title | context | text with [surface>concept], [surface>-], [surface>?]` */
function parseOwn(line: string, id: string): Labelled {
  const [field = '', title = '', context = '', ...rest] = line
    .split('|')
    .map((part) => part.trim());
  const body = rest.join('|');
  const mentions: Labelled['mentions'] = [];
  let text = '';
  let last = 0;
  for (const found of body.matchAll(marked)) {
    const [whole, surface = '', label = ''] = found;
    text += body.slice(last, found.index);
    const start = text.length;
    text += surface;
    const gold = label === '-' ? 'NIL' : label === '?' ? 'ANY' : label;
    mentions.push({ start, end: text.length, gold, ambiguous: true });
    last = found.index + whole.length;
  }
  text += body.slice(last);
  return { id, title, page_context: context, text, source: { ref: field }, mentions };
}
