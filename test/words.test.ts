import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { groups, wordsIn } from '../docs/.vitepress/written/words.ts';
import { type EventType, eventTypes, reporters } from '../src/acts.js';
import { partiesOf, replay } from '../src/index.js';
import { everyPath } from '../src/testing/index.js';
import { letterFor, summaryFor, timelineFor, type Words } from '../src/words/index.js';
import { inOwnNames } from '../src/words.js';
import { opening, upTo } from './support/story.js';
import { forEmployee, languages } from './support/words.js';

describe('The words of the library', () => {
  it('are the same names in Dutch and in English', () => {
    for (const group of groups)
      expect(wordsIn('en', group).map(([name]) => name)).toEqual(wordsIn('nl', group).map(([name]) => name));
    expect(Object.keys(languages.en)).toEqual(['locale', 'brief', 'roles', 'spelled', ...groups.slice(1)]);
  });

  it.each(['nl', 'en'] as const)('begin and end with a letter, a digit or a bracket: %s', (locale) => {
    const all = groups.flatMap((group) => wordsIn(locale, group));
    expect(all.filter(([, words]) => !/^[\p{Letter}\d].*[\p{Letter}\d)]$/u.test(words))).toEqual([]);
  });

  it('call the advice of the second opinion by its name, since there is another advice', () => {
    const bare = { nl: /\bhet advies\b/i, en: /\bthe advice\b/i };
    for (const locale of ['nl', 'en'] as const) {
      const all = groups.flatMap((group) => wordsIn(locale, group));
      expect(all.filter(([, words]) => bare[locale].test(words))).toEqual([]);
    }
  });

  it('promise in no letter what an act may lack: reasons, or medical data', () => {
    // Neither is sent without them.
    for (const { notices } of Object.values(languages))
      for (const letter of Object.values({ ...notices, reasonsGiven: '', medicalDataSent: '' }))
        expect(letter).not.toMatch(/redenen|gemotiveerd|reasons|stukken|documents/);
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
      Object.values(rest.papers),
      Object.values(rest.elements),
      Object.values(rest.terms),
    ];
    for (const list of lists) expect(list.filter((words, at) => list.indexOf(words) !== at)).toEqual([]);
  });
});

describe.each(['nl', 'en'] as const)('The words for the employee: %s', (locale) => {
  type Said = string | { [name: string]: Said };
  const said = (words: Said): string[] => (typeof words === 'string' ? [words] : Object.values(words).flatMap(said));
  const names = (words: Said): string[] =>
    typeof words === 'string'
      ? []
      : Object.entries(words).flatMap(([name, each]) => [name, ...names(each).map((inner) => `${name}/${inner}`)]);
  const words = forEmployee[locale];
  const doneBy = (type: EventType): string => words.events[type].done;

  it('are for the same names as those for professionals', () => {
    expect(names(words as unknown as Said)).toEqual(names(languages[locale] as unknown as Said));
  });

  it('speak to the employee, and of nobody as if they did not know them', () => {
    // A physician who let the week pass is told so in the words for professionals.
    const { mayStillAccept: _, mayNoLongerAccept: __, ...small } = words.phrases;
    const { locale: ___, ...all } = words;
    const each = said({ ...all, words: small } as unknown as Said);
    const stranger = {
      nl: /werknemer|eigen bedrijfsarts|second-opinionadvies|\bde (werkgever|aanvraag was)\b|klachtbehandelaar/,
      en: /employee|their own|(?<!your )(?<!Your )own physician|the employer|complaint handler/,
    };
    expect(each.filter((one) => stranger[locale].test(one))).toEqual([]);
  });

  it('keep "you" either the doer or the one it is done to', () => {
    const byEmployee = eventTypes.filter((type) => reporters[type].includes('employee'));
    const toThemselves = {
      nl: /\b(met|aan|voor) u\b|(heeft|gaat|wil|zegt) u\b|^(wil|gaat|is) /,
      en: /\byou\b|^(is|was|has|wants) /,
    };
    expect(byEmployee.map(doneBy).filter((done) => toThemselves[locale].test(done))).toEqual([]);
    const byOthers = eventTypes.filter((type) => !reporters[type].includes('employee'));
    const secondPerson = { nl: /^(wilt|bent|kunt) /, en: /^(want|have|are|no longer want) |\byourself\b/ };
    expect(byOthers.map(doneBy).filter((done) => secondPerson[locale].test(done))).toEqual([]);
  });

  it('tell one step, event, notice or term from another', () => {
    const { steps, events, notices, terms } = words;
    for (const list of [
      Object.values(steps).map(({ sentence }) => sentence),
      Object.values(events).map(({ done }) => done),
      Object.values(notices),
      Object.values(terms),
    ])
      expect(list.filter((each, at) => list.indexOf(each) !== at)).toEqual([]);
  });

  it('say in at most twenty words each what an act was', () => {
    const sentences = eventTypes.flatMap((type) => doneBy(type).split('. '));
    expect(sentences.filter((each) => each.split(' ').length > 20)).toEqual([]);
  });
});

