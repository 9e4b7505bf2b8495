import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compile } from '../core/knowledge/compile.ts';
import { formatIssue } from '../core/knowledge/issue.ts';
import { projectRoot, readKnowledge } from './read-knowledge.ts';

const names = [
  'virtual:newsgloss/lexicon',
  'virtual:newsgloss/glossary',
  'virtual:newsgloss/entries',
];

/**
 * Makes `virtual:newsgloss/lexicon`, `virtual:newsgloss/glossary` and, with the rules of its aliases, from which other
 * lexicons are made, `virtual:newsgloss/entries` from `assets/`.
 * An Issue stops the build with its file, line and advice.
 */
export function knowledgePlugin({ root = projectRoot } = {}): Plugin {
  return {
    name: 'newsgloss-knowledge',
    resolveId: (id) => (names.includes(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id.slice(1);
      if (id[0] !== '\0' || !names.includes(name)) return undefined;
      const { authored, sources, issues, files } = readKnowledge(root);
      for (const file of files) this.addWatchFile(join(root, file));
      const errors = issues.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) this.error(errors.map(formatIssue).join('\n'));
      const entries = authored.map(({ entry }) => entry);
      if (name.endsWith('entries')) return moduleOf(entries);
      const compiled = compile({ entries, sources });
      return moduleOf(name.endsWith('lexicon') ? compiled.lexicon : compiled.glossary);
    },
  };
}

/** JSON.parse of a string starts faster than the same literal in code (V8 reads JSON in one pass). */
function moduleOf(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
