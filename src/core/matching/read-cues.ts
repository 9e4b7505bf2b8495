import { type Cue, type CueTable, longestBeginning, shortestBeginning } from './cue-table.ts';
import { quantity } from './pack-cues.ts';
import { stem } from './stem.ts';

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
export type CueReading = { readonly words: readonly Word[]; readonly hits: readonly CueHit[] };

const word = /[\p{L}\p{N}\p{M}]+/gu;
const sentenceEnd = /[.!?…]["'”’)\]]*\s|[\n\r]|[。！？]/u;

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let last = 0;
  for (const { 0: written, index } of text.matchAll(word)) {
    if (sentenceEnd.test(text.slice(last, index))) sentence++;
    last = index + written.length;
    words.push({ start: index, end: last, written, stem: stem(written.toLowerCase()), sentence });
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

/** Whether a word is what a key of the table asks for. */
export function agrees(word: Word | undefined, key: string): boolean {
  if (word === undefined) return false;
  if (key === quantity) return large.test(word.written);
  if (key.endsWith('~')) return word.written.toLowerCase().startsWith(key.slice(0, -1));
  return key.startsWith('=') ? word.written === key.slice(1) : word.stem === key;
}

/** The words of a text and the cues among them; linear in the text. */
export function readCues(table: CueTable, text: string): CueReading {
  const words = wordsOf(text);
  const hits: CueHit[] = [];
  const take = (at: number, cues: readonly Cue[] | undefined): void => {
    for (const cue of cues ?? []) {
      const { rest } = cue;
      if (rest.every((key, i) => agrees(words[at + 1 + i], key))) {
        hits.push({ cue, word: at, length: 1 + rest.length });
      }
    }
  };
  words.forEach(({ written, stem: base }, at) => {
    take(at, table.byFirst.get(base));
    take(at, table.byFirst.get(`=${written}`));
    const lower = written.toLowerCase();
    const most = Math.min(longestBeginning, lower.length);
    for (let length = shortestBeginning; length <= most; length++) {
      take(at, table.byFirst.get(`${lower.slice(0, length)}~`));
    }
  });
  return { words, hits };
}
