import { defineConfig } from 'vitest/config';
import { knowledgePlugin } from '../src/build/knowledge-plugin.ts';

export default defineConfig({
  plugins: [knowledgePlugin()],
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/core/**/*.test.ts', 'tests/*.test.ts'],
    testTimeout: 60_000,
    // What is tested here is pure: files may share a process and its modules, which takes a third less time. Processes,
    // not threads: laws on processor time count that of the process.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
  },
});
