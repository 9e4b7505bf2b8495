import type { Correction } from '../matching/mention.ts';
import { boolean, type Guard, integer, oneOf, optional, record, text } from './guards.ts';
import { parsePattern } from './pattern.ts';
import type { Pause } from './settings.ts';

/** `null` is a time too: until the reader switches Newsgloss on again. It cannot be told from a refusal, so it is read here. */
const pause: Guard<Pause | 'none'> = (input) => {
  if (input === 'none') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  const { until, ...others } = input as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0) return undefined;
  const isTime = typeof until === 'number' && Number.isFinite(until) && until >= 0;
  return until === null || isTime ? { until } : undefined;
};

/** One setting that holds a single value. Its path names it in storage, in merges and in notices. */
export const valueFields = {
  pause,
  'sites.mode': oneOf('all-but', 'only'),
  'marking.amount': oneOf('section', 'page', 'every'),
  'marking.headings': boolean,
  'marking.links': boolean,
  'marking.quotations': boolean,
  'marking.onlyAboutAi': boolean,
  'marking.style': oneOf('dotted', 'solid', 'dashed', 'background'),
  'marking.colour': oneOf('text', 'blue', 'green', 'violet', 'orange'),
  'card.delay': integer(0, 2000),
} as const;

const pattern: Guard<string> = (input) =>
  typeof input === 'string' && parsePattern(input) === input ? input : undefined;

/** Shaped like a concept's id, whether or not this version's glossary or a pack holds it. */
const concept = text(200);

const correction: Guard<Correction> = record<Correction>({
  form: text(200),
  concept,
  verdict: oneOf('never', 'always'),
  site: optional(text(300)),
});

/** One setting that holds a list; its elements are merged one by one, so each has an identity. */
export const listFields = {
  'sites.off': { guard: pattern, identity: String },
  'sites.on': { guard: pattern, identity: String },
  known: { guard: concept, identity: String },
  corrections: {
    guard: correction,
    identity: (value: unknown) => {
      const { form, concept: id, site = '' } = value as Correction;
      return JSON.stringify([form, id, site]);
    },
  },
} as const;

export type ValuePath = keyof typeof valueFields;
export type ListPath = keyof typeof listFields;

export const valuePaths = Object.keys(valueFields) as readonly ValuePath[];
export const listPaths = Object.keys(listFields) as readonly ListPath[];
