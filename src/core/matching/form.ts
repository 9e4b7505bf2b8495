import { classify, INVISIBLE, isHyphen, isSpace, OTHER, UNSPACED } from '../text/units.ts';

/**
 * A surface form as the lexicon stores it: one space for each gap (hyphens and white space between words, which
 * text may write in any of their ways), invisible units left out, letters as authored.
 */
export function storedForm(form: string): string {
  let stored = '';
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (classify(unit) === INVISIBLE) continue;
    const gap = isSpace(unit) || isHyphen(unit);
    if (!gap) stored += form[i];
    else if (stored !== '' && !stored.endsWith(' ')) stored += ' ';
  }
  return stored.trimEnd();
}

/**
 * The ways a form is stored. A hyphen between letters may also be left out ("fine-tuning", "finetuning"); a space
 * may not ("data set" is not "dataset").
 */
export function storedForms(form: string): readonly string[] {
  const stored = storedForm(form);
  const closed = storedForm(form.replace(/(?<=\p{L})[-\u2010\u2011](?=[\p{L}\p{N}])/gu, ''));
  return closed === stored ? [stored] : [stored, closed];
}

/** Whether the finder can find a stored form: it must begin with a letter, mark or digit; one sign is too little. */
export const isFindable = (stored: string): boolean =>
  stored.length > 1 && classify(stored.charCodeAt(0)) !== OTHER;

export const seed = 0x2f0b4c47 | 0;

/** One more folded unit into the hash of a word. The multiplier is FNV's. */
export const hashUnit = (hash: number, folded: number): number =>
  Math.imul(hash ^ folded, 0x01000193);

/** The hash of two neighbouring words, from theirs. */
export const hashPair = (first: number, second: number): number =>
  Math.imul(first ^ (second >>> 7), 0x85ebca6b) ^ second;

/** Brings a hash's high bits down before it is cut to a table's size (Knuth's multiplicative hashing). */
export function spread(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * The hash under which a stored form is filed: of its first word alone, or of its first two words where only a
 * gap stands between them; of its first two units in scripts without spaces.
 */
export function hashForm(stored: string): number {
  if (classify(stored.charCodeAt(0)) === UNSPACED) return hashUnspaced(stored, 0);
  let hash = seed;
  let first: number | undefined;
  for (let i = 0; i < stored.length; i++) {
    const unit = stored.charCodeAt(i);
    const kind = classify(unit);
    if (kind > UNSPACED) hash = hashUnit(hash, kind);
    else if (
      unit === 0x20 &&
      first === undefined &&
      classify(stored.charCodeAt(i + 1)) > UNSPACED
    ) {
      first = hash;
      hash = seed;
    } else break;
  }
  return first === undefined ? hash : hashPair(first, hash);
}

/** The hash of the two units at `at`: a form in a script without spaces may begin anywhere. */
export function hashUnspaced(text: string, at: number): number {
  const unit = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  const kind = classify(unit);
  const second = kind > UNSPACED ? kind : kind === UNSPACED ? unit : 0;
  return hashPair(text.charCodeAt(at), second);
}

/** The two bits of a hash in its word of the filter; taken from where the word's number is not. */
export const filterBits = (spreaded: number): number =>
  (1 << (spreaded & 31)) | (1 << ((spreaded >>> 5) & 31));

/** The number of a hash's word in the filter, before it is cut to size. */
export const filterWord = (spreaded: number): number => spreaded >>> 8;

/** What a slot keeps of its record's hash, so that neighbours in the table are told apart without a look at their forms. */
export const slotTag = (spreaded: number): number => spreaded >>> 17;
