// Runs before whatever a fresh clone is asked for, so it needs nothing but Node itself. It installs, where it is not there yet, what
// package-lock.json names for
//
//   node examples/prepare.mjs                            the library and its tests; and builds dist
//   node examples/prepare.mjs examples/host …     some workspaces, too
//   node examples/prepare.mjs --all                      all of them
//   node examples/prepare.mjs --no-build …               any of these, and does not build
//   node examples/prepare.mjs --demo                     the demo alone, and bundles it from the sources
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (name) => join(root, name);
const changed = (name) => statSync(inRoot(name)).mtimeMs;
const read = (name) => JSON.parse(readFileSync(inRoot(name), 'utf8'));

// npm writes the two lockfiles of one install within a moment of each other, in either order.
const SAME_INSTALL = 2_000;
const RECORD = 'node_modules/.package-lock.json';

const locked = read('package-lock.json').packages;
const isCurrent = existsSync(inRoot(RECORD)) && changed('package-lock.json') <= changed(RECORD) + SAME_INSTALL;

// The record names what was left out, too.
const installed = (place) => isCurrent && existsSync(inRoot(`${place}/package.json`)) && read(`${place}/package.json`);

/** Where a package finds another one that it names. */
function placeOf(name, from) {
  const place = join(from, 'node_modules', name).replaceAll('\\', '/');
  if (place in locked || from === '.') return place;
  return placeOf(name, dirname(from));
}

/** Whether something that a folder names is not there as it is locked. */
function isLacking(folder) {
  const { dependencies, devDependencies } = locked[folder === '.' ? '' : folder];
  return Object.keys({ ...dependencies, ...devDependencies }).some((name) => {
    const place = placeOf(name, folder);
    const { link, resolved, version } = locked[place];
    return link ? !installed(place) || isLacking(resolved) : installed(place).version !== version;
  });
}

function isBuilt() {
  const results = [
    'dist/index.js',
    'dist/index.cjs',
    'dist/index.d.ts',
    'dist/testing/index.js',
    'dist/schemas/case.schema.json',
    'examples/node_modules/lpbso-second-opinion/dist/index.js',
  ];
  if (!results.every((name) => existsSync(inRoot(name)))) return false;
  const sources = readdirSync(inRoot('src'), { recursive: true }).map((name) => join('src', name));
  return ['package.json', 'tsup.config.ts', ...sources].every((name) => changed(name) <= changed('dist/index.js'));
}

function npm(doing, args) {
  if (doing) console.log(`${doing} …`);
  const run = spawnSync('npm', args, { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
  if (run.status === 0) return;
  console.error(`That failed. Run "npm ${args.join(' ')}" to see why.`);
  process.exit(1);
}

/** Adds to what is there, or begins anew where that is of another lockfile. */
function install(what, options) {
  const how = isCurrent ? ['install', '--no-save'] : ['ci'];
  npm(`Installing ${what}`, [...how, ...options, '--no-audit', '--no-fund']);
}

const among = (folders) => ['--workspaces', ...folders.map((folder) => `--workspace=${folder}`)];

function prepareDemo() {
  if (isLacking('examples/demo')) install('what the demo needs', among(['examples/demo']));
  npm('', ['run', 'build', '--prefix', 'examples/demo']);
}

function prepareAll() {
  const folders = Object.keys(locked).filter((place) => !place.includes('node_modules/'));
  if (folders.some((folder) => isLacking(folder || '.')))
    install('all that package-lock.json names', ['--workspaces', '--include-workspace-root']);
}

function prepareSome(folders) {
  const lacking = folders.filter((folder) => isLacking(folder));
  if (isLacking('.'))
    install('what the library and its tests need', lacking[0] ? [...among(lacking), '--include-workspace-root'] : []);
  else if (lacking[0]) install(`what ${lacking.join(', ')} needs`, among(lacking));
}

/** A Node of this day comes with the tests, but for some machines npm has none. */
function assertNode() {
  if (process.features.typescript || existsSync(inRoot('node_modules/.bin/node'))) return;
  console.error('This needs Node 22.18 or later.');
  process.exit(1);
}

const asked = process.argv.slice(2);
if (asked.includes('--demo')) prepareDemo();
else {
  if (asked.includes('--all')) prepareAll();
  else prepareSome(asked.filter((name) => !name.startsWith('--')));
  assertNode();
  if (!asked.includes('--no-build') && !isBuilt()) npm('Building dist from src', ['run', 'build']);
}
