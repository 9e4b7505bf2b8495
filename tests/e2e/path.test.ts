/** From a served page to a card, with the built extension, in both browsers. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { cardCloses, cardOpens, openCard } from './support/card.ts';
import { eventually, marksWith, paintedMarks, placeOfMark } from './support/marks.ts';

const sample = readFileSync(new URL('../../assets/sample-article.html', import.meta.url), 'utf8');

const article = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title>${head}</head>` +
  `<body style="font:18px/1.6 serif;margin:40px;max-width:640px">${body}</body></html>`;

const aboutR1 =
  '<p>In January DeepSeek released R1, a large language model that anyone may download. ' +
  'OpenAI and Nvidia took note of the open-source model and its inference costs.</p>';

const pages = {
  '/sample': sample,
  '/plain': article(aboutR1),
  '/motorcycle': article(
    '<p>The Yamaha R1 is a motorcycle with a cross-plane engine. I love my R1.</p>',
  ),
  '/growing': article(`${aboutR1}<div id="later"></div>`),
  '/strict': {
    body: article(aboutR1).replace(/ style="[^"]*"/, ''),
    headers: {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
    },
  },
  '/xml': {
    body: '<?xml version="1.0"?><news><p>DeepSeek released R1, says OpenAI of the LLM.</p></news>',
    headers: { 'content-type': 'application/xml' },
  },
  '/svg': {
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><text y="30">DeepSeek and OpenAI</text></svg>',
    headers: { 'content-type': 'image/svg+xml' },
  },
  '/frameset': '<!doctype html><frameset><frame src="/plain"></frameset>',
  '/no-body': article(
    aboutR1,
    '<script>addEventListener("DOMContentLoaded",()=>document.body.remove())</script>',
  ),
  '/no-root': article(
    aboutR1,
    '<script>addEventListener("DOMContentLoaded",()=>document.documentElement.remove())</script>',
  ),
  '/texts': article(
    `${aboutR1}<p id="empty"></p><p id="vast"></p><script>empty.append(new Text(''));vast.append(new Text('DeepSeek and words '.repeat(300000)))</script>`,
  ),
  '/restless': article(
    `${aboutR1}<p id="clock"></p><script>let n=0;const t=setInterval(()=>{clock.textContent='DeepSeek spoke '+(++n)+' times of R1';if(n===1000){clearInterval(t);clock.textContent='At last OpenAI spoke of DeepSeek.';document.title='done'}},10)</script>`,
  ),
};

describe.each(browserNames)('the whole path in %s', (name) => {
  let launched: LaunchedBrowser;
  let bare: LaunchedBrowser;
  let server: PageServer;
  let page: Page;
  const complaints: string[] = [];

  const open = async (path: string): Promise<Page> => {
    await page.goto(server.origin + path, { waitUntil: 'domcontentloaded' });
    return page;
  };

  beforeAll(async () => {
    server = await servePages(pages);
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    bare = await launchBrowser(name);
    page = await launched.browser.newPage();
    // The browser itself asks for /favicon.ico, and says so where a page forbids it.
    const complain = (text: string) => {
      if (!text.includes('favicon') && !text.includes('404')) complaints.push(text);
    };
    page.on('pageerror', (error) => complain(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complain(message.text());
    });
  });

  afterAll(async () => {
    await launched?.close();
    await bare?.close();
    await server?.close();
  });

  it('marks what the page speaks of', async () => {
    await open('/plain');
    const marks = await marksWith(page, 'DeepSeek');
    expect(marks).toEqual(expect.arrayContaining(['DeepSeek', 'Nvidia', 'OpenAI', 'R1']));
  });

  it('leaves a page on motorcycles bare', async () => {
    await open('/motorcycle');
    await new Promise((done) => setTimeout(done, 1000));
    expect(await paintedMarks(page)).toEqual([]);
  });

  it('marks the sample article where it should, over inline elements too, and not in code, fields or garages', async () => {
    await open('/sample');
    const marks = await marksWith(page, 'DeepSeek');
    expect(marks).toContain('post-training');
    const inCode = await page.evaluate(
      () =>
        [...CSS.highlights.values()].flatMap((highlight) =>
          [...(highlight as unknown as Iterable<StaticRange>)].filter((range) =>
            range.startContainer.parentElement?.closest('pre, code, textarea'),
          ),
        ).length,
    );
    expect(inCode).toBe(0);
    const garage = await page.evaluate(
      () =>
        [...CSS.highlights.values()].flatMap((highlight) =>
          [...(highlight as unknown as Iterable<StaticRange>)].filter(
            (range) =>
              range.startContainer.parentElement?.textContent?.includes('Yamaha') &&
              range.startContainer.textContent?.slice(range.startOffset, range.endOffset) === 'R1',
          ),
        ).length,
    );
    expect(garage).toBe(0);
  });

  it('paints the mark in pixels under the word, and nowhere else in its line', async () => {
    await open('/plain');
    await marksWith(page, 'DeepSeek');
    const marked = PNG.sync.read(Buffer.from(await page.screenshot()));
    const plain = await bare.browser.newPage();
    await plain.goto(`${server.origin}/plain`);
    const unmarked = PNG.sync.read(Buffer.from(await plain.screenshot()));
    await plain.close();
    const marks = (await paintedMarks(page)).flatMap(({ rects }) => rects);
    let inside = 0;
    let outside = 0;
    for (let y = 0; y < marked.height; y += 1)
      for (let x = 0; x < marked.width; x += 1) {
        const at = (y * marked.width + x) * 4;
        const same = [0, 1, 2].every(
          (channel) =>
            Math.abs((marked.data[at + channel] ?? 0) - (unmarked.data[at + channel] ?? 0)) < 24,
        );
        if (same) continue;
        const onMark = marks.some(
          (rect) =>
            x >= rect.x - 2 &&
            x <= rect.x + rect.width + 2 &&
            y >= rect.y - 2 &&
            y <= rect.y + rect.height + 6,
        );
        if (onMark) inside += 1;
        else outside += 1;
      }
    expect(inside).toBeGreaterThan(40);
    expect(outside).toBe(0);
  });

  it('opens the right card when the pointer rests, lets it travel in, and closes it on Esc', async () => {
    await open('/plain');
    const { x, y } = await placeOfMark(page, 'R1');
    await page.mouse.move(x - 40, y + 90);
    await page.mouse.move(x, y, { steps: 12 });
    const card = await cardOpens(page);
    expect(card.name).toContain('R1');
    expect(card.text).toMatch(/DeepSeek/);
    // Down through the gap between mark and card, at a hand's pace, and a while inside.
    for (let step = 1; step <= 10; step += 1) await page.mouse.move(x + step, y + step * 5);
    await new Promise((done) => setTimeout(done, 700));
    expect(await openCard(page)).toBeDefined();
    await page.keyboard.press('Escape');
    expect(await cardCloses(page)).toBe(true);
  });

  it('closes the card some time after the pointer has gone', async () => {
    await open('/plain');
    const { x, y } = await placeOfMark(page, 'DeepSeek');
    await page.mouse.move(x, y, { steps: 12 });
    await cardOpens(page);
    await page.mouse.move(1100, 700, { steps: 20 });
    expect(await cardCloses(page)).toBe(true);
  });

  it('marks text that was added later, and erases a mark whose text changed', async () => {
    await open('/growing');
    await marksWith(page, 'DeepSeek');
    await page.evaluate(() => {
      const later = document.getElementById('later');
      later?.append(Object.assign(document.createElement('h2'), { textContent: 'Later' }));
      later?.append(
        Object.assign(document.createElement('p'), { textContent: 'Then Lisa Su of AMD spoke.' }),
      );
    });
    expect(await marksWith(page, 'Lisa Su')).toContain('AMD');
    await page.evaluate(() => {
      const paragraph = document.querySelector('#later p');
      if (paragraph?.firstChild) paragraph.firstChild.nodeValue = 'Then somebody else spoke.';
    });
    const after = await eventually(
      () => paintedMarks(page),
      (marks) => !marks.some(({ text }) => text === 'AMD'),
    );
    expect(after.map(({ text }) => text)).not.toContain('AMD');
    expect(after.map(({ text }) => text)).toContain('DeepSeek');
  });

  it('leaves the page byte for byte as it is without the extension, once no card is open', async () => {
    const outer = async (path: string, where: Page) => {
      await where.goto(server.origin + path);
      return where.evaluate(() => document.documentElement.outerHTML);
    };
    const plain = await bare.browser.newPage();
    for (const path of ['/sample', '/plain']) {
      await outer(path, page);
      const { x, y } = await placeOfMark(page, 'DeepSeek');
      await page.mouse.move(x, y, { steps: 12 });
      await cardOpens(page);
      await page.keyboard.press('Escape');
      await cardCloses(page);
      await page.mouse.move(1200, 780, { steps: 5 });
      const after = await page.evaluate(() => document.documentElement.outerHTML);
      expect(after).toBe(await outer(path, plain));
    }
    await plain.close();
  });

  it('works on a page whose policy allows nothing', async () => {
    await open('/strict');
    expect(await marksWith(page, 'DeepSeek')).toContain('OpenAI');
    const { x, y } = await placeOfMark(page, 'OpenAI');
    await page.mouse.move(x, y, { steps: 12 });
    expect((await cardOpens(page)).name).toBe('OpenAI');
  });

  it.each(['/xml', '/svg', '/frameset', '/no-body', '/no-root', '/texts'])(
    'breaks nothing on %s, and the next page is marked',
    async (path) => {
      await open(path);
      await new Promise((done) => setTimeout(done, 500));
      await open('/plain');
      expect(await marksWith(page, 'DeepSeek')).toContain('OpenAI');
    },
  );

  it('keeps up with a page that rewrites itself a hundred times a second for ten seconds', async () => {
    await open('/restless');
    await eventually(
      () => page.title(),
      (title) => title === 'done',
      30_000,
    );
    const marks = await marksWith(page, 'OpenAI');
    const last = await eventually(
      () =>
        page.evaluate(() =>
          [...CSS.highlights.values()].some((highlight) =>
            [...(highlight as unknown as Iterable<StaticRange>)].some((range) => {
              const live = document.createRange();
              live.setStart(range.startContainer, range.startOffset);
              live.setEnd(range.endContainer, range.endOffset);
              return (
                !['DeepSeek', 'OpenAI', 'R1', 'Nvidia'].includes(live.toString()) &&
                range.startContainer.parentElement?.id === 'clock'
              );
            }),
          ),
        ),
      (stale) => !stale,
    );
    expect(marks).toContain('OpenAI');
    expect(last).toBe(false);
  });

  it('asks the server for nothing but the pages, and makes no error', () => {
    const asked = server.requests.filter((path) => !(path in pages) && path !== '/favicon.ico');
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
