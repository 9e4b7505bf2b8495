import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { ConceptLink, type Follow } from './concept-link.tsx';
import { relationIn } from './relation-in.ts';

/** Related concepts, each relation once, in the order in which the reading gives them. */
export const RelatedChips = ({
  related,
  labels,
  follow,
}: {
  related: EntryReading['related'];
  labels: Labels;
  follow: Follow;
}) => {
  if (related.length === 0) return null;
  const kinds = [...new Set(related.map(({ kind }) => kind))];
  return (
    <section class="part">
      <h3 class="part-title">{labels('cardRelated')}</h3>
      <dl class="related">
        {kinds.map((kind) => (
          <div key={kind} class="relation">
            <dt class="relation-kind">{relationIn(labels, kind)}</dt>
            <dd class="chips">
              {related
                .filter((relation) => relation.kind === kind)
                .map(({ concept }) => (
                  <ConceptLink key={concept.id} id={concept.id} follow={follow} class="chip">
                    {concept.label}
                  </ConceptLink>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
