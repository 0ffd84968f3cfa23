import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import * as z from 'zod';
import { type EventType, eventTypes, fieldNames, type ProcedureEvent } from '../src/acts.js';
import {
  advance,
  type Case,
  deadlines,
  endedOn,
  expectedEvents,
  type Issue,
  type IssueCode,
  openCase,
  openingSchema,
  parseCase,
  partiesOf,
  payer,
  record,
  replay,
  secondOpinionMachine,
  snapshotOf,
  UnreadableCase,
  viewFor,
  waitingOn,
} from '../src/index.js';
import { fieldsOfNorm, norms, normsOf } from '../src/norms.js';
import { everyPath } from '../src/testing/index.js';
import { summaryFor } from '../src/timeline.js';
import { viewOf } from '../src/views.js';
import { goldenVersions } from './support/golden.ts';
import { parties } from './support/secrets.js';
import { given, opening, own, storyTo, upTo, usual } from './support/story.js';
import { languages } from './support/words.js';

const current = given(storyTo['application.discussing'].events).case;

const issuesOf = (outcome: ReturnType<typeof advance>): readonly Issue[] =>
  !outcome.ok && outcome.reason === 'malformed' ? outcome.issues : expect.fail('it is not malformed');

const issuesOfCase = (json: unknown): readonly Issue[] => {
  try {
    parseCase(json);
  } catch (error) {
    if (error instanceof UnreadableCase) return error.issues;
  }
  return expect.fail('it is read, or something else is thrown');
};

const secret = 'what-the-employee-told';

const stored = (changed: object): unknown => ({ ...current, ...changed });
const filed = (changed: object): unknown => stored({ file: { ...current.file, ...changed } });

/** Inputs with every kind of fault, of which each value says something that no issue may say. */
const faulty: Record<string, () => readonly Issue[]> = {
  'a revision too large for a number': () => issuesOfCase(stored({ revision: 1e300 })),
  'a revision below every number': () => issuesOfCase(stored({ revision: -1e300 })),
  'half a revision': () => issuesOfCase(stored({ revision: 0.12345 })),
  'a list over its limit': () => issuesOfCase(stored({ deviations: Array(50_001).fill(secret) })),
  'a list of a file over its limit': () => issuesOfCase(filed({ complaints: Array(50_001).fill(secret) })),
  'a list of an event over its limit': () =>
    issuesOf(advance(current, usual('request.refused', { earlierRequests: Array(33).fill(secret) }))),
  'a record with keys of its own': () => issuesOfCase(filed({ told: { [`${secret} `]: 1, [`a:b:${secret}`]: 'x' } })),
  'an unknown kind within a case': () =>
    issuesOfCase(filed({ request: { ...current.file.request, outcome: { as: secret } } })),
  'a schema that is a text': () => issuesOfCase(stored({ schema: secret })),
  'a case that is a text': () => issuesOfCase(secret),
  'another type in every field of a case': () =>
    issuesOfCase(Object.fromEntries(Object.keys(current).map((field) => [field, [secret]]))),
  'another type in every field of an opening': () =>
    issuesOf(openCase(Object.fromEntries(Object.keys(opening).map((field) => [field, 12345])))),
  'an alarm that is none': () =>
    issuesOf(openCase({ ...opening, contract: { ...opening.contract, alarms: { decide: 12345, [secret]: 3 } } })),
  'an opening without the application of its record': () =>
    issuesOf(openCase({ ...opening, recordOf: 'secondOpinionPhysician' })),
  'an opening of before the right': () => issuesOf(openCase({ ...opening, on: '2012-03-04' })),
  'an event of no type': () => issuesOf(advance(current, { type: secret })),
  'an event without anything': () => issuesOf(advance(current, {})),
  'an event with more than it has': () =>
    issuesOf(advance(current, { ...usual('request.honoured'), [secret]: secret, Diagnosis: secret })),
  'an event whose values are none of theirs': () =>
    issuesOf(advance(current, usual('request.refused', { by: `${secret} `, on: '2012-34-56', grounds: [secret] }))),
  'an event that cannot be looked at': () =>
    issuesOf(
      advance(current, {
        get type() {
          throw new Error(secret);
        },
      }),
    ),
};

