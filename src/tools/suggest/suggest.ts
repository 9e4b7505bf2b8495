import { readDates } from '../../core/knowledge/citing/dates.ts';
import { readFigures } from '../../core/knowledge/citing/figures.ts';
import { ordinaryWords, readNames } from '../../core/knowledge/citing/names.ts';
import type { Kind } from '../../core/knowledge/entry.ts';
import { readAbbreviations } from './abbreviations.ts';
import { readDefined } from './definitions.ts';
import { type Draft, type Find, toDrafts } from './drafts.ts';
import { readAppositions, readEvents } from './people-and-events.ts';
import { readPhrases } from './phrases.ts';
import type { Reading } from './read-folder.ts';
import { isPlace, isPlainWord, tagWords } from './tagged.ts';
import { readTerms } from './terms.ts';

/** A concept that the documents seem to rest on, for an author to judge. */
export type Suggestion = {
  readonly label: string;
  /** Other ways in which the documents write it. */
  readonly forms: readonly string[];
  readonly kind: Kind;
  /** Why it is here: "defined", "abbreviated LLM", "name", "CEO of AMD" … */
  readonly reasons: readonly string[];
  readonly cites: readonly string[];
  /** Figures and dates of those paragraphs. */
  readonly figures: readonly string[];
  readonly score: number;
};

/** What each kind of find speaks for a concept; a term adds its C-value. */
const weights = {
  defined: 5,
  abbreviation: 5,
  apposition: 4,
  name: 4,
  publisher: 4,
  event: 3,
  term: 1,
} as const;

/** Concepts of the documents, most telling first; those that `isCovered` knows are left out. */
export function suggest(
  readings: readonly Reading[],
  isCovered: (form: string) => boolean = () => false,
): readonly Suggestion[] {
  const facts = factsOf(readings);
  return toDrafts(readFinds(readings))
    .map((draft) => toSuggestion(draft, facts))
    .filter(({ label, forms }) => ![label, ...forms].some(isCovered))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

type Paragraph = { readonly text: string; readonly cite: string };

function* readFinds(readings: readonly Reading[]): Generator<Find> {
  for (const { source, publisher } of readings) {
    if (publisher === undefined) continue;
    const about = { reason: 'publisher', weight: weights.publisher, cite: `${source}:1` };
    yield { written: publisher, ...about, kind: 'publication' };
  }
  const paragraphs = readings.flatMap(({ source, paragraphs }) =>
    paragraphs.map((text, index): Paragraph => ({ text, cite: `${source}:${index + 1}` })),
  );
  const names = namesOf(paragraphs);
  for (const paragraph of paragraphs) {
    yield* readStatements(paragraph);
    yield* readNamed(paragraph, names);
  }
  const phrases = paragraphs.flatMap(({ text, cite }) =>
    tagWords(text, (word) => names.words.has(word)).flatMap((sentence) =>
      readPhrases(sentence).map((words) => ({ words, cite })),
    ),
  );
  for (const { term, cite, value } of readTerms(phrases)) {
    yield { written: term, reason: 'term', weight: weights.term + value, cite };
  }
}

/** What sentences say of themselves: abbreviations and definitions. */
function* readStatements({ text, cite }: Paragraph): Generator<Find> {
  for (const { short, long } of readAbbreviations(text)) {
    const about = { weight: weights.abbreviation, cite };
    yield { written: long, reason: `abbreviated ${short}`, ...about };
    yield { written: short, reason: `short for ${long}`, ...about };
  }
  for (const written of readDefined(text)) {
    yield { written, reason: 'defined', weight: weights.defined, cite };
  }
}

type Names = {
  readonly ordinary: ReadonlySet<string>;
  /** Words of all names, as written. */
  readonly words: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** One word that stands without a capital more often than with one, or has it only where sentences begin. */
  readonly isCommon: (name: string) => boolean;
};

function namesOf(paragraphs: readonly Paragraph[]): Names {
  const ordinary = ordinaryWords(paragraphs.map(({ text }) => text));
  const all = paragraphs.flatMap(({ text }) => readNames(text, { ordinary, known: new Set() }));
  const words = new Set(all.flatMap((name) => name.split(' ')));
  const counts = new Map<string, number>();
  for (const { text } of paragraphs) {
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const inside = new Set(
    paragraphs.flatMap(({ text }) =>
      [...text.matchAll(/(?<=[^.!?"“\s]\s+)\p{Lu}\p{Ll}+/gu)].map(([word]) => word),
    ),
  );
  const isCommon = (name: string) =>
    /^\p{Lu}\p{Ll}+$/u.test(name) &&
    ((counts.get(name.toLowerCase()) ?? 0) > (counts.get(name) ?? 0) ||
      (!inside.has(name) && isPlainWord(name)));
  return {
    ordinary,
    words,
    known: new Set([...words].map((word) => word.toLowerCase())),
    isCommon,
  };
}

/** People, companies, products and what happened to them. */
function* readNamed({ text, cite }: Paragraph, names: Names): Generator<Find> {
  const isNamed = (name: string) => name.split(' ').every((word) => names.words.has(word));
  for (const { name, role, of, kind } of readAppositions(text)) {
    if (!isNamed(name)) continue;
    const reason = of ? `${role} of ${of}` : role;
    yield { written: name, reason, weight: weights.apposition, cite, kind };
  }
  for (const written of readEvents(text)) {
    yield { written, reason: 'event', weight: weights.event, cite, kind: 'event' };
  }
  for (const written of readNames(text, names)) {
    if (isPlace(written) || names.isCommon(written)) continue;
    yield { written, reason: 'name', weight: weights.name, cite, kind: 'company' };
  }
}

type Facts = ReadonlyMap<string, readonly string[]>;

function factsOf(readings: readonly Reading[]): Facts {
  return new Map(
    readings.flatMap(({ source, published, paragraphs }) =>
      paragraphs.map((text, index) => {
        const { dates, rest } = readDates(text, published);
        return [`${source}:${index + 1}`, [...readFigures(rest), ...dates]] as const;
      }),
    ),
  );
}

function toSuggestion(draft: Draft, facts: Facts): Suggestion {
  const written = [...draft.written].sort((a, b) => b[1] - a[1]).map(([form]) => form);
  const cites = [...draft.cites];
  const documents = new Set(cites.map((cite) => cite.split(':')[0])).size;
  const weight = [...draft.reasons.values()].reduce((sum, one) => sum + one, 0);
  return {
    label: written[0] ?? '',
    forms: written.slice(1),
    kind: draft.kind === 'company' && isTermToo(draft) ? 'notion' : draft.kind,
    reasons: [...draft.reasons.keys()],
    cites,
    figures: [...new Set(cites.flatMap((cite) => facts.get(cite) ?? []))],
    score: weight + Math.log2(cites.length) + Math.min(2, documents - 1),
  };
}

/** What is also written without a capital, or spelled out in full, is seldom a company. */
function isTermToo(draft: Draft): boolean {
  return [...draft.reasons.keys()].some((reason) =>
    /^(?:term|defined|short for|abbreviated)/.test(reason),
  );
}
