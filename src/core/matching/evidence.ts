import type { ConceptId } from '../knowledge/entry.ts';
import { isWitness } from './ai-witness.ts';
import { besideOf, otherness } from './beside.ts';
import { detect } from './detect.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { neighbourhood } from './neighbours.ts';
import { readCuesOnce } from './read-cues.ts';

/** What a page says of itself before any mention is decided: never made of earlier resolutions. */
export type PageEvidence = {
  readonly title: string;
  /** BCP 47, as the page declares it; empty when it does not. */
  readonly language: string;
  /** How often each concept is named by a form that means nothing else. */
  readonly concepts: Readonly<Record<ConceptId, number>>;
  /**
   * How often a form of each concept stands in somebody else's name, or beside words of another sense; three times
   * as much where it is said to stand for something else.
   */
  readonly others: Readonly<Record<ConceptId, number>>;
  /** Cues read (by their number in the lexicon's table) with how often, in order of number; in the title counts five times. */
  readonly cues: readonly (readonly [cue: number, times: number])[];
  /** Units of text taken in. */
  readonly units: number;
  /** Words of the field `ai` among the cues: which, how many in all, and whether the title has one. */
  readonly ai: {
    readonly words: readonly string[];
    readonly times: number;
    readonly inTitle: boolean;
  };
};

export type EvidenceCollector = {
  /** Takes in the text of one block and what detect found in it. Blocks may come in any order. */
  readonly add: (text: string, mentions: readonly Mention[]) => void;
  /** Counts text that was looked through and holds no mention, without reading it. */
  readonly pass: (units: number) => void;
  /** What is known so far. */
  readonly value: () => PageEvidence;
};

/** Units of text in which cues are sought: the page's beginning, and all blocks with mentions up to the second bound. */
const beginning = 6_000;
const most = 120_000;

function aiAmong(
  lexicon: Lexicon,
  { cues, title }: { readonly cues: ReadonlyMap<number, number>; readonly title: string },
): PageEvidence['ai'] {
  const table = lexicon.cues();
  const field = table.fieldNames.indexOf('ai');
  const isAi = (id: number): boolean =>
    field >= 0 && table.fieldsOf(id).includes(field) && isWitness(table.textOf(id));
  const found = [...cues].filter(([id]) => isAi(id)).sort(([a], [b]) => a - b);
  return {
    words: found.map(([id]) => table.textOf(id)),
    times: found.reduce((sum, [, times]) => sum + times, 0),
    inTitle: title !== '' && cuesIn(lexicon, title).some(isAi),
  };
}

const cuesIn = (lexicon: Lexicon, text: string): readonly number[] =>
  readCuesOnce(lexicon.cues(), text).hits.map(({ cue }) => cue.id);

const placeOf = (
  lexicon: Lexicon,
  { text, mention }: { readonly text: string; readonly mention: Mention },
) => neighbourhood(readCuesOnce(lexicon.cues(), text).words, { text, ...mention });

/** Collects a page's evidence, beginning with its title. */
export function createEvidence(
  lexicon: Lexicon,
  page: { readonly title: string; readonly language: string },
): EvidenceCollector {
  const concepts: Record<ConceptId, number> = Object.create(null);
  const others: Record<ConceptId, number> = Object.create(null);
  const cues = new Map<number, number>();
  let units = 0;
  let cuesRead = 0;
  const take = (text: string, times: number): void => {
    for (const id of cuesIn(lexicon, text)) cues.set(id, (cues.get(id) ?? 0) + times);
  };
  const sensesOf = (mention: Mention): readonly Sense[] => mention.senses.map(lexicon.sense);
  const count = (mentions: readonly Mention[]): void => {
    for (const { ambiguous, concept } of mentions.flatMap(sensesOf)) {
      if (!ambiguous) concepts[concept] = (concepts[concept] ?? 0) + 1;
    }
  };
  const countOthers = (text: string, mentions: readonly Mention[]): void => {
    for (const mention of mentions) {
      for (const sense of sensesOf(mention)) {
        if (!sense.ambiguous) continue;
        const other = otherness(besideOf(sense, placeOf(lexicon, { text, mention })));
        if (other > 0) others[sense.concept] = (others[sense.concept] ?? 0) + other;
      }
    }
  };
  const inTitle = detect(lexicon, page.title);
  count(inTitle);
  countOthers(page.title, inTitle);
  take(page.title, 5);
  return {
    add: (text, mentions) => {
      count(mentions);
      if ((units < beginning || mentions.length > 0) && cuesRead < most) {
        const part = text.slice(0, most - cuesRead);
        take(part, 1);
        if (part === text) countOthers(text, mentions);
        cuesRead += part.length;
      }
      units += text.length;
    },
    pass: (more) => {
      units += more;
    },
    value: () => ({
      ...page,
      concepts: { ...concepts },
      others: { ...others },
      cues: [...cues].sort(([a], [b]) => a - b),
      units,
      ai: aiAmong(lexicon, { cues, title: page.title }),
    }),
  };
}
