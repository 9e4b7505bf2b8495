export type Abbreviation = { readonly short: string; readonly long: string };

/**
 * Abbreviations with their long forms: "large language model (LLM)", "LLM (large language model)".
 * Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
 * text", Pacific Symposium on Biocomputing, 2003.
 */
export function readAbbreviations(text: string): readonly Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const { 1: inside = '', index } of text.matchAll(/\(([^()]{2,80})\)/g)) {
    const before = text.slice(0, index).trimEnd();
    const short = inside.split(/[;,]/)[0]?.trim() ?? '';
    if (isShort(short)) {
      const words = before.split(/\s+/);
      const most = Math.min(short.length + 5, short.length * 2);
      const long = longForm(short, words.slice(-most).join(' '));
      if (long) found.push({ short: singular(short), long: singular(long) });
    } else {
      const outer = /(?<![\p{L}\p{N}])[\p{L}\p{N}-]{2,10}$/u.exec(before)?.[0] ?? '';
      const long = isShort(outer) ? longForm(outer, inside) : undefined;
      if (long) found.push({ short: outer, long });
    }
  }
  return found;
}

/** Two to ten characters, at most two words, a letter first or second, and an upper-case letter. */
function isShort(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 10 &&
    text.split(/\s+/).length <= 2 &&
    /^[\p{L}\p{N}]/u.test(text) &&
    /\p{Lu}/u.test(text)
  );
}

/** Matches the short form's letters from right to left; its first letter must begin a word. */
function longForm(short: string, candidate: string): string | undefined {
  let at = candidate.length - 1;
  const bare = short.replace(/(?<=\p{Lu})s$/u, '');
  for (let index = bare.length - 1; index >= 0; index--) {
    const letter = bare[index]?.toLowerCase() ?? '';
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    while (
      at >= 0 &&
      (candidate[at]?.toLowerCase() !== letter ||
        (index === 0 && at > 0 && /[\p{L}\p{N}]/u.test(candidate[at - 1] ?? '')))
    ) {
      at--;
    }
    if (at < 0) return undefined;
    at--;
  }
  const start = candidate.lastIndexOf(' ', at + 1) + 1;
  const long = candidate.slice(start);
  return long.length > short.length && !long.split(/\s+/).includes(short) ? long : undefined;
}

const singular = (text: string) => text.replace(/(?<=\p{Lu})s$/u, '');
