import type { Issue } from '../../src/core/knowledge/issue.ts';
import { type Pack, packLimits } from '../../src/core/knowledge/packs/pack.ts';
import { parsePack } from '../../src/core/knowledge/packs/parse-pack.ts';

/** How long the page may be busy between two frames, in ms. */
const slice = 12;

/** More bytes than this cannot be few enough letters: UTF-8 needs at most three for one UTF-16 unit. */
const mostBytes = packLimits.text * 3;

/**
 * A chosen file as a pack, read in slices so that the page goes on answering.
 *
 * @throws the signal's reason when it aborts
 */
export async function readPackFile(
  file: File,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<{ readonly pack: Pack } | { readonly issues: readonly Issue[] }> {
  const text = file.size > mostBytes ? 'x'.repeat(packLimits.text + 1) : await file.text();
  const steps = parsePack({ text, name: file.name });
  let pausedAt = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return 'pack' in step.value ? { pack: step.value.pack } : step.value;
    onProgress(step.value.done / step.value.total);
    if (performance.now() - pausedAt > slice) {
      await new Promise((resume) => setTimeout(resume));
      pausedAt = performance.now();
    }
  }
}
