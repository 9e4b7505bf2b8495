import { besideOf, coupledWith, otherness } from './beside.ts';
import type { PageEvidence } from './evidence.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { neighbourhood, type Place } from './neighbours.ts';
import { weighPage } from './page-votes.ts';
import { type CueHit, type CueReading, readCuesOnce } from './read-cues.ts';
import { voteOf } from './votes.ts';

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
