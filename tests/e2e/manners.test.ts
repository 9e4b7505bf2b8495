/** What a reader does with a page goes on as without Newsgloss: links, selecting, printing, going back. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { cardOpens, openCard } from './support/card.ts';
import { eventually, marksWith, placeOfMark } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { useExtension } from './support/use-extension.ts';

/** The card's host; the page's own dialogs are dialogs too. */
const host = '[popover=manual]';

const pages = {
  '/plain': newsPage(news),
  '/links': newsPage(
    `${news}<p>More on <a id="link" href="/target">Jensen Huang</a> elsewhere.</p>
    <script>heard = [];
      for (const type of ['click', 'auxclick', 'contextmenu', 'dragstart'])
        addEventListener(type, (event) => {
          heard.push(type);
          if (type !== 'click') event.preventDefault();
        });</script>`,
  ),
  '/target': newsPage('<p>Here.</p>'),
  '/modal': newsPage(
    `<dialog id="box">${news}<button>x</button></dialog><script>box.showModal();
      times = 0; box.addEventListener("close", () => times++)</script>`,
  ),
};

describe.each(browserNames)('a page keeps its manners in %s', (name) => {
  let server: PageServer;
  let tab: Page;

  useExtension(name, { pages }, (started) => {
    ({ server, tab } = started);
  });

  const open = async (path: string): Promise<void> => {
    await tab.goto(server.origin + path);
    await tab.mouse.move(2, 2);
    await marksWith(tab, 'DeepSeek');
  };
  const rest = async (word: string): Promise<{ x: number; y: number }> => {
    const place = await placeOfMark(tab, word);
    await tab.mouse.move(place.x - 30, place.y + 60);
    await tab.mouse.move(place.x, place.y, { steps: 6 });
    return place;
  };
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

  it('a link under a mark is followed by a click, while its card is open or not', async () => {
    for (const withCard of [false, true]) {
      await open('/links');
      const { x, y } = await rest('Jensen Huang');
      if (withCard) await cardOpens(tab);
      await Promise.all([tab.waitForNavigation(), tab.mouse.click(x, y)]);
      expect(tab.url()).toBe(`${server.origin}/target`);
    }
  });

  it('hears middle and right clicks and drags of a link under a mark, and no card opens meanwhile', async () => {
    await open('/links');
    const { x, y } = await rest('Jensen Huang');
    await cardOpens(tab);
    await tab.mouse.click(x, y, { button: 'middle' });
    await tab.mouse.click(x, y, { button: 'right' });
    await tab.mouse.move(x, y);
    await tab.mouse.down();
    await tab.mouse.move(x + 5, y + 5, { steps: 3 });
    await tab.mouse.move(x + 60, y + 60, { steps: 6 });
    await tab.mouse.up();
    const heard = (await tab.evaluate('heard')) as string[];
    expect(heard).toEqual(expect.arrayContaining(['auxclick', 'contextmenu', 'dragstart']));
    expect(await openCard(tab)).toBeUndefined();
  });

  it('selects text across marks by mouse, and no card opens while a button is pressed', async () => {
    await open('/plain');
    const from = await placeOfMark(tab, 'DeepSeek');
    const to = await placeOfMark(tab, 'Nvidia');
    await tab.mouse.move(from.x - 60, from.y);
    await tab.mouse.down();
    await tab.mouse.move(to.x, to.y, { steps: 8 });
    await pause(700);
    expect(await openCard(tab)).toBeUndefined();
    await tab.mouse.up();
    const selected = (await tab.evaluate('String(getSelection())')) as string;
    expect(selected).toContain('DeepSeek released R1');
  });

  it('Esc closes the card, and only a second Esc the dialog that it stands in', async () => {
    await open('/modal');
    await rest('DeepSeek');
    await tab.waitForSelector(host, { timeout: 4000 });
    await tab.keyboard.press('Escape');
    expect(await tab.$(host)).toBeNull();
    expect(await tab.evaluate('[box.open, times]')).toEqual([true, 0]);
    await tab.keyboard.press('Escape');
    await eventually(
      () => tab.evaluate('box.open'),
      (open) => open === false,
    );
    expect(await tab.evaluate('box.open')).toBe(false);
  });

  it('comes back from history with its marks and its card', async () => {
    await open('/plain');
    await tab.evaluate('addEventListener("pageshow", (event) => { restored = event.persisted })');
    await rest('Nvidia');
    await cardOpens(tab);
    await tab.goto(`${server.origin}/target`);
    await tab.evaluate('setTimeout(() => history.back(), 50)');
    await eventually(
      () => tab.evaluate('location.pathname').catch(() => ''),
      (path) => path === '/plain',
    );
    expect(await tab.evaluate('restored')).toBe(true);
    expect(await tab.$(host)).toBeNull();
    await marksWith(tab, 'DeepSeek');
    await tab.mouse.move(2, 2);
    await rest('Nvidia');
    expect((await cardOpens(tab)).name).toBe('Nvidia');
    await tab.keyboard.press('Escape');
  });

  // Only Chromium's protocol shows a page in its print style.
  it.runIf(name === 'chromium')('prints as it does without Newsgloss, to the pixel', async () => {
    await open('/plain');
    const screen = Buffer.from(await tab.screenshot());
    await tab.emulateMediaType('print');
    const marked = Buffer.from(await tab.screenshot());
    await tab.evaluate('CSS.highlights.clear()');
    const bare = Buffer.from(await tab.screenshot());
    expect(marked.equals(bare)).toBe(true);
    expect(screen.equals(marked)).toBe(false);
    await tab.emulateMediaType();
  });
});
