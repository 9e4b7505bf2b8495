import type { ConceptId, Kind } from './entry.ts';
import { fold } from './search-fold.ts';
import { createHaystack } from './search-haystack.ts';
import { type Marked, markForms, markTyped } from './search-marks.ts';
import { createMeanings } from './search-meanings.ts';
import { lettersOf, namesWithSlips } from './search-slips.ts';
import { asksForPerson, isEnding, spellOut, stemOf, tellingWords } from './search-words.ts';
import type { Searchable } from './searchable.ts';

export type { Marked } from './search-marks.ts';

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

export type SearchResult = {
  readonly id: ConceptId;
  readonly kind: Kind;
  readonly way: SearchWay;
  /** The label, with the letters that were typed. */
  readonly label: Marked;
  /** The alias that was meant, where it was not the label. */
  readonly alias?: Marked;
  readonly summary: Marked;
};

export type Search = {
  (query: string, most?: number): readonly SearchResult[];
  /** The same, for whoever answers each key: of meanings only those that are ready by now. */
  readonly now: (query: string, most?: number) => readonly SearchResult[];
  /** Makes ready a little more of what searching by meaning needs; false once all is ready. */
  readonly prepareSome: () => boolean;
};

type Name = { readonly entry: number; readonly text: string; readonly isLabel: boolean };

/** One way to an entry; less cost is better, within a way. */
type Hit = {
  readonly entry: number;
  readonly way: SearchWay;
  readonly cost: number;
  readonly name?: Name;
};

/** With so many found by name, nobody looks for slips or meanings. */
const enough = 8;

/** How many of the entries that hold the words are looked at closely. */
const mostWeighed = 60;

/**
 * Search over entries: exact labels and aliases first, then beginnings, then words, parts, slips of typing, and last the
 * words of summary and definition. What is not surely meant is left out, so a nonsense query finds nothing.
 *
 * Names stand folded in long strings that `indexOf` runs through, and the words of the definitions, once read, in a map: a
 * query over 10,000 entries costs a millisecond or two.
 *
 * @example createSearch(glossary)('depseek')[0]?.id // 'deepseek'
 */
