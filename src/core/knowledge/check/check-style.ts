import type { Issue } from '../issue.ts';
import type { AuthoredEntry } from '../parse-entry.ts';
import { type Check, fault } from './knowledge.ts';

const control = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;
/** A summary or claim is read alone, in a card or a search result. */
const leaning = /^(?:it|this|that|these|those|they|he|she|such)\b/i;

/** What a reader sees is whole sentences, the summary understood alone, the definition one to three sentences. */
export const checkStyle: Check = ({ authored }) => authored.flatMap(styleOf);

function styleOf(one: AuthoredEntry): readonly Issue[] {
  const { summary, definition, claims, prefLabel, aliases } = one.entry;
  const issues: Issue[] = [];
  const say = (path: readonly (string | number)[], message: string, advice: string) =>
    issues.push(fault(one, path, { message, advice }));

  if (leaning.test(summary)) {
    say(
      ['summary'],
      'the summary leans on something before it',
      'name the thing, or say what kind it is',
    );
  }
  const sentences = countSentences(definition);
  if (sentences > 3 || sentences < 1) {
    say(['definition'], `the definition has ${sentences} sentences`, 'say it in two or three');
  }
  const texts: readonly (readonly [path: readonly (string | number)[], text: string])[] = [
    [['summary'], summary],
    [['definition'], definition],
    ...claims.map((claim, index) => [['claims', index, 'text'], claim.text] as const),
  ];
  for (const [path, text] of texts) {
    if (!/[.!?]["”]?$/.test(text)) say(path, 'no full stop at the end', 'write a whole sentence');
    if (/\s{2}/.test(text)) say(path, 'two spaces in a row', 'leave one');
  }
  for (const [path, text] of [
    ...texts,
    [['prefLabel'], prefLabel] as const,
    ...aliases.map(({ form }, index) => [['aliases', index], form] as const),
  ]) {
    if (control.test(text))
      say(path, 'an invisible character', 'remove control and format characters');
  }
  return issues;
}

export function countSentences(text: string): number {
  const parts = text.replace(/\b(?:Mr|Mrs|Dr|St)\./g, '').split(/[.!?]+["”)]?(?:\s|$)/);
  return parts.filter((part) => /\p{L}/u.test(part)).length;
}
