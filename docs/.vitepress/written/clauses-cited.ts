import { readFileSync } from 'node:fs';
import { type ClauseId, clauseIds } from 'lpbso-second-opinion';

/** What rests on a clause, by its kind: `Norms`, `Transitions` and so on, each as the reviewed page writes it. */
export type Cited = Record<string, string[]>;

const page = readFileSync(new URL('../../procedure.md', import.meta.url), 'utf8');

const listed = (section: string): [kind: string, items: string[]][] =>
  section
    .split(/^- /m)
    .slice(1)
    .map((item) => {
      const [first = '', ...inner] = item.trimEnd().split('\n');
      const [kind = '', ...rest] = first.split(': ');
      const items = inner.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4));
      if (items.length > 0) return [kind.replace(/:$/, ''), items];
      return [kind, kind === 'Transitions' ? [rest.join(': ')] : rest.join(': ').split(/(?<=`), /)];
    });

/** What rests on each clause, as `docs/procedure.md` has it: the page that is reviewed, and that a test holds against the library. */
export const citedBy = new Map<ClauseId, Cited>(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const id = section.slice(0, section.indexOf('\n')) as ClauseId;
      return [id, Object.fromEntries(listed(section.replace(/^## .*/ms, '')))];
    }),
);

for (const id of clauseIds) if (!citedBy.has(id)) throw new Error(`docs/procedure.md has no ${id}: npm test -- -u`);
