import type { Stage } from '../../core/knowledge/entry.ts';
import { readModelLife } from '../../core/knowledge/model-life.ts';
import type { Library } from './library.ts';
import { Heading } from './page-frame.tsx';
import { entryHref } from './route.ts';
import { ConceptLinks } from './timeline-page.tsx';

const stageKeys: Readonly<Record<Stage, string>> = {
  'pre-training': 'cardStagePreTraining',
  'post-training': 'cardStagePostTraining',
  inference: 'cardStageInference',
};

/** Drawn in 48 × 48: what goes in and what comes out at each stage. */
const pictures: Readonly<Record<Stage, string>> = {
  // many pages poured into one
  'pre-training':
    'M8 8h9v12H8zM20 6h9v12h-9zM32 8h9v12h-9zM12 24l8 8M24 22v10M37 24l-8 8M14 36h20v6H14z',
  // one thing, honed
  'post-training':
    'M10 34l18-18 5 5-18 18-7 2zM25 19l5 5M36 8v8M32 12h8M40 22v4M38 24h4M20 6v4M18 8h4',
  // a question, an answer
  inference: 'M6 10h22v14H16l-6 5v-5H6zM20 28h22v12h-4v5l-6-5H20zM11 15h12M11 19h8M25 33h12',
};

/** The life of a model as a picture: its stages in order, each with what it is and what belongs to it. */
export const LifePage = ({ library }: { library: Library }) => {
  const { labels, glossary } = library;
  return (
    <>
      <Heading>{labels('glossaryLife')}</Heading>
      <p class="g-lead">{labels('glossaryLifeLead')}</p>
      <ol class="g-life">
        {readModelLife(glossary).map(({ stage, concept, others }) => (
          <li key={stage} class="g-stage">
            <svg class="g-stage-picture" viewBox="0 0 48 48" aria-hidden="true">
              <path d={pictures[stage]} />
            </svg>
            <h3 class="g-stage-name">
              {concept ? (
                <a class="g-link" href={entryHref(concept.id)}>
                  {labels(stageKeys[stage])}
                </a>
              ) : (
                labels(stageKeys[stage])
              )}
            </h3>
            {concept && <p dir="auto">{concept.summary}</p>}
            {others.length > 0 && <ConceptLinks concepts={others} />}
          </li>
        ))}
      </ol>
    </>
  );
};
