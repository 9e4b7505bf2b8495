import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { knowledgePlugin } from '../../src/build/knowledge-plugin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * One classic script that puts everything `entry` exports on a global of the page, so that modules of src/page run
 * in a bare real page: `page.addScriptTag({ content })`, then `page.evaluate(() => newsgloss.…)`.
 *
 * @param entry path from the project's root, e.g. `tests/page/support/in-page.ts`
 */
export const bundleForPage = async (
  entry: string,
  { global = 'newsgloss', minify = false }: { global?: string; minify?: boolean } = {},
): Promise<string> => {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [knowledgePlugin()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify,
      target: 'es2023',
      lib: {
        entry: new URL(`../../${entry}`, import.meta.url).pathname,
        formats: ['iife'],
        name: global,
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no script`);
  return chunk.code;
};
