import { defineConfig } from 'vitest/config';
import { knowledgePlugin } from '../src/build/knowledge-plugin.ts';

export default defineConfig({
  plugins: [knowledgePlugin()],
  root: new URL('..', import.meta.url).pathname,
  test: { include: ['tests/core/**/*.test.ts', 'tests/*.test.ts'], testTimeout: 60_000 },
});
