import { describe, expect, it } from 'vitest';
import { acts } from '../src/acts.js';
import { chart } from '../src/chart.js';
import { steps } from '../src/file.js';
import {
  advance,
  type Case,
  caseSchema,
  clauses,
  deadlines,
  type EventType,
  eventTypes,
  expectedEvents,
  type Issue,
  norms,
  openCase,
  parseCase,
  payer,
  type Role,
  record,
  replay,
  type Step,
  secondOpinionMachine,
  UnreadableCase,
  waitingOn,
} from '../src/index.js';
import { topics } from '../src/letters.js';
import { normsOf } from '../src/norms.js';
import { terms } from '../src/terms.js';
import { everyPath } from '../src/testing/index.js';
import { viewOf } from '../src/views.js';
import { timelineFor } from '../src/words/index.js';
import { parties } from './support/secrets.js';
import { another, opening, outsider, physician, storyTo, type Told, tell, upTo, usual } from './support/story.js';
import { languages } from './support/words.js';

const caseOf = ({ opening: start, events }: (typeof storyTo)[Step]): Case => tell(start, events).case;
const caseIn = Object.fromEntries(steps.map((step) => [step, caseOf(storyTo[step])])) as Record<Step, Case>;

const frozen = <Value>(value: Value, seen = new Set<unknown>()): Value => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const { value: inner } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    frozen(inner, seen);
  }
  return Object.freeze(value);
};

/** Words that no answer may repeat: whatever stands in a wrong field may be medical. */
const secret = 'lower-back-pain-of-J-Doe';

const long = 'x'.repeat(10_000_000);

const cyclic: Record<string, unknown> = { ...usual('request.honoured') };
cyclic.on = cyclic;
const cyclicList: unknown[] = [];
cyclicList.push(cyclicList);

const throwing = (key: string, told: object): object =>
  Object.defineProperty({ ...told }, key, {
    enumerable: true,
    get: () => {
      throw new Error(secret);
    },
  });

const prototypeKey = (value: unknown): object =>
  JSON.parse(`{${JSON.stringify(usual('request.honoured')).slice(1, -1)},"__proto__":${JSON.stringify(value)}}`);

const withPhysician = (changed: object) =>
  usual('physicians.chosen', { first: { ...physician('physician-first', 'zuid'), ...changed } });

