import type { Page } from 'puppeteer-core';
import { askTab } from './ask-tab.ts';
import type { LaunchedBrowser } from './launch-browser.ts';

/** One mark of a page, as its annotator lists it. */
export type ListedMark = {
  readonly surface: string;
  readonly concept: string;
  readonly reason: { readonly rule: string; readonly cues: readonly string[] };
};

export type PageMarks = {
  /** `marked`, or why nothing is marked. */
  readonly status: string;
  readonly marks: readonly ListedMark[];
};

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The marks of a page once two looks, a quarter of a second apart, agree. Ten seconds at most. */
export async function readMarks(launched: LaunchedBrowser, page: Page): Promise<PageMarks> {
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    const answer = (await askTab(launched, page, { type: 'list-marks' })) as PageMarks | undefined;
    const now = JSON.stringify(answer);
    if (answer !== undefined && answer.status !== 'reading' && now === before) return answer;
    before = now ?? '';
    await pause(250);
  }
  return { status: 'no annotator answered', marks: [] };
}

/** How often each concept is marked and by which words, most first. */
export function countMarks(marks: readonly ListedMark[]) {
  const concepts = new Map<string, { count: number; surfaces: Set<string> }>();
  for (const { concept, surface } of marks) {
    const counted = concepts.get(concept) ?? { count: 0, surfaces: new Set() };
    counted.count += 1;
    counted.surfaces.add(surface);
    concepts.set(concept, counted);
  }
  return [...concepts]
    .map(([concept, { count, surfaces }]) => ({ concept, count, surfaces: [...surfaces] }))
    .sort((a, b) => b.count - a.count || a.concept.localeCompare(b.concept));
}

/** Rests the pointer on the first mark in view until its card stands. False when no mark is in view. */
export async function showCard(page: Page, word?: string): Promise<boolean> {
  await pause(300);
  const place = await page.evaluate((wanted) => {
    for (const highlight of CSS.highlights.values())
      for (const range of highlight as unknown as Iterable<StaticRange>) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const rect = live.getClientRects()[0];
        if (rect === undefined || rect.top < 0 || rect.bottom > innerHeight) continue;
        if (wanted !== undefined && live.toString() !== wanted) continue;
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      }
    return undefined;
  }, word);
  if (place === undefined) return false;
  await page.mouse.move(place.x - 60, place.y + 60);
  await page.mouse.move(place.x, place.y, { steps: 10 });
  await pause(1200);
  return true;
}
