import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { eventTypes } from '../src/acts.js';
import {
  advance,
  type Case,
  eventSchema,
  type Issue,
  openCase,
  openingSchema,
  type ProcedureEvent,
  parseCase,
  record,
  replay,
  type Step,
  secondOpinionMachine,
  snapshotOf,
  UnreadableCase,
} from '../src/index.js';
import { everyPath } from '../src/testing/index.js';
import { Dice } from '../src/testing/reports.js';
import { viewOf } from '../src/views.js';
import { timelineFor } from '../src/words/index.js';
import { anyHistories, lastOf, patience, runs, seed, turnsOf, usualWays } from './support/histories.js';
import { parties } from './support/secrets.js';
import { first, given, opening, own, storyTo, type Told, usual } from './support/story.js';
import { languages } from './support/words.js';

/** How many inputs the attack tries: 5,000, or as many as the environment asks for. */
const attacks = Number(process.env.ATTACKS ?? 5_000);
const patienceOfAttack = 120_000 + attacks * 2;

const secret = 'the-secret-of-the-case';

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) frozen(Reflect.get(value, key));
  }
  return value;
};

const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const cases = Object.values(storyTo).map(({ opening, events }) => frozen(given(opening, events).case));

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withNullPrototype: true,
  withTypedArray: true,
  withObjectString: true,
});

const hostile = fc.constantFrom<unknown>(
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  1n,
  Symbol.iterator,
  () => secret,
  '',
  secret,
  `<script>${secret}</script>`,
  '__proto__',
  'constructor',
  'xstate.init',
  '*',
  '0000-00-00',
  '2026-02-30',
  '+275760-09-13',
  [],
  [[]],
  {},
  Object.create(null),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  new Proxy({}, { get: () => secret, ownKeys: () => ['type', secret], has: () => true }),
  {
    get type() {
      throw new Error(secret);
    },
  },
);

