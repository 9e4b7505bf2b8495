import glossary from 'virtual:newsgloss/glossary';
import { describe, expect, test } from 'vitest';
import type { Entry, Relation } from '../../../src/core/knowledge/entry.ts';
import { mostRelated, readGraph } from '../../../src/core/map/concept-graph.ts';
import { stepFrom } from '../../../src/core/map/step.ts';

const entry = (id: string, related: readonly Relation[] = []): Entry => ({
  id,
  kind: 'notion',
  prefLabel: id,
  aliases: [],
  summary: 's',
  definition: 'd',
  basis: 'general',
  claims: [],
  related: [...related],
  dates: [],
});

const graph = readGraph({
  sources: [],
  entries: [
    entry('a', [
      { kind: 'makes', to: 'b' },
      { kind: 'competes with', to: 'c' },
      { kind: 'uses', to: 'nowhere' },
    ]),
    entry('b', [{ kind: 'made by', to: 'a' }]),
    entry('c', [{ kind: 'competes with', to: 'a' }]),
    entry('d'),
  ],
});

describe('the graph of concepts', () => {
  test('has a relation once, though both ends say it', () => {
    expect(graph.edges).toEqual([
      { from: 'a', to: 'b', kind: 'makes' },
      { from: 'a', to: 'c', kind: 'competes with' },
    ]);
  });

  test('reads a relation from either end', () => {
    expect(graph.neighbours.get('b')?.map(({ kind, concept }) => [kind, concept.id])).toEqual([
      ['made by', 'a'],
    ]);
  });

  test('counts the related concepts, and keeps those that have none', () => {
    expect(graph.nodes.map(({ id, degree }) => [id, degree])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
      ['d', 0],
    ]);
  });

  test('of the bundled glossary joins only concepts that are there', () => {
    const { nodes, edges } = readGraph(glossary);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(edges.length).toBeGreaterThan(10);
    for (const { from, to } of edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
  });
});

test('a graph too large for a map is cut to what most are related to, around the one asked for', () => {
  expect(mostRelated(graph, { most: 4 })).toBe(graph);
  const ids = (keep?: string) => mostRelated(graph, { most: 2, keep }).nodes.map(({ id }) => id);
  expect(ids()).toEqual(['a', 'b']);
  expect(ids('c')).toEqual(['a', 'c']);
  expect(ids('d')).toEqual(['a', 'd']);
  expect(mostRelated(graph, { most: 2, keep: 'c' }).edges).toHaveLength(1);
});

describe('an arrow key on the map', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 20 }],
    ['c', { x: -10, y: -80 }],
    ['d', { x: 10, y: 0 }],
  ]);
  const cases = [
    ['right', 'b'],
    ['up', 'c'],
    ['down', undefined],
    ['left', undefined],
  ] as const;
  test.each(cases)('%s leads along a relation, never to what is only near: %s', (way, to) => {
    expect(stepFrom(graph, { id: 'a', places }, way)).toBe(to);
  });
});
