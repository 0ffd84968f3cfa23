import { relative } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import {
  commonTokens,
  declareFactoryPlugin,
  type Injector,
  type PluginContext,
  PluginKind,
  tokens,
} from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import type { isKilled } from './run.ts';

const [vitest] = vitestPlugins;

/** Where instrumented sources look for the mutant that is switched on. */
const switches = globalThis as { __stryker__?: { activeMutant?: string | undefined } };

/** The lines that are tried anew, where not all are. */
const lines = process.env.LINES === undefined ? null : new Set(process.env.LINES.split(',').map(Number));

/** What is said of a mutant that is not tried anew. */
export const untried = 'as it was';

/**
 * Stryker's runner of the tests, asked only of the mutants that the golden histories do not notice, since to tell those takes far
 * less time (`docs/decisions/0005-mutants-hear-the-histories-first.md`).
 */
class HistoriesFirst implements TestRunner {
  readonly #tests: TestRunner;
  #isKilled: typeof isKilled = () => false;

  constructor(tests: TestRunner) {
    this.#tests = tests;
  }

  async init(): Promise<void> {
    await this.#tests.init?.();
    // Only now is the working directory that of the instrumented sources.
    this.#isKilled = (await import('./run.ts')).isKilled;
  }

  dispose = async (): Promise<void> => this.#tests.dispose?.();
  capabilities = (): TestRunnerCapabilities | Promise<TestRunnerCapabilities> => this.#tests.capabilities();
  dryRun = (options: DryRunOptions): Promise<DryRunResult> => this.#tests.dryRun(options);

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (!isTried(options.activeMutant)) return killedBy(untried);
    const noticed = this.#isNoticed(options);
    if (!noticed) return this.#tests.mutantRun(options);
    return killedBy('another answer');
  }

  #isNoticed({ sandboxFileName, activeMutant }: MutantRunOptions): boolean {
    const change = {
      given: { [relative(process.cwd(), sandboxFileName)]: (original: () => object) => ({ ...original() }) },
    };
    switches.__stryker__ ??= {};
    switches.__stryker__.activeMutant = activeMutant.id;
    try {
      return this.#isKilled({ kind: '', name: '', steps: [], types: [], change });
    } finally {
      switches.__stryker__.activeMutant = undefined;
    }
  }
}

const killedBy = (what: string): MutantRunResult => ({
  status: MutantRunStatus.Killed,
  killedBy: [what],
  failureMessage: what,
  nrOfTests: 1,
});

// Here lines are counted from zero.
const isTried = ({ location: { start, end } }: Mutant): boolean =>
  lines === null || [...lines].some((line) => start.line < line && line <= end.line + 1);

const historiesFirst = (injector: Injector<PluginContext>): TestRunner => {
  if (!vitest) throw new Error('the runner of the tests is gone from its package');
  return new HistoriesFirst(injector.injectFunction(vitest.factory));
};
historiesFirst.inject = tokens(commonTokens.injector);

/** What Stryker reads. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'histories first', historiesFirst)];
