import type { Page } from 'puppeteer-core';

/** A mark as the page's own world sees it in the registry of highlights. */
export type PaintedMark = {
  readonly text: string;
  /** Boxes in client coordinates, one a line. */
  readonly rects: readonly { x: number; y: number; width: number; height: number }[];
};

/** Everything that is registered for painting in the page, in no order. */
export const paintedMarks = (page: Page): Promise<readonly PaintedMark[]> =>
  page.evaluate(() => {
    const marks: PaintedMark[] = [];
    for (const highlight of CSS.highlights.values())
      for (const range of highlight as unknown as Iterable<StaticRange>) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        marks.push({
          text: live.toString(),
          rects: [...live.getClientRects()].map(({ x, y, width, height }) => ({
            x,
            y,
            width,
            height,
          })),
        });
      }
    return marks;
  });

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks again until the answer satisfies, for at most `patience` ms; gives the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  patience = 10_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer) || Date.now() > end) return answer;
    await pause(50);
  }
}

/** The texts that are painted once `word` is among them, sorted; or what there is when patience ends. */
export async function marksWith(page: Page, word: string): Promise<readonly string[]> {
  const marks = await eventually(
    () => paintedMarks(page),
    (found) => found.some(({ text }) => text === word),
  );
  return marks.map(({ text }) => text).sort();
}

/** The middle of the first box of the first mark with this text. @throws when there is none. */
export async function placeOfMark(page: Page, word: string): Promise<{ x: number; y: number }> {
  const marks = await eventually(
    () => paintedMarks(page),
    (found) => found.some(({ text }) => text === word),
  );
  const rect = marks.find(({ text }) => text === word)?.rects[0];
  if (rect === undefined)
    throw new Error(`no mark on «${word}»; marked: ${marks.map(({ text }) => text).join(', ')}`);
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}
