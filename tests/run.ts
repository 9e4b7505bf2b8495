/**
 * `npm test`: types, lint, the pure core, then pages and end to end in real Chromium and Firefox.
 * Counts come from the runners' own reports; the last line is `tests: N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, findBrowser } from '../src/tools/find-browser.ts';

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number };

const reports = mkdtempSync(join(tmpdir(), 'newsgloss-reports-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

function step(title: string, command: string, args: readonly string[]): boolean {
  const started = performance.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: process.env });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) broken = true;
  return status === 0;
}

function suite(title: string, config: string): void {
  const file = join(reports, `${title.replaceAll(' ', '-')}.json`);
  step(title, 'vitest', [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests;
    counts.skipped += report.numPendingTests;
  } catch {
    console.error(`${title} left no report`);
    broken = true;
  }
}

async function browsersPresent(): Promise<boolean> {
  const names: readonly BrowserName[] = ['chromium', 'firefox'];
  for (const name of names) {
    try {
      const path = await findBrowser(name, (line) => console.log(line));
      process.env[name === 'chromium' ? 'NEWSGLOSS_CHROMIUM' : 'NEWSGLOSS_FIREFOX'] = path;
      console.log(`${name}: ${path}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return false;
    }
  }
  return true;
}

const browsers = await browsersPresent();
step('types', 'npm', ['run', '--silent', 'types']);
step('lint', 'npm', ['run', '--silent', 'lint']);
suite('core', 'tests/vitest.config.ts');
if (browsers) {
  suite('browsers', 'tests/vitest.browser.config.ts');
} else {
  console.error('The tests in real browsers did not run: see above for what to do.');
  broken = true;
}
rmSync(reports, { recursive: true, force: true });

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = broken || counts.failed > 0 || counts.passed === 0 ? 1 : 0;
