import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './library.ts';

const path = join(root, 'docs/mutation.md');

const marks = (name: 'chart' | 'sources'): [from: string, to: string] => [
  `<!-- the ${name}: begin -->`,
  `<!-- the ${name}: end -->`,
];

/** One part of docs/mutation.md, between its marks. */
export function readPart(name: 'chart' | 'sources'): string {
  const [from, to] = marks(name);
  return readFileSync(path, 'utf8').split(from)[1]?.split(to)[0] ?? '';
}

/** Writes one part of docs/mutation.md, and leaves the other as it is. */
export function writePart(name: 'chart' | 'sources', text: string): void {
  const [from, to] = marks(name);
  const [before = '', rest = ''] = readFileSync(path, 'utf8').split(from);
  writeFileSync(path, `${before}${from}\n\n${text.trim()}\n\n${to}${rest.split(to)[1]}`);
}
