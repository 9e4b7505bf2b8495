/**
 * The closed lists of words that entries are written in. They stand apart from the schema so that
 * a page's script can read them without carrying valibot along.
 */

export const kinds = [
  'person',
  'company',
  'product',
  'model',
  'technique',
  'notion',
  'event',
  'publication',
] as const;

/** `fact`: stated plainly. `view`: someone's opinion. `report`: passed on from others. `estimate`: a figure given as rough. */
export const claimKinds = ['fact', 'view', 'report', 'estimate'] as const;

/** The stages in the life of a model, in order. */
export const stages = ['pre-training', 'post-training', 'inference'] as const;

/** How an alias's letters must agree with the text: `exact` as written, `any` ignoring case. */
export const caseRules = ['exact', 'any'] as const;

/** How an alias may change its ending in the text. */
export const inflections = ['none', 'noun', 'verb'] as const;

const pairs = [
  ['made by', 'makes'],
  ['led by', 'leads'],
  ['part of', 'includes'],
  ['kind of', 'has kind'],
  ['comes after', 'comes before'],
  ['caused by', 'led to'],
  ['uses', 'used by'],
  ['about', 'subject of'],
  ['published by', 'published'],
  ['competes with', 'competes with'],
  ['differs from', 'differs from'],
  ['related to', 'related to'],
] as const;

/** What a relation is called when read from its other end: `made by` ↔ `makes`. */
export const inverseOf: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);
