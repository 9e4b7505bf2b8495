import { defineConfig } from 'vitest/config';
import { knowledgePlugin } from '../src/build/knowledge-plugin.ts';

/** Tests that need layout: real Chromium and real Firefox, one file after the other, so that timings mean something. */
export default defineConfig({
  plugins: [knowledgePlugin()],
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/page/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/harness/build-extension.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
