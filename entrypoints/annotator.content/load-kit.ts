import { readStoredLexicon, type StoredLook } from '../../src/extension/lexicon-reader.ts';
import { loadPart } from '../../src/extension/parts.ts';
import type { MarkingKit } from '../../src/page/marker.ts';

/** What marks a page: with the lexicon that the look is of. None while the two differ: whoever follows the look is called. */
export async function loadKit(stored: StoredLook | undefined): Promise<MarkingKit | undefined> {
  const bundledKit = loadPart<MarkingKit>('marker');
  if (!stored) return bundledKit;
  const own = await readStoredLexicon();
  const kit = await bundledKit;
  return kit && own?.generation === stored.generation
    ? { ...kit, lexicon: own.lexicon }
    : undefined;
}
