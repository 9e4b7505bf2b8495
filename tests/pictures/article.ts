/**
 * `npm run pictures` makes this too: the picture of the README, from the sample article in Chromium with the built extension:
 * marked words, and the card of R1 beside one of them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPage } from '../../src/tools/find-page.ts';
import { showCard } from '../../src/tools/read-marks.ts';
import { launchBrowser } from '../harness/browsers.ts';
import { builtFolder } from '../harness/build-extension.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/pictures');

const served = await findPage(join(root, 'assets/sample-article.html'));
const { browser, close } = await launchBrowser('chromium', {
  extension: builtFolder('chromium'),
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 860, height: 640, deviceScaleFactor: 2 });
  mkdirSync(folder, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(served.url);
    if (!(await showCard(page, 'R1'))) throw new Error('R1 is not marked on the sample article');
    await page.screenshot({
      path: join(folder, scheme === 'light' ? 'article.png' : 'article-dark.png'),
    });
  }
  console.log(`docs/pictures/article.png, docs/pictures/article-dark.png`);
} finally {
  await close();
  served.close();
}
