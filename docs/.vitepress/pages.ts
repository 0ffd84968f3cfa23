import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the site is made; ignored by git. */
export const made = { pages: resolve(root, '.site/pages'), site: resolve(root, '.site/dist') };

/** Pages that have another place on the site than in the repository. */
const moved: Record<string, string> = { 'README.md': 'readme.md', 'docs/cases.nl.md': 'nl/cases.md' };

const playground = 'examples/playground/index.html';

/** Every page of the repository that is on the site: where it is, and its place there. */
export const pages: { from: string; to: string }[] = [
  'README.md',
  ...readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('docs', name.replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.md') && !name.endsWith('.api.md') && !name.includes('/.')),
]
  .sort()
  .map((from) => ({ from, to: moved[from] ?? from.replace(/^docs\//, '') }));

/** What a link from a page leads to: a page, a file beside the pages, or a source, which the site shows as text. */
export interface Target {
  link: string;
  /** The file in the repository that has to come along. */
  file?: string;
  /** Where it goes on the site. */
  to?: string;
  isPlayground?: true;
}

export function targetOf(page: string, href: string): Target | null {
  const [path = '', anchor] = href.split('#');
  const file = posix.join(posix.dirname(page), path);
  if (path === '' || /^[a-z]+:/.test(path) || !existsSync(resolve(root, file))) return null;
  if (file === playground) return { link: '/playground.html', isPlayground: true };
  const known = pages.find(({ from }) => from === file);
  if (known) return { link: `/${known.to}${anchor ? `#${anchor}` : ''}` };
  if (file === 'docs/decisions') return { link: '/decisions/' };
  const to = /^docs\/.*\.(svg|json|txt)$/.test(file) ? file.replace(/^docs\//, '') : `source/${file}.txt`;
  return { link: `/${to}`, file, to };
}

export const titleOf = (from: string): string =>
  /^# (.*)$/m.exec(readFileSync(resolve(root, from), 'utf8'))?.[1]?.replaceAll('`', '') ?? from;
