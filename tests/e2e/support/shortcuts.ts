import type { LaunchedBrowser } from '../../harness/browsers.ts';
import { pressInChromiumWindow } from '../../harness/chromium-window.ts';
import { inFirefoxWindow } from '../../harness/firefox-window.ts';
import { openExtensionPage } from './extension-page.ts';

/** Keys that go through the browser's own window, where its shortcuts and those of extensions are looked for first. */
const typeInWindow = (letter: string) => `(() => {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransaction(window, () => true)) throw new Error('the window takes no keys');
  const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['${letter}', 'Key${letter}', ${letter.charCodeAt(0)}]]
    .map(([key, code, keyCode]) => new window.KeyboardEvent('', { key, code, keyCode, bubbles: true, view: window }));
  for (const key of keys) input.keydown(key);
  for (const key of keys.reverse()) input.keyup(key);
})()`;

/**
 * Presses Alt, Shift and the letter, through the browser's window, as with a keyboard. In Chromium only where it was started
 * with `chromiumWindowArgs`.
 */
export const pressShortcut = (launched: LaunchedBrowser, letter: string): Promise<void> =>
  launched.name === 'chromium'
    ? pressInChromiumWindow(launched, letter)
    : inFirefoxWindow(launched, typeInWindow(letter));

/**
 * Gives a command of ours Alt, Shift and the letter: in Chromium as its page of shortcuts does; in Firefox, whose page is out
 * of reach, as an extension may.
 */
export async function giveShortcut(
  launched: LaunchedBrowser,
  command: string,
  letter: string,
): Promise<void> {
  const isChromium = launched.name === 'chromium';
  const [keys, id] = [`Alt+Shift+${letter}`, new URL(launched.extensionOrigin ?? '').host];
  const page = isChromium
    ? await launched.browser.newPage()
    : await openExtensionPage(launched, 'options.html');
  if (isChromium) await page.goto('chrome://extensions/shortcuts');
  await page.evaluate(
    isChromium
      ? `chrome.developerPrivate.updateExtensionCommand({ extensionId: '${id}', commandName: '${command}', keybinding: '${keys}' })`
      : `browser.commands.update({ name: '${command}', shortcut: '${keys}' })`,
  );
  await page.close();
}
