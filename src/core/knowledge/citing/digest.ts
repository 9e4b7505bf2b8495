import * as v from 'valibot';
import { readDates } from './dates.ts';
import { readFigures } from './figures.ts';
import { ordinaryWords, readNames } from './names.ts';
import { wordRuns } from './word-runs.ts';

/** What a paragraph says, for checking, without its sentences. */
export type ParagraphDigest = {
  readonly figures: readonly string[];
  readonly dates: readonly string[];
  readonly names: readonly string[];
  /** Salted hashes of its runs of eight words, sorted so that their order tells nothing. */
  readonly runs: readonly string[];
};

/** A document as the project keeps it: enough to check a claim, too little to read. */
export type Digest = {
  readonly version: 1;
  readonly source: string;
  readonly salt: string;
  readonly paragraphs: readonly ParagraphDigest[];
};

const strings = v.array(v.string());
export const digestSchema = v.strictObject({
  version: v.literal(1),
  source: v.string(),
  salt: v.string(),
  paragraphs: v.array(
    v.strictObject({ figures: strings, dates: strings, names: strings, runs: strings }),
  ),
});

/** A document to be digested. A paragraph is a non-empty line, counted from 1. */
export type DocumentText = {
  readonly source: string;
  /** `YYYY-MM` or finer: gives "in January" its year. */
  readonly published: string;
  readonly text: string;
};

/** Salted hash of a run: given by the caller, since the core has no cryptography. */
export type HashRun = (saltedRun: string) => string;

export function paragraphsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A document as its digest. It depends on this document alone, so that it can be made again without the others. */
export function digestDocument(
  { source, published, text }: DocumentText,
  { hash, salt }: { readonly hash: HashRun; readonly salt: string },
): Digest {
  const lines = paragraphsOf(text);
  const ordinary = ordinaryWords(lines);
  const names = lines.flatMap((line) => readNames(line, { ordinary, known: new Set() }));
  const known = new Set(names.flatMap((name) => name.toLowerCase().split(' ')));
  return {
    version: 1,
    source,
    salt,
    paragraphs: lines.map((line) => {
      const { dates, rest } = readDates(line, published);
      return {
        figures: readFigures(rest),
        dates,
        names: readNames(line, { ordinary, known }),
        runs: [...new Set(wordRuns(line).map((run) => hash(`${salt} ${run}`)))].sort(),
      };
    }),
  };
}
