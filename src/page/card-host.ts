import theme from '../../assets/theme.css?inline';
import cardStyle from '../view/card.css?inline';
import hostStyle from '../view/card-host.css?inline';
import entryStyle from '../view/entry.css?inline';
import iconStyle from '../view/icons.css?inline';

/**
 * The element that carries the card: a closed shadow root in the top layer, in the page only while a card is shown.
 * The one thing that Newsgloss ever adds to a page's DOM.
 */
export type CardHost = {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the host above everything, inside `layer` where one shuts out the rest of the page. */
  readonly show: (layer: Element | undefined) => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
  /** Declarations of the host's own rule; all are made important. */
  readonly style: (declarations: Readonly<Record<string, string>>) => void;
};

export const createCardHost = (document: Document): CardHost => {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  const Sheet = view?.CSSStyleSheet ?? CSSStyleSheet;
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  element.setAttribute('popover', 'manual');
  const root = element.attachShadow({ mode: 'closed' });
  const looks = new Sheet();
  looks.replaceSync([theme, hostStyle, iconStyle, entryStyle, cardStyle].join('\n'));
  const place = new Sheet();
  root.adoptedStyleSheets = [looks, place];
  let written = '';
  return {
    element,
    root,
    show(layer) {
      const parent = layer ?? document.documentElement;
      if (element.isConnected && element.parentNode === parent && isOpen(element)) return;
      element.remove();
      parent.append(element);
      element.showPopover();
    },
    hide: () => element.remove(),
    isShown: () => element.isConnected,
    style(declarations) {
      // What the page magnifies itself by (`html { zoom: 1.5 }`) is taken back: places are in the window's pixels.
      const zoom = `${1 / (element.parentElement?.currentCSSZoom ?? 1)}`;
      const body = Object.entries({ ...declarations, zoom })
        .map(([name, value]) => `${name}:${value}!important`)
        .join(';');
      if (body === written) return;
      written = body;
      place.replaceSync(`:host{${body}}`);
    },
  };
};

const isOpen = (element: Element): boolean => element.matches(':popover-open');
