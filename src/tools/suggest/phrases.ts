import type { Word } from './tagged.ts';

/** Words that say how much, which or how good, not what: they open no name of a thing. */
const vague = new Set(
  `able actual additional available bad best better big bigger biggest certain cheap cheaper clear common current
  different due early easy entire exact extreme famous few final first full further general good great greater
  happy hard high higher huge important incredible initial key large larger largest last late later latest least less
  likely little long low lower main major many massive modern more most much necessary new newest next numerous
  old only other overall particular past popular possible powerful present previous prior public quick rapid
  recent robust same several significant similar simple single small smaller so-called social special specific
  strong such sure term terms total traditional true typical ugly upcoming usual various vast weak weaker western whole whopping wide
  world wrong young extra former own real right rough today's worse worst wonderful`.split(/\s+/),
);

/** Nouns too common to be worth an entry alone. */
const everyday = new Set(
  `ability account action advantage age aim amount announcement answer area article aspect author base basis benefit
  bit book brand business case cause center chance change character child choice city claim class clip collaboration comment
  commentary community company conclusion condition content context control conversation copy country course cover coverage
  customer date day deal decade decision decline degree demand detail developer development difference direction discussion
  dollar dozen drive edge effect effort end energy environment event everyone everything evidence example excitement
  experience eye face fact factor family fault feature feed feel feeling field figure firm focus form friend function
  future game general goal good government group growth half hand head help hit home hour house idea image impact
  importance improvement increase individual industry information insight interest issue item job kind knowledge lack
  language law lead leader lesson level life light limit line list location look loss lot man manner market matter
  meaning means measure member message method milestone mind minute moment money month morning move name nature need news
  night note number offer office one opinion option order organization others page pair part partner party past path
  people percent percentage performance period person perspective phase phone photo picture piece place plan point position
  possibility prediction presence price principle problem process product progress project purpose quality question range
  rate reaction reader reason report resource response rest result return right rise risk role rule sale scale scenario
  scene second section sense sentence series service session set shape share side sign situation size skill solution
  someone something sort source space speaker stage standard start state statement step stock stop story study stuff
  style subject success support surprise system table talk target task team tech term test thing thought time title today
  tool top total town trend trouble truth try type understanding unit update use user value version video view voice
  walk war way week weekend while who whole will win word work worker world writer year effect paradigm perception
  innovation competition achievement interview release ceo term depth purpose`.split(/\s+/),
);

/** Nouns that only carry what stands before them: "post-training methods" are about post-training. */
const light = new Set(
  `area environment field industry issue kind market method perspective problem process product rate reaction
  resource scene sector sort space system term type way world`.split(/\s+/),
);

/**
 * The noun phrases of a sentence as lists of words: adjectives and nouns, ending in a noun, cut at
 * names, possessives and punctuation, without the vague words that open them; those with a light
 * noun at the end once more without it, and compounds inside once more alone.
 */
export function readPhrases(sentence: readonly Word[]): readonly (readonly string[])[] {
  const phrases: (readonly string[])[] = [];
  let run: Word[] = [];
  const flush = () => {
    while (run[0] && vague.has(run[0].text.toLowerCase())) run.shift();
    while (run.length > 0 && run.at(-1)?.part !== 'noun') run.pop();
    const words = run.map(({ text }) => text);
    if (words.length > 0) phrases.push(words);
    const last = words.at(-1)?.toLowerCase() ?? '';
    if (words.length > 1 && light.has(last.replace(/(?<=[^s])s$/, '')))
      phrases.push(words.slice(0, -1));
    if (words.length > 1) phrases.push(...words.filter(isCompound).map((word) => [word]));
    run = [];
  };
  for (const word of sentence) {
    const isPart = word.part !== 'name' && word.part !== 'other';
    // A verb in -ing may open a phrase ("computing power") but does not stand inside one.
    if (
      word.part === 'gerund' &&
      run.length > 0 &&
      run.at(-1)?.part !== 'noun' &&
      !isAcronym(run.at(-1)?.text ?? '')
    )
      flush();
    if (isPart) run.push(word);
    else flush();
    if (word.possessive || word.closes) flush();
  }
  flush();
  return phrases;
}

const isCompound = (word: string) => /^\p{Ll}+(?:-\p{Ll}+)+$/u.test(word);
const isAcronym = (word: string) => /^\p{Lu}{2,}/u.test(word);

/** Whether a word alone could be an entry: a noun that is not among the everyday ones. */
export function isTelling(word: string): boolean {
  const lower = word.toLowerCase();
  const single = lower.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
  return (
    lower.length > 2 &&
    ![lower, single, single.replace(/e$/, '')].some((one) => everyday.has(one) || vague.has(one))
  );
}
