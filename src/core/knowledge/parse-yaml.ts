import * as v from 'valibot';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue } from './issue.ts';

/** Where a value stands in its file: the keys and indexes that lead to it → a line, counted from 1. */
export type LineOf = (path: readonly (string | number)[]) => number;

export type Parsed<T> =
  | { readonly value: T; readonly lineOf: LineOf }
  | { readonly issues: readonly Issue[] };

/**
 * Reads one YAML file against a schema. Never throws: what is wrong comes back as issues with the
 * line of the nearest value that exists.
 */
export function parseYaml<const S extends v.GenericSchema>(
  schema: S,
  text: string,
  file: string,
): Parsed<v.InferOutput<S>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return {
      issues: broken.map((error) => ({
        file,
        line: counter.linePos(error.pos[0]).line,
        message: error.message.split('\n')[0] ?? error.message,
        advice: 'mend the YAML at this line',
        severity: 'error',
      })),
    };
  }

  const lineOf: LineOf = (path) => {
    for (let length = path.length; length > 0; length--) {
      const start = startOf(document.contents, path.slice(0, length));
      if (start !== undefined) return counter.linePos(start).line;
    }
    return 1;
  };
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // An alias without its anchor, or aliases that would unfold without end.
    const message = error instanceof Error ? error.message : String(error);
    return { issues: [{ file, line: 1, message, advice: 'write it out', severity: 'error' }] };
  }
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, lineOf };
  return { issues: result.issues.map((issue) => toIssue(issue, file, lineOf)) };
}

/** Offset of the key (in a map) or of the item (in a list) that a path leads to. */
function startOf(root: Node | null, path: readonly (string | number)[]): number | undefined {
  let node: unknown = root;
  let start: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (!pair) return undefined;
      start = (pair.key as Node).range?.[0];
      node = pair.value;
    } else if (typeof step === 'number' && node && typeof node === 'object' && 'items' in node) {
      const item = (node.items as Node[])[step];
      if (!item) return undefined;
      start = item.range?.[0];
      node = item;
    } else return undefined;
  }
  return start;
}

function toIssue(issue: v.BaseIssue<unknown>, file: string, lineOf: LineOf): Issue {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  const [message, advice] = explain(issue);
  return { file, line: lineOf(path), message: where + message, advice, severity: 'error' };
}

function explain(issue: v.BaseIssue<unknown>): readonly [message: string, advice: string] {
  const wanted = issue.expected ?? 'something else';
  switch (issue.type) {
    case 'strict_object':
      return issue.expected === 'never'
        ? [`unknown key ${issue.received}`, 'remove it, or look up its name in docs/knowledge.md']
        : [`missing, or not ${wanted}`, 'add it; docs/knowledge.md lists the keys'];
    case 'min_length':
      return ['empty', 'write it'];
    case 'max_length':
      return [`too long (${issue.received}, most ${wanted.replace('<=', '')})`, 'shorten it'];
    case 'picklist':
      return [`${issue.received} is not one of the words allowed`, `use one of ${wanted}`];
    case 'regex':
      return [issue.message, 'write it in that form'];
    default:
      return [`expected ${wanted}, found ${issue.received}`, 'give a value of that kind'];
  }
}
