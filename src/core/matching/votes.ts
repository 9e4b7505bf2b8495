import type { Lexicon, Sense } from './lexicon.ts';

/** How much a cue says: words that an author gave an alias, words of a field, words that fields share. */
const ownWord = 1.5;
const fieldWord = 1;
const weakWord = 0.3;

type Votable = { readonly id: number; readonly fields: readonly number[] };

const votesOf = new WeakMap<Sense, Map<number, number>>();

/** What a cue says of a sense; the same wherever it stands. */
export function voteOf(lexicon: Lexicon, sense: Sense, cue: Votable): number {
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

/** Its own words first, then the weakest of its fields; positive for, negative against. */
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
    if (vote === 0 || Math.abs(value) < Math.abs(vote)) vote = value;
  }
  return vote;
}
