import { invisibleUnit, isInvisible } from '../text/invisible.ts';

/**
 * A quick look at one long flat text (a page's textContent, in which the borders of blocks have vanished) that
 * never misses what detect would find in its blocks, and sometimes finds what detect will not: word borders and
 * surroundings are not asked. The one exception is a form of two or three letters ("Su") glued to a small letter
 * of the next block, since else every "Sunday" were a hit.
 */
export type Scanner = {
  /** Whether any form may stand in the text. */
  readonly test: (text: string, gaps?: Gaps) => boolean;
  /**
   * Where in the text forms may begin, in order; `undefined` when the lexicon is too large for the quick look to be
   * quicker than reading.
   */
  readonly positions: (text: string, gaps?: Gaps) => readonly number[] | undefined;
};

/** `lost`: the text lacks something that is a gap to detect, as textContent lacks the `<br>` of its elements. */
export type Gaps = 'kept' | 'lost';

const gap = '[\\s\\-\\u2010-\\u2013\\u2212\\ufe63]';

/** A quick look by the source of its expression (`PackedLook.quick`), which is made when first used. */
export function createScanner(quick: string): Scanner {
  if (quick === '') return { test: () => true, positions: () => undefined };
  let once: RegExp | undefined;
  let broken: RegExp | undefined;
  const expression = (): RegExp => {
    once ??= new RegExp(quick.replaceAll(' ', `${gap}+`), 'g');
    once.lastIndex = 0;
    return once;
  };
  const acrossInvisible = (): RegExp => {
    broken ??= new RegExp(quick.replaceAll(' ', `${gap}*`), 'g');
    broken.lastIndex = 0;
    return broken;
  };
  return {
    test: (text, gaps = 'kept') =>
      (gaps === 'kept' ? expression() : acrossInvisible()).test(text) ||
      (invisibleUnit.test(text) && acrossInvisible().test(withoutInvisible(text).read)),
    positions: (text, gaps = 'kept') => {
      if (!invisibleUnit.test(text)) {
        return positionsOf(gaps === 'kept' ? expression() : acrossInvisible(), text);
      }
      const { read, places } = withoutInvisible(text);
      return positionsOf(acrossInvisible(), read).map((at) => places[at] ?? 0);
    },
  };
}

function positionsOf(expression: RegExp, text: string): number[] {
  const positions: number[] = [];
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    positions.push(found.index);
    expression.lastIndex = found.index + 1;
  }
  return positions;
}

/** The text without its invisible units, and where each remaining unit stood. */
function withoutInvisible(text: string): {
  readonly read: string;
  readonly places: readonly number[];
} {
  const places: number[] = [];
  let read = '';
  for (let i = 0; i < text.length; i++) {
    if (isInvisible(text.charCodeAt(i))) continue;
    read += text[i];
    places.push(i);
  }
  return { read, places };
}
