import Fuse from 'fuse.js';
import type { Span } from '../text/span.ts';
import type { ConceptId, Entry, Kind } from './entry.ts';
import { slipsToPrefix } from './search-distance.ts';
import { fold, squash, squashWithMap } from './search-fold.ts';

/** What search needs of an entry. A Glossary's entries are such; so are a pack's short rows. */
export type Searchable = Pick<Entry, 'id' | 'kind' | 'prefLabel' | 'summary' | 'definition'> & {
  readonly aliases: readonly { readonly form: string }[];
};

/** How an entry was found, best first. */
export const searchWays = [
  'label',
  'alias',
  'label-start',
  'alias-start',
  'words',
  'inside',
  'slips',
  'meaning',
] as const;
export type SearchWay = (typeof searchWays)[number];

export type Marked = { readonly text: string; readonly marks: readonly Span[] };

export type SearchResult = {
  readonly id: ConceptId;
  readonly kind: Kind;
  readonly way: SearchWay;
  /** The label, with the letters that were typed (spans in UTF-16, of `text`). */
  readonly label: Marked;
  /** The alias that was meant, where it was not the label. */
  readonly alias?: Marked;
  readonly summary: Marked;
};

export type Search = (query: string, most?: number) => readonly SearchResult[];

type Name = { readonly entry: number; readonly text: string; readonly isLabel: boolean };

type Hit = {
  readonly entry: number;
  readonly way: SearchWay;
  /** Less is better, within a way. */
  readonly cost: number;
  readonly name?: Name;
};

/** Words that carry no meaning in a question. */
const emptyWords = new Set(
  'a an and are about as at by can do does for from how in is it its of on or that the their this to was what when where which who whom whose why will with'.split(
    ' ',
  ),
);

/**
 * Search over entries: exact labels and aliases first, then beginnings, then words, parts, slips of typing, and last the
 * words of summary and definition. What is not surely meant is left out, so a nonsense query finds nothing.
 *
 * Names and definitions stand folded in two long strings that `indexOf` runs through: nothing to build but the folding, and
 * a query over 10,000 entries costs a few milliseconds. Fuse.js ranks what typing slips may have meant.
 *
 * @example createSearch(glossary)('depseek')[0]?.id // 'deepseek'
 */
