import type { Claim, ConceptId, Entry, Source } from './entry.ts';
import type { Dispute, EntryReading, Glossary } from './glossary.ts';
import { type GlossaryIndex, indexOf } from './glossary-index.ts';
import { labelOf } from './label-of.ts';
import { inverseOf, stages } from './vocabulary.ts';

/**
 * An entry with all that stands around it in the glossary, or undefined where no entry has the id.
 * References to entries that the glossary does not hold are left out.
 */
export function readEntry(glossary: Glossary, id: ConceptId): EntryReading | undefined {
  const index = indexOf(glossary);
  const entry = index.byId.get(id);
  if (!entry) return undefined;
  const disputes = readDisputes(entry, index);
  const timeline =
    entry.dates.length === 0
      ? []
      : index.timeline.map((one) => ({ ...one, here: one.concept.id === id }));
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
    speakers: readSpeakers(claims, index),
    related: readRelated(entry, index),
    disputes,
    stages: entry.stage === undefined ? [] : readStages(entry, index),
    timeline,
    asOf: latest(claims, sources),
  };
}

function readSpeakers(claims: readonly Claim[], { byId }: GlossaryIndex): EntryReading['speakers'] {
  const pairs = claims.flatMap(({ speaker }) => {
    const entry = speaker === undefined ? undefined : byId.get(speaker);
    return entry ? [[entry.id, entry.prefLabel] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Own relations in the author's order, then what others say of this entry, read backwards. */
function readRelated(entry: Entry, { byId, incoming }: GlossaryIndex): EntryReading['related'] {
  const own = entry.related.flatMap(({ kind, to }) => {
    const other = byId.get(to);
    return other ? [{ kind, concept: labelOf(other) }] : [];
  });
  const backwards = (incoming.get(entry.id) ?? []).map(({ kind, from }) => ({
    kind: inverseOf.get(kind) ?? 'related to',
    concept: labelOf(from),
  }));
  const seen = new Set<string>();
  return [...own, ...backwards].filter(({ kind, concept }) => {
    const key = `${kind} ${concept.id}`;
    return !seen.has(key) && seen.add(key);
  });
}

function readDisputes(entry: Entry, { byId, disputes }: GlossaryIndex): readonly Dispute[] {
  return entry.claims.flatMap((claim) => {
    const against = [...(disputes.get(`${entry.id}#${claim.id}`) ?? [])].flatMap((key) => {
      const [concept = '', id] = key.split('#');
      const other = byId.get(concept);
      const found = other?.claims.find((one) => one.id === id);
      return other && found ? [{ concept: labelOf(other), claim: found }] : [];
    });
    return against.length > 0 ? [{ claim, against }] : [];
  });
}

/** The entry that is the stage itself: the one named after it, else the first that stands there. */
function readStages(entry: Entry, { staged }: GlossaryIndex): EntryReading['stages'] {
  return stages.map((stage) => {
    const holders = staged.filter((one) => one.stage === stage);
    const holder = holders.find((one) => one.id === stage) ?? holders[0];
    const here = entry.stage === stage;
    return holder ? { stage, concept: labelOf(holder), here } : { stage, here };
  });
}

function latest(claims: readonly Claim[], sources: readonly Source[]): string {
  const dates = [...claims.map(({ asOf }) => asOf), ...sources.map(({ published }) => published)];
  return dates.reduce((newest, date) => (date > newest ? date : newest), '');
}
