import browser, { type Runtime } from 'webextension-polyfill';
import type { PartName } from './message-types.ts';

/** Chromium's senders and targets know the document itself; a frame may show another by the time that it is asked. */
type Sender = Runtime.MessageSender & { readonly documentId?: string };

/**
 * Runs a part of the page's script in the document that asked for it, beside what already runs there. Undefined where it
 * cannot be: the document is gone.
 */
export async function runPart(part: PartName, sender: Sender): Promise<true | undefined> {
  const { tab, frameId, documentId } = sender;
  if (tab?.id === undefined || frameId === undefined) return undefined;
  const place = documentId === undefined ? { frameIds: [frameId] } : { documentIds: [documentId] };
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab.id, ...place },
      files: [`${part}.js`],
      injectImmediately: true,
    });
    return true;
  } catch {
    return undefined;
  }
}
