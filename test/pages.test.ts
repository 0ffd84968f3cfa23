import { describe, expect, it } from 'vitest';
import { written } from '../docs/.vitepress/pages.ts';
import { casesPage, readByAll } from '../docs/.vitepress/written/cases.ts';
import { door, leadOf, llms, summed } from '../docs/.vitepress/written/llms.ts';
import { languages } from './support/words.js';

describe('The pages of the site', () => {
  it('each say what they are about, below their title', () => {
    const named = Object.values(summed).flat();
    expect(named.filter((page) => leadOf(page).length < 40).map(({ to }) => to)).toEqual([]);
  });

  it('are summed up for machines, with the whole door', () => {
    expect(door().length).toBeGreaterThan(10);
    for (const { to } of Object.values(summed).flat()) expect(llms()).toContain(`](/${to}): `);
  });

  it('say nothing that was not there to be said', () => {
    for (const { to, text } of written) expect(text(), to).not.toMatch(/\bundefined\b(?!`)|\bNaN\b|\[object /);
  });
});

describe('The page of the worked cases', () => {
  /** What a page tells under each heading of a level. */
  const sectionsOf = (text: string, level: string): [heading: string, told: string][] =>
    text
      .split(new RegExp(`^${level} `, 'm'))
      .slice(1)
      .map((section) => [
        section.slice(0, section.indexOf('\n')),
        section.slice(section.indexOf('\n')).split(/^##? /m)[0] ?? '',
      ]);

  it.each(['nl', 'en'] as const)(
    'tells some cases to every role, and the employer of none but what was asked or told: %s',
    (locale) => {
      const told = sectionsOf(casesPage(locale), '###');
      const { roles } = languages[locale];
      expect(told).toHaveLength(readByAll.length * Object.keys(roles).length);
      const toEmployer = told.filter(([heading]) => heading.endsWith(`${roles.employer}?`)).map(([, text]) => text);
      const { events } = languages[locale];
      for (const text of toEmployer) expect(text).not.toContain(events['application.sent'].done);
    },
  );
});