describe('What a host tells zod', () => {
  const { customError, localeError } = z.config();
  afterEach(() => {
    z.config({ customError, localeError });
  });

  const plain = Object.entries(faulty).map(([what, issues]) => [what, issues()]);
  const asked: unknown[] = [];
  const quoting = (raw: z.core.$ZodRawIssue): string => {
    asked.push(raw.input);
    return `not ${String(raw.input)}`;
  };

  it.each([
    ['a message that quotes the value', { customError: quoting }],
    ['the words of another language', z.locales.nl()],
    ['both', { ...z.locales.de(), customError: quoting }],
  ])('changes no issue, and is shown no value: %s', (_, config) => {
    z.config(config);
    // That it is heard at all.
    expect(z.number().safeParse(secret).error?.issues[0]?.message).not.toMatch(/^Invalid input: expected/);
    asked.length = 0;
    expect(Object.entries(faulty).map(([what, issues]) => [what, issues()])).toEqual(plain);
    expect(asked).toEqual([]);
  });

  it('is not needed: no issue quotes a value, and each says what it is', () => {
    expect(JSON.stringify(plain)).not.toMatch(/what-the-employee-told|Diagnosis.*"message":"[^"]*Diagnosis|2012|12345/);
    for (const [what, issues] of plain)
      for (const { message } of issues as readonly Issue[]) expect(message, `${what}`).not.toBe('');
    const codes = plain.flatMap(([, issues]) => (issues as readonly Issue[]).map(({ code }) => code));
    for (const said of Object.values(languages)) expect(codes.filter((code) => !(code in said.issues))).toEqual([]);
  });
});

describe('A name that is not known', () => {
  const typed = (type: string) => issuesOf(advance(current, { type, by: own.id, on: opening.on }));
  const field = (type: EventType, name: string) => issuesOf(advance(current, { ...usual(type), [name]: secret }));

  it.each(eventTypes)('suggests %s where one letter of it is left out, or another is in its place', (type) => {
    for (let at = 0; at < type.length; at += 1) {
      const missing = type.slice(0, at) + type.slice(at + 1);
      const changed = `${type.slice(0, at)}#${type.slice(at + 1)}`;
      for (const wrong of [missing, changed])
        expect(typed(wrong)).toEqual([
          {
            path: 'type',
            code: 'unknownEvent',
            expected: [type],
            message: `expected a known event type; did you mean ${type}?`,
          },
        ]);
    }
  });

  it('suggests the event that is meant in capitals, or with three letters wrong, and none with four', () => {
    expect(typed('REQUEST.HONOURED')).toMatchObject([{ expected: ['request.honoured'] }]);
    expect(typed('request.honouXYZ')).toMatchObject([{ expected: ['request.honoured'] }]);
    expect(typed('request.honoWXYZ')[0]).not.toHaveProperty('expected');
  });

  it('suggests nothing where it is another word, or so long that it is none', () => {
    for (const type of ['', 'x', 'toString', '__proto__', secret, 'x'.repeat(1_000_000)])
      expect(typed(type)[0]).toEqual({ path: 'type', code: 'unknownEvent', message: 'expected a known event type' });
  });

  it('suggests a field of the event itself, wherever it stands, and not one of another event', () => {
    expect(field('request.refused', 'reason')).toEqual([
      {
        path: 'reason',
        code: 'unknownField',
        expected: ['reasons'],
        message: 'is no field of this; did you mean reasons?',
      },
    ]);
    expect(field('request.honoured', 'reason')).toEqual([
      { path: 'reason', code: 'unknownField', message: 'is no field of this' },
    ]);
    // Of three letters, one may be another.
    expect(field('transfer.granted', 'tom')).toMatchObject([{ expected: ['to'] }]);
    expect(field('transfer.granted', 'tob')).toMatchObject([{ expected: ['to'] }]);
    expect(field('transfer.granted', 'xyz')[0]).not.toHaveProperty('expected');
    const misspelt = { ...opening, participants: { ...opening.participants, representitive: secret } };
    expect(issuesOf(openCase(misspelt))).toMatchObject([
      { path: 'participants.representitive', expected: ['representative'] },
    ]);
    const alarms = { ...opening, contract: { ...opening.contract, alarms: { engaged: 3 } } };
    expect(issuesOf(openCase(alarms))).toMatchObject([{ path: 'contract.alarms.engaged', expected: ['engage'] }]);
  });

  it('is itself never repeated', () => {
    for (const name of [`reasons ${secret}`, 'reasons!'])
      expect(JSON.stringify(field('request.refused', name))).not.toMatch(/!|employee-told/);
  });
});

