/**
 * What of the page's script runs where. Only Chromium's protocol tells which scripts a document has parsed; that the parts
 * find each other in Firefox as well, every other test here shows by its marks and cards.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedBrowser } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { endBackground } from './support/extension-page.ts';
import { eventually, marksWith } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { useExtension } from './support/use-extension.ts';

const plainPage = (body: string) => `<!doctype html><html lang="en"><title>A page</title>${body}`;

const pages = {
  '/plain': plainPage('<p>Rain is expected in the north.</p>'),
  // Forms, and one stray word of AI, on a page that is not about it.
  '/stray': plainPage(
    `<p>The court found no inference of guilt; on Reddit a chatbot was blamed.</p>${'<p>Rain is expected in the north, where the river has taken two bridges.</p>'.repeat(300)}`,
  ),
  '/news': newsPage(news),
};

describe('the parts of the script in chromium', () => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let tab: Page;
  let client: CDPSession | undefined;
  let parsed: string[] = [];
  useExtension('chromium', { pages }, (started) => {
    ({ launched, server, tab } = started);
  });
  beforeEach(async () => {
    await client?.detach();
    await tab.goto('about:blank');
    parsed = [];
    client = await tab.createCDPSession();
    client.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith('chrome-extension:')) parsed.push(new URL(url).pathname);
    });
    await client.send('Debugger.enable');
  });
  const annotator = '/content-scripts/annotator.js';

  it.each(['/plain', '/stray'])(
    'a page with nothing to mark runs the first alone: %s',
    async (path) => {
      await tab.goto(server.origin + path);
      await eventually(async () => parsed.includes(annotator), Boolean);
      await new Promise((done) => setTimeout(done, 500));
      expect(parsed).toEqual([annotator]);
    },
  );

  it('nor does it wake the background, which one with marks does', async () => {
    const isAwake = () =>
      launched.browser.targets().some((target) => target.type() === 'service_worker');
    await endBackground(launched);
    await eventually(
      async () => isAwake(),
      (awake) => !awake,
    );
    await tab.goto(`${server.origin}/plain`);
    await eventually(async () => parsed.includes(annotator), Boolean);
    await new Promise((done) => setTimeout(done, 1000));
    expect(isAwake()).toBe(false);
    await tab.goto(`${server.origin}/news`);
    expect(await marksWith(tab, 'DeepSeek')).toContain('DeepSeek');
    expect(isAwake()).toBe(true);
  });

  it('one with marks runs each once, also after it has changed', async () => {
    await tab.goto(`${server.origin}/news`);
    await marksWith(tab, 'DeepSeek');
    await tab.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>And Lisa Su.</p>'));
    await marksWith(tab, 'Lisa Su');
    expect(parsed).toEqual([annotator, '/marker.js', '/card.js']);
  });

  it('one that comes to speak of AI asks for the rest then', async () => {
    await tab.goto(`${server.origin}/plain`);
    await eventually(async () => parsed.includes(annotator), Boolean);
    await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), news);
    expect(await marksWith(tab, 'DeepSeek')).toContain('DeepSeek');
    expect(parsed).toContain('/marker.js');
  });
});
