import type { Page } from 'puppeteer-core';
import { type BrowserName, launchBrowser } from '../../harness/browsers.ts';
import { bundleForPage } from '../../harness/bundle-for-page.ts';
import { servePages } from '../../harness/serve-pages.ts';
import { emulate, prefsOf, type Reader } from './reader.ts';
import type * as inPage from './session-in-page.ts';

declare global {
  /** What `session-in-page.ts` exports, inside a page opened by `openPages`. */
  var newsgloss: typeof inPage;
  interface Window {
    started: inPage.Started;
  }
}

/** Saved pages run nothing of their own and ask the network for nothing. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

export type OpenPages = {
  /** A fresh page with this document and the session's code on it, not yet started. Closes the one before. */
  readonly open: (html: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** A browser with one page at a time, as the reader sees it. */
export const openPages = async (name: BrowserName, reader?: Reader): Promise<OpenPages> => {
  const prefs = name === 'firefox' && reader ? prefsOf(reader) : undefined;
  const [launched, server, content] = await Promise.all([
    launchBrowser(name, { ...(prefs && { prefs }) }),
    servePages(),
    bundleForPage('tests/page/support/session-in-page.ts'),
  ]);
  const page = await launched.browser.newPage();
  if (name === 'chromium' && reader) await emulate(page, reader);
  let count = 0;
  return {
    open: async (html) => {
      count++;
      const body = /^\s*<(?:!doctype|html)/i.test(html)
        ? html
        : `<!doctype html><title>Page</title>${html}`;
      await page.goto(server.add(`/${count}`, { body, headers }));
      await page.evaluate(`${content};globalThis.newsgloss = newsgloss;`);
      return page;
    },
    close: async () => {
      await launched.close();
      await server.close();
    },
  };
};