describe('What a field lacks or has too much of', () => {
  const codesOf = (input: unknown) => issuesOf(advance(current, input)).map(({ path, code }) => [path, code]);

  it('is told apart: it is missing, or it is something else', () => {
    expect(codesOf({ type: 'request.honoured' })).toEqual([
      ['by', 'missing'],
      ['on', 'missing'],
    ]);
    expect(codesOf({ type: 'request.honoured', by: null, on: null })).toEqual([
      ['by', 'noText'],
      ['on', 'noDay'],
    ]);
    expect(codesOf({})).toEqual([['type', 'missing']]);
    expect(codesOf(undefined)).toEqual([['', 'noObject']]);
    expect(codesOf(JSON.stringify(usual('request.honoured')))).toEqual([['', 'unparsed']]);
    expect(issuesOf(openCase(JSON.stringify(opening)))).toMatchObject([{ path: '', code: 'unparsed' }]);
    expect(codesOf(usual('request.refused', { grounds: undefined, earlierRequests: 'x' }))).toEqual([
      ['grounds', 'missing'],
      ['earlierRequests', 'noList'],
    ]);
    expect(codesOf(usual('instrument.discussed', { advised: undefined }))).toEqual([['advised', 'missing']]);
  });

  it("is told of a record by its kind alone, where the name is the record's own", () => {
    expect(issuesOfCase(filed({ told: { [`${secret} `]: 1 } }))).toEqual([
      { path: 'file.told.?', code: 'unknownField', message: 'is no field of this' },
    ]);
    expect(issuesOfCase(filed({ told: { 'requestMade:ownPhysician': 0.5 } }))).toMatchObject([
      { path: 'file.told.?', code: 'noCount' },
    ]);
  });

  it('is told once, and with the closed list where there is one', () => {
    expect(issuesOf(advance(current, usual('reasons.given', { of: 'x' })))).toEqual([
      {
        path: 'of',
        code: 'unknownValue',
        expected: ['refusal', 'outOfScope', 'decision'],
        message: 'expected refusal or outOfScope or decision',
      },
    ]);
    expect(issuesOfCase(stored({ revision: -1e300 }))).toEqual([
      { path: 'revision', code: 'noCount', message: 'expected a whole number from 0' },
    ]);
  });

  it('is told in full where two things are wrong with one field', () => {
    expect(issuesOf(openCase({ ...opening, on: '1850-01-01' })).map(({ path, code }) => [path, code])).toEqual([
      ['on', 'yearOutOfRange'],
      ['on', 'beforeTheRight'],
    ]);
  });

  it('is looked at no further than the first 32 faults, however many there are', () => {
    const faults = (many: number) =>
      issuesOfCase(
        filed({
          told: Object.fromEntries(Array.from({ length: many }, (_, at) => [`requestMade:party${at}`, 0.5])),
          participants: null,
        }),
      ).map(({ path }) => path);
    expect(faults(31)).toEqual(['file.told.?', 'file.participants']);
    expect(faults(32)).toEqual(['file.told.?']);
  });

  it('is looked at no further than the first 32 fields that are none', () => {
    const unnamed = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, at) => [`no name ${at}`, 1]));
    const paths = (many: number) =>
      issuesOf(advance(current, { ...usual('request.honoured'), ...unnamed(many), more: 1 })).map(({ path }) => path);
    expect(paths(31)).toEqual(['?', 'more']);
    expect(paths(32)).toEqual(['?']);
  });

  it('is told with its place in a list, and with the kinds that there are', () => {
    expect(issuesOf(advance(current, usual('request.refused', { grounds: ['cost', 'x'] })))).toMatchObject([
      { path: 'grounds.1', code: 'unknownValue' },
    ]);
    expect(issuesOfCase(filed({ request: { ...current.file.request, outcome: { as: 'x' } } }))).toMatchObject([
      {
        path: 'file.request.outcome.as',
        code: 'unknownValue',
        expected: ['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed', 'died'],
      },
    ]);
  });
});

