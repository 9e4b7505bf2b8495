/**
 * `npm start [-- PAGE] [--headless] [--json] [--browser chromium|firefox] [--out FOLDER]`: builds, and
 * opens a browser with the extension on a page. Without a display it lists the marks and takes pictures.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askTab } from './ask-tab.ts';
import { type BrowserName, findBrowser } from './find-browser.ts';
import { findPage } from './find-page.ts';
import { launchBrowser } from './launch-browser.ts';
import { countMarks, readMarks, showCard } from './read-marks.ts';

const root = resolve(import.meta.dirname, '../..');

const usage = `usage: npm start [-- PAGE] [--headless] [--json] [--browser chromium|firefox] [--out FOLDER]
PAGE is a file (.html, .txt, .md) or an http(s) address; without one, the sample article.`;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        headless: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        browser: { type: 'string', default: 'chromium' },
        out: { type: 'string', default: 'reports/demo' },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (positionals.length > 1) fail(`One page at a time.\n${usage}`);
    if (values.browser !== 'chromium' && values.browser !== 'firefox')
      fail(`--browser is chromium or firefox, not ${values.browser}.`);
    return { ...values, browser: values.browser as BrowserName, page: positionals[0] };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

const args = readArguments();
const log = (line: string) => {
  if (!args.json) console.log(line);
};

function build(browser: BrowserName): string {
  log(`building for ${browser} …`);
  const { status, stdout, stderr } = spawnSync(
    'wxt',
    ['build', ...(browser === 'firefox' ? ['-b', 'firefox'] : [])],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) fail(`The build failed:\n${stdout ?? ''}${stderr ?? ''}`);
  return browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
}

const outputFolder = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
if (args.build) build(args.browser);
const extension = join(root, '.output', outputFolder[args.browser]);

const hasDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);
const headless = args.headless || args.json || !hasDisplay;

const served = await findPage(args.page ?? join(root, 'assets/sample-article.html')).catch(
  (error) => fail(error.message),
);
const executablePath = await findBrowser(args.browser, (line) => console.error(line)).catch(
  (error) => fail(error.message),
);
const launched = await launchBrowser({ name: args.browser, executablePath, headless, extension });
try {
  const page = (await launched.browser.pages())[0] ?? (await launched.browser.newPage());
  if (headless) await page.setViewport({ width: 1280, height: 900 });
  await page.goto(served.url, { waitUntil: 'domcontentloaded' });
  if (headless) {
    const out = resolve(args.out);
    mkdirSync(out, { recursive: true });
    const { status, marks } = await readMarks(launched, page);
    const pagePicture = join(out, 'page.png');
    await page.screenshot({ path: pagePicture });
    const first = marks[0];
    const shown =
      (await showCard(page)) ||
      (first !== undefined &&
        (await askTab(launched, page, { type: 'jump-to', concept: first.concept })) === true &&
        (await showCard(page)));
    const cardPicture = shown ? join(out, 'card.png') : undefined;
    if (cardPicture !== undefined) await page.screenshot({ path: cardPicture });
    const concepts = countMarks(marks);
    if (args.json) {
      const answer = {
        page: args.page ?? 'sample',
        status,
        concepts,
        marks,
        pagePicture,
        cardPicture,
      };
      console.log(JSON.stringify(answer, null, 2));
    } else {
      console.log(`\n${status}: ${marks.length} marks of ${concepts.length} concepts\n`);
      for (const { concept, count, surfaces } of concepts)
        console.log(`${String(count).padStart(5)}  ${concept.padEnd(24)} ${surfaces.join(', ')}`);
      console.log(`\npage: ${pagePicture}`);
      console.log(cardPicture ? `card: ${cardPicture}` : 'card: there is no mark to rest on');
    }
  } else {
    log('The browser is open; close it to end.');
    await new Promise<void>((done) => launched.browser.once('disconnected', () => done()));
  }
} finally {
  await launched.browser.close().catch(() => {});
  served.close();
}
