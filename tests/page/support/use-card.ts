import { afterAll, afterEach, beforeAll } from 'vitest';
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../harness/browsers.ts';
import { type PageServer, servePages } from '../../harness/serve-pages.ts';
import { type CardDriver, openCardPage } from './card-driver.ts';

type Options = Parameters<typeof openCardPage>[2];

/** A browser for the tests of one `describe`, and a function that opens a page with marks and a card in it. */
export const useCard = (
  name: BrowserName,
): ((html: string, options?: Options) => Promise<CardDriver>) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  const opened: CardDriver[] = [];
  beforeAll(async () => {
    launched = await launchBrowser(name);
    server = await servePages();
  });
  afterEach(async () => {
    for (const driver of opened.splice(0)) await driver.close();
  });
  afterAll(async () => {
    await launched.close();
    await server.close();
  });
  return async (html, options) => {
    const driver = await openCardPage({ launched, server }, html, options);
    opened.push(driver);
    return driver;
  };
};

const looks = `<!doctype html><meta charset="utf-8"><title>Marks</title><style>
  body { margin: 40px; font: 18px/1.6 serif; max-width: 600px }
  i { font-style: normal; text-decoration: underline dotted }
</style>`;

/** Marks of the names given, `deepseek` shown as DeepSeek, a line apart. */
export const pageOf = (body: string): string => looks + body;

export const twoMarks = pageOf(`
  <p>Some words on <i data-concept="deepseek">DeepSeek</i> and then on <i data-concept="amd">AMD</i>.</p>
  <p id="far" style="margin-top:460px">And <i data-concept="nvidia">Nvidia</i> at last. <input id="field" value="typing"></p>`);
