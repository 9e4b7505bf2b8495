import type { Entry } from '../../../src/core/knowledge/entry.ts';
import type { EntryReading, Glossary } from '../../../src/core/knowledge/glossary.ts';
import { readEntry } from '../../../src/core/knowledge/read-entry.ts';

const blank: Pick<Entry, 'aliases' | 'basis' | 'claims' | 'related' | 'dates'> = {
  aliases: [],
  basis: 'general',
  claims: [],
  related: [],
  dates: [],
};
const asOf = '2025-02';
const cites = (source: string, paragraph: number) => [{ source, paragraph }];

/** A glossary that never changes, so that pictures of record change only with the card. Its words are made up. */
const glossary: Glossary = {
  sources: [
    {
      id: 'one',
      publisher: 'The Morning',
      title: 'A model and its price',
      url: 'https://morning.example/a',
      published: '2025-02-03',
      paragraphs: 9,
    },
    {
      id: 'two',
      publisher: 'Evening Post',
      title: 'What it truly cost',
      url: 'https://evening.example/b',
      published: '2025-02-10',
      paragraphs: 12,
    },
  ],
  entries: [
    {
      ...blank,
      id: 'deepseek',
      kind: 'company',
      prefLabel: 'DeepSeek',
      summary: 'A company from Hangzhou that makes models of language and gives them away.',
      definition:
        'It was founded by people from finance. Its models may be run by anyone who has the machines.',
      claims: [
        {
          id: 'cheap',
          text: 'Its model was cheap to train.',
          kind: 'report',
          cites: cites('one', 2),
          asOf,
          disputes: ['dear'],
        },
        {
          id: 'dear',
          text: 'Its machines alone cost a fortune.',
          kind: 'estimate',
          speaker: 'An analyst',
          cites: cites('two', 5),
          asOf,
        },
        {
          id: 'good',
          text: 'What it does is good for all who build on it.',
          kind: 'view',
          speaker: 'amd',
          cites: cites('one', 7),
          asOf,
        },
      ],
      related: [
        { kind: 'makes', to: 'deepseek-r1' },
        { kind: 'competes with', to: 'amd' },
      ],
      dates: [{ date: '2025-01-20', what: 'Its model is let out', cites: cites('one', 1) }],
    },
    {
      ...blank,
      id: 'deepseek-r1',
      kind: 'model',
      prefLabel: 'DeepSeek-R1',
      summary: 'A model that thinks before it answers.',
      definition: 'It was let out in January.',
      dates: [{ date: '2025-01-27', what: 'Shares of chip makers fall', cites: cites('two', 3) }],
    },
    {
      ...blank,
      id: 'amd',
      kind: 'company',
      prefLabel: 'AMD',
      summary: 'A maker of processors.',
      definition: 'Its processors compute and draw.',
      claims: [
        {
          id: 'a',
          text: 'It sells to those who train models.',
          kind: 'fact',
          cites: cites('two', 8),
          asOf,
        },
      ],
    },
    {
      ...blank,
      id: 'post-training',
      kind: 'technique',
      prefLabel: 'Post-training',
      summary: 'What a model learns after it has learnt its language.',
      definition: 'Smaller sets of examples shape how it answers.',
      stage: 'post-training',
    },
    {
      ...blank,
      id: 'inference',
      kind: 'technique',
      prefLabel: 'Inference',
      summary: 'A model at work.',
      definition: 'It answers.',
      stage: 'inference',
    },
  ],
};

export const fixedReadings = (): Readonly<Record<string, EntryReading>> =>
  Object.fromEntries(
    glossary.entries.flatMap(({ id }) => {
      const reading = readEntry(glossary, id);
      return reading ? [[id, reading]] : [];
    }),
  );
