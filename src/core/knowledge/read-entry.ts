import type { Claim, ConceptId, Entry, Source } from './entry.ts';
import type { ConceptLabel, Dispute, EntryReading, Glossary } from './glossary.ts';
import { inverseOf, stages } from './vocabulary.ts';

/**
 * An entry with all that stands around it in the glossary, or undefined where no entry has the id.
 * References to entries that the glossary does not hold are left out.
 */
export function readEntry(glossary: Glossary, id: ConceptId): EntryReading | undefined {
  const entry = glossary.entries.find((one) => one.id === id);
  if (!entry) return undefined;
  const byId = new Map(glossary.entries.map((one) => [one.id, one]));
  const disputes = readDisputes(entry, glossary, byId);
  const timeline = entry.dates.length > 0 ? readTimeline(entry, glossary) : [];
  const claims = [...entry.claims, ...disputes.flatMap((one) => one.against.map((a) => a.claim))];
  const cites = [
    ...(entry.basis === 'general' ? [] : entry.basis),
    ...claims.flatMap((claim) => claim.cites),
    ...timeline.flatMap((dated) => dated.cites),
  ];
  const cited = new Set(cites.map(({ source }) => source));
  const sources = glossary.sources.filter((source) => cited.has(source.id));

  return {
    entry,
    sources: Object.fromEntries(sources.map((source) => [source.id, source])),
    speakers: readSpeakers(claims, byId),
    related: readRelated(entry, glossary, byId),
    disputes,
    stages: entry.stage === undefined ? [] : readStages(entry, glossary),
    timeline,
    asOf: latest(claims, sources),
  };
}

const label = ({ id, prefLabel, kind }: Entry): ConceptLabel => ({ id, label: prefLabel, kind });

type ById = ReadonlyMap<ConceptId, Entry>;

function readSpeakers(claims: readonly Claim[], byId: ById): EntryReading['speakers'] {
  const pairs = claims.flatMap(({ speaker }) => {
    const entry = speaker === undefined ? undefined : byId.get(speaker);
    return entry ? [[entry.id, entry.prefLabel] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Own relations in the author's order, then what others say of this entry, read backwards. */
function readRelated(entry: Entry, glossary: Glossary, byId: ById): EntryReading['related'] {
  const own = entry.related.flatMap(({ kind, to }) => {
    const other = byId.get(to);
    return other ? [{ kind, concept: label(other) }] : [];
  });
  const incoming = glossary.entries.flatMap((other) =>
    other.related
      .filter(({ to }) => to === entry.id)
      .map(({ kind }) => ({ kind: inverseOf.get(kind) ?? 'related to', concept: label(other) })),
  );
  const seen = new Set<string>();
  return [...own, ...incoming].filter(({ kind, concept }) => {
    const key = `${kind} ${concept.id}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `claim-id` of this entry or `entry-id#claim-id` → both ids. */
function claimKey(reference: string, entry: Entry): string {
  return reference.includes('#') ? reference : `${entry.id}#${reference}`;
}

function readDisputes(entry: Entry, glossary: Glossary, byId: ById): readonly Dispute[] {
  const against = new Map<string, Set<string>>();
  const link = (one: string, other: string) =>
    against.set(one, (against.get(one) ?? new Set()).add(other));
  for (const other of glossary.entries) {
    for (const claim of other.claims) {
      for (const reference of claim.disputes ?? []) {
        const [one, two] = [`${other.id}#${claim.id}`, claimKey(reference, other)];
        link(one, two);
        link(two, one);
      }
    }
  }
  return entry.claims.flatMap((claim) => {
    const others = [...(against.get(`${entry.id}#${claim.id}`) ?? [])].flatMap((key) => {
      const [concept = '', id] = key.split('#');
      const other = byId.get(concept);
      const found = other?.claims.find((one) => one.id === id);
      return other && found ? [{ concept: label(other), claim: found }] : [];
    });
    return others.length > 0 ? [{ claim, against: others }] : [];
  });
}

/** The entry that is the stage itself: the one named after it, else the first that stands there. */
function readStages(entry: Entry, glossary: Glossary): EntryReading['stages'] {
  return stages.map((stage) => {
    const holders = glossary.entries.filter((one) => one.stage === stage);
    const holder = holders.find((one) => one.id === stage) ?? holders[0];
    const here = entry.stage === stage;
    return holder ? { stage, concept: label(holder), here } : { stage, here };
  });
}

/** A month sorts before its days and a year before its months: what is less exact comes first. */
function readTimeline(entry: Entry, glossary: Glossary): EntryReading['timeline'] {
  return glossary.entries
    .flatMap((one) =>
      one.dates.map((dated) => ({ ...dated, concept: label(one), here: one.id === entry.id })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function latest(claims: readonly Claim[], sources: readonly Source[]): string {
  const dates = [...claims.map(({ asOf }) => asOf), ...sources.map(({ published }) => published)];
  return dates.reduce((newest, date) => (date > newest ? date : newest), '');
}
