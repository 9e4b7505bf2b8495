import * as v from 'valibot';
import type { Correction } from '../matching/mention.ts';
import { parsePattern } from './pattern.ts';

/** One setting that holds a single value. Its path names it in storage, in merges and in notices. */
export const valueFields = {
  pause: v.union([
    v.literal('none'),
    v.strictObject({ until: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))) }),
  ]),
  'sites.mode': v.picklist(['all-but', 'only']),
  'marking.amount': v.picklist(['section', 'page', 'every']),
  'marking.headings': v.boolean(),
  'marking.links': v.boolean(),
  'marking.quotations': v.boolean(),
  'marking.onlyAboutAi': v.boolean(),
  'marking.style': v.picklist(['dotted', 'solid', 'dashed', 'background']),
  'card.delay': v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)),
} as const;

const pattern = v.pipe(
  v.string(),
  v.check((text) => parsePattern(text) === text, 'a pattern'),
);

/** Shaped like a concept's id, whether or not this version's glossary or a pack holds it. */
const concept = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const correction: v.GenericSchema<unknown, Correction> = v.strictObject({
  form: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  concept,
  verdict: v.picklist(['never', 'always']),
  site: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
});

/** One setting that holds a list; its elements are merged one by one, so each has an identity. */
export const listFields = {
  'sites.off': { schema: pattern, identity: String },
  'sites.on': { schema: pattern, identity: String },
  known: { schema: concept, identity: String },
  corrections: {
    schema: correction,
    identity: (value: unknown) => {
      const { form, concept: id, site = '' } = v.parse(correction, value);
      return JSON.stringify([form, id, site]);
    },
  },
} as const;

export type ValuePath = keyof typeof valueFields;
export type ListPath = keyof typeof listFields;

export const valuePaths = Object.keys(valueFields) as readonly ValuePath[];
export const listPaths = Object.keys(listFields) as readonly ListPath[];
