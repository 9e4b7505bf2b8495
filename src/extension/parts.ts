import type { PartName } from './message-types.ts';
import { askBackground } from './page-messages.ts';

/** Stands in the extension's own world, which the page does not see; there the parts of its script find each other. */
const world = globalThis as { newsglossParts?: Partial<Record<PartName, unknown>> };

/** What a part gives to the script that asked for it. */
export function giveParts(parts: Partial<Record<PartName, unknown>>): void {
  world.newsglossParts = { ...world.newsglossParts, ...parts };
}

/**
 * A part of the page's script, which the background runs here; undefined where nobody answers. Asks anew each time: what
 * an older version of this extension has left in the page is not taken for it.
 *
 * @typeParam Part - what the part gives: its own file says it, in `entrypoints/`.
 */
export async function loadPart<Part>(part: PartName): Promise<Part | undefined> {
  const hasRun = await askBackground<'load-part'>({ type: 'load-part', part });
  return hasRun && (world.newsglossParts?.[part] as Part | undefined);
}
