import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own API, for what is carried into every page: promises are native to Manifest V3 in both browsers, so
 * there the polyfill would only weigh (3 kB of 40, gzipped). Promises as answers to messages are not native to Chromium;
 * listen.ts answers in the way that both have. Background and pages of our own use the polyfill.
 */
const globals = globalThis as unknown as { readonly browser?: Browser; readonly chrome: Browser };

export const browser: Browser = globals.browser?.runtime ? globals.browser : globals.chrome;
