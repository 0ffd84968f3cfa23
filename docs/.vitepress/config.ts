import { type DefaultTheme, defineConfig } from 'vitepress';
import { pages, titleOf } from './pages.ts';

type Item = DefaultTheme.SidebarItem;

const linkTo = (to: string): string => `/${to.replace(/(index)?\.md$/, '')}`;

const page = (to: string, text?: string): Item => {
  const known = pages.find((each) => each.to === to);
  if (!known) throw new Error(`no page ${to}`);
  return { text: text ?? titleOf(known), link: linkTo(to) };
};

const playground = (text: string): Item => ({ text, link: '/playground.html', target: '_self' });

const procedure: Item[] = [
  page('pictures.md'),
  page('procedure.md'),
  page('interpretation.md'),
  page('views.md'),
  page('cases.en.md'),
  page('words.md'),
  page('glossary.md'),
  page('statechart.md'),
  playground('The playground'),
];

const hosts: Item[] = [
  page('readme.md', 'In short'),
  page('hosts.md'),
  page('embedding.md'),
  page('schemas.md'),
  page('errors.md'),
  page('testing.md'),
  page('SECURITY.md'),
  page('CHANGELOG.md'),
];

const reference: Item[] = [
  { text: 'lpbso-second-opinion', link: '/api/' },
  { text: '…/words', link: '/api/words' },
  { text: '…/forms', link: '/api/forms' },
  { text: '…/figures', link: '/api/figures' },
  { text: '…/testing', link: '/api/testing' },
  { text: '…/testing/arbitraries', link: '/api/testing/arbitraries' },
];

const dutch: Item[] = [
  page('nl/index.md', 'Begin'),
  page('nl/pictures.md'),
  page('nl/cases.md'),
  playground('De procedure stap voor stap'),
];

const inEnglish: Item[] = [
  page('procedure.md', 'De bepalingen, een voor een'),
  page('words.md', 'Alle woorden'),
  page('views.md', 'Wie wat ziet'),
  page('errors.md', 'Wat in de weg kan staan'),
  page('glossary.md', 'Woordenlijst'),
];

const decisions = pages.filter(({ to }) => to.startsWith('decisions/')).map(({ to }) => page(to));

/** Whatever no group names. */
const listed = new Set([...procedure, ...hosts, ...dutch].map(({ link }) => link));
const others = pages
  .filter(({ to }) => to !== 'index.md' && !to.startsWith('decisions/') && !listed.has(linkTo(to)))
  .map(({ to }) => page(to));

const sidebar: DefaultTheme.SidebarItem[] = [
  { text: 'The procedure', items: procedure },
  { text: 'For host software', items: hosts },
  { text: 'API reference', items: reference },
  {
    text: 'The library itself',
    items: [...others, { text: 'Decisions', link: '/decisions/', collapsed: true, items: decisions }],
  },
];

/** Pages that are all table or picture, and get the width of the window. */
const wide = ['views.md', 'words.md', 'pictures.md', 'nl/pictures.md'];

export default defineConfig({
  title: 'lpbso-second-opinion',
  description: 'The Dutch second opinion on the advice of an occupational physician, as a statechart',
  srcDir: '../.site/pages',
  outDir: '../.site/dist',
  cacheDir: '../.site/cache',
  // As the pictures and the playground, the pages follow the system.
  appearance: 'force-auto',
  // Served as it is, and followed with all other links once the site is built.
  ignoreDeadLinks: [/^\/playground/],
  transformPageData: ({ relativePath, frontmatter }) =>
    wide.includes(relativePath) ? { frontmatter: { ...frontmatter, aside: false } } : undefined,
  markdown: {
    // A long name in a cell breaks where one would break it by hand.
    config: ({ renderer: { rules } }) => {
      const inCode = rules.code_inline;
      if (!inCode) return;
      rules.code_inline = (...args) =>
        inCode(...args).replace(/>[^<]*</, (text) => text.replaceAll(/\.(?=[a-z])|[a-z](?=[A-Z])/g, '$&<wbr>'));
    },
  },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  locales: {
    root: { label: 'English', lang: 'en' },
    nl: {
      label: 'Nederlands',
      lang: 'nl',
      link: '/nl/',
      description: 'De second opinion op het advies van een bedrijfsarts, als statechart',
      themeConfig: {
        nav: [
          { text: 'De procedure', link: '/nl/' },
          { text: 'Stap voor stap', link: '/playground.html', target: '_self' },
        ],
        sidebar: [
          { text: 'De procedure', items: dutch },
          { text: 'In het Engels, met de Nederlandse woorden', items: inEnglish },
        ],
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
      { text: 'The procedure', link: '/procedure' },
      { text: 'For hosts', link: '/readme' },
      { text: 'API', link: '/api/' },
      { text: 'Playground', link: '/playground.html', target: '_self' },
    ],
    sidebar,
    outline: { level: [2, 3] },
    externalLinkIcon: false,
    search: {
      provider: 'local',
      options: {
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
