/** Lines in one long string, searched by the engine's own indexOf. Answers are indexes of lines, each once, ascending. */
export type Haystack = {
  readonly lines: readonly string[];
  readonly starting: (needle: string) => readonly number[];
  /** Lines with a word that begins so. `fits`, if given, judges what follows the needle up to the word's end. */
  readonly wordsStarting: (
    needle: string,
    fits?: (rest: string) => boolean,
    most?: number,
  ) => readonly number[];
  readonly holding: (needle: string) => readonly number[];
};

/** Lines must be folded: words with single spaces between them, and no line breaks. */
export function createHaystack(lines: readonly string[]): Haystack {
  const text = `${lines.map((line) => `\n ${line}`).join('')}\n`;
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 2;
  });

  const find = (
    needle: string,
    fits?: (rest: string) => boolean,
    most = Number.POSITIVE_INFINITY,
  ): readonly number[] => {
    const found: number[] = [];
    let line = 0;
    for (let offset = text.indexOf(needle); offset >= 0 && found.length < most; ) {
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line += 1;
      if (fits && !fits(restOfWord(offset + needle.length))) {
        offset = text.indexOf(needle, offset + needle.length);
        continue;
      }
      found.push(line);
      offset = text.indexOf(needle, starts[line + 1] ?? text.length);
    }
    return found;
  };

  const restOfWord = (from: number): string => {
    let end = from;
    while (end < text.length && text[end] !== ' ' && text[end] !== '\n') end += 1;
    return text.slice(from, end);
  };

  return {
    lines,
    starting: (needle) => find(`\n ${needle}`),
    wordsStarting: (needle, fits, most) => find(` ${needle}`, fits, most),
    holding: (needle) => find(needle),
  };
}
