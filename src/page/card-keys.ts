import type { CardEvent } from '../core/card/card-types.ts';

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

/** Tells when the focus comes into the card and when it goes. */
export const startCardFocus = ({
  document,
  element,
  send,
}: {
  document: Document;
  element: HTMLElement;
  send: (event: CardEvent) => void;
}): void => {
  element.addEventListener('focusin', (event) =>
    send({ type: 'focus-moved', time: event.timeStamp, inside: true }),
  );
  element.addEventListener('focusout', (event) => {
    // When the window lost the focus, the card did not: it is still there when the reader comes back.
    if (document.hasFocus()) send({ type: 'focus-moved', time: event.timeStamp, inside: false });
  });
};
