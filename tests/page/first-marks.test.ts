import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

const bare = '<p>Rain is expected in the north, and the river has risen again.</p>'.repeat(4000);
const top = '<h1>Compute</h1><p>Inference: DeepSeek and OpenAI trained a language model.</p>';
const pageOf = (title: string): string => `<!doctype html><title>${title}</title>${top}${bare}`;

describe.each(browserNames)('the top of a long page in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());

  /** What is marked while the page is still being read, and once it was. */
  const follow = async (title: string) => {
    const page = await pages.open(pageOf(title));
    return page.evaluate(async () => {
      window.started = newsgloss.start({ amount: 'section', onlyAboutAi: true });
      let first: readonly string[] = [];
      while (window.started.session.report().status === 'reading') {
        first = newsgloss.marked(window.started);
        await new Promise((next) => setTimeout(next));
      }
      return { first, last: newsgloss.marked(window.started) };
    });
  };

  test('is marked before the rest is read, and each of its marks stays', async () => {
    const { first, last } = await follow('AI: a new language model');
    expect(first).toContain('DeepSeek → deepseek');
    expect(last).toEqual(expect.arrayContaining([...first]));
  });

  test('waits where the page may yet turn out to be about something else', async () => {
    const { first } = await follow('The weather');
    expect(first).toEqual([]);
  });
});
