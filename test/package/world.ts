import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import packageJson from '../../package.json' with { type: 'json' };

export const root = resolve(import.meta.dirname, '../..');

const { devDependencies } = packageJson;

const { arch, platform } = process;

/** What the package is tried on beside this repository's own tools, which would weigh heavily in every install of it. */
const runtimes = {
  bun: `@oven/bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}@1.4.4`,
  deno: 'deno@2.9.6',
  node20: `node-${platform}-${arch}@20.19.0`,
  node22: `node-${platform}-${arch}@22.23.3`,
  typescript7: 'typescript@7.0.2',
};

/** Runs a program to its end; what it prints, or an error with everything it said. */
export function run(folder: string, program: string, ...args: string[]): string {
  const { NODE_ENV: _, NODE_OPTIONS: __, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
    timeout: 300_000,
  });
  if (status === 0) return stdout;
  throw new Error(
    `${program} ${args.join(' ')} in ${folder}: ${error?.message ?? `status ${status}`}\n${stdout}\n${stderr}`,
  );
}

const install = (folder: string, ...packages: string[]): string =>
  run(
    folder,
    'npm',
    'install',
    '--save-exact',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...packages,
  );

export interface World {
  /** A fresh project with the packed package and XState, and nothing else. */
  project: string;
  /** The same, with fast-check. */
  withFastCheck: string;
  bun: string;
  deno: string;
  node20: string;
  node22: string;
  /** TypeScript 7, which this repository does not use. */
  tsc7: string;
  remove(): void;
}

/** Puts a program in a folder as a module of each kind, for those that know TypeScript and for those that do not. */
function copies(program: string, folder: string): void {
  const text = readFileSync(join(import.meta.dirname, `${program}.ts`), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 };
  writeFileSync(join(folder, `${program}.ts`), text);
  for (const kind of ['m', 'c']) {
    const fileName = `${program}.${kind}ts`;
    writeFileSync(join(folder, fileName), text);
    writeFileSync(
      join(folder, `${program}.${kind}js`),
      ts.transpileModule(text, { fileName, compilerOptions }).outputText,
    );
  }
}

/** Packs the package as it would be published and installs it in folders of its own. */
export function freshWorld(): World {
  const home = mkdtempSync(join(tmpdir(), 'package-'));
  const [project, withFastCheck, tools] = ['project', 'with-fast-check', 'tools'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  const [{ filename }] = JSON.parse(run(root, 'npm', 'pack', '--json', '--pack-destination', home));
  for (const folder of [project, tools]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  }
  install(project, join(home, filename), `xstate@${devDependencies.xstate}`);
  cpSync(project, withFastCheck, { recursive: true });
  install(withFastCheck, `fast-check@${devDependencies['fast-check']}`);
  install(tools, ...Object.entries(runtimes).map(([name, what]) => `${name}@npm:${what}`));
  copies('history', project);
  copies('arbitraries', withFastCheck);
  const tool = (path: string): string => join(tools, 'node_modules', path);
  return {
    project,
    withFastCheck,
    bun: tool('bun/bin/bun'),
    deno: tool('.bin/deno'),
    node20: tool('node20/bin/node'),
    node22: tool('node22/bin/node'),
    tsc7: tool('typescript7/bin/tsc'),
    remove: () => rmSync(home, { recursive: true }),
  };
}
