import { afterAll, afterEach, beforeAll } from 'vitest';
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../harness/browsers.ts';
import { type PageServer, servePages } from '../../harness/serve-pages.ts';
import { type CardDriver, openCardPage } from './card-driver.ts';

/** What a reader has chosen in the browser or the system. */
export type Reader = {
  readonly dark?: boolean;
  /** Colours of their own instead of the page's. */
  readonly forced?: boolean;
  /** No motion. */
  readonly still?: boolean;
  /** Size of text, in px; 16 is what browsers come with. */
  readonly text?: number;
  /** No text is smaller than this, in px. */
  readonly least?: number;
};

type Options = Parameters<typeof openCardPage>[2];

/** Firefox's settings behind each choice: a page cannot emulate them, so each reader gets a browser. */
const prefsOf = ({ dark, forced, still, text, least }: Reader): Record<string, unknown> => ({
  'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
  'ui.prefersReducedMotion': still ? 1 : 0,
  ...(forced && {
    'browser.display.document_color_use': 2,
    'browser.display.use_system_colors': false,
    // Links stay in the blue that it comes with.
    'browser.display.foreground_color': '#3d0010',
    'browser.display.background_color': '#fff3c4',
  }),
  ...(text && { 'font.size.variable.x-western': text }),
  ...(least && { 'font.minimum-size.x-western': least }),
});

const emulate = async ({ page }: CardDriver, reader: Reader): Promise<void> => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: reader.dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: reader.still ? 'reduce' : 'no-preference' },
      { name: 'forced-colors', value: reader.forced ? 'active' : 'none' },
    ],
  });
  if (reader.text)
    await session.send('Page.setFontSizes', { fontSizes: { standard: reader.text } });
};

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
    if (name === 'chromium') await emulate(driver, reader);
    if (start) await driver.evaluate(`newsgloss.start(${JSON.stringify(start)})`);
    return driver;
  };
};
