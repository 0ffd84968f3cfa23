import { execFileSync } from 'node:child_process';
import { root } from '../support/page.ts';
import type { Figures } from './measure.ts';
import { importedPackages } from './sizes.ts';

export const built = 'the built package';
export const packages = 'its packages alone';
export const nothing = 'nothing';

/** What a fresh Node uses of the processors to start, import and end, in microseconds. */
function freshly(imported: string[]): number {
  const code = [
    ...imported.map((name) => `await import(${JSON.stringify(name)});`),
    'const { user, system } = process.cpuUsage();',
    'console.log(user + system);',
  ].join('\n');
  const args = ['--input-type=module', '--eval', code];
  return Number(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: {} }));
}

/** The import of the built package, of what it imports, and of nothing, in turn, each in a Node of its own. */
export async function measureImports(rounds: number): Promise<{ figures: Figures; paths: string[] }> {
  const all = await importedPackages();
  const paths = ['xstate', 'zod'].map((name) => {
    const path = all.find((each) => each.split('/')[0] === name);
    if (!path) throw new Error(`The built package does not import ${name}`);
    return path;
  });
  const asked: [string, string[]][] = [
    [built, ['lpbso-second-opinion']],
    [packages, paths],
    [nothing, []],
  ];
  const figures: Figures = new Map(asked.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < asked.length; turn += 1) {
      const [name, imported] = asked[(round + turn) % asked.length] as [string, string[]];
      figures.get(name)?.push(freshly(imported));
    }
  return { figures, paths };
}
