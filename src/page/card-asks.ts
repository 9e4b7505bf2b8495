import type { CardEvent, OpenCard } from '../core/card/card-types.ts';
import type { Point, Rect } from '../core/card/geometry.ts';
import type { Ask } from '../view/card-props.ts';

/** What a button of the card means to the machine. */
export const eventOf = (
  ask: Ask,
  { card, box, window }: { card: OpenCard; box: Rect; window: { width: number; height: number } },
): CardEvent | undefined => {
  const page = card.pages.at(-1);
  const { mark } = card;
  switch (ask.type) {
    case 'close':
      return { type: 'dismissed' };
    case 'pin':
      return { type: 'pin-toggled', time: performance.now(), card: box };
    case 'move':
      return { type: 'moved', to: nextCorner(box, window) };
    case 'back':
      return { type: 'went-back' };
    case 'expand':
      return { type: 'expand-toggled' };
    case 'why':
    case 'not-this':
      return { type: 'panel-toggled', panel: ask.type };
    case 'know':
      return page && { type: 'acted', act: { type: 'know', concept: page.reading.entry.id } };
    case 'not-on-page':
      return { type: 'acted', act: { type: 'not-this', mark, where: 'page' } };
    case 'not-on-site':
      return { type: 'acted', act: { type: 'not-this', mark, where: 'site' } };
    case 'not-anywhere':
      return { type: 'acted', act: { type: 'not-this', mark, where: 'everywhere' } };
    case 'undo':
      return { type: 'undone' };
    case 'open-in-glossary':
      return { type: 'glossary-asked' };
    case 'follow':
      return { type: 'followed', concept: ask.concept };
  }
};

const margin = 8;

/** Clockwise from the corner that the card is nearest to: the way to move a pinned card without dragging it. */
const nextCorner = (box: Rect, { width, height }: { width: number; height: number }): Point => {
  const right = width - (box.right - box.left) - margin;
  const bottom = height - (box.bottom - box.top) - margin;
  const isLeft = box.left + box.right < width;
  const isTop = box.top + box.bottom < height;
  if (isTop) return isLeft ? { x: right, y: margin } : { x: right, y: bottom };
  return isLeft ? { x: margin, y: margin } : { x: margin, y: bottom };
};
