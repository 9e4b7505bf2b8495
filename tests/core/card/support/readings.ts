import type { EntryReading } from '../../../../src/core/knowledge/glossary.ts';

/** The least that an entry can be read as. */
export const readingOf = (id: string): EntryReading => ({
  entry: {
    id,
    kind: 'company',
    prefLabel: id,
    aliases: [],
    summary: `What ${id} is.`,
    definition: `More of what ${id} is.`,
    basis: 'general',
    claims: [],
    related: [],
    dates: [],
  },
  sources: {},
  speakers: {},
  related: [],
  disputes: [],
  stages: [],
  timeline: [],
  asOf: '2025-02',
});
