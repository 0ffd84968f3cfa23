import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

interface Share {
  /** A module of the library, a package, or the collector. */
  where: string;
  /** Of all samples, from 0 to 1. */
  share: number;
}

export interface Profile {
  modules: Share[];
  functions: (Share & { name: string })[];
}

interface Frame {
  functionName: string;
  url: string;
  lineNumber: number;
}

const sources = new Map<string, string[]>();

/** The file of `src` that a line of the built package comes from: tsup leaves its name above its code. */
function moduleAt(url: string, line: number): string {
  const path = fileURLToPath(url);
  if (!sources.has(path)) sources.set(path, readFileSync(path, 'utf8').split('\n'));
  const lines = sources.get(path) ?? [];
  for (let at = line; at >= 0; at -= 1) {
    const name = /^\/\/ src\/(.*)\.ts$/.exec(lines[at] ?? '')?.[1];
    if (name) return name;
  }
  return 'built';
}

function whereOf({ url, functionName, lineNumber }: Frame): string | null {
  if (functionName === '(garbage collector)') return 'collector';
  if (functionName.startsWith('(')) return 'engine';
  const inPackages = url.split('node_modules/')[1];
  if (inPackages) {
    const [scope = '', name = ''] = inPackages.split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  if (url.includes('/dist/')) return moduleAt(url, lineNumber);
  return url.startsWith('file:') ? 'bench' : null;
}

/**
 * Where the time goes while something is done again and again. What has no file, such as a function of the language or one
 * that zod has compiled, counts for what called it.
 */
export async function profile(doing: () => unknown, milliseconds: number): Promise<Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  for (const end = performance.now() + milliseconds; performance.now() < end; ) doing();
  const { profile: taken } = await session.post('Profiler.stop');
  session.disconnect();

  const modules = new Map<string, number>();
  const functions = new Map<string, Share & { name: string }>();
  const nodes = new Map(taken.nodes.map((node) => [node.id, node]));
  const all = taken.nodes.reduce((sum, { hitCount = 0 }) => sum + hitCount, 0);
  const visit = (id: number, caller: { where: string; name: string }): void => {
    const node = nodes.get(id);
    if (!node) return;
    const { callFrame, hitCount = 0, children = [] } = node;
    const where = whereOf(callFrame);
    const here = where === null ? caller : { where, name: callFrame.functionName || 'a nameless function' };
    const share = hitCount / all;
    modules.set(here.where, (modules.get(here.where) ?? 0) + share);
    const key = `${here.where} ${here.name}`;
    functions.set(key, { ...here, share: (functions.get(key)?.share ?? 0) + share });
    for (const child of children) visit(child, here);
  };
  const [rootNode] = taken.nodes;
  if (rootNode) visit(rootNode.id, { where: 'engine', name: '' });

  const largestFirst = <Item extends { share: number }>(items: Item[]): Item[] =>
    items.filter(({ share }) => share > 0).sort((one, other) => other.share - one.share);
  return {
    modules: largestFirst([...modules].map(([where, share]) => ({ where, share }))),
    functions: largestFirst([...functions.values()]),
  };
}
