import { join } from 'node:path';
import { load, root } from '../mutation/library.ts';
import { type HistoryTold, type Library, writeGolden } from '../support/golden.ts';

// `npm run golden`: keeps what the present version answers. `npm run golden -- --again` does so anew.

const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
const { allTold, present } = load<{ allTold: (examples: string) => HistoryTold[]; present: Library }>(
  'test/support/golden-told.ts',
  {
    given: { vitest: () => ({}) },
  },
);
const told = allTold(join(root, 'examples/cases'));
const count = writeGolden(join(root, 'test/golden'), version, told, present, process.argv.includes('--again'));
console.log(`${count} histories in test/golden/${version}`);
