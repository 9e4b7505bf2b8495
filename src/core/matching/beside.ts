import type { Span } from '../text/span.ts';
import type { Sense } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Place } from './neighbours.ts';

/** What stands directly beside a mention: a word that belongs to the sense, to another, or makes a longer name. */
export type Beside = {
  readonly pro: string | undefined;
  readonly contra: string | undefined;
  readonly partOf: string | undefined;
  /** What an acronym is said to stand for, in words that do not belong to the sense. */
  readonly standsFor: string | undefined;
  /** Whether it makes a name with the word after it, as its author wrote it: "Bloomberg News", "Blackwell Ultra". */
  readonly inOwnName: boolean;
};

const remembered = new WeakMap<Place, Map<Sense, Beside>>();

/** What stands beside a mention for one sense; asked for the page's evidence and again for the decision. */
export function besideOf(sense: Sense, place: Place): Beside {
  const bySense = remembered.get(place) ?? new Map<Sense, Beside>();
  remembered.set(place, bySense);
  const beside = bySense.get(sense) ?? lookBeside(sense, place);
  bySense.set(sense, beside);
  return beside;
}

function lookBeside({ profile, isName }: Sense, place: Place): Beside {
  const before = place.follows(profile.before);
  const after = place.precedes(profile.after);
  const pro = before ?? after;
  return {
    pro,
    inOwnName: isName && after !== undefined && /^\p{Lu}/u.test(after),
    contra:
      unlessLonger(before, place.follows(profile.notBefore)) ??
      unlessLonger(after, place.precedes(profile.notAfter)),
    standsFor: pro === undefined ? place.spelledOut() : undefined,
    partOf: isName && pro === undefined ? place.longerName() : undefined,
  };
}

/**
 * Of two phrases on one side of a mention the longer holds the shorter and knows more: "to compute" is a verb, "access
 * to compute" is none.
 */
const unlessLonger = (pro: string | undefined, contra: string | undefined): string | undefined =>
  (pro?.length ?? 0) > (contra?.length ?? 0) ? undefined : contra;

/** How much a mention says that the page knows of another sense: nothing, something, or that it stands for it. */
export function otherness({ contra, partOf, standsFor }: Beside): number {
  if (standsFor !== undefined) return 3;
  return contra === undefined && partOf === undefined ? 0 : 1;
}

/** Where in ordered mentions the first is that begins at `start` or later. */
function firstFrom(mentions: readonly Mention[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.start ?? 0) >= start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A space or a hyphen, or what lists are made with. */
const link = /^(?:[ \u00a0-]|[,;]? (?:and|or|&) |, | ?\/ ?| ?\+ ?)$/;
const longestLink = 6;

/**
 * The mentions that a mention is coupled with, as one compound ("inference tokens") or in a list ("chips and
 * compute"): forms that the lexicon holds keep each other company.
 */
export function coupledWith(
  text: string,
  { mentions, mention }: { readonly mentions: readonly Mention[]; readonly mention: Span },
): readonly Mention[] {
  const at = firstFrom(mentions, mention.start);
  const [before, after] = [mentions[at - 1], mentions[at + 1]];
  const isLinked = (from: number, to: number): boolean =>
    to - from <= longestLink && link.test(text.slice(from, to));
  const coupled: Mention[] = [];
  if (before !== undefined && isLinked(before.end, mention.start)) coupled.push(before);
  if (after !== undefined && isLinked(mention.end, after.start)) coupled.push(after);
  return coupled;
}
