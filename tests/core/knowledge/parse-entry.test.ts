import { describe, expect, test } from 'vitest';
import { parseEntry } from '../../../src/core/knowledge/parse-entry.ts';

const good = `id: token
kind: notion
prefLabel: Token
aliases:
  - { form: token, inflect: noun, ambiguous: true }
summary: A small piece of text.
definition: A short piece of text, such as a word.
basis: general
claims:
  - id: trillions
    text: There are many of them.
    kind: estimate
    cites: [vietnam-vn:11]
    asOf: 2025-02
`;

const issuesOf = (text: string, file = 'assets/entries/token.yaml') => {
  const parsed = parseEntry(text, file);
  return 'issues' in parsed ? parsed.issues : [];
};

describe('an entry file', () => {
  test('becomes an Entry whose citations are values', () => {
    const parsed = parseEntry(good, 'assets/entries/token.yaml');
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    expect(parsed.entry.claims[0]?.cites).toEqual([{ source: 'vietnam-vn', paragraph: 11 }]);
    expect(parsed.entry.related).toEqual([]);
    expect(parsed.lineOf(['claims', 0, 'text'])).toBe(11);
    expect(parsed.lineOf(['claims', 0, 'disputes', 3])).toBe(10);
  });

  test('may say that a claim is general knowledge, but not leave its citations out', () => {
    expect(issuesOf(good.replace('[vietnam-vn:11]', 'general'))).toEqual([]);
    expect(issuesOf(good.replace('[vietnam-vn:11]', '[]'))).toHaveLength(1);
    expect(issuesOf(good.replace('    cites: [vietnam-vn:11]\n', ''))).toHaveLength(1);
  });

  const faults: readonly (readonly [law: string, from: string, to: string, line: number])[] = [
    ['an unknown key is refused', 'kind: notion', 'kind: notion\nflavour: sweet', 3],
    ['a kind is one of the list', 'kind: notion', 'kind: idea', 2],
    ['a summary has at most 160 characters', 'A small piece of text.', 'x'.repeat(161), 6],
    ['HTML has no place in a summary', 'A small piece', 'A <b>small</b> piece', 6],
    ['a citation names source and paragraph', 'vietnam-vn:11', 'vietnam-vn', 13],
    ['a date is YYYY, YYYY-MM or YYYY-MM-DD', '2025-02', 'February 2025', 14],
    ['a missing key is named at its owner', '    text: There are many of them.\n', '', 10],
    ['YAML that cannot be read is refused', 'kind: notion', 'kind: notion: no', 2],
    ['a key given twice is refused', 'kind: notion', 'kind: notion\nkind: event', 3],
    ['the id is the name of the file', 'id: token', 'id: tokens', 1],
  ];
  test.each(faults)('%s', (_law, from, to, line) => {
    const issues = issuesOf(good.replace(from, to));
    expect(issues.map((issue) => issue.line)).toContain(line);
    expect(issues[0]?.advice).not.toBe('');
  });
});