export function createSearch({ entries }: { readonly entries: readonly Searchable[] }): Search {
  const names: Name[] = entries.flatMap((entry, index) => [
    { entry: index, text: entry.prefLabel, isLabel: true },
    ...entry.aliases.map(({ form }) => ({ entry: index, text: form, isLabel: false })),
  ]);
  const spaced = createHaystack(names.map(({ text }) => fold(text)));
  const squashed = createHaystack(names.map(({ text }) => squash(text)));
  let meanings: Haystack | undefined;

  const search: Search = (query, most = 20) => {
    const words = fold(query.slice(0, 200)).split(' ').filter(Boolean).slice(0, 12);
    const typed = words.join('');
    if (typed === '') return [];
    const telling = words.filter((word) => !emptyWords.has(word));
    const hits = new Map<number, Hit>();
    const add = (hit: Hit) => {
      const known = hits.get(hit.entry);
      if (!known || compareHits(hit, known) < 0) hits.set(hit.entry, hit);
    };
    for (const hit of namesHit(typed, words)) add(hit);
    if (telling.length > 0 && telling.length < words.length)
      for (const hit of namesHit(telling.join(''), telling)) add({ ...hit, cost: hit.cost + 5 });
    if (hits.size < most && typed.length >= 4) {
      for (const hit of slipsHit(typed)) add(hit);
      if (telling.length > 0 && telling.length < words.length)
        for (const hit of slipsHit(telling.join(''))) add(hit);
    }
    if (hits.size < most && telling.length > 0) for (const hit of meaningsHit(telling)) add(hit);
    return [...hits.values()]
      .sort((a, b) => compareHits(a, b) || labelOf(a).length - labelOf(b).length)
      .slice(0, most)
      .map((hit) => present(hit, typed, telling));
  };

  /** Whole names, beginnings, words in any order, and parts. */
  function namesHit(typed: string, words: readonly string[]): Hit[] {
    const hits: Hit[] = [];
    const push = (index: number, whole: SearchWay, cost: number) => {
      const name = names[index];
      if (name) hits.push({ entry: name.entry, way: whole, cost, name });
    };
    for (const index of squashed.starting(typed)) {
      const { isLabel = false, text = '' } = names[index] ?? {};
      const rest = squash(text).length - typed.length;
      if (rest === 0) push(index, isLabel ? 'label' : 'alias', 0);
      else push(index, isLabel ? 'label-start' : 'alias-start', rest);
    }
    const rarest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
    for (const index of spaced.wordsStarting(rarest)) {
      const parts = fold(names[index]?.text ?? '').split(' ');
      const found = words.every((word) => parts.some((part) => part.startsWith(word)));
      if (found)
        push(
          index,
          'words',
          parts.join('').length - typed.length + (names[index]?.isLabel ? 0 : 1),
        );
    }
    if (typed.length >= 3)
      for (const index of squashed.holding(typed))
        push(index, 'inside', squash(names[index]?.text ?? '').length - typed.length);
    return hits;
  }

  /** Names that a few slips of typing away begin as typed; at any of their words. */
  function slipsHit(typed: string): Hit[] {
    const most = slipsAllowed(typed.length);
    if (most === 0) return [];
    const candidates: { readonly name: Name; readonly slips: number; readonly label: string }[] =
      [];
    const seen = new Set<number>();
    for (const piece of piecesOf(typed, most + 1)) {
      for (const index of squashed.holding(piece)) {
        if (seen.has(index)) continue;
        seen.add(index);
        const name = names[index];
        if (!name) continue;
        const slips = fewestSlips(typed, fold(name.text), most);
        if (slips <= most) candidates.push({ name, slips, label: squash(name.text) });
      }
    }
    const fuse = new Fuse(candidates, {
      keys: ['label'],
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.6,
    });
    const scores = new Map(
      fuse.search(typed.slice(0, 32)).map(({ refIndex, score = 1 }) => [refIndex, score]),
    );
    return candidates.map(({ name, slips, label }, index) => ({
      entry: name.entry,
      way: 'slips' as const,
      cost:
        slips * 100 +
        Math.abs(label.length - typed.length) +
        (scores.get(index) ?? 1) +
        (name.isLabel ? 0 : 0.5),
      name,
    }));
  }

  /** Entries whose names, summary and definition hold most of what the words say, rare words counting more. */
  function meaningsHit(words: readonly string[]): Hit[] {
    meanings ??= createHaystack(
      entries.map((entry) =>
        fold(
          [
            entry.prefLabel,
            ...entry.aliases.map(({ form }) => form),
            entry.summary,
            entry.definition,
          ].join(' '),
        ),
      ),
    );
    const weights = new Map<number, number>();
    let all = 0;
    for (const word of new Set(words.map(stemOf))) {
      if (word.length < 3) continue;
      const found = new Set(meanings.wordsStarting(word));
      const weight = Math.log(1 + entries.length / (1 + found.size));
      all += weight;
      for (const index of found) weights.set(index, (weights.get(index) ?? 0) + weight);
    }
    const enough = words.length === 1 ? 1 : 0.7;
    return [...weights]
      .filter(([, weight]) => weight >= all * enough - 1e-9 && all > 0)
      .map(([entry, weight]) => {
        const inSummary = words.filter((word) =>
          ` ${fold(entries[entry]?.summary ?? '')}`.includes(` ${stemOf(word)}`),
        ).length;
        return { entry, way: 'meaning' as const, cost: (1 - weight / all) * 100 - inSummary };
      });
  }

  function present(hit: Hit, typed: string, words: readonly string[]): SearchResult {
    const entry = entries[hit.entry];
    if (!entry) throw new RangeError('a hit outside the entries');
    const byMeaning = hit.way === 'meaning';
    const alias = hit.name && !hit.name.isLabel ? hit.name.text : undefined;
    return {
      id: entry.id,
      kind: entry.kind,
      way: hit.way,
      label: mark(entry.prefLabel, alias === undefined && !byMeaning ? [typed, ...words] : words),
      ...(alias !== undefined && { alias: mark(alias, [typed, ...words]) }),
      summary: byMeaning ? markWords(entry.summary, words) : { text: entry.summary, marks: [] },
    };
  }

  const labelOf = (hit: Hit) => entries[hit.entry]?.prefLabel ?? '';

  return search;
}

