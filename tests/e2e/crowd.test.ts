/** A page where marks stand as thick as they can, and a pointer that never rests. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { cardCloses, cardOpens } from './support/card.ts';
import { marksWith, paintedMarks, placeOfMark } from './support/marks.ts';
import { newsPage } from './support/news.ts';
import { useExtension } from './support/use-extension.ts';

const pages = {
  '/crowd': newsPage(
    '<h2>Part</h2><p>DeepSeek, OpenAI, Nvidia, AMD stand side by side.</p>'.repeat(1250),
  ),
};

describe.each(browserNames)('among five thousand marks in %s', (name) => {
  let tab: Page;

  useExtension(name, { pages }, async (started) => {
    tab = started.tab;
    await tab.goto(`${started.server.origin}/crowd`);
    await marksWith(tab, 'DeepSeek');
    // What is near the window is registered; the rest waits.
    expect((await paintedMarks(tab)).length).toBeGreaterThan(40);
  });

  it('a pointer that storms over them opens no card, and then the one that it rests on', async () => {
    await tab.mouse.move(30, 30);
    for (let round = 0; round < 10; round += 1) {
      await tab.mouse.move(600, 40 + 60 * round, { steps: 4 });
      expect(await tab.$('[popover=manual]')).toBeNull();
      await tab.mouse.move(30, 70 + 60 * round, { steps: 4 });
    }
    const { x, y } = await placeOfMark(tab, 'Nvidia');
    await tab.mouse.move(x, y, { steps: 3 });
    expect((await cardOpens(tab)).name).toBe('Nvidia');
    await tab.keyboard.press('Escape');
    expect(await cardCloses(tab)).toBe(true);
  });
});
