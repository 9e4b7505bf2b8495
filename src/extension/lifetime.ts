import { browser } from './page-browser.ts';

/** How often a page asks whether its extension still lives, in ms; browsers stretch it in hidden tabs. */
const askEvery = 1000;

/** False once the extension was updated, switched off or removed under the page's feet. */
function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * A signal that aborts when the extension that started this script is gone.
 *
 * Chromium then leaves the old script running with `runtime.id` undefined; Firefox ends the script itself.
 * A port would tell at once, but it would wake the service worker for every page.
 */
export function startLifetime(): AbortSignal {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (isAlive()) return;
    clearInterval(timer);
    controller.abort();
  }, askEvery);
  return controller.signal;
}

const world = globalThis as { newsglossLifetime?: AbortSignal };

/**
 * As startLifetime, or undefined where one that was started here before still lives: the popup may start the script in a
 * page that it takes for one without. The name stands in the extension's own world, which the page does not see.
 */
export function startOnlyLifetime(): AbortSignal | undefined {
  if (world.newsglossLifetime?.aborted === false) return undefined;
  world.newsglossLifetime = startLifetime();
  return world.newsglossLifetime;
}
