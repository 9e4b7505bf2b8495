import type { Span } from '../text/span.ts';

/** Letters whose plain form Unicode does not decompose to. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

/** Text for comparing what people type: small letters without diacritics, and one space for whatever else stands between words. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[đðøłßæœþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As fold, without the spaces: "post-training", "post training" and "posttraining" are one. */
export function squash(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Squashed text with, for each of its code units, the span of the original that it came from. */
export type SquashedMap = { readonly text: string; readonly spans: readonly Span[] };

export function squashWithMap(text: string): SquashedMap {
  let squashed = '';
  const spans: Span[] = [];
  for (const { segment, index } of graphemesOf(text)) {
    const plain = squash(segment);
    for (let i = 0; i < plain.length; i += 1)
      spans.push({ start: index, end: index + segment.length });
    squashed += plain;
  }
  return { text: squashed, spans };
}

/** A letter and the marks that follow it; enough for folding, at a fraction of Intl.Segmenter's price. */
function* graphemesOf(
  text: string,
): Generator<{ readonly segment: string; readonly index: number }> {
  for (const found of text.matchAll(/[\s\S]\p{M}*/gu))
    yield { segment: found[0], index: found.index };
}
