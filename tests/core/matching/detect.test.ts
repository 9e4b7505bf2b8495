import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/core/matching/index.ts';
import { lexiconOf } from './lexicon-of.ts';

const lexicon = lexiconOf({
  deepseek: ['DeepSeek', { form: '深度求索', lang: 'zh' }],
  'deepseek-r1': ['DeepSeek-R1', 'R1'],
  nvidia: [{ form: 'Nvidia', case: 'any' }],
  token: [{ form: 'token', inflect: 'noun' }],
  'fine-tuning': [{ form: 'fine-tune', inflect: 'verb' }],
  'large-language-model': [{ form: 'large language model', inflect: 'noun' }],
  'sell-off': [
    { form: 'sell-off', inflect: 'noun' },
    { form: 'sell off', inflect: 'verb' },
  ],
});

type Row = readonly [name: string, text: string, ...surfaces: string[]];

const laws: Readonly<Record<string, readonly Row[]>> = {
  'the longest of the leftmost wins': [
    ['a longer form', 'DeepSeek-R1 and DeepSeek', 'DeepSeek-R1', 'DeepSeek'],
    ['a shorter one where the longer is broken off', 'DeepSeek is', 'DeepSeek'],
  ],
  'a form is a whole word': [
    ['a possessive', "R1’s and Nvidia's", 'R1', 'Nvidia'],
    ['a compound with a hyphen', 'Nvidia-backed, R1-based', 'Nvidia', 'R1'],
    ['another designation', 'R1-Zero, GPT-R1x, YZF-R1, R12, xR1'],
    ['a mark that belongs to the letter', 'R1\u0301'],
    ['a letter beyond the BMP', '\u{10400}R1 R1\u{10400}'],
    ['a name in another', "D'Nvidia"],
  ],
  'a gap may be written in many ways': [
    [
      'hyphens and dashes',
      'fine-tune fine\u2011tune fine–tune',
      'fine-tune',
      'fine\u2011tune',
      'fine–tune',
    ],
    ['spaces', 'large\u00a0language\nmodel', 'large\u00a0language\nmodel'],
    ['a hyphen at a line’s end', 'fine-\n  tuning', 'fine-\n  tuning'],
    ['nothing, where a hyphen stood', 'finetuned selloff', 'finetuned', 'selloff'],
    ['not two hyphens', 'fine--tune'],
    [
      'invisible units, within words and for gaps',
      'Deep\u00adSeek large\u200blanguage model',
      'Deep\u00adSeek',
      'large\u200blanguage model',
    ],
    ['not where a longer word may be broken', 'over\u00adtoken'],
  ],
  'endings follow rules': [
    ['nouns', 'tokens, large language models', 'tokens', 'large language models'],
    ['verbs', 'fine-tunes fine-tuned', 'fine-tunes', 'fine-tuned'],
    ['verbs with a particle', 'sold off, selling off', 'sold off', 'selling off'],
  ],
  'case follows the alias': [
    ['as written', 'r1 deepseek'],
    ['any', 'NVIDIA nvidia', 'NVIDIA', 'nvidia'],
  ],
  'scripts without spaces need no borders': [
    ['within a run', '公司深度求索发布', '深度求索'],
    ['a Latin name among them', '发布DeepSeek模型', 'DeepSeek'],
  ],
  'what is no prose is left alone': [
    ['addresses', 'see https://nvidia.com/token and www.nvidia.com or nvidia.com/x'],
    ['mail and handles', 'mail token@nvidia.com, ask @nvidia, tag #nvidia'],
    ['files and paths', 'src/token/index.ts, token.ts, ./token, /usr/token/x'],
    ['code', 'token(x) $token <token> {token} token[0] a::token --token access_token token_id'],
    ['but slashes between words', 'tokens/s and Nvidia/AMD', 'tokens', 'Nvidia'],
    ['and a missing space after a full stop', 'made by Nvidia.The rest', 'Nvidia'],
  ],
};

describe.each(Object.entries(laws))('%s', (_law, rows) => {
  it.each(rows)('%s', (_name, text, ...surfaces) => {
    const found = detect(lexicon, text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(surfaces);
  });
});
