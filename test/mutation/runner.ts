import { readFileSync } from 'node:fs';
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
import type { compilerOf } from './compiler.ts';
import type { isKilled } from './run.ts';

const [vitest] = vitestPlugins;

/** Where instrumented sources look for the mutant that is switched on. */
const switches = globalThis as { __stryker__?: { activeMutant?: string | undefined } };

/** The lines that are tried anew, where not all are. */
const lines = process.env.LINES === undefined ? null : new Set(process.env.LINES.split(',').map(Number));

/** Of so many mutants one is tried, where not all are. */
const oneIn = Number(process.env.ONE_IN ?? 1);

/** What is said of a mutant that is not tried. */
export const untried = 'as it was';

/**
 * Stryker's runner of the tests, asked only of the mutants that the golden histories do not notice and that compile, since to find that
 * out takes far less time (`docs/decisions/0005-mutants-hear-the-histories-first.md`).
 */
class HistoriesFirst implements TestRunner {
  readonly #tests: TestRunner;
  #isKilled: typeof isKilled = () => false;
  #compilerOf: typeof compilerOf = () => () => true;
  readonly #compilers = new Map<string, ReturnType<typeof compilerOf>>();

  constructor(tests: TestRunner) {
    this.#tests = tests;
  }

  async init(): Promise<void> {
    await this.#tests.init?.();
    // Only now is the working directory that of the instrumented sources.
    this.#isKilled = (await import('./run.ts')).isKilled;
    this.#compilerOf = (await import('./compiler.ts')).compilerOf;
  }

  dispose = async (): Promise<void> => this.#tests.dispose?.();
  capabilities = (): TestRunnerCapabilities | Promise<TestRunnerCapabilities> => this.#tests.capabilities();
  dryRun = (options: DryRunOptions): Promise<DryRunResult> => this.#tests.dryRun(options);

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (!isTried(options.activeMutant)) return killedBy(untried);
    if (this.#isNoticed(options)) return killedBy('another answer');
    if (!this.#compiles(options)) return killedBy('it does not compile');
    return this.#tests.mutantRun(options);
  }

  #compiles({ sandboxFileName, activeMutant: { fileName, location, replacement } }: MutantRunOptions): boolean {
    const source = readFileSync(fileName, 'utf8');
    const lines = source.split('\n');
    const offset = ({ line, column }: Mutant['location']['start']): number =>
      [...lines.slice(0, line), ''].join('\n').length + column;
    const file = relative(process.cwd(), sandboxFileName);
    const compiles = this.#compilers.get(file) ?? this.#compilerOf(file);
    this.#compilers.set(file, compiles);
    return compiles(source.slice(0, offset(location.start)) + replacement + source.slice(offset(location.end)));
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
const isTried = ({ id, location: { start, end } }: Mutant): boolean =>
  Number(id) % oneIn === 0 && (lines === null || [...lines].some((line) => start.line < line && line <= end.line + 1));

const historiesFirst = (injector: Injector<PluginContext>): TestRunner => {
  if (!vitest) throw new Error('the runner of the tests is gone from its package');
  return new HistoriesFirst(injector.injectFunction(vitest.factory));
};
historiesFirst.inject = tokens(commonTokens.injector);

/** What Stryker reads. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'histories first', historiesFirst)];