describe('The day of an opening', () => {
  const openedOn = (on: string) => openCase({ ...opening, on, contestedAdvice: { ...opening.contestedAdvice, on } });

  it('is one on which there was a right to a second opinion: from 1 July 2017', () => {
    for (const on of ['2013-04-30', '2017-06-30', '1999-12-31', '2009-08-01', '2016-12-31', '2017-01-31'])
      expect(issuesOf(openedOn(on))).toEqual([
        {
          path: 'on',
          code: 'beforeTheRight',
          message: 'expected a day from 2017-07-01, when the right to a second opinion began',
        },
      ]);
    for (const on of ['2017-07-01', '2017-10-01', '2018-01-01', '2019-12-31', '2020-02-29', '2100-01-01'])
      expect(openedOn(on)).toMatchObject({ ok: true });
  });

  it('is no bound to the contested advice, which may be older', () => {
    const on = '2017-07-01';
    const older = { ...opening, on, contestedAdvice: { ...opening.contestedAdvice, on: '2013-04-30' } };
    const { case: opened } = replay(older, []);
    expect(parseCase(JSON.parse(JSON.stringify(opened)))).toEqual(opened);
  });

  it('is one in a stored case too', () => {
    expect(issuesOfCase(filed({ openedOn: '2017-06-30' }))).toMatchObject([
      { path: 'file.openedOn', code: 'beforeTheRight' },
    ]);
  });
});

describe('A stored case that is not one yet', () => {
  it('is to be parsed first, where it is the text of one', () => {
    expect(issuesOfCase(JSON.stringify(current))).toEqual([
      { path: '', code: 'unparsed', message: 'is a text: give what JSON.parse makes of it' },
    ]);
  });

  it('asks for a newer library, where a newer one wrote it, and for nothing else', () => {
    const issues = issuesOfCase({ ...current, schema: 2, step: 'application.somewhereNew', more: true });
    expect(issues).toMatchObject([{ path: 'schema', code: 'newerSchema' }]);
    expect(issues[0]?.message).toContain('update the library');
  });

  it('is of no version before the first', () => {
    for (const schema of [0, -1, 1.5, '2', null])
      expect(issuesOfCase(stored({ schema }))).toMatchObject([
        { path: 'schema', code: 'unknownValue', expected: ['1'] },
      ]);
    expect(issuesOfCase(stored({ schema: undefined }))).toMatchObject([{ path: 'schema', code: 'missing' }]);
  });
});

const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();

const noCases: [what: string, mistaken: unknown, code: IssueCode, path?: string][] = [
  ['an outcome', openCase(opening), 'outcomeGiven'],
  ['an outcome that says no', openCase(null), 'outcomeGiven'],
  ['what replay answers', replay(opening, []), 'outcomeGiven'],
  ['a text', 'text', 'unparsed'],
  ['the text of a case', JSON.stringify(current), 'unparsed'],
  ['a case of a newer version', stored({ schema: 2 }), 'newerSchema', 'schema'],
  ['a case of no version', stored({ schema: 0 }), 'noCase'],
  ['nothing', undefined, 'noCase'],
  ['null', null, 'noCase'],
  ['a number', 7, 'noCase'],
  ['a list', [current], 'noCase'],
  ['an empty object', {}, 'noCase'],
  ['an opening', opening, 'noCase'],
  ['the file of a case', current.file, 'noCase'],
  ['a promise of a case', Promise.resolve(current), 'noCase'],
  ['a case in no step', stored({ step: 'toString' }), 'noCase'],
  ['a case without a file', stored({ file: null }), 'noCase'],
  [
    'the snapshot of an actor',
    createActor(secondOpinionMachine, { input: openingSchema.parse(opening) }).getSnapshot(),
    'noCase',
  ],
  ['what cannot be looked at', revoked, 'unreadable'],
  ['a case with an empty file', stored({ file: {} }), 'noCase'],
];

const readers: Record<string, (current: Case) => unknown> = {
  expectedEvents,
  waitingOn,
  deadlines,
  payer,
  endedOn,
  partiesOf,
  snapshotOf,
  viewFor: (current) => viewFor(current, { role: 'employee', person: 'employee-1' }),
  summaryFor: (current) => summaryFor(current, { role: 'employee', person: 'employee-1' }, languages.nl),
  'summaryFor the host': (current) => summaryFor(current, 'host', languages.nl),
};

