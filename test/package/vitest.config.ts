import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS;

// `npm run test:package`: the package as npm packs it, installed and used as people do.
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    globalSetup: join(import.meta.dirname, 'world.ts'),
    testTimeout: 300_000,
    maxWorkers: 2,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
