import { PackRefused, type RawEntry, type RawPack } from './pack.ts';
import { aliasOf, idOf, oneLine, shorten } from './plain-entry.ts';
import { type CsvRow, csvValue, readCsv } from './read-csv.ts';

/** Columns in the order in which they are written; `label` and one of the two texts are required. */
export const csvColumns = [
  'id',
  'kind',
  'label',
  'aliases',
  'summary',
  'definition',
  'related',
  'stage',
] as const;

type Column = (typeof csvColumns)[number];

/** Names under which glossaries from elsewhere have the same column. */
const otherNames: Readonly<Record<string, Column>> = {
  term: 'label',
  name: 'label',
  preflabel: 'label',
  synonyms: 'aliases',
  altlabel: 'aliases',
  description: 'definition',
};

/** Between the parts of a cell that holds several. */
export const csvPartSeparator = ' | ';

/** A CSV glossary, taken apart: one row an entry. */
export function readCsvPack(text: string): RawPack {
  const [head, ...rows] = readCsv(text);
  if (!head)
    throw new PackRefused({
      line: 1,
      message: 'the file is empty',
      advice: 'give it a header and rows',
    });
  const columns = head.cells.map((cell) => columnOf(cell, head.line));
  const missing = columns.includes('label')
    ? columns.includes('definition') || columns.includes('summary')
      ? undefined
      : 'definition'
    : 'label';
  if (missing) {
    throw new PackRefused({
      line: head.line,
      message: `no column ${missing}`,
      advice: `the header may name ${csvColumns.join(', ')}`,
    });
  }
  // A row is taken apart when it is asked for: 100,000 at once would hold up a page.
  const entries = rows.map(
    (row): RawEntry => ({
      get value() {
        return toEntry(row, columns);
      },
      lineOf: () => row.line,
    }),
  );
  return { title: '', sources: [], entries, notes: [] };
}

function columnOf(cell: string, line: number): Column {
  const name = cell.trim().toLowerCase();
  const column =
    csvColumns.find((one) => one === name) ??
    (Object.hasOwn(otherNames, name) ? otherNames[name] : undefined);
  if (column) return column;
  throw new PackRefused({
    line,
    message: `unknown column "${cell.slice(0, 40)}"`,
    advice: `remove it; the header may name ${csvColumns.join(', ')}`,
  });
}

function toEntry({ cells, line }: CsvRow, columns: readonly Column[]): unknown {
  if (cells.length !== columns.length) {
    throw new PackRefused({
      line,
      message: `${cells.length} cells where the header has ${columns.length}`,
      advice: 'quote cells that hold the separator',
    });
  }
  const given = new Map(
    columns.map((column, index) => [column, oneLine(csvValue(cells[index] ?? ''))]),
  );
  const cell = (column: Column) => given.get(column) || undefined;
  const label = cell('label') ?? '';
  const text = cell('definition') ?? cell('summary') ?? '';
  const stage = cell('stage');
  const aliases = parts(cell('aliases'));
  return {
    id: cell('id') ?? idOf(label),
    kind: cell('kind') ?? 'notion',
    prefLabel: label,
    aliases: [...new Set([label, ...aliases])].map(aliasOf),
    summary: cell('summary') ?? shorten(text),
    definition: text,
    basis: 'general',
    related: parts(cell('related')).map((part) => {
      const colon = part.lastIndexOf(':');
      return {
        kind: part.slice(0, colon).trim() || 'related to',
        to: part.slice(colon + 1).trim(),
      };
    }),
    ...(stage !== undefined && { stage }),
  };
}

function parts(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
