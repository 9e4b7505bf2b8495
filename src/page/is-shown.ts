/**
 * Whether text right inside an element can be seen, scrolled to or not: nothing around it is `display: none`,
 * `visibility: hidden`, a closed `<details>` or `content-visibility: hidden`.
 */
export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !isClosedDetails(element);

/** A closed `<details>` is shown itself; only its summary is, of all that it holds. */
const isClosedDetails = (element: Element): boolean =>
  element.localName === 'details' && !element.hasAttribute('open');
