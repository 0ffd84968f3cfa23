import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS;

// `npm run test:hosts`: the hosts in the examples, started for real, killed, crowded and misled. HOSTS_KILLS says how often. With HOSTS=all,
// Restate is put to all of it too: that takes long, and is the same API over the same library.
export default defineConfig({
  test: {
    include: ['test/hosts/**/*.test.ts'],
    exclude: process.env.HOSTS === 'all' ? [] : ['test/hosts/restate-*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
