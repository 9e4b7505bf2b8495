import { afterAll, afterEach, beforeAll } from 'vitest';
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../harness/browsers.ts';
import { type PageServer, servePages } from '../../harness/serve-pages.ts';
import { type CardDriver, openCardPage } from './card-driver.ts';
import { emulate, prefsOf, type Reader } from './reader.ts';

type Options = Parameters<typeof openCardPage>[2];

/** For the tests of one `describe`: a function that opens a page with marks and a card in it, as this reader sees it. */
export const useReader = (
  name: BrowserName,
): ((reader: Reader, html: string, options?: Options) => Promise<CardDriver>) => {
  const browsers = new Map<string, LaunchedBrowser>();
  const opened: CardDriver[] = [];
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages();
  });
  afterEach(async () => {
    for (const driver of opened.splice(0)) await driver.close();
  });
  afterAll(async () => {
    for (const launched of browsers.values()) await launched.close();
    await server.close();
  });
  const browserFor = async (reader: Reader): Promise<LaunchedBrowser> => {
    const args = reader.least ? [`--blink-settings=minimumFontSize=${reader.least}`] : [];
    const options = name === 'firefox' ? { prefs: prefsOf(reader) } : { args };
    const key = JSON.stringify(options);
    const launched = browsers.get(key) ?? (await launchBrowser(name, options));
    browsers.set(key, launched);
    return launched;
  };
  return async (reader, html, { start = {}, ...options } = {}) => {
    const launched = await browserFor(reader);
    const driver = await openCardPage({ launched, server }, html, { ...options, start: false });
    opened.push(driver);
    if (name === 'chromium') await emulate(driver.page, reader);
    if (start) await driver.evaluate(`newsgloss.start(${JSON.stringify(start)})`);
    return driver;
  };
};
