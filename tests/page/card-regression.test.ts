import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { blockFont } from './support/block-font.ts';
import type { CardDriver } from './support/card-driver.ts';
import { cardScenes } from './support/card-scenes.ts';
import { fixedReadings } from './support/fixed-glossary.ts';
import { useReader } from './support/use-reader.ts';

/**
 * The card against its picture of record, one for each browser, letters drawn as blocks so that no machine's fonts show. Those
 * of Chromium are the same however the system smooths letters; Firefox's edges of letters follow the system, so its pictures
 * hold where Debian's settings of fontconfig do. Write the pictures anew, once you have looked at the card, with
 * `NEWSGLOSS_BASELINE=write`.
 */
const folder = new URL('./baseline/', import.meta.url);
const isWriting = process.env.NEWSGLOSS_BASELINE === 'write';

/** How many of the card's pixels may differ: rounding of edges, but no part of it a pixel or two away. */
const tolerance = 0.0003;

const wanted = ['light', 'dark', 'unfolded', 'disputed', 'strip', 'narrow', 'rtl', 'pinned'];
const scenes = cardScenes.filter(({ name }) => wanted.includes(name));

const pictureOf = async (driver: CardDriver): Promise<PNG> => {
  await driver.evaluate('newsgloss.settled()');
  const card = await driver.card();
  if (!card) throw new Error('no card to take a picture of');
  const clip = {
    x: Math.round(card.left),
    y: Math.round(card.top),
    width: Math.round(card.right - card.left),
    height: Math.round(card.bottom - card.top),
  };
  return PNG.sync.read(Buffer.from(await driver.page.screenshot({ clip })));
};

/** Share of pixels that differ; 1 where the size does. */
const difference = (a: PNG, b: PNG): number => {
  const { width, height } = a;
  if (width !== b.width || height !== b.height) return 1;
  const count = pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.1 });
  return count / (width * height);
};

const restyle = (css: string) => `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  newsgloss.root.adoptedStyleSheets = [...newsgloss.root.adoptedStyleSheets, sheet];
})()`;

const blocks = `.card.ng-theme { --ng-font: Block; font-synthesis: none }
  .card * { text-rendering: geometricPrecision }`;

const undoLast =
  '(newsgloss.root.adoptedStyleSheets = newsgloss.root.adoptedStyleSheets.slice(0, -1), newsgloss.settled())';

describe.each(browserNames)('pictures of record in %s', (name) => {
  const open = useReader(name);

  const scene = async (one: (typeof scenes)[number]): Promise<CardDriver> => {
    const html = one.html.replace(
      '</style>',
      `@font-face { font-family: Block; src: url(${blockFont()}) }
       body, body * { font: 18px/30px Block !important; font-synthesis: none !important }</style>`,
    );
    const reader = { dark: one.dark === true, still: true };
    const driver = await open(reader, html, { viewport: one.viewport, start: false });
    const start = JSON.stringify({ readings: fixedReadings() });
    await driver.evaluate(
      `document.fonts.load('18px Block').then(() => newsgloss.start(${start}))`,
    );
    const first = driver
      .evaluate('newsgloss.nextCard()')
      .then(() => driver.evaluate(restyle(blocks)));
    await one.act(driver);
    await first;
    await driver.page.mouse.move(2, 2);
    return driver;
  };

  test.each(scenes)('$name', async (one) => {
    const driver = await scene(one);
    const picture = await pictureOf(driver);
    const file = new URL(`${name}/card-${one.name}.png`, folder);
    if (isWriting) {
      mkdirSync(new URL('.', file), { recursive: true });
      writeFileSync(file, PNG.sync.write(picture));
    }
    expect(existsSync(file), 'no picture of record').toBe(true);
    const before = PNG.sync.read(readFileSync(file));
    expect([picture.width, picture.height]).toEqual([before.width, before.height]);
    expect(difference(picture, before)).toBeLessThanOrEqual(tolerance);
  });

  test('would notice any part of the card two pixels away', async () => {
    const one = scenes.find(({ name: scene }) => scene === 'pinned');
    if (!one) throw new Error('no such scene');
    const driver = await scene(one);
    const before = await pictureOf(driver);
    expect(difference(await pictureOf(driver), before)).toBeLessThanOrEqual(tolerance);
    for (const part of [
      '.card-title',
      '.byline',
      '.summary',
      '.card-tools',
      '.unfold-word',
      '.actions',
      '.panel',
    ])
      for (const shift of ['2px 0', '0 2px']) {
        await driver.evaluate(restyle(`${part} { translate: ${shift} }`));
        expect(difference(await pictureOf(driver), before), `${part} ${shift}`).toBeGreaterThan(
          tolerance,
        );
        await driver.evaluate(undoLast);
      }
  });
});
