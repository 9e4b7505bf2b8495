import type { ConceptId } from '../../core/knowledge/entry.ts';

/** What the glossary page shows, as its address says: `#deepseek-r1` is an entry, `#/map` a view. */
export type Route =
  | { readonly view: 'concepts' | 'timeline' | 'life' | 'welcome' | 'news' }
  | { readonly view: 'entry'; readonly id: ConceptId }
  | { readonly view: 'map'; readonly focus?: ConceptId }
  | { readonly view: 'sources'; readonly source?: string; readonly paragraph?: number };

/** The views in the order of the page's navigation. */
export const mainViews = ['concepts', 'timeline', 'map', 'life', 'sources'] as const;

/** The route of a fragment; whatever it cannot read is the list of concepts. Never throws. */
export function parseRoute(fragment: string): Route {
  const path = fragment.replace(/^#/, '');
  if (path === '') return { view: 'concepts' };
  if (!path.startsWith('/')) {
    const id = decode(path);
    // A link from elsewhere may have its slashes encoded; no concept's id begins with one.
    if (id.startsWith('/')) return parseRoute(id);
    return id === '' ? { view: 'concepts' } : { view: 'entry', id };
  }
  const [view, first = '', second] = path.slice(1).split('/').map(decode);
  switch (view) {
    case 'timeline':
    case 'life':
    case 'welcome':
    case 'news':
      return { view };
    case 'map':
      return first ? { view, focus: first } : { view };
    case 'sources': {
      const paragraph = Number(second);
      if (!first) return { view };
      return Number.isInteger(paragraph) && paragraph > 0
        ? { view, source: first, paragraph }
        : { view, source: first };
    }
    default:
      return { view: 'concepts' };
  }
}

/** The fragment of a route: `parseRoute(hrefOf(route))` is the route. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'concepts':
      return '#';
    case 'entry':
      return `#${encodeURIComponent(route.id)}`;
    case 'map':
      return route.focus ? `#/map/${encodeURIComponent(route.focus)}` : '#/map';
    case 'sources':
      return ['#/sources', route.source, route.paragraph]
        .filter((part) => part !== undefined)
        .join('/');
    default:
      return `#/${route.view}`;
  }
}

export const entryHref = (id: ConceptId): string => hrefOf({ view: 'entry', id });

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
