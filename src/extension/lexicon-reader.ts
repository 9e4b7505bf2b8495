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

/** Only this extension writes these items; a damaged one is as good as none, and is made again at the next start. */
const readerOf = <Stored>(key: string, parse: (stored: unknown) => Stored | undefined) => ({
  read: async () => parse((await browser.storage.local.get(key))[key]),
  follow: async (callback: (stored: Stored | undefined) => void, signal: AbortSignal) =>
    parse(await followItem(key, (stored) => callback(parse(stored)), signal)),
});

const strings = ['aliases', 'forms', 'starts', 'owners', 'slots', 'filter'] as const;

/** What pages look for instead of what is bundled; undefined where that is all there is. */
export const { read: readStoredLook, follow: followStoredLook } = readerOf<StoredLook>(
  lookKey,
  (stored) => {
    const { generation, look } = (stored ?? {}) as Partial<StoredLook>;
    const whole =
      typeof generation === 'number' &&
      typeof look?.quick === 'string' &&
      typeof look.witness === 'object';
    return whole ? { generation, look } : undefined;
  },
);

/**
 * The lexicon that pages open instead of the bundled one; undefined where that is all there is. Following calls back when
 * another is to be used from then on, until the signal aborts.
 */
export const { read: readStoredLexicon, follow: followStoredLexicon } = readerOf<StoredLexicon>(
  lexiconKey,
  (stored) => {
    const { generation, lexicon } = (stored ?? {}) as Partial<StoredLexicon>;
    const whole =
      typeof generation === 'number' &&
      lexicon?.version === 2 &&
      typeof lexicon.cues === 'object' &&
      typeof lexicon.witness === 'object' &&
      Array.isArray(lexicon.concepts) &&
      strings.every((part) => typeof lexicon[part] === 'string');
    return whole ? { generation, lexicon } : undefined;
  },
);
