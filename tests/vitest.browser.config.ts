import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { knowledgePlugin } from '../src/build/knowledge-plugin.ts';

/** The request recorder's test comes last, as it speaks of all that the others made the browsers do. */
class RequestsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLast = ({ moduleId }: TestSpecification) => moduleId.endsWith('requests.test.ts');
    return [...sorted.filter((file) => !isLast(file)), ...sorted.filter(isLast)];
  }
}

/** Tests that need layout: real Chromium and real Firefox, one file after the other, so that timings mean something. */
export default defineConfig({
  plugins: [knowledgePlugin()],
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/page/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/harness/build-extension.ts', 'tests/harness/record-requests.ts'],
    sequence: { sequencer: RequestsLast },
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
