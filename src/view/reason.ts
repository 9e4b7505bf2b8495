import type { Labels } from '../core/labels.ts';
import type { Reason } from '../core/matching/mention.ts';
import { listIn } from './intl.ts';

/** How many words a reason shows: more persuade nobody. */
const most = 4;

/** Rules that decide by more than words near by. */
const withoutWords: Readonly<Record<string, string>> = {
  'reader-said-yes': 'cardWhyReader',
  'named-on-page': 'reasonNamedOnPage',
  'words-on-page': 'reasonWordsOnPage',
  'usual-meaning': 'reasonUsualMeaning',
};

/** Why a mention carries a mark, in the reader's words. */
export const reasonIn = (labels: Labels, { rule, cues }: Reason): string => {
  const plain = withoutWords[rule];
  if (plain !== undefined) return labels(plain);
  if (cues.length === 0) return labels('cardWhyForm');
  const words = cues.slice(0, most).map((cue) => labels('cardQuoted', [cue]));
  return labels('cardWhyCues', [listIn(labels, words)]);
};
