import type { Page, Viewport } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../harness/browsers.ts';
import { bundleForPage } from '../../harness/bundle-for-page.ts';
import type { PageServer } from '../../harness/serve-pages.ts';

export type Box = { left: number; top: number; right: number; bottom: number };

let bundled: Promise<string> | undefined;
const script = () => {
  bundled ??= bundleForPage('tests/page/support/card-page.ts');
  return bundled;
};

/** A page with marks and the card started over it, and the hands and eyes to try it. */
export type CardDriver = Awaited<ReturnType<typeof openCardPage>>;

let served = 0;

export const openCardPage = async (
  { launched, server }: { launched: LaunchedBrowser; server: PageServer },
  html: string,
  {
    viewport = { width: 900, height: 700 },
    start = {},
    headers = {},
  }: {
    viewport?: Viewport;
    start?: object | false;
    headers?: Record<string, string>;
  } = {},
) => {
  const page = await launched.browser.newPage();
  await page.setViewport(viewport);
  const url = server.add(`/card-${++served}`, { body: html, headers });
  await page.goto(url);
  await page.addScriptTag({ content: await script() });
  await page.mouse.move(1, 1);
  if (start) await page.evaluate(`newsgloss.start(${JSON.stringify(start)})`);
  return { ...driverOf(page), name: launched.name, url };
};

const driverOf = (page: Page) => {
  const evaluate = <T>(code: string): Promise<T> => page.evaluate(code) as Promise<T>;
  const rect = (code: string) =>
    evaluate<Box | null>(`(() => {
      const box = ${code};
      return box ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : null;
    })()`);
  const center = ({ left, top, right, bottom }: Box) => ({
    x: (left + right) / 2,
    y: (top + bottom) / 2,
  });
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const mark = async (concept: string): Promise<Box> => {
    const box = await rect(
      `document.querySelector('[data-concept="${concept}"]').getBoundingClientRect()`,
    );
    if (!box) throw new Error(`no mark of ${concept}`);
    return box;
  };
  /** The card's own box; null while none is shown. */
  const card = () =>
    rect(`newsgloss.root?.host.isConnected && newsgloss.root.host.getBoundingClientRect()`);
  /** The label of the entry that is shown. */
  const label = () =>
    evaluate<string | null>(
      `newsgloss.root?.host.isConnected ? newsgloss.root.querySelector('h2')?.textContent : null`,
    );
  const labelSoon = async (wanted: string | null, most = 3000): Promise<string | null> => {
    const end = Date.now() + most;
    for (;;) {
      const now = await label();
      if (now === wanted || Date.now() > end) return now;
      await wait(15);
    }
  };
  const hover = async (concept: string, steps = 2) => {
    const { x, y } = center(await mark(concept));
    await page.mouse.move(x, y, { steps });
  };
  const opened = async (concept: string, wanted: string) => {
    await hover(concept);
    return labelSoon(wanted);
  };
  const part = async (name: string): Promise<Box> => {
    const box = await rect(`newsgloss.boxOf(${JSON.stringify(name)})`);
    if (!box) throw new Error(`the card has no ${name}`);
    return box;
  };
  const press = async (name: string) => {
    const { x, y } = center(await part(name));
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.click(x, y);
    await evaluate('newsgloss.settled()');
  };
  return {
    page,
    evaluate,
    wait,
    mark,
    card,
    label,
    labelSoon,
    hover,
    opened,
    part,
    press,
    center,
    text: (name: string) => evaluate<string | null>(`newsgloss.textOf(${JSON.stringify(name)})`),
    /** As JSON: Firefox's protocol gives an object that comes twice only once. */
    calls: async () =>
      JSON.parse(await evaluate<string>('JSON.stringify(newsgloss.calls)')) as unknown[][],
    close: () => page.close(),
  };
};
