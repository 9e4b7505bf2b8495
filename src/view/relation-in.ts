import type { Labels } from '../core/labels.ts';

const keys: Readonly<Record<string, string>> = {
  'made by': 'relationMadeBy',
  makes: 'relationMakes',
  'led by': 'relationLedBy',
  leads: 'relationLeads',
  'part of': 'relationPartOf',
  includes: 'relationIncludes',
  'kind of': 'relationKindOf',
  'has kind': 'relationHasKind',
  'comes after': 'relationComesAfter',
  'comes before': 'relationComesBefore',
  'caused by': 'relationCausedBy',
  'led to': 'relationLedTo',
  uses: 'relationUses',
  'used by': 'relationUsedBy',
  about: 'relationAbout',
  'subject of': 'relationSubjectOf',
  'published by': 'relationPublishedBy',
  published: 'relationPublished',
  'competes with': 'relationCompetesWith',
  'differs from': 'relationDiffersFrom',
  'related to': 'relationRelatedTo',
};

/** A relation's kind in the reader's language; a kind of somebody's own glossary as it stands there. */
export const relationIn = (labels: Labels, kind: string): string => {
  const key = keys[kind];
  return key === undefined ? kind : labels(key);
};
