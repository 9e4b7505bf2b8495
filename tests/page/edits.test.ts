import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { Edit, Plan } from './support/edits-in-page.ts';
import { type OpenPages, openPages } from './support/open-pages.ts';

/** `NEWSGLOSS_RUNS=5000` for the long form. */
const numRuns = Number(process.env.NEWSGLOSS_RUNS ?? 60);

/** The short form repeats itself, so that red means a change; `NEWSGLOSS_RUNS=1000` draws anew each time. */
const seed =
  process.env.NEWSGLOSS_SEED !== undefined
    ? Number(process.env.NEWSGLOSS_SEED)
    : process.env.NEWSGLOSS_RUNS === undefined
      ? 20250126
      : undefined;

const words = fc.constantFrom(
  'DeepSeek',
  'Deep',
  'Seek',
  ' ',
  ' OpenAI ',
  'post-',
  'training',
  'Nvidia',
  'large',
  ' language model',
  'R1',
  'x',
);
const tags = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'a',
  'code',
  'h2',
  'article',
  'br',
  'li',
  'x-y',
  'script',
  'details',
  'blockquote',
);
const attribute = fc.constantFrom(
  ['contenteditable', ''],
  ['contenteditable', 'false'],
  ['aria-hidden', 'true'],
  ['hidden', ''],
  ['open', ''],
  ['role', 'textbox'],
  ['role', 'heading'],
  ['class', 'x'],
) as fc.Arbitrary<[string, string]>;
const textOf = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const planOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Plan> =>
  fc.letrec<{ plan: Plan }>((tie) => ({
    plan: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.record({
        tag: tags,
        attribute: fc.option(attribute, { freq: 4 }),
        shadow: fc.boolean(),
        children: fc.array(tie('plan'), { maxLength: 5 }),
      }),
    ),
  })).plan;
const at = fc.nat(200);
const editOf = (text: fc.Arbitrary<string>, plan: fc.Arbitrary<Plan>): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), at, before: at, plan }),
    fc.record({ kind: fc.constant('remove' as const), at }),
    fc.record({ kind: fc.constant('text' as const), at, text }),
    fc.record({ kind: fc.constant('move' as const), at, to: at }),
    fc.record({ kind: fc.constant('split' as const), at }),
    fc.record({ kind: fc.constant('normalize' as const) }),
    fc.tuple(at, attribute, fc.boolean()).map(([place, [name, value], isSet]) => ({
      kind: 'attribute' as const,
      at: place,
      name,
      value: isSet ? value : null,
    })),
  );
const plan = planOf(textOf(words));
const edit = editOf(textOf(words), plan);

/** Pages on which forms are rare and come in pieces, so that a look has something to overlook. */
const rareText = textOf(
  fc.constantFrom('Deep', 'Seek', 'Open', 'AI', ' ', 'x', 'a model', 'Nvidia'),
);
const rarePlan = planOf(rareText);
/** Nothing yet, but the beginnings of something. */
const plainPlan = planOf(textOf(fc.constantFrom('Deep', 'Open', 'a model', ' ', 'x')));
const rareEdit = editOf(rareText, rarePlan);

/** Without the null prototypes that one browser's protocol refuses. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const paragraph = (...children: readonly Plan[]): Plan => ({
  tag: 'p',
  attribute: null,
  shadow: false,
  children,
});

/** What random edits once found, tried first in every run. */
const found: [Plan[], Edit[][], 'every' | 'section'][] = [
  // A large part moves into what the reader is writing.
  [
    [
      'DeepSeek',
      paragraph(paragraph('DeepSeek'), 'DeepSeek', paragraph('DeepSeek', paragraph())),
      { tag: 'p', attribute: ['contenteditable', ''], shadow: false, children: [] },
      paragraph(paragraph('DeepSeek'), 'DeepSeek', paragraph()),
    ],
    [[{ kind: 'move', at: 1, to: 5 }]],
    'every',
  ],
  // A heading comes to stand in a `<br>`, which no parser allows and no browser shows.
  [
    [
      paragraph(
        'DeepSeek',
        {
          tag: 'br',
          attribute: null,
          shadow: false,
          children: [
            { tag: 'p', attribute: ['role', 'heading'], shadow: false, children: [] },
            paragraph(),
            paragraph(),
          ],
        },
        'DeepSeek',
      ),
      paragraph(paragraph()),
      paragraph(paragraph(), 'DeepSeek'),
    ],
    [
      [
        { kind: 'insert', at: 53, before: 0, plan: 'DeepSeek' },
        { kind: 'text', at: 0, text: 'DeepSeek' },
      ],
    ],
    'section',
  ],
];

describe.each(browserNames)('edits in %s', (name) => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages(name);
  });
  afterAll(() => pages.close());

  test(
    'what is marked after any edits is what a fresh reading would mark',
    async () => {
      const page = await pages.open('');
      await fc.assert(
        fc.asyncProperty(
          fc.array(plan, { maxLength: 8 }),
          fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
          fc.constantFrom('every' as const, 'section' as const),
          async (plans, batches, amount) => {
            const states = await page.evaluate(
              (...given) => newsgloss.followEdits(...given),
              plain(plans),
              plain(batches),
              amount,
            );
            for (const { kept, fresh, html } of states) expect(kept, html).toEqual(fresh);
          },
        ),
        {
          numRuns,
          examples: found,
          endOnFailure: false,
          ...(seed !== undefined && { seed }),
        },
      );
    },
    120_000 + numRuns * 500,
  );

  test(
    'no look at what changed overlooks what a reading would mark',
    async () => {
      const page = await pages.open('');
      await fc.assert(
        fc.asyncProperty(
          fc.array(plainPlan, { maxLength: 6 }),
          fc.array(fc.array(rareEdit, { minLength: 1, maxLength: 3 }), {
            minLength: 1,
            maxLength: 5,
          }),
          fc.boolean(),
          async (plans, batches, onlyAboutAi) => {
            const states = await page.evaluate(
              (...given) => newsgloss.followLook(...given),
              plain(plans),
              plain(batches),
              onlyAboutAi,
            );
            for (const { looked, marks, html } of states) {
              if (marks > 0) expect(looked, html).toBe('something');
            }
          },
        ),
        { numRuns: 2 * numRuns, endOnFailure: false, ...(seed !== undefined && { seed }) },
      );
    },
    120_000 + numRuns * 1000,
  );
});
