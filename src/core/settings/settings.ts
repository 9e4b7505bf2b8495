import type { ConceptId } from '../knowledge/entry.ts';
import type { Correction } from '../matching/mention.ts';

/** Which mentions of a concept are marked: the first in each section, the first on the page, or every one. */
export type Amount = 'section' | 'page' | 'every';

export type MarkStyle = 'dotted' | 'solid' | 'dashed' | 'background';

/** `text`: the colour of the text that is marked. */
export type MarkColour = 'text' | 'blue' | 'green' | 'violet' | 'orange';

export type MarkingSettings = {
  readonly amount: Amount;
  readonly headings: boolean;
  readonly links: boolean;
  readonly quotations: boolean;
  /** Mark only pages that are about AI. */
  readonly onlyAboutAi: boolean;
  readonly style: MarkStyle;
  readonly colour: MarkColour;
};

/** `all-but`: on everywhere except where a pattern says off. `only`: off everywhere except where a pattern says on. */
export type SiteMode = 'all-but' | 'only';

export type SiteSettings = {
  readonly mode: SiteMode;
  /** Patterns (host, `*.host`, `host/path`) of the sites that are off in mode `all-but`. */
  readonly off: readonly string[];
  /** Patterns of the sites that are on in mode `only`. */
  readonly on: readonly string[];
};

/** Paused everywhere: until a time (ms since the epoch), or until switched on (`null`). */
export type Pause = { readonly until: number | null };

/** All that a reader has chosen. A page gets a frozen snapshot. */
export type Settings = {
  readonly version: 1;
  readonly pause: Pause | 'none';
  readonly sites: SiteSettings;
  readonly marking: MarkingSettings;
  readonly card: { readonly delay: number };
  /** Concepts that the reader knows: never marked. */
  readonly known: readonly ConceptId[];
  readonly corrections: readonly Correction[];
};

export const defaultSettings: Settings = {
  version: 1,
  pause: 'none',
  sites: { mode: 'all-but', off: [], on: [] },
  marking: {
    amount: 'section',
    headings: true,
    links: true,
    quotations: true,
    onlyAboutAi: true,
    style: 'dotted',
    colour: 'text',
  },
  card: { delay: 400 },
  known: [],
  corrections: [],
};
