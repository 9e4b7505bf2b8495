import type { Claim, ConceptId, Dated, Entry, Kind, Source, Stage } from './entry.ts';

/** Everything we say, for reading: what compile makes of Entry[] and Source[]. Plain JSON. */
export type Glossary = {
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
};

/** How a concept is named where another entry refers to it. */
export type ConceptLabel = { readonly id: ConceptId; readonly label: string; readonly kind: Kind };

/** A claim of another entry that a claim disputes, or is disputed by. */
export type Dispute = {
  readonly claim: Claim;
  readonly against: readonly { readonly concept: ConceptLabel; readonly claim: Claim }[];
};

/** An entry with all that a reader needs beside it, so that a card can be drawn from this value alone. */
export type EntryReading = {
  readonly entry: Entry;
  /** Sources cited anywhere in the reading, by id. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Labels of speakers that are concepts, by id. */
  readonly speakers: Readonly<Record<ConceptId, string>>;
  /** Relations in both directions: `kind` is as read from this entry ("made by" or "makes"). */
  readonly related: readonly { readonly kind: string; readonly concept: ConceptLabel }[];
  /** Claims that other claims (here or elsewhere) say otherwise. */
  readonly disputes: readonly Dispute[];
  /** The life of a model, in order, when the concept has a place in it; `concept` is absent where no entry holds the stage. */
  readonly stages: readonly {
    readonly stage: Stage;
    readonly concept?: ConceptLabel;
    readonly here: boolean;
  }[];
  /** The dated events around this one, in order, when the entry has dates. */
  readonly timeline: readonly (Dated & {
    readonly concept: ConceptLabel;
    readonly here: boolean;
  })[];
  /** The latest `asOf` or publication date among what is cited: how old this knowledge is. */
  readonly asOf: string;
};