function compareHits(a: Hit, b: Hit): number {
  return searchWays.indexOf(a.way) - searchWays.indexOf(b.way) || a.cost - b.cost;
}

/** One slip in four letters: "jenson" may be "jensen", "ram" may not be "rag". */
function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

function fewestSlips(typed: string, name: string, most: number): number {
  const words = name.split(' ');
  let fewest = most + 1;
  for (let i = 0; i < words.length; i += 1) {
    const rest = words.slice(i).join('');
    // People seldom miss a name's first letter; without this, half of all short words look alike.
    if (rest[0] !== typed[0] && rest[1] !== typed[0] && rest[0] !== typed[1]) continue;
    fewest = Math.min(fewest, slipsToPrefix(typed, rest, most));
  }
  return fewest;
}

/** If a text differs by n slips, at least one of n + 1 pieces of it stands unchanged. */
function piecesOf(typed: string, count: number): readonly string[] {
  const length = Math.floor(typed.length / count);
  return Array.from({ length: count }, (_, i) =>
    typed.slice(i * length, i === count - 1 ? undefined : (i + 1) * length),
  );
}

/** A word without its English ending, so that "chips" finds "chip" and "trained" finds "training". */
function stemOf(word: string): string {
  if (word.length < 5) return word.length === 4 ? word.replace(/s$/, '') : word;
  return word.replace(/(?:ations?|ings?|ers?|ed|es|s|e)$/, (ending, at: number) =>
    at >= 4 ? '' : ending.length > 1 && at >= 3 ? '' : ending,
  );
}

type Haystack = {
  readonly starting: (needle: string) => readonly number[];
  readonly wordsStarting: (needle: string) => readonly number[];
  readonly holding: (needle: string) => readonly number[];
};

/** Lines in one string, searched by the engine's own indexOf; answers are indexes of lines, each once, in order. */
function createHaystack(lines: readonly string[]): Haystack {
  const starts = new Uint32Array(lines.length + 1);
  let length = 0;
  lines.forEach((line, index) => {
    starts[index] = length;
    length += line.length + 2;
  });
  starts[lines.length] = length;
  const text = lines.map((line) => `\n ${line}`).join('');

  const lineAt = (offset: number): number => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const find = (needle: string): readonly number[] => {
    const found: number[] = [];
    for (let offset = text.indexOf(needle); offset >= 0; ) {
      const line = lineAt(offset);
      found.push(line);
      const next = starts[line + 1] ?? text.length;
      offset = text.indexOf(needle, next);
    }
    return found;
  };

  return {
    starting: (needle) => find(`\n ${needle}`),
    wordsStarting: (needle) => find(` ${needle}`),
    holding: find,
  };
}

/** Marks the first of the needles that stands in the text, else each that begins a word, else nothing. */
function mark(text: string, needles: readonly string[]): Marked {
  const [typed = '', ...words] = needles;
  const map = squashWithMap(text);
  const at = map.text.indexOf(typed);
  const first = map.spans[at];
  const last = map.spans[at + typed.length - 1];
  if (at >= 0 && first && last) return { text, marks: [{ start: first.start, end: last.end }] };
  return markWords(text, words.length > 0 ? words : needles);
}

function markWords(text: string, words: readonly string[]): Marked {
  const marks: Span[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}’']+/gu)) {
    const map = squashWithMap(found[0]);
    const word = [...words]
      .sort((a, b) => b.length - a.length)
      .find((one) => map.text.startsWith(one) || map.text.startsWith(stemOf(one)));
    if (!word) continue;
    const length = map.text.startsWith(word) ? word.length : stemOf(word).length;
    const last = map.spans[length - 1];
    if (length > 1 && last) marks.push({ start: found.index, end: found.index + last.end });
  }
  return { text, marks };
}
