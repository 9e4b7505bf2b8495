import { describe, expect, it } from 'vitest';
import {
  annotate,
  type Correction,
  createEvidence,
  detect,
  isAboutAi,
} from '../../../src/core/matching/index.ts';
import { lexiconOf } from './lexicon-of.ts';

const lexicon = lexiconOf({
  deepseek: ['DeepSeek'],
  'deepseek-r1': [
    'DeepSeek-R1',
    {
      form: 'R1',
      ambiguous: true,
      prior: 0.3,
      cues: {
        for: ['@ai', '@ai-weak'],
        against: ['@motor', '@electronics'],
        before: ['DeepSeek s', 'Hangzhou'],
        notBefore: ['resistor', 'Rabbit'],
      },
    },
  ],
  'jensen-huang': [
    'Jensen Huang',
    { form: 'Huang', ambiguous: true, prior: 0.2, cues: { for: ['Nvidia', 'semiconductor*'] } },
  ],
  bloomberg: [
    {
      form: 'Bloomberg',
      ambiguous: true,
      prior: 0.8,
      cues: { for: ['reported'], after: ['News'], notAfter: ['s campaign', 'who'] },
    },
  ],
  ddn: [{ form: 'DDN', ambiguous: true, prior: 0.7, cues: { before: ['Direct Networks'] } }],
  token: [
    {
      form: 'token',
      inflect: 'noun',
      ambiguous: true,
      prior: 0.4,
      cues: { before: ['#', 'price of a'], notBefore: ['a'] },
    },
  ],
});

type Page = {
  readonly title?: string;
  readonly around?: string;
  readonly corrections?: readonly Correction[];
};

function decide(text: string, { title = '', around = '', corrections = [] }: Page = {}) {
  const evidence = createEvidence(lexicon, { title, language: 'en' });
  for (const block of [around, text]) evidence.add(block, detect(lexicon, block));
  return annotate(lexicon, { text, evidence: evidence.value(), corrections });
}

type Row = readonly [
  name: string,
  text: string,
  page: Page,
  concept: string | undefined,
  rule: string,
];

const rows: readonly Row[] = [
  [
    'a form that means one thing needs no evidence',
    'We met DeepSeek.',
    {},
    'deepseek',
    'unambiguous',
  ],
  ['nothing near, nothing marked', 'We saw the R1.', {}, undefined, 'too-little-evidence'],
  [
    'words near speak for it',
    'R1, a language model trained with RL.',
    {},
    'deepseek-r1',
    'words-near',
  ],
  [
    'words near speak against it',
    'The R1 has a new gearbox and clutch.',
    {},
    undefined,
    'words-against',
  ],
  ['a word directly beside decides', 'DeepSeek’s R1 is out.', {}, 'deepseek-r1', 'words-near'],
  [
    'so does whose it is, as said in the same sentence',
    'Hangzhou, they say, put its new R1 on the web.',
    {},
    'deepseek-r1',
    'words-near',
  ],
  [
    'and whose else',
    'Rabbit, they say, gave its R1 a language model.',
    {},
    undefined,
    'beside-other-word',
  ],
  [
    'but not in the one before',
    'Hangzhou is large. They put its R1 on the web.',
    {},
    undefined,
    'too-little-evidence',
  ],
  [
    'a word directly before forbids',
    'The resistor R1 in the LLM server.',
    {},
    undefined,
    'beside-other-word',
  ],
  [
    'a name in full on the page vouches for the short one',
    'Huang agreed.',
    { around: 'Nvidia is led by Jensen Huang.' },
    'jensen-huang',
    'named-on-page',
  ],
  [
    'a longer name is another name',
    'Linda Huang agreed.',
    { around: 'Nvidia is led by Jensen Huang.' },
    undefined,
    'other-name',
  ],
  [
    'whose longer name the page holds is meant by the short one',
    'Bloomberg smiled.',
    { title: 'Michael Bloomberg in Iowa' },
    undefined,
    'other-on-page',
  ],
  [
    'a name made with a word that its author names outweighs that',
    'Michael spoke to Bloomberg News.',
    { title: 'Michael Bloomberg in Iowa' },
    'bloomberg',
    'words-near',
  ],
  [
    'what somebody possesses tells who it is',
    'Bloomberg’s campaign reported it.',
    {},
    undefined,
    'beside-other-word',
  ],
  [
    'so does a clause about somebody, after a comma too',
    'Bloomberg, who reported it, left.',
    {},
    undefined,
    'beside-other-word',
  ],
  [
    'of two phrases on one side the longer knows more',
    'The price of a token fell.',
    {},
    'token',
    'words-near',
  ],
  ['and the shorter alone is what it was', 'We lost a token.', {}, undefined, 'beside-other-word'],
  [
    'a word by which every trade speaks of AI says little',
    'The R1 is an AI chatbot.',
    {},
    undefined,
    'too-little-evidence',
  ],
  ['a beginning may be long', 'Huang sells semiconductors.', {}, 'jensen-huang', 'words-near'],
  ['an acronym has its usual meaning', 'The DDN grew.', {}, 'ddn', 'usual-meaning'],
  [
    'unless it is spelled out otherwise',
    'The Defense Data Network (DDN) grew.',
    {},
    undefined,
    'beside-other-word',
  ],
  [
    'or the other way round',
    'The DDN (Defense-wide Data Network) grew.',
    {},
    undefined,
    'beside-other-word',
  ],
  [
    'or elsewhere on the page',
    'The DDN grew.',
    { around: 'The Defense Data Network (DDN) began.' },
    undefined,
    'other-on-page',
  ],
  [
    'but not by words that its author names',
    'Data Direct Networks (DDN) grew.',
    {},
    'ddn',
    'words-near',
  ],
  ['a large number is a word beside', 'It read 32,768 tokens.', {}, 'token', 'words-near'],
  ['a small number is not', 'It took 3 tokens.', {}, undefined, 'too-little-evidence'],
  [
    'forms in a compound or a list speak for each other',
    'It counts DeepSeek tokens.',
    {},
    'token',
    'words-near',
  ],
  [
    'the rest of the page is evidence',
    'It beats R1 easily.',
    {
      title: 'ChatGPT and other LLMs',
      around: 'Claude, Gemini and ChatGPT are chatbots by OpenAI and Anthropic.',
    },
    'deepseek-r1',
    'words-on-page',
  ],
];

