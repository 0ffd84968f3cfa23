import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { divided, wordsIn } from '../docs/.vitepress/divided.ts';
import { isQuality, pages, things, titleOf, written } from '../docs/.vitepress/pages.ts';
import { inOtherLanguage } from '../docs/.vitepress/synonyms.ts';
import { casePage, readByAll } from '../docs/.vitepress/written/cases.ts';
import { howPage } from '../docs/.vitepress/written/door/how.ts';
import { seenPage } from '../docs/.vitepress/written/door/seen.ts';
import { whenPage } from '../docs/.vitepress/written/door/when.ts';
import { door, leadOf, llms, summed } from '../docs/.vitepress/written/llms.ts';
import { workedCases } from '../docs/.vitepress/written/worked-cases.ts';
import { clauseIds, eventTypes, norms, steps } from '../src/index.js';
import { forEmployee, languages } from './support/words.js';

const locales = ['nl', 'en'] as const;
const folderOf = { nl: 'nl/', en: '' };

const textAt = (place: string): string =>
  [...written, ...things].find(({ to }) => to === place)?.text() ?? expect.fail(`no page ${place}`);

const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, href = '']) => href);

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
    for (const { to, text } of [...written, ...things])
      expect(text(), to).not.toMatch(/\bundefined\b(?!`)|\bNaN\b|\[object /);
  });

  it('keep what is about their own making out of the search', () => {
    const apart = pages.filter(({ to }) => isQuality(to)).map(({ to }) => to);
    expect(apart).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'mutation.md', 'performance.md']));
    expect(apart.filter((to) => !to.includes('/'))).toHaveLength(3);
  });
});

describe('The page of a thing', () => {
  it.each(locales)('is there for every event, norm, clause and worked case: %s', (locale) => {
    const named = [
      ...eventTypes.map((type) => `events/${type}`),
      ...Object.keys(norms).map((name) => `norms/${name}`),
      ...clauseIds.map((id) => `clauses/${id}`),
      ...workedCases.map(({ name }) => `cases/${name}`),
    ].map((name) => `${folderOf[locale]}${name}.md`);
    const there = things.map(({ to }) => to).filter((to) => to.startsWith('nl/') === (locale === 'nl'));
    expect(there.sort()).toEqual(named.sort());
  });

  it('is linked to by whatever it links to, and leads to its other language', () => {
    const linksOf = new Map(things.map(({ to, text }) => [`/${to}`, new Set(linksIn(text()))]));
    const oneWay = [...linksOf].flatMap(([from, links]) =>
      [...links]
        .filter((to) => linksOf.has(to) && !linksOf.get(to)?.has(from))
        .map((to) => `${from} links to ${to}, which does not link back`),
    );
    expect(oneWay).toEqual([]);
    const [event = new Set()] = [linksOf.get('/events/request.refused.md')];
    for (const to of ['/norms/groundIsCompelling.md', '/clauses/L-09.md', '/nl/events/request.refused.md'])
      expect(event).toContain(to);
  });

  it('opens the playground in a worked case, at a place that it has', () => {
    const places = [...written, ...things].flatMap(({ to, text }) =>
      [...text().matchAll(/\/playground\/#([^)]*)/g)].map(([, hash]) => ({ to, at: new URLSearchParams(hash) })),
    );
    expect(places.length).toBeGreaterThan(things.length / 2);
    const wrong = places.filter(({ to, at }) => {
      const name = at.get('case');
      const events = workedCases.find((worked) => worked.name === name)?.events;
      const taken = Number(at.get('at') ?? 0);
      const speaks = at.get('language') === (to.startsWith('nl/') ? 'nl' : 'en');
      return !speaks || (name !== null && (!events || taken > events.length));
    });
    expect(wrong).toEqual([]);
  });

  it('of an event opens it where that comes next, wherever a worked case has it', () => {
    const missed = eventTypes.flatMap((type) => {
      const [, name, at] = /#case=([^&]+)&at=(\d+)/.exec(textAt(`events/${type}.md`)) ?? [];
      const first = workedCases.find(({ events }) => events.some((event) => event.type === type));
      if (!first) return [];
      return first.name === name && first.events[Number(at)]?.type === type ? [] : [type];
    });
    expect(missed).toEqual([]);
  });

  it('of an event shows it as it usually is, as JSON', () => {
    for (const type of eventTypes) {
      const [, sample = ''] = /```json\n(.*?)```/s.exec(textAt(`nl/events/${type}.md`)) ?? [];
      expect(JSON.parse(sample)).toMatchObject({ type });
    }
  });
});

describe('The page of a worked case', () => {
  /** What a page tells under each of its headings. */
  const sectionsOf = (text: string): [heading: string, told: string][] =>
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n'))]);

  it.each(locales)('tells some to every party, and the employer of none but what was asked or told: %s', (locale) => {
    const { roles, events } = languages[locale];
    const told = workedCases.filter(({ name }) => readByAll.includes(name)).map((worked) => casePage(worked, locale));
    for (const text of told) {
      const sections = sectionsOf(text);
      const nobody = text.split('\n').find((line) => line.endsWith(`${roles.scheduler}.`)) ?? '';
      for (const role of Object.values(roles))
        expect(sections.some(([heading]) => heading.endsWith(`${role}?`)) || nobody.includes(role), role).toBe(true);
      for (const [heading, read] of sections)
        if (heading.endsWith(`${roles.employer}?`)) expect(read).not.toContain(events['application.sent'].done);
    }
  });
});

describe('The pages for employee, physician and HR', () => {
  it('tell how it goes, and every way in which it can end', () => {
    const page = howPage();
    for (const step of steps.filter((each) => each !== 'execution.underway' && !each.includes('.')))
      expect(page).toContain(forEmployee.nl.steps[step].sentence);
  });

  it('say of every step who is to act', () => {
    const page = whenPage();
    for (const step of steps) expect(page).toContain(`### ${languages.nl.steps[step].title}\n`);
    expect(page).toContain('| **De eigen bedrijfsarts** | **aan zet:** [instrument besproken]');
  });

  it('show first what the employer sees, as the reviewed matrix has it', () => {
    const [, employer = ''] = seenPage().split(/^## /m);
    expect(employer).toMatch(/^Uw werkgever/);
    expect(employer).toContain('Dat de begeleiding is overgedragen');
    expect(employer).not.toContain('Conceptadvies');
    const matrix = readFileSync(new URL('../docs/views.md', import.meta.url), 'utf8').split('\n## ')[0] ?? '';
    const cells = matrix.split('\n').flatMap((line) => (/^\| \d/.test(line) ? [line.split(' | ')[6] ?? ''] : []));
    const seen = cells.filter((cell) => /^(sees|fact|own|with consent|told)/.test(cell));
    expect(employer.match(/^\* (?!\[)/gm)).toHaveLength(seen.length);
  });
});

