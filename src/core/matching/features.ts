import { besideOf, coupledWith, otherness } from './beside.ts';
import type { PageEvidence } from './evidence.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { neighbourhood, type Place } from './neighbours.ts';
import { type CueHit, type CueReading, readCuesOnce } from './read-cues.ts';

/** What is known of one sense of one mention, as numbers; the weights turn it into a score. */
export type Features = {
  /** Log odds of the form's prior. */
  readonly prior: number;
  /** Cues for and against in the block, and on the rest of the page: logarithms of their summed strength. */
  readonly forNear: number;
  readonly forPage: number;
  readonly againstNear: number;
  readonly againstPage: number;
  /** 1 when a word that belongs to the sense stands directly beside, 3 in a name of its own; or one of another sense. */
  readonly beside: number;
  readonly besideNot: number;
  /** 1 when the page names the concept by a form that means nothing else. */
  readonly named: number;
  /** 1 when the form seems part of a longer name. */
  readonly otherName: number;
  /** 1 when another form of the lexicon is coupled with it that means one thing, ½ when it may mean others too. */
  readonly coupled: number;
  /** How much else on the page the form is another's: in a name, beside words of another sense, spelled out; 0 to 2. */
  readonly otherOnPage: number;
};

export type Observation = {
  readonly features: Features;
  /** Words that speak for and against, strongest first. */
  readonly pro: readonly string[];
  readonly contra: readonly string[];
};

/** How much a cue says: words that an author gave an alias, words of a field, words that fields share. */
const ownWord = 1.5;
const fieldWord = 1;
const weakWord = 0.3;

/** How much it says by its distance. */
const strength = { beside: 1.2, sentence: 1, near: 0.65, block: 0.4 } as const;
const nearWords = 40;

export function observe(
  lexicon: Lexicon,
  question: {
    readonly sense: Sense;
    readonly text: string;
    /** All that detect found in the text. */
    readonly mentions: readonly Mention[];
    readonly mention: Mention;
    readonly evidence: PageEvidence;
  },
): Observation {
  const { sense, text, mention, evidence } = question;
  const reading = readCuesOnce(lexicon.cues(), text);
  const place = neighbourhood(reading.words, { text, ...mention });
  const near = weighNear(lexicon, { sense, text, reading, place });
  const page = weighPage(lexicon, { sense, evidence, seen: near.seen });
  const beside = besideOf(sense, place);
  const others = evidence.others[sense.concept] ?? 0;
  const coupling = couplingOf(lexicon, question);
  const prior = Math.min(0.98, Math.max(0.02, sense.prior));
  return {
    features: {
      prior: Math.log(prior / (1 - prior)),
      forNear: Math.log2(1 + near.pro.sum),
      forPage: Math.log2(1 + page.pro),
      againstNear: Math.log2(1 + near.contra.sum),
      againstPage: Math.log2(1 + page.contra),
      beside: beside.pro === undefined ? 0 : beside.inOwnName ? 3 : 1,
      besideNot: (beside.contra ?? beside.standsFor) === undefined ? 0 : 1,
      named: (evidence.concepts[sense.concept] ?? 0) > 0 ? 1 : 0,
      otherName: beside.partOf === undefined ? 0 : 1,
      coupled: coupling.strength,
      otherOnPage: Math.log2(1 + Math.min(3, Math.max(0, others - otherness(beside)))),
    },
    pro: distinct([beside.pro, coupling.form, ...near.pro.words]),
    contra: distinct([beside.contra, beside.standsFor, beside.partOf, ...near.contra.words]),
  };
}

function couplingOf(
  lexicon: Lexicon,
  question: {
    readonly sense: Sense;
    readonly text: string;
    readonly mentions: readonly Mention[];
    readonly mention: Mention;
  },
): { readonly strength: number; readonly form: string | undefined } {
  const { text, sense } = question;
  let strength = 0;
  let form: string | undefined;
  for (const { start, end, senses } of coupledWith(text, question)) {
    for (const { ambiguous, isName } of senses.map(lexicon.sense)) {
      const more = ambiguous ? 0.5 : 1;
      if ((isName && sense.isName) || more <= strength) continue;
      strength = more;
      form = text.slice(start, end);
    }
  }
  return { strength, form };
}

const distinct = (words: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(words.filter((word) => word !== undefined)),
];

type Votable = { readonly id: number; readonly fields: readonly number[] };

const votesOf = new WeakMap<Sense, Map<number, number>>();

/** What a cue says of a sense; the same wherever it stands. */
function voteOf(lexicon: Lexicon, sense: Sense, cue: Votable): number {
  let votes = votesOf.get(sense);
  if (votes === undefined) {
    votes = new Map();
    votesOf.set(sense, votes);
  }
  let vote = votes.get(cue.id);
  if (vote === undefined) {
    vote = weighCue(lexicon, sense, cue);
    votes.set(cue.id, vote);
  }
  return vote;
}

/** Its own words first, then the strongest of its fields; positive for, negative against. */
function weighCue(lexicon: Lexicon, { profile }: Sense, cue: Votable): number {
  const own = profile.cues.get(cue.id);
  if (own !== undefined) return own * ownWord;
  const { fieldNames } = lexicon.cues();
  let vote = 0;
  for (const field of cue.fields) {
    const sign = profile.fields.get(field);
    if (sign === undefined) continue;
    const value = sign * (fieldNames[field]?.endsWith('-weak') ? weakWord : fieldWord);
    // A word of a field that speaks for and of one that speaks against says nothing.
    if (vote !== 0 && Math.sign(vote) !== sign) return 0;
    if (Math.abs(value) > Math.abs(vote)) vote = value;
  }
  return vote;
}

type Side = { readonly sum: number; readonly words: readonly string[] };

function weighNear(
  lexicon: Lexicon,
  block: {
    readonly sense: Sense;
    readonly text: string;
    readonly reading: CueReading;
    readonly place: Place;
  },
): { readonly pro: Side; readonly contra: Side; readonly seen: ReadonlySet<number> } {
  const { sense, text, reading, place } = block;
  const votes = new Map<number, NearVote>();
  const seen = new Set<number>();
  const { words } = reading;
  for (const hit of reading.hits) {
    const { cue, word, length } = hit;
    const base = voteOf(lexicon, sense, cue);
    if (base === 0) continue;
    const first = words[word];
    if (first === undefined || place.isOwn(word, length)) continue;
    seen.add(cue.id);
    const distance = place.distance(word, length);
    const share =
      first.sentence === place.sentence
        ? distance <= 2
          ? strength.beside
          : strength.sentence
        : distance <= nearWords
          ? strength.near
          : strength.block;
    const vote = base * share;
    if (Math.abs(votes.get(cue.id)?.vote ?? 0) < Math.abs(vote)) votes.set(cue.id, { vote, hit });
  }
  const all = [...votes.values()];
  const written = ({ word, length }: CueHit): string =>
    text.slice(words[word]?.start, words[word + length - 1]?.end);
  return { pro: sideOf(all, 1, written), contra: sideOf(all, -1, written), seen };
}

type NearVote = { readonly vote: number; readonly hit: CueHit };

function sideOf(votes: readonly NearVote[], sign: number, written: (hit: CueHit) => string): Side {
  const mine = votes.filter(({ vote }) => vote * sign > 0);
  mine.sort((a, b) => Math.abs(b.vote) - Math.abs(a.vote));
  const words = [...new Set(mine.map(({ hit }) => written(hit)))];
  return { sum: mine.reduce((sum, { vote }) => sum + Math.abs(vote), 0), words };
}

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
function weighPage(
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
