import { firstCard } from '../core/card/candidate.ts';
import {
  type CardEvent,
  type CardState,
  createCardState,
  transition,
} from '../core/card/card-state.ts';
import type { Mark, OpenCard } from '../core/card/card-types.ts';
import type { Point } from '../core/card/geometry.ts';
import type { ConceptId } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Ask } from '../view/card-props.ts';
import { type Anchor, rectsOfAnchor } from './anchor.ts';
import { eventOf } from './card-asks.ts';
import { startDragging } from './card-drag.ts';
import { type CardActions, createEffectRunner } from './card-effects.ts';
import { startCardFocus, startCardKeys } from './card-keys.ts';
import { startCardListeners } from './card-listeners.ts';
import { type CardView, createCardView } from './card-view.tsx';
import type { Ending } from './cards-elsewhere.ts';
import { createFlatTree } from './flat-tree.ts';
import { createLayers } from './layers.ts';
import { createMarkBook } from './mark-book.ts';
import type { PageSession } from './page-session.ts';

export type { CardActions } from './card-effects.ts';

export type CardOptions = {
  readonly document: Document;
  readonly session: Pick<
    PageSession,
    'hitTest' | 'current' | 'walk' | 'show' | 'addOwnHost' | 'onChange'
  >;
  readonly labels: Labels;
  readonly settings: Pick<Settings, 'card'>;
  /** The entry of a concept, or undefined where there is none. */
  readonly loadEntry: (id: ConceptId, signal: AbortSignal) => Promise<EntryReading | undefined>;
  readonly actions: CardActions;
  /** Opens shadow roots of the page, closed ones where the browser lets us; else open ones alone. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** Told when a card comes and when there is none any more. */
  readonly onShown?: (shown: boolean) => void;
  /** The pointer's last move, where it came before the card was started. */
  readonly before?: PointerEvent | undefined;
  readonly signal: AbortSignal;
};

export type CardHandle = {
  /** Goes to the next or previous mark, rings it and opens its card. */
  readonly walk: (direction: 'next' | 'previous') => void;
  /** Moves the focus into the open card, or back to where it was. */
  readonly toggleFocus: () => void;
  /** Ends the card: one that is pinned as well, unless the reader only pressed somewhere else. */
  readonly close: (ending?: Ending) => void;
  /** Opens the card of an anchor at once, as asked for by key or command. */
  readonly open: (anchor: Anchor) => void;
  readonly update: (settings: Pick<Settings, 'card'>) => void;
};

/** Its code is needed only on pages with marks. */
export type StartCard = (options: CardOptions) => CardHandle;

