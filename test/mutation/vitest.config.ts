import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The tests that a changed source is tried on, in the order in which they are likely to notice it.
const files = (process.env.TRIED_ON ?? '').split(' ').map((name) => `test/${name}.test.ts`);

class AsListed extends BaseSequencer {
  override async sort(found: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => files.findIndex((file) => moduleId.endsWith(file));
    return [...found].sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: files,
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: AsListed },
    testTimeout: 60_000,
    update: 'none',
  },
});
