import browser from 'webextension-polyfill';
import type { Entry } from '../core/knowledge/entry.ts';
import { packLexicon } from '../core/matching/pack-lexicon.ts';
import { arrange } from '../core/packs/arrange.ts';
import { needsOwnLexicon } from '../core/packs/shelf.ts';
import { lexiconKey, lookKey, type StoredLexicon, type StoredLook } from './lexicon-reader.ts';
import type { PackStore } from './pack-store.ts';

/**
 * Of which generation the shelf was when the lexicon was last made, or found no room; absent where there is none. An item
 * of its own, as the lexicon itself may have megabytes.
 */
const generationKey = 'lexicon-generation';

/**
 * Makes the stored lexicon follow the shelf, so that a page only reads it; written in one step. `anew`: even if it seems to
 * follow already, as after an update with other bundled entries. One at a time: of two, the slower would win, not the later.
 *
 * @throws where the browser has no room for it (10 MB in Chromium): pages then go on with what they had
 */
export const updateStoredLexicon = (
  packs: PackStore,
  { bundled, anew = false }: { readonly bundled: readonly Entry[]; readonly anew?: boolean },
): Promise<void> =>
  navigator.locks.request('newsgloss-lexicon', async () => {
    const { local } = browser.storage;
    const shelf = await packs.shelf();
    const made = (await local.get(generationKey))[generationKey];
    if (!needsOwnLexicon(shelf)) {
      if (made !== undefined || anew) await local.remove([lexiconKey, lookKey, generationKey]);
      return;
    }
    if (!anew && made === shelf.generation) return;
    const { generation } = shelf;
    const lexicon = packLexicon(arrange(await packs.readAll(bundled)));
    const { quick, witness } = lexicon;
    const stored: StoredLexicon = { generation, lexicon };
    const look: StoredLook = { generation, look: { quick, witness } };
    try {
      await local.set({ [lexiconKey]: stored, [lookKey]: look, [generationKey]: generation });
    } catch (error) {
      await local.set({ [generationKey]: generation });
      throw error;
    }
  });
