import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// `npm run release:check`: what a release would be, without one.

const root = resolve(import.meta.dirname, '../..');

export interface Release {
  /** What npm packs. */
  files: string[];
  manifest: {
    version: string;
    private?: boolean;
    repository?: unknown;
    publishConfig?: Record<string, unknown>;
    scripts?: Record<string, string>;
  };
  changelog: string;
  /** What git says has changed since the last commit. */
  changed: string[];
}

const kinds = ['js', 'cjs', 'd.ts', 'd.cts'];

/** A language is a file of words and one of what the clauses say. */
const languages = ['words', 'clauses'].flatMap((folder) =>
  readdirSync(join(root, 'src', folder)).map((file) => `${folder}/${file.replace(/\.ts$/, '')}`),
);

/** What a release holds. Where the build names a file after what is in it, the name is left out. */
const listed = [
  'LICENSE',
  'README.md',
  'package.json',
  ...['index', 'forms', 'figures', 'testing/index', 'testing/arbitraries', ...languages].flatMap((door) =>
    kinds.map((kind) => `dist/${door}.${kind}`),
  ),
  ...['case', 'event', 'opening'].map((schema) => `dist/schemas/${schema}.schema.json`),
  ...['chunk-*.js', 'chunk-*.cjs'].map((name) => `dist/${name}`),
  ...['acts', 'clauses', 'contents', 'letters', 'norms', 'people', 'procedure', 'timeline'].flatMap((part) => [
    `dist/${part}-*.d.ts`,
    `dist/${part}-*.d.cts`,
  ]),
];

const withoutHash = (file: string): string => file.replace(/^(dist\/[a-z]+)-[\w-]{8}(\.c?js|\.d\.c?ts)$/, '$1-*$2');

/** What npm runs by itself where the package is installed. */
const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];

/** Everything that stands in the way of a release. */
export function faultsIn({ files, manifest, changelog, changed }: Release): string[] {
  const packed = files.map(withoutHash);
  const [, heading = 'nothing', section = ''] = /^## (\S+)\n(.*?)(?=^## |$(?!\n))/ms.exec(changelog) ?? [];
  return [
    ...packed.filter((file) => !listed.includes(file)).map((file) => `${file} is packed`),
    ...listed.filter((file) => !packed.includes(file)).map((file) => `${file} is not packed`),
    ...(heading === manifest.version
      ? []
      : [`the version is ${manifest.version}, the changelog begins with ${heading}`]),
    ...(section.trim() ? [] : [`the changelog says nothing of ${heading}`]),
    ...(manifest.publishConfig?.access === 'public' ? [] : ['publishConfig does not say that the package is public']),
    ...(manifest.publishConfig?.provenance === true ? [] : ['publishConfig asks for no provenance']),
    ...(manifest.private ? ['the package is private'] : []),
    ...hooks.filter((hook) => hook in (manifest.scripts ?? {})).map((hook) => `${hook} runs where it is installed`),
    ...changed.map((line) => `not committed: ${line}`),
  ];
}

/** What whoever publishes has to see to. */
export const leftOpen = ({ manifest }: Release): string[] => [
  ...(manifest.repository
    ? []
    : ['npm gives provenance only where package.json names the repository it is built from']),
];

const printed = (program: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
};

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The release that this folder would be. */
export function present(): Release {
  const [{ files }] = JSON.parse(printed('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'));
  return {
    files: files.map(({ path }: { path: string }) => path),
    manifest: JSON.parse(read('package.json')),
    changelog: read('docs/CHANGELOG.md'),
    changed: printed('git', 'status', '--porcelain').split('\n').filter(Boolean),
  };
}

if (import.meta.main) {
  const release = present();
  const faults = faultsIn(release);
  for (const line of leftOpen(release)) console.log(`left open: ${line}`);
  console.log(faults.join('\n') || `${release.manifest.version}: ${release.files.length} files, as they are listed`);
  if (faults.length) process.exitCode = 1;
}
