import { firefoxExtensionId } from '../../src/tools/launch-browser.ts';
import type { LaunchedBrowser } from './browsers.ts';

type Remote = {
  readonly type: string;
  readonly value?: unknown;
};
type Connection = {
  readonly send: (method: string, params: object) => Promise<{ readonly result: unknown }>;
};
type Tree = { readonly contexts: readonly { readonly context: string }[] };
type Evaluated = {
  readonly result?: Remote;
  readonly exceptionDetails?: { readonly text: string };
};

/**
 * Evaluates an expression in Firefox's own window, where its toolbar, menus and add-ons are at hand as `extension`
 * (https://firefox-source-docs.mozilla.org/remote/ on contexts of scope "chrome"; needs `--remote-allow-system-access`).
 * What it gives, or promises, must be JSON.
 */
export async function inFirefoxWindow<Value>(
  { browser }: LaunchedBrowser,
  expression: string,
): Promise<Value> {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (result as Tree).contexts[0]?.context;
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(firefoxExtensionId)});
      return JSON.stringify(await (${expression})) ?? 'null';
    })()`,
    target: { context },
    awaitPromise: true,
  });
  const { result: value, exceptionDetails } = answer.result as Evaluated;
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(String(value?.value)) as Value;
}
