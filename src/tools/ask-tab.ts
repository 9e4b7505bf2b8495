import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from './launch-browser.ts';

type Bidi = { send: (method: string, params: unknown) => Promise<{ result: unknown }> };

/** Runs in a room of the extension: finds the tab that shows `url` by asking each, and gives its answer. */
const asking = `async (url, message) => {
  const api = globalThis.browser ?? globalThis.chrome;
  for (const { id } of await api.tabs.query({})) {
    const report = await api.tabs.sendMessage(id, { type: 'get-report' }, { frameId: 0 }).catch(() => undefined);
    if (report?.url === url)
      return JSON.stringify(await api.tabs.sendMessage(id, message, { frameId: 0 }));
  }
  return undefined;
}`;

async function askInChromium({ browser }: LaunchedBrowser, call: string): Promise<unknown> {
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  const worker = await target.worker();
  return worker?.evaluate(call);
}

async function askInFirefox(launched: LaunchedBrowser, call: string): Promise<unknown> {
  const { connection } = launched.browser as unknown as { readonly connection: Bidi };
  const created = await connection.send('browsingContext.create', {
    type: 'tab',
    background: true,
  });
  const { context } = created.result as { readonly context: string };
  try {
    await connection.send('browsingContext.navigate', {
      context,
      url: `${launched.extensionOrigin}popup.html`,
      wait: 'none',
    });
    await new Promise((done) => setTimeout(done, 500));
    const answer = await connection.send('script.evaluate', {
      expression: call,
      target: { context },
      awaitPromise: true,
    });
    const value = answer.result as { readonly result?: { readonly value?: unknown } };
    return value.result?.value;
  } finally {
    await connection.send('browsingContext.close', { context });
  }
}

/**
 * Sends a message to the annotator of a tab, as the popup would, and gives what it answers.
 * Undefined where no annotator runs.
 */
export async function askTab(
  launched: LaunchedBrowser,
  page: Page,
  message: { readonly type: string; readonly concept?: string },
): Promise<unknown> {
  const call = `(${asking})(${JSON.stringify(page.url())}, ${JSON.stringify(message)})`;
  const answer =
    launched.name === 'chromium'
      ? await askInChromium(launched, call)
      : await askInFirefox(launched, call);
  return typeof answer === 'string' ? JSON.parse(answer) : undefined;
}
