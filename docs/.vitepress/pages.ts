import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { casesPage } from './written/cases.ts';
import { errorsPage } from './written/errors.ts';
import { schemasPage } from './written/schemas.ts';
import { statechartPage } from './written/statechart.ts';
import { wordsPage } from './written/words.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the site is made; ignored by git. */
export const made = { pages: resolve(root, '.site/pages'), site: resolve(root, '.site/dist') };

/** A page of the site. */
export interface Page {
  /** What it is in the repository: the page itself or, where the site writes it, what it is written from. A link to that leads to it. */
  from: string;
  /** Its place on the site. */
  to: string;
  text: () => string;
}

/** What is only read is written for the site, and not kept in the repository. */
export const written: Page[] = [
  { from: 'docs/.vitepress/written/errors.ts', to: 'errors.md', text: errorsPage },
  { from: 'docs/.vitepress/written/schemas.ts', to: 'schemas.md', text: schemasPage },
  { from: 'docs/.vitepress/written/statechart.ts', to: 'statechart.md', text: statechartPage },
  { from: 'src/words', to: 'words.md', text: wordsPage },
  { from: 'examples/cases', to: 'cases.en.md', text: () => casesPage('en') },
  { from: 'examples/cases', to: 'nl/cases.md', text: () => casesPage('nl') },
];

const kept: Page[] = [
  'README.md',
  ...readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('docs', name.replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.md') && !name.endsWith('.api.md') && !name.includes('/.')),
].map((from) => ({
  from,
  to: from === 'README.md' ? 'readme.md' : from.replace(/^docs\//, ''),
  text: () => readFileSync(resolve(root, from), 'utf8'),
}));

/** Every page of the site. */
export const pages: Page[] = [...kept, ...written].sort((a, b) => (a.to < b.to ? -1 : 1));

const playground = 'examples/playground/index.html';

/** What a link from a page leads to: a page, a file beside the pages, or a source, which the site shows as text. */
export interface Target {
  link: string;
  /** The file in the repository that has to come along. */
  file?: string;
  /** Where it goes on the site. */
  to?: string;
  isPlayground?: true;
}

const isDutch = (path: string): boolean => /^(docs\/)?nl\//.test(path);

export function targetOf(page: Page, href: string): Target | null {
  const [path = '', anchor] = href.split('#');
  // A page that the site writes links from where the others are.
  const folder = page.from.endsWith('.md') ? posix.dirname(page.from) : 'docs';
  const file = posix.join(folder, path);
  if (path === '' || /^([a-z]+:|\/)/.test(path) || !existsSync(resolve(root, file))) return null;
  if (file === playground) return { link: '/playground.html', isPlayground: true };
  const known = pages.filter(({ from }) => from === file.replace(/\/$/, ''));
  const inLanguage = known.find(({ to }) => isDutch(to) === isDutch(page.to)) ?? known[0];
  if (inLanguage) return { link: `/${inLanguage.to}${anchor ? `#${anchor}` : ''}` };
  if (file === 'docs/decisions') return { link: '/decisions/' };
  if (statSync(resolve(root, file)).isDirectory()) return null;
  const to = /^docs\/.*\.(svg|bpmn)$/.test(file) ? file.replace(/^docs\//, '') : `source/${file}.txt`;
  return { link: `/${to}`, file, to };
}

export const titleOf = ({ text, to }: Page): string => /^# (.*)$/m.exec(text())?.[1]?.replaceAll('`', '') ?? to;
