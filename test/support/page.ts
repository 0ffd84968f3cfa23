import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** A page in three: up to the mark where a part begins, that part, and from the mark where it ends. */
function partedAt(page: string, part: string): [before: string, text: string, after: string] {
  const [from, to] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const [before, inside, ...more] = readFileSync(join(root, page), 'utf8').split(from);
  const [text, after, ...rest] = inside?.split(to) ?? [];
  if (before === undefined || text === undefined || after === undefined || more.length + rest.length > 0)
    throw new Error(`${page} does not hold once: ${from} … ${to}`);
  return [before + from, text, to + after];
}

/** A part of a page: what stands between its marks. */
export const readPart = (page: string, part: string): string => partedAt(page, part)[1];

/** Writes a part of a page, and leaves all that is outside its marks as it is. */
export function writePart(page: string, part: string, text: string): void {
  const [before, , after] = partedAt(page, part);
  writeFileSync(join(root, page), `${before}\n\n${text.trim()}\n\n${after}`);
}
