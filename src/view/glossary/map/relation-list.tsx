import type { Labels } from '../../../core/labels.ts';
import type { ConceptGraph } from '../../../core/map/concept-graph.ts';
import { relationIn } from '../../relation-in.ts';
import { entryHref } from '../route.ts';

/** The map in words: each concept with its relations. What a screen reader or paper gets of it. */
export const RelationList = ({ graph, labels }: { graph: ConceptGraph; labels: Labels }) => (
  <details class="g-relation-list">
    <summary>{labels('glossaryMapList')}</summary>
    <ul>
      {graph.nodes.map(({ id, label }) => (
        <li key={id}>
          <a class="g-link" href={entryHref(id)} dir="auto">
            {label}
          </a>
          <ul>
            {graph.neighbours.get(id)?.map(({ kind, concept }) => (
              <li key={`${kind} ${concept.id}`}>
                {relationIn(labels, kind)}{' '}
                <a class="g-link" href={entryHref(concept.id)} dir="auto">
                  {concept.label}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </details>
);