describe('A page that is too long', () => {
  const section = (name: string, words: number): string => `## ${name}\n\n${'word '.repeat(words)}\n`;

  it('is divided into its sections, each with its headings one level up and its anchors', () => {
    const halves = divided(
      'long.md',
      `# Long\n\nLead.\n\n${section('First one', 2000)}### Inner\n\n${section('Next', 2000)}`,
    );
    expect(halves?.text).toBe('# Long\n\nLead.\n\n* [First one](/long/first-one.md)\n* [Next](/long/next.md)\n');
    expect(halves?.parts.map(({ to, anchors }) => [to, anchors])).toEqual([
      ['long/first-one.md', ['first-one', 'inner']],
      ['long/next.md', ['next']],
    ]);
    expect(halves?.parts[0]?.text).toMatch(/^# First one\n[^#]*\n## Inner\n/);
  });

  it('leaves a short page whole, and divides a section that is too long itself', () => {
    expect(divided('short.md', section('One', 100))).toBeNull();
    const inner = ['a', 'b', 'c'].map((name) => `#${section(name, 1200)}`).join('');
    const parts = divided('long.md', `# Long\n\n## All\n\n${inner}`)?.parts ?? [];
    expect(parts.map(({ to }) => to)).toEqual(['long/all-1.md', 'long/all-2.md', 'long/all-3.md']);
    for (const { text } of parts) expect(wordsIn(text)).toBeLessThan(2000);
  });
});

describe('The search', () => {
  it.each([
    ['zwaarwegende argumenten', 'compelling grounds'],
    ['compelling grounds', 'zwaarwegende argumenten'],
    ['De eigen bedrijfsarts', 'employee’s own physician'],
    ['spreekuur', 'consultation'],
  ])('knows what %s is in the other language', (said, other) => {
    expect(inOtherLanguage(`… ${said}, …`)).toContain(other);
  });

  it('knows every page by a title of its own in its language', () => {
    const titles = things.filter(({ to }) => to.startsWith('events/')).map(titleOf);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
