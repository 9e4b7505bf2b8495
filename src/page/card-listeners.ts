import type { CardEvent, Mark, Over } from '../core/card/card-types.ts';
import type { Point, Rect } from '../core/card/geometry.ts';
import type { FlatTree } from './flat-tree.ts';

/** What the listeners need to know of the card. */
export type CardSurroundings = {
  readonly host: () => HTMLElement | undefined;
  readonly markAt: (point: Point) => Mark | undefined;
  readonly cardRect: () => Rect | undefined;
  readonly isOpen: () => boolean;
  readonly isIdle: () => boolean;
  readonly markIsVisible: () => boolean;
  readonly markIsReachable: () => boolean;
  /** Whether the card stands in what must be reached to use it: the uppermost dialog, full screen, or the document. */
  readonly isInLayer: () => boolean;
  readonly place: () => void;
};

/** A fingertip is wide: these offsets (px) around a tap are tried in turn. */
const fingertip: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -8],
  [0, 8],
  [-8, 0],
  [8, 0],
];

const pressable = 'a[href], button, input, select, textarea, label, summary, [role="button"]';

const isPressable = (node: Node): node is Element =>
  node instanceof Element && node.matches(pressable);

/**
 * Turns what the reader does into CardEvents, and decides nothing. What a page's script pretends (untrusted events) is
 * not heard, and nothing that belongs to the page is stopped but an Escape that closes the card.
 */
export const startCardListeners = ({
  document,
  tree,
  around,
  send,
  before,
  signal,
}: {
  document: Document;
  tree: FlatTree;
  around: CardSurroundings;
  send: (event: CardEvent) => void;
  /** Where the pointer came to rest before there was anybody to listen. */
  before?: PointerEvent | undefined;
  signal: AbortSignal;
}): void => {
  const view = document.defaultView;
  if (!view) return;
  let last: Point | undefined;
  let pressedInCard = false;

  const isHost = (targets: readonly (EventTarget | null)[]): boolean => {
    const host = around.host();
    return host !== undefined && targets.includes(host);
  };

  const isInCard = (event: Event): boolean => around.isOpen() && isHost(event.composedPath());

  const overAt = (event: PointerEvent | MouseEvent, point: Point): Over => {
    if (isInCard(event) || pressedInCard) return 'card';
    return event.buttons === 0 ? (around.markAt(point) ?? 'nothing') : 'nothing';
  };

  const on = <Name extends keyof WindowEventMap>(
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
    options: AddEventListenerOptions = { passive: true },
  ) =>
    view.addEventListener(
      name,
      (event) => {
        if (event.isTrusted) listener(event);
      },
      { capture: true, ...options, signal },
    );

  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const point = { x: event.clientX, y: event.clientY };
    if (event.buttons === 0) pressedInCard = false;
    const card = around.cardRect();
    last = point;
    send({
      type: 'pointer-moved',
      time: event.timeStamp,
      point,
      over: overAt(event, point),
      ...(card && { card }),
    });
  };
  on('pointermove', moved);
  if (before) moved(before);
  on('pointerout', (event) => {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    last = undefined;
    send({ type: 'pointer-left', time: event.timeStamp });
  });
  on('pointerdown', (event) => {
    if (event.pointerType === 'touch') return;
    pressedInCard = isInCard(event);
    const point = { x: event.clientX, y: event.clientY };
    if (!pressedInCard) send({ type: 'pressed', over: around.markAt(point) ?? 'nothing' });
  });
  on('click', (event) => {
    const { pointerType } = event as PointerEvent;
    if (pointerType !== 'touch') return;
    const time = event.timeStamp;
    if (isInCard(event)) return send({ type: 'tapped', time, over: 'card' });
    const [hit] = tree.hitAt(document, { x: event.clientX, y: event.clientY });
    const isOthers = hit !== undefined && tree.nearest(hit, isPressable) !== undefined;
    send({ type: 'tapped', time, over: (!isOthers && tappedMark(event)) || 'nothing' });
  });
  const tappedMark = ({ clientX, clientY }: MouseEvent): Mark | undefined => {
    for (const [x, y] of fingertip) {
      const mark = around.markAt({ x: clientX + x, y: clientY + y });
      if (mark) return mark;
    }
    return undefined;
  };

  on(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      const wasOpen = around.isOpen();
      send({ type: 'dismissed' });
      if (!wasOpen) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    {},
  );

  let frame = 0;
  const soon = (work: () => void) => {
    if (frame) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      work();
    });
  };
  on('scroll', (event) => {
    if (around.isIdle() || isHost([event.target])) return;
    const time = event.timeStamp;
    soon(() => {
      const over = (last && around.markAt(last)) ?? 'nothing';
      const card = around.cardRect();
      const inCard = last && card && isInside(card, last);
      send({
        type: 'scrolled',
        time,
        over: inCard ? 'card' : over,
        visible: around.markIsVisible(),
      });
      around.place();
    });
  });
  on('resize', () => {
    if (around.isOpen()) soon(around.place);
  });

  const layersChanged = () => {
    if (!around.isIdle()) send({ type: 'layers-changed', reachable: around.markIsReachable() });
  };
  document.addEventListener('fullscreenchange', layersChanged, { signal });
  document.addEventListener(
    'toggle',
    (event) => {
      if (!isHost([event.target])) layersChanged();
    },
    { capture: true, signal },
  );
  // A dialog inside of a component says so to nobody outside, but the focus moves into it and back.
  for (const name of ['focusin', 'focusout'] as const)
    on(name, () => {
      if (!around.isOpen()) return;
      view.requestAnimationFrame(() => {
        if (around.isOpen() && !around.isInLayer()) layersChanged();
      });
    });
  on('pagehide', () => send({ type: 'navigated' }));
  on('popstate', () => send({ type: 'navigated' }));
  on('hashchange', () => send({ type: 'navigated' }));
};

const isInside = ({ left, top, right, bottom }: Rect, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
