/** Documents of every kind that a tab may hold: frames, shadow trees, what is prerendered or kept for the way back. */
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { openExtensionPage, switchesOf, turnSwitch } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks, placeOfMark } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { useExtension } from './support/use-extension.ts';

const inFrame = (attributes: string) =>
  newsPage(`<p>A frame:</p><iframe id="frame" style="border:0" ${attributes}></iframe>`);

const pages = {
  '/news': newsPage(news),
  '/target': newsPage('<p>Here.</p>'),
  '/srcdoc': inFrame(`width="600" height="300" srcdoc="${news}"`),
  '/blank': `${inFrame('width="600" height="300"')}<script>frame.contentDocument.body.innerHTML = ${JSON.stringify(news)}</script>`,
  '/written': `${inFrame('width="600" height="300"')}<script>frame.contentDocument.write(${JSON.stringify(newsPage(news))});frame.contentDocument.close()</script>`,
  '/sandboxed': inFrame(`width="600" height="300" sandbox srcdoc="${news}"`),
  '/data': inFrame(
    `width="600" height="300" src="data:text/html,${encodeURIComponent(newsPage(news))}"`,
  ),
  '/blob': `${inFrame('width="600" height="300"')}<script>frame.src = URL.createObjectURL(new Blob([${JSON.stringify(newsPage(news))}], { type: 'text/html' }))</script>`,
  '/small': inFrame('width="260" height="110" src="/news"'),
  '/closed': newsPage(
    `${news}<div id="host">
      </div><x-card id="own"><p>Now loading.</p></x-card><div id="plain"><p>Here.</p></div><script>
      host.attachShadow({ mode: 'closed' }).innerHTML =
        '<p>Lisa Su of AMD spoke of DeepSeek and its large language model.</p>';
      own.attachShadow({ mode: 'closed' }).innerHTML =
        '<p>Jensen Huang of Nvidia spoke of large language models.</p>';
      plain.attachShadow({ mode: 'open' }).innerHTML =
        '<p>Bloomberg wrote of Blackwell and large language models.</p>';
    </script>`,
  ),
  '/defines-later': newsPage(
    `${news}<x-card><p>Now loading.</p></x-card><div id="host"></div><script>
      setTimeout(() => {
        customElements.define('x-card', class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'open' }).innerHTML = '<p>Jensen Huang spoke of large language models.</p>';
          }
        });
        host.attachShadow({ mode: 'closed' }).innerHTML = '<p>Lisa Su spoke of large language models.</p>';
      }, 600);
    </script>`,
  ),
  '/prerenders': newsPage(`<p><a id="link" href="/news?prerendered">News</a></p>
    <script type="speculationrules">{"prerender":[{"source":"list","urls":["/news?prerendered"],"eagerness":"immediate"}]}</script>`),
};

describe.each(browserNames)('unusual documents in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let tab: Page;
  const host = '[popover=manual]';
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

  useExtension(name, { pages }, (started) => {
    ({ launched, server, tab } = started);
  });

  const frame = async (): Promise<Frame> => {
    const found = await (await tab.waitForSelector('#frame'))?.contentFrame();
    if (!found) throw new Error('no frame');
    return found;
  };
  const inIt = (found: Frame) => found as unknown as Page;

  it.each(['/srcdoc', '/blank', '/written', '/sandboxed', '/data', '/blob'])(
    'marks %s',
    async (path) => {
      await tab.goto(server.origin + path);
      expect(await marksWith(inIt(await frame()), 'DeepSeek')).toContain('DeepSeek');
    },
  );

  it('marks shadow trees: closed ones of empty elements and of custom ones, open ones of any', async () => {
    await tab.goto(`${server.origin}/closed`);
    for (const name of ['Lisa Su', 'Jensen Huang', 'Blackwell'])
      expect(await marksWith(tab, name)).toContain(name);
  });

  it('marks shadow trees that come without a change around them', async () => {
    await tab.goto(`${server.origin}/defines-later`);
    for (const name of ['Lisa Su', 'Jensen Huang'])
      expect(await marksWith(tab, name)).toContain(name);
  });

  it('shows a card in a frame smaller than the card, whole within the frame', async () => {
    await tab.goto(`${server.origin}/small`);
    const small = await frame();
    await marksWith(inIt(small), 'DeepSeek');
    const box = await tab.evaluate(() => {
      const { x, y } = document.querySelector('#frame')?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return { x, y };
    });
    const place = await placeOfMark(inIt(small), 'DeepSeek');
    await tab.mouse.move(2, 2);
    await tab.mouse.move(box.x + place.x, box.y + place.y, { steps: 6 });
    await small.waitForSelector(host, { timeout: 4000 });
    const edges = () =>
      small.evaluate((selector) => {
        const { top = 0, bottom = 0 } =
          document.querySelector(selector)?.getBoundingClientRect() ?? {};
        return [Math.round(top), Math.round(bottom)];
      }, host);
    expect(await eventually(edges, ([top]) => top === 8, 2000)).toEqual([8, 102]);
  });

  it('a page kept for the way back follows what was chosen meanwhile', async () => {
    await tab.goto(`${server.origin}/news`);
    await marksWith(tab, 'DeepSeek');
    await tab.goto(`${server.origin}/target`);
    const popup = await openExtensionPage(launched, 'popup.html');
    await eventually(
      () => switchesOf(popup),
      (all) => all[0]?.name.includes('127') ?? false,
    );
    await turnSwitch(popup, '127');
    await pause(300);
    await tab.bringToFront();
    await tab.evaluate('setTimeout(() => history.back(), 50)');
    await eventually(
      () => tab.evaluate('location.pathname').catch(() => ''),
      (path) => path === '/news',
    );
    await eventually(
      () => paintedMarks(tab),
      (marks) => marks.length === 0,
    );
    expect(await paintedMarks(tab)).toEqual([]);
    await turnSwitch(popup, '127');
    expect(await marksWith(tab, 'DeepSeek')).toContain('DeepSeek');
    await popup.close();
  });

  // Firefox prerenders nothing.
  it.runIf(name === 'chromium')(
    'marks a prerendered page once it is shown, and its badge counts',
    async () => {
      const asked = server.requests.filter((path) => path === '/news').length;
      await tab.goto(`${server.origin}/prerenders`);
      await eventually(
        async () => server.requests.filter((path) => path === '/news').length,
        (count) => count > asked,
      );
      await pause(500);
      await Promise.all([tab.waitForNavigation(), tab.click('#link')]);
      const activated = await tab.evaluate(
        () =>
          (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
            .activationStart,
      );
      expect(activated).toBeGreaterThan(0);
      expect(await marksWith(tab, 'DeepSeek')).toContain('DeepSeek');
      const popup = await openExtensionPage(launched, 'popup.html');
      const badges = () =>
        popup.evaluate(`(async () => {
        const tabs = await chrome.tabs.query({});
        return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
      })()`) as Promise<string[]>;
      expect(await eventually(badges, (all) => all.includes('7'))).toContain('7');
      await popup.close();
    },
  );
});
