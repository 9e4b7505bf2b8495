import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savedPages } from '../bench/support/bench-pages.ts';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

declare global {
  interface Window {
    asked: readonly string[];
    held: ReturnType<typeof newsgloss.countHeld>;
  }
}

/** Our labelled passages, a dozen to a page, without a space between their paragraphs. */
const pagesOfPassages = (): string[] => {
  const folder = new URL('../core/matching/passages/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
      const texts = lines.map((line) =>
        (line.split('|').at(-1) ?? '').trim().replace(/\[([^\]>]*)>[^\]]*\]/g, '$1'),
      );
      return Array.from({ length: Math.ceil(texts.length / 12) }, (_, at) =>
        texts
          .slice(at * 12, at * 12 + 12)
          .map((text) => `<p>${text}</p>`)
          .join(''),
      );
    });
};

const plain = '<p>Rain is expected in the north.</p>'.repeat(20);
const forms = '<p>The court found no inference of guilt; a token sum was paid on Reddit.</p>';
const ai = '<p>OpenAI and DeepSeek trained a language model.</p>';

describe.each(browserNames)('the first look at a page in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());

  const begin = async (
    html: string,
    { deaf = 0, onlyAboutAi = true }: { deaf?: number; onlyAboutAi?: boolean } = {},
  ): Promise<Page> => {
    const page = await pages.open(html);
    await page.evaluate(
      async (onlyAi, times) => {
        window.started = newsgloss.start({ onlyAboutAi: onlyAi }, times);
        await newsgloss.settled(window.started);
      },
      onlyAboutAi,
      deaf,
    );
    return page;
  };
  const state = (page: Page) =>
    page.evaluate(() => ({
      status: window.started.session.report().status,
      loads: window.started.loads(),
      registered: CSS.highlights.size,
    }));
  const marked = (page: Page) => page.evaluate(() => newsgloss.marked(window.started));

  test.each([
    ['a page without a word of AI', plain, 'not-about-ai'],
    ['one with forms and no word of AI', plain + forms, 'not-about-ai'],
    ['one with a word of AI and no form', `${plain}<p>A neural network drew it.</p>`, 'nothing'],
    [
      'a page of many elements',
      '<p>Rain, <i>and</i> then <b>sun</b>.</p>'.repeat(4000),
      'not-about-ai',
    ],
  ])('%s is done with it, and asks for nothing', async (_, html, status) => {
    const page = await begin(html);
    expect(await state(page)).toEqual({ status, loads: 0, registered: 0 });
  });

  const many = '<i></i>'.repeat(6001);
  test.each([
    // So that the first 65,536 units, which are looked at together, end within the name.
    [
      'by its length',
      `${'<i>no </i>'.repeat(21_845)}${[...'OpenAI'].map((one) => `<b>${one}</b>`).join('')}`,
    ],
    ['between two parts of many elements', `<b>${many}Open</b><b>AI${many}</b>`],
  ])(
    'in a page of many elements nothing is overlooked where the text is cut %s',
    async (_, cut) => {
      expect((await state(await begin(cut, { onlyAboutAi: false }))).loads).toBe(1);
    },
  );

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

  test('a pointer that came to rest on a word before the card was there is not forgotten', async () => {
    const page = await begin(ai);
    await page.evaluate(() => {
      window.asked = newsgloss.startCard(window.started, 300);
    });
    const place = await page.evaluate(() => {
      const anchor = window.started.session
        .anchors()
        .find((one) => one.annotation.concept === 'deepseek');
      const range = document.createRange();
      range.setStart(anchor?.range.startContainer as Node, anchor?.range.startOffset ?? 0);
      range.setEnd(anchor?.range.endContainer as Node, anchor?.range.endOffset ?? 0);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(place.x, place.y);
    await expect.poll(() => page.evaluate(() => window.asked)).toEqual(['deepseek']);
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

  test('no page that a reading would mark is passed over, however close its blocks stand', async () => {
    const close = savedPages().map(({ html }) => html.replace(/>\s+</g, '><'));
    const bodies = [...close, ...pagesOfPassages()];
    const page = await pages.open('');
    const found = await page.evaluate((all) => newsgloss.lookAndRead(all), bodies);
    expect(found.filter(({ marks }) => marks > 0).length).toBeGreaterThan(20);
    expect(found.filter(({ looked }) => looked === 'not-about-ai').length).toBeGreaterThan(20);
    const passedOver = bodies.filter((_, at) => {
      const { looked, marks } = found[at] ?? { looked: '', marks: 0 };
      return marks > 0 && looked !== 'something';
    });
    expect(passedOver).toEqual([]);
  });

  test('where nobody answers, nothing is marked; the next change asks again', async () => {
    const page = await begin(plain + ai, { deaf: 1 });
    expect(await state(page)).toEqual({ status: 'nothing', loads: 1, registered: 0 });
    await page.evaluate(() => document.body.append('More.'));
    await expect.poll(() => marked(page)).toContain('DeepSeek → deepseek');
  });
});