const noEvents: [what: string, event: unknown, path: string][] = [
  ['undefined', undefined, ''],
  ['null', null, ''],
  ['a text', secret, ''],
  ['JSON that was not parsed', JSON.stringify(usual('request.honoured')), ''],
  ['a number', 17, ''],
  ['no number', Number.NaN, ''],
  ['a big number', 17n, ''],
  ['a symbol', Symbol(secret), ''],
  ['a function', () => usual('request.honoured'), ''],
  ['an empty list', [], ''],
  ['a list with an event', [usual('request.honoured')], ''],
  ['a date', new Date(0), 'type'],
  ['an empty object', {}, 'type'],
  ['an object without a type', { by: secret, on: '2026-03-18' }, 'type'],
  ['an unknown type', { ...usual('request.honoured'), type: secret }, 'type'],
  ['a type in capitals', { ...usual('request.honoured'), type: 'REQUEST.HONOURED' }, 'type'],
  ['the name of a method as type', { ...usual('request.honoured'), type: 'toString' }, 'type'],
  ['a prototype as type', { ...usual('request.honoured'), type: '__proto__' }, 'type'],
  ['a type that is a list', { ...usual('request.honoured'), type: ['request.honoured'] }, 'type'],
  ['a missing person', { type: 'request.honoured', on: '2026-03-18' }, 'by'],
  ['a missing day', { type: 'request.honoured', by: 'physician-own' }, 'on'],
  ['a missing field', { ...usual('instrument.discussed'), advised: undefined }, 'advised'],
  ['an unknown field', usual('request.honoured', { diagnosis: secret }), 'diagnosis'],
  ['an unknown field with a telling name', usual('request.honoured', { [secret]: true }), '?'],
  ['an unknown field of a host', usual('request.honoured', { created_at2: secret }), 'created_at2'],
  ['an unknown field of a database', usual('request.honoured', { _id: secret }), '_id'],
  ['an unknown field that is an address', usual('request.honoured', { 'j.doe@example.nl': true }), '?'],
  ['an unknown field that begins with a digit', usual('request.honoured', { '1a': true }), '?'],
  ['an unknown field of 41 letters', usual('request.honoured', { ['x'.repeat(41)]: true }), '?'],
  ['a field of another event', usual('request.honoured', { advised: 'secondOpinion' }), 'advised'],
  ['a value that is not on the list', usual('instrument.discussed', { advised: secret }), 'advised'],
  ['a day that does not exist', usual('request.honoured', { on: '2026-02-30' }), 'on'],
  ['29 February of a common year', usual('request.honoured', { on: '2026-02-29' }), 'on'],
  ['the thirteenth month', usual('request.honoured', { on: '2026-13-01' }), 'on'],
  ['a day with a time', usual('request.honoured', { on: '2026-03-18T10:00:00Z' }), 'on'],
  ['a day written the Dutch way', usual('request.honoured', { on: '18-03-2026' }), 'on'],
  ['a day without noughts', usual('request.honoured', { on: '2026-3-18' }), 'on'],
  ['a day of the eleventh century', usual('request.honoured', { on: '1026-03-18' }), 'on'],
  ['a day of the year 12026', usual('request.honoured', { on: '12026-03-18' }), 'on'],
  ['a day as a number', usual('request.honoured', { on: 20260318 as unknown as string }), 'on'],
  ['a day as a Date', usual('request.honoured', { on: new Date(0) as unknown as string }), 'on'],
  ['an empty id', usual('request.honoured', { by: '' }), 'by'],
  ['an id with spaces', usual('request.honoured', { by: 'Dr. J. Doe' }), 'by'],
  ['an id with a line break at its end', usual('request.honoured', { by: 'physician-own\n' }), 'by'],
  ['an id with letters that look alike', usual('request.honoured', { by: 'рhysician-own' }), 'by'],
  ['an id with markup', usual('request.honoured', { by: '<script>' }), 'by'],
  ['an id with a path', usual('request.honoured', { by: '../physician-own' }), 'by'],
  ['an id of 129 characters', usual('request.honoured', { by: 'x'.repeat(129) }), 'by'],
  ['an id of 10 MB', usual('request.honoured', { by: long }), 'by'],
  ['a type of 10 MB', { ...usual('request.honoured'), type: long }, 'type'],
  ['a day of 10 MB', usual('request.honoured', { on: long }), 'on'],
  ['a field name of 10 MB', usual('request.honoured', { [long]: true }), '?'],
  ['a text where a yes or no is asked', usual('application.sent', { medicalData: 'true' }), 'medicalData'],
  ['a physician without an id', withPhysician({ id: undefined }), 'first.id'],
  ['a physician with a name', withPhysician({ name: secret }), 'first.name'],
  ['a physician who is a list', usual('physicians.chosen', { first: [] }), 'first'],
  [
    'an organisation with spaces',
    withPhysician({ organisations: ['noord', secret.replaceAll('-', ' ')] }),
    'first.organisations.1',
  ],
  ['33 organisations', withPhysician({ organisations: Array(33).fill('zuid') }), 'first.organisations'],
  ['33 grounds', usual('request.refused', { grounds: Array(33).fill('deliberateDelay') }), 'grounds'],
  [
    'a hundred thousand grounds',
    usual('request.refused', { grounds: Array(100_000).fill('deliberateDelay') }),
    'grounds',
  ],
  ['a hundred thousand wrong grounds', usual('request.refused', { grounds: Array(100_000).fill(secret) }), 'grounds'],
  ['a list with holes', usual('request.refused', { grounds: Array(3) }), 'grounds.0'],
  [
    'a hundred thousand unknown fields',
    usual('request.honoured', Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`x${at}`, at]))),
    'x31',
  ],
  ['a list that holds itself', usual('request.refused', { grounds: cyclicList }), 'grounds.0'],
  ['an object that holds itself', cyclic, 'on'],
  [
    'a constructor of its own',
    usual('request.honoured', { constructor: { prototype: { polluted: true } } }),
    'constructor',
  ],
  ['a prototype of its own', usual('request.honoured', { prototype: { polluted: true } }), 'prototype'],
  ['a __proto__ of its own', prototypeKey({ polluted: true }), '?'],
  ['a __proto__ of its own that names somebody', prototypeKey({ by: secret }), '?'],
  ['a getter that throws as type', throwing('type', usual('request.honoured')), ''],
  ['a getter that throws as person', throwing('by', usual('request.honoured')), ''],
  ['a getter that throws as unknown field', throwing('diagnosis', usual('request.honoured')), 'diagnosis'],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error(secret);
        },
      },
    ),
    '',
  ],
];

const malformed = (outcome: unknown): readonly Issue[] => {
  expect(outcome).toMatchObject({ ok: false, reason: 'malformed' });
  return (outcome as { issues: readonly Issue[] }).issues;
};

const tellsNothing = (issues: readonly Issue[]): void => {
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.length).toBeLessThanOrEqual(32);
  for (const { path, message } of issues) {
    expect(path).toMatch(/^([A-Za-z_]\w{0,39}|\d+|\?)?(\.([A-Za-z_]\w{0,39}|\d+|\?))*$/);
    expect(message).toMatch(/\S/);
    expect(message.length).toBeLessThan(2_000);
    expect(`${path} ${message}`).not.toContain(secret);
    expect(message).not.toMatch(/xxxx|Doe|script|2026-02-30|REQUEST/);
  }
};

describe('What is not an event', () => {
  it.each(noEvents)('is malformed, said with the place and without the value: %s', (what, event, path) => {
    const current = frozen(structuredClone(caseIn['application.discussing']));
    const kept = structuredClone(current);
    frozen(typeof event === 'object' && event !== null && /proxy|getter/.test(what) ? null : event);

    const outcome = advance(current, event);
    const issues = malformed(outcome);
    tellsNothing(issues);
    expect(issues.map((issue) => issue.path)).toContain(path);

    expect(record(current, event)).toEqual(outcome);
    expect(current).toEqual(kept);
  });

  it.each(['gisteren', '2026-02-30', '1026-03-18', '', 'x'.repeat(9), '12026-03-18'])(
    'is told of a wrong day once: %s',
    (on) =>
      expect(malformed(advance(caseIn['application.discussing'], usual('request.honoured', { on })))).toHaveLength(1),
  );

  it('is malformed in every step alike', () => {
    for (const step of steps)
      expect(advance(caseIn[step], { type: secret })).toEqual(
        advance(caseIn['application.discussing'], { type: secret }),
      );
  });

  it('pollutes no prototype', () => {
    for (const [, event] of noEvents) advance(caseIn['application.discussing'], event);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.prototype).not.toHaveProperty('by');
  });

  it('is malformed for every type when a field that it needs is missing', () => {
    for (const type of eventTypes) {
      const issues = malformed(advance(caseIn['application.discussing'], { type }));
      expect(
        issues.map(({ path }) => path),
        type,
      ).toEqual(expect.arrayContaining(['by', 'on']));
      tellsNothing(issues);
    }
  });
});

