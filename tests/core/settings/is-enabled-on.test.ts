import { describe, expect, it } from 'vitest';
import { isEnabledOn, withSite } from '../../../src/core/settings/is-enabled-on.ts';
import { byExactness, covers, parsePattern, placeOf } from '../../../src/core/settings/pattern.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings/settings.ts';

const noon = 1_700_000_000_000;

const withSites = (sites: Partial<Settings['sites']>): Settings => ({
  ...defaultSettings,
  sites: { ...defaultSettings.sites, ...sites },
});

describe('a pattern covers what it says and nothing else', () => {
  const rows: readonly (readonly [pattern: string, url: string, covered: boolean])[] = [
    ['example.com', 'https://example.com/', true],
    ['example.com', 'http://example.com', true],
    ['example.com', 'https://example.com/a/b?c#d', true],
    ['example.com', 'https://EXAMPLE.com/', true],
    ['example.com', 'https://example.com./', true],
    ['example.com', 'https://example.com:8443/', true],
    ['example.com', 'https://user:pass@example.com/', true],
    ['example.com', 'https://www.example.com/', false],
    ['example.com', 'https://notexample.com/', false],
    ['example.com', 'https://example.com.evil.net/', false],
    ['example.com', 'https://evil.net/example.com', false],
    ['example.com', 'https://evil.net/?https://example.com/', false],
    ['example.com', 'https://evil.net#@example.com/', false],
    ['*.example.com', 'https://example.com/', true],
    ['*.example.com', 'https://www.example.com/', true],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://badexample.com/', false],
    ['example.com/news', 'https://example.com/news', true],
    ['example.com/news', 'https://example.com/news/', true],
    ['example.com/news', 'https://example.com/news/ai?x=1', true],
    ['example.com/news', 'https://example.com/newsroom', false],
    ['example.com/news', 'https://example.com/', false],
    ['example.com/news', 'https://www.example.com/news', false],
    ['example.com/news/', 'https://example.com/news', true],
    ['example.com/News', 'https://example.com/news', false],
    ['*.example.com/news', 'https://m.example.com/news/1', true],
    ['localhost:3000', 'http://localhost:3000/a', true],
    ['localhost:3000', 'http://localhost:4000/a', false],
    ['localhost', 'http://localhost:4000/a', true],
    ['127.0.0.1', 'http://127.0.0.1:9/', true],
    ['[::1]', 'http://[::1]:9/', true],
    ['xn--mnchen-3ya.de', 'https://xn--mnchen-3ya.de/', true],
    ['example.com', 'ftp://example.com/', false],
    ['example.com', 'about:blank', false],
    ['not a pattern', 'https://example.com/', false],
    ['', 'https://example.com/', false],
    ['*', 'https://example.com/', false],
  ];
  it.each(rows)('%s on %s: %s', (pattern, url, covered) => {
    const place = placeOf(url);
    expect(place !== undefined && covers(pattern, place)).toBe(covered);
  });
});

describe('what people type becomes a pattern, or is refused', () => {
  const rows: readonly (readonly [typed: string, pattern: string | undefined])[] = [
    [' Example.COM ', 'example.com'],
    ['https://example.com', 'example.com'],
    ['https://example.com/', 'example.com'],
    ['https://example.com/News/?a=1#b', 'example.com/News'],
    ['*.example.com', '*.example.com'],
    ['*.example.com/*', '*.example.com'],
    ['example.com.', 'example.com'],
    ['localhost:3000', 'localhost:3000'],
    ['//example.com/a', 'example.com/a'],
    ['[::1]:8080', '[::1]:8080'],
    ['', undefined],
    ['*', undefined],
    ['*.*', undefined],
    ['exa mple.com', undefined],
    ['example..com', undefined],
    ['javascript:alert(1)', undefined],
    ['ftp://example.com', undefined],
    ['a*.example.com', undefined],
    [`${'a'.repeat(600)}.com`, undefined],
  ];
  it.each(rows)('%s → %s', (typed, pattern) => {
    expect(parsePattern(typed)).toBe(pattern);
  });

  it('a parsed pattern parses to itself', () => {
    for (const [, pattern] of rows)
      if (pattern !== undefined) expect(parsePattern(pattern)).toBe(pattern);
  });
});

