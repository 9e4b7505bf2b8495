/** Light or dark, as the page is where `element` stands: the first background that covers, else the root's scheme. */
export const schemeAt = (element: Element): 'light' | 'dark' => {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'light';
  for (let one: Element | null = element; one; one = parentOf(one)) {
    const luminance = luminanceOf(view.getComputedStyle(one).backgroundColor);
    if (luminance !== undefined) return luminance < 0.22 ? 'dark' : 'light';
  }
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  const isDark = scheme.includes('dark') && (prefersDark || !scheme.includes('light'));
  return isDark ? 'dark' : 'light';
};

const parentOf = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** Relative luminance (WCAG 2.2) of a computed colour that covers at least half, 0–1; undefined for one that does not. */
const luminanceOf = (color: string): number | undefined => {
  const numbers = color.match(/[\d.]+/g)?.map(Number);
  if (!numbers || !color.startsWith('rgb')) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (alpha < 0.5) return undefined;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