const anyone = physician('physician-7', 'west');
const times = <Value>(count: number, value: Value): Value[] => Array(count).fill(value);

describe('A list that is longer than any case needs', () => {
  const discussing = caseIn['application.discussing'];
  const inContract = (physicians: unknown) => openCase({ ...opening, contract: { ...opening.contract, physicians } });
  const requestBefore = { id: 'so-1', question: 'q-1', advice: 'a-1', outcome: 'completed' };

  it.each<[what: string, most: number, path: string, given: (count: number) => unknown]>([
    ['grounds', 32, 'grounds', (n) => advance(discussing, usual('request.refused', { grounds: times(n, 'other') }))],
    [
      'earlier requests named',
      32,
      'earlierRequests',
      (n) => advance(discussing, usual('request.refused', { earlierRequests: times(n, 'so-1') })),
    ],
    [
      'reminders',
      32,
      'remindedOn',
      (n) => advance(discussing, usual('request.lapsed', { remindedOn: times(n, '2026-03-20') })),
    ],
    [
      'organisations',
      32,
      'first.organisations',
      (n) => advance(discussing, usual('physicians.chosen', { first: { ...anyone, organisations: times(n, 'west') } })),
    ],
    ['physicians of a contract', 200, 'contract.physicians', (n) => inContract(times(n, anyone))],
    [
      'earlier requests',
      200,
      'earlierRequests',
      (n) => openCase({ ...opening, earlierRequests: times(n, requestBefore) }),
    ],
  ])('is malformed, and told the length: %s', (_, most, path, given) => {
    expect(malformed(given(most + 1))).toEqual([
      { path, code: 'tooMany', expected: [`${most}`], message: `expected at most ${most}` },
    ]);
    expect(given(most)).not.toMatchObject({ reason: 'malformed' });
  });

  it('is told of 32 faults at most', () => {
    expect(malformed(inContract(times(200, secret)))).toHaveLength(32);
  });
});

const noOpenings: [what: string, opening: unknown, path: string][] = [
  ['undefined', undefined, ''],
  ['null', null, ''],
  ['a text', secret, ''],
  ['a list', [opening], ''],
  ['an empty object', {}, 'caseId'],
  ['an unknown field', { ...opening, diagnosis: secret }, 'diagnosis'],
  ['a day that does not exist', { ...opening, on: '2026-02-30' }, 'on'],
  ['a year before 1900', { ...opening, on: '1819-03-25' }, 'on'],
  ['a case id with spaces', { ...opening, caseId: 'the case of J. Doe' }, 'caseId'],
  ['an id of 10 MB', { ...opening, by: long }, 'by'],
  ['a question in words', { ...opening, question: 'Can I lift 5 kg?' }, 'question'],
  ['no contested advice', { ...opening, contestedAdvice: undefined }, 'contestedAdvice'],
  [
    'no complaints procedure',
    { ...opening, contract: { route: 'lpbso', physicians: [] } },
    'contract.complaintsProcedure',
  ],
  ['another route', { ...opening, contract: { ...opening.contract, route: 'elsewhere' } }, 'contract.route'],
  [
    'a week of two weeks',
    { ...opening, contract: { ...opening.contract, responseTerm: { weeks: 2, from: 'receipt', extendedBy: 'none' } } },
    'contract.responseTerm.weeks',
  ],
  [
    'an alarm after half a day',
    { ...opening, contract: { ...opening.contract, alarms: { engage: 0.5 } } },
    'contract.alarms.engage',
  ],
  [
    'an alarm of no number of days',
    { ...opening, contract: { ...opening.contract, alarms: { engage: Number.NaN } } },
    'contract.alarms.engage',
  ],
  [
    'an employee with a name',
    { ...opening, participants: { ...opening.participants, name: secret } },
    'participants.name',
  ],
  [
    '201 earlier requests',
    {
      ...opening,
      earlierRequests: Array(201).fill({ id: 'so-1', question: 'q-1', advice: 'a-1', outcome: 'completed' }),
    },
    'earlierRequests',
  ],
  ['a record of another', { ...opening, recordOf: 'employer' }, 'recordOf'],
  [
    'a __proto__ of its own',
    JSON.parse(`{${JSON.stringify(opening).slice(1, -1)},"__proto__":{"polluted":true}}`),
    '?',
  ],
  ['a getter that throws', throwing('participants', opening), ''],
];

describe('What is not an opening', () => {
  it.each(noOpenings)('is malformed, said with the place and without the value: %s', (what, start, path) => {
    if (!what.includes('getter')) frozen(start);
    const issues = malformed(openCase(start));
    tellsNothing(issues);
    expect(issues.map((issue) => issue.path)).toContain(path);
    expect(replay(start, [])).toMatchObject({ ok: false, at: -1, refusal: { reason: 'malformed' }, case: null });
  });

  it('leaves a good opening as it was, frozen or not, and shares nothing with the case that a later change could reach', () => {
    const start = structuredClone(opening) as typeof opening & {
      participants: { ownPhysician: { organisations: string[] } };
    };
    const outcome = tell(frozen(structuredClone(opening)), []);
    expect(tell(start, []).case).toEqual(outcome.case);
    expect(start).toEqual(opening);
    const { case: opened } = tell(start, []);
    start.participants.ownPhysician.organisations.push('zuid');
    expect(opened.file.participants.ownPhysician.organisations).toEqual(['noord']);
  });
});

