import type { Cue, CueTable, KnownWord } from './cue-table.ts';
import { quantity } from './pack-cues.ts';

/** A word of a text; `sentence` counts from 0. */
export type Word = {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly stem: string;
  readonly sentence: number;
};

export type CueHit = { readonly cue: Cue; readonly word: number; readonly length: number };

/** A text as the decision sees it: its words, and the cues among them in the order of the text. */
export type CueReading = {
  /** Made when first asked for: a page's evidence is made of cues alone. */
  readonly words: readonly Word[];
  readonly hits: readonly CueHit[];
};

const word = /[\p{L}\p{N}\p{M}]+/gu;
const sentenceEnd = /[.!?…]["'”’)\]]*\s|[\n\r]|[。！？]/u;

/** Where known words stand in their text, found again natively: no expression gives words and places at one price. */
function placeWords(text: string, known: readonly KnownWord[]): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let last = 0;
  for (const { written, stem } of known) {
    const start = text.indexOf(written, last);
    const isSpace = start - last === 1 && text.charCodeAt(last) === 0x20;
    if (!isSpace && start > last && sentenceEnd.test(text.slice(last, start))) sentence++;
    last = start + written.length;
    words.push({ start, end: last, written, stem, sentence });
  }
  return words;
}

const remembered = new WeakMap<CueTable, Map<string, CueReading>>();
const mostRemembered = 1_000;

/** readCues, remembered: a block is read once for the page's evidence and for all that stands in it. */
export function readCuesOnce(table: CueTable, text: string): CueReading {
  let texts = remembered.get(table);
  if (texts === undefined || texts.size >= mostRemembered) {
    texts = new Map();
    remembered.set(table, texts);
  }
  const known = texts.get(text);
  if (known !== undefined) return known;
  const reading = readCues(table, text);
  texts.set(text, reading);
  return reading;
}

const large = /^\d{3,}$|^\d+(?:\.\d+)?[kKMBT]$/;

const tilde = 0x7e;
const equals = 0x3d;

/** Whether a word is what a key of the table asks for. */
export function agrees(
  word: { readonly written: string; readonly stem: string } | undefined,
  key: string,
): boolean {
  if (word === undefined) return false;
  if (key.charCodeAt(key.length - 1) === tilde) {
    return word.written.toLowerCase().startsWith(key.slice(0, -1));
  }
  if (key.charCodeAt(0) === equals) {
    return word.written.length === key.length - 1 && key.endsWith(word.written);
  }
  return key === quantity ? large.test(word.written) : word.stem === key;
}

/** The words of a text and the cues among them; linear in the text, and what a word is, is asked once. */
export function readCues(table: CueTable, text: string): CueReading {
  const known: KnownWord[] = [];
  for (const written of text.match(word) ?? []) known.push(table.word(written));
  const hits: CueHit[] = [];
  for (let at = 0; at < known.length; at++) {
    const cues = known[at]?.cues;
    if (cues === undefined || cues.length === 0) continue;
    for (const cue of cues) {
      const { rest } = cue;
      let length = 0;
      while (length < rest.length && agrees(known[at + 1 + length], rest[length] ?? '')) length++;
      if (length === rest.length) hits.push({ cue, word: at, length: 1 + length });
    }
  }
  let words: readonly Word[] | undefined;
  return {
    hits,
    get words() {
      words ??= placeWords(text, known);
      return words;
    },
  };
}
