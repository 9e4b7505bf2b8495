import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compile } from '../core/knowledge/compile.ts';
import { formatIssue } from '../core/knowledge/issue.ts';
import { readKnowledge } from './read-knowledge.ts';

const projectRoot = new URL('../..', import.meta.url).pathname;
const names = ['virtual:newsgloss/lexicon', 'virtual:newsgloss/glossary'];

/**
 * Makes `virtual:newsgloss/lexicon` and `virtual:newsgloss/glossary` from `assets/`.
 * An Issue stops the build with its file, line and advice.
 */
export function knowledgePlugin({ root = projectRoot } = {}): Plugin {
  return {
    name: 'newsgloss-knowledge',
    resolveId: (id) => (names.includes(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id.slice(1);
      if (id[0] !== '\0' || !names.includes(name)) return undefined;
      const { authored, sources, issues } = readKnowledge(root);
      for (const { file } of authored) this.addWatchFile(join(root, file));
      if (issues.length > 0) this.error(issues.map(formatIssue).join('\n'));
      const compiled = compile({ entries: authored.map(({ entry }) => entry), sources });
      const value = name.endsWith('lexicon') ? compiled.lexicon : compiled.glossary;
      return moduleOf(value);
    },
  };
}

/** JSON.parse of a string starts faster than the same literal in code (V8 reads JSON in one pass). */
function moduleOf(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
