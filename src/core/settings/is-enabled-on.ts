import { byExactness, covers, placeOf, sitePatternOf } from './pattern.ts';
import type { Settings, SiteMode } from './settings.ts';

/** The rule that decided whether a page is read. */
export type SiteRule =
  | { readonly kind: 'not-a-page' }
  | { readonly kind: 'paused'; readonly until: number | null }
  | { readonly kind: 'pattern'; readonly list: 'off' | 'on'; readonly pattern: string }
  | { readonly kind: 'mode'; readonly mode: SiteMode };

export type SiteDecision = { readonly enabled: boolean; readonly rule: SiteRule };

/**
 * Whether Newsgloss reads the page at `url` at the time `now` (ms since the epoch), with the rule that decided.
 * A pause beats every list. Of the patterns that cover the page, in both lists, the most exact one decides (`off` where
 * the same pattern stands in both); where none covers it, the mode does. Never throws.
 */
export function isEnabledOn(settings: Settings, url: string, now: number): SiteDecision {
  const place = placeOf(url);
  if (!place) return { enabled: false, rule: { kind: 'not-a-page' } };
  const pause = activePause(settings, now);
  if (pause) return { enabled: false, rule: { kind: 'paused', until: pause.until } };
  return siteDecision(settings, url);
}

/** As isEnabledOn, but for the lists alone: what holds once no pause does. */
export function siteDecision(settings: Settings, url: string): SiteDecision {
  const place = placeOf(url);
  if (!place) return { enabled: false, rule: { kind: 'not-a-page' } };
  const off = mostExact(settings.sites.off.filter((pattern) => covers(pattern, place)));
  const on = mostExact(settings.sites.on.filter((pattern) => covers(pattern, place)));
  if (off !== undefined && (on === undefined || byExactness(off, on) <= 0))
    return { enabled: false, rule: { kind: 'pattern', list: 'off', pattern: off } };
  if (on !== undefined)
    return { enabled: true, rule: { kind: 'pattern', list: 'on', pattern: on } };
  const { mode } = settings.sites;
  return { enabled: mode === 'all-but', rule: { kind: 'mode', mode } };
}

/** The pause that holds at `now`, if one does. */
export function activePause(
  settings: Settings,
  now: number,
): { readonly until: number | null } | undefined {
  const { pause } = settings;
  if (pause === 'none' || (pause.until !== null && pause.until <= now)) return undefined;
  return pause;
}

/**
 * The settings in which the site of `url` is on or off, whatever patterns stood before: the site's own pattern is written
 * only where the other patterns and the mode would say otherwise.
 */
export function withSite(
  settings: Settings,
  change: { readonly url: string; readonly enabled: boolean },
): Settings {
  const place = placeOf(change.url);
  if (!place) return settings;
  const own = sitePatternOf(place);
  const bare: Settings = {
    ...settings,
    sites: {
      ...settings.sites,
      off: settings.sites.off.filter((pattern) => pattern !== own && !overrules(pattern, change)),
      on: settings.sites.on.filter((pattern) => pattern !== own && !overrules(pattern, change)),
    },
  };
  if (siteDecision(bare, change.url).enabled === change.enabled) return bare;
  const list = change.enabled ? 'on' : 'off';
  return { ...bare, sites: { ...bare.sites, [list]: [...bare.sites[list], own] } };

  /** A pattern with a path is more exact than the site's own, so the switch could not turn it: it goes. */
  function overrules(pattern: string, { url }: { readonly url: string }): boolean {
    const here = placeOf(url);
    return here !== undefined && covers(pattern, here) && byExactness(pattern, own) < 0;
  }
}

function mostExact(patterns: readonly string[]): string | undefined {
  return [...patterns].sort(byExactness)[0];
}
