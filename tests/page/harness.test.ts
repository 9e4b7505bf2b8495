import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';

describe.each(browserNames)('the harness in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  beforeAll(async () => {
    launched = await launchBrowser(name);
    server = await servePages({ '/': '<p>DeepSeek' });
  });
  afterAll(async () => {
    await launched.close();
    await server.close();
  });

  test('code of the page room runs in a bare served page', async () => {
    const page = await launched.browser.newPage();
    await page.goto(`${server.origin}/`);
    await page.addScriptTag({ content: await bundleForPage('src/page/text-block.ts') });
    expect(await page.evaluate('typeof newsgloss.rangeOfSpan')).toBe('function');
    await page.close();
  });
});
