import { invisibleUnit, isInvisible } from '../text/invisible.ts';
import { classify, UNSPACED } from '../text/units.ts';
import { isWhole } from './borders.ts';
import { type Found, findForms } from './find-forms.ts';
import type { Forms } from './lexicon.ts';
import type { Mention } from './mention.ts';

/**
 * Where forms of the lexicon stand in a block's text: ordered, disjoint, leftmost and of those longest, whole words
 * in prose. Invisible units (soft hyphens, zero-width spaces) are nothing inside a word and may stand for a gap.
 * Total: any string, lone surrogates included. Time is linear in the text.
 */
export function detect(lexicon: Forms, text: string): readonly Mention[] {
  const found = findForms(lexicon, text);
  if (found !== undefined) return choose(wholeOnly(text, found));
  return choose([...throughInvisible(lexicon, text, ''), ...throughInvisible(lexicon, text, ' ')]);
}

const wholeOnly = (text: string, found: readonly Found[]): Found[] =>
  found.filter((span) => isWhole(text, span));

const invisibleRuns = new RegExp(`${invisibleUnit.source}+`, 'g');

/** What is found when every run of invisible units is read as `instead`, at its places in the text as it is. */
function throughInvisible(lexicon: Forms, text: string, instead: '' | ' '): Found[] {
  const read = text.replace(invisibleRuns, instead);
  const places = new Int32Array(read.length + 1);
  for (let i = 0, at = 0; i < text.length; i++) {
    const invisible = isInvisible(text.charCodeAt(i));
    if (invisible && (instead === '' || isInvisible(text.charCodeAt(i - 1)))) continue;
    places[at++] = i;
  }
  // A word does not end where it may be broken: "over&shy;token" holds no "token".
  const broken = (at: number, beyond: number): boolean =>
    isInvisible(text.charCodeAt(places[at] ?? -1)) && classify(read.charCodeAt(beyond)) > UNSPACED;
  const found = wholeOnly(read, findForms(lexicon, read) ?? []).filter(
    ({ start, end }) => !broken(start - 1, start - 2) && !broken(end, end + 1),
  );
  return found.map(({ start, end, record }) => ({
    start: places[start] ?? 0,
    end: (places[end - 1] ?? 0) + 1,
    record,
  }));
}

const before = (a: Found, b: Found): number =>
  a.start - b.start || b.end - a.end || a.record - b.record;

/** Leftmost-longest among what was found; senses of one span are brought together. */
function choose(found: Found[]): readonly Mention[] {
  // Found in nearly this order: a look is cheaper than a sort.
  if (found.some((one, at) => at > 0 && before(found[at - 1] ?? one, one) > 0)) found.sort(before);
  const mentions: { start: number; end: number; senses: number[] }[] = [];
  let last: (typeof mentions)[number] | undefined;
  for (const { start, end, record } of found) {
    if (last !== undefined && start === last.start && end === last.end) {
      if (!last.senses.includes(record)) last.senses.push(record);
    } else if (last === undefined || start >= last.end) {
      last = { start, end, senses: [record] };
      mentions.push(last);
    }
  }
  return mentions;
}
