// Before and after `npm pack`: each entry of the package as a folder of its name, for tools that do not read `exports`.
//
//   node .ci/entries.ts            puts them in the root, where git does not look at them
//   node .ci/entries.ts --remove   takes them away
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

// npm runs what is in package.json from there.
const root = process.cwd();

/** The modules that a host can import by name, as files of `src` without their ending; a language is a file of a folder. */
export const modules: { name: string; file: string }[] = Object.entries(manifest.exports).flatMap(([key, leads]) => {
  if (typeof leads === 'string') return [];
  const [name, file] = [key.slice(2), leads.import.default.slice('./dist/'.length, -'.js'.length)];
  if (!file.endsWith('/*')) return [{ name, file }];
  return readdirSync(join(root, 'src', file.slice(0, -2)))
    .map((found) => found.slice(0, -'.ts'.length))
    .filter((found) => found !== 'index')
    .map((found) => ({ name: name.replace('*', found), file: file.replace('*', found) }));
});

const folders = [...new Set(modules.map(({ name }) => name.split('/')[0] as string)), 'schemas'].filter(Boolean);

function remove(): void {
  for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
}

function put(): void {
  remove();
  for (const { name, file } of modules) {
    if (!name) continue;
    const dist = `${'../'.repeat(name.split('/').length)}dist/${file}`;
    const leads = { main: `${dist}.cjs`, module: `${dist}.js`, types: `${dist}.d.ts`, sideEffects: false };
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(root, name, 'package.json'), `${JSON.stringify(leads, null, 2)}\n`);
  }
  cpSync(join(root, 'dist/schemas'), join(root, 'schemas'), { recursive: true });
}

if (import.meta.main) process.argv.includes('--remove') ? remove() : put();
