/** A card in one frame of a tab, and keys and presses in another: of the same site, and of another. */
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { eventually, marksWith, placeOfMark } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { useExtension } from './support/use-extension.ts';

const article = (body: string) =>
  newsPage(`${news}${body}
  <script>heard = []; for (const type of ['keydown', 'click']) addEventListener(type, () => heard.push(type))</script>`);

const field = '<p><input id="field"></p>';
const framed = (origin: string) =>
  article(
    `${field}<iframe id="frame" src="${origin}/inner" width="600" height="400" style="display:block"></iframe>`,
  );

const pages = (origin: string) => ({
  '/inner': article(field),
  '/same': framed(origin),
  // Another site to the browser, and so another process.
  '/other': framed(origin.replace('127.0.0.1', 'localhost')),
});

/** The card's host. */
const host = '[popover=manual]';

describe.each(browserNames)('a card in one frame and the keys in another in %s', (name) => {
  let server: PageServer;
  let tab: Page;
  let frame: Frame;

  useExtension(name, { pages, viewport: { width: 900, height: 760 } }, (started) => {
    ({ server, tab } = started);
  });

  const open = async (path: string): Promise<void> => {
    await tab.goto(server.origin + path);
    await tab.mouse.move(2, 2);
    const inner = await (await tab.waitForSelector('#frame'))?.contentFrame();
    if (!inner) throw new Error('no frame');
    frame = inner;
    await marksWith(tab, 'DeepSeek');
    await marksWith(frame as unknown as Page, 'DeepSeek');
  };
  const isShown = (where: Page | Frame, wanted: boolean): Promise<boolean> =>
    eventually(
      async () => (await where.$(host)) !== null,
      (shown) => shown === wanted,
      2500,
    );
  const rest = async (where: Page | Frame): Promise<{ x: number; y: number }> => {
    const place = await placeOfMark(where as Page, 'DeepSeek');
    const box = where === tab ? { x: 0, y: 0 } : await (await tab.$('#frame'))?.boundingBox();
    if (!box) throw new Error('no box');
    // The frame's own border.
    const edge = where === tab ? 0 : 2;
    const at = { x: place.x + box.x + edge, y: place.y + box.y + edge };
    await tab.mouse.move(at.x - 20, at.y + 8);
    await tab.mouse.move(at.x, at.y, { steps: 6 });
    expect(await isShown(where, true)).toBe(true);
    return at;
  };
  const heard = (where: Page | Frame) => where.evaluate('heard') as Promise<string[]>;

  it.each(['/same', '/other'])(
    'Esc in the page closes the card of a frame, and Esc in a frame that of the page: %s',
    async (path) => {
      await open(path);
      for (const [keys, card] of [
        [tab, frame],
        [frame, tab],
      ] as const) {
        await tab.mouse.move(2, 2);
        await (await keys.$('#field'))?.focus();
        await rest(card);
        // What is told from frame to frame goes through the background.
        await new Promise((done) => setTimeout(done, 150));
        await tab.keyboard.press('Escape');
        expect(await isShown(card, false)).toBe(false);
        expect(await heard(keys)).toEqual([]);
        await tab.keyboard.press('Escape');
        expect(await heard(keys)).toEqual(['keydown']);
      }
    },
  );

  it('Esc is the page’s again when the frame went away with its card', async () => {
    await open('/other');
    await (await tab.$('#field'))?.focus();
    await rest(frame);
    await tab.evaluate(`document.getElementById('frame').remove()`);
    await tab.keyboard.press('Escape');
    expect(await heard(tab)).toEqual(['keydown']);
  });

  it('a tap in the page closes the card that a tap opened in a frame, and is the page’s', async () => {
    await tab.setViewport({ width: 900, height: 760, hasTouch: true });
    await open('/other');
    const place = await placeOfMark(frame as unknown as Page, 'DeepSeek');
    const box = await (await tab.$('#frame'))?.boundingBox();
    await tab.touchscreen.tap(place.x + (box?.x ?? 0) + 2, place.y + (box?.y ?? 0) + 2);
    expect(await isShown(frame, true)).toBe(true);
    await new Promise((done) => setTimeout(done, 150));
    await tab.touchscreen.tap(700, 700);
    expect(await isShown(frame, false)).toBe(false);
    expect(await heard(tab)).toEqual(['click']);
    await tab.setViewport({ width: 900, height: 760 });
  });
});
