import { type BrowserName, presentBrowser } from '../../src/tools/find-browser.ts';
import { type LaunchedBrowser, launchBrowser as launch } from '../../src/tools/launch-browser.ts';

import { recorderPort } from './record-requests.ts';

export type { BrowserName, LaunchedBrowser };

/** Both engines, in the order in which tests run them; `NEWSGLOSS_BROWSERS=firefox` narrows a run. */
export const browserNames: readonly BrowserName[] = (
  process.env.NEWSGLOSS_BROWSERS?.split(',') ?? ['chromium', 'firefox']
).filter((name): name is BrowserName => name === 'chromium' || name === 'firefox');

/** @throws when the browser is not on this machine; the message says which variable names it. */
export const browserPath = (name: BrowserName): string => {
  const path = presentBrowser(name);
  if (path !== undefined) return path;
  throw new Error(
    `No ${name} found. Install it, or set NEWSGLOSS_${name.toUpperCase()} to its path.`,
  );
};

/** Starts a real browser, headless, with a profile of its own; `extension` is a built folder to install. */
export const launchBrowser = (
  name: BrowserName,
  {
    extension,
    args = [],
    prefs,
    headless = true,
    keepWelcome,
  }: {
    extension?: string;
    args?: readonly string[];
    prefs?: Readonly<Record<string, unknown>>;
    headless?: boolean;
    keepWelcome?: boolean;
  } = {},
): Promise<LaunchedBrowser> =>
  launch({
    name,
    executablePath: browserPath(name),
    headless,
    extension,
    args,
    prefs,
    keepWelcome,
    proxyPort: recorderPort(),
    viewport: { width: 1280, height: 800 },
  });
