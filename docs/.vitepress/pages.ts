import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clauseIds, eventTypes } from 'lpbso-second-opinion';
import { casePage, casesPage } from './written/cases.ts';
import { clausePage } from './written/clause.ts';
import { complaintPage } from './written/door/complaint.ts';
import { howPage } from './written/door/how.ts';
import { periodsPage } from './written/door/periods.ts';
import { seenPage } from './written/door/seen.ts';
import { storiesPage } from './written/door/stories.ts';
import { whenPage } from './written/door/when.ts';
import { errorsPage } from './written/errors.ts';
import { eventPage, eventsPage } from './written/event.ts';
import { filterPage } from './written/filter.ts';
import { labels, placeOf } from './written/labels.ts';
import type { Locale } from './written/languages.ts';
import { normPage, normsPage } from './written/norm.ts';
import { playgroundPage } from './written/playground.ts';
import { normNames } from './written/relations.ts';
import { schemasPage } from './written/schemas.ts';
import { statechartPage } from './written/statechart.ts';
import { wordsPage } from './written/words.ts';
import { playgroundAt, workedCases } from './written/worked-cases.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the site is made; ignored by git. */
export const made = {
  pages: resolve(root, '.site/pages'),
  site: resolve(root, '.site/dist'),
  /** Which pages were divided, and into what. */
  parts: resolve(root, '.site/parts.json'),
};

/** What is about the library's own making: found under "Quality", and not by the search. */
export const isQuality = (to: string): boolean => /^(CONTRIBUTING|mutation|performance|decisions)\b/.test(to);

/** A page of the site. */
export interface Page {
  /** What it is in the repository: the page itself or, where the site writes it, what it is written from. A link to that leads to it. */
  from: string;
  /** Its place on the site. */
  to: string;
  text: () => string;
}

const locales: Locale[] = ['en', 'nl'];

/** What is only read is written for the site, and not kept in the repository. */
export const written: Page[] = [
  { from: 'docs/.vitepress/written/errors.ts', to: 'errors.md', text: errorsPage },
  { from: 'docs/.vitepress/written/schemas.ts', to: 'schemas.md', text: schemasPage },
  { from: 'docs/.vitepress/written/statechart.ts', to: 'statechart.md', text: statechartPage },
  { from: 'src/words', to: 'words.md', text: wordsPage },
  { from: 'examples/cases', to: 'cases/index.md', text: casesPage },
  { from: 'examples/cases', to: 'nl/verhalen.md', text: storiesPage },
  { from: 'docs/.vitepress/written/door/how.ts', to: 'nl/hoe-het-gaat.md', text: howPage },
  { from: 'docs/.vitepress/written/door/when.ts', to: 'nl/wat-mag-wanneer.md', text: whenPage },
  { from: 'docs/.vitepress/written/door/periods.ts', to: 'nl/termijnen.md', text: periodsPage },
  { from: 'docs/.vitepress/written/door/seen.ts', to: 'nl/wie-ziet-wat.md', text: seenPage },
  { from: 'docs/.vitepress/written/door/complaint.ts', to: 'nl/klacht.md', text: complaintPage },
  ...locales.flatMap((locale) => {
    const { folder } = labels[locale];
    return [
      { from: 'docs/.vitepress/written/event.ts', to: `${folder}events/index.md`, text: () => eventsPage(locale) },
      { from: 'docs/.vitepress/written/norm.ts', to: `${folder}norms/index.md`, text: () => normsPage(locale) },
      { from: 'docs/.vitepress/written/filter.ts', to: `${folder}clauses/index.md`, text: () => filterPage(locale) },
      { from: 'docs/.vitepress/written/playground.ts', to: `${folder}try.md`, text: () => playgroundPage(locale) },
    ];
  }),
];

const once = (text: () => string): (() => string) => {
  let known: string | undefined;
  return () => {
    known ??= text();
    return known;
  };
};

/** Nothing in the repository leads to it but what it is written from, which leads to all of its kind. */
const thing = (to: string, text: () => string): Page => ({ from: `docs/${to}#`, to, text: once(text) });

/** A page for each event, norm, clause and worked case, in each language. */
export const things: Page[] = locales.flatMap((locale) => [
  ...eventTypes.map((type) => thing(placeOf(locale, 'events', type), () => eventPage(type, locale))),
  ...normNames.map((name) => thing(placeOf(locale, 'norms', name), () => normPage(name, locale))),
  ...clauseIds.map((id) => thing(placeOf(locale, 'clauses', id), () => clausePage(id, locale))),
  ...workedCases.map((each) => thing(placeOf(locale, 'cases', each.name), () => casePage(each, locale))),
]);

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
export const pages: Page[] = [...kept, ...written, ...things].sort((a, b) => (a.to < b.to ? -1 : 1));

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
  if (file === playground) return { link: playgroundAt(isDutch(page.to) ? 'nl' : 'en'), isPlayground: true };
  const known = [...kept, ...written].filter(({ from }) => from === file.replace(/\/$/, ''));
  const inLanguage = known.find(({ to }) => isDutch(to) === isDutch(page.to)) ?? known[0];
  if (inLanguage) return { link: `/${inLanguage.to}${anchor ? `#${anchor}` : ''}` };
  if (file === 'docs/decisions') return { link: '/decisions/' };
  if (statSync(resolve(root, file)).isDirectory()) return null;
  const to = /^docs\/.*\.(svg|bpmn)$/.test(file) ? file.replace(/^docs\//, '') : `source/${file}.txt`;
  return { link: `/${to}`, file, to };
}

export const titleOf = ({ text, to }: Page): string => /^# (.*)$/m.exec(text())?.[1]?.replaceAll('`', '') ?? to;
