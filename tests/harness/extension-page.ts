import type { KeyInput, Page } from 'puppeteer-core';
import type { LaunchedBrowser } from './browsers.ts';

/**
 * One of the extension's own pages, driven alike in both browsers. Puppeteer cannot go to a `moz-extension:` address, so in
 * Firefox this speaks BiDi itself.
 */
export type ExtensionPage = {
  /** Runs a function in the page; arguments and result travel as JSON. A page's policy does not bind it. */
  readonly evaluate: <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>;
  /** Runs the source of a script, such as a library's, whatever the page's policy. */
  readonly inject: (source: string) => Promise<void>;
  /** Presses keys one after the other: names as `KeyboardEvent.key` has them, or single characters. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly moveTo: (x: number, y: number) => Promise<void>;
  readonly click: (x: number, y: number) => Promise<void>;
  readonly setSize: (width: number, height: number) => Promise<void>;
  /** PNG of what is in the viewport. */
  readonly screenshot: () => Promise<Buffer>;
  /** Errors of scripts and of the console so far; only Chromium tells. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};

/** @param path such as `glossary.html#deepseek-r1` */
export const openExtensionPage = async (
  launched: LaunchedBrowser,
  path: string,
): Promise<ExtensionPage> => {
  if (launched.extensionOrigin === undefined) throw new Error('no extension is installed');
  const url = launched.extensionOrigin + path;
  if (launched.name === 'firefox') return inFirefox(launched, url);
  const page = await launched.browser.newPage();
  return inChromium(page, () => page.goto(url));
};

/** The same handle for a page that is open already, such as the toolbar popup in Chromium. */
export const extensionPageOf = (page: Page): Promise<ExtensionPage> =>
  inChromium(page, async () => {});

async function inChromium(page: Page, go: () => Promise<unknown>): Promise<ExtensionPage> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await go();
  return {
    evaluate: async (run, ...args) =>
      (await page.evaluate(`(${run.toString()})(...${JSON.stringify(args)})`)) as Awaited<
        ReturnType<typeof run>
      >,
    inject: async (source) => {
      await page.evaluate(`${source};undefined`);
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key as KeyInput);
    },
    moveTo: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    setSize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    errors,
    close: () => page.close(),
  };
}

/** Keys that have no character, as WebDriver codes them. */
const keyCodes: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Backspace: '\uE003',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

type Answer = {
  readonly result: {
    readonly type: 'success' | 'exception';
    readonly result?: { readonly value?: string };
    readonly exceptionDetails?: { readonly text: string };
    readonly context?: string;
    readonly data?: string;
  };
};
type Connection = { readonly send: (method: string, params: object) => Promise<Answer> };

async function inFirefox({ browser }: LaunchedBrowser, url: string): Promise<ExtensionPage> {
  const { connection } = browser as unknown as { connection: Connection };
  const made = await connection.send('browsingContext.create', { type: 'tab' });
  const context = made.result.context ?? '';
  await connection.send('browsingContext.navigate', { context, url, wait: 'none' });

  const evaluate: ExtensionPage['evaluate'] = async (run, ...args) => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify(await (${run.toString()})(...JSON.parse(json)))`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
    const json = result.result?.value;
    return json === undefined ? undefined : JSON.parse(json);
  };
  const perform = (type: string, actions: readonly object[]) =>
    connection.send('input.performActions', {
      context,
      actions: [
        {
          type,
          id: type,
          actions,
          ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }),
        },
      ],
    });
  const page: ExtensionPage = {
    evaluate,
    inject: async (source) => {
      await connection.send('script.evaluate', {
        expression: `${source};undefined`,
        target: { context },
        awaitPromise: false,
      });
    },
    press: async (...keys) => {
      const actions = keys.flatMap((key) => {
        const value = keyCodes[key] ?? key;
        return [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
      });
      await perform('key', actions);
    },
    moveTo: async (x, y) => {
      await perform('pointer', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]);
    },
    click: async (x, y) => {
      await perform('pointer', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    setSize: async (width, height) => {
      await connection.send('browsingContext.setViewport', {
        context,
        viewport: { width, height },
      });
    },
    screenshot: async () => {
      const { result } = await connection.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(result.data ?? '', 'base64');
    },
    errors: [],
    close: async () => {
      await connection.send('browsingContext.close', { context });
    },
  };
  await ready(page, url);
  return page;
}

/** `wait: 'none'` gives back before the page is there; waiting for `complete` never ends for an extension's page. */
async function ready(page: ExtensionPage, url: string): Promise<void> {
  const address = url.split('#')[0] ?? '';
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const there = await page
      .evaluate(
        (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
        address,
      )
      .catch(() => false);
    if (there) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error(`${url} did not load`);
}
