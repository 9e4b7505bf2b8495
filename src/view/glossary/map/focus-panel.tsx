import type { ConceptId } from '../../../core/knowledge/entry.ts';
import type { ConceptGraph } from '../../../core/map/concept-graph.ts';
import { kindIn } from '../../entry-view.tsx';
import { relationIn } from '../../relation-in.ts';
import type { Library } from '../library.ts';
import { entryHref } from '../route.ts';

/** The chosen concept beside the map: what it is, and its relations in words, each a way onwards. */
export const FocusPanel = ({
  library,
  graph,
  chosen,
  onChoose,
}: {
  library: Library;
  graph: ConceptGraph;
  chosen: ConceptId | undefined;
  onChoose: (id: ConceptId) => void;
}) => {
  const { labels, glossary } = library;
  const entry = glossary.entries.find(({ id }) => id === chosen);
  if (!entry) return <aside class="g-panel g-note">{labels('glossaryMapHint')}</aside>;
  const neighbours = graph.neighbours.get(entry.id) ?? [];
  return (
    <aside class="g-panel" aria-label={labels('glossaryChosen')}>
      <p class="g-note">{kindIn(labels, entry.kind)}</p>
      <h3 class="g-panel-name">
        <a class="g-link" href={entryHref(entry.id)} dir="auto">
          {entry.prefLabel}
        </a>
      </h3>
      <p dir="auto">{entry.summary}</p>
      <ul class="g-relations">
        {neighbours.map(({ kind, concept }) => (
          <li key={`${kind} ${concept.id}`}>
            <span class="g-note">{relationIn(labels, kind)}</span>{' '}
            <button type="button" class="g-plain" onClick={() => onChoose(concept.id)}>
              {concept.label}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
};
