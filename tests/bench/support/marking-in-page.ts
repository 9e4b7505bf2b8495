import lexicon from 'virtual:newsgloss/lexicon';
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { openLexicon } from '../../../src/core/matching/index.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { createMarker } from '../../../src/page/marker.ts';
import type { PageSession } from '../../../src/page/page-session.ts';
import { findShadowRoots } from '../../../src/page/shadow-roots.ts';
import { startPageSession } from '../../../src/page/start-page-session.ts';

/** The same forms for all who mark. */
const forms = (): string[] => {
  const opened = openLexicon(lexicon);
  const all = new Set<string>();
  for (let record = 0; record < opened.recordCount; record++) all.add(opened.sense(record).form);
  return [...all];
};
const surfaceForms = forms();

/** A bare TreeWalker over all text: what anything else is measured by. */
export const walk = (): number => {
  const began = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    length += (node as Text).data.length;
  const took = performance.now() - began;
  return length < 0 ? 0 : took;
};

export const markJs = (): number => {
  const began = performance.now();
  new Mark(document.body).mark(surfaceForms, { separateWordSearch: false, accuracy: 'exactly' });
  return performance.now() - began;
};

export const findAndReplace = (): number => {
  const began = performance.now();
  const alternation = surfaceForms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  findAndReplaceDOMText(document.body, {
    find: new RegExp(`\\b(?:${alternation.join('|')})\\b`, 'gi'),
    wrap: 'mark',
  });
  return performance.now() - began;
};

export const searchShadowRoots = (): number => {
  const began = performance.now();
  const steps = findShadowRoots(document.body, (element) => element.shadowRoot);
  while (!steps.next().done);
  return performance.now() - began;
};

export type Ours = {
  /** Script time of all slices until everything was decided and what is near was painted. */
  readonly script: number;
  readonly longestSlice: number;
  /** Until the first mark stood in the registry. */
  readonly firstMark: number;
  readonly status: string;
  readonly marks: number;
  readonly painted: number;
};

export let session: PageSession | undefined;

/** A session as the content script starts it; `isReader` with a reader's defaults, else every mention of every page. */
export const ours = async (isReader: boolean): Promise<Ours> => {
  const { marking, known, corrections } = defaultSettings;
  const everything = { ...marking, amount: 'every', onlyAboutAi: false } as const;
  const view = globalThis as unknown as { scheduler: { yield: () => Promise<void> } };
  const yieldNow = view.scheduler.yield.bind(view.scheduler);
  let began = 0;
  let script = 0;
  let longestSlice = 0;
  const pause = (): void => {
    const slice = performance.now() - began;
    script += slice;
    longestSlice = Math.max(longestSlice, slice);
  };
  view.scheduler.yield = async () => {
    pause();
    await yieldNow();
    began = performance.now();
  };
  let firstMark = 0;
  const set = CSS.highlights.set.bind(CSS.highlights);
  CSS.highlights.set = (...pair: Parameters<typeof set>) => {
    firstMark ||= performance.now() - start;
    return set(...pair);
  };
  let start = 0;
  const report = await new Promise<{ status: string; marks: number }>((resolve) => {
    began = performance.now();
    start = began;
    const ended = new AbortController();
    session = startPageSession({
      document,
      look: lexicon,
      loadKit: async () => ({ createMarker, lexicon }),
      settings: { enabled: true, known, corrections, marking: isReader ? marking : everything },
      onReport: (said) => {
        pause();
        resolve(said);
      },
      signal: ended.signal,
    });
  });
  view.scheduler.yield = yieldNow;
  const painted = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  return { script, longestSlice, firstMark, status: report.status, marks: report.marks, painted };
};

const nextFrame = (): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    }),
  );

/** From now until a frame with one known highlight was made. */
export const oneHighlight = async (): Promise<number> => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = walker.nextNode() as Text;
  while (text.length < 30) text = walker.nextNode() as Text;
  await nextFrame();
  const began = performance.now();
  const range = new StaticRange({
    startContainer: text,
    startOffset: 0,
    endContainer: text,
    endOffset: 8,
  });
  CSS.highlights.set('one', new Highlight(range));
  await nextFrame();
  return performance.now() - began;
};

/** From now until the frame with our first mark was made. */
export const firstFrame = async (): Promise<number> => {
  await nextFrame();
  const began = performance.now();
  void ours(true);
  for (;;) {
    await nextFrame();
    if (CSS.highlights.size > 0) return performance.now() - began;
    if (performance.now() - began > 20_000) return Number.NaN;
  }
};

/** Median ms of a frame in which the page changes one text. */
export const mutatingFrame = async (): Promise<number> => {
  const text = document.body.appendChild(document.createElement('p')).appendChild(new Text('live'));
  const took: number[] = [];
  for (let frame = 0; frame < 60; frame++) {
    await new Promise(requestAnimationFrame);
    text.data = `live ${frame}`;
    const began = performance.now();
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[30] ?? 0;
};

/** µs a call over a grid of the viewport. */
const overGrid = (call: (x: number, y: number) => void): number => {
  let calls = 0;
  const began = performance.now();
  for (let y = 3; y < innerHeight; y += 9) {
    for (let x = 5; x < innerWidth; x += 31) {
      call(x, y);
      calls++;
    }
  }
  return ((performance.now() - began) / calls) * 1000;
};

/**
 * µs a call of the hit test and of elementFromPoint, pass by pass, the least of five: a browser remembers the last point
 * it was asked for, so that whoever asks second for the same point has it for nothing.
 */
export const hitTests = (): { ours: number; elementFromPoint: number } => {
  const [mine, native]: number[][] = [[], []];
  for (let pass = 0; pass < 5; pass++) {
    mine?.push(overGrid((x, y) => session?.hitTest(x, y)));
    native?.push(overGrid((x, y) => document.elementFromPoint(x, y)));
  }
  return { ours: Math.min(...(mine ?? [])), elementFromPoint: Math.min(...(native ?? [])) };
};
