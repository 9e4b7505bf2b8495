import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import type { BrowserName } from './browsers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that `launchBrowser` installs. */
export const extensionFolder = (name: BrowserName): string =>
  `${root}.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`;

/** Vitest's global setup: builds the extension once for both browsers. `NEWSGLOSS_BUILT=1` trusts what is there. */
export default async (): Promise<void> => {
  if (process.env.NEWSGLOSS_BUILT) return;
  // Vitest says `test`, which Vite would take for a build to be debugged: not what is shipped.
  process.env.NODE_ENV = 'production';
  await build({ root, browser: 'chrome' });
  await build({ root, browser: 'firefox' });
};
