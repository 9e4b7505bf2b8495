import type { Entry } from './entry.ts';

/** What search needs of an entry. A Glossary's entries are such; so are a pack's short rows. */
export type Searchable = Pick<Entry, 'id' | 'kind' | 'prefLabel' | 'summary' | 'definition'> & {
  readonly aliases: readonly { readonly form: string }[];
};
