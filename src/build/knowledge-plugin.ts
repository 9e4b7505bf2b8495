import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compile } from '../core/knowledge/compile.ts';
import { formatIssue } from '../core/knowledge/issue.ts';
import { projectRoot, readKnowledge } from './read-knowledge.ts';

const names = [
  'virtual:newsgloss/lexicon',
  'virtual:newsgloss/look',
  'virtual:newsgloss/glossary',
  'virtual:newsgloss/entries',
];

/**
 * Makes from `assets/`: `virtual:newsgloss/lexicon`, and the part of it that every page carries, `…/look`;
 * `…/glossary`; and, with the rules of its aliases, from which other lexicons are made, `…/entries`.
 * An Issue stops the build with its file, line and advice.
 */
export function knowledgePlugin({ root = projectRoot } = {}): Plugin {
  /** Read once a build, however many of its modules are asked for. */
  let knowledge: ReturnType<typeof readKnowledge> | undefined;
  return {
    name: 'newsgloss-knowledge',
    buildStart() {
      knowledge = undefined;
    },
    watchChange() {
      knowledge = undefined;
    },
    resolveId: (id) => (names.includes(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id.slice(1);
      if (id[0] !== '\0' || !names.includes(name)) return undefined;
      knowledge ??= readKnowledge(root);
      const { authored, sources, issues, files } = knowledge;
      for (const file of files) this.addWatchFile(join(root, file));
      const errors = issues.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) this.error(errors.map(formatIssue).join('\n'));
      const entries = authored.map(({ entry }) => entry);
      if (name.endsWith('entries')) return moduleOf(entries);
      const { lexicon, glossary } = compile({ entries, sources });
      const { quick, witness } = lexicon;
      if (name.endsWith('look')) return inAscii(moduleOf({ quick, witness }));
      return moduleOf(name.endsWith('lexicon') ? lexicon : glossary);
    },
  };
}

/** One letter beyond Latin-1 doubles the memory of the whole script, and slows its compilation. */
const inAscii = (script: string): string =>
  script.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** JSON.parse of a string starts faster than the same literal in code (V8 reads JSON in one pass). */
function moduleOf(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
