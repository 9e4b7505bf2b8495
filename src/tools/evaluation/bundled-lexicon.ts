import { fileURLToPath } from 'node:url';
import { readKnowledge } from '../../build/read-knowledge.ts';
import { compile } from '../../core/knowledge/compile.ts';
import { type Lexicon, openLexicon } from '../../core/matching/index.ts';

/** The lexicon of `assets/entries`, compiled now. Throws, naming file and line, where an entry cannot be read. */
export function openBundledLexicon(): Lexicon {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const { authored, sources, issues } = readKnowledge(root);
  const [first] = issues;
  if (first !== undefined) throw new Error(`${first.file}:${first.line}: ${first.message}`);
  const entries = authored.map(({ entry }) => entry);
  return openLexicon(compile({ entries, sources }).lexicon);
}
