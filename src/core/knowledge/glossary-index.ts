import type { ConceptId, Entry } from './entry.ts';
import { rankEvents } from './event-order.ts';
import type { EntryReading, Glossary } from './glossary.ts';
import { entriesById, labelOf } from './label-of.ts';

/** What a glossary holds, by what it is asked for. */
export type GlossaryIndex = {
  readonly byId: ReadonlyMap<ConceptId, Entry>;
  /** Entry → relations that others say they have to it, as they say them. */
  readonly incoming: ReadonlyMap<
    ConceptId,
    readonly { readonly kind: string; readonly from: Entry }[]
  >;
  /** `entry#claim` → the claims that dispute it or that it disputes, likewise. */
  readonly disputes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Entries with a place in the life of a model. */
  readonly staged: readonly Entry[];
  /** Every dated event, in order; `here` is false. */
  readonly timeline: EntryReading['timeline'];
};

const indexes = new WeakMap<Glossary, GlossaryIndex>();

/** The index of a glossary: made once, when it is first asked for, since a glossary never changes. */
export function indexOf(glossary: Glossary): GlossaryIndex {
  const known = indexes.get(glossary);
  if (known) return known;
  const index = {
    byId: entriesById(glossary),
    incoming: readIncoming(glossary.entries),
    disputes: readDisputes(glossary.entries),
    staged: glossary.entries.filter(({ stage }) => stage !== undefined),
    timeline: readTimeline(glossary.entries),
  };
  indexes.set(glossary, index);
  return index;
}

function readIncoming(entries: readonly Entry[]): GlossaryIndex['incoming'] {
  const incoming = new Map<ConceptId, { kind: string; from: Entry }[]>();
  for (const from of entries) {
    for (const { kind, to } of from.related) {
      const others = incoming.get(to);
      if (others) others.push({ kind, from });
      else incoming.set(to, [{ kind, from }]);
    }
  }
  return incoming;
}

function readDisputes(entries: readonly Entry[]): GlossaryIndex['disputes'] {
  const disputes = new Map<string, Set<string>>();
  const link = (one: string, other: string) =>
    disputes.set(one, (disputes.get(one) ?? new Set()).add(other));
  for (const { id, claims } of entries) {
    for (const claim of claims) {
      for (const reference of claim.disputes ?? []) {
        const one = `${id}#${claim.id}`;
        const other = reference.includes('#') ? reference : `${id}#${reference}`;
        link(one, other);
        link(other, one);
      }
    }
  }
  return disputes;
}

/** A month stands before its days and a year before its months; what has one date, by what comes after what. */
function readTimeline(entries: readonly Entry[]): GlossaryIndex['timeline'] {
  const dated = entries.flatMap((entry) =>
    entry.dates.map((one) => ({ ...one, concept: labelOf(entry), here: false })),
  );
  const rank = rankEvents(entries);
  return dated.sort((a, b) =>
    a.date === b.date ? rank(a.concept.id) - rank(b.concept.id) : a.date < b.date ? -1 : 1,
  );
}
