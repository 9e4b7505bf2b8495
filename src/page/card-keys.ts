/**
 * Tab past either end of the card leads back to where the reader was: the card stands at the end of the document, from
 * where Tab would lead out of the page.
 */
export const startCardKeys = ({
  root,
  leave,
  signal,
}: {
  root: ShadowRoot;
  leave: () => void;
  signal: AbortSignal;
}): void => {
  root.addEventListener(
    'keydown',
    (event) => {
      const { key, shiftKey, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
      if (!event.isTrusted || key !== 'Tab' || ctrlKey || altKey || metaKey) return;
      const stops = [...root.querySelectorAll<HTMLElement>('button, a[href], [tabindex]')];
      const at = root.activeElement;
      const isFirst = at === stops[0] || at === stops.find(({ tabIndex }) => tabIndex >= 0);
      const isLast = at === stops.at(-1);
      if (shiftKey ? !isFirst : !isLast) return;
      event.preventDefault();
      leave();
    },
    { signal },
  );
};
