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
  /**
   * The same in two steps, for whoever answers each key: what bears the words in its name, which is found at once; and
   * all of it, those first, with slips and meanings. `whole` is absent where there is nothing more to look for.
   */
  readonly begin: (
    query: string,
    most?: number,
  ) => {
    readonly results: readonly SearchResult[];
    readonly whole?: () => readonly SearchResult[];
  };
  /** Makes ready a little of what searching by meaning needs; false once there is nothing left to do. */
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
 * Names and definitions stand folded in long strings that `indexOf` runs through: nothing to build but the folding (that of
 * the definitions when first needed), and a query over 10,000 entries costs a few milliseconds.
 *
 * @example createSearch(glossary)('depseek')[0]?.id // 'deepseek'
 */
export function createSearch({ entries }: { readonly entries: readonly Searchable[] }): Search {
  const names: readonly Name[] = entries.flatMap((entry, index) => [
    { entry: index, text: entry.prefLabel, isLabel: true },
    ...entry.aliases.map(({ form }) => ({ entry: index, text: form, isLabel: false })),
  ]);
  const spaced = createHaystack(names.map(({ text }) => fold(text)));
  const squashed = createHaystack(spaced.lines.map((line) => line.replaceAll(' ', '')));
  const letters = Uint32Array.from(squashed.lines, lettersOf);
  const meanings = createMeanings(entries);

  const begin: Search['begin'] = (query, most = 20) => {
    const words = fold(query.slice(0, 200)).split(' ').filter(Boolean).slice(0, 12);
    if (words.length === 0) return { results: [] };
    const telling = tellingWords(words);
    // "what is inference": also without the words that only ask.
    const wordings =
      telling.length > 0 && telling.length < words.length ? [words, telling] : [words];
    const best = new Map<number, Hit>();
    const add = (hit: Hit) => {
      const known = best.get(hit.entry);
      if (!known || compareHits(hit, known) < 0) best.set(hit.entry, hit);
    };
    const labelLength = ({ entry }: Hit) => entries[entry]?.prefLabel.length ?? 0;
    const present = () =>
      bestOf(best.values(), most)
        .sort((a, b) => compareHits(a, b) || labelLength(a) - labelLength(b) || a.entry - b.entry)
        .slice(0, most)
        .flatMap((hit) => presented(hit, telling.length > 0 ? telling : words));
    for (const wording of wordings) for (const hit of namesHit(wording)) add(hit);
    if (best.size >= enough) return { results: present() };
    const whole = () => {
      for (const wording of wordings) for (const hit of slipsHit(wording)) add(hit);
      if (best.size < enough)
        for (const hit of meaningsHit(telling, asksForPerson(words))) add(hit);
      return present();
    };
    return { results: present(), whole };
  };
  const search = (query: string, most?: number): readonly SearchResult[] => {
    const { results, whole } = begin(query, most);
    return whole?.() ?? results;
  };
  return Object.assign(search, { begin, prepareSome: meanings.prepareSome });

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
    const named = new Map<number, number>();
    let all = 0;
    const stems = [...new Set(spellOut(telling).map(stemOf))].filter(({ length }) => length > 1);
    for (const stem of stems) {
      const found = meanings.holding(stem);
      const weight = Math.log(1 + entries.length / (1 + found.length));
      all += weight;
      for (const entry of found) weights.set(entry, (weights.get(entry) ?? 0) + weight);
      for (const index of spaced.wordsStarting(stem, isEnding)) {
        const entry = names[index]?.entry ?? -1;
        named.set(entry, Math.max(named.get(entry) ?? 0, weight));
      }
    }
    const least = (telling.length === 1 ? all : all * 0.7) - 1e-9;
    return [...weights]
      .filter(([, weight]) => weight >= least)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostWeighed)
      .map(([entry, weight]) => {
        const lacking = 100 * (1 - weight / all);
        const asked = person && entries[entry]?.kind === 'person' ? 50 : 0;
        const summary = ` ${fold(entries[entry]?.summary ?? '')}`;
        const told = stems.filter((stem) => summary.includes(` ${stem}`)).length;
        const cost = lacking - (10 * (named.get(entry) ?? 0)) / all - asked - 5 * told;
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