describe('What is given', () => {
  it('is never changed: every event of every story is taken with case and event frozen', () => {
    for (const step of steps) {
      const { opening: start, events } = storyTo[step];
      let { case: current } = tell(frozen(structuredClone(start)), []);
      for (const told of events) {
        const kept = structuredClone(current);
        const event = structuredClone(told);
        for (const act of [advance, record]) expect(act(frozen(current), frozen(told))).toMatchObject({ ok: true });
        expect(current).toEqual(kept);
        expect(told).toEqual(event);
        const outcome = advance(current, told);
        if (outcome.ok) current = outcome.case;
      }
      expect(current.step).toBe(step);
    }
  });

  it.each([
    ['with its deviations', usual('request.refused', { reasons: undefined })],
    ['also where the act is void', usual('request.refused', { by: 'secretary-1' })],
  ])('shares nothing with the case after it, %s', (_, told) => {
    const outcome = record(tell(opening, []).case, told);
    if (!outcome.ok || outcome.deviations.length === 0) return expect.fail('nothing was booked');
    const kept = structuredClone(outcome.case.deviations);
    for (const each of outcome.deviations) Object.assign(Object.assign(each, { norm: 'none' }).clauses, ['none']);
    expect(outcome.case.deviations).toEqual(kept);
  });

  it('is not taken over: a later change of the event does not reach the case', () => {
    const told = {
      ...usual('physicians.chosen'),
      first: structuredClone(another) as typeof another & { organisations: string[] },
    };
    const { case: after } = tell(opening, [...upTo('application.choosing'), told]);
    told.first.organisations.push('noord');
    expect(after.file.choice?.first).toEqual(another);
  });

  it('may be an event without a prototype', () => {
    const told = Object.assign(Object.create(null), usual('instrument.discussed'));
    expect(advance(caseIn['application.discussing'], told)).toMatchObject({ ok: true });
  });
});

describe('A log that is replayed', () => {
  it.each(['Advance', 'AUDIT', '', null, 0, {}])('is not audited for anything but the word: %s', (how) => {
    expect(replay(opening, [usual('application.sent')], how as never)).toEqual(
      replay(opening, [usual('application.sent')], 'advance'),
    );
    expect(replay(opening, [usual('application.sent')], how as never)).toMatchObject({
      ok: false,
      at: 0,
      refusal: { reason: 'notAllowed' },
    });
  });
});

/** Every object within a value, itself included. */
const objectsIn = (value: unknown, found = new Set<unknown>()): Set<unknown> => {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  for (const inner of Object.values(value)) objectsIn(inner, found);
  return found;
};

describe('What is answered', () => {
  const answers = () =>
    everyPath().map(({ how, opening: start, events }) => {
      const told = replay(start, events, how);
      const current = told.case ?? expect.fail('the history was not taken');
      const asked = [expectedEvents, waitingOn, deadlines, payer].map((ask) => ask(current));
      const no = advance(current, usual('request.refused', { by: 'nobody' }));
      const views = parties.map((role) => viewOf(current, role));
      return [told, asked, no, views, timelineFor(start, events, 'host', languages.nl)];
    });

  it('shares nothing with another answer, nor with the tables of the library, that a change of it could reach', () => {
    const first = objectsIn(answers());
    const tables = objectsIn([
      clauses,
      norms,
      languages,
      topics,
      terms,
      acts,
      normsOf,
      chart,
      secondOpinionMachine.config,
    ]);
    for (const others of [objectsIn(answers()), tables])
      expect([...others].filter((each) => first.has(each))).toEqual([]);
    expect(tables.size).toBeGreaterThan(500);
  });

  it('shares nothing between two cases', () => {
    const [one, other] = ['application.discussing', 'application.discussing'].map(() =>
      objectsIn(tell(opening, []).case),
    );
    expect([...(one ?? [])].filter((each) => other?.has(each))).toEqual([]);
  });
});

describe('A notice', () => {
  const sentTo = (to: string) => {
    const first = physician(to, 'zuid');
    const story = [
      usual('instrument.discussed'),
      usual('adviceInForce.explained'),
      usual('request.honoured'),
      usual('physicians.chosen', { first }),
      usual('authorisation.signed', { recipient: to }),
      usual('application.sent', { to }),
    ];
    const told = replay(opening, story);
    return told.ok ? told.outcomes.flatMap(({ notices }) => notices) : expect.fail('no story');
  };

  it('has the same id at every replay, and another where a correction makes it go to somebody else', () => {
    const [told, again, corrected] = [sentTo('physician-first'), sentTo('physician-first'), sentTo('physician-other')];
    expect(again).toEqual(told);
    const moved = corrected.filter(({ id }) => !told.some((before) => before.id === id));
    expect(moved.map(({ about, to }) => `${about} → ${to.person}`)).toContain('applicationSent → physician-other');
    for (const { id, to } of [...told, ...corrected]) expect(id.endsWith(`:${to.role}:${to.person}:1`)).toBe(true);
  });
});