export function createSearch({ entries }: { readonly entries: readonly Searchable[] }): Search {
  const { names, folded, firstNames } = namesOf(entries);
  const spaced = createHaystack(folded);
  const squashed = createHaystack(spaced.lines.map((line) => line.replaceAll(' ', '')));
  const letters = Uint32Array.from(squashed.lines, lettersOf);
  const meanings = createMeanings(entries);

  const now = (query: string, most = 20): readonly SearchResult[] => {
    const words = fold(query.slice(0, 200)).split(' ').filter(Boolean).slice(0, 12);
    if (words.length === 0) return [];
    const telling = tellingWords(words);
    // "what is inference": also without the words that only ask.
    const wordings =
      telling.length > 0 && telling.length < words.length ? [words, telling] : [words];
    const best = new Map<number, Hit>();
    const add = (hit: Hit) => {
      const known = best.get(hit.entry);
      if (!known || compareHits(hit, known) < 0) best.set(hit.entry, hit);
    };
    for (const wording of wordings) for (const hit of namesHit(wording)) add(hit);
    if (best.size < enough)
      for (const wording of wordings) for (const hit of slipsHit(wording)) add(hit);
    if (best.size < enough) for (const hit of meaningsHit(telling, asksForPerson(words))) add(hit);
    const labelLength = ({ entry }: Hit) => entries[entry]?.prefLabel.length ?? 0;
    return bestOf(best.values(), most)
      .sort((a, b) => compareHits(a, b) || labelLength(a) - labelLength(b) || a.entry - b.entry)
      .slice(0, most)
      .flatMap((hit) => presented(hit, telling.length > 0 ? telling : words));
  };
  const { prepareSome } = meanings;
  const search = (query: string, most?: number): readonly SearchResult[] => {
    while (prepareSome());
    return now(query, most);
  };
  return Object.assign(search, { now, prepareSome });

  /** Whole names, beginnings, words in any order, and parts. */
  function namesHit(words: readonly string[]): readonly Hit[] {
    const typed = words.join('');
    const hits: Hit[] = [];
    const push = (index: number, way: SearchWay) => {
      const name = names[index];
      const over = (squashed.lines[index]?.length ?? 0) - typed.length;
      if (name) hits.push({ entry: name.entry, way, cost: over + (name.isLabel ? 0 : 0.5), name });
    };
    for (const index of squashed.starting(typed)) {
      const isWhole = squashed.lines[index]?.length === typed.length;
      const kind = names[index]?.isLabel ? 'label' : 'alias';
      push(index, isWhole ? kind : `${kind}-start`);
    }
    if (typed.length === 1) return hits;
    const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
    for (const index of spaced.wordsStarting(longest)) {
      const line = ` ${spaced.lines[index]}`;
      if (words.every((word) => line.includes(` ${word}`))) push(index, 'words');
    }
    if (typed.length >= 3) for (const index of squashed.holding(typed)) push(index, 'inside');
    return hits;
  }

  function slipsHit(words: readonly string[]): readonly Hit[] {
    const length = words.join('').length;
    return namesWithSlips(words, { spaced, squashed, letters }).flatMap(
      ({ name: index, slips, unlike }) => {
        const name = names[index];
        if (!name) return [];
        const over = Math.abs((squashed.lines[index]?.length ?? 0) - length);
        const cost = slips * 100 + over + unlike + (name.isLabel ? 0 : 0.5);
        return [{ entry: name.entry, way: 'slips' as const, cost, name }];
      },
    );
  }

  /** Entries whose names, summary and definition hold most of what the words say, rare words counting more. */
  function meaningsHit(telling: readonly string[], person: boolean): readonly Hit[] {
    const weights = new Map<number, number>();
    let all = 0;
    const stems = [...new Set(spellOut(telling).map(stemOf))]
      .filter(({ length }) => length > 1)
      .map((stem) => ({ stem, found: meanings.holding(stem) }))
      .map(({ stem, found }) => ({
        stem,
        found,
        weight: Math.log(1 + entries.length / (1 + found.size)),
      }));
    for (const { found, weight } of stems) {
      all += weight;
      for (const entry of found) weights.set(entry, (weights.get(entry) ?? 0) + weight);
    }
    const named = (entry: number): number => {
      const words = folded
        .slice(firstNames[entry], firstNames[entry + 1])
        .join(' ')
        .split(' ');
      const borne = stems.filter(({ stem }) =>
        words.some((word) => word.startsWith(stem) && isEnding(word.slice(stem.length))),
      );
      return Math.max(0, ...borne.map(({ weight }) => weight));
    };
    const least = (telling.length === 1 ? all : all * 0.7) - 1e-9;
    return [...weights]
      .filter(([, weight]) => weight >= least)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostWeighed)
      .map(([entry, weight]) => {
        const lacking = 100 * (1 - weight / all);
        const asked = person && entries[entry]?.kind === 'person' ? 50 : 0;
        const summary = ` ${fold(entries[entry]?.summary ?? '')}`;
        const told = stems.filter(({ stem }) => summary.includes(` ${stem}`)).length;
        const cost = lacking - (10 * named(entry)) / all - asked - 5 * told;
        return { entry, way: 'meaning' as const, cost };
      });
  }

  function presented(hit: Hit, words: readonly string[]): readonly SearchResult[] {
    const entry = entries[hit.entry];
    if (!entry) return [];
    const { id, kind, prefLabel, summary } = entry;
    if (hit.way === 'meaning') {
      const forms = spellOut(words);
      const label = markForms(prefLabel, forms);
      return [{ id, kind, way: hit.way, label, summary: markForms(summary, forms) }];
    }
    const label = markTyped(prefLabel, words);
    const alias = hit.name?.isLabel === false ? markTyped(hit.name.text, words) : undefined;
    const plain = { text: summary, marks: [] };
    return [{ id, kind, way: hit.way, label, ...(alias && { alias }), summary: plain }];
  }
}

/** Every name once, an entry's own together; `firstNames` is where those of each entry begin. */
function namesOf(entries: readonly Searchable[]) {
  const names: Name[] = [];
  const folded: string[] = [];
  const firstNames = new Uint32Array(entries.length + 1);
  for (const [entry, { prefLabel, aliases }] of entries.entries()) {
    const first = names.length;
    for (const text of [prefLabel, ...aliases.map(({ form }) => form)]) {
      const line = fold(text);
      // Authors list the label among the aliases, with and without hyphens: typed, these are one.
      if (folded.includes(line, first)) continue;
      names.push({ entry, text, isLabel: names.length === first });
      folded.push(line);
    }
    firstNames[entry + 1] = names.length;
  }
  return { names, folded, firstNames };
}

const rank = Object.fromEntries(searchWays.map((way, index) => [way, index])) as Readonly<
  Record<SearchWay, number>
>;

/** The hits of the best ways, as many ways as it takes to have `most`: the rest, often thousands, need no order. */
function bestOf(hits: Iterable<Hit>, most: number): Hit[] {
  const byWay = searchWays.map((): Hit[] => []);
  for (const hit of hits) byWay[rank[hit.way]]?.push(hit);
  const best: Hit[] = [];
  for (const some of byWay) {
    if (best.length >= most) break;
    best.push(...some);
  }
  return best;
}

function compareHits(a: Hit, b: Hit): number {
  return rank[a.way] - rank[b.way] || a.cost - b.cost;
}
