import type { LaunchedBrowser } from '../../harness/browsers.ts';
import { inFirefoxWindow } from '../../harness/firefox-window.ts';

/** Keys that go through the browser's own window, where its shortcuts and those of extensions are looked for first. */
const typeInWindow = (letter: string) => `(() => {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransaction(window, () => true)) throw new Error('the window takes no keys');
  const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['${letter}', 'Key${letter}', ${letter.charCodeAt(0)}]]
    .map(([key, code, keyCode]) => new window.KeyboardEvent('', { key, code, keyCode, bubbles: true, view: window }));
  for (const key of keys) input.keydown(key);
  for (const key of keys.reverse()) input.keyup(key);
})()`;

/** The keys that Newsgloss asks for, all with Alt and Shift, and what they mean. */
const commands: Readonly<Record<string, string>> = {
  J: 'walk-next',
  K: 'walk-previous',
  L: 'focus-card',
};

/**
 * Presses Alt, Shift and the letter. In Firefox the keys go through the browser's window, as those of a keyboard do.
 * Chromium's protocol hands keys to the page, past the browser's own shortcuts, and nothing else here has a keyboard: there
 * the browser's event is raised in the extension's worker, which is what the keys would end in.
 */
export async function pressShortcut(
  launched: LaunchedBrowser,
  letter: string,
  command = commands[letter],
): Promise<void> {
  const { browser, name } = launched;
  if (name === 'chromium') {
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
    await (await target.worker())?.evaluate(
      `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) =>
        chrome.commands.onCommand.dispatch('${command}', tab))`,
    );
    return;
  }
  await inFirefoxWindow(launched, typeInWindow(letter));
}
