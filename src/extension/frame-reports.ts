import browser from 'webextension-polyfill';
import type { ConceptId } from '../core/knowledge/entry.ts';
import { parseReport, type TabReport } from './messages.ts';

/**
 * What the frames in a page say of themselves, by their numbers. No message could ask for it: of many frames one answers.
 * Empty where extensions may not run.
 */
export async function readFrames(tab: number): Promise<ReadonlyMap<number, TabReport>> {
  const target = { tabId: tab, allFrames: true };
  const found = await browser.scripting
    .executeScript({ target, func: askHere })
    .catch(() => [] as const);
  return new Map(
    found.flatMap(({ frameId, result }) => {
      const report = frameId === 0 ? undefined : parseReport(result);
      return report ? [[frameId, report] as const] : [];
    }),
  );
}

/** Runs in a frame, beside the page's script: see annotator.ts. */
const askHere = (): unknown =>
  (globalThis as { newsglossReport?: () => unknown }).newsglossReport?.();

/** A page with what is in its frames: its own concepts first, each with the number of its mentions in all of them. */
export function withFrames(page: TabReport, frames: Iterable<TabReport>): TabReport {
  const counts = new Map(page.counts.map(({ concept, count }) => [concept, count]));
  let { marks } = page;
  for (const frame of frames) {
    marks += frame.marks;
    for (const { concept, count } of frame.counts)
      counts.set(concept, (counts.get(concept) ?? 0) + count);
  }
  return { ...page, marks, counts: [...counts].map(([concept, count]) => ({ concept, count })) };
}

/** For each concept that the page itself lacks the first frame that has it. */
export function framesOf(
  page: TabReport,
  frames: ReadonlyMap<number, TabReport>,
): ReadonlyMap<ConceptId, number> {
  const own = new Set(page.counts.map(({ concept }) => concept));
  const places = new Map<ConceptId, number>();
  for (const [frame, { counts }] of frames)
    for (const { concept } of counts)
      if (!own.has(concept) && !places.has(concept)) places.set(concept, frame);
  return places;
}