describe('What is given as a case and is none', () => {
  it.each(noCases)('is malformed to advance and record, which say what it is: %s', (_, mistaken, code, path) => {
    for (const take of [advance, record]) {
      const issues = issuesOf(take(mistaken as Case, usual('instrument.discussed')));
      expect(issues.map((issue) => [issue.path, issue.code])).toEqual([[path ? `case.${path}` : 'case', code]]);
    }
  });

  it.each(noCases)('is an unreadable case to whatever only reads one: %s', (_, mistaken, code) => {
    for (const [name, read] of Object.entries(readers)) {
      let thrown: unknown;
      try {
        read(mistaken as Case);
      } catch (error) {
        thrown = error;
      }
      expect(thrown, name).toBeInstanceOf(UnreadableCase);
      expect((thrown as UnreadableCase).issues, name).toMatchObject([{ code }]);
    }
  });

  it('is answered by an error of ours too where it looks like a case, and was changed outside the library', () => {
    const all = Object.keys(current.file).map((field) => filed({ [field]: undefined }));
    const said = all.flatMap((mangled) => {
      for (const take of [advance, record])
        for (const type of eventTypes) expect(typeof take(mangled as Case, usual(type)).ok).toBe('boolean');
      return Object.values(readers).map((read) => {
        try {
          return typeof read(mangled as Case);
        } catch (error) {
          return String(error);
        }
      });
    });
    expect([...new Set(said)].filter((each) => /Error|Unreadable/.test(each)).sort()).toEqual([
      'UnreadableCase: The stored case cannot be read: it cannot be read',
      expect.stringMatching(/^UnreadableCase: The stored case cannot be read: it is no case: /),
    ]);
  });

  it('is told what to give instead', () => {
    expect(() => viewFor(openCase(opening) as never, { role: 'employee', person: 'employee-1' })).toThrow(
      /give the case in it/,
    );
    expect(() => waitingOn(JSON.stringify(current) as never)).toThrow(/JSON\.parse/);
    expect(() => deadlines(undefined as never)).toThrow(/openCase, advance, record or parseCase/);
  });
});

describe('What a rule looks at', () => {
  const kept = goldenVersions(new URL('golden', import.meta.url).pathname).flatMap(({ histories }) =>
    histories.map(({ how, opening: start, turns }) => ({ how, opening: start, events: turns.map(([event]) => event) })),
  );
  /** The fields that each rule was seen to read of an event of each type, over every history. */
  const read = new Map<string, Set<string>>();
  const told = new Set<EventType>();

  beforeAll(() => {
    for (const { how, opening: start, events } of [...everyPath(), ...kept]) {
      const opened = openCase(start);
      if (!opened.ok) continue;
      let before = opened.case;
      for (const event of events as ProcedureEvent[]) {
        const outcome = how === 'record' ? record(before, event) : advance(before, event);
        if (!outcome.ok && outcome.reason === 'malformed') continue;
        told.add(event.type);
        for (const name of normsOf[event.type]) {
          const seen = read.get(`${event.type} ${name}`) ?? new Set();
          read.set(`${event.type} ${name}`, seen);
          const watched = new Proxy(event, {
            get: (target, field) => {
              if (field !== 'type') seen.add(String(field));
              return Reflect.get(target, field);
            },
          });
          norms[name].ofEvent?.(before.file, watched, before.rules);
        }
        if (outcome.ok) before = outcome.case;
      }
    }
  });

  it('is what it says: every field that it reads of an event of a type, and no other', () => {
    expect([...told].sort()).toEqual([...eventTypes].sort());
    // Which earlier day it follows can hang on another field; what is dated is the day. Anybody may take a complaint over (`B-83`).
    const asked = eventTypes.flatMap((type) =>
      normsOf[type]
        .filter((name) => name !== 'datedInOrder' && (type !== 'complaint.acknowledged' || name !== 'actorHoldsRole'))
        .map((name) => ({ type, name })),
    );
    const seen = asked.map(({ type, name }) => {
      const fields = [...(read.get(`${type} ${name}`) ?? [])];
      return [type, name, ...fields.filter((field) => fieldNames(type).includes(field)).sort()].join(' ');
    });
    expect(asked.map(({ type, name }) => [type, name, ...fieldsOfNorm(name, type).sort()].join(' '))).toEqual(seen);
    expect(fieldsOfNorm('datedInOrder', 'medicalData.sent')).toEqual(['on']);
  });

  it('is told of each rule in the way, and of each that was not kept', () => {
    const reasonless = usual('request.refused', { reasons: undefined });
    expect(advance(given(usual('instrument.discussed')).case, reasonless)).toMatchObject({
      unmet: [{ norm: 'reasonsAreInWriting', fields: ['reasons'] }],
    });
    expect(record(given(usual('instrument.discussed')).case, reasonless)).toMatchObject({
      deviations: [{ norm: 'reasonsAreInWriting', fields: ['reasons'] }],
    });
    const sent = given(upTo('application.preparing')).when(usual('application.sent', { by: 'nobody', to: own.id }));
    sent.expect({
      unmet: [
        { norm: 'actorHoldsRole', fields: ['by'] },
        { norm: 'actorsAreDistinct', fields: ['to'] },
        { norm: 'physicianIsIndependent', fields: ['to'] },
        { norm: 'sentToTheChosen', fields: ['to'] },
        { norm: 'recipientIsAuthorised', fields: ['to', 'medicalData'] },
      ],
    });
    const sending = expectedEvents(given(upTo('application.choosing')).case).flatMap(({ unmet }) => unmet);
    expect(sending).toEqual([]);
  });

  it('is in an opening the way to the field', () => {
    const { participants, contestedAdvice } = opening;
    const fieldsOf = (changed: object) => openCase({ ...opening, ...changed });
    const byAnother = fieldsOf({ by: 'employer-1' });
    expect(byAnother).toMatchObject({ unmet: [{ norm: 'actorHoldsRole', fields: ['by'] }] });
    expect(byAnother).not.toHaveProperty(['unmet', 0, 'notBefore']);
    expect(fieldsOf({ contestedAdvice: { ...contestedAdvice, on: '2026-03-19' } })).toMatchObject({
      unmet: [{ norm: 'datedInOrder', fields: ['on', 'contestedAdvice.on'], notBefore: '2026-03-19' }],
    });
    expect(fieldsOf({ participants: { ...participants, representative: 'guardian-1' } })).toMatchObject({
      unmet: [{ norm: 'representativeHasMandate', fields: ['participants.mandate'] }],
    });
    expect(fieldsOf({ participants: { ...participants, employer: own.id } })).toMatchObject({
      unmet: [{ norm: 'actorsAreDistinct', fields: ['participants', 'contestedAdvice.giver'] }],
    });
  });
});

