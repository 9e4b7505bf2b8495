/**
 * The addresses by which a document is switched on or off: its own, and that of the page that a reader sees it in.
 * A frame of another origin is told of its top page only by origin, and in browsers without `ancestorOrigins` only by
 * the referrer, which the embedding page may withhold.
 */
export function pageAddresses(window: Window): readonly string[] {
  const own = window.location.href;
  if (window.top === window) return [own];
  const top = addressOfTop(window);
  // about:blank and srcdoc are their parent's.
  return isOnWeb(own) ? [own, ...top] : top;
}

const isOnWeb = (address: string): boolean => /^https?:/.test(address);

function addressOfTop(window: Window): readonly string[] {
  try {
    const address = window.top?.location.href;
    if (address !== undefined) return [address];
  } catch {
    // Another origin: only what the browser tells of it.
  }
  const origins = window.location.ancestorOrigins as DOMStringList | undefined;
  const outermost = origins?.[origins.length - 1] ?? window.document.referrer;
  return isOnWeb(outermost) ? [outermost] : [];
}
