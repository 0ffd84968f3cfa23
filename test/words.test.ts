import { describe, expect, it } from 'vitest';
import { groups, wordsIn } from '../docs/.vitepress/written/words.ts';
import { type EventType, eventTypes, reporters } from '../src/acts.js';
import { forEmployee, languages } from './support/words.js';

describe('The words of the library', () => {
  it('are the same names in Dutch and in English', () => {
    for (const group of groups)
      expect(wordsIn('en', group).map(([name]) => name)).toEqual(wordsIn('nl', group).map(([name]) => name));
    expect(Object.keys(languages.en)).toEqual(['locale', 'brief', ...groups]);
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
    const { mayStillAccept: _, mayNoLongerAccept: __, ...small } = words.words;
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
