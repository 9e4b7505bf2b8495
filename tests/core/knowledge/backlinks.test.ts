import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import { describe, expect, test } from 'vitest';
import { readBacklinks } from '../../../src/core/knowledge/backlinks.ts';
import { openLexicon } from '../../../src/core/matching/index.ts';

const backlinks = readBacklinks(glossary, openLexicon(packed));
const mentioning = (id: string) => backlinks.get(id)?.map(({ concept }) => concept.id) ?? [];

describe('the entries that mention a concept', () => {
  test('are found in their own texts', () => {
    expect(mentioning('deepseek')).toContain('deepseek-r1');
  });

  test('never count the entry itself', () => {
    for (const [id] of backlinks) expect(mentioning(id)).not.toContain(id);
  });

  test('show the words that name it', () => {
    for (const { passages } of backlinks.get('deepseek') ?? [])
      for (const { text, spans } of passages)
        for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/deepseek/i);
  });

  test('hold a speaker to what is said, though the words do not name him', () => {
    const said = glossary.entries.filter(
      ({ id, claims }) =>
        id !== 'jensen-huang' && claims.some(({ speaker }) => speaker === 'jensen-huang'),
    );
    expect(said.length).toBeGreaterThan(0);
    for (const { id } of said) expect(mentioning('jensen-huang')).toContain(id);
  });
});