describe('The day before which an event cannot lie', () => {
  const notBeforeIn = (outcome: ReturnType<typeof advance>): string | undefined =>
    !outcome.ok && outcome.reason === 'notAllowed'
      ? outcome.unmet.find(({ norm }) => norm === 'datedInOrder')?.notBefore
      : undefined;
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

  it('is told the host of every event: on it the event may lie, on the day before it may not', () => {
    const tried = new Set<EventType>();
    for (const { how, opening: start, events } of everyPath())
      for (const [at, event] of events.entries()) {
        const before = replay(start, events.slice(0, at), how).case ?? expect.fail('the history is not taken');
        for (const take of [advance, record]) {
          const first = notBeforeIn(take(before, { ...event, on: '1900-01-01' }));
          expect(first, event.type).toMatch(/^20/);
          expect(notBeforeIn(take(before, { ...event, on: first })), event.type).toBeUndefined();
          expect(notBeforeIn(take(before, { ...event, on: dayBefore(first ?? '') })), event.type).toBe(first);
        }
        tried.add(event.type);
      }
    expect(tried.size).toBe(eventTypes.length);
  });

  it('is that of what it follows, and at least that of the opening', () => {
    const accepted = usual('application.accepted', { on: '2026-03-01' });
    expect(advance(given(upTo('execution.awaitingResponse')).case, accepted)).toMatchObject({
      unmet: [{ norm: 'datedInOrder', fields: ['on'], notBefore: '2026-03-18' }],
    });
    const sentLater = [
      ...upTo('application.preparing'),
      usual('authorisation.signed'),
      usual('application.sent', { on: '2026-03-20' }),
    ];
    expect(advance(given(sentLater).case, accepted)).toMatchObject({ unmet: [{ notBefore: '2026-03-20' }] });
  });

  it('is the last of several, in whatever order they came', () => {
    const { case: chosenLater } = given(
      ...[usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')],
      ...[usual('authorisation.signed'), usual('physicians.chosen', { on: '2026-03-20' })],
    );
    expect(advance(chosenLater, usual('application.sent', { on: '2026-03-19' }))).toMatchObject({
      unmet: [{ norm: 'datedInOrder', notBefore: '2026-03-20' }],
    });
  });

  it('is of no other rule, of no deviation, and in no view', () => {
    for (const { how, opening: start, events } of everyPath()) {
      const told = replay(start, events, how).case ?? expect.fail('the history is not taken');
      for (const role of parties) expect(JSON.stringify(viewOf(told, role))).not.toContain('notBefore');
      expect(JSON.stringify(told)).not.toContain('notBefore');
    }
    const refused = usual('request.refused', { by: 'nobody', reasons: undefined });
    const outcome = advance(current, refused);
    expect(JSON.stringify(outcome)).not.toContain('notBefore');
  });
});
