import * as v from 'valibot';
import { caseRules, claimKinds, inflections, kinds, stages } from './vocabulary.ts';

/**
 * The shape of one authored entry (`assets/entries/<id>.yaml`) and, once parsed, of an Entry.
 * parse-entry turns a file into an Entry or into Issues; nothing else constructs one.
 */

/** No HTML, no line break or control character, none of the marks that turn the direction of what follows. */
const plain =
  /^(?!.*<[a-zA-Z!/?])[^\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

const line = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.regex(plain, 'one line of plain text, without HTML or control characters'),
  );

export const conceptIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  v.maxLength(80),
  // Ids become keys of plain objects, where this one is never absent.
  v.notValue('constructor'),
);

/** A day, a month or a year: `2025-02-26`, `2025-02`, `2025`. */
export const dateSchema = v.pipe(
  // YAML reads a year as a number.
  v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD'),
);

export const aliasSchema = v.strictObject({
  form: line(120),
  /** Left out: `exact` when the form has an upper-case letter, else `any`. */
  case: v.optional(v.picklist(caseRules)),
  /** Left out: `none`. */
  inflect: v.optional(v.picklist(inflections)),
  /** BCP 47 language of the form where it is not English, e.g. `zh`: such forms need no word borders. */
  lang: v.optional(line(20)),
  /** True when the form also means other things: it is marked only with evidence around it. */
  ambiguous: v.optional(v.boolean()),
  /** For ambiguous forms: how likely this sense is before any evidence, 0–1. */
  prior: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Words near by that speak for or against this sense; `before`/`after` stand directly beside it. */
  cues: v.optional(
    v.strictObject({
      for: v.optional(v.array(line(80))),
      against: v.optional(v.array(line(80))),
      before: v.optional(v.array(line(80))),
      after: v.optional(v.array(line(80))),
      notBefore: v.optional(v.array(line(80))),
      notAfter: v.optional(v.array(line(80))),
    }),
  ),
});

/** `wccftech:7` in a file: source id and paragraph, counted from 1. */
export const citationSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+:[1-9]\d*$/, 'SOURCE:PARAGRAPH, such as wccftech:7'),
  v.transform((text): Citation => {
    const colon = text.lastIndexOf(':');
    return { source: text.slice(0, colon), paragraph: Number(text.slice(colon + 1)) };
  }),
);

export const claimSchema = v.strictObject({
  /** Unique within the entry. */
  id: conceptIdSchema,
  text: line(400),
  kind: v.picklist(claimKinds),
  /** Whose statement it is: a concept id, or a name where there is no entry. Required for a view. */
  speaker: v.optional(line(80)),
  /** Where it is said. In a file `general` marks general knowledge, which no document says: parsed, an empty list. */
  cites: v.union([
    v.pipe(
      v.literal('general'),
      v.transform((): Citation[] => []),
    ),
    v.pipe(v.array(citationSchema), v.minLength(1)),
  ]),
  asOf: dateSchema,
  /** Claims that say otherwise, as `claim-id` (same entry) or `entry-id#claim-id`. */
  disputes: v.optional(v.array(line(170))),
});

export const relationSchema = v.strictObject({ kind: line(40), to: conceptIdSchema });

export const datedSchema = v.strictObject({
  date: dateSchema,
  what: line(160),
  cites: v.pipe(v.array(citationSchema), v.minLength(1)),
});

/** Ours are kept short; a glossary from elsewhere may be wordier. */
export const createEntrySchema = (most: { readonly label: number; readonly definition: number }) =>
  v.strictObject({
    id: conceptIdSchema,
    kind: v.picklist(kinds),
    prefLabel: line(most.label),
    /** Every form looked for in texts; the label is looked for only if it stands here too. */
    aliases: v.optional(v.array(aliasSchema), []),
    /** At most 160 characters, understood without anything else. */
    summary: line(160),
    /** Two or three plain sentences. */
    definition: line(most.definition),
    /** Where summary and definition come from: citations, or `general` for general knowledge. */
    basis: v.union([v.literal('general'), v.pipe(v.array(citationSchema), v.minLength(1))]),
    claims: v.optional(v.array(claimSchema), []),
    related: v.optional(v.array(relationSchema), []),
    /** The place of the concept in the life of a model, if it has one. */
    stage: v.optional(v.picklist(stages)),
    dates: v.optional(v.array(datedSchema), []),
  });

export const entrySchema = createEntrySchema({ label: 80, definition: 600 });

export type ConceptId = string;
export type Citation = { readonly source: string; readonly paragraph: number };
export type Alias = v.InferOutput<typeof aliasSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
export type Relation = v.InferOutput<typeof relationSchema>;
export type Dated = v.InferOutput<typeof datedSchema>;
export type Stage = (typeof stages)[number];
export type Kind = (typeof kinds)[number];
export type Entry = v.InferOutput<typeof entrySchema>;

/** A document that claims cite, from `assets/sources.yaml`. */
export const sourceSchema = v.strictObject({
  id: conceptIdSchema,
  publisher: line(80),
  title: line(300),
  url: v.pipe(
    v.string(),
    v.url(),
    v.regex(/^https?:\/\//, 'an address of the web'),
    v.maxLength(2000),
  ),
  published: dateSchema,
  paragraphs: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Paragraphs that state nothing, such as page furniture: no claim needs to cite them. */
  silent: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  note: v.optional(line(300)),
});
export type Source = v.InferOutput<typeof sourceSchema>;
