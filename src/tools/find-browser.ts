import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

export type BrowserName = 'chromium' | 'firefox';

type Candidates = {
  /** Environment variables that name the executable, first one set wins. */
  readonly variables: readonly string[];
  /** Names looked up on the PATH. */
  readonly names: readonly string[];
  /** Full paths where systems keep the browser off the PATH. */
  readonly paths: readonly string[];
  readonly puppeteer: { readonly browser: Browser; readonly tag: string };
  readonly debianPackage: string;
};

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(
  (folder) => folder !== undefined,
);

const candidates: Readonly<Record<BrowserName, Candidates>> = {
  chromium: {
    variables: ['NEWSGLOSS_CHROMIUM', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...programFiles.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ],
    puppeteer: { browser: Browser.CHROME, tag: 'stable' },
    debianPackage: 'chromium',
  },
  firefox: {
    variables: ['NEWSGLOSS_FIREFOX', 'FIREFOX_PATH'],
    names: ['firefox-esr', 'firefox'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
    puppeteer: { browser: Browser.FIREFOX, tag: 'stable' },
    debianPackage: 'firefox-esr',
  },
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fromEnvironment({ variables }: Candidates): string | undefined {
  for (const variable of variables) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (isExecutable(path)) return path;
    throw new Error(
      `${variable} names ${path}, which is not an executable file. Mend it or unset it.`,
    );
  }
  return undefined;
}

function fromSystem({ names, paths }: Candidates): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...paths].find(isExecutable);
}

const cacheFolder = join(homedir(), '.cache', 'newsgloss', 'browsers');

/** A download that says nothing for this long is given up. */
const downloadPatience = 300_000;
const lookUpPatience = 20_000;

function within<T>(work: Promise<T>, limit: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${limit / 1000} s`)), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function fromPuppeteer(
  { puppeteer }: Candidates,
  log: (line: string) => void,
): Promise<string> {
  const kept = (await getInstalledBrowsers({ cacheDir: cacheFolder })).find(
    (installed) => installed.browser === puppeteer.browser,
  );
  if (kept !== undefined) return kept.executablePath;
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error('Puppeteer has no build for this system');
  const buildId = await within(
    resolveBuildId(puppeteer.browser, platform, puppeteer.tag),
    lookUpPatience,
  );
  log(`downloading ${puppeteer.browser} ${buildId} …`);
  const installed = await within(
    install({ browser: puppeteer.browser, buildId, cacheDir: cacheFolder }),
    downloadPatience,
  );
  return installed.executablePath;
}

function fromApt({ debianPackage }: Candidates, log: (line: string) => void): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  log(`installing Debian's ${debianPackage} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: readonly string[]) =>
    spawnSync('apt-get', [...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run(['-qq', 'update']) && run(['-qq', 'install', '-y', debianPackage]);
}

/** The executable of a browser that this machine already has, by environment variable, name or place. */
export function presentBrowser(name: BrowserName): string | undefined {
  return fromEnvironment(candidates[name]) ?? fromSystem(candidates[name]);
}

/**
 * The executable of a browser: from an environment variable, the usual names and places, Puppeteer's
 * installer (into the user's cache folder), or, as root on Debian, apt.
 *
 * @throws Error that says what to do, when none of these gives one.
 */
export async function findBrowser(
  name: BrowserName,
  log: (line: string) => void = () => {},
): Promise<string> {
  const wanted = candidates[name];
  const present = presentBrowser(name);
  if (present !== undefined) return present;
  log(`no ${name} found on this machine`);
  let reason = '';
  try {
    return await fromPuppeteer(wanted, log);
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
    log(`Puppeteer's installer did not help: ${reason}`);
  }
  if (fromApt(wanted, log)) {
    const installed = fromSystem(wanted);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `Newsgloss needs ${name} here and could not install it (${reason}).\n` +
      `Install ${name === 'chromium' ? 'Chromium or Chrome' : 'Firefox'} (on Debian or Ubuntu: ` +
      `sudo apt-get install ${wanted.debianPackage}), or set ${wanted.variables[0]} to its executable.`,
  );
}
