import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import type * as editorsInPage from './support/editors-in-page.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

declare const editors: typeof editorsInPage;
declare global {
  interface Window {
    written: () => Readonly<Record<string, string>>;
  }
}

describe.each(browserNames)('rich editors in %s', (name) => {
  let pages: OpenPages;
  let script: string;
  beforeAll(async () => {
    pages = await openPages(name);
    script = await bundleForPage('tests/page/support/editors-in-page.ts', { global: 'editors' });
  });
  afterAll(() => pages.close());

  /** What each editor holds, in the document and on the page, after its writer went on. */
  const write = async (isMarked: boolean) => {
    const page = await pages.open('<p>The page names DeepSeek.</p>');
    await page.evaluate(`${script};globalThis.editors = editors;`);
    await page.evaluate(() => {
      window.written = editors.openEditors();
    });
    if (isMarked) {
      await page.evaluate(async () => {
        window.started = newsgloss.start();
        await newsgloss.settled(window.started);
      });
    }
    for (const editor of ['#prosemirror [contenteditable]', '#trix']) {
      await page.focus(editor);
      await page.keyboard.type('OpenAI and Nvidia ', { delay: 5 });
      await page.keyboard.press('Enter');
      // Trix takes a letter that follows at once for one before the break, with or without us.
      await new Promise((resolve) => setTimeout(resolve, 250));
      await page.keyboard.type('DeepSeek', { delay: 5 });
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    return page.evaluate((marks) => {
      const onPage = (selector: string) => document.querySelector(selector)?.innerHTML;
      return {
        written: window.written(),
        html: [onPage('#prosemirror'), onPage('#trix')],
        marked: marks ? newsgloss.marked(window.started) : ['DeepSeek → deepseek'],
      };
    }, isMarked);
  };

  test('nothing that is written in ProseMirror and Trix is marked, and both write as ever', async () => {
    const without = await write(false);
    const withMarks = await write(true);
    expect(withMarks.marked).toEqual(['DeepSeek → deepseek']);
    expect(withMarks).toEqual(without);
    expect(without.written.prosemirror).toContain('Nvidia');
    expect(without.written.trix).toContain('Nvidia');
  });
});
