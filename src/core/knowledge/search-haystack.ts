/** Lines in one long string, searched by the engine's own indexOf. Answers are indexes of lines, each once, ascending. */
export type Haystack = {
  readonly lines: readonly string[];
  readonly starting: (needle: string) => readonly number[];
  /** Lines with a word that begins so. */
  readonly wordsStarting: (needle: string) => readonly number[];
  readonly holding: (needle: string) => readonly number[];
};

/** Lines must be folded: words with single spaces between them, and no line breaks. */
export function createHaystack(lines: readonly string[]): Haystack {
  const text = `${lines.map((line) => `\n ${line}`).join('')}\n`;
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 2;
  });

  const find = (needle: string): readonly number[] => {
    const found: number[] = [];
    let line = 0;
    for (let offset = text.indexOf(needle); offset >= 0; ) {
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line += 1;
      found.push(line);
      offset = text.indexOf(needle, starts[line + 1] ?? text.length);
    }
    return found;
  };

  return {
    lines,
    starting: (needle) => find(`\n ${needle}`),
    wordsStarting: (needle) => find(` ${needle}`),
    holding: (needle) => find(needle),
  };
}
