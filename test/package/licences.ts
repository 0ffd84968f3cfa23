import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// `npm run licences`: whether every package that package-lock.json names may be used as it is used here.

interface Package {
  version?: string;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

interface Locked {
  packages: Record<string, Package>;
}

/** Licences that ask for no more than to be named; whoever embeds this library takes them on. */
const forAll = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

/** Licences of what is only worked with here and is in nothing that is published. */
const forTools = [...forAll, 'CC-BY-4.0', 'CC0-1.0', 'EPL-2.0', 'MPL-2.0', 'Python-2.0'];

/** Tools under another licence, or whose package names none; all are only run here, and given to nobody. */
const byName = [
  // The MIT licence, and that whoever shows a diagram with it leaves its mark visible: only a test does, and hides nothing.
  { name: /^bpmn-js$/, license: 'SEE LICENSE IN LICENSE' },
  { name: /^@restatedev\/restate-server(-|$)/, license: 'BSL' },
  { name: /^@event-driven-io\/emmett$/, license: 'no licence' },
];

const either = (licence: string): string[] => licence.replace(/^\(|\)$/g, '').split(' OR ');

/** Where a package finds another one: in itself, or in one that it is in. */
function placeOf(name: string, from: string, packages: Locked['packages']): string | undefined {
  const place = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (place in packages) return place;
  return from === '' ? undefined : placeOf(name, from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), packages);
}

/** What comes with the library where it is installed: all that it needs or asks for, and all that those do. */
function embedded(packages: Locked['packages']): Set<string> {
  const found = new Set(['']);
  for (const from of found) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[from] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const place = placeOf(name, from, packages);
      if (place !== undefined) found.add(place);
    }
  }
  return found;
}

const isOurs = (path: string): boolean => !path.includes('node_modules/') || path.startsWith('node_modules/@lpbso/');

/** Every package that may not be used so, with its licence. An expression with AND is on no list, so it is looked at. */
export function faultsIn({ packages }: Locked): string[] {
  const published = embedded(packages);
  return Object.entries(packages).flatMap(([path, { version, license = 'no licence' }]) => {
    if (isOurs(path)) return [];
    const name = path.replace(/^.*node_modules\//, '');
    const isTool = !published.has(path);
    const allowed = [
      ...(isTool ? forTools : forAll),
      ...(isTool ? byName : []).filter((each) => each.name.test(name)).map((each) => each.license),
    ];
    return either(license).some((each) => allowed.includes(each)) ? [] : [`${name} ${version}: ${license}`];
  });
}

if (import.meta.main) {
  const lock: Locked = JSON.parse(
    readFileSync(join(resolve(import.meta.dirname, '../..'), 'package-lock.json'), 'utf8'),
  );
  const faults = faultsIn(lock);
  console.log(
    faults.join('\n') ||
      `${Object.keys(lock.packages).filter((path) => !isOurs(path)).length} packages, each under a licence on the list`,
  );
  if (faults.length) process.exitCode = 1;
}
