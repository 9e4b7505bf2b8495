/**
 * Patterns that name sites.
 *
 * - `example.com`: that host alone;
 * - `*.example.com`: the host and all its subdomains;
 * - either one with a path, `example.com/news`: that path and what lies below it (`/news`, `/news/ai`, not `/newsroom`);
 * - either one with a port, `localhost:3000`; without a port, any port.
 *
 * Hosts are compared without case and a final dot. Non-ASCII hosts are written in punycode, as the address bar's URL gives them.
 */
export type Place = { readonly host: string; readonly port: string; readonly path: string };

const addressForm = /^https?:\/\/(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^/?#:@[\]]+)(?::(\d+))?([^?#]*)/i;
const patternForm =
  /^(\*\.)?(\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*)(?::(\d{1,5}))?(\/[^\s?#*]*)?$/;

/** Where a page lives, or undefined for addresses that are not http or https. */
export function placeOf(url: string): Place | undefined {
  const parts = addressForm.exec(url);
  if (!parts?.[1]) return undefined;
  return { host: plainHost(parts[1]), port: parts[2] ?? '', path: parts[3] || '/' };
}

/** The pattern that a site's switch writes: host and, where there is one, port. */
export function sitePatternOf(place: Place): string {
  return place.port ? `${place.host}:${place.port}` : place.host;
}

/** What a person typed, as a pattern: lower-case host, no scheme, no query; undefined where it is none. */
export function parsePattern(typed: string): string | undefined {
  const bare = typed
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/[?#].*$/, '');
  const slash = bare.indexOf('/');
  const host = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase().replace(/\.(?=:|$)/, '');
  const path = slash < 0 ? '' : bare.slice(slash).replace(/\/\*?$/, '');
  const pattern = host + path;
  return pattern.length <= 500 && patternForm.test(pattern) ? pattern : undefined;
}

/** True where the pattern covers the place. A pattern that cannot be read covers nothing. */
export function covers(pattern: string, place: Place): boolean {
  const parts = patternForm.exec(pattern);
  const host = parts?.[2];
  if (!parts || !host) return false;
  if (parts[3] && parts[3] !== place.port) return false;
  const sameHost = host === place.host || (parts[1] && place.host.endsWith(`.${host}`));
  if (!sameHost) return false;
  const path = parts[4]?.replace(/\/$/, '') ?? '';
  return path === '' || place.path === path || place.path.startsWith(`${path}/`);
}

/** Orders patterns from the one that says most exactly which site it means: longer path, then no `*.`, then port, then longer host. */
export function byExactness(a: string, b: string): number {
  const [x, y] = [exactness(a), exactness(b)];
  const at = x.findIndex((value, i) => value !== y[i]);
  return at < 0 ? 0 : (y[at] ?? 0) - (x[at] ?? 0);
}

function exactness(pattern: string): readonly number[] {
  const parts = patternForm.exec(pattern);
  if (!parts) return [0, 0, 0, 0];
  return [
    parts[4]?.replace(/\/$/, '').length ?? 0,
    parts[1] ? 0 : 1,
    parts[3] ? 1 : 0,
    parts[2]?.length ?? 0,
  ];
}

function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
