/** Words that carry no meaning in a question. */
const emptyWords = new Set(
  'a an and are about as at by can do does for from how in is it its of on or that the their this to was what when where which who whom whose why will with'.split(
    ' ',
  ),
);

export function tellingWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !emptyWords.has(word));
}

/** What people call things that authors spell out. */
const spelledOut: Readonly<Record<string, readonly string[]>> = {
  ceo: ['chief', 'executive'],
  boss: ['chief', 'executive'],
};

export function spellOut(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => spelledOut[word] ?? word);
}

/** True where a question asks for a person. */
export function asksForPerson(words: readonly string[]): boolean {
  return words.some((word) => ['who', 'ceo', 'boss', 'chief'].includes(word));
}

const endings = ['ation', 'ations', 'ing', 'ings', 'er', 'ers', 'ies', 'ed', 'es', 's', 'e', 'y'];
const ending = new RegExp(`(?:${[...endings].sort((a, b) => b.length - a.length).join('|')})$`);
const whole = new Set(['', ...endings]);

/** A word without its English ending, if at least four letters stay: "chips" gives "chip", "trained" gives "train". */
export function stemOf(word: string): string {
  const stem = word.replace(ending, '');
  return stem.length >= 4 ? stem : word.length === 4 ? word.replace(/s$/, '') : word;
}

/** True where a word that begins with a stem is a form of the same word: only an ending follows. */
export const isEnding = (rest: string): boolean => whole.has(rest);

/** Every form that a word with this stem may have. */
export const formsOf = (stem: string): readonly string[] => [...whole].map((end) => stem + end);
