import type { Stage } from './entry.ts';
import type { ConceptLabel, Glossary } from './glossary.ts';
import { labelOf } from './label-of.ts';
import { stages } from './vocabulary.ts';

export type LifeStage = {
  readonly stage: Stage;
  /** The entry that is the stage itself, where there is one. */
  readonly concept?: ConceptLabel & { readonly summary: string };
  /** The other concepts that belong to the stage. */
  readonly others: readonly ConceptLabel[];
};

/** The life of a model, stage after stage, with the concepts that belong to each. */
export function readModelLife({ entries }: Glossary): readonly LifeStage[] {
  return stages.map((stage) => {
    const own = entries.find((entry) => entry.id === stage);
    const others = entries
      .filter((entry) => entry.stage === stage && entry !== own)
      .map((entry) => labelOf(entry));
    return own
      ? { stage, concept: { ...labelOf(own), summary: own.summary }, others }
      : { stage, others };
  });
}
