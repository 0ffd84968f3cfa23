import { readFileSync } from 'node:fs';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { base } from './base.ts';
import { isQuality, made, pages, titleOf } from './pages.ts';
import { inOtherLanguage } from './synonyms.ts';

type Item = DefaultTheme.SidebarItem;

const partsOf: Record<string, { to: string; title: string }[]> = JSON.parse(readFileSync(made.parts, 'utf8'));

const linkTo = (to: string): string => `/${to.replace(/(index)?\.md$/, '')}`;

const withParts = (to: string, item: Item): Item => {
  const parts = partsOf[to];
  return parts
    ? { ...item, collapsed: true, items: parts.map((part) => ({ text: part.title, link: linkTo(part.to) })) }
    : item;
};

const page = (to: string, text?: string): Item => {
  const known = pages.find((each) => each.to === to);
  if (!known) throw new Error(`no page ${to}`);
  return withParts(to, { text: text ?? titleOf(known), link: linkTo(to) });
};

const reference = (name: string, text: string): Item =>
  withParts(`api/${name}.md`, { text, link: linkTo(`api/${name}.md`) });

const software: Item[] = [
  page('readme.md', 'Install, and a first case'),
  page('hosts.md', 'Embed: every function'),
  page('embedding.md', 'Embed: a whole host'),
  page('testing.md', 'Test'),
  page('events/index.md', 'Events'),
  page('norms/index.md', 'Norms'),
  page('errors.md', 'Errors'),
  page('schemas.md', 'Schemas'),
  page('statechart.md'),
  {
    text: 'API',
    items: [
      reference('index', 'lpbso-second-opinion'),
      reference('words', '…/words'),
      reference('forms', '…/forms'),
      reference('figures', '…/figures'),
      reference('testing', '…/testing'),
      reference('testing/arbitraries', '…/testing/arbitraries'),
    ],
  },
  page('SECURITY.md'),
  page('CHANGELOG.md'),
];

const rules: Item[] = [
  page('clauses/index.md', 'The clauses: a table to filter'),
  page('procedure.md'),
  page('interpretation.md'),
  page('views.md'),
  page('pictures.md'),
  page('cases/index.md'),
  page('glossary.md'),
  page('words.md'),
  page('try.md', 'The playground'),
];

const decisions = pages.filter(({ to }) => to.startsWith('decisions/')).map(({ to }) => page(to));

const quality: Item[] = [
  page('CONTRIBUTING.md'),
  page('mutation.md', 'What the tests notice'),
  page('performance.md'),
  { text: 'Decisions', link: '/decisions/', collapsed: true, items: decisions },
];

const people: Item[] = [
  page('nl/hoe-het-gaat.md'),
  page('nl/wat-mag-wanneer.md'),
  page('nl/termijnen.md'),
  page('nl/wie-ziet-wat.md'),
  page('nl/klacht.md'),
  page('nl/verhalen.md'),
];

const rulesInDutch: Item[] = [
  page('nl/clauses/index.md'),
  page('nl/norms/index.md'),
  page('nl/events/index.md'),
  page('nl/pictures.md'),
  page('nl/try.md', 'Probeer een zaak'),
];

const inEnglish: Item[] = [
  page('readme.md', 'Installeren, en een eerste zaak'),
  page('procedure.md', 'De bepalingen op één bladzijde'),
  page('views.md', 'Wie wat ziet, cel voor cel'),
  page('words.md', 'Alle woorden'),
  page('glossary.md', 'Woordenlijst'),
];

/** The menu without the parts of pages, for the many pages of a thing: it is written on each. */
const inShort = (items: Item[]): Item[] =>
  items.map(({ items: inner, ...item }) =>
    inner && item.link ? item : { ...item, ...(inner && { items: inShort(inner) }) },
  );

const kinds = ['clauses', 'events', 'norms', 'cases'];

const menu = (folder: string, groups: Item[]): DefaultTheme.SidebarMulti => ({
  ...Object.fromEntries(kinds.map((kind) => [`${folder}${kind}/`, inShort(groups)])),
  [folder]: groups,
});

/** Pages that are all table or picture, and get the width of the window. */
const isWide = (to: string): boolean => /^(nl\/)?(views|words|pictures|(clauses|events|norms)\/index)\b/.test(to);

/** A page for one thing stands in no menu; what comes before and after it, it says itself. */
const isThing = (to: string): boolean => /^(nl\/)?(clauses|events|norms|cases)\/(?!index)/.test(to);

const home = ['index.md', 'nl/index.md'];

