import { parseArgs } from 'node:util';
import type { Lexicon, Weights } from '../core/matching/index.ts';
import { decidePassage } from './evaluation/annotate-passage.ts';
import { openBundledLexicon } from './evaluation/bundled-lexicon.ts';
import { examplesOf, fitWeights } from './evaluation/fit.ts';
import { type Labelled, readLabelled } from './evaluation/passage.ts';
import {
  countPassage,
  emptyScore,
  f1,
  precision,
  recall,
  type Score,
  type Tally,
} from './evaluation/score.ts';

/** `evaluate FILE… [--folds] [--errors] [--exclude=ID,…]`: how right spotting is on labelled passages. */

const foldCount = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folds: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    exclude: { type: 'string', default: 'training' },
  },
});
if (positionals.length === 0) {
  console.error('usage: evaluate FILE… [--folds] [--errors] [--exclude=ID,…]');
  process.exit(2);
}

const lexicon = openBundledLexicon();
const excluded = new Set(values.exclude.split(','));
const passages = positionals.flatMap(readLabelled);
const known = new Set(
  passages.flatMap(({ mentions }) => mentions.map(({ gold, candidate }) => candidate ?? gold)),
);

const plain = judge(passages, () => undefined);
console.log(`${passages.length} passages, left out: ${values.exclude}`);
report('all', plain.all);
report('ambiguous forms', plain.ambiguous);
const { total, marked } = plain.nil;
console.log(`NIL marked: ${marked} of ${total} (${((100 * marked) / (total || 1)).toFixed(1)} %)`);
if (values.folds) reportFolds(lexicon);
console.log('\nby concept');
for (const [concept, tally] of [...plain.concepts].sort()) report(concept, tally);
if (values.errors) console.log(`\n${plain.errors.join('\n')}`);

function judge(
  some: readonly Labelled[],
  weightsFor: (passage: Labelled) => Weights | undefined,
): Score {
  const score = emptyScore();
  for (const passage of some) {
    const weights = weightsFor(passage);
    const answer = decidePassage(lexicon, { ...passage, ...(weights && { weights }) });
    countPassage(score, { passage, answer, known, excluded });
  }
  return score;
}

function report(name: string, tally: Tally): void {
  const [p, r, f] = [precision(tally), recall(tally), f1(tally)].map((x) => x.toFixed(3));
  const counts = `right ${tally.tp}, wrong ${tally.fp}, missed ${tally.fn}`;
  console.log(`${name.padEnd(24)} P ${p}  R ${r}  F1 ${f}   ${counts}`);
}

/**
 * The weights refitted with whole sources left out, each source judged by weights that never saw it. The cues are
 * the same throughout: what is cross-validated is the weighing, not the vocabulary.
 */
function reportFolds(by: Lexicon): void {
  const sources = [...new Set(passages.map(({ source }) => source.ref))].sort();
  const foldOf = new Map(sources.map((source, index) => [source, index % foldCount]));
  const examples = passages.map((passage) => ({
    fold: foldOf.get(passage.source.ref),
    examples: examplesOf(by, passage),
  }));
  const fitted = Array.from({ length: foldCount }, (_, fold) =>
    fitWeights(examples.filter((one) => one.fold !== fold).flatMap((one) => one.examples)),
  );
  const score = judge(passages, ({ source }) => fitted[foldOf.get(source.ref) ?? 0]);
  report(`${foldCount} folds by source`, score.all);
  report('… ambiguous forms', score.ambiguous);
  console.log(`… NIL marked: ${score.nil.marked} of ${score.nil.total}`);
  const whole = fitWeights(examples.flatMap((one) => one.examples));
  const rounded = Object.entries(whole).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  console.log(`weights fitted to all of it: ${rounded.join(', ')}`);
}