describe('the most exact pattern decides, then the mode', () => {
  const rows: readonly (readonly [string, Partial<Settings['sites']>, string, boolean, string])[] =
    [
      ['everywhere by default', {}, 'https://a.com/', true, 'all-but'],
      ['an off site', { off: ['a.com'] }, 'https://a.com/', false, 'a.com'],
      ['another site', { off: ['a.com'] }, 'https://b.com/', true, 'all-but'],
      ['only listed', { mode: 'only', on: ['a.com'] }, 'https://a.com/', true, 'a.com'],
      ['only listed, elsewhere', { mode: 'only', on: ['a.com'] }, 'https://b.com/', false, 'only'],
      [
        'an exception under a subdomain pattern',
        { off: ['*.a.com'], on: ['en.a.com'] },
        'https://en.a.com/',
        true,
        'en.a.com',
      ],
      [
        'its sibling',
        { off: ['*.a.com'], on: ['en.a.com'] },
        'https://de.a.com/',
        false,
        '*.a.com',
      ],
      [
        'a path in a site',
        { off: ['a.com'], on: ['a.com/ai'] },
        'https://a.com/ai/1',
        true,
        'a.com/ai',
      ],
      [
        'the longer path',
        { off: ['a.com/x/y'], on: ['a.com/x'] },
        'https://a.com/x/y',
        false,
        'a.com/x/y',
      ],
      ['in both lists: off', { off: ['a.com'], on: ['a.com'] }, 'https://a.com/', false, 'a.com'],
    ];
  it.each(rows)('%s', (_, sites, url, enabled, decider) => {
    const decision = isEnabledOn(withSites(sites), url, noon);
    const { rule } = decision;
    const said =
      rule.kind === 'pattern' ? rule.pattern : rule.kind === 'mode' ? rule.mode : rule.kind;
    expect([decision.enabled, said]).toEqual([enabled, decider]);
  });

  it('orders patterns strictly: no two different shapes tie', () => {
    const ordered = ['a.com/x/y', 'a.com/x', 'a.com:80', 'a.com', '*.a.com', '*.com'];
    expect([...ordered].reverse().sort(byExactness)).toEqual(ordered);
  });
});

describe('a pause beats every list until its time has come', () => {
  it.each([
    [{ until: null }, false],
    [{ until: noon + 1 }, false],
    [{ until: noon }, true],
    ['none', true],
  ] as const)('%j', (pause, enabled) => {
    expect(isEnabledOn({ ...defaultSettings, pause }, 'https://a.com/', noon).enabled).toBe(
      enabled,
    );
  });
});

describe("a site's switch does what it says, whatever stood before", () => {
  const before: readonly Partial<Settings['sites']>[] = [
    {},
    { off: ['a.com'] },
    { off: ['*.a.com'] },
    { off: ['a.com/x'], on: ['a.com'] },
    { on: ['a.com/x'] },
    { mode: 'only' },
    { mode: 'only', on: ['*.a.com'] },
    { mode: 'only', on: ['a.com'], off: ['a.com/x'] },
    { off: ['*.a.com'], on: ['a.com'] },
  ];
  it.each(before)('%j', (sites) => {
    const url = 'https://a.com/x/page';
    for (const enabled of [true, false, true]) {
      const after = withSite(withSites(sites), { url, enabled });
      expect(isEnabledOn(after, url, noon).enabled).toBe(enabled);
    }
  });

  it('off and on again leaves no trace', () => {
    const url = 'https://a.com/';
    const off = withSite(defaultSettings, { url, enabled: false });
    expect(off.sites.off).toEqual(['a.com']);
    expect(withSite(off, { url, enabled: true })).toEqual(defaultSettings);
  });
});
