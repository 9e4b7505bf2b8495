import type { Citation, Claim, Source } from './entry.ts';
import type { ConceptLabel, Glossary } from './glossary.ts';
import { labelOf } from './label-of.ts';

/** Something that an entry says and that a paragraph bears out. */
export type Statement = {
  readonly concept: ConceptLabel;
  /** What the entry says: a claim, a dated event, or its summary (for what the definition rests on). */
  readonly text: string;
  readonly from: 'claim' | 'date' | 'definition';
  readonly claim?: Claim;
};

export type SourceParagraph = {
  /** Counted from 1, as citations count. */
  readonly number: number;
  /** Claims first, then dated events, then definitions; none where nothing cites the paragraph. */
  readonly statements: readonly Statement[];
};

/** A document as the knowledge draws on it: paragraph by paragraph. */
export type SourceReading = {
  readonly source: Source;
  readonly paragraphs: readonly SourceParagraph[];
  readonly claims: number;
  /** Numbers of the paragraphs that nothing cites. */
  readonly uncited: readonly number[];
};

const order = ['claim', 'date', 'definition'] as const;

/** Each document of the glossary with all that is drawn from it, in the order of the glossary's sources. */
export function readSources(glossary: Glossary): readonly SourceReading[] {
  const statements = statementsOf(glossary);
  return glossary.sources.map((source) => {
    const here = statements.filter(({ cites }) => cites.some((cite) => cite.source === source.id));
    const paragraphs = Array.from({ length: source.paragraphs }, (_, index) => ({
      number: index + 1,
      statements: here
        .filter(({ cites }) => cites.some((cite) => isAt(cite, source.id, index + 1)))
        .map(({ statement }) => statement)
        .sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from)),
    }));
    return {
      source,
      paragraphs,
      claims: here.filter(({ statement }) => statement.from === 'claim').length,
      uncited: paragraphs.flatMap((one) => (one.statements.length === 0 ? [one.number] : [])),
    };
  });
}

const isAt = (cite: Citation, source: string, paragraph: number) =>
  cite.source === source && cite.paragraph === paragraph;

function statementsOf({ entries }: Glossary) {
  return entries.flatMap((entry) => {
    const concept = labelOf(entry);
    const definition = {
      statement: { concept, text: entry.summary, from: 'definition' } satisfies Statement,
      cites: entry.basis === 'general' ? [] : entry.basis,
    };
    const claims = entry.claims.map((claim) => ({
      statement: { concept, text: claim.text, from: 'claim', claim } satisfies Statement,
      cites: claim.cites,
    }));
    const dates = entry.dates.map(({ what, cites }) => ({
      statement: { concept, text: what, from: 'date' } satisfies Statement,
      cites,
    }));
    return [...claims, ...dates, definition] satisfies readonly {
      statement: Statement;
      cites: readonly Citation[];
    }[];
  });
}
