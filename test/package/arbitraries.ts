import * as fc from 'fast-check';
import { openCase, replay } from 'lpbso-second-opinion';
import { openings, recordedHistories } from 'lpbso-second-opinion/testing/arbitraries';

// What fast-check draws, for those who have installed it.

declare const console: { log(line: string): void };

const drawn = { seed: 1, numRuns: 20 };
console.log(
  JSON.stringify({
    opened: fc.sample(openings, drawn).map((opening) => openCase(opening).ok),
    ends: fc
      .sample(recordedHistories, drawn)
      .map(({ opening, events }) => replay(opening, events, 'record').case?.step),
  }),
);
