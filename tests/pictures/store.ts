/**
 * `npm run pictures:store`: what the stores show, at the sizes that they ask for, into docs/store/pictures.
 * Chrome Web Store: screenshots of 1280 × 800, a small tile of 440 × 280. addons.mozilla.org takes the same screenshots.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { openCard } from '../e2e/support/card.ts';
import { eventually, placeOfMark } from '../e2e/support/marks.ts';
import { launchBrowser } from '../harness/browsers.ts';
import { builtFolder } from '../harness/build-extension.ts';
import { servePages } from '../harness/serve-pages.ts';

const out = new URL('../../docs/store/pictures/', import.meta.url);
const icon = readFileSync(new URL('../../assets/icons/icon.svg', import.meta.url), 'utf8');
const article = readFileSync(new URL('../../assets/sample-article.html', import.meta.url), 'utf8');

/** The name, what it does, and the mark itself: all that a tile of 440 × 280 can carry. */
const tile = `<!doctype html><style>
  body { margin: 0; width: 440px; height: 280px; box-sizing: border-box; padding: 44px 40px; background: #f5f6fb;
    font-family: system-ui, sans-serif; color: #191c22; }
  svg { width: 64px; height: 64px; display: block; }
  h1 { margin: 20px 0 6px; font-size: 34px; letter-spacing: -0.02em; }
  p { margin: 0; font-size: 19px; line-height: 1.4; color: #565d6b; }
  u { text-decoration: underline dotted #5468d4 3px; text-underline-offset: 4px; color: #191c22; }
</style>${icon}<h1>Newsgloss</h1><p>AI news, with its <u>words</u> explained,<br>and who says so.</p>`;

async function hover(page: Page, word: string): Promise<void> {
  const { x, y } = await placeOfMark(page, word);
  await page.mouse.move(x - 3, y - 2);
  await page.mouse.move(x, y);
  await eventually(
    () => openCard(page),
    (card) => card !== undefined,
  );
  await new Promise((resume) => setTimeout(resume, 400));
}

const settled = () => new Promise((resume) => setTimeout(resume, 700));

mkdirSync(out, { recursive: true });
const server = await servePages({ '/': article, '/tile': tile });
const launched = await launchBrowser('chromium', { extension: builtFolder('chromium') });
const { browser, extensionOrigin = '' } = launched;

async function shoot(
  name: string,
  url: string,
  {
    width = 1280,
    height = 800,
    scheme = 'light',
    before = settled,
  }: {
    width?: number;
    height?: number;
    scheme?: 'light' | 'dark';
    before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url);
  await before(page);
  writeFileSync(new URL(name, out), await page.screenshot());
  await page.close();
  console.log(`docs/store/pictures/${name}: ${width} × ${height}`);
}

try {
  await shoot('1-card.png', `${server.origin}/`, { before: (page) => hover(page, 'DeepSeek') });
  await shoot('2-glossary.png', `${extensionOrigin}glossary.html#deepseek-r1`);
  await shoot('3-map.png', `${extensionOrigin}glossary.html#/map/nvidia`);
  await shoot('4-dark.png', `${server.origin}/`, {
    scheme: 'dark',
    before: (page) => hover(page, 'post-training'),
  });
  await shoot('5-sources.png', `${extensionOrigin}glossary.html#/sources`);
  await shoot('tile.png', `${server.origin}/tile`, { width: 440, height: 280 });
} finally {
  await launched.close();
  await server.close();
}
