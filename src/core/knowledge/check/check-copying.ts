import { runLength, wordRuns } from '../citing/word-runs.ts';
import type { Entry } from '../entry.ts';
import { type Check, fault, type Knowledge } from './knowledge.ts';

/** No text of an entry has eight words in a row as a document has them. */
export const checkCopying: Check = (knowledge) => {
  const isCopied = createCopyTest(knowledge);
  return knowledge.authored.flatMap((one) =>
    textsOf(one.entry).flatMap(([path, text]) =>
      copiedRuns(text, isCopied).map(({ run, source }) =>
        fault(one, path, {
          message: `${runLength} words in a row as in ${source}: "${run}"`,
          advice: 'say it in words of your own',
        }),
      ),
    ),
  );
};

/** Gives the `source:paragraph` that a run of eight folded words stands in, if any. */
export function createCopyTest({
  digests,
  hash,
}: Pick<Knowledge, 'digests' | 'hash'>): (run: string) => string | undefined {
  const books = digests.map(({ source, salt, paragraphs }) => ({
    source,
    salt,
    places: new Map(paragraphs.flatMap(({ runs }, index) => runs.map((run) => [run, index + 1]))),
  }));
  return (run) => {
    for (const { source, salt, places } of books) {
      const paragraph = places.get(hash(`${salt} ${run}`));
      if (paragraph !== undefined) return `${source}:${paragraph}`;
    }
    return undefined;
  };
}

/** The runs of a text that stand in a document; of runs that overlap only the first. */
export function copiedRuns(
  text: string,
  isCopied: (run: string) => string | undefined,
): readonly { readonly run: string; readonly source: string }[] {
  const found: { run: string; source: string }[] = [];
  let free = 0;
  wordRuns(text).forEach((run, start) => {
    const source = isCopied(run);
    if (source === undefined || start < free) return;
    found.push({ run, source });
    free = start + runLength;
  });
  return found;
}

function textsOf({
  summary,
  definition,
  claims,
  dates,
}: Entry): readonly (readonly [path: readonly (string | number)[], text: string])[] {
  return [
    [['summary'], summary],
    [['definition'], definition],
    ...claims.map(({ text }, index) => [['claims', index], text] as const),
    ...dates.map(({ what }, index) => [['dates', index], what] as const),
  ];
}
