import { readFileSync } from 'node:fs';
import packageJson from '../../../package.json' with { type: 'json' };
import { base } from '../base.ts';
import { type Page, pages, titleOf } from '../pages.ts';

const plain = (text: string): string =>
  text
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\*\*?/g, '')
    .trim();

/** The first sentence of the paragraph below the title of a page. */
export const leadOf = ({ text }: Page): string => {
  const [, lead = ''] = /^# .*\n\n([^#|<[!*].*(?:\n.+)*)/m.exec(text()) ?? [];
  return plain(lead).split(/(?<=[.:]) (?=[A-Z])/)[0] ?? '';
};

const groups: Record<string, string[]> = {
  'Using it': [
    'readme.md',
    'hosts.md',
    'errors.md',
    'schemas.md',
    'testing.md',
    'embedding.md',
    'SECURITY.md',
    'CHANGELOG.md',
  ],
  'The procedure': [
    'procedure.md',
    'interpretation.md',
    'views.md',
    'cases/index.md',
    'words.md',
    'glossary.md',
    'pictures.md',
    'statechart.md',
  ],
};

const isOther = ({ to }: Page): boolean =>
  !to.includes('/') && to !== 'index.md' && !Object.values(groups).flat().includes(to);

/** The pages that it names, by group. */
export const summed: Record<string, Page[]> = {
  ...Object.fromEntries(
    Object.entries(groups).map(([group, names]) => [group, names.map((to) => pages.find((page) => page.to === to))]),
  ),
  Optional: pages.filter(isOther),
} as Record<string, Page[]>;

/** The functions and values, as the table for hosts has them. */
export const door = (): string[] =>
  [...readFileSync(new URL('../../hosts.md', import.meta.url), 'utf8').matchAll(/^\| (`.*?) \| (.*) \|$/gm)].map(
    ([, name, answers]) => `- ${name}: ${answers}`,
  );

/** The site in short, for those who read Markdown rather than pages. */
export const llms = (): string => `# ${packageJson.name}

> ${packageJson.description}. TypeScript, pure functions, no clock, storage or network; a case is plain JSON without medical content.

An opening or an event goes in, with the case as it was; out comes the case after it with its notices, terms and clauses, or a "no" that is
a value and names every rule in the way. Only a stored case that cannot be read throws. Events report what people did: \`{ type, by, on, … }\`,
where \`by\` is the id of the person and \`on\` the day, \`YYYY-MM-DD\`. Open norms are judged by people; this is not legal advice. That a second
opinion was requested at all is confidential health data.

## The door

${door().join('\n')}

${Object.entries(summed)
  .map(([group, listed]) => {
    const entries = listed.map((page) => `- [${titleOf(page)}](${base}${page.to}): ${leadOf(page)}`);
    return `## ${group}\n\n${entries.join('\n')}`;
  })
  .join('\n\n')}
`;