describe('The questions of a host', () => {
  it('are answered in every step without an exception and without a change', () => {
    for (const step of steps) {
      const current = frozen(structuredClone(caseIn[step]));
      expect(expectedEvents(current).length, step).toBeGreaterThan(0);
      for (const ask of [waitingOn, deadlines, payer]) expect(ask(current), step).toEqual(ask(caseIn[step]));
    }
  });

  it('are answered with nothing for a role that does not exist', () => {
    for (const role of ['nobody', '', '__proto__', 'toString', null, 17])
      expect(expectedEvents(caseIn['application.discussing'], role as Role)).toEqual([]);
  });
});

describe('A stored case', () => {
  it.each(steps)('is read in %s as it was stored', (step) => {
    const stored = JSON.parse(JSON.stringify(caseIn[step]));
    expect(parseCase(frozen(stored))).toEqual(caseIn[step]);
  });

  it('is read with the deviations that an record recorded', () => {
    const { case: audited } = replay(opening, [usual('application.sent'), usual('application.accepted')], 'record');
    expect(audited?.deviations.length).toBeGreaterThan(0);
    expect(parseCase(JSON.parse(JSON.stringify(audited)))).toEqual(audited);
  });
});

type Loose = Record<string, never>;

/** A real case with one thing changed, as a hand in the database would. */
const changed = (step: Step, change: (stored: Loose) => void): unknown => {
  const stored = JSON.parse(JSON.stringify(caseIn[step]));
  change(stored);
  return stored;
};

const unreadable = (json: unknown): readonly Issue[] => {
  try {
    parseCase(json);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableCase);
    expect(error).toBeInstanceOf(Error);
    const { name, message, issues } = error as UnreadableCase;
    expect(name).toBe('UnreadableCase');
    expect(message).not.toContain(secret);
    return issues;
  }
  return expect.fail('this case was read');
};

const set = (path: string, value: unknown) => (stored: Loose) => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const at = names.reduce<Record<string, unknown>>((object, name) => object[name] as Loose, stored);
  at[last] = value;
};

const complaintA = { ...caseOf({ opening, events: [usual('complaint.filed')] }).file.complaints[0] };

const contradictions: [what: string, json: unknown, path: string][] = [
  ['a step that the file does not bear out', changed('application.discussing', set('step', 'concluded')), 'step'],
  [
    'a choice in a step where nothing is chosen',
    changed('application.discussing', set('file.choice', caseIn['application.preparing'].file.choice)),
    'step',
  ],
  [
    'an outcome in a step that is none',
    changed('application.discussing', set('file.request.outcome', { as: 'withdrawn', on: '2026-03-18' })),
    'file.request.outcome',
  ],
  ['no outcome in a step that is one', changed('withdrawn', set('file.request.outcome', null)), 'file.request.outcome'],
  ['a refusal that is a withdrawal', changed('refused', set('step', 'withdrawn')), 'step'],
  [
    'a request that waits for nothing',
    changed('application.discussing', set('file.request.engageFrom', null)),
    'file.request.engageFrom',
  ],
  [
    'a term of the request that outlives it',
    changed('execution.inviting', set('file.request.engageFrom', '2026-03-18')),
    'file.request.engageFrom',
  ],
  [
    'the turn of a second preference who is not there',
    changed('application.preparing', (stored) => {
      set('file.choice.second', null)(stored);
      set('file.choice.current', 'second')(stored);
    }),
    'file.choice.current',
  ],
  [
    'a question to the employer that is not in the file',
    changed('concluded', set('employerRoute', 'asked')),
    'employerRoute',
  ],
  [
    'a pending complaint that is not in the file',
    changed('application.discussing', set('complaints', 'pending')),
    'complaints',
  ],
  [
    'an answered complaint that is not in the file',
    changed('application.discussing', set('complaints', 'answered')),
    'complaints',
  ],
  [
    'a complaint in the file that is not pending',
    changed('execution.inviting', set('file.complaints', [complaintA])),
    'complaints',
  ],
  [
    'one complaint twice',
    changed('execution.inviting', (stored) => {
      set('file.complaints', [complaintA, complaintA])(stored);
      set('complaints', 'pending')(stored);
    }),
    'file.complaints',
  ],
  [
    'one recipient twice',
    changed('execution.inviting', (stored) =>
      set('file.authorisations', [
        ...caseIn['execution.inviting'].file.authorisations,
        ...caseIn['execution.inviting'].file.authorisations,
      ])(stored),
    ),
    'file.authorisations',
  ],
  [
    'one disclosure twice',
    changed(
      'execution.inviting',
      set('file.disclosures', Array(2).fill({ of: 'request', to: null, on: '2026-03-18', consent: null })),
    ),
    'file.disclosures',
  ],
  [
    'one source of information twice',
    changed(
      'execution.assessing',
      set(
        'file.execution.information',
        Array(2).fill({ source: 'workplace', consent: null, requestedOn: '2026-03-18', receivedOn: null }),
      ),
    ),
    'file.execution.information',
  ],
  ['a step that began before the opening', changed('application.choosing', set('since', '2026-03-17')), 'since'],
  [
    'a request from before the opening',
    changed('application.discussing', set('file.request.askedOn', '2026-03-17')),
    'file.request.askedOn',
  ],
  [
    'an opening before the contested advice',
    changed('application.discussing', set('file.contestedAdvice.on', '2026-03-19')),
    'file.openedOn',
  ],
  [
    'a deviation from before the opening',
    changed(
      'application.choosing',
      set('deviations', [
        {
          norm: 'reasonsAreInWriting',
          rank: 'law',
          clauses: ['L-10'],
          fields: ['reasons'],
          event: 'request.refused',
          by: 'x',
          on: '2026-03-17',
          revision: 1,
        },
      ]),
    ),
    'deviations',
  ],
  ['fewer events than the file holds', changed('concluded', set('revision', 3)), 'revision'],
];

