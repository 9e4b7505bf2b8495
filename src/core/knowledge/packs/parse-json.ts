import { lineOfOffset, offsetInJson } from './json-line.ts';
import { PackRefused, packFormatName, packVersion, type RawEntry, type RawPack } from './pack.ts';

/** Text as a JSON value, or refused with the line of the fault. */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    throw new PackRefused({
      line: lineOfFault(text, said),
      message: `not JSON (${said.replace(/^JSON\.parse: /, '').slice(0, 120)})`,
      advice: 'export the file again, or mend it at this line',
    });
  }
}

/** Chromium names a position, Firefox a line; where neither is said the fault is at the end. */
function lineOfFault(text: string, said: string): number {
  const line = /\bline (\d+)/.exec(said)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(said)?.[1];
  return lineOfOffset(text, position === undefined ? text.length : Number(position));
}

/** The project's own format, taken apart. */
export function readJsonPack(text: string): RawPack {
  const value = parseJsonText(text);
  const refuse = (key: string, message: string, advice: string): never => {
    throw new PackRefused({ line: lineOfOffset(text, offsetInJson(text, [key])), message, advice });
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('', 'not a pack: an object was expected', 'see docs/pack.schema.json');
  }
  const {
    format,
    version,
    title,
    sources = [],
    entries,
    ...others
  } = value as Record<string, unknown>;
  if (format !== packFormatName) {
    refuse(
      'format',
      `not a pack: format is not "${packFormatName}"`,
      'export it as JSON from Newsgloss',
    );
  }
  if (version !== packVersion) {
    refuse(
      'version',
      `version ${shown(version)} is not known here`,
      `this Newsgloss reads version ${packVersion}: export again, or update Newsgloss`,
    );
  }
  const unknown = Object.keys(others).find((key) => key !== '$schema');
  if (unknown !== undefined) refuse(unknown, `unknown key ${unknown}`, 'remove it');
  if (!Array.isArray(sources)) return refuse('sources', 'sources is not a list', 'make it a list');
  if (!Array.isArray(entries)) return refuse('entries', 'entries is not a list', 'make it a list');

  const rows = (key: string, list: readonly unknown[]) =>
    list.map(
      (one, index): RawEntry => ({
        value: one,
        lineOf: (path) => lineOfOffset(text, offsetInJson(text, [key, index, ...path])),
      }),
    );
  return { title, sources: rows('sources', sources), entries: rows('entries', entries), notes: [] };
}

const shown = (value: unknown) =>
  (value === undefined ? '(none)' : JSON.stringify(value)).slice(0, 40);
