import type { Correction } from './mention.ts';

/** Where a page is, as far as corrections care: what `location` has. */
export type PagePlace = { readonly host: string; readonly pathname: string };

/** As long as settings let a correction's `site` be. */
const longest = 300;

/** The `site` of a correction that holds on one page alone. */
export const siteOfPage = ({ host, pathname }: PagePlace): string =>
  (host + pathname).slice(0, longest);

/** Whether a correction holds on a page: everywhere, on its host, or on this page alone. */
export const holdsOn = ({ site }: Correction, page: PagePlace): boolean =>
  site === undefined || site === page.host || site === siteOfPage(page);
