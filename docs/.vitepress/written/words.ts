import type { Words } from 'lpbso-second-opinion/words';
import { type Locale, languages } from './languages.ts';

type Said = string | { [name: string]: Said };

/** The groups of words, in the order of the door. */
export const groups = (Object.keys(languages.nl) as (keyof Words)[]).filter(
  (group) => group !== 'locale' && group !== 'brief' && group !== 'spelled',
);

const listed = (words: Said, name = ''): [name: string, words: string][] =>
  typeof words === 'string'
    ? [[name, words]]
    : Object.entries(words).flatMap(([each, inner]) => listed(inner, name ? `${name}: ${each}` : each));

/** Every word of a group, by its name. */
export const wordsIn = (locale: Locale, group: keyof Words): [name: string, words: string][] =>
  listed(languages[locale][group] as unknown as Said);

/** All words, side by side. */
export const wordsPage = (): string => `# The words

Whatever the library says, in Dutch and in English, by the names that code uses. The Dutch is the reference, for physicians and
complaint handlers to judge. Tell us where a word is not the profession's own.
${groups
  .map((group) => {
    const english = new Map(wordsIn('en', group));
    const rows = wordsIn('nl', group).map(([name, dutch]) => `| \`${name}\` | ${dutch} | ${english.get(name)} |`);
    return `\n## ${group}\n\n| Name | Nederlands | English |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  })
  .join('')}`;
