import { relative } from 'node:path';
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

/**
 * Stryker's runner of the tests, asked only of the mutants that the golden histories do not notice: to tell them takes
 * milliseconds, and to start the tests anew, as the tables in `src` need it, the better part of a second.
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
    const noticed = this.#isNoticed(options);
    if (!noticed) return this.#tests.mutantRun(options);
    return { status: MutantRunStatus.Killed, killedBy: ['golden'], failureMessage: 'another answer', nrOfTests: 1 };
  }

  #isNoticed({ sandboxFileName, activeMutant }: MutantRunOptions): boolean {
    const change = { given: { [relative(process.cwd(), sandboxFileName)]: (exports: object) => ({ ...exports }) } };
    switches.__stryker__ ??= {};
    switches.__stryker__.activeMutant = activeMutant.id;
    try {
      return this.#isKilled({ kind: '', name: '', steps: [], types: [], change });
    } finally {
      switches.__stryker__.activeMutant = undefined;
    }
  }
}

const historiesFirst = (injector: Injector<PluginContext>): TestRunner => {
  if (!vitest) throw new Error('the runner of the tests is gone from its package');
  return new HistoriesFirst(injector.injectFunction(vitest.factory));
};
historiesFirst.inject = tokens(commonTokens.injector);

/** What Stryker reads. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'histories first', historiesFirst)];
