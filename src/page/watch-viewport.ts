import { afterFrame } from './after-frame.ts';

/** What can bring other parts of a page into view without changing its text, besides scrolling. */
const events = [
  'resize',
  'hashchange',
  'load',
  'toggle',
  'beforematch',
  'contentvisibilityautostatechange',
  'transitionend',
  'animationend',
  'fullscreenchange',
] as const;

/** Scrolling is answered when it has gone this far, in viewport heights: a part of what is ready beyond. */
const scrolled = 0.4;

/** Hidden parts that are watched for their appearing; more would cost the page time in every frame. */
const mostHidden = 48;

export type ViewportWatch = {
  /** Replaces the hidden elements whose appearing is of interest. */
  readonly hidden: (elements: readonly Element[]) => void;
};

/**
 * Calls `onMoved` just after a frame in which other text may have come into view, and `onAppeared` when something
 * hidden has appeared.
 */
export const watchViewport = (
  document: Document,
  { onMoved, onAppeared }: { readonly onMoved: () => void; readonly onAppeared: () => void },
  signal: AbortSignal,
): ViewportWatch => {
  const window = document.defaultView;
  if (!window) return { hidden: () => {} };
  let isWaiting = false;
  let lastTop = window.scrollY;
  const move = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    afterFrame(() => {
      isWaiting = false;
      lastTop = window.scrollY;
      onMoved();
    }, signal);
  };
  const options = { capture: true, passive: true, signal };
  window.addEventListener(
    'scroll',
    ({ target }) => {
      const isPage = target === document || target === window;
      if (isPage && Math.abs(window.scrollY - lastTop) < scrolled * window.innerHeight) return;
      move();
    },
    options,
  );
  window.addEventListener('scrollend', move, options);
  for (const name of events) window.addEventListener(name, move, options);

  const sizes = new ResizeObserver(move);
  if (document.body) sizes.observe(document.body);

  let watched = new Set<Element>();
  const appearing = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) onAppeared();
  });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    appearing.disconnect();
  });
  return {
    hidden: (elements) => {
      const next = new Set(elements.slice(0, mostHidden));
      for (const element of watched) if (!next.has(element)) appearing.unobserve(element);
      for (const element of next) if (!watched.has(element)) appearing.observe(element);
      watched = next;
    },
  };
};
