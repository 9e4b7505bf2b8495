import { PNG } from 'pngjs';
import { afterEach, describe, expect, test } from 'vitest';
import { contrast, type Rgb } from '../core/view/contrast.ts';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';
import type { Reader } from './support/reader.ts';

/** The same word twice, a line apart; each font reaches differently far under its words. */
const pageIn = (font: string) => `<!doctype html><title>AI</title><style>
  :root { color-scheme: light dark } body { margin: 20px; font: 18px/40px ${font} } p { margin: 0 }
  </style><p>DeepSeek</p><p>DeepSeek</p>`;

const readers: readonly (readonly [string, Reader])[] = [
  ['light', {}],
  ['dark', { dark: true }],
  ['colours of the reader', { forced: true }],
  ['colours of the reader, dark', { forced: true, dark: true }],
];

/** How many pixels of two areas of a picture differ by the contrast that WCAG asks of what is no text (1.4.11). */
const distinct = (picture: PNG, a: Area, b: Area): number => {
  const at = (x: number, y: number): Rgb => {
    const [red = 0, green = 0, blue = 0] = picture.data.subarray((y * picture.width + x) * 4);
    return [red, green, blue];
  };
  let count = 0;
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++)
      if (contrast(at(a.left + x, a.top + y), at(b.left + x, b.top + y)) >= 3) count++;
  return count;
};

type Area = { readonly left: number; readonly top: number; width: number; height: number };

describe.each(browserNames)('the mark that the reader is led to in %s', (name) => {
  let pages: OpenPages | undefined;
  afterEach(() => pages?.close());

  test.each(readers)(
    'stands out from another of the same word by a line at least: %s',
    async (_, reader) => {
      pages = await openPages(name, reader);
      for (const font of ['serif', 'sans-serif', 'monospace']) {
        const page = await pages.open(pageIn(font));
        for (const style of ['dotted', 'solid', 'dashed', 'background'] as const) {
          const areas = await page.evaluate(async (wanted) => {
            window.started?.stop();
            window.started = newsgloss.start({ style: wanted });
            await newsgloss.settled(window.started);
            const { session, signal } = window.started;
            const [first] = session.anchors();
            if (first) session.show(first, signal);
            scrollTo(0, 0);
            await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
            return [...document.querySelectorAll('p')].map((p) => {
              const range = document.createRange();
              range.selectNodeContents(p);
              const { width } = range.getBoundingClientRect();
              const { left, top, height } = p.getBoundingClientRect();
              return { left, top, width: Math.floor(width), height };
            });
          }, style);
          const [ringed, plain] = areas as [Area, Area];
          const picture = PNG.sync.read(Buffer.from(await page.screenshot()));
          expect(distinct(picture, ringed, plain), `${font}, ${style}`).toBeGreaterThan(
            // Where letters reach down, the line makes room for them.
            0.8 * ringed.width,
          );
        }
      }
    },
  );
});
