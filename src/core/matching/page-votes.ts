import type { PageEvidence } from './evidence.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { voteOf } from './votes.ts';

/** What the whole page says of a sense, and which cues say it only once: a block that has one of these is no page. */
type PageVotes = {
  readonly pro: number;
  readonly contra: number;
  readonly once: ReadonlyMap<number, number>;
};

const pageVotes = new WeakMap<PageEvidence, Map<Sense, PageVotes>>();

type PageCues = {
  readonly byId: ReadonlyMap<number, number>;
  readonly byField: ReadonlyMap<number, readonly number[]>;
};

const pageCues = new WeakMap<PageEvidence, PageCues>();

/** The page's cues by number and by field: a sense knows a few fields of dozens. */
function pageCuesOf(lexicon: Lexicon, evidence: PageEvidence): PageCues {
  const known = pageCues.get(evidence);
  if (known !== undefined) return known;
  const byField = new Map<number, number[]>();
  for (const [id] of evidence.cues) {
    for (const field of lexicon.cues().fieldsOf(id)) {
      const same = byField.get(field);
      if (same === undefined) byField.set(field, [id]);
      else same.push(id);
    }
  }
  const cues = { byId: new Map(evidence.cues), byField };
  pageCues.set(evidence, cues);
  return cues;
}

/** The cues of the page that say something of a sense, each once, more when it is frequent; the same for all its mentions. */
function pageVotesOf(
  lexicon: Lexicon,
  { sense, evidence }: { readonly sense: Sense; readonly evidence: PageEvidence },
): PageVotes {
  const bySense = pageVotes.get(evidence) ?? new Map<Sense, PageVotes>();
  pageVotes.set(evidence, bySense);
  const known = bySense.get(sense);
  if (known !== undefined) return known;
  const own = lexicon.cues().idsOf(sense.form);
  const { byId, byField } = pageCuesOf(lexicon, evidence);
  const ids = new Set<number>();
  for (const id of sense.profile.cues.keys()) if (byId.has(id)) ids.add(id);
  for (const field of sense.profile.fields.keys()) {
    for (const id of byField.get(field) ?? []) ids.add(id);
  }
  let [pro, contra] = [0, 0];
  const once = new Map<number, number>();
  for (const id of [...ids].sort((a, b) => a - b)) {
    if (own.has(id)) continue;
    const count = byId.get(id) ?? 0;
    const vote =
      voteOf(lexicon, sense, { id, fields: lexicon.cues().fieldsOf(id) }) * pageWeight(count);
    if (vote > 0) pro += vote;
    else contra -= vote;
    if (count === 1) once.set(id, vote);
  }
  const votes = { pro, contra, once };
  bySense.set(sense, votes);
  return votes;
}

const pageWeight = (count: number): number => Math.min(2, 0.6 + count / 5);

/** The page beyond the block: what is seen only there is left out. */
export function weighPage(
  lexicon: Lexicon,
  page: {
    readonly sense: Sense;
    readonly evidence: PageEvidence;
    readonly seen: ReadonlySet<number>;
  },
): { readonly pro: number; readonly contra: number } {
  const { once, ...whole } = pageVotesOf(lexicon, page);
  let { pro, contra } = whole;
  for (const id of page.seen) {
    const vote = once.get(id) ?? 0;
    if (vote > 0) pro -= vote;
    else contra += vote;
  }
  return { pro: Math.max(0, pro), contra: Math.max(0, contra) };
}