describe('every decision has a rule', () => {
  it.each(rows)('%s', (_name, text, page, concept, rule) => {
    const { annotations, refused } = decide(text, page);
    const last = annotations.at(-1);
    expect([last?.concept, (last ?? refused.at(-1))?.reason.rule]).toEqual([concept, rule]);
  });

  it('names the words that it saw, strongest first, as they stand in the text', () => {
    const { annotations } = decide('R1 is a Language Model.');
    expect(annotations[0]?.reason.cues[0]).toBe('Language Model');
  });
});

describe('a reader’s word outweighs all evidence', () => {
  const correction: Correction = { form: 'R1', concept: 'deepseek-r1', verdict: 'never' };

  it('when it says never', () => {
    const text = 'R1, a language model trained with RL.';
    const { annotations, refused } = decide(text, { corrections: [correction] });
    expect(annotations).toEqual([]);
    expect(refused[0]?.reason.rule).toBe('reader-said-never');
  });

  it('when it says always', () => {
    const corrections = [{ ...correction, verdict: 'always' }] as const;
    const { annotations } = decide('The R1 has a new exhaust.', { corrections });
    expect(annotations[0]?.reason.rule).toBe('reader-said-always');
  });

  it('and the last word holds', () => {
    const corrections = [correction, { ...correction, verdict: 'always' }] as const;
    expect(decide('The R1.', { corrections }).annotations).toHaveLength(1);
  });
});

describe('a page is about AI', () => {
  const about = (title: string, text: string): boolean => {
    const evidence = createEvidence(lexicon, { title, language: 'en' });
    evidence.add(text, detect(lexicon, text));
    return isAboutAi(evidence.value()).about;
  };

  it('when words of AI stand close', () => {
    expect(about('', 'ChatGPT and Claude are chatbots; a neural network is behind each.')).toBe(
      true,
    );
  });

  it('not when one stands in a long text about something else', () => {
    expect(about('Gardens', `A chatbot told me so. ${'Prune roses in March. '.repeat(200)}`)).toBe(
      false,
    );
  });

  it('is the same whatever order its blocks come in', () => {
    const blocks = ['ChatGPT writes.', 'Claude and DeepSeek reason.', 'Roses bloom.'];
    const evidenceIn = (order: readonly string[]) => {
      const evidence = createEvidence(lexicon, { title: 'T', language: 'en' });
      for (const block of order) evidence.add(block, detect(lexicon, block));
      return evidence.value();
    };
    expect(evidenceIn(blocks)).toEqual(evidenceIn(blocks.toReversed()));
  });
});
