type Opener = (element: Element) => ShadowRoot | null;

const chromium = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: Opener } } }).chrome
  ?.dom;

/**
 * An element's shadow root, closed ones included; null where it has none.
 * The polyfill lacks both ways: Chromium has a function, Firefox a property (both measured to work in content scripts).
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (chromium?.openOrClosedShadowRoot)
    return element instanceof HTMLElement ? chromium.openOrClosedShadowRoot(element) : null;
  return (
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
    element.shadowRoot
  );
}
