/**
 * `node tests/pictures/first-minute.ts`, after both builds: the way of somebody new, step by step, in both browsers, a
 * picture each under reports/first-minute: installed, welcomed, an article, a card, the popup, the site off.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardOpens } from '../e2e/support/card.ts';
import { openExtensionPage, turnSwitch } from '../e2e/support/extension-page.ts';
import { eventually, marksWith, paintedMarks, placeOfMark } from '../e2e/support/marks.ts';
import { browserNames, launchBrowser } from '../harness/browsers.ts';
import { builtFolder } from '../harness/build-extension.ts';
import { servePages } from '../harness/serve-pages.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'reports/first-minute');
mkdirSync(out, { recursive: true });

for (const name of browserNames) {
  const server = await servePages({ '/': readFileSync(join(root, 'assets/sample-article.html')) });
  const launched = await launchBrowser(name, { extension: builtFolder(name) });
  const started = performance.now();
  let step = 0;
  const keep = (what: string, picture: Uint8Array) => {
    step += 1;
    writeFileSync(join(out, `${name}-${step}-${what}.png`), picture);
    console.log(`${name} ${step} ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  };
  try {
    const welcome = await openExtensionPage(launched, 'glossary.html#/welcome');
    await welcome.setViewport({ width: 1280, height: 800 });
    await marksWith(welcome, 'DeepSeek');
    keep('welcome', await welcome.screenshot());

    const article = await launched.browser.newPage();
    await article.goto(`${server.origin}/`);
    await marksWith(article, 'DeepSeek');
    keep('article', await article.screenshot());

    const { x, y } = await placeOfMark(article, 'R1');
    await article.mouse.move(x - 3, y - 2);
    await article.mouse.move(x, y);
    await cardOpens(article);
    await new Promise((resume) => setTimeout(resume, 300));
    keep('card', await article.screenshot());
    await article.keyboard.press('Escape');

    const popup = await openExtensionPage(launched, 'popup.html');
    await popup.setViewport({ width: 384, height: 560 });
    await eventually(
      () => popup.evaluate(() => document.querySelectorAll('[role=option]').length),
      (count) => count > 5,
    );
    keep('popup', await popup.screenshot());

    await turnSwitch(popup, '127.0.0.1');
    await eventually(
      () => paintedMarks(article),
      (marks) => marks.length === 0,
    );
    keep('popup-off', await popup.screenshot());
    await article.bringToFront();
    keep('site-off', await article.screenshot());
  } finally {
    await launched.close();
    await server.close();
  }
}
