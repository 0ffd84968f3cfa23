import { describe, expect, it } from 'vitest';
import { groups, wordsIn } from '../docs/.vitepress/written/words.ts';
import { languages } from './support/words.js';

describe('The words of the library', () => {
  it('are the same names in Dutch and in English', () => {
    for (const group of groups)
      expect(wordsIn('en', group).map(([name]) => name)).toEqual(wordsIn('nl', group).map(([name]) => name));
    expect(Object.keys(languages.en)).toEqual(['locale', ...groups]);
  });

  it.each(['nl', 'en'] as const)('begin and end with a letter, a digit or a bracket: %s', (locale) => {
    const all = groups.flatMap((group) => wordsIn(locale, group));
    expect(all.filter(([, words]) => !/^[\p{Letter}\d].*[\p{Letter}\d)]$/u.test(words))).toEqual([]);
  });

  it.each(['nl', 'en'] as const)('tell one step, event, role, notice or norm from another: %s', (locale) => {
    const { steps, events, norms: rules, ...rest } = languages[locale];
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
});