const noCases: [what: string, json: unknown, path: string][] = [
  ['undefined', undefined, ''],
  ['null', null, ''],
  ['a text', JSON.stringify(caseIn['application.discussing']), ''],
  ['a list', [caseIn['application.discussing']], ''],
  ['an empty object', {}, 'schema'],
  ['an outcome instead of a case', tell(opening, []), ''],
  ['a schema of the past', changed('application.discussing', set('schema', 0)), 'schema'],
  ['a schema of the future', changed('application.discussing', set('schema', 2)), 'schema'],
  ['a schema as text', changed('application.discussing', set('schema', '1')), 'schema'],
  ['an unknown step', changed('application.discussing', set('step', secret)), 'step'],
  ['a phase without a step', changed('application.discussing', set('step', 'application')), 'step'],
  ['a step of another region', changed('application.discussing', set('step', 'complaints.none')), 'step'],
  [
    'a state of the question to the employer that is none',
    changed('concluded', set('employerRoute', secret)),
    'employerRoute',
  ],
  ['an unknown state of the complaints', changed('application.discussing', set('complaints', secret)), 'complaints'],
  ['a revision below nought', changed('application.discussing', set('revision', -1)), 'revision'],
  ['half a revision', changed('application.discussing', set('revision', 0.5)), 'revision'],
  ['a day that does not exist', changed('application.discussing', set('since', '2026-02-30')), 'since'],
  ['an unknown field', changed('application.discussing', set('diagnosis', secret)), 'diagnosis'],
  ['an unknown field of the file', changed('application.discussing', set('file.diagnosis', secret)), 'file.diagnosis'],
  [
    'a missing field of the file',
    changed('application.discussing', set('file.execution', undefined)),
    'file.execution',
  ],
  [
    'words where a reference belongs',
    changed('refused', set('file.request.outcome.reasons', 'They are lazy.')),
    'file.request.outcome.reasons',
  ],
  [
    'a deviation from a norm whose name is none',
    changed('application.discussing', set('deviations', [{ norm: `${secret} ` }])),
    'deviations.0.norm',
  ],
  [
    'a __proto__ of its own',
    JSON.parse(`{${JSON.stringify(caseIn['application.discussing']).slice(1, -1)},"__proto__":{"polluted":true}}`),
    '?',
  ],
  ['a getter that throws', throwing('file', caseIn['application.discussing']), ''],
];

describe('What is no readable case', () => {
  it.each(noCases)('is refused by parseCase with the place, and without the value: %s', (what, json, path) => {
    if (!what.includes('getter')) frozen(json);
    const issues = unreadable(json);
    tellsNothing(issues);
    expect(issues.map((issue) => issue.path)).toContain(path);
  });

  it.each(contradictions)('contradicts itself, which parseCase says: %s', (_, json, path) => {
    expect(caseSchema.safeParse(json).success).toBe(true);
    const issues = unreadable(frozen(json));
    tellsNothing(issues);
    expect(issues.map((issue) => issue.path)).toContain(path);
  });

  const isRead = (json: unknown): boolean => {
    try {
      return parseCase(json) !== undefined;
    } catch {
      return false;
    }
  };
  const inPhase = (...phases: string[]): Step[] =>
    steps.filter((step) => phases.some((phase) => step.startsWith(phase)));

  const over: [when: string, over: Step[], back: Step[]][] = [
    [
      'from after the copy into the request or the execution',
      [...inPhase('completion.'), 'concluded', 'transferred'],
      inPhase('application.', 'execution.'),
    ],
    [
      'from after the advice into the time before it',
      ['execution.awaitingConsent', 'execution.forwarding', 'notForwarded'],
      ['execution.inviting', 'execution.awaitingConsultation', 'execution.assessing', 'execution.finalising'],
    ],
    [
      'from the end into the decision',
      ['concluded', 'transferred', 'completion.consideringTransfer', 'completion.awaitingThirdPhysician'],
      ['completion.decided', 'completion.considering'],
    ],
    [
      'from the request into what follows it',
      inPhase('application.', 'refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'),
      [...inPhase('execution.', 'completion.'), 'notForwarded', 'concluded', 'transferred'],
    ],
    [
      'from one end of the request into another',
      inPhase('application.'),
      ['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'],
    ],
  ];

  it.each(over)('is a case whose step was edited by hand %s', (_, from, into) => {
    const read = from.flatMap((at) =>
      into.filter((step) => isRead(changed(at, set('step', step)))).map((step) => `${at} as ${step}`),
    );
    expect(read).toEqual([]);
  });

  it('is named with every contradiction at once', () => {
    const issues = unreadable(
      changed('application.discussing', (stored) => {
        set('step', 'withdrawn')(stored);
        set('complaints', 'pending')(stored);
        set('since', '2026-03-01')(stored);
      }),
    );
    expect(issues.map(({ path }) => path)).toEqual([
      ...['step', 'file.request.outcome', 'file.request.engageFrom', 'complaints', 'since'],
    ]);
  });
});

const later = { on: '2026-03-20' };
const dayBefore = '2026-03-19';

type Teller = EventType | ((changed: { on: string }) => Told);

const toldBy = (teller: Teller, changed: { on: string }): Told =>
  typeof teller === 'string' ? usual(teller, changed) : teller(changed);

