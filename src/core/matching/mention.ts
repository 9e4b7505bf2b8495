import type { ConceptId } from '../knowledge/entry.ts';
import type { Span } from '../text/span.ts';

/** A place where a form of the lexicon stands, before anyone decided what it means. */
export type Mention = Span & {
  /** What the form may mean: numbers that `lexicon.sense` explains. */
  readonly senses: readonly number[];
};

/** Why a mention was linked or refused: the rule that decided, and the words that it saw. */
export type Reason = {
  /** Name of the deciding rule, e.g. `unambiguous`, `words-near`, `too-little-evidence`, `reader-said-never`. */
  readonly rule: string;
  /** Words of the text or labels of the page that spoke for the decision, strongest first. */
  readonly cues: readonly string[];
  readonly score: number;
  readonly threshold: number;
};

export type Resolution =
  | { readonly status: 'linked'; readonly concept: ConceptId; readonly reason: Reason }
  | { readonly status: 'nil'; readonly reason: Reason };

/** A mention that was linked to a concept. */
export type Annotation = Span & {
  readonly surface: string;
  readonly concept: ConceptId;
  readonly reason: Reason;
};

/** A reader's word on what a form means; `site` is a host, or host and path of one page, absent when it holds everywhere. */
export type Correction = {
  readonly form: string;
  readonly concept: ConceptId;
  readonly verdict: 'never' | 'always';
  readonly site?: string;
};
