import { render } from 'preact';
import type { OpenCard } from '../core/card/card-types.ts';
import type { Point, Rect } from '../core/card/geometry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { Card } from '../view/card.tsx';
import type { Ask } from '../view/card-props.ts';
import { kindIn } from '../view/entry-view.tsx';
import { reasonIn } from '../view/reason.ts';
import { type Anchor, rectsOfAnchor } from './anchor.ts';
import { createCardHost } from './card-host.ts';
import { placeBeside, referenceOf, type Side } from './card-place.ts';
import type { FlatTree } from './flat-tree.ts';
import type { Layers } from './layers.ts';
import { schemeAt } from './page-scheme.ts';

/** The card on screen: draws what the machine's state says, beside the mark or where it was pinned. */
export type CardView = {
  readonly element: HTMLElement;
  /** Draws the card of `anchor`; `near` is where the pointer was when it opened. */
  readonly draw: (card: OpenCard, anchor: Anchor, near: Point | undefined) => void;
  /** Builds the card that will be drawn next, out of the page; what is on screen stays. */
  readonly prepare: (card: OpenCard, anchor: Anchor) => void;
  readonly erase: () => void;
  /** Puts the card where its mark now is. */
  readonly place: () => void;
  /** Takes the card out and puts it in again, above what came over it. */
  readonly raise: () => void;
  readonly focus: () => void;
  readonly announce: () => void;
  /** The card's box; undefined while there is none. */
  readonly rect: () => Rect | undefined;
  readonly root: ShadowRoot;
};

/** How the page is where the mark stands. */
type Look = { readonly scheme: 'light' | 'dark'; readonly direction: 'ltr' | 'rtl' };

/** Screen readers hear a live region only when it was there before its words. */
const announceAfter = 100;

export const createCardView = ({
  document,
  labels,
  layers,
  tree,
  ask,
}: {
  document: Document;
  labels: Labels;
  layers: Layers;
  tree: FlatTree;
  ask: (ask: Ask) => void;
}): CardView => {
  const lookAt = ({ block }: Anchor): Look => {
    const style = document.defaultView?.getComputedStyle(block.element);
    return {
      scheme: schemeAt(block.element, tree),
      direction: style?.direction === 'rtl' ? 'rtl' : 'ltr',
    };
  };
  const host = createCardHost(document);
  const container = host.root.appendChild(document.createElement('div'));
  const heard = host.root.appendChild(document.createElement('div'));
  container.className = 'frame';
  heard.className = 'heard';
  heard.setAttribute('role', 'status');
  heard.lang = labels('cardLanguage');
  let drawn: { card: OpenCard; anchor: Anchor; near: Point | undefined } | undefined;
  let prepared: EntryReading | undefined;
  let side: Side | undefined;
  let box: Rect | undefined;
  let look: Look = { scheme: 'light', direction: 'ltr' };

  const place = async (): Promise<void> => {
    const now = drawn;
    const view = document.defaultView;
    if (!now || !view) return;
    const { card, anchor, near } = now;
    box = undefined;
    const { direction } = look;
    if (card.at) {
      const most = { direction, '--most': `${view.innerHeight - 16}px` };
      // Its height may change with the most that it may have, and what keeps it in the window with its height.
      host.style({ ...at(card.at.x, card.at.y), ...most });
      const { x, y } = within(card.at, host.element, view);
      host.style({ ...at(x, y), ...most });
      return;
    }
    const rects = rectsOfAnchor(anchor);
    const reference = referenceOf(rects, near);
    if (!reference) return;
    const height = view.visualViewport?.height ?? view.innerHeight;
    const first = await placeBeside(host.element, { reference, side, height });
    if (drawn !== now) return;
    side = first.side;
    const { x, most } = first;
    // A card above hangs from its foot, so that unfolding never pushes it over the mark.
    const y = side === 'top' ? undefined : first.y;
    const bottom = view.innerHeight - reference.top + 8;
    host.style({
      left: `${Math.round(x)}px`,
      ...(y === undefined
        ? { top: 'auto', bottom: `${Math.round(bottom)}px` }
        : { top: `${Math.round(y)}px`, bottom: 'auto' }),
      right: 'auto',
      direction,
      '--most': `${Math.floor(most)}px`,
    });
    box = undefined;
  };

  const build = (card: OpenCard, anchor: Anchor): void => {
    const hadFocus = host.root.activeElement !== null;
    const why = reasonIn(labels, anchor.annotation.reason);
    render(
      <Card
        key={card.mark.id}
        card={card}
        labels={labels}
        why={why}
        direction={look.direction}
        scheme={look.scheme}
        ask={ask}
      />,
      container,
    );
    if (hadFocus && !host.root.activeElement) keepFocus(host.root);
  };

  return {
    element: host.element,
    root: host.root,
    draw(card, anchor, near) {
      const fresh = drawn?.card.mark.id !== card.mark.id;
      if (drawn && !fresh && drawn.anchor === anchor && looksTheSame(drawn.card, card)) return;
      const at = fresh ? near : drawn?.near;
      drawn = { card, anchor, near: at };
      if (fresh) {
        side = undefined;
        look = lookAt(anchor);
        host.style({ visibility: 'hidden', left: '0', top: '0', direction: look.direction });
      }
      build(card, anchor);
      host.show(layers.top());
      void place();
    },
    prepare(card, anchor) {
      const page = card.pages[0];
      if (drawn || prepared === page?.reading) return;
      prepared = page?.reading;
      look = lookAt(anchor);
      build(card, anchor);
    },
    erase() {
      if (!drawn) return;
      drawn = undefined;
      side = undefined;
      box = undefined;
      prepared = undefined;
      heard.textContent = '';
      host.hide();
      render(null, container);
    },
    place: () => void place(),
    raise() {
      if (!drawn) return;
      const focused = host.root.activeElement as HTMLElement | null;
      host.hide();
      host.show(layers.top());
      focused?.focus({ preventScroll: true });
    },
    focus: () => container.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true }),
    announce() {
      const page = drawn?.card.pages.at(-1);
      if (!page) return;
      const { prefLabel, kind, summary } = page.reading.entry;
      const words = labels('cardAnnounce', [prefLabel, kindIn(labels, kind), summary]);
      setTimeout(() => {
        if (host.isShown()) heard.textContent = words;
      }, announceAfter);
    },
    rect() {
      if (!drawn) return undefined;
      if (!box) {
        const { left, top, right, bottom } = host.element.getBoundingClientRect();
        box = { left, top, right, bottom };
      }
      return box;
    },
  };
};

/** What had the focus is no longer there: it goes to what took its place, else to the card itself. */
const keepFocus = (root: ShadowRoot): void => {
  const next =
    root.querySelector<HTMLElement>('.done .action') ?? root.querySelector<HTMLElement>('.card');
  next?.focus({ preventScroll: true });
};

/** Where the pointer is and which timers run is not seen. */
const looksTheSame = (a: OpenCard, b: OpenCard): boolean =>
  a.pages === b.pages &&
  a.panel === b.panel &&
  a.done === b.done &&
  a.pinned === b.pinned &&
  a.at === b.at;

const at = (x: number, y: number) => ({
  left: `${Math.round(x)}px`,
  top: `${Math.round(y)}px`,
  right: 'auto',
  bottom: 'auto',
});

/** Keeps a pinned card inside the window. */
const within = ({ x, y }: Point, element: Element, view: Window): Point => {
  const { width, height } = element.getBoundingClientRect();
  return {
    x: Math.max(8, Math.min(x, view.innerWidth - width - 8)),
    y: Math.max(8, Math.min(y, view.innerHeight - height - 8)),
  };
};
