/** A word or two that a sentence sets out to explain. */
const named = String.raw`((?:[\p{L}\p{N}][\p{L}\p{N}'’.-]*\s){0,3}[\p{L}\p{N}][\p{L}\p{N}'’-]*)`;

const patterns: readonly RegExp[] = [
  // "The term X refers to", "the terms X or Y mean", "the word X stands for"
  new RegExp(
    String.raw`\bthe (?:terms?|words?|name|concept) ["“]?${named}["”]? (?:refers?|means?|stands?|describes?|is used)\b`,
    'giu',
  ),
  // "X refers to", "X is defined as", "X is short for"
  new RegExp(
    String.raw`(?:^|[.!?]\s|\n)(?:An?\s|The\s)?["“]?${named}["”]? (?:refers to|is defined as|is short for|stands for)\b`,
    'gu',
  ),
  // "known as X", "called X", "dubbed X", with X a name or in quotes
  new RegExp(
    String.raw`\b(?:known as|called|dubbed|termed|so-called) (?:an?\s|the\s)?["“]${named}["”]`,
    'giu',
  ),
  // "X, known as", "X, also called"
  new RegExp(String.raw`${named}, (?:also |better |widely )?(?:known as|called|dubbed)\b`, 'giu'),
  // "X (asking …)": a gloss in brackets that opens with a verb in -ing or an article
  /\b([\p{L}-]+) \((?:[a-z]+ing|an?|the|that is|i\.e\.)\s[^)]{15,}\)/giu,
];

/** "X is a …" explains X only where it opens a sentence and what follows is a noun, not "a long way off". */
const isA =
  /(?:^|[.!?]\s)(?:An?\s)?([\p{Lu}][\p{L}\p{N}'’-]*(?:\s[\p{L}\p{N}-]+){0,2}) (?:is|are) (?:an?|one of the|the) [\p{L}-]+/gu;
const pronouns =
  /^(?:it|this|that|there|he|she|they|we|you|i|what|who|which|here|these|those|one|all)\b/i;

/** What a text defines, by the sentences that definitions are made of. */
export function readDefined(text: string): readonly string[] {
  const found = [...patterns, isA].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((hit) => hit[1] ?? ''),
  );
  const all = found
    .flatMap((words) => words.split(/\s+or\s+/))
    .map((words) => words.replace(/^(?:(?:an?|the)\s)?(?:(?:terms?|words?)\s)?/i, '').trim())
    .filter((words) => words.length > 1 && !pronouns.test(words));
  return [...new Set(all)];
}
