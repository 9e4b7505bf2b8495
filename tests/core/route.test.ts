import { describe, expect, test } from 'vitest';
import { hrefOf, parseRoute, type Route } from '../../src/view/glossary/route.ts';

const routes: readonly (readonly [string, Route])[] = [
  ['#', { view: 'concepts' }],
  ['#deepseek-r1', { view: 'entry', id: 'deepseek-r1' }],
  ['#my%20own%2Fthing', { view: 'entry', id: 'my own/thing' }],
  ['#/timeline', { view: 'timeline' }],
  ['#/life', { view: 'life' }],
  ['#/map', { view: 'map' }],
  ['#/map/deepseek-r1', { view: 'map', focus: 'deepseek-r1' }],
  ['#/sources', { view: 'sources' }],
  ['#/sources/wccftech', { view: 'sources', source: 'wccftech' }],
  ['#/sources/wccftech/7', { view: 'sources', source: 'wccftech', paragraph: 7 }],
  ['#/welcome', { view: 'welcome' }],
  ['#/news', { view: 'news' }],
];

describe('the address of the glossary page', () => {
  test.each(routes)('%s says what is shown, and is what a link there says', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(hrefOf(route)).toBe(hash);
  });

  test('may come with its slashes encoded', () => {
    expect(parseRoute('#%2Fnews')).toEqual({ view: 'news' });
  });

  test.each(['', '#%', '#/nowhere', '#/'])('%s is the list of concepts', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'concepts' });
  });
});
