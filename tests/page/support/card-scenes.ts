import type { CardDriver } from './card-driver.ts';

/** A page and what is done to it, so that pictures, looks and contrast are taken of the same things. */
export type CardScene = {
  readonly name: string;
  readonly html: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly act: (driver: CardDriver) => Promise<void>;
};

const looks = `
  :root { color-scheme: light dark; }
  body { margin: 0; padding: 40px 56px; font: 18px/1.65 Georgia, 'Noto Serif', serif;
    color: light-dark(#222, #d8d8d8); background: light-dark(#fdfdfb, #17181b); }
  h1 { font-size: 28px; line-height: 1.25; margin: 0 0 16px; }
  p { max-width: 38em; margin: 0 0 16px; }
  [data-concept] { font-style: normal; text-decoration: underline dotted; text-underline-offset: 3px; }
`;

const article = (
  extra = '',
  top = 0,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Chips and models</title><style>${looks}${extra}</style></head><body style="padding-top:${40 + top}px">
<h1>A cheap model and an expensive week</h1>
<p>Few had heard of <i data-concept="deepseek">DeepSeek</i> when its model, called
<i data-concept="deepseek-r1">R1</i>, sent shares of <i data-concept="nvidia">Nvidia</i> down within hours.</p>
<p>Much of the quarrel turns on where the work is done: before a model is let out, in
<i data-concept="post-training">post-training</i>, or each time it answers a question.</p>
<p>Rivals such as <i data-concept="amd">AMD</i> looked on, and buyers of machines did their sums again.</p>
</body></html>`;

const rightToLeft = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>أخبار</title><style>${looks} body { font-family: 'Noto Naskh Arabic', 'Noto Sans Arabic', serif; }</style></head><body>
<h1>نموذج رخيص وأسبوع مكلف</h1>
<p>قلة من الناس سمعت باسم <i data-concept="deepseek">DeepSeek</i> قبل أن تهبط أسهم <i data-concept="nvidia">Nvidia</i> خلال ساعات.</p>
</body></html>`;

/** Rules that a page might carry: to alter the card, to hide it, to stand above it. */
export const hostileStyle = `
  * { all: unset !important; }
  html { transform: rotate(0.4deg) scale(0.98) !important; filter: sepia(0.4) !important; }
  html, head + body, p, h1 { display: block !important; }
  style, title, meta, head { display: none !important; }
  div, [popover], :popover-open { display: none !important; opacity: 0 !important; width: 5px !important;
    inset: 0 auto auto 900px !important; color: red !important; font: 40px monospace !important;
    visibility: hidden !important; pointer-events: none !important; zoom: 3 !important; }
  *::backdrop { display: block !important; background: red !important; }
  body { padding: 60px !important; font: 20px/1.6 serif !important; }
  body::after { content: 'On top of all' !important; position: fixed !important; inset: 80px 0 auto 0 !important;
    height: 60px !important; background: gold !important; z-index: 2147483647 !important; pointer-events: none !important; }
  :root { --ng-surface: red !important; --ng-ink: red !important; --most: 20px !important; }
  @media all { .card, .card-head, button, h2, p, a { letter-spacing: 20px !important; } }
`;

const wide = { width: 760, height: 560 } as const;
const tall = { width: 760, height: 860 } as const;

const open =
  (concept: string, label: string) =>
  async (driver: CardDriver): Promise<void> => {
    const shown = await driver.opened(concept, label);
    if (shown !== label) throw new Error(`${concept}: shows ${shown}`);
    await driver.wait(200);
  };

const unfold = async (driver: CardDriver): Promise<void> => {
  await driver.press('.unfold');
  await driver.wait(100);
};

const both =
  (...acts: readonly ((driver: CardDriver) => Promise<void>)[]) =>
  async (driver: CardDriver): Promise<void> => {
    for (const act of acts) await act(driver);
  };

export const cardScenes: readonly CardScene[] = [
  { name: 'light', html: article(), viewport: wide, act: open('deepseek', 'DeepSeek') },
  { name: 'dark', html: article(), viewport: wide, dark: true, act: open('deepseek', 'DeepSeek') },
  {
    name: 'unfolded',
    html: article(),
    viewport: tall,
    act: both(open('amd', 'AMD'), unfold),
  },
  {
    name: 'disputed',
    html: article(),
    viewport: tall,
    act: both(open('deepseek', 'DeepSeek'), unfold),
  },
  {
    name: 'disputed-dark',
    html: article(),
    viewport: tall,
    dark: true,
    act: both(open('deepseek', 'DeepSeek'), unfold),
  },
  {
    name: 'strip',
    html: article(),
    viewport: tall,
    act: both(open('post-training', 'Post-training'), unfold),
  },
  {
    name: 'strip-dark',
    html: article(),
    viewport: tall,
    dark: true,
    act: both(open('post-training', 'Post-training'), unfold),
  },
  {
    name: 'order',
    html: article().replace('within hours', 'after <i data-concept="r1-release">its release</i>'),
    viewport: { width: 760, height: 960 },
    act: both(open('r1-release', 'Release of R1'), unfold, async (driver) => {
      await driver.evaluate(`newsgloss.boxOf('.timeline')`);
      await driver.wait(50);
    }),
  },
  {
    name: 'narrow',
    html: article('body { padding: 16px; } h1 { font-size: 22px; }'),
    viewport: { width: 320, height: 568 },
    act: open('deepseek', 'DeepSeek'),
  },
  { name: 'rtl', html: rightToLeft, viewport: wide, act: open('deepseek', 'DeepSeek') },
  {
    name: 'hostile',
    html: article(hostileStyle),
    viewport: wide,
    act: open('deepseek', 'DeepSeek'),
  },
  {
    name: 'pinned',
    html: article(),
    viewport: wide,
    act: both(open('deepseek-r1', 'DeepSeek-R1'), async (driver) => {
      await driver.press('Why marked?');
      await driver.press('Pin');
    }),
  },
];
