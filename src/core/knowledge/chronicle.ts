import type { Citation, Claim, Dated } from './entry.ts';
import { rankEvents } from './event-order.ts';
import type { ConceptLabel, Glossary } from './glossary.ts';
import { entriesById, labelOf } from './label-of.ts';

/** Something that happened, under every concept that tells of it. */
export type ChronicleEvent = Pick<Dated, 'date' | 'what'> & {
  readonly concepts: readonly ConceptLabel[];
  readonly cites: readonly Citation[];
};

/** Something that somebody said. `speaker` is a concept where there is an entry, else a name. */
export type Saying = {
  readonly concept: ConceptLabel;
  readonly claim: Claim;
  readonly speaker: ConceptLabel | string;
};

/** All that belongs to one date, which may be a year, a month or a day. */
export type ChronicleDate = {
  readonly date: string;
  readonly events: readonly ChronicleEvent[];
  readonly sayings: readonly Saying[];
};

/**
 * What happened and who said what when, earliest first. What is known to the month stands before the days of that month.
 * A saying stands at the date that its claim holds for; a claim without a speaker is nobody's saying.
 */
export function readChronicle(glossary: Glossary): readonly ChronicleDate[] {
  const byId = entriesById(glossary);
  const rank = rankEvents(glossary.entries);
  const rankOf = ({ concepts }: ChronicleEvent) => Math.max(...concepts.map(({ id }) => rank(id)));
  const dates = new Map<string, { events: Map<string, ChronicleEvent>; sayings: Saying[] }>();
  const at = (date: string) => {
    const known = dates.get(date);
    if (known) return known;
    const fresh = { events: new Map<string, ChronicleEvent>(), sayings: [] as Saying[] };
    dates.set(date, fresh);
    return fresh;
  };
  for (const entry of glossary.entries) {
    const concept = labelOf(entry);
    for (const { date, what, cites } of entry.dates) {
      const { events } = at(date);
      const same = events.get(what);
      events.set(what, {
        date,
        what,
        concepts: [...(same?.concepts ?? []), concept],
        cites: mergeCites(same?.cites ?? [], cites),
      });
    }
    for (const claim of entry.claims) {
      if (claim.speaker === undefined) continue;
      const known = byId.get(claim.speaker);
      at(claim.asOf).sayings.push({
        concept,
        claim,
        speaker: known ? labelOf(known) : claim.speaker,
      });
    }
  }
  return [...dates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { events, sayings }]) => ({
      date,
      events: [...events.values()].sort((a, b) => rankOf(a) - rankOf(b)),
      sayings,
    }));
}

function mergeCites(known: readonly Citation[], more: readonly Citation[]): readonly Citation[] {
  const isNew = (cite: Citation) =>
    !known.some((one) => one.source === cite.source && one.paragraph === cite.paragraph);
  return [...known, ...more.filter(isNew)];
}
