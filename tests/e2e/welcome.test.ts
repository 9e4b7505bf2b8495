import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { errorsOf, openExtensionPage } from './support/extension-page.ts';
import { eventually } from './support/marks.ts';

/** The words that are painted in the page, as the page's own world reads them. */
const painted = () =>
  [...CSS.highlights.values()].flatMap((highlight) =>
    [...(highlight as unknown as Iterable<StaticRange>)].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { x, y, width, height } = live.getBoundingClientRect();
      return { text: live.toString(), x: x + width / 2, y: y + height / 2 };
    }),
  );

describe.each(browserNames)('the welcome page in %s', (name) => {
  let browser: LaunchedBrowser;
  let page: Page;
  let opened: readonly string[];
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: extensionFolder(name), keepWelcome: true });
    opened = await eventually(
      async () => (await openTabs(browser)).filter((url) => url.endsWith('glossary.html#/welcome')),
      (urls) => urls.length > 0,
    );
    page = await openExtensionPage(browser, 'glossary.html#/welcome');
    await page.setViewport({ width: 1280, height: 800 });
  });
  afterAll(() => browser.close());

  test('opens by itself, once, when the extension is installed', () => {
    expect(opened).toHaveLength(1);
  });

  test('has a sample that is marked by the real annotator, and leaves the motorcycle alone', async () => {
    const marks = await eventually(
      () => page.evaluate(painted),
      (found) => found.length > 5,
    );
    expect(marks.map(({ text }) => text)).toEqual(expect.arrayContaining(['DeepSeek', 'R1']));
    expect(marks.filter(({ text }) => text === 'R1')).toHaveLength(1);
  });

  test('shows the real card on a word of the sample', async () => {
    const marks = await page.evaluate(painted);
    const mark = marks.find(({ text }) => text === 'DeepSeek');
    if (!mark) throw new Error('no mark');
    await page.mouse.move(mark.x - 3, mark.y - 3);
    await page.mouse.move(mark.x, mark.y);
    const host = await eventually(
      () =>
        page.evaluate(() => document.documentElement.querySelectorAll(':scope > [popover]').length),
      (count) => count === 1,
    );
    expect(host).toBe(1);
  });

  test('fits on one screen', async () => {
    const size = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.documentElement.scrollWidth,
    ]);
    expect(size[0]).toBeLessThanOrEqual(900);
    expect(size[1]).toBeLessThanOrEqual(1280);
  });

  test('raises no error', () => {
    expect(errorsOf(page)).toEqual([]);
  });
});

async function openTabs({ browser, name }: LaunchedBrowser): Promise<readonly string[]> {
  if (name === 'chromium') return browser.targets().map((target) => target.url());
  const { connection } = browser as unknown as {
    connection: { send: (method: string, params: object) => Promise<{ result: unknown }> };
  };
  const { result } = await connection.send('browsingContext.getTree', {});
  return (result as { contexts: { url: string }[] }).contexts.map(({ url }) => url);
}
