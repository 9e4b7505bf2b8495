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

/**
 * Evaluates an expression in a page of the extension that Firefox shows in a tab or in its toolbar popup, which its
 * protocol does not list; undefined where there is none, or none yet. Errors of the expression count as none.
 *
 * @param path such as `popup.html`
 */
export const inFirefoxPage = <Value>(
  launched: LaunchedBrowser,
  path: string,
  expression: string,
): Promise<Value | undefined> => {
  const script = `sendAsyncMessage('newsgloss-test', (({ document }) => {
    try { return ${expression}; } catch { return undefined; }
  })(content))`;
  return inFirefoxWindow<Value | undefined>(
    launched,
    `(async () => {
      const page = [...document.querySelectorAll('browser')].find((one) =>
        one.currentURI?.spec.includes(${JSON.stringify(`/${path}`)}));
      if (!page) return undefined;
      const { messageManager } = page;
      return new Promise((resolve) => {
        const hear = ({ data }) => {
          messageManager.removeMessageListener('newsgloss-test', hear);
          resolve(data);
        };
        messageManager.addMessageListener('newsgloss-test', hear);
        messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
        setTimeout(resolve, 3000);
      });
    })()`,
  ).then((value) => value ?? undefined);
};
