import type { ConceptId } from '../knowledge/entry.ts';
import type { ConceptGraph } from './concept-graph.ts';

export type Point = { readonly x: number; readonly y: number };
export type Direction = 'up' | 'down' | 'left' | 'right';

const vectors: Readonly<Record<Direction, Point>> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** A neighbour may lie up to this far off the arrow's direction. */
const widest = Math.cos((75 * Math.PI) / 180);

/**
 * Where an arrow key leads from a concept on the map: to the related concept that lies most nearly in that direction
 * (near ones before far ones), or undefined when none does. y grows downwards.
 */
export function stepFrom(
  graph: ConceptGraph,
  at: { readonly id: ConceptId; readonly places: ReadonlyMap<ConceptId, Point> },
  direction: Direction,
): ConceptId | undefined {
  const here = at.places.get(at.id);
  if (!here) return undefined;
  const way = vectors[direction];
  let best: { readonly id: ConceptId; readonly cost: number } | undefined;
  for (const { concept } of graph.neighbours.get(at.id) ?? []) {
    const there = at.places.get(concept.id);
    if (!there) continue;
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const distance = Math.hypot(dx, dy);
    const along = distance === 0 ? 0 : (dx * way.x + dy * way.y) / distance;
    if (along < widest) continue;
    // A step that is off by 60° costs as much as one twice as far.
    const cost = distance / along;
    if (!best || cost < best.cost) best = { id: concept.id, cost };
  }
  return best?.id;
}