/** Starts the card over a page that carries marks; everything ends with `signal`. */
export const startCard: StartCard = (options) => {
  const { document, session, labels, settings, onShown, signal } = options;
  let state: CardState = createCardState({ delay: settings.card.delay });
  let near: Point | undefined;
  let ring: AbortController | undefined;
  let walked: Anchor | undefined;
  let view: CardView | undefined;
  const book = createMarkBook(session);
  const { shadowRootOf = (element: Element) => element.shadowRoot } = options;
  // Our own root stays shut: the card is nothing of the page.
  const tree = createFlatTree((one) => (one === view?.element ? null : shadowRootOf(one)));
  const layers = createLayers(document, tree);
  const now = () => performance.now();
  const card = (): OpenCard | undefined =>
    state.phase.name === 'open' ? state.phase.card : undefined;

  const send = (event: CardEvent): void => {
    if (signal.aborted) return;
    if (event.type === 'pointer-moved') near = event.point;
    const stepped = transition(state, event);
    const changed = stepped.state.phase !== state.phase;
    const wasShown = card() !== undefined;
    state = stepped.state;
    if (changed) draw();
    if (wasShown !== (card() !== undefined)) onShown?.(!wasShown);
    for (const effect of stepped.effects) run(effect);
  };

  /** Made when the first card is on its way: a page where nobody rests on a mark pays nothing for it. */
  const made = (): CardView => {
    if (view) return view;
    view = createCardView({ document, labels, layers, tree, ask });
    const { element, root } = view;
    session.addOwnHost(element);
    startCardFocus({ document, element, send });
    startDragging({ view, card, send, signal });
    startCardKeys({ root, leave: () => send({ type: 'focus-toggled', time: now() }), signal });
    return view;
  };

  const ask = (asked: Ask): void => {
    const shown = card();
    const box = view?.rect();
    const { innerWidth: width = 0, innerHeight: height = 0 } = document.defaultView ?? {};
    const event = shown && box && eventOf(asked, { card: shown, box, window: { width, height } });
    if (event) send(event);
  };

  const draw = (): void => {
    const shown = card();
    const anchor = shown && book.anchorOf(shown.mark);
    book.keep(marksIn(state));
    if (!shown || !anchor) {
      view?.erase();
      if (state.phase.name === 'closed') ring?.abort();
      prepare();
      return;
    }
    if (shown.via !== 'keyboard') ring?.abort();
    made().draw(shown, anchor, shown.via === 'keyboard' ? undefined : near);
  };

  /** Builds the card as soon as its entry is there, so that opening it is only showing it. */
  const prepare = (): void => {
    const candidate = state.phase.name === 'dwelling' ? state.phase.candidate : undefined;
    const reading = candidate?.load?.reply;
    const anchor = candidate && book.anchorOf(candidate.mark);
    if (candidate && anchor && typeof reading === 'object')
      made().prepare(firstCard(candidate, reading), anchor);
  };

  const run = createEffectRunner({ ...options, tree, view: made, book, send });

  const marked = (mark: Mark | undefined): Anchor | undefined => mark && book.anchorOf(mark);
  const markOnHand = () => marked(marksIn(state)[0]);

  startCardListeners({
    document,
    tree,
    send,
    before: options.before,
    signal,
    around: {
      host: () => view?.element,
      markAt({ x, y }) {
        const anchor = session.hitTest(x, y);
        return anchor && book.markOf(anchor);
      },
      cardRect: () => view?.rect(),
      isOpen: () => state.phase.name === 'open',
      isIdle: () => state.phase.name === 'closed',
      markIsVisible: () => isOnScreen(document, markOnHand()),
      markIsReachable() {
        const anchor = markOnHand();
        return anchor !== undefined && !layers.shutsOut(anchor.range.startContainer);
      },
      isInLayer: () => (layers.top() ?? document.documentElement) === view?.element.parentNode,
      place: () => view?.place(),
    },
  });

  session.onChange(() => {
    if (state.phase.name === 'closed') return;
    book.renew();
    const stands = marksIn(state).every(book.stands);
    if (!stands) ring?.abort();
    send({ type: 'marks-changed', stands });
    view?.place();
  }, signal);
  signal.addEventListener('abort', () => {
    ring?.abort();
    view?.erase();
    if (card()) onShown?.(false);
  });

  const open = (anchor: Anchor): void => {
    walked = anchor;
    ring?.abort();
    ring = new AbortController();
    session.show(anchor, ring.signal);
    send({ type: 'asked', time: now(), mark: book.markOf(anchor) });
  };
  return {
    walk(direction) {
      const from = markOnHand() ?? (walked && session.current(walked));
      const anchor = session.walk(direction, from);
      if (anchor) open(anchor);
    },
    toggleFocus: () => send({ type: 'focus-toggled', time: now() }),
    close: (ending = 'escaped') =>
      send(ending === 'pressed' ? { type: 'pressed', over: 'nothing' } : { type: 'dismissed' }),
    open,
    update: ({ card: { delay } }) => send({ type: 'delay-chosen', delay }),
  };
};

/** The marks that the machine may still ask for: the card's first. */
const marksIn = ({ phase }: CardState): readonly Mark[] => {
  if (phase.name === 'closed') return [];
  if (phase.name === 'dwelling') return [phase.candidate.mark];
  const { card, candidate } = phase;
  return candidate ? [card.mark, candidate.mark] : [card.mark];
};

const isOnScreen = (document: Document, anchor: Anchor | undefined): boolean => {
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  return (
    anchor !== undefined &&
    rectsOfAnchor(anchor).some(
      ({ left, top, right, bottom }) =>
        bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    )
  );
};
