import type { Span } from '../text/span.ts';
import { classify, isHyphen, isSpace, UNSPACED } from '../text/units.ts';

/**
 * Whether a found form is a word of its own where it stands, and prose: the laws of word borders. The text has no
 * invisible units. Asked only of what was found, so it may look about.
 */
export function isWhole(text: string, span: Span): boolean {
  if (standsFree(text, span)) return true;
  return startsWord(text, span) && endsWord(text, span) && isProse(text, span);
}

/** White space before, and after it white space or a stop that white space follows: nearly all of prose. */
function standsFree(text: string, { start, end }: Span): boolean {
  if (start > 0 && text.charCodeAt(start - 1) !== 0x20) return false;
  if (end === text.length) return true;
  const after = text.charCodeAt(end);
  if (after === 0x20) return true;
  return (after === 0x2c || after === 0x2e) && text.charCodeAt(end + 1) === 0x20;
}

const letter = /^[\p{L}\p{N}\p{M}_]$/u;

const isWordAt = (text: string, at: number): boolean => classify(text.charCodeAt(at)) > UNSPACED;

/** The code point that ends before `at`, or begins at it: a letter beyond the BMP is a letter too. */
function isAstralLetter(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && letter.test(String.fromCodePoint(point));
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
const isLetterOrDigit = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && isWordAt(text, at);

/** "R1", "GPT-4": a designation, of which a hyphen and what follows or precedes are part. */
const isDesignation = (text: string): boolean => /\d/.test(text);

function startsWord(text: string, { start, end }: Span): boolean {
  if (start === 0 || classify(text.charCodeAt(start)) === UNSPACED) return true;
  const before = text.charCodeAt(start - 1);
  if (isWordAt(text, start - 1) || (start > 1 && isAstralLetter(text, start - 2))) return false;
  if (isApostrophe(before) && isLetterOrDigit(text, start - 2)) return false;
  if (isHyphen(before) && isLetterOrDigit(text, start - 2)) {
    return !isDesignation(text.slice(start, end).split(/[^\p{L}\p{N}]/u)[0] ?? '');
  }
  return true;
}

/** What may follow an apostrophe: the possessive and contractions. */
const afterApostrophe = /^(?:s|d|ll|re|ve|m|S|D|LL|RE|VE)?(?![\p{L}\p{N}\p{M}_])/u;

function endsWord(text: string, { start, end }: Span): boolean {
  if (end === text.length || classify(text.charCodeAt(end - 1)) === UNSPACED) return true;
  if (isWordAt(text, end) || isAstralLetter(text, end)) return false;
  const after = text.charCodeAt(end);
  if (isApostrophe(after)) return afterApostrophe.test(text.slice(end + 1, end + 5));
  if (!isHyphen(after) || !isLetterOrDigit(text, end + 1)) return true;
  const next = /^[\p{L}\p{N}]{1,24}/u.exec(text.slice(end + 1, end + 26))?.[0] ?? '';
  // "R1-Zero" is another model and "DeepSeek-V3" another thing; "R1-based" and "Nvidia-OpenAI" are not.
  if (/\d/.test(next)) return false;
  return !(isDesignation(text.slice(start, end)) && /^\p{Lu}/u.test(next));
}

const opening = /^[("'[“‘«*_~]+/u;
const closing = /[)\]"'”’»*_~.,;:!?…]+$/u;

/** Never inside addresses, handles, tags, file names or code. */
function isProse(text: string, span: Span): boolean {
  const { start, end } = span;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0x20;
  const after = end < text.length ? text.charCodeAt(end) : 0x20;
  if (isSpace(before) && isSpace(after)) return !isOption(text, start);
  if (signsBefore.has(before) || signsAfter.has(after)) return false;
  if (after === 0x28) return /^\(s\)/.test(text.slice(end, end + 3));
  if (after === 0x2e && joins(text, end + 1)) return false;
  if (before === 0x2e && isLetterOrDigit(text, start - 2)) return false;
  if (before === 0x3a && text.charCodeAt(start - 2) === 0x3a) return false;
  if (isOption(text, start)) return false;
  return !isAddress(chunkAround(text, span));
}

/** `@ # $ \ < { %` before, and `@ = [ \ / followed by…` after, belong to handles, tags and code. */
const signsBefore = new Set([...'@#$\\<{%='].map((sign) => sign.charCodeAt(0)));
const signsAfter = new Set([...'@=[\\>}'].map((sign) => sign.charCodeAt(0)));

/** A full stop that no sentence ends with: "Nvidia.com", "token.ts"; not "DeepSeek.The". */
const joins = (text: string, at: number): boolean =>
  isLetterOrDigit(text, at) && !/^\p{Lu}[\p{Ll}\s]/u.test(text.slice(at, at + 2));

const isOption = (text: string, start: number): boolean =>
  text.charCodeAt(start - 1) === 0x2d &&
  (start < 2 || isSpace(text.charCodeAt(start - 2)) || text.charCodeAt(start - 2) === 0x2d);

/** How far an address is looked for on either side; a longer run without a space is none of ours anyway. */
const reach = 200;

function chunkAround(text: string, { start, end }: Span): string {
  let from = start;
  while (from > 0 && start - from < reach && !isSpace(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < reach && !isSpace(text.charCodeAt(to))) to++;
  return text.slice(from, to).replace(opening, '').replace(closing, '');
}

function isAddress(chunk: string): boolean {
  if (!/[/@.:]/.test(chunk)) return false;
  return (
    /:\/\/|^www\.|^(?:mailto|file|data):/i.test(chunk) ||
    /[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(chunk) ||
    /^(?:\.{0,2}|~)\/|^[ur]\/\p{L}/u.test(chunk) ||
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,}[:/]/u.test(chunk) ||
    /\/[^/\s]+\/[^\s]*(?:\.\p{Ll}{1,5}$|\/)/u.test(chunk) ||
    /\/[^/\s]*\.\p{Ll}{1,5}$/u.test(chunk)
  );
}
