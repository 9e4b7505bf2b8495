import type { ConceptId } from '../../../core/knowledge/entry.ts';
import type { GraphEdge } from '../../../core/map/concept-graph.ts';
import type { MapLayout, Place } from './layout.ts';

/** A gentle arc between two pills' middles; always bent to the same side, so that two lines between two pills part. */
function arcOf(from: Place, to: Place): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = 0.12;
  const x = (from.x + to.x) / 2 - dy * bend;
  const y = (from.y + to.y) / 2 + dx * bend;
  const round = (value: number) => Math.round(value * 10) / 10;
  return `M${round(from.x)} ${round(from.y)}Q${round(x)} ${round(y)} ${round(to.x)} ${round(to.y)}`;
}

/** All relations as faint lines; those of the chosen concept drawn out over them. For the eye only: a list says the same. */
export const Edges = ({
  edges,
  layout,
  chosen,
}: {
  edges: readonly GraphEdge[];
  layout: MapLayout;
  chosen: ConceptId | undefined;
}) => {
  const pathOf = ({ from, to }: GraphEdge): string => {
    const [start, end] = [layout.places.get(from), layout.places.get(to)];
    return start && end ? arcOf(start, end) : '';
  };
  const own = edges.filter(({ from, to }) => from === chosen || to === chosen);
  return (
    <svg
      class="g-edges"
      data-quiet={chosen !== undefined}
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
    >
      <path class="g-edge" d={edges.map(pathOf).join('')} />
      <path class="g-edge g-edge-own" d={own.map(pathOf).join('')} />
    </svg>
  );
};
