import { randomUUID } from 'node:crypto';
import { type Browser, launch, type Viewport } from 'puppeteer-core';
import type { BrowserName } from './find-browser.ts';

/** The add-on's id in the manifest for Firefox. */
export const firefoxExtensionId = 'newsgloss@newsgloss.example';

export type LaunchRequest = {
  readonly name: BrowserName;
  readonly executablePath: string;
  readonly headless: boolean;
  /** Folder of an unpacked extension, or its zip, to install. */
  readonly extension?: string | undefined;
  /** A profile that outlives the browser; else a fresh one. */
  readonly userDataDir?: string | undefined;
  /** `null`: as large as the window. */
  readonly viewport?: Viewport | null;
  readonly args?: readonly string[];
  /** Firefox's own settings, by name. */
  readonly prefs?: Readonly<Record<string, unknown>> | undefined;
  /** Leaves the welcome page open, which greets whoever installs Newsgloss; else it is closed before this is done. */
  readonly keepWelcome?: boolean | undefined;
  /** Port on loopback of a proxy for whatever leaves this machine; what stays on it goes straight. */
  readonly proxyPort?: number | undefined;
};

export type LaunchedBrowser = {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Where the extension's own pages live (`chrome-extension://…/`, `moz-extension://…/`), if one was installed. */
  readonly extensionOrigin: string | undefined;
  readonly close: () => Promise<void>;
};

/** As root (containers, CI) Chromium refuses to start with its sandbox. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const chromiumArgs = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...sandbox,
];

const chromiumProxy = (port: number | undefined): readonly string[] =>
  port === undefined ? [] : [`--proxy-server=http://127.0.0.1:${port}`];

const firefoxProxy = (port: number | undefined): Readonly<Record<string, unknown>> =>
  port === undefined
    ? {}
    : {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
      };

/** Starts a browser, with the extension installed where one is given. The caller closes it. */
export async function launchBrowser(request: LaunchRequest): Promise<LaunchedBrowser> {
  const { name, executablePath, headless, extension, userDataDir, viewport, args = [] } = request;
  const { keepWelcome = false, proxyPort, prefs } = request;
  /** Firefox gives an add-on a random address; this one is random too, but known. */
  const uuid = randomUUID();
  const common = {
    executablePath,
    headless,
    defaultViewport: viewport ?? null,
    protocolTimeout: 120_000,
    ...(userDataDir !== undefined && { userDataDir }),
  };
  const browser = await (name === 'chromium'
    ? launch({
        ...common,
        enableExtensions: true,
        args: [...chromiumArgs, ...chromiumProxy(proxyPort), ...args],
      })
    : launch({
        ...common,
        browser: 'firefox',
        args: ['--remote-allow-system-access', ...args],
        extraPrefsFirefox: {
          'extensions.webextensions.uuids': JSON.stringify({ [firefoxExtensionId]: uuid }),
          ...firefoxProxy(proxyPort),
          ...prefs,
        },
      }));
  const id = extension === undefined ? undefined : await browser.installExtension(extension);
  if (id !== undefined && !keepWelcome) await closeWelcome(browser);
  return {
    name,
    browser,
    extensionOrigin:
      id === undefined
        ? undefined
        : name === 'chromium'
          ? `chrome-extension://${id}/`
          : `moz-extension://${uuid}/`,
    close: () => browser.close(),
  };
}

/** How long an installed extension may take to open its welcome page, in ms. */
const welcomePatience = 3000;

type BidiConnection = {
  send: (method: string, params: object) => Promise<{ result: unknown }>;
};
type Tree = { readonly contexts: readonly { readonly context: string; readonly url: string }[] };

/** The welcome page opens in front of what the caller means to show; it may come a moment after the installation. */
async function closeWelcome(browser: Browser): Promise<void> {
  const isWelcome = (url: string) => url.endsWith('/glossary.html#/welcome');
  const { connection } = browser as unknown as { connection?: BidiConnection };
  if (connection === undefined) {
    const target = await browser
      .waitForTarget((one) => isWelcome(one.url()), { timeout: welcomePatience })
      .catch(() => undefined);
    await (await target?.page())?.close();
    return;
  }
  // Puppeteer does not see a page of an extension in Firefox; the protocol below it does.
  for (const end = Date.now() + welcomePatience; Date.now() < end; ) {
    const { contexts } = (await connection.send('browsingContext.getTree', {})).result as Tree;
    const welcome = contexts.find(({ url }) => isWelcome(url));
    if (welcome) {
      await connection.send('browsingContext.close', { context: welcome.context });
      return;
    }
    await new Promise((resume) => setTimeout(resume, 50));
  }
}