const renewedLater = [usual('uwvRoute.chosen'), usual('request.renewed', later)];
const choosing = upTo('application.choosing');
const preparing = upTo('application.preparing');
const sentOnce = upTo('execution.awaitingResponse');
const sentLater = [...preparing, usual('authorisation.signed'), usual('application.sent', later)];
const acceptedLater = [...sentOnce, usual('application.accepted', later)];
const draftedLater = [...upTo('execution.assessing'), usual('draft.submitted', later)];
const finalisedLater = [...upTo('execution.finalising'), usual('advice.finalised', later)];
const forwardedLater = [...upTo('execution.forwarding'), usual('advice.forwarded', later)];
const requestedLater = [...upTo('completion.decided'), usual('transfer.requested', later)];
const refusedTransfer = [...upTo('completion.consideringTransfer'), usual('transfer.refused', later)];

/** What an event rests on, the story in which that came later than usual, and the events that cannot lie before it. */
const order: [restsOn: string, story: Told[], tellers: Teller[]][] = [
  [
    'the request made anew',
    renewedLater,
    [
      'instrument.discussed',
      'request.honoured',
      'request.refused',
      'request.foundOutOfScope',
      'uwvRoute.chosen',
      'request.withdrawn',
      'question.put',
    ],
  ],
  [
    'the request made anew, in its next steps',
    [
      ...renewedLater,
      usual('instrument.discussed', later),
      usual('adviceInForce.explained', later),
      usual('request.honoured', later),
      usual('physicians.chosen', later),
    ],
    [
      'authorisation.signed',
      'authorisation.withheld',
      'authorisation.revoked',
      'request.withdrawn',
      'request.lapsed',
      'uwvRoute.chosen',
      (on: { on: string }) => usual('application.sent', { ...on, medicalData: false }),
    ],
  ],
  [
    'the refusal',
    [usual('instrument.discussed'), usual('request.refused', later)],
    ['request.honoured', 'request.renewed'],
  ],
  [
    'the finding that it is out of scope',
    [usual('request.foundOutOfScope', later)],
    ['request.honoured', 'request.renewed'],
  ],
  ['the withdrawal', [usual('request.withdrawn', later)], ['request.renewed']],
  [
    'the yes',
    [usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured', later)],
    ['physicians.chosen'],
  ],
  [
    'the choice',
    [...choosing, usual('physicians.chosen', later)],
    [(on: { on: string }) => usual('application.sent', { ...on, medicalData: false })],
  ],
  [
    'the choice of an outsider',
    [...choosing, usual('physicians.chosen', { ...later, first: outsider, second: undefined })],
    ['outsider.notEngaged'],
  ],
  [
    'the authorisation',
    [...preparing, usual('authorisation.signed', later)],
    ['application.sent', 'authorisation.revoked'],
  ],
  [
    'the authorisation given later',
    [...preparing, usual('application.sent', { medicalData: false }), usual('authorisation.signed', later)],
    ['medicalData.sent', 'authorisation.revoked', 'authorisation.withheld'],
  ],
  [
    'the revocation',
    [...preparing, usual('authorisation.signed'), usual('authorisation.revoked', later)],
    ['authorisation.signed', 'authorisation.withheld'],
  ],
  [
    'the sending',
    sentLater,
    ['application.received', 'application.accepted', 'application.declined', 'response.overdue', 'medicalData.sent'],
  ],
  [
    'the sending without medical data',
    [...preparing, usual('authorisation.withheld'), usual('application.sent', { ...later, medicalData: false })],
    ['application.foundInfeasible'],
  ],
  [
    'the no of the only one chosen',
    [
      ...choosing,
      usual('physicians.chosen', { second: undefined }),
      usual('authorisation.signed'),
      usual('application.sent'),
      usual('application.declined', later),
    ],
    ['physicians.chosen'],
  ],
  [
    'the no of the first',
    [...sentOnce, usual('application.declined', later)],
    [(on: { on: string }) => usual('application.sent', { ...on, to: 'physician-second', medicalData: false })],
  ],
  [
    'the finding that it is infeasible',
    [
      ...preparing,
      usual('authorisation.withheld'),
      usual('application.sent', { medicalData: false }),
      usual('application.foundInfeasible', later),
    ],
    ['physicians.chosen'],
  ],
  [
    'the acceptance',
    acceptedLater,
    [
      'engagement.ended',
      'consultation.scheduled',
      'consultation.held',
      'consultation.waived',
      'information.requested',
      'information.received',
    ],
  ],
  [
    'the acceptance of what was partly withheld',
    [
      ...preparing,
      usual('authorisation.withheld'),
      usual('application.sent', { medicalData: false }),
      usual('application.accepted', later),
    ],
    ['application.foundInfeasible'],
  ],
  ['the appointment', [...upTo('execution.inviting'), usual('consultation.scheduled', later)], ['consultation.missed']],
  [
    'the question to a source',
    [...upTo('execution.assessing'), usual('information.requested', later)],
    ['information.received'],
  ],
  [
    'the consultation',
    [...upTo('execution.awaitingConsultation'), usual('consultation.held', later)],
    ['draft.submitted'],
  ],
  [
    'the waiver of the consultation',
    [...upTo('execution.inviting'), usual('consultation.waived', later)],
    ['draft.submitted'],
  ],
  ['the draft', draftedLater, ['inaccuracies.reported', 'remarks.waived', 'remarks.timedOut', 'advice.discussed']],
  [
    'the remarks',
    [...upTo('execution.reviewing'), usual('advice.discussed'), usual('inaccuracies.reported', later)],
    ['advice.finalised'],
  ],
  [
    'the final advice',
    finalisedLater,
    ['advice.corrected', 'forwarding.authorised', 'forwarding.withheld', 'forwarding.unanswered', 'advice.handedOver'],
  ],
  [
    'the consent',
    [...upTo('execution.awaitingConsent'), usual('forwarding.authorised', later)],
    ['advice.forwarded', 'forwarding.withheld'],
  ],
  [
    'the refusal of consent',
    [...upTo('execution.awaitingConsent'), usual('forwarding.withheld', later)],
    ['forwarding.authorised'],
  ],
  [
    'the correction',
    [...upTo('execution.awaitingConsent'), usual('advice.corrected', later)],
    ['advice.corrected', 'forwarding.authorised', 'forwarding.withheld', 'advice.handedOver'],
  ],
  ['the correction after the copy', [...forwardedLater, usual('advice.corrected', later)], ['advice.handedOver']],
  ['the copy', forwardedLater, ['decision.made', 'transfer.requested', 'employer.asked']],
  [
    'the copy handed over',
    [...upTo('execution.awaitingConsent'), usual('advice.handedOver', later)],
    ['decision.made', 'transfer.requested', 'employer.asked'],
  ],
  [
    'the decision',
    [...upTo('completion.considering'), usual('decision.made', later)],
    ['case.closed', 'decision.made'],
  ],
  ['the request for transfer', requestedLater, ['transfer.withdrawn', 'transfer.granted', 'transfer.refused']],
  [
    'the proposal of a successor',
    [...upTo('completion.consideringTransfer'), usual('transfer.granted', later)],
    ['transfer.accepted', 'transfer.declined'],
  ],
  ['the refusal of transfer', refusedTransfer, ['case.closed']],
  [
    'the question to the employer',
    [...upTo('completion.considering'), usual('employer.asked', later)],
    ['employer.agreed', 'employer.declined', 'employer.notAsked'],
  ],
  [
    'the answer of the employer',
    [...upTo('completion.considering'), usual('employer.asked'), usual('employer.declined', later)],
    ['employer.asked'],
  ],
  ['the replacement of the own physician', [usual('ownPhysician.replaced', later)], ['file.released']],
  [
    'the complaint',
    [usual('complaint.filed', later)],
    ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered', 'complaint.withdrawn'],
  ],
  [
    'the acknowledgement of the complaint',
    [usual('complaint.filed'), usual('complaint.acknowledged', later)],
    ['complaint.progressed', 'complaint.answered'],
  ],
];

const inTheOwnRecord: [restsOn: string, story: Told[], tellers: Teller[]][] = [
  ['the acceptance', acceptedLater, ['noCopy.announced', 'advice.forwarded', 'advice.handedOver', 'engagement.ended']],
];

const normsInTheWay = (current: Case, event: unknown): string[] => {
  const outcome = advance(current, event);
  return !outcome.ok && outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : [];
};

const rows = [
  ...order.map((row) => ({ start: opening, row })),
  ...inTheOwnRecord.map((row) => ({ start: { ...opening, recordOf: 'ownPhysician' }, row })),
].flatMap(({ start, row: [restsOn, story, tellers] }) =>
  tellers.map((teller) => ({ type: toldBy(teller, later).type, restsOn, start, story, teller })),
);

describe('An event dated before what it rests on', () => {
  it.each(rows)('is out of order, also when audited: $type before $restsOn', ({ start, story, teller }) => {
    const { case: current } = tell(start, story);
    const early = toldBy(teller, { on: dayBefore });
    expect(advance(current, early)).toMatchObject({ ok: false, reason: 'notAllowed' });
    expect(normsInTheWay(current, early)).toContain('datedInOrder');
    expect(record(current, early)).toEqual(advance(current, early));
    expect(normsInTheWay(current, toldBy(teller, later))).not.toContain('datedInOrder');
  });

  it.each([
    ...['adviceInForce.explained', 'employee.died', 'complaint.filed', 'ownPhysician.replaced'],
    ...['guidance.ended', 'employer.informed'],
  ] as EventType[])('is one before the opening (row %#)', (teller) => {
    const current = caseIn['application.discussing'];
    const early = usual(teller, { on: '2026-03-17' });
    expect(advance(current, early)).toMatchObject({
      ok: false,
      unmet: [{ norm: 'datedInOrder', clauses: ['B-13', 'B-86'] }],
    });
    expect(record(current, early)).toEqual(advance(current, early));
    expect(advance(current, usual(teller))).toMatchObject({ ok: true });
  });

  it('names the rule of order beside every other rule in the way', () => {
    const { case: current } = tell(opening, renewedLater);
    expect(normsInTheWay(current, usual('request.refused', { on: dayBefore, by: 'stranger-1', grounds: [] }))).toEqual([
      ...['actorHoldsRole', 'datedInOrder', 'instrumentWasDiscussed', 'groundIsNamed', 'groundIsCompelling'],
    ]);
  });

  it('may still arrive later: the receipt of Friday is entered after an event of Monday', () => {
    const { case: current } = tell(opening, [...sentOnce, usual('employer.informed', { on: '2026-03-23' })]);
    expect(advance(current, usual('application.received', { on: '2026-03-20' }))).toMatchObject({
      ok: true,
      case: { file: { engagement: { receivedOn: '2026-03-20' } } },
    });
  });
});
