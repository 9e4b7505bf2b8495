/**
 * `node src/tools/icons.ts`: draws `assets/icons/*.svg` as PNG at the sizes that browsers ask for.
 * A browser draws them, so the pictures are what readers see.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { presentBrowser } from './find-browser.ts';

const folder = `${import.meta.dirname}/../../assets/icons`;
const sizes = [16, 32, 48, 128];

const executablePath = presentBrowser('chromium');
if (executablePath === undefined) throw new Error('No Chromium found: set NEWSGLOSS_CHROMIUM.');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await launch({ executablePath, headless: true, args });
const page = await browser.newPage();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const drawing = readFileSync(`${folder}/${file}`, 'utf8');
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(`${folder}/${file.replace('.svg', '')}-${size}.png`, png);
  }
}
await browser.close();
