// Runs before the demo on a fresh clone, so it needs nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (name) => join(root, name);
const changed = (name) => statSync(inRoot(name)).mtimeMs;

// npm writes the two lockfiles of one install within a moment of each other, in either order.
const SAME_INSTALL = 2_000;

function installed() {
  const record = 'node_modules/.package-lock.json';
  return existsSync(inRoot(record)) && changed('package-lock.json') <= changed(record) + SAME_INSTALL;
}

function built() {
  const results = [
    'dist/index.js',
    'dist/index.cjs',
    'dist/index.d.ts',
    'dist/testing.js',
    'dist/schemas/case.schema.json',
  ];
  if (!results.every((name) => existsSync(inRoot(name)))) return false;
  const sources = readdirSync(inRoot('src'), { recursive: true }).map((name) => join('src', name));
  return ['package.json', 'tsup.config.ts', ...sources].every((name) => changed(name) <= changed('dist/index.js'));
}

function npm(doing, args) {
  console.log(`${doing} …`);
  const run = spawnSync('npm', args, { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
  if (run.status === 0) return;
  console.error(`That failed. Run "npm ${args.join(' ')}" to see why.`);
  process.exit(1);
}

if (!installed()) npm('Installing what package-lock.json names', ['ci', '--no-audit', '--no-fund']);
if (!built()) npm('Building dist from src', ['run', 'build']);
