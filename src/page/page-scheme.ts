import type { FlatTree } from './flat-tree.ts';

/**
 * Light or dark, as the page is seen where `element` stands: the first background that covers, else the root's scheme. What a
 * filter turns inside out (so do some that darken pages) is seen the other way round; the card, above the page, is in none.
 */
export const schemeAt = (element: Element, tree: FlatTree): 'light' | 'dark' => {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'light';
  let isDark: boolean | undefined;
  let isInverted = false;
  for (let one: Node | null = element; one; one = tree.around(one)) {
    if (!(one instanceof Element)) continue;
    const { backgroundColor, filter } = view.getComputedStyle(one);
    const luminance = luminanceOf(backgroundColor);
    if (luminance !== undefined) isDark ??= luminance < 0.22;
    if (filter.includes('invert(1)')) isInverted = !isInverted;
  }
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  isDark ??= scheme.includes('dark') && (prefersDark || !scheme.includes('light'));
  return isDark === isInverted ? 'light' : 'dark';
};

/**
 * Relative luminance (WCAG 2.2) of a computed colour that covers at least half, 0–1; undefined for one that does not. A
 * computed colour keeps the space that the page wrote it in; of the uniform ones the lightness says it nearly enough.
 */
const luminanceOf = (color: string): number | undefined => {
  const [, form = '', channels = ''] = /^(\w+)\((?:[a-z][\w-]+ )?(.*)\)$/.exec(color) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] =
    channels.match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (channels === '' || alpha < 0.5) return undefined;
  if (form.startsWith('ok')) return first ** 3;
  if (form.startsWith('l')) return ((first + 16) / 116) ** 3;
  const most = form.startsWith('rgb') ? 255 : 1;
  const [red, green, blue] = [first, second, third].map((value) => linear(value / most));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