const paths = (value: unknown, at: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null
    ? [
        at,
        ...Object.entries(value).flatMap(([key, inner]) =>
          paths(inner, [...at, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [at];

/** A copy in which one place holds something else, is gone, or has a key more. */
const mutated = (value: unknown, chance: number, other: unknown): unknown => {
  const dice = new Dice(chance);
  const copy = copied(value);
  const place = dice.of(paths(copy));
  if (place.length === 0) return other;
  const parent = place.slice(0, -1).reduce<unknown>((found, key) => Reflect.get(found as object, key), copy) as object;
  const key = place.at(-1) as string | number;
  const inner: unknown = Reflect.get(parent, key);
  switch (dice.below(5)) {
    case 0:
      Reflect.deleteProperty(parent, key);
      break;
    case 1:
      Reflect.defineProperty(parent, dice.of(['__proto__', 'constructor', secret]), {
        value: other,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      break;
    case 2:
      Reflect.set(parent, key, [inner]);
      break;
    default:
      Reflect.set(parent, key, other);
  }
  return copy;
};

const validEvents: Told[] = Object.values(storyTo).flatMap(({ events }) => events);

/** What stands in a refusal apart from the words of the library: nothing. */
const quotesNothing = (issues: readonly Issue[]): void => {
  expect(JSON.stringify(issues)).not.toContain(secret);
  expect(issues.length).toBeGreaterThan(0);
  for (const { path, message } of issues) {
    expect(path).toMatch(/^([\w?]+(\.[\w?]+)*)?$/);
    expect(message.length).toBeLessThan(2_500);
  }
};

const prototypesBefore = [Object, Array, Function, String, Map].map(
  ({ prototype }) => Reflect.ownKeys(prototype).length,
);
const prototypesNow = () =>
  [Object, Array, Function, String, Map].map(({ prototype }) => Reflect.ownKeys(prototype).length);

const answersTo = (current: Case, input: unknown): void => {
  const before = JSON.stringify(current);
  for (const outcome of [openCase(input), advance(current, input), record(current, input)])
    if (!outcome.ok && outcome.reason === 'malformed') quotesNothing(outcome.issues);
  try {
    parseCase(input);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableCase);
    quotesNothing((error as UnreadableCase).issues);
    expect((error as Error).message).not.toContain(secret);
  }
  expect(JSON.stringify(current)).toBe(before);
};

describe('whatever is thrown at the door', () => {
  it(
    'is answered: nothing is thrown but UnreadableCase, nothing is changed, no value is quoted',
    () => {
      const input = fc.oneof(
        { weight: 2, arbitrary: anything },
        { weight: 1, arbitrary: hostile },
        {
          weight: 3,
          arbitrary: fc
            .tuple(fc.constantFrom(...validEvents), seed, fc.oneof(hostile, anything))
            .map(([event, chance, other]) => mutated(event, chance, other)),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(seed, fc.oneof(hostile, anything))
            .map(([chance, other]) => mutated(opening, chance, other)),
        },
        {
          weight: 3,
          arbitrary: fc
            .tuple(fc.constantFrom(...cases), seed, fc.oneof(hostile, anything))
            .map(([stored, chance, other]) => mutated(stored, chance, other)),
        },
      );
      fc.assert(
        fc.property(fc.constantFrom(...cases), input, (current, attempt) => answersTo(current, attempt)),
        { numRuns: attacks },
      );
      expect(prototypesNow()).toEqual(prototypesBefore);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
    patienceOfAttack,
  );

  it('leaves what it is given as it was, also where it is taken', () => {
    const start = frozen(copied(opening));
    const outcome = openCase(start);
    if (!outcome.ok) expect.fail('not opened');
    for (const { opening, events } of Object.values(storyTo)) {
      let current = frozen(openCase(frozen(copied(opening))));
      for (const event of events) {
        if (!current.ok) throw new Error('not taken');
        const before = JSON.stringify(current.case);
        const next = frozen(advance(current.case, frozen({ ...event })));
        expect(JSON.stringify(current.case)).toBe(before);
        current = next;
      }
    }
  });

  it('knows no event by a name of every object', () => {
    for (const type of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '*',
      '',
      'xstate.init',
      'xstate.stop',
    ])
      for (const take of [advance, record])
        expect(take(cases[0] as Case, { type, by: own.id, on: opening.on })).toEqual({
          ok: false,
          reason: 'malformed',
          issues: [{ path: 'type', code: 'unknownEvent', message: 'expected a known event type' }],
        });
  });

  it('keeps no key of every object in a case', () => {
    const events = [
      '{"type":"instrument.discussed","by":"physician-own","on":"2026-03-18","advised":"other","__proto__":{"polluted":true}}',
      '{"type":"instrument.discussed","by":"physician-own","on":"2026-03-18","advised":"other","constructor":{"prototype":{"polluted":true}}}',
    ];
    for (const event of events) {
      const outcome = advance(cases[0] as Case, JSON.parse(event));
      expect(JSON.stringify(outcome)).not.toContain('polluted');
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    }
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const heapAfter = (act: () => void): number => {
  act();
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

describe('memory', () => {
  it('does not grow with unknown event types, as that of a bare machine would', () => {
    const current = cases[0] as Case;
    const send = (from: number, until: number) => () => {
      for (let n = from; n < until; n += 1) advance(current, { type: `unknown.${n}`, by: own.id, on: opening.on });
    };
    const before = heapAfter(send(0, 1_000));
    expect(heapAfter(send(1_000, 31_000)) - before).toBeLessThan(4_000_000);
  }, 60_000);

  it('holds no more event types in the chart than the chart has', () => {
    const known = new Set<string>(eventTypes);
    expect(secondOpinionMachine.events.filter((type) => !known.has(type))).toEqual([]);
  });
});

/** Inputs that are huge in one way each. */
const huge: Record<string, () => unknown> = {
  'an id of ten million letters': () => ({
    type: 'complaint.filed',
    by: own.id,
    on: opening.on,
    complaint: 'x'.repeat(10_000_000),
    against: own.id,
  }),
  'a type of ten million letters': () => ({ type: 'x'.repeat(10_000_000), by: own.id, on: opening.on }),
  'a day of ten million digits': () => ({ type: 'request.honoured', by: own.id, on: '2026-03-18'.repeat(1_000_000) }),
  'a list of a million days': () => ({
    type: 'request.lapsed',
    by: own.id,
    on: opening.on,
    remindedOn: Array(1_000_000).fill(opening.on),
  }),
  'a list of a million wrong things': () => ({
    type: 'request.lapsed',
    by: own.id,
    on: opening.on,
    remindedOn: Array(1_000_000).fill(0),
  }),
  'a hundred thousand unknown keys': () => ({
    type: 'request.honoured',
    by: own.id,
    on: opening.on,
    ...Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`${secret}${n}`, secret])),
  }),
  'a nesting of a hundred thousand': () => {
    let nested: unknown = secret;
    for (let depth = 0; depth < 100_000; depth += 1) nested = { to: nested };
    return { type: 'transfer.granted', by: own.id, on: opening.on, to: nested };
  },
  'a physician with a million organisations': () => ({
    type: 'transfer.granted',
    by: own.id,
    on: opening.on,
    to: { ...own, organisations: Array(1_000_000).fill('noord') },
  }),
  'an opening with a million earlier requests': () => ({ ...opening, earlierRequests: Array(1_000_000).fill(null) }),
  'a case with a million complaints': () => ({
    ...cases[0],
    file: { ...cases[0]?.file, complaints: Array(1_000_000).fill({ complaint: secret }) },
  }),
  'a case with a million recipients': () => ({
    ...cases[0],
    file: {
      ...cases[0]?.file,
      authorisations: Array.from({ length: 1_000_000 }, (_, n) => ({
        recipient: `r-${n}`,
        status: 'signed',
        on: opening.on,
        scope: null,
        document: null,
      })),
    },
  }),
};

describe.each(Object.keys(huge))('%s', (name) => {
  it('is answered within two seconds, in few words', () => {
    const input = huge[name]?.();
    const started = performance.now();
    const outcomes = [openCase(input), advance(cases[0] as Case, input), record(cases[0] as Case, input)];
    let unreadable: unknown;
    try {
      parseCase(input);
    } catch (error) {
      unreadable = error;
    }
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(unreadable).toBeInstanceOf(UnreadableCase);
    expect((unreadable as Error).message.length).toBeLessThan(10_000);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ ok: false, reason: 'malformed' });
      expect(JSON.stringify(outcome).length).toBeLessThan(10_000);
    }
  }, 30_000);
});

/** A history up to an event of each type, and that event: an allowed one, or where only a wrong leads to it, one that was recorded. */
const eachEvent = new Map(
  everyPath()
    .flatMap(({ opening, events, how }) =>
      events.map((event, at) => [event.type, { opening, before: events.slice(0, at), event, how }] as const),
    )
    .reverse(),
);

/** An actor at the end of a history: what was recorded against the rules it does not take, and is restored after it. */
function actorAfter(opening: unknown, before: Told[], how: 'advance' | 'record') {
  const input = openingSchema.parse(opening);
  if (how === 'advance') return createActor(secondOpinionMachine, { input });
  const { case: current } = replay(opening, before, how);
  if (!current) return expect.fail('the history is not taken');
  return createActor(secondOpinionMachine, { input, snapshot: snapshotOf(current) });
}

const wrongValues = [
  undefined,
  null,
  7,
  '',
  'wat de werknemer vertelde',
  '9999-99-99',
  [],
  ['wat de werknemer vertelde'],
  {},
  { id: 'een naam' },
];

/** The event with each of its fields wrong in every way, or gone, and with one field too many. */
const wronged = (event: Told): Record<string, unknown>[] => [
  { ...event, remark: 'wat de werknemer vertelde' },
  ...Object.keys(event).flatMap((name) => {
    const { [name]: _, ...rest } = event as Record<string, unknown>;
    return [rest, ...wrongValues.map((value) => ({ ...rest, [name]: value }))];
  }),
];

describe('a live actor', () => {
  it.each(eventTypes)('stays where it is at a malformed %s, and takes a good one after it', (type) => {
    const { opening, before, event, how } = eachEvent.get(type) ?? expect.fail(`nothing leads to ${type}`);
    const faults: unknown[] = [];
    const actor = actorAfter(opening, before, how);
    actor.subscribe({ error: (fault) => faults.push(fault) });
    actor.start();
    if (how === 'advance') for (const each of before) actor.send(each as ProcedureEvent);

    const { value, context } = actor.getSnapshot();
    // Without a type that is a text, it is no event to XState itself.
    const malformed = wronged(event).filter(
      (each) => typeof each.type === 'string' && !eventSchema.safeParse(each).success,
    );
    expect(malformed.length).toBeGreaterThan(20);
    for (const each of malformed) {
      actor.send(each as ProcedureEvent);
      const now = actor.getSnapshot();
      expect({ status: now.status, value: now.value }, JSON.stringify(each)).toEqual({ status: 'active', value });
      expect(now.context, JSON.stringify(each)).toBe(context);
    }
    expect(faults).toEqual([]);

    actor.send(event as ProcedureEvent);
    expect(actor.getSnapshot().context).not.toBe(context);
  });
});

const issuesOf = (stored: unknown): readonly Issue[] => {
  try {
    parseCase(stored);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableCase);
    return (error as UnreadableCase).issues;
  }
};

type Mutation = (stored: Case) => unknown;

/** Where a case would stand that this file cannot have led to. */
const impossibleSteps: Partial<Record<Step, (stored: Case) => boolean>> = {
  'application.discussing': ({ file }) => file.choice !== null || file.engagement !== null,
  'application.reconsidering': ({ file }) => !file.engagement?.infeasibleOn,
  'execution.awaitingResponse': ({ file }) => file.engagement === null,
  'execution.inviting': ({ file }) => !file.engagement?.acceptedOn,
  'execution.reviewing': ({ file }) => file.execution.draft === null,
  'execution.awaitingConsent': ({ file }) => file.execution.advice === null,
  'completion.considering': ({ file }) => file.possession === null,
  'completion.decided': ({ file }) => file.decision === null,
  'completion.consideringTransfer': ({ file }) => file.transfer === null,
  refused: ({ file }) => file.request.outcome?.as !== 'refused',
  withdrawn: ({ file }) => file.request.outcome?.as !== 'withdrawn',
  notForwarded: ({ file }) => file.execution.forwarding === null,
  concluded: ({ file }) => file.closedOn === null && file.recordOf !== 'secondOpinionPhysician',
  transferred: ({ file }) => !file.transfer?.acceptedOn,
};

const otherComplaints: Record<Case['complaints'], Case['complaints']> = {
  none: 'pending',
  pending: 'answered',
  answered: 'none',
};

const otherRoutes: Record<Case['employerRoute'], Case['employerRoute']> = {
  none: 'asked',
  asked: 'answered',
  answered: 'none',
};

/** Each contradiction, and the path under which it is refused. */
const contradictions: Record<string, [path: string, mutate: Mutation]> = {
  'complaints that the file does not have': [
    'complaints',
    (stored) => ({ ...stored, complaints: otherComplaints[stored.complaints] }),
  ],
  'a question to the employer that the file does not have': [
    'employerRoute',
    (stored) => ({ ...stored, employerRoute: otherRoutes[stored.employerRoute] }),
  ],
  'a step that began before the opening': ['since', (stored) => ({ ...stored, since: '2026-03-17' })],
  'a contested advice of after the opening': [
    'file.openedOn',
    (stored) => ({
      ...stored,
      file: { ...stored.file, contestedAdvice: { ...stored.file.contestedAdvice, on: '2026-03-19' } },
    }),
  ],
  'a deviation of before the opening': [
    'deviations',
    (stored) => ({
      ...stored,
      revision: stored.revision + 1,
      deviations: [
        {
          norm: 'reasonsAreInWriting',
          rank: 'law',
          clauses: ['L-10'],
          fields: ['reasons'],
          event: 'request.refused',
          by: own.id,
          on: '2026-03-01',
          revision: 1,
        },
      ],
    }),
  ],
  'an outcome that is not that of the step': [
    'file.request.outcome',
    (stored) => ({
      ...stored,
      file: {
        ...stored.file,
        request: {
          ...stored.file.request,
          outcome: stored.file.request.outcome ? null : { as: 'withdrawn', on: stored.since },
        },
      },
    }),
  ],
};

const aCase = anyHistories.map(({ history, how }) => {
  const turns = turnsOf(history, how);
  if (!turns) throw new Error('a history that is not taken');
  return lastOf(turns);
});

describe('a stored case', () => {
  it(
    'is accepted wherever people can have brought it, and comes back the same',
    () =>
      fc.assert(
        fc.property(anyHistories, ({ history, how }) => {
          for (const { taken } of turnsOf(history, how) ?? [])
            expect(parseCase(copied(taken.case))).toEqual(taken.case);
        }),
        { numRuns: usualWays.length + Math.ceil(runs / 8), examples: usualWays.map((each) => [each]) },
      ),
    patience,
  );

  it('is accepted where an outsider was not engaged after a second opinion that could not be done without data', () => {
    const outsider = { ...first, id: 'physician-outside', organisations: ['elders'], pool: false };
    const { case: current } = given(
      storyTo['application.reconsidering'].events,
      usual('physicians.chosen', { first: outsider, second: undefined }),
      usual('outsider.notEngaged'),
    );
    expect(parseCase(copied(current))).toEqual(current);
  });

  for (const [name, [path, mutate]] of Object.entries(contradictions)) {
    it(
      `is refused with ${name}`,
      () =>
        fc.assert(
          fc.property(aCase, (stored) => {
            expect(issuesOf(mutate(stored)).map((issue) => issue.path)).toContain(path);
          }),
          { numRuns: Math.ceil(runs / 40) },
        ),
      patience,
    );
  }

  it(
    'is refused in a step that its file cannot have led to',
    () =>
      fc.assert(
        fc.property(aCase, (stored) => {
          for (const [step, impossible] of Object.entries(impossibleSteps))
            if (impossible(stored))
              expect({
                step,
                issues: issuesOf({ ...stored, step }).map(({ path, message }) => `${path} ${message}`),
              }).toMatchObject({
                issues: expect.arrayContaining(['step contradicts the file']),
              });
        }),
        { numRuns: Math.ceil(runs / 40) },
      ),
    patience,
  );

  it(
    'is refused with a revision lower than what its file took',
    () =>
      fc.assert(
        fc.property(anyHistories, ({ history, how }) => {
          const stored = lastOf(turnsOf(history, how) ?? []);
          const { request, execution, ...file } = stored.file;
          const facts = [
            request.instrument,
            request.outcome,
            file.choice,
            // A record of the second-opinion physician's opens with it.
            file.recordOf === 'secondOpinionPhysician' ? null : file.engagement,
            execution.draft,
            file.decision,
          ];
          if (facts.some((fact) => fact !== null))
            expect(issuesOf({ ...stored, revision: 0 }).map(({ path }) => path)).toContain('revision');
        }),
        { numRuns: Math.ceil(runs / 40) },
      ),
    patience,
  );

  it(
    'whatever was changed in it, is refused or can be gone on with',
    () =>
      fc.assert(
        fc.property(
          aCase,
          seed,
          fc.oneof(hostile, anything),
          fc.constantFrom(...validEvents),
          (stored, chance, other, event) => {
            const forged = mutated(stored, chance, other);
            if (issuesOf(forged).length > 0) return;
            const current = parseCase(forged);
            for (const take of [advance, record]) expect(typeof take(current, event).ok).toBe('boolean');
            for (const role of parties) expect(viewOf(current, role).role).toBe(role);
          },
        ),
        { numRuns: Math.ceil(attacks / 20) },
      ),
    patienceOfAttack,
  );
});

describe('the record of the procedure', () => {
  it('that is none tells nothing, and throws nothing', () => {
    fc.assert(
      fc.property(
        anything,
        fc.array(fc.oneof(anything, fc.constantFrom<unknown>(...validEvents)), { maxLength: 5 }),
        (start, events) => {
          expect(timelineFor(start, events, 'host', languages.nl)).toEqual({ ok: false, at: -1, entries: [] });
          const told = { role: 'employer', person: 'employer-1' } as const;
          expect(timelineFor(opening, events, told, languages.nl).entries).toEqual([]);
        },
      ),
      { numRuns: Math.ceil(attacks / 20) },
    );
  });
});
