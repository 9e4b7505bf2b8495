/** Endings by rule, so that authors write a form once. English only: forms in other languages list theirs. */

const irregularNouns: Readonly<Record<string, string>> = {
  datum: 'data',
  index: 'indices',
  matrix: 'matrices',
  vertex: 'vertices',
  analysis: 'analyses',
  hypothesis: 'hypotheses',
  man: 'men',
  woman: 'women',
  person: 'people',
  child: 'children',
};

const irregularVerbs: Readonly<Record<string, readonly string[]>> = {
  sell: ['sells', 'sold', 'selling'],
  buy: ['buys', 'bought', 'buying'],
  build: ['builds', 'built', 'building'],
  make: ['makes', 'made', 'making'],
  run: ['runs', 'ran', 'running'],
  teach: ['teaches', 'taught', 'teaching'],
  learn: ['learns', 'learned', 'learnt', 'learning'],
  feed: ['feeds', 'fed', 'feeding'],
  lead: ['leads', 'led', 'leading'],
  write: ['writes', 'wrote', 'written', 'writing'],
  infer: ['infers', 'inferred', 'inferring'],
};

const particles = new Set(['off', 'up', 'out', 'down', 'in', 'on', 'away', 'back', 'over']);

const isConsonant = (letter: string | undefined): boolean =>
  letter !== undefined && /[b-df-hj-np-tv-z]/i.test(letter);

function plural(word: string): string {
  const known = irregularNouns[word.toLowerCase()];
  if (known !== undefined) return known;
  if (/(?:[sxz]|ch|sh)$/i.test(word) && !/^[A-Z]{2,}$/.test(word)) return `${word}es`;
  if (/y$/.test(word) && isConsonant(word.at(-2))) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function verbForms(word: string): readonly string[] {
  const known = irregularVerbs[word.toLowerCase()];
  if (known !== undefined) return known;
  const third = plural(word);
  if (word.endsWith('ee')) return [third, `${word}d`, `${word}ing`];
  if (word.endsWith('e')) {
    return [third, `${word}d`, `${word.slice(0, -1)}ing`];
  }
  if (word.endsWith('y') && isConsonant(word.at(-2))) {
    return [third, `${word.slice(0, -1)}ied`, `${word}ing`];
  }
  const doubled = /^[^aeiou]*[aeiou][b-df-hj-np-tvz]$/i.test(word) ? word.at(-1) : '';
  return [third, `${word}${doubled}ed`, `${word}${doubled}ing`];
}

/** The form itself and, by `how`, its plural, or its third person, past and -ing form; of its last word. */
export function inflect(form: string, how: 'none' | 'noun' | 'verb'): readonly string[] {
  if (how === 'none') return [form];
  const words = form.split(/([\s-]+)/);
  let at = words.length - 1;
  if (how === 'verb' && at >= 2 && particles.has((words[at] ?? '').toLowerCase())) at -= 2;
  const word = words[at] ?? '';
  const endings = how === 'noun' ? [plural(word)] : verbForms(word);
  return [form, ...endings.map((ending) => words.with(at, ending).join(''))];
}
