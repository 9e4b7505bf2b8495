import nlp from 'compromise/two';

/** Grammar, whatever a tagger takes it for. */
const grammar = new Set(
  `a about according against all also am an and any are around as at be because been before being but by can could did do does done
  each either every following for from get gets getting got had has have having he her here his how i if in into is it its just
  less like many may me might more most much must my need needs neither no nor not now of off on only onto or our out
  over own per rather refer refers said say says see seen she should since so some such than that the their them then there these they
  this those through thus to too under until up us use used uses using very via was we well were what when where whether
  which while who whose why will with within without would yet you your`.split(/\s+/),
);

const months =
  /^(?:jan|febr)uary$|^(?:april|june|july|august|october)$|^(?:sept|nov|dec)ember$|day$/i;

/** A word as an author wrote it, hyphens kept, with what it is in its sentence. */
export type Word = {
  readonly text: string;
  readonly part: 'name' | 'noun' | 'adjective' | 'gerund' | 'other';
  readonly possessive: boolean;
  /** Punctuation follows, so that no phrase runs on. */
  readonly closes: boolean;
};

type Term = {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
};

/**
 * The words of a paragraph with their parts of speech.
 *
 * @param isName knows proper names better than a tagger does, from all the documents together.
 */
export function tagWords(
  text: string,
  isName: (word: string) => boolean,
): readonly (readonly Word[])[] {
  const sentences = nlp(text.replaceAll('’', "'")).json({
    offset: false,
    terms: { text: true, whitespace: true, tags: true },
  }) as readonly { readonly terms: readonly Term[] }[];
  return sentences.map(({ terms }) => {
    const words = join(terms.filter((term) => term.text !== ''));
    return words.map((term, index) =>
      toWord(term, { before: words[index - 1], next: words[index + 1], isName }),
    );
  });
}

/** Names of places and peoples need no entry of a glossary. */
export function isPlace(name: string): boolean {
  return nlp(name).has('(#Place|#Demonym)');
}

/** A word that the tagger knows as a verb, a plural or the like. */
export function isPlainWord(word: string): boolean {
  return nlp(word.toLowerCase()).has('(#Verb|#Plural|#Adjective|#Adverb)');
}

/** The tagger takes compounds apart at their hyphens. */
function join(terms: readonly Term[]): readonly Term[] {
  const joined: Term[] = [];
  for (const term of terms) {
    const last = joined.at(-1);
    if (last && /^[-‑–]$/.test(last.post)) {
      const { pre } = last;
      const tags = [...term.tags, 'Compound'];
      joined[joined.length - 1] = { ...term, text: `${last.text}-${term.text}`, pre, tags };
    } else joined.push(term);
  }
  return joined;
}

function toWord(
  { text, post, tags }: Term,
  around: {
    readonly before: Term | undefined;
    readonly next: Term | undefined;
    readonly isName: (word: string) => boolean;
  },
): Word {
  const possessive = /['’]s$|s['’]$/.test(text) && !tags.includes('Pronoun');
  const bare = text.replace(/['’]s?$/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  const between = `${text.slice(bare.length)}${post}${around.next?.pre ?? ''}`;
  const part = around.isName(bare)
    ? 'name'
    : isParticiple(tags, around.before)
      ? 'adjective'
      : partOf(bare, tags);
  return { text: bare, part, possessive, closes: /[^\s'’s]/.test(between) };
}

/** "on localized AI": after a preposition or an article a past tense is an adjective. */
function isParticiple(tags: readonly string[], before: Term | undefined): boolean {
  const opens = ['Preposition', 'Determiner', 'Possessive', 'Adjective'];
  return tags.includes('PastTense') && opens.some((tag) => before?.tags.includes(tag));
}

function partOf(word: string, tags: readonly string[]): Word['part'] {
  const has = (...names: readonly string[]) => names.some((name) => tags.includes(name));
  if (grammar.has(word.toLowerCase()) || /['’]/.test(word)) return 'other';
  if (months.test(word)) return 'other';
  if (has('Pronoun', 'Determiner', 'Value', 'Date', 'Conjunction', 'Preposition')) {
    return 'other';
  }
  if (has('Compound')) return 'noun';
  if (has('Gerund') || (has('Noun', 'Adjective') && /[^n]ing$/.test(word))) return 'gerund';
  if (has('Noun')) return 'noun';
  return has('Adjective') ? 'adjective' : 'other';
}
