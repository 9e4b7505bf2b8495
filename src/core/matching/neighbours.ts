import type { Span } from '../text/span.ts';
import { firstPhrase, type Phrases } from './phrases.ts';
import { agrees, type Word } from './read-cues.ts';
import { spelledOut } from './spelled-out.ts';

/** Where a mention stands among the words of its block. */
export type Place = {
  readonly sentence: number;
  /** Words between the mention and the words from `word`; 0 when they touch. */
  readonly distance: (word: number, length: number) => number;
  /** Whether these words are the mention's, or the same words elsewhere: no evidence for themselves. */
  readonly isOwn: (word: number, length: number) => boolean;
  /**
   * The first of these phrases that stands directly before, or after; `undefined` when none does. Directly before is also
   * who owns it, in the same sentence.
   */
  readonly follows: (phrases: Phrases) => string | undefined;
  readonly precedes: (phrases: Phrases) => string | undefined;
  /** The neighbour with which the mention seems to make a longer name. */
  readonly longerName: () => string | undefined;
  /** What the text says that the mention, an acronym, stands for. */
  readonly spelledOut: () => string | undefined;
};

/** Where in ordered words the first is that ends after `at`. */
function firstEndingAfter(words: readonly Word[], at: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words that begin sentences with a capital, and titles of persons; neither makes a longer name. */
const noName = new Set(
  `a an the and but or so yet for nor as at by in of on to from with without if when while where why how what who which
  this that these those its his her their our your my it he she they we you i is are was were will would can could may
  might must should do does did has have had not no also even both like unlike though although because since until
  after before during then now here there today yesterday earlier later meanwhile however instead still just only
  according per via about against between among beyond despite compared versus vs mr ms dr ceo chief executive founder
  president chair monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december new first last next says said full latest original small smaller smallest
  old older big bigger biggest good best great more most less many some all any every each
  selon le la les l un une des du de dans pour chez et mais avec wie laut der die das den dem ein eine und aber nach von
  bei im mit für auch según el los las una y en con para pero como il lo gli per secondo o os da do na no segundo`.split(
    /\s+/,
  ),
);

const isCapitalised = ({ written }: Word): boolean => {
  const unit = written.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(written);
};

const remembered = new WeakMap<readonly Word[], Map<number, Place>>();

/** The place of a mention among words; the same for all its senses, and for the page's evidence. */
export function neighbourhood(
  words: readonly Word[],
  mention: Span & { readonly text: string },
): Place {
  const places = remembered.get(words) ?? new Map<number, Place>();
  remembered.set(words, places);
  // Mentions are disjoint: where one starts says which it is.
  const place = places.get(mention.start) ?? placeOf(words, mention);
  places.set(mention.start, place);
  return place;
}

function placeOf(words: readonly Word[], mention: Span & { readonly text: string }): Place {
  const { text, start, end } = mention;
  const first = firstEndingAfter(words, start);
  let last = first;
  while ((words[last]?.end ?? end) < end) last++;
  const isStemOwn = (stem: string | undefined): boolean => {
    for (let at = first; at <= last; at++) if (words[at]?.stem === stem) return true;
    return false;
  };
  const before = words[first - 1];
  const after = words[last + 1];
  const possessive =
    /['’]/.test(text.charAt(end)) && /^['’]s(?!\p{L})/u.test(text.slice(end, end + 3));
  const joined = (from: number, to: number): boolean =>
    /^[ \u00a0\u2010\u2011'’-]*$/u.test(text.slice(from, to));
  const asWritten = (from: number, { length }: readonly string[]): string =>
    text.slice(words[from]?.start, words[from + length - 1]?.end);
  return {
    sentence: words[first]?.sentence ?? 0,
    distance: (word, length) => Math.max(0, word > last ? word - last - 1 : first - word - length),
    isOwn: (word, length) => {
      if (word <= last && word + length > first) return true;
      for (let at = word; at < word + length; at++) if (!isStemOwn(words[at]?.stem)) return false;
      return true;
    },
    follows: (phrases) => {
      const hit = firstPhrase(phrases, before, (phrase) =>
        phrase.every((wanted, i) => agrees(words[first - phrase.length + i], wanted)),
      );
      if (before === undefined || !closeTo(text, before.end, start)) return undefined;
      return hit === undefined ? ownerAmong(phrases) : asWritten(first - hit.length, hit);
    },
    precedes: (phrases) => {
      const hit = firstPhrase(
        phrases,
        after,
        (phrase) =>
          // After a possessive, what is possessed: "Bloomberg's campaign".
          (!possessive || (phrase[0] === 's' && phrase.length > 1)) &&
          phrase.every((wanted, i) => agrees(words[last + 1 + i], wanted)),
      );
      if (hit === undefined || after === undefined) return undefined;
      // "Blackwell, Oklahoma", "Bloomberg, who": a comma parts words, not a name from its place or from its clause.
      const ofName = (hit[0] ?? '').startsWith('=') || relative.test(after.written);
      const comma = ofName && text.charAt(end) === ',';
      return closeTo(text, comma ? end + 1 : end, after.start)
        ? asWritten(last + 1, hit)
        : undefined;
    },
    spelledOut: () => {
      const span = spelledOut(words, { ...mention, first, last });
      return span && text.slice(span.start, span.end);
    },
    longerName: () => {
      const name = nameBeside();
      return name === undefined || isTitleCase(words, first) ? undefined : name;
    },
  };

  /** "DeepSeek put its R1 on the web": whose it is stands earlier in the sentence, and says as much as beside it. */
  function ownerAmong(phrases: Phrases): string | undefined {
    const its = owned.test(before?.written ?? '') ? first - 1 : first - 2;
    if (!owned.test(words[its]?.written ?? '')) return undefined;
    for (let at = its - 1; at >= its - ownerWithin; at--) {
      const word = words[at];
      if (word === undefined || word.sentence !== before?.sentence) return undefined;
      if (!isCapitalised(word) || noName.has(word.written.toLowerCase())) continue;
      const hit = firstPhrase(phrases, word, (phrase) => phrase.length === 1);
      if (hit !== undefined) return word.written;
    }
    return undefined;
  }

  function nameBeside(): string | undefined {
    if (before !== undefined && isPartOfName(before) && joined(before.end, start)) {
      return before.written;
    }
    if (
      before !== undefined &&
      isInitial(before) &&
      /^\.\s*$/u.test(text.slice(before.end, start))
    ) {
      return `${before.written}.`;
    }
    if (!possessive && after !== undefined && isPartOfName(after) && joined(end, after.start)) {
      return after.written;
    }
    return undefined;
  }
}

/** At most one word stands between it and the mention ("its new R1"), and so many before it are asked for the owner. */
const owned = /^(?:its|their)$/;
const ownerWithin = 14;

/** Nothing but gaps, quotes and brackets between: no full stop, no comma. */
const closeTo = (text: string, from: number, to: number): boolean =>
  /^[\s'’"“”‘()[\]*_/-]*$/u.test(text.slice(from, to));

const relative = /^who(?:se)?$/;

const isInitial = ({ written }: Word): boolean => /^\p{Lu}$/u.test(written);

function isPartOfName(word: Word): boolean {
  return (
    isCapitalised(word) &&
    !/^\p{Lu}{2,}$/u.test(word.written) &&
    !noName.has(word.written.toLowerCase())
  );
}

/** In a headline every word has a capital, and a capital says nothing. */
function isTitleCase(words: readonly Word[], at: number): boolean {
  const sentence = words[at]?.sentence;
  let capitals = 0;
  let longer = 0;
  for (let i = Math.max(0, at - 15); i < Math.min(words.length, at + 15); i++) {
    const word = words[i];
    if (word === undefined || word.sentence !== sentence || word.written.length < 4) continue;
    longer++;
    if (isCapitalised(word)) capitals++;
  }
  return longer >= 4 && capitals / longer > 0.75;
}
