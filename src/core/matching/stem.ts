/** The last letters of all endings: s, g, d, e. Most words have none. */
const mayEnd = new Set([0x73, 0x67, 0x64, 0x65]);

/**
 * The part of a lower-case English word that its endings leave alone, near enough to compare cues with text: both
 * sides go through it, so a wrong stem does no harm as long as it is the same one.
 */
export function stem(word: string): string {
  if (word.length < 4 || !mayEnd.has(word.charCodeAt(word.length - 1))) return word;
  const singular = withoutPlural(word);
  const base = withoutEnding(singular);
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[sui]s$/.test(word) ? word : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  const ending = word.endsWith('ing') ? 'ing' : word.endsWith('ed') ? 'ed' : undefined;
  if (ending === undefined || word.length - ending.length < 3) return word;
  const base = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(base)) return word;
  if (base.endsWith('i') && ending === 'ed') return `${base.slice(0, -1)}y`;
  const single = /([bdgklmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
  // "setting" is not "set", and "boxing" not "box": what is left says too little.
  return single.length < 4 ? word : single;
}
