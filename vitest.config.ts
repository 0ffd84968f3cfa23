import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/hosts/**', 'test/package/**', 'test/slow/**'],
    testTimeout: 20_000,
    // What is made once for many tests, such as an exploration, is made once in a worker.
    isolate: false,
    // A machine with two cores would be given one worker.
    maxWorkers: '100%',
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    coverage: { include: ['src/**/*.ts'] },
  },
});
