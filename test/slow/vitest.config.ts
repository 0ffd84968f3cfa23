import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS;

// `npm run test:slow`: what takes long and needs nothing else: commands that are started for real, mutants, histories counted.
export default defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 20_000,
    isolate: false,
    maxWorkers: '100%',
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
