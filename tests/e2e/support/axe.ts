import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

type Found = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };

/** What axe-core finds wrong in the page as it is now, in light and in dark; empty when all is well. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  await page.evaluate(axe.source);
  for (const scheme of ['light', 'dark']) {
    const found = (await page.evaluate(async (theme) => {
      document.documentElement.style.colorScheme = theme;
      await new Promise((done) => setTimeout(done, 250));
      const { axe: runner } = globalThis as unknown as { axe: { run: () => Promise<unknown> } };
      const result = await runner.run();
      document.documentElement.style.colorScheme = '';
      return JSON.parse(JSON.stringify(result)) as unknown;
    }, scheme)) as Found;
    for (const { id, nodes } of found.violations)
      for (const { html, failureSummary } of nodes)
        violations.push(`${scheme} ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`);
  }
  return violations;
}
