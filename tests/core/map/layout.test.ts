import glossary from 'virtual:newsgloss/glossary';
import { describe, expect, test } from 'vitest';
import { readGraph } from '../../../src/core/map/concept-graph.ts';
import { layOut, type MapLayout } from '../../../src/view/glossary/map/layout.ts';
import { madeGlossary } from '../../harness/made-glossary.ts';

const boxes = ({ places }: MapLayout) =>
  [...places].map(([id, { x, y, width, height }]) => ({
    id,
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  }));

const overlapping = (layout: MapLayout) => {
  const all = boxes(layout);
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(
        (two) =>
          one.left < two.right &&
          two.left < one.right &&
          one.top < two.bottom &&
          two.top < one.bottom,
      )
      .map((two) => `${one.id} × ${two.id}`),
  );
};

const glossaries = [
  ['the bundled glossary', glossary],
  ['40 concepts', madeGlossary(40)],
  ['400 concepts', madeGlossary(400)],
  ['one concept', madeGlossary(1)],
] as const;

describe.each(glossaries)('the map of %s', (_name, made) => {
  const graph = readGraph(made);
  const layout = layOut(graph);

  test('has a place for every concept, and no two pills overlap', () => {
    expect([...layout.places.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
    expect(overlapping(layout)).toEqual([]);
  });

  test('keeps each concept within the region of its kind', () => {
    for (const { id, kind } of graph.nodes) {
      const region = layout.regions.find((one) => one.kind === kind);
      const place = layout.places.get(id);
      if (!region || !place) throw new Error(id);
      expect(Math.abs(place.x - region.x)).toBeLessThanOrEqual((region.width - place.width) / 2);
      expect(Math.abs(place.y - region.y)).toBeLessThanOrEqual((region.height - place.height) / 2);
    }
  });

  test('stays on its plane, and its regions apart', () => {
    const { width, height, regions } = layout;
    for (const one of regions) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
      expect(one.y - one.height / 2).toBeGreaterThanOrEqual(0);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(height + 1);
      for (const two of regions.filter((other) => other !== one)) {
        const apartX = Math.abs(one.x - two.x) >= (one.width + two.width) / 2;
        const apartY = Math.abs(one.y - two.y) >= (one.height + two.height) / 2;
        expect([one.kind, two.kind, apartX || apartY]).toEqual([one.kind, two.kind, true]);
      }
    }
  });

  test('is the same each time', () => {
    expect([...layOut(graph).places]).toEqual([...layout.places]);
  });
});

test('relations are shorter than chance would make them', () => {
  const graph = readGraph(glossary);
  const { places } = layOut(graph);
  const length = (from: string, to: string) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const mean = (lengths: readonly number[]) =>
    lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
  const related = mean(graph.edges.map(({ from, to }) => length(from, to)));
  const any = mean(
    graph.nodes.flatMap((a, i) => graph.nodes.slice(i + 1).map((b) => length(a.id, b.id))),
  );
  expect(related).toBeLessThan(any);
});
