import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

declare global {
  interface Window {
    held: ReturnType<typeof newsgloss.countHeld>;
  }
}

const plain = '<p>Rain is expected in the north.</p>'.repeat(20);
const forms = '<p>The court found no inference of guilt; a token sum was paid on Reddit.</p>';
const ai = '<p>OpenAI and DeepSeek trained a language model.</p>';

describe.each(browserNames)('the first look at a page in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());

  const begin = async (html: string, deaf = 0): Promise<Page> => {
    const page = await pages.open(html);
    await page.evaluate(async (times) => {
      window.started = newsgloss.start({ onlyAboutAi: true }, times);
      await newsgloss.settled(window.started);
    }, deaf);
    return page;
  };
  const state = (page: Page) =>
    page.evaluate(() => ({
      status: window.started.session.report().status,
      loads: window.started.loads(),
      registered: CSS.highlights.size,
    }));
  const marked = (page: Page) => page.evaluate(() => newsgloss.marked(window.started));

  test('a page without a form is done with it, and asks for nothing', async () => {
    const page = await begin(plain);
    expect(await state(page)).toEqual({ status: 'nothing', loads: 0, registered: 0 });
  });

  test('so is one with forms and no word of AI', async () => {
    const page = await begin(plain + forms);
    expect(await state(page)).toEqual({ status: 'not-about-ai', loads: 0, registered: 0 });
  });

  test.each([
    [
      'in a paragraph of its own',
      (html: string) => document.body.insertAdjacentHTML('beforeend', html),
    ],
    [
      'in a text that stood there',
      () => {
        const text = document.querySelector('p')?.firstChild as Text;
        text.data = 'OpenAI and DeepSeek trained a language model.';
      },
    ],
    [
      'letter by letter, between elements',
      () => {
        const place = document.querySelector('p') as HTMLElement;
        place.innerHTML = '<b>Deep</b> <i>and</i> OpenAI trained a language model.';
        place.querySelector('b')?.append('Seek');
      },
    ],
    [
      'in a shadow root',
      (html: string) => {
        const host = document.body.appendChild(document.createElement('div'));
        host.attachShadow({ mode: 'open' }).innerHTML = html;
      },
    ],
  ])('words of AI that come later are marked: %s', async (_, change) => {
    const page = await begin(plain);
    await page.evaluate(change, ai);
    await expect.poll(() => marked(page)).toContain('DeepSeek → deepseek');
    expect((await state(page)).loads).toBe(1);
  });

  test('a page without a mark has no listener to pointer and keys; one that comes by some has', async () => {
    const page = await pages.open(plain);
    const listening = () => page.evaluate(() => window.held().listeners);
    await page.evaluate(async () => {
      window.held = newsgloss.countHeld();
      window.started = newsgloss.start({ onlyAboutAi: true });
      newsgloss.startCard(window.started);
      await newsgloss.settled(window.started);
    });
    const ofReader = /^(?:pointer|key|mouse|click|touch|focus|scroll)/;
    expect((await listening()).filter((type) => ofReader.test(type))).toEqual([]);
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), ai);
    await expect.poll(listening).toEqual(expect.arrayContaining(['pointermove', 'keydown']));
    await page.evaluate(() => window.started.stop());
    expect(await listening()).toEqual([]);
  });

  test('a title that comes to speak of AI does', async () => {
    const page = await begin(
      `${plain}<p>DeepSeek met OpenAI.</p>`.replace('DeepSeek met OpenAI', 'Blackwell and Reddit'),
    );
    expect((await state(page)).status).toBe('not-about-ai');
    await page.evaluate(() => {
      document.title = 'Language models and AI chips';
    });
    await expect.poll(() => state(page)).toMatchObject({ loads: 1 });
  });

  test('a reader who wants all pages marked has this one marked', async () => {
    const page = await begin(`${plain}<p>He wrote on Reddit.</p>`);
    await page.evaluate(() =>
      window.started.session.update(newsgloss.settingsOf({ onlyAboutAi: false })),
    );
    await expect.poll(() => marked(page)).toEqual(['Reddit → reddit']);
  });

  test('where nobody answers, nothing is marked; the next change asks again', async () => {
    const page = await begin(plain + ai, 1);
    expect(await state(page)).toEqual({ status: 'nothing', loads: 1, registered: 0 });
    await page.evaluate(() => document.body.append('More.'));
    await expect.poll(() => marked(page)).toContain('DeepSeek → deepseek');
  });
});