describe('A name of one’s own for a role', () => {
  const { nl, en } = languages;
  const own = {
    nl: {
      ...nl,
      roles: { ...nl.roles, employee: 'de cliënt', ownPhysician: 'de vaste arts', employer: 'het bedrijf' },
    },
    en: { ...en, roles: { ...en.roles, employee: 'the client', employer: 'the firm' } },
  };
  const spelled = { nl: /werknemer|eigen bedrijfsarts|werkgever/i, en: /\bthe employee|\bthe employer/i };

  /** All that is said of every way through the procedure, to whomever, but for types and clauses. */
  const said = (words: Words): string[] =>
    everyPath().flatMap(({ opening, events }) => {
      const whole = replay(opening, events, 'record');
      if (!whole.ok) throw new Error(`${whole.at} is not taken`);
      const letters = whole.outcomes.flatMap((each) =>
        each.notices.map((notice) => letterFor(each.case, notice, words)),
      );
      return (['host', ...partiesOf(whole.case)] as const).flatMap((reader) => {
        const { sentence, card } = summaryFor(whole.case, reader, words);
        const story = timelineFor(opening, events, reader, words).entries;
        return [
          sentence,
          ...card.flatMap(({ label, value }) => [label, value]),
          ...story.flatMap(({ done, brief, details, stands, waitsOn, told, terms, deviations }) =>
            [done, brief, stands, details, waitsOn, told, terms, deviations].flat(),
          ),
          ...letters.flatMap(({ subject, text, contains, can }) => [
            subject,
            ...text,
            ...[...contains, ...can].map((each) => each.words),
          ]),
        ];
      });
    });

  it.each(['nl', 'en'] as const)(
    'is said in every summary, story and letter, and the one of the library nowhere: %s',
    (locale) => {
      const all = said(own[locale]);
      expect([...new Set(all.filter((text) => spelled[locale].test(text)))]).toEqual([]);
      const { employee } = own[locale].roles;
      const begins = `${employee.charAt(0).toUpperCase()}${employee.slice(1)} `;
      expect(all.some((text) => text.startsWith(begins))).toBe(true);
      expect(all.some((text) => text.includes(`. ${begins}`))).toBe(true);
      expect(all.some((text) => text.includes(` ${employee}`))).toBe(true);
      expect(all.filter((text) => text.includes(`. ${employee} `))).toEqual([]);
    },
  );

  it('is followed where it stands in the name of another role', () => {
    const { roles } = inOwnNames(own.en);
    expect(roles.ownPhysician).toBe('the client’s own physician');
  });

  it('is said to the employee too, but for "you", which the verb follows', () => {
    const words = forEmployee.nl;
    const { roles, events } = inOwnNames({ ...words, roles: { ...words.roles, employee: 'jij', employer: 'uw baas' } });
    expect(events['employer.asked'].todo).toBe('uw baas om een andere bedrijfsarts vragen');
    expect(words.events['instrument.discussed'].done).toContain(' u ');
    expect(events['instrument.discussed'].done).toBe(words.events['instrument.discussed'].done);
    expect(roles.employee).toBe('jij');
  });

  it('leaves words as they are where every role has the name of the library, and takes a name for what it is', () => {
    expect(inOwnNames(nl)).toBe(nl);
    const odd = inOwnNames({ ...nl, roles: { ...nl.roles, employee: 'de $& (werknemer)' } });
    expect(odd.events['employee.died'].todo).toBe('vastleggen dat de $& (werknemer) is overleden');
    const notices = { ...nl.notices, requestMade: 'de klant (m/v) vraagt een second opinion aan' };
    const ours = inOwnNames({ ...nl, notices, spelled: { employee: 'de klant (m/v)' } });
    expect(ours.notices.requestMade).toBe('de werknemer vraagt een second opinion aan');
  });
});

describe('A language', () => {
  const source = new URL('../src/', import.meta.url);

  /** What a file loads, and what that loads; what is of types only vanishes when it is built. */
  const loadedBy = (file: string, known = new Set<string>()): Set<string> => {
    if (known.has(file) || !file.endsWith('.ts')) return known.add(file);
    known.add(file);
    const text = readFileSync(new URL(file, source), 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm)) {
      const isOurs = from.startsWith('.');
      loadedBy(
        isOurs ? new URL(from.replace(/\.js$/, '.ts'), new URL(file, source)).href.slice(source.href.length) : from,
        known,
      );
    }
    return known;
  };

  it.each(['nl', 'en'])('loads neither XState nor zod, nor anything else but words: %s', (locale) => {
    expect([...loadedBy(`words/${locale}.ts`)]).toEqual([`words/${locale}.ts`]);
    expect(loadedBy(`words/${locale}-employee.ts`)).toEqual(
      new Set(['words.ts', `words/${locale}.ts`, `words/${locale}-employee.ts`]),
    );
  });

  it('is found out where it loads them', () => {
    expect([...loadedBy('words/index.ts')]).toEqual(expect.arrayContaining(['xstate', 'zod/mini']));
  });

  it('says a day as it is written where the machine has no words for it', () => {
    const entries = () => timelineFor(opening, upTo('execution.awaitingResponse'), 'host', languages.nl).entries;
    expect(entries().at(-1)?.terms).toEqual(['reactie op de aanvraag uiterlijk 25 maart 2026']);
    vi.stubGlobal('Intl', undefined);
    try {
      expect(entries().at(-1)?.terms).toEqual(['reactie op de aanvraag uiterlijk 2026-03-25']);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
