import { quantity } from './pack-cues.ts';

/** What may follow a stem in a word: endings and a doubled letter. */
const ending = '[a-z]{0,7}';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** What every text with a word of this key holds, in small letters: a stem may have lost a last y to its endings. */
function probeOf(key: string): string {
  if (key.endsWith('~')) return `${escaped(key.slice(0, -1).toLowerCase())}[^\\s]*`;
  if (key.startsWith('=')) return escaped(key.slice(1).toLowerCase());
  return escaped(key.endsWith('y') ? key.slice(0, -1) : key) + ending;
}

/** Words of AI that are themselves asked about: lawyers have LLMs, and nurses are tested pre-training. */
const noWitness = /^(?:llms?|slms?|(?:pre|post|fine)[ -]?t[a-z]*\*?)\b/i;

/** Whether a word of the field `ai` says anything of a page. */
export const isWitness = (text: string): boolean => !noWitness.test(text);

/**
 * Finds at least every text in which a witness among these cues (by their names in the table) stands. Two native looks,
 * at the text as written and in small letters, say for most pages that the table need not be opened.
 */
export function createWitness(names: readonly string[]): (text: string) => boolean {
  const written: string[] = [];
  const lower: string[] = [];
  for (const name of names) {
    if (!isWitness(name.replace(/[=~]/g, ''))) continue;
    const [first = '', ...rest] = name.split(' ').filter((key) => key !== quantity);
    if (first.startsWith('=') && rest.length === 0) written.push(escaped(first.slice(1)));
    else lower.push([first, ...rest].map(probeOf).join('[^a-z0-9]+'));
  }
  const asWritten = new RegExp(`(?<![A-Za-z0-9])${anyOf(written)}(?![A-Za-z0-9])`);
  const inLower = new RegExp(`(?<![a-z0-9])${anyOf(lower)}(?![a-z0-9])`);
  return (text) => asWritten.test(text) || inLower.test(text.toLowerCase());
}

const anyOf = (ways: readonly string[]): string =>
  ways.length === 0 ? '(?!)' : `(?:${ways.join('|')})`;
