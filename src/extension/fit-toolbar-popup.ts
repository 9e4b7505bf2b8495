import { browser } from './page-browser.ts';

/** What of a screen's height a browser keeps for itself above a popup and below, in px. */
const kept = 90;

/**
 * The toolbar's window takes the size that its page asks for, so a page that is bounded by its window stays as small as that
 * began: there it is bounded by the screen. In a tab, as on phones, nothing is done.
 */
export function fitToolbarPopup({ classList, style }: HTMLElement): void {
  if (!browser.extension.getViews({ type: 'popup' }).includes(window)) return;
  classList.add('in-toolbar');
  style.setProperty('--screen-room', `${screen.availHeight - kept}px`);
}
