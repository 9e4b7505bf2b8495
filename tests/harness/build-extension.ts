import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zip } from 'wxt';
import type { BrowserName } from './browsers.ts';
import { unzip } from './unzip.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, '.output');
const kindOf = (name: BrowserName): string => (name === 'chromium' ? 'chrome' : 'firefox');

/** What `npm run build` leaves. */
export const builtFolder = (name: BrowserName): string => join(output, `${kindOf(name)}-mv3`);

/** What the tests install: the package for the store, unpacked as the store does. */
export const extensionFolder = (name: BrowserName): string =>
  join(output, 'from-zip', kindOf(name));

/** The package for a store, or the sources; `npm run zip` makes them. */
export const zipFile = (kind: 'chrome' | 'firefox' | 'sources', project = root): string => {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  return join(project, '.output', `newsgloss-${version}-${kind}.zip`);
};

/**
 * Vitest's global setup: makes the packages for both stores once, and unpacks them for the browsers, so that every test
 * drives what is handed to the stores. `NEWSGLOSS_BUILT=1` trusts what is there.
 */
export default async (): Promise<void> => {
  if (process.env.NEWSGLOSS_BUILT) return;
  // Vitest says `test`, which Vite would take for a build to be debugged: not what is shipped.
  process.env.NODE_ENV = 'production';
  for (const name of ['chromium', 'firefox'] as const) {
    const kind = kindOf(name) as 'chrome' | 'firefox';
    await zip({ root, browser: kind });
    rmSync(extensionFolder(name), { recursive: true, force: true });
    unzip(zipFile(kind), extensionFolder(name));
  }
};
