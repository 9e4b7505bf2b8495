import type { ConceptId } from '../knowledge/entry.ts';
import type { ConceptLabel, Glossary } from '../knowledge/glossary.ts';
import { labelOf } from '../knowledge/label-of.ts';
import { inverseOf } from '../knowledge/vocabulary.ts';

export type GraphNode = ConceptLabel & {
  /** How many other concepts it is related to. */
  readonly degree: number;
};

/** A relation, once, in the direction in which it was first said: `from` *kind* `to`. */
export type GraphEdge = {
  readonly from: ConceptId;
  readonly to: ConceptId;
  readonly kind: string;
};

/** Another concept, seen from one: `kind` is as read from that one. */
export type Neighbour = { readonly concept: ConceptLabel; readonly kind: string };

/** Concepts and their relations, without places: how they are drawn is the map's business. */
export type ConceptGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly neighbours: ReadonlyMap<ConceptId, readonly Neighbour[]>;
};

/** The concepts of a glossary in its order, and every relation between two of them once, whoever says it. */
export function readGraph({ entries }: Glossary): ConceptGraph {
  const labels = new Map(entries.map((entry) => [entry.id, labelOf(entry)]));
  const seen = new Set<string>();
  const edges: GraphEdge[] = [];
  const neighbours = new Map<ConceptId, Neighbour[]>(entries.map(({ id }) => [id, []]));
  for (const { id: from, related } of entries) {
    for (const { kind, to } of related) {
      const [here, there] = [labels.get(from), labels.get(to)];
      const inverse = inverseOf.get(kind) ?? 'related to';
      if (!here || !there || from === to || seen.has(`${from} ${kind} ${to}`)) continue;
      seen.add(`${from} ${kind} ${to}`).add(`${to} ${inverse} ${from}`);
      edges.push({ from, to, kind });
      neighbours.get(from)?.push({ concept: there, kind });
      neighbours.get(to)?.push({ concept: here, kind: inverse });
    }
  }
  const nodes = entries.map((entry) => ({
    ...labelOf(entry),
    degree: new Set(neighbours.get(entry.id)?.map(({ concept }) => concept.id)).size,
  }));
  return { nodes, edges, neighbours };
}

/** The part of a graph that a map can show: `keep` and what it is related to, then what most others are related to. */
export function mostRelated(
  graph: ConceptGraph,
  { most, keep }: { readonly most: number; readonly keep?: ConceptId | undefined },
): ConceptGraph {
  if (graph.nodes.length <= most) return graph;
  const near = new Set(
    keep === undefined ? [] : graph.neighbours.get(keep)?.map(({ concept }) => concept.id),
  );
  const rank = ({ id, degree }: GraphNode) =>
    id === keep ? Number.POSITIVE_INFINITY : near.has(id) ? 1e6 + degree : degree;
  const chosen = new Set(
    [...graph.nodes]
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, most)
      .map(({ id }) => id),
  );
  return {
    nodes: graph.nodes.filter(({ id }) => chosen.has(id)),
    edges: graph.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    neighbours: graph.neighbours,
  };
}
