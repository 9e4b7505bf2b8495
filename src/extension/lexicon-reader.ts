import type { PackedLexicon, PackedLook } from '../core/matching/packed.ts';
import { followItem } from './follow-item.ts';
import { browser } from './page-browser.ts';

/**
 * Where lexicon-store.ts keeps the lexicon of a reader who has glossaries of their own, in `storage.local`; and of it the
 * part that every page reads, as the whole may have megabytes.
 */
export const lexiconKey = 'lexicon';
export const lookKey = 'lexicon-look';

/** `generation` is that of the shelf which the lexicon was made from. */
export type StoredLexicon = { readonly generation: number; readonly lexicon: PackedLexicon };

export type StoredLook = { readonly generation: number; readonly look: PackedLook };

/** What pages look for instead of what is bundled; undefined where that is all there is. */
export async function readStoredLook(): Promise<StoredLook | undefined> {
  return parseStoredLook((await browser.storage.local.get(lookKey))[lookKey]);
}

/** As readStoredLook; calls back when something else is to be looked for from then on, until the signal aborts. */
export async function followStoredLook(
  callback: (stored: StoredLook | undefined) => void,
  signal: AbortSignal,
): Promise<StoredLook | undefined> {
  const follow = (stored: unknown) => callback(parseStoredLook(stored));
  return parseStoredLook(await followItem(lookKey, follow, signal));
}

/** Only this extension writes these items; a damaged one is as good as none, and is made again at the next start. */
function parseStoredLook(stored: unknown): StoredLook | undefined {
  const { generation, look } = (stored ?? {}) as Partial<StoredLook>;
  const whole =
    typeof generation === 'number' &&
    typeof look?.quick === 'string' &&
    typeof look.witness === 'object';
  return whole ? { generation, look } : undefined;
}

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
