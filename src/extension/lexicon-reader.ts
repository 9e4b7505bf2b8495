import type { PackedLexicon } from '../core/matching/packed.ts';
import { followItem } from './follow-item.ts';
import { browser } from './page-browser.ts';

/** Where lexicon-store.ts keeps the lexicon of a reader who has glossaries of their own, in `storage.local`. */
export const lexiconKey = 'lexicon';

/** `generation` is that of the shelf which the lexicon was made from. */
export type StoredLexicon = { readonly generation: number; readonly lexicon: PackedLexicon };

/** The lexicon that pages open instead of the bundled one; undefined where the bundled one is all there is. */
export async function readStoredLexicon(): Promise<StoredLexicon | undefined> {
  return parseStoredLexicon((await browser.storage.local.get(lexiconKey))[lexiconKey]);
}

/** As readStoredLexicon; calls back when another lexicon is to be used from then on, until the signal aborts. */
export async function followStoredLexicon(
  callback: (stored: StoredLexicon | undefined) => void,
  signal: AbortSignal,
): Promise<StoredLexicon | undefined> {
  const follow = (stored: unknown) => callback(parseStoredLexicon(stored));
  return parseStoredLexicon(await followItem(lexiconKey, follow, signal));
}

const strings = ['aliases', 'forms', 'starts', 'owners', 'slots', 'filter'] as const;

/** Only this extension writes the item; a damaged one is as good as none, and is made again at the next start. */
function parseStoredLexicon(stored: unknown): StoredLexicon | undefined {
  const { generation, lexicon } = (stored ?? {}) as Partial<StoredLexicon>;
  const whole =
    typeof generation === 'number' &&
    lexicon?.version === 2 &&
    typeof lexicon.cues === 'object' &&
    typeof lexicon.witness === 'object' &&
    Array.isArray(lexicon.concepts) &&
    strings.every((part) => typeof lexicon[part] === 'string');
  return whole ? { generation, lexicon } : undefined;
}
