import { describe, expect, it } from 'vitest';
import { type Labels, labels } from '../src/index.js';

type Words = string | { [name: string]: Words };

const groups = Object.keys(labels.nl) as (keyof Labels)[];

/** Every word of a group, by its name. */
const wordsIn = (words: Words, name = ''): [name: string, words: string][] =>
  typeof words === 'string'
    ? [[name, words]]
    : Object.entries(words).flatMap(([each, inner]) => wordsIn(inner, name ? `${name}: ${each}` : each));

const inDutch = (group: keyof Labels) => wordsIn(labels.nl[group] as unknown as Words);
const inEnglish = (group: keyof Labels) => wordsIn(labels.en[group] as unknown as Words);

const page = `# The words

Whatever the library says, in Dutch and in English, by the names that code uses. The tests write this page from \`src/labels.ts\`; the
Dutch is the reference, and is read by physicians and by those who handle complaints. Say so where a word is not the field's own.
${groups
  .map((group) => {
    const english = new Map(inEnglish(group));
    const rows = inDutch(group).map(([name, dutch]) => `| \`${name}\` | ${dutch} | ${english.get(name)} |`);
    return `\n## ${group}\n\n| Name | Nederlands | English |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  })
  .join('')}`;

describe('The words of the library', () => {
  it('are the same names in Dutch and in English', () => {
    for (const group of groups)
      expect(inEnglish(group).map(([name]) => name)).toEqual(inDutch(group).map(([name]) => name));
    expect(Object.keys(labels.en)).toEqual(groups);
  });

  it.each(['nl', 'en'] as const)('begin and end with a letter, a digit or a bracket: %s', (locale) => {
    const all = groups.flatMap((group) => wordsIn(labels[locale][group] as unknown as Words));
    expect(all.filter(([, words]) => !/^[\p{Letter}\d].*[\p{Letter}\d)]$/u.test(words))).toEqual([]);
  });

  it.each(['nl', 'en'] as const)('tell one step, event, role, notice or norm from another: %s', (locale) => {
    const { steps, events, norms: rules, ...rest } = labels[locale];
    const lists = [
      Object.values(steps).map(({ sentence }) => sentence),
      Object.values(events).map(({ title }) => title),
      Object.values(events).map(({ done }) => done),
      Object.values(rules).map(({ rule }) => rule),
      Object.values(rules).map(({ unmet }) => unmet),
      Object.values(rest.roles),
      Object.values(rest.notices),
      Object.values(rest.terms),
    ];
    for (const list of lists) expect(list.filter((words, at) => list.indexOf(words) !== at)).toEqual([]);
  });

  it('are docs/words.md', async () => {
    await expect(page).toMatchFileSnapshot('../docs/words.md');
  });
});
