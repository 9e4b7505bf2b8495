/** Parts of a page that the page itself cannot look into: what they shut out, and what stands inside of them. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser } from '../harness/browsers.ts';
import { chromiumWindowArgs } from '../harness/chromium-window.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { eventually, marksWith, placeOfMark } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { pressShortcut } from './support/shortcuts.ts';
import { useExtension } from './support/use-extension.ts';

/** A dialog in a closed root, which the test keeps: nobody else can get at it. */
const withDialog = (words: string) =>
  newsPage(`${news}<div id="part">${words}</div>
    <script>
      root = part.attachShadow({ mode: 'closed' });
      root.innerHTML = \`<dialog style="width:560px;height:520px;background:#111;color:#eee">
        <p>In it Jensen Huang speaks.</p><input id="field"><slot></slot></dialog>\`;
      box = root.querySelector('dialog');
    </script>`);

const pages = {
  '/own': withDialog(''),
  '/given': withDialog('<p>Lisa Su of AMD spoke.</p>'),
  '/link': newsPage(`${news}<div id="part"></div>
    <script>
      root = part.attachShadow({ mode: 'closed' });
      root.innerHTML = '<p>More on <a href="#there" onclick="followed++; return false">Jensen Huang</a>, and Lisa Su of AMD.</p>';
      followed = 0;
    </script>`),
};

describe.each(browserNames)('closed parts of a page in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let tab: Page;

  useExtension(
    name,
    {
      pages,
      viewport: { width: 900, height: 760, hasTouch: true },
      args: name === 'chromium' ? chromiumWindowArgs : [],
    },
    (started) => {
      ({ launched, server, tab } = started);
    },
  );

  const open = async (path: string): Promise<void> => {
    await tab.goto(server.origin + path);
    await tab.mouse.move(2, 2);
    await marksWith(tab, 'DeepSeek');
  };
  const rest = async (word: string): Promise<void> => {
    const { x, y } = await placeOfMark(tab, word);
    await tab.mouse.move(x - 30, y + 40);
    await tab.mouse.move(x, y, { steps: 6 });
  };
  /** Where the card stands, and whether it is what a pointer meets there. */
  const card = () =>
    tab.evaluate(`(() => {
      const inside = root.querySelector('[popover=manual]');
      const host = inside ?? document.querySelector('[popover=manual]');
      if (!host) return 'none';
      const { left, top } = host.getBoundingClientRect();
      const met = (inside ? root : document).elementFromPoint(left + 60, top + 30) === host;
      return (inside ? 'inside' : 'outside') + (met ? '' : ', out of reach');
    })()`);
  const cardIs = (wanted: string) => eventually(card, (where) => where === wanted, 3000);
  const focused = () =>
    tab.evaluate(`root.activeElement?.matches('[popover]') ? 'card' : root.activeElement?.id`);
  const focusIs = (wanted: string) => eventually(focused, (where) => where === wanted, 3000);

  it.each([
    ['its own words', '/own', 'Jensen Huang'],
    ['words that were given to it', '/given', 'AMD'],
  ])('a modal dialog in one has a card that can be used, over %s', async (_, path, word) => {
    await open(path);
    await tab.evaluate('box.showModal()');
    await tab.evaluate(`root.querySelector('input').focus()`);
    await rest(word);
    expect(await cardIs('inside')).toBe('inside');
    await pressShortcut(launched, 'L');
    expect(await focusIs('card')).toBe('card');
    await tab.keyboard.press('Escape');
    expect(await cardIs('none')).toBe('none');
    expect(await focusIs('field')).toBe('field');
    expect(await tab.evaluate('box.open')).toBe(true);
  });

  it('a pinned card goes into a modal dialog of one, and comes out when it closes', async () => {
    await open('/given');
    await rest('DeepSeek');
    expect(await cardIs('outside')).toBe('outside');
    await pressShortcut(launched, 'L');
    await eventually(
      () => tab.evaluate(`document.activeElement.matches('[popover]')`),
      (there) => there === true,
    );
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.evaluate('box.showModal()');
    expect(await cardIs('inside')).toBe('inside');
    await tab.evaluate('box.close()');
    expect(await cardIs('outside')).toBe('outside');
  });

  it('a tap on a link of one is the link’s, and on another mark the card’s', async () => {
    await open('/link');
    const link = await placeOfMark(tab, 'Jensen Huang');
    await tab.touchscreen.tap(link.x, link.y);
    await eventually(
      () => tab.evaluate('followed'),
      (times) => times === 1,
    );
    await new Promise((done) => setTimeout(done, 300));
    expect(await tab.evaluate('followed')).toBe(1);
    expect(await card()).toBe('none');
    const { x, y } = await placeOfMark(tab, 'Lisa Su');
    await tab.touchscreen.tap(x, y);
    expect(await cardIs('outside')).toBe('outside');
  });
});
