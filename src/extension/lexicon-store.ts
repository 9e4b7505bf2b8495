import browser from 'webextension-polyfill';
import type { Entry } from '../core/knowledge/entry.ts';
import { packLexicon } from '../core/matching/pack-lexicon.ts';
import { arrange } from '../core/packs/arrange.ts';
import { needsOwnLexicon } from '../core/packs/shelf.ts';
import { lexiconKey, readStoredLexicon, type StoredLexicon } from './lexicon-reader.ts';
import type { PackStore } from './pack-store.ts';

/**
 * Makes the stored lexicon follow the shelf, so that a page only reads it; one item, written in one step. `anew`: even if it
 * seems to follow already, as after an update with other bundled entries.
 *
 * @throws where the browser has no room for it (10 MB in Chromium): pages then go on with what they had
 */
export async function updateStoredLexicon(
  packs: PackStore,
  { bundled, anew = false }: { readonly bundled: readonly Entry[]; readonly anew?: boolean },
): Promise<void> {
  const shelf = await packs.shelf();
  if (!needsOwnLexicon(shelf)) {
    await browser.storage.local.remove(lexiconKey);
    return;
  }
  if (!anew && (await readStoredLexicon())?.generation === shelf.generation) return;
  const lexicon = packLexicon(arrange(await packs.readAll(bundled)));
  const stored: StoredLexicon = { generation: shelf.generation, lexicon };
  await browser.storage.local.set({ [lexiconKey]: stored });
}
