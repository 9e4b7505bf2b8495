import type { Stage } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { ConceptLink, type Follow } from './concept-link.tsx';

const stageKeys: Readonly<Record<Stage, string>> = {
  'pre-training': 'cardStagePreTraining',
  'post-training': 'cardStagePostTraining',
  inference: 'cardStageInference',
};

/** The life of a model as a strip, with the concept's place in it. */
export const StageStrip = ({
  stages,
  labels,
  follow,
}: {
  stages: EntryReading['stages'];
  labels: Labels;
  follow: Follow;
}) => {
  if (stages.length === 0) return null;
  return (
    <section class="part">
      <h3 class="part-title">{labels('cardStages')}</h3>
      <ol class="stages">
        {stages.map(({ stage, concept, here }) => (
          <li key={stage} class="stage" aria-current={here ? 'step' : undefined}>
            {concept && !here ? (
              <ConceptLink id={concept.id} follow={follow} class="stage-name">
                {labels(stageKeys[stage])}
              </ConceptLink>
            ) : (
              <span class="stage-name">{labels(stageKeys[stage])}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
