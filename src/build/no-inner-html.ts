import type { Plugin } from 'vite';

/** Preact's one line that writes HTML, as its published module has it: `dom.innerHTML=html.__html`. */
const assignment = /\.innerHTML=([\w$]+)\.__html/g;

/**
 * Takes from Preact the ability to write HTML into a page: what `dangerouslySetInnerHTML` is given becomes text. We use
 * it nowhere; this way no mistake of ours can, and the store's linter, which warns of the line, has nothing to say.
 * The build stops when a new version of Preact has no such line, so that somebody looks.
 */
export function noInnerHtml(): Plugin {
  return {
    name: 'newsgloss-no-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.m?js$/.test(id.replace(/\?.*$/, ''))) return undefined;
      const lines = code.match(assignment)?.length ?? 0;
      if (lines !== 1)
        this.error(
          `expected one assignment of HTML in ${id}, found ${lines}: see ${import.meta.filename}`,
        );
      return { code: code.replace(assignment, '.textContent=$1.__html'), map: null };
    },
  };
}
