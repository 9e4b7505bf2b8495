/** As many words in a row as count as copying. */
export const runLength = 8;

/** Words as compared for copying: folded, without case, marks or punctuation. */
export function foldWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of eight words of a text; none where it has fewer. */
export function wordRuns(text: string): readonly string[] {
  const words = foldWords(text);
  return words
    .slice(0, Math.max(0, words.length - runLength + 1))
    .map((_, start) => words.slice(start, start + runLength).join(' '));
}
