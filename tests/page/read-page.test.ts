import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

/** What is read as one text and what is left alone. Each row: a law, a page, the words marked. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['a form is marked', '<p>The DeepSeek model', ['DeepSeek']],
  [
    'inline elements are joined',
    '<p>post-<b>training</b> and Deep<wbr>Se<i>e</i>k',
    ['post-training', 'DeepSeek'],
  ],
  ['a line break is a gap', '<p>large<br>language<br>model', ['largelanguagemodel']],
  ['blocks are apart', '<div>DeepSeek<p>OpenAI</p>Nvidia</div>', ['DeepSeek', 'OpenAI', 'Nvidia']],
  ['no mention crosses a block', '<div>post-</div><div>training</div>', []],
  ['table cells are apart', '<table><tr><td>DeepSeek<td>OpenAI</table>', ['DeepSeek', 'OpenAI']],
  [
    'code is left out, and words end at it',
    '<p>a <code>DeepSeek</code>DeepSeek <kbd>Nvidia</kbd><samp>Nvidia</samp><pre>Nvidia</pre>',
    ['DeepSeek'],
  ],
  [
    'scripts and styles are left out, and words go on across them',
    '<p>Deep<script>"OpenAI"</script>Seek<style>.Nvidia{}</style>',
    [],
  ],
  [
    'fields are left out',
    '<p><input value=DeepSeek><textarea>DeepSeek</textarea><select><option>DeepSeek</select>',
    [],
  ],
  [
    'what the reader writes is left out',
    '<div contenteditable><p>DeepSeek</p></div><div contenteditable=plaintext-only>Nvidia</div><div role=textbox>OpenAI</div>',
    [],
  ],
  [
    'a part that may not be edited is read',
    '<div contenteditable=false><p>DeepSeek</p></div>',
    ['DeepSeek'],
  ],
  [
    'hidden parts are left out',
    '<p hidden>DeepSeek</p><p style="display:none">OpenAI</p><p style="visibility:hidden">Nvidia</p><p aria-hidden=true>AMD</p><details><summary>Blackwell</summary>DeepSeek</details><p>a <span style="display:none">DeepSeek</span>',
    ['Blackwell'],
  ],
  [
    'soft hyphens and no-break spaces keep their places',
    '<p>Deep&shy;Seek and large&nbsp;language&nbsp;models',
    ['Deep\u00adSeek', 'large\u00a0language\u00a0models'],
  ],
  [
    'a mention in a list of headings and quotations',
    '<h2>DeepSeek</h2><blockquote>OpenAI</blockquote><ul><li>Nvidia<li>AMD</ul>',
    ['DeepSeek', 'OpenAI', 'Nvidia', 'AMD'],
  ],
];

describe.each(browserNames)('a page read in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());

  test.each(rows)('%s', async (_law, html, words) => {
    const page = await pages.open(html);
    const found = await page.evaluate(async () => {
      const started = newsgloss.start();
      await newsgloss.settled(started);
      return started.session.anchors().map(({ range }) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
    });
    expect(found).toEqual(words);
  });

  test('a session hears of changes, answers points, and leaves nothing behind', async () => {
    const page = await pages.open('<p id=a>DeepSeek and OpenAI');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate(() => {
      window.started = newsgloss.start();
      document.body.append(' Nvidia ');
    });
    await page.waitForFunction(() => window.started.session.anchors().length === 3);
    const seen = await page.evaluate(() => {
      const { session, reports } = window.started;
      const [first] = session.anchors();
      const live = document.createRange();
      if (!first) throw new Error('no anchor');
      live.setStart(first.range.startContainer, first.range.startOffset);
      live.setEnd(first.range.endContainer, first.range.endOffset);
      const box = live.getBoundingClientRect();
      const hit = session.hitTest(box.left + 4, box.top + 4)?.annotation.concept;
      const miss = session.hitTest(box.left + 4, box.bottom + 200)?.annotation.concept;
      const sizes = [...CSS.highlights.values()].map((highlight) => highlight.size);
      window.started.stop();
      document.body.lastChild?.remove();
      return {
        hit,
        miss: miss ?? 'none',
        sizes,
        last: reports.at(-1),
        left: CSS.highlights.size,
        html: document.documentElement.outerHTML,
      };
    });
    expect(seen).toMatchObject({
      hit: 'deepseek',
      miss: 'none',
      sizes: [3],
      left: 0,
      last: { status: 'marked', marks: 3 },
    });
    expect(seen.html).toBe(before);
  });
});
