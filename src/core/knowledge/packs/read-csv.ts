import { PackRefused } from './pack.ts';

/** One record of a CSV file. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number };

/** The separator that the first line holds most of: a comma, a semicolon (Excel in Europe) or a tab. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = end === -1 ? text : text.slice(0, end);
  const count = (one: string) => head.split(one).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * The records of a CSV text (RFC 4180: cells may be quoted, then hold separators, line breaks and
 * doubled quotes); empty lines are left out.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  const breaks = /[\r\n]/g;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      let cell: string;
      if (text[at] === '"') {
        const end = endOfQuoted(text, at, line);
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += cell.split('\n').length - 1;
        at = end + 1;
        const next = text[at];
        if (next !== undefined && next !== separator && next !== '\r' && next !== '\n') {
          throw new PackRefused({
            line,
            message: 'text after a closing quote',
            advice: 'double the quotes inside a quoted cell',
          });
        }
      } else {
        const comma = text.indexOf(separator, at);
        breaks.lastIndex = at;
        const stop = breaks.exec(text)?.index ?? text.length;
        const end = comma === -1 || comma > stop ? stop : comma;
        cell = text.slice(at, end);
        at = end;
      }
      cells.push(cell);
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0]?.trim()) rows.push({ cells, line: first });
  }
  return rows;
}

function endOfQuoted(text: string, start: number, line: number): number {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) {
      throw new PackRefused({
        line,
        message: 'a quoted cell is not closed',
        advice: 'close it with a quote, or double the quotes inside it',
      });
    }
    if (text[at + 1] !== '"') return at;
  }
}

/** A cell as written: quoted where it must be, and never a formula to a spreadsheet. */
export function csvCell(value: string): string {
  const safe = /^['=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What csvCell was given. */
export function csvValue(cell: string): string {
  return (/^'['=+\-@\t]/.test(cell) ? cell.slice(1) : cell).trim();
}
