import type { Plugin } from 'vite';

/** Gives `virtual:newsgloss/lexicon` and `virtual:newsgloss/glossary`, made from `assets/`. */
export function knowledgePlugin(): Plugin {
  return { name: 'newsgloss-knowledge' };
}
