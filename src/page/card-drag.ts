import type { CardEvent, OpenCard } from '../core/card/card-types.ts';
import type { CardView } from './card-view.tsx';

/** Lets the reader drag a pinned card by its head. */
export const startDragging = ({
  view,
  card,
  send,
  signal,
}: {
  view: CardView;
  card: () => OpenCard | undefined;
  send: (event: CardEvent) => void;
  signal: AbortSignal;
}): void => {
  let grip: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  const on = (name: 'pointerdown' | 'pointermove', listener: (event: PointerEvent) => void) =>
    view.root.addEventListener(name, (event) => listener(event as PointerEvent), { signal });

  on('pointerdown', (event) => {
    const target = event.target as Element | null;
    const box = view.rect();
    if (!card()?.pinned || !box || !target?.closest('[data-grip]') || target.closest('button'))
      return;
    grip = { id: event.pointerId, x: event.clientX - box.left, y: event.clientY - box.top };
    target.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  on('pointermove', (event) => {
    if (grip?.id !== event.pointerId) return;
    if (event.buttons === 0) grip = undefined;
    else send({ type: 'moved', to: { x: event.clientX - grip.x, y: event.clientY - grip.y } });
  });
};
