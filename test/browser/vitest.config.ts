import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS;

// `npm run test:browser`: what is shown in a browser, tried in the Chromium of the system.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What comes a moment later comes later where two browsers share the machine.
    expect: { poll: { timeout: 10_000 } },
    // A page waits for its browser, and its browser for the page.
    maxWorkers: 2,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
