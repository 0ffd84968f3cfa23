import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import type { TestProject } from 'vitest/node';
import packageJson from '../../package.json' with { type: 'json' };

export const root = resolve(import.meta.dirname, '../..');

const { devDependencies } = packageJson;

const { arch, platform } = process;

/** What the package is tried on beside this repository's own tools, which would weigh heavily in every install of it. */
const programs = {
  bun: `@oven/bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}@1.4.4`,
  deno: 'deno@2.9.6',
  'edge-runtime': 'edge-runtime@4.0.1',
  eslint: 'eslint@9.39.5',
  'eslint-plugin-import': 'eslint-plugin-import@2.32.0',
  jest: 'jest@30.5.2',
  'jest-environment-jsdom': 'jest-environment-jsdom@30.5.2',
  // Version 16 no longer stumbles over what it cannot express.
  'json-schema-to-typescript': 'json-schema-to-typescript@15.0.4',
  node20: `node-${platform}-${arch}@20.19.0`,
  node22: `node-${platform}-${arch}@22.23.3`,
  parcel: 'parcel@2.16.4',
  resolve: 'resolve@1.22.14',
  typescript7: 'typescript@7.0.2',
};

/** A file of one of these programs. */
type ToolPath = `${keyof typeof programs}/${string}`;

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

/** What a host may have of its own: the oldest zod that will do, and one that is still to come. */
const zods = { oldest: '4.1.0', later: '4.99.0' };

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
  /** The same, with a zod of the host's own: the oldest of its major version, and one that is still to come. */
  withZod: Record<keyof typeof zods, string>;
  /** The folder of the programs. */
  tools: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    world: World;
  }
}

/** Where a program is that this repository does not use itself. */
export const toolIn = ({ tools }: World, path: ToolPath): string => join(tools, 'node_modules', path);

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

/** A zod that differs from the one at hand in its version alone, as npm installs it. */
function laterZod(at: string, home: string): string {
  const folder = join(home, 'zod');
  cpSync(at, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [, minor] = manifest.version.split('.');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, version: zods.later, scripts: {} }));
  for (const ending of ['js', 'cjs', 'd.ts', 'd.cts']) {
    const file = join(folder, `v4/core/versions.${ending}`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(`minor: ${minor}`, 'minor: 99'));
  }
  return join(home, JSON.parse(run(folder, 'npm', 'pack', '--json', '--pack-destination', home))[0].filename);
}

/** Packs the package as it would be published and installs it in folders of its own. */
function freshWorld(home: string): World {
  const [project, withFastCheck, oldest, later, tools] = [
    'project',
    'with-fast-check',
    'with-oldest-zod',
    'with-later-zod',
    'tools',
  ].map((name) => join(home, name)) as [string, string, string, string, string];
  const [{ filename }] = JSON.parse(run(root, 'npm', 'pack', '--json', '--pack-destination', home));
  for (const folder of [project, tools]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  }
  install(project, join(home, filename), `xstate@${devDependencies.xstate}`);
  cpSync(project, withFastCheck, { recursive: true });
  install(withFastCheck, `fast-check@${devDependencies['fast-check']}`);
  for (const folder of [oldest, later]) cpSync(withFastCheck, folder, { recursive: true });
  install(oldest, `zod@${zods.oldest}`);
  install(later, laterZod(join(project, 'node_modules/zod'), home));
  install(tools, ...Object.entries(programs).map(([name, what]) => `${name}@npm:${what}`));
  for (const folder of [project, oldest, later]) copies('history', folder);
  cpSync(join(root, 'examples/embedded'), join(project, 'embedded'), { recursive: true });
  for (const folder of [withFastCheck, oldest, later])
    for (const each of ['arbitraries', 'declared']) copies(each, folder);
  return { project, withFastCheck, withZod: { oldest, later }, tools };
}

/** Once for all tests of the package; what takes everything away after them. */
export default async function setup(tests: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'package-'));
  const remove = (): Promise<void> => rm(home, { recursive: true });
  try {
    tests.provide('world', freshWorld(home));
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
