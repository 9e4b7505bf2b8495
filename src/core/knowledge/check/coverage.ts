import { readDates } from '../citing/dates.ts';
import type { Digest } from '../citing/digest.ts';
import { readFigures } from '../citing/figures.ts';
import type { Entry, Source } from '../entry.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './knowledge.ts';

/** How a paragraph is used by the knowledge. */
export type Coverage = {
  readonly source: string;
  readonly paragraph: number;
  /** `entry#claim` of every claim that cites it. */
  readonly claims: readonly string[];
  /** The source says that it states nothing: a caption's file name, page furniture. */
  readonly silent: boolean;
  /** Figures and dates that stand in it and that no claim citing it states. */
  readonly unstated: readonly string[];
};

/** One row a paragraph, in the order of the sources. */
export function coverageOf(knowledge: {
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly digests: readonly Digest[];
}): readonly Coverage[] {
  const claims = knowledge.entries.flatMap((entry) =>
    entry.claims.map((claim) => ({ ...claim, key: `${entry.id}#${claim.id}` })),
  );
  return knowledge.sources.flatMap(({ id, paragraphs, silent, published }) =>
    Array.from({ length: paragraphs }, (_, index): Coverage => {
      const paragraph = index + 1;
      const citing = claims.filter(({ cites }) =>
        cites.some((cite) => cite.source === id && cite.paragraph === paragraph),
      );
      const said = citing.map(({ text }) => readDates(text, published));
      const stated = new Set(said.flatMap(({ dates, rest }) => [...dates, ...readFigures(rest)]));
      const digest = knowledge.digests.find(({ source }) => source === id)?.paragraphs[index];
      return {
        source: id,
        paragraph,
        claims: citing.map(({ key }) => key),
        silent: silent?.includes(paragraph) ?? false,
        unstated: [...(digest?.figures ?? []), ...(digest?.dates ?? [])].filter(
          (one) => !stated.has(one),
        ),
      };
    }),
  );
}

/** Every paragraph that states something is cited, and its figures and dates are stated. */
export const checkCoverage: Check = ({ authored, sources, digests }) => {
  const entries = authored.map(({ entry }) => entry);
  return coverageOf({ entries, sources: sources.sources, digests }).flatMap((row): Issue[] => {
    const index = sources.sources.findIndex(({ id }) => id === row.source);
    const where = { file: sources.file, line: sources.lineOf([index]), severity: 'error' } as const;
    const place = `${row.source}:${row.paragraph}`;
    if (row.claims.length === 0) {
      if (row.silent) return [];
      const advice = 'state what it says in a claim, or list it under silent if it says nothing';
      return [{ ...where, message: `no claim cites ${place}`, advice }];
    }
    return row.unstated.map((one) => ({
      ...where,
      message: `${place} says ${one}, and no claim that cites it does`,
      advice: 'state it in a claim',
    }));
  });
};
