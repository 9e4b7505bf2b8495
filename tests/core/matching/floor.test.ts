import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decidePassage } from '../../../src/tools/evaluation/annotate-passage.ts';
import { openBundledLexicon } from '../../../src/tools/evaluation/bundled-lexicon.ts';
import { readLabelled } from '../../../src/tools/evaluation/passage.ts';
import {
  countPassage,
  emptyScore,
  precision,
  recall,
  type Score,
} from '../../../src/tools/evaluation/score.ts';

const lexicon = openBundledLexicon();
const here = import.meta.dirname;
const own = [
  'ai',
  'other-fields',
  'second-round',
  'third-round',
  'fourth-round',
  'fifth-round',
  'sixth-round',
  'seventh-round',
  'eighth-round',
  'ninth-round',
  'tenth-round',
  'eleventh-round',
  'twelfth-round',
  'thirteenth-round',
  'fourteenth-round',
  'fifteenth-round',
  'sixteenth-round',
  'seventeenth-round',
].map((name) => join(here, 'passages', `${name}.txt`));
const shared = join(here, '../../../../shared/evaluation/dev.jsonl');

function scoreOf(files: readonly string[]): Score {
  const passages = files.flatMap(readLabelled);
  const known = new Set(
    passages.flatMap(({ mentions }) => mentions.map(({ gold, candidate }) => candidate ?? gold)),
  );
  const score = emptyScore();
  for (const passage of passages) {
    const answer = decidePassage(lexicon, passage);
    countPassage(score, { passage, answer, known, excluded: new Set(['training']) });
  }
  return score;
}

describe('what was right stays right', () => {
  it('on passages of our own', () => {
    const { all, nil, errors } = scoreOf(own);
    expect(nil.total).toBeGreaterThan(500);
    expect({ wrong: all.fp, nil: nil.marked }, errors.join('\n')).toEqual({ wrong: 0, nil: 0 });
    expect(recall(all), errors.join('\n')).toBeGreaterThanOrEqual(0.965);
  });

  it.skipIf(!existsSync(shared))(
    'on the shared development set (skipped where ../shared is not laid beside the project)',
    () => {
      const { all, nil, errors } = scoreOf([shared]);
      expect(precision(all), errors.join('\n')).toBeGreaterThanOrEqual(0.99);
      expect(recall(all), errors.join('\n')).toBeGreaterThanOrEqual(0.98);
      expect(nil.marked / nil.total).toBeLessThanOrEqual(0.01);
    },
  );
});
