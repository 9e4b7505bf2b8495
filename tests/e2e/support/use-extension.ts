import type { Page, Viewport } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../harness/browsers.ts';
import { extensionFolder } from '../../harness/build-extension.ts';
import { type PageServer, type ServedPage, servePages } from '../../harness/serve-pages.ts';

type Pages = Readonly<Record<string, ServedPage>>;

/** A browser with Newsgloss in it, a tab, and what serves the pages. */
export type Started = {
  readonly launched: LaunchedBrowser;
  readonly server: PageServer;
  readonly tab: Page;
};

/**
 * A browser with the extension, a tab and a server of pages, for the tests of one `describe`.
 *
 * @param pages by path; or made of the server's origin, where they name one another's addresses
 * @param onStarted told of them before the first test
 */
export const useExtension = (
  name: BrowserName,
  {
    pages,
    viewport,
    args = [],
  }: {
    readonly pages: Pages | ((origin: string) => Pages);
    readonly viewport?: Viewport;
    readonly args?: readonly string[];
  },
  onStarted: (started: Started) => void | Promise<void>,
): void => {
  let server: PageServer | undefined;
  let launched: LaunchedBrowser | undefined;
  beforeAll(async () => {
    server = await servePages();
    const served = typeof pages === 'function' ? pages(server.origin) : pages;
    for (const [path, page] of Object.entries(served)) server.add(path, page);
    launched = await launchBrowser(name, { extension: extensionFolder(name), args });
    const tab = await launched.browser.newPage();
    if (viewport) await tab.setViewport(viewport);
    await onStarted({ launched, server, tab });
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });
};
