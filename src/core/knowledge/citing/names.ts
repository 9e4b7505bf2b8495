/** Words that open sentences so often that their capital says nothing. */
const openers = new Set(
  `a about according after all also although among an and another any as asked at because before behind beside besides both but by call
  called cut does during each earlier even every few first follow for from further goal had has have having he
  her here his how however i if in instead investors is it its just know knowing later less like likely made many more
  most much new news no not now nothing of on once one online only opinion or other our out over own part people photo prior put
  rather run said see she since so some still such take than that the their then there these they this those though
  to training two under until up use used using was we what whatever when where whether which while who whose
  why with without you your`.split(/\s+/),
);

const monthsAndDays =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** Abbreviations that are words by now; they name nobody. */
const commonAbbreviations = new Set(['AI', 'CEO', 'LLM', 'LLMs', 'GPU', 'GPUs']);

export type NamesOptions = {
  /** Words (lower case) known to be ordinary: a sentence that opens with one does not open with a name. */
  readonly ordinary?: ReadonlySet<string> | undefined;
  /** Words (lower case) known to be part of names: all that is taken from a headline in title case. */
  readonly known?: ReadonlySet<string> | undefined;
};

/** Proper names of a text, as written but for possessive endings; in order, each once. */
export function readNames(text: string, { ordinary, known }: NamesOptions = {}): readonly string[] {
  const tokens = tokenize(text);
  // Only a document has headlines; a claim full of names is not one.
  const titleCase = known !== undefined && isTitleCase(tokens);
  const names = new Set<string>();
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) names.add(run.join(' '));
    run = [];
  };
  for (const [index, token] of tokens.entries()) {
    if (token.afterBreak) flush();
    if (run.length > 0 && isVersion(token, tokens[index + 1])) run.push(token.word);
    else if (isName(token, { titleCase, ordinary, known })) run.push(token.word);
    else flush();
    if (token.possessive) flush();
  }
  flush();
  return [...names];
}

/** The 2 of "Mooring 2", but not the 600 of "cost Nvidia 600 million". */
function isVersion({ word }: Token, next: Token | undefined): boolean {
  const counts =
    next &&
    !next.afterBreak &&
    /^(?:thousand|million|billion|trillion|percent|dollars)$/.test(next.word);
  return /^\d+(?:\.\d+)*$/.test(word) && !counts;
}

/** Whether a number that follows this text is part of a name: a capital stands before it that opens no sentence. */
export function endsInName(text: string): boolean {
  const word = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}-]*)\s$/u.exec(text)?.[1];
  return word !== undefined && !openers.has(word.toLowerCase()) && !commonAbbreviations.has(word);
}

/** Words written without a capital, lower case: what `ordinary` is made of. */
export function ordinaryWords(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu))
      words.add(word);
  }
  return words;
}

type Token = {
  readonly word: string;
  readonly possessive: boolean;
  readonly opensSentence: boolean;
  /** Punctuation stands before it, so that no name runs across. */
  readonly afterBreak: boolean;
};

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(/[\p{L}\p{N}]+(?:[-'’.&][\p{L}\p{N}]+)*/gu)) {
    const before = text.slice(end, found.index);
    const possessive = /['’]s$/i.test(found[0]);
    tokens.push({
      word: possessive ? found[0].slice(0, -2) : found[0],
      possessive,
      opensSentence: tokens.length === 0 || /[.!?]|["“”]\s*$|\n/.test(abbreviated(tokens, before)),
      afterBreak: /[^\s]/.test(abbreviated(tokens, before)),
    });
    end = found.index + found[0].length;
  }
  return tokens;
}

/** The full stop of "Mr." ends no sentence. */
function abbreviated(tokens: readonly Token[], between: string): string {
  return /^(?:Mrs?|Ms|Dr|St)$/.test(tokens.at(-1)?.word ?? '') ? between.replace('.', '') : between;
}

function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ word }) => word.length > 3);
  return (
    long.length >= 6 && long.filter(({ word }) => /^\p{Lu}/u.test(word)).length / long.length > 0.8
  );
}

function isName(
  { word, opensSentence }: Token,
  { titleCase, ordinary, known }: NamesOptions & { readonly titleCase: boolean },
): boolean {
  const lower = word.toLowerCase();
  if (monthsAndDays.test(word) || commonAbbreviations.has(word)) return false;
  if (/^(?:Mrs?|Ms|Dr)$/.test(word)) return false;
  const marked = /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\p{Lu}\p{N}/u.test(word.replace(/-.*/u, ''));
  if (marked) return true;
  if (!/^\p{Lu}\p{L}/u.test(word)) return false;
  if (known?.has(lower)) return true;
  if (titleCase) return false;
  return !opensSentence || !lower.split('-').every((part) => isOrdinary(part, ordinary));
}

function isOrdinary(word: string, ordinary: NamesOptions['ordinary']): boolean {
  return openers.has(word) || ordinary?.has(word) === true || ordinary?.has(stem(word)) === true;
}

/** "Runs", "running" → "run", roughly: enough to know an ordinary word again. */
function stem(word: string): string {
  return word.replace(/(?:ies|es|s|ing|ed)$/u, '');
}
