import { quantity } from './pack-cues.ts';

/** Words of a phrase as keys of the cue table, and its place among its author's. */
type Phrase = { readonly keys: readonly string[]; readonly order: number };

/** Phrases by the key of the word that stands beside the mention: of dozens, one word leaves none or one. */
export type Phrases = {
  readonly byKey: ReadonlyMap<string, readonly Phrase[]>;
  /** Those whose key is no whole word: a beginning, or a large number. */
  readonly loose: readonly Phrase[];
};

/** Phrases that stand `before` a mention lie beside it with their last word, those `after` it with their first. */
export function phrasesOf(side: 'before' | 'after', all: readonly (readonly string[])[]): Phrases {
  const byKey = new Map<string, Phrase[]>();
  const loose: Phrase[] = [];
  all.forEach((keys, order) => {
    const key = (side === 'before' ? keys.at(-1) : keys[0]) ?? '';
    const phrase = { keys, order };
    const same = byKey.get(key);
    if (key.endsWith('~') || key === quantity) loose.push(phrase);
    else if (same === undefined) byKey.set(key, [phrase]);
    else same.push(phrase);
  });
  return { byKey, loose };
}

/** The first phrase, in its author's order, that may stand there by its word beside the mention and passes. */
export function firstPhrase(
  { byKey, loose }: Phrases,
  beside: { readonly stem: string; readonly written: string } | undefined,
  passes: (keys: readonly string[]) => boolean,
): readonly string[] | undefined {
  if (beside === undefined) return undefined;
  let best: Phrase | undefined;
  const look = (phrases: readonly Phrase[] | undefined): void => {
    if (phrases === undefined) return;
    for (const phrase of phrases) {
      if ((best === undefined || phrase.order < best.order) && passes(phrase.keys)) best = phrase;
    }
  };
  if (byKey.size > 0) {
    look(byKey.get(beside.stem));
    look(byKey.get(`=${beside.written}`));
  }
  look(loose);
  return best?.keys;
}