/** What is searched for is said at the top of the page of a thing; below stand the names of others, which have pages of their own. */
const leadOf = (to: string, source: string): string => (isThing(to) ? (source.split(/^## /m)[0] ?? '') : source);

/** The text of a page for the search: each section also has what its terms are called in the other language. */
const searched = (html: string): string =>
  html
    .split(/(?=<h[1-6])/)
    .map((section) => {
      const words = inOtherLanguage(section.replaceAll(/<[^>]*>/g, ' '));
      return words.length > 0 ? `${section}<p>${words.join(', ')}</p>` : section;
    })
    .join('');

export default defineConfig({
  title: 'lpbso-second-opinion',
  description: 'The Dutch second opinion on the advice of an occupational physician, as a statechart',
  base,
  srcDir: '../.site/pages',
  outDir: '../.site/dist',
  cacheDir: '../.site/cache',
  // The menu stands in a file of its own, and not in each page.
  metaChunk: true,
  // As the pictures and the playground, the pages follow the system.
  appearance: 'force-auto',
  transformPageData: ({ relativePath, frontmatter }) => {
    if (home.includes(relativePath))
      return {
        frontmatter: {
          ...frontmatter,
          aside: false,
          outline: false,
          sidebar: false,
          pageClass: 'home',
          prev: false,
          next: false,
        },
      };
    if (isThing(relativePath)) return { frontmatter: { ...frontmatter, prev: false, next: false } };
    return isWide(relativePath) ? { frontmatter: { ...frontmatter, aside: false } } : undefined;
  },
  markdown: {
    // The usual ones are too pale on the grey of a block.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // A long name in a cell breaks where one would break it by hand.
    config: ({ renderer: { rules } }) => {
      const inCode = rules.code_inline;
      if (!inCode) return;
      rules.code_inline = (...args) =>
        inCode(...args).replace(/>[^<]*</, (text) => text.replaceAll(/\.(?=[a-z])|[a-z](?=[A-Z])/g, '$&<wbr>'));
    },
  },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}favicon.svg` }]],
  locales: {
    root: { label: 'English', lang: 'en' },
    nl: {
      label: 'Nederlands',
      lang: 'nl',
      link: '/nl/',
      description: 'De second opinion op het advies van een bedrijfsarts, als statechart',
      themeConfig: {
        nav: [
          { text: 'Werknemer, arts, HR', link: '/nl/hoe-het-gaat' },
          { text: 'Software', link: '/readme' },
          { text: 'De bepalingen', link: '/nl/clauses/' },
          { text: 'Probeer een zaak', link: '/nl/try' },
        ],
        sidebar: menu('/nl/', [
          { text: 'Voor werknemer, bedrijfsarts en HR', items: people },
          { text: 'De regels', items: rulesInDutch },
          { text: 'In het Engels', items: inEnglish },
        ]),
        outline: { level: [2, 3], label: 'Op deze bladzijde' },
        docFooter: { prev: 'Vorige', next: 'Volgende' },
        langMenuLabel: 'Taal',
        returnToTopLabel: 'Naar boven',
        sidebarMenuLabel: 'Menu',
        skipToContentLabel: 'Naar de inhoud',
        notFound: {
          title: 'Deze bladzijde is er niet',
          quote: '',
          linkText: 'Naar het begin',
          linkLabel: 'Naar het begin',
        },
      },
    },
  },
  themeConfig: {
    i18nRouting: false,
    nav: [
      { text: 'Werknemer, arts, HR', link: '/nl/hoe-het-gaat' },
      { text: 'I build software', link: '/readme' },
      { text: 'I check the rules', link: '/clauses/' },
      { text: 'Try a case', link: '/try' },
    ],
    sidebar: menu('/', [
      { text: 'I build software', items: software },
      { text: 'I check the rules', items: rules },
      { text: 'Quality', items: quality },
    ]),
    outline: { level: [2, 3] },
    externalLinkIcon: false,
    search: {
      provider: 'local',
      options: {
        _render: (source, env, markdown) => {
          const { relativePath } = env;
          return isQuality(relativePath) ? '' : searched(markdown.render(leadOf(relativePath, source), env));
        },
        locales: {
          nl: {
            translations: {
              button: { buttonText: 'Zoeken', buttonAriaLabel: 'Zoeken' },
              modal: {
                displayDetails: 'Toon meer',
                resetButtonTitle: 'Wis',
                backButtonTitle: 'Sluit',
                noResultsText: 'Niets gevonden voor',
                footer: { selectText: 'kiezen', navigateText: 'bladeren', closeText: 'sluiten' },
              },
            },
          },
        },
      },
    },
  },
});
