import type { Entry } from '../knowledge/entry.ts';

/** Placeholder until the matcher's own packed form lands; read only through `openLexicon`. */
export type PackedLexicon = {
  readonly concepts: readonly { readonly id: string; readonly aliases: Entry['aliases'] }[];
};

/** What finds the concepts of these entries: plain JSON, opened by `openLexicon`. */
export function packLexicon(entries: readonly Entry[]): PackedLexicon {
  return {
    concepts: entries.map(({ id, aliases }) => ({ id, aliases })),
  };
}
