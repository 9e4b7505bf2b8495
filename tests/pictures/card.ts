/**
 * Pictures of the card for the documents: `node tests/pictures/card.ts [scene…]` writes `docs/pictures/card-*.png`.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../harness/browsers.ts';
import { servePages } from '../harness/serve-pages.ts';
import { openCardPage } from '../page/support/card-driver.ts';
import { cardScenes } from '../page/support/card-scenes.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const launched = await launchBrowser('chromium');
const server = await servePages();
for (const scene of cardScenes) {
  if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
  const driver = await openCardPage({ launched, server }, scene.html, {
    viewport: scene.viewport,
    start: false,
  });
  await driver.page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scene.dark ? 'dark' : 'light' },
  ]);
  await driver.evaluate('newsgloss.start()');
  await scene.act(driver);
  const path = `${folder}card-${scene.name}.png`;
  await driver.page.screenshot({ path: path as `${string}.png` });
  await driver.close();
  console.log(`docs/pictures/card-${scene.name}.png`);
}
await server.close();
await launched.close();
