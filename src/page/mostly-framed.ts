/**
 * Whether frames fill most of the window, as readers of mail and previews do. What stands in a frame is read and marked
 * there, and is not counted among what the page itself holds.
 */
export const isMostlyFramed = (document: Document): boolean => {
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  let covered = 0;
  for (const frame of document.querySelectorAll('iframe, frame')) {
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (width > 0 && height > 0) covered += width * height;
  }
  return covered > (innerWidth * innerHeight) / 2;
};
