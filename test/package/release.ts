import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { modules } from '../../.ci/entries.ts';

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

/** Every file of the sources, which is a module of its own in the package too. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/').slice(0, -'.ts'.length));

const schemas = ['case', 'event', 'opening'].map((name) => `schemas/${name}.schema.json`);

/** What a release holds beside its documents. */
const listed = [
  'LICENSE',
  'README.md',
  'package.json',
  ...sources.flatMap((file) => [`dist/${file}.js`, `dist/${file}.cjs`]),
  ...modules.flatMap(({ file }) => [`dist/${file}.d.ts`, `dist/${file}.d.cts`]),
  ...modules.filter(({ name }) => name).map(({ name }) => `${name}/package.json`),
  ...schemas.flatMap((name) => [name, `dist/${name}`]),
];

/** Declarations that several modules share, which the build names after a source and what is in them. */
const isShared = (file: string): boolean => {
  const [, source = ''] = /^dist\/([a-z-]+)-[\w-]{8}\.d\.c?ts$/.exec(file) ?? [];
  return sources.some((each) => posix.basename(each) === source);
};

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The files of this folder to which a page leads. */
const linkedFrom = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)]
    .flatMap(([, href = '']) => (/^[a-z]+:/.test(href) ? [] : [posix.join(posix.dirname(page), href)]))
    .flatMap((path) => {
      if (!statSync(join(root, path)).isDirectory()) return [path];
      return readdirSync(join(root, path)).map((name) => posix.join(path, name));
    });

/** What the README leads to, and the pages and pictures to which those lead. No page names an address: the project has none yet. */
function documents(): string[] {
  const found = new Set(linkedFrom('README.md'));
  for (const page of found)
    if (page.endsWith('.md'))
      for (const linked of linkedFrom(page)) if (/^docs\/.*\.(md|svg|bpmn)$/.test(linked)) found.add(linked);
  return [...found];
}

/** What npm runs by itself where the package is installed. */
const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];

/** Everything that stands in the way of a release. */
export function faultsIn({ files, manifest, changelog, changed }: Release): string[] {
  const [, heading = 'nothing', section = ''] = /^## (\S+)\n(.*?)(?=^## |$(?!\n))/ms.exec(changelog) ?? [];
  return [
    ...files
      .filter((file) => !listed.includes(file) && !isShared(file) && !/^(docs|examples)\//.test(file))
      .map((file) => `${file} is packed`),
    ...[...listed, ...documents()].filter((file) => !files.includes(file)).map((file) => `${file} is not packed`),
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

/** The release that this folder would be. */
export function present(): Release {
  const [{ files }] = JSON.parse(printed('npm', 'pack', '--dry-run', '--json'));
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
