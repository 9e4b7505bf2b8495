import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Browser, type LaunchOptions, launch } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/** Both engines, in the order in which tests run them; `NEWSGLOSS_BROWSERS=firefox` narrows a run. */
export const browserNames: readonly BrowserName[] = (
  process.env.NEWSGLOSS_BROWSERS?.split(',') ?? ['chromium', 'firefox']
).filter((name): name is BrowserName => name === 'chromium' || name === 'firefox');

/** The add-on's address on this run of Firefox: `moz-extension://<uuid>/`. */
export const firefoxExtensionId = 'newsgloss@newsgloss.example';

const places: Readonly<Record<BrowserName, readonly (string | undefined)[]>> = {
  chromium: [
    process.env.NEWSGLOSS_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: [
    process.env.NEWSGLOSS_FIREFOX,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
};

/** @throws when the browser is not on this machine; the message says which variable names it. */
export const browserPath = (name: BrowserName): string => {
  const path = places[name].find((place) => place !== undefined && existsSync(place));
  if (path) return path;
  throw new Error(
    `No ${name} found. Install it, or set NEWSGLOSS_${name.toUpperCase()} to its path.`,
  );
};

export type LaunchedBrowser = {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Where the extension's own pages live (`chrome-extension://…/`, `moz-extension://…/`), if one was installed. */
  readonly extensionOrigin: string | undefined;
  readonly close: () => Promise<void>;
};

/** Starts a real browser, headless, with a profile of its own; `extension` is a built folder to install. */
export const launchBrowser = async (
  name: BrowserName,
  {
    extension,
    args = [],
    headless = true,
  }: { extension?: string; args?: string[]; headless?: boolean } = {},
): Promise<LaunchedBrowser> => {
  const uuid = randomUUID();
  const browser = await launch({
    executablePath: browserPath(name),
    headless,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 120_000,
    ...(name === 'chromium' ? chromiumOptions(args) : firefoxOptions(args, uuid)),
  });
  const id = extension ? await browser.installExtension(extension) : undefined;
  const host = name === 'chromium' ? id : uuid;
  return {
    name,
    browser,
    extensionOrigin: id
      ? `${name === 'chromium' ? 'chrome' : 'moz'}-extension://${host}/`
      : undefined,
    close: () => browser.close(),
  };
};

const chromiumOptions = (args: string[]): LaunchOptions => ({
  enableExtensions: true,
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    ...args,
  ],
});

const firefoxOptions = (args: string[], uuid: string): LaunchOptions => ({
  browser: 'firefox',
  args: ['--remote-allow-system-access', ...args],
  extraPrefsFirefox: {
    'extensions.webextensions.uuids': JSON.stringify({ [firefoxExtensionId]: uuid }),
  },
});
