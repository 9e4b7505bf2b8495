import browser from 'webextension-polyfill';

/**
 * Starts Newsgloss in a tab that was open before it was installed, where the reader has just asked for it by opening the
 * popup (activeTab). False where the browser does not let it.
 */
export async function readNow(tab: number): Promise<boolean> {
  const target = { tabId: tab, allFrames: true };
  try {
    await browser.scripting.insertCSS({ target, files: ['content-scripts/annotator.css'] });
    await browser.scripting.executeScript({ target, files: ['content-scripts/annotator.js'] });
    return true;
  } catch {
    return false;
  }
}
