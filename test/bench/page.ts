import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const path = join(root, 'docs/performance.md');

const parts = ['bench', 'sweep'] as const;
type Part = (typeof parts)[number];
const marks = (part: Part): [from: string, to: string] => [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];

/** Writes one part of docs/performance.md, and leaves the other as it is. */
export function writePart(part: Part, text: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const kept = (other: Part): string => {
    const [from, to] = marks(other);
    return before.split(from)[1]?.split(to)[0]?.trim() ?? '';
  };
  const all = parts.map((each) => {
    const [from, to] = marks(each);
    return `${from}\n\n${each === part ? text.trim() : kept(each)}\n\n${to}`;
  });
  writeFileSync(path, `# Speed and weight\n\n${all.join('\n\n')}\n`);
}

/** The machine, by what it says of itself. */
export const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;

/** A table in Markdown; columns of words, which are named here, stand to the left. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map((name) => (words.includes(name) ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const words = ['what', 'against', 'leaves out', ''];
