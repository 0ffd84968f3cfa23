import { cpus } from 'node:os';

/** The page that the figures are written into. */
export const page = 'docs/performance.md';

/** The machine, by what it says of itself. */
export const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;

/** A table in Markdown; columns of words, which are named here, stand to the left. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map((name) => (words.includes(name) ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const words = ['what', 'against', 'leaves out', ''];
