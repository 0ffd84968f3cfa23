import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { eventSchema, eventTypes } from '../src/acts.js';
import { steps } from '../src/file.js';
import {
  advance,
  type Case,
  type EventType,
  expectedEvents,
  type NormName,
  openCase,
  openingSchema,
  replay,
  type Step,
} from '../src/index.js';
import { allowedHistories, openings, recordedHistories } from '../src/testing/arbitraries.js';
import {
  another,
  calendar,
  daysAfter,
  deviationsIn,
  employee,
  employer,
  everyPath,
  first,
  given,
  givenIn,
  goingOn,
  noticesIn,
  onDay,
  opening,
  openingOf,
  own,
  type Path,
  planning,
  type Story,
  second,
  storyTo,
  type Told,
  tell,
  third,
  upTo,
  usual,
  whenOpened,
  workedCases,
} from '../src/testing/index.js';
import { Dice, reportOf } from '../src/testing/reports.js';
import { chart, placeOf, statesOf, transitionsOf } from './support/chart.js';
import { machines } from './support/machines.js';
import { untold } from './support/untold.js';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const ways = [
  ...transitionsOf(chart).map((way) => ({ name: placeOf(way), forbidden: way.transition.meta.forbidden === true })),
  ...statesOf(chart)
    .filter(({ state }) => state.always)
    .map(({ path }) => ({ name: `${path.join('.')} at once`, forbidden: false })),
];

/** The ways that are open only once something was done against the rules: what is owed then is given. */
const afterwards = [
  'procedure.completion reasons.given 0',
  'procedure.closing reasons.given 0',
  'procedure.ended.outOfScope reasons.given 0',
  'procedure.ended.refused reasons.given 0',
  // A consent to forward, where the copy went before it.
  'procedure.execution.advised.forwarding at once',
];

interface TakenWay {
  eventType: string;
  source: { path: string[]; transitions: Map<string, TakenWay[]> };
}

/** The ways on that a live actor of the machine takes along a path. */
const waysAlong = ({ opening: start, events, how }: Path): string[] => {
  const taken: string[] = [];
  const actor = createActor(machines[how], {
    input: openingSchema.parse(start),
    inspect: (inspected) => {
      if (inspected.type !== '@xstate.microstep') return;
      for (const way of inspected._transitions as unknown as TakenWay[]) {
        const at = way.source.transitions.get(way.eventType)?.indexOf(way);
        const from = way.source.path.join('.');
        taken.push(at === undefined ? `${from} at once` : `${from} ${way.eventType} ${at}`);
      }
    },
  }).start();
  for (const event of events) actor.send(eventSchema.parse(event));
  return taken;
};

/** What there is to tell of an event and no story tells; who entered it is told of some, whatever they are. */
const untoldIn = (stories: Story[]): string[] => {
  const all = stories.flatMap(({ events: told }) => told);
  expect(all.some(({ recordedBy }) => recordedBy !== undefined)).toBe(true);
  return untold(eventSchema, all).filter((line) => !line.includes('.recordedBy is'));
};

describe('every path', () => {
  const paths = everyPath();
  const along = (how: Path['how']) => new Set(paths.filter((path) => path.how === how).flatMap(waysAlong));

  it.each(paths)('$how takes all of it: $name', ({ opening: start, events, how }) => {
    expect(replay(start, events, how)).toMatchObject({ ok: true });
  });

  it('together take by advance every way on of the chart that is not forbidden, and no other', () => {
    const open = ways.filter(({ forbidden, name }) => !forbidden && !afterwards.includes(name)).map(({ name }) => name);
    expect(open.length).toBeGreaterThan(100);
    expect([...along('advance')].sort()).toEqual(open.sort());
  });

  it('take by record every forbidden way on, and every one that only what is forbidden leads to', () => {
    const forbidden = ways.filter((way) => way.forbidden).map(({ name }) => name);
    const done = along('record');
    expect(forbidden.length).toBe(10);
    expect([...forbidden, ...afterwards].filter((name) => !done.has(name))).toEqual([]);
  });

  it('that are for record are against the rules from near their end on, or mend what was, and deviate from a norm', () => {
    for (const path of paths.filter(({ how }) => how === 'record')) {
      const { opening: start, events, name } = path;
      const mends = waysAlong(path).some((way) => afterwards.includes(way));
      const stopped = replay(start, events);
      expect(stopped, name).toMatchObject({ ok: false, refusal: { reason: 'notAllowed' } });
      const stoppedAt = stopped.ok ? -1 : stopped.at;
      if (!mends) expect(stoppedAt, name).toBeGreaterThanOrEqual(events.length - 2);
      const done = replay(start, events, 'record');
      for (const [at, event] of events.entries()) {
        const before = done.ok ? done.outcomes[at] : null;
        const tried = before?.ok ? advance(before.case, event).ok : null;
        expect({ name, at, tried }).toEqual({ name, at, tried: at < stoppedAt || (mends && at > stoppedAt) });
      }
      expect(done.case?.deviations, name).not.toEqual([]);
    }
  });

  it('tell every field, with and without it where it may be left out, and every word', () => {
    expect(untoldIn(paths)).toEqual([]);
    expect(
      untold(
        openingSchema,
        paths.map((path) => path.opening),
      ),
    ).toEqual([]);
  });

  it('are such as people live them', () => {
    for (const { opening: start, events, how, name } of paths) {
      const followed = replay(start, events, how);
      const outcomes = followed.ok ? followed.outcomes : [];
      const drafts = events.flatMap(({ draft }) => draft ?? []);
      expect(new Set(drafts).size, `${name}: every draft is another`).toBe(drafts.length);
      const declined: unknown[] = [];
      let planned: unknown;
      for (const [at, { type, by, on, to, remindedOn, for: day }] of events.entries()) {
        const before = outcomes[at];
        const since = before?.ok ? before.case.since : '';
        if (type === 'transfer.declined') declined.push(by);
        if (type === 'transfer.granted') expect(declined, name).not.toContain((to as { id: string }).id);
        if (type === 'consultation.scheduled') planned = day;
        if (planned && /missed|held/.test(type)) expect({ name, on }).toEqual({ name, on: planned });
        for (const reminded of (remindedOn ?? []) as string[])
          expect([since, reminded, on], `${name}: reminded of what was waited for`).toEqual(
            [since, reminded, on].sort(),
          );
      }
    }
  });

  it('have names of their own, are the same at every call, and hold nothing that another call holds', () => {
    expect(new Set(paths.map(({ name }) => name)).size).toBe(paths.length);
    expect(everyPath()).toEqual(paths);
    const [mine] = everyPath();
    mine?.events.splice(0);
    Object.assign(mine?.opening ?? {}, { contract: {} });
    expect(everyPath()).toEqual(paths);
  });

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(paths))).toEqual(paths);
  });
});

describe('a story', () => {
  const discussing = given(onDay('2026-03-18', usual('instrument.discussed'), usual('adviceInForce.explained')));

  it('leads to each step', () => {
    for (const step of steps) expect(givenIn(step).case.step).toBe(step);
    expect(givenIn('withdrawn').case.file.choice).not.toBeNull();
    expect(Object.keys(storyTo).sort()).toEqual([...steps].sort());
  });

  it('begins with the usual opening unless another is given, wherever it stands', () => {
    expect(given(usual('instrument.discussed')).case.caseId).toBe(opening.caseId);
    expect(given([usual('instrument.discussed')], openingOf({ caseId: 'so-2' })).case.caseId).toBe('so-2');
  });

  it('is no promise, so it can be returned from an async function', async () => {
    expect(await given().when('question.put')).toHaveProperty('thenIn');
  });

  it('passes what is as expected', () => {
    const done = discussing.when(usual('request.honoured'));
    done.expect({ ok: true, case: { step: 'application.choosing', deviations: [] }, notices: [{}] });
    expect(done.thenIn('application.choosing')).toBe(done.outcome.ok && done.outcome.case);
    discussing
      .when(usual('request.refused', { grounds: ['cost'], reasons: undefined }))
      .thenNotAllowed('groundIsCompelling', 'reasonsAreInWriting');
    discussing.when(usual('application.sent')).expect({ ok: false, reason: 'notAllowed' });
    discussing.when(usual('decision.made')).thenUnexpected();
    discussing.when(null).expect({ reason: 'malformed' });
    whenOpened({ ...opening, by: employer }).thenNotAllowed('actorHoldsRole');
    whenOpened(null).expect({ reason: 'malformed' });
    goingOn(discussing.case)
      .whenDone(usual('request.refused', { reasons: undefined }))
      .thenIn('refused');
  });

  it('gives who is told what, and what deviates', () => {
    expect(noticesIn(discussing.when(usual('request.refused')).outcome)).toEqual([
      'requestRefused → employee employee-1',
    ]);
    expect(deviationsIn(discussing.whenDone(usual('request.refused', { reasons: undefined })).outcome)).toEqual([
      'reasonsAreInWriting law',
    ]);
    expect(() => noticesIn(discussing.when(usual('decision.made')).outcome)).toThrow(
      /^Nobody is told anything\n {2}unexpected in /,
    );
    expect(() => deviationsIn(discussing.when({}).outcome)).toThrow(/^There are no deviations\n {2}malformed: type /);
  });

  it('asks what is expected of every item of a list, and of an object only what is named', () => {
    const { when } = discussing;
    when(usual('request.honoured')).expect({ case: { file: { participants: { former: [] } } } });
    expect(() => when(usual('request.refused')).expect({ notices: [] })).toThrow('notices has 1 items, expected 0: [{');
    expect(() => when(usual('request.refused')).expect({ case: null })).toThrow('case is {');
  });

  const messages: { what: string; act: () => unknown; message: string }[] = [
    {
      what: 'the field that differs, and why it is a no',
      act: () => discussing.when(usual('request.refused', { reasons: undefined })).thenIn('refused'),
      message:
        'What came of request.refused is not what was expected (it is not allowed: reasonsAreInWriting):\n' +
        '  ok is false, expected true\n' +
        '  case is absent, expected {"step":"refused"}',
    },
    {
      what: 'another step',
      act: () => discussing.when(usual('request.honoured')).thenIn('refused'),
      message:
        'What came of request.honoured is not what was expected:\n  case.step is "application.choosing", expected "refused"',
    },
    {
      what: 'a list of another length',
      act: () =>
        given()
          .when(usual('instrument.discussed'))
          .expect({ notices: [{}] }),
      message: 'What came of instrument.discussed is not what was expected:\n  notices has 0 items, expected 1: []',
    },
    {
      what: 'an item of a list',
      act: () => discussing.when(usual('request.refused')).expect({ notices: [{ to: { role: 'employer' } }] }),
      message:
        'What came of request.refused is not what was expected:\n  notices.0.to.role is "employee", expected "employer"',
    },
    {
      what: 'a list where an object was expected',
      act: () => given().when(usual('instrument.discussed')).expect({ notices: {} }),
      message: 'What came of instrument.discussed is not what was expected:\n  notices is [], expected {}',
    },
    {
      what: 'other norms',
      act: () => discussing.when(usual('request.refused', { reasons: undefined })).thenNotAllowed('groundIsCompelling'),
      message:
        'request.refused is not allowed, but not by what was expected:\n' +
        '  the norms are reasonsAreInWriting, expected groundIsCompelling',
    },
    {
      what: 'one norm less than expected',
      act: () =>
        discussing
          .when(usual('request.refused', { reasons: undefined }))
          .thenNotAllowed('groundIsCompelling', 'reasonsAreInWriting'),
      message:
        'request.refused is not allowed, but not by what was expected:\n' +
        '  the norms are reasonsAreInWriting, expected groundIsCompelling, reasonsAreInWriting',
    },
    {
      what: 'one norm more than expected',
      act: () => discussing.when(usual('request.refused', { grounds: ['cost'], reasons: undefined })).thenNotAllowed(),
      message:
        'request.refused is not allowed, but not by what was expected:\n' +
        '  the norms are groundIsCompelling, reasonsAreInWriting, expected none',
    },
    {
      what: 'norms, where the event was taken after all',
      act: () => discussing.when(usual('request.honoured')).thenNotAllowed(),
      message:
        'What came of request.honoured is not what was expected:\n' +
        '  ok is true, expected false\n' +
        '  reason is absent, expected "notAllowed"',
    },
    {
      what: 'two norms at once',
      act: () =>
        noticesIn(discussing.when(usual('request.refused', { grounds: ['cost'], reasons: undefined })).outcome),
      message: 'Nobody is told anything\n  not allowed: groundIsCompelling, reasonsAreInWriting',
    },
    {
      what: 'what the step expects instead',
      act: () => noticesIn(givenIn('transferred').when(usual('request.honoured')).outcome),
      message:
        'Nobody is told anything\n' +
        '  unexpected in transferred, which expects advice.corrected, decision.made, employer.asked, complaint.filed, ownPhysician.replaced, guidance.ended, employer.informed',
    },
    {
      what: 'an opening that was taken after all',
      act: () => whenOpened(opening).thenUnexpected(),
      message:
        'What came of the opening is not what was expected:\n' +
        '  ok is true, expected false\n' +
        '  reason is absent, expected "unexpected"',
    },
    {
      what: 'an event that was taken after all',
      act: () => discussing.when(usual('request.honoured')).thenUnexpected(),
      message:
        'What came of request.honoured is not what was expected:\n' +
        '  ok is true, expected false\n' +
        '  reason is absent, expected "unexpected"\n' +
        '  step is absent, expected "application.discussing"',
    },
    {
      what: 'what is no event',
      act: () => discussing.when(7).expect({ ok: true }),
      message:
        'What came of 7 is not what was expected (it is malformed: it expected object):\n  ok is false, expected true',
    },
    {
      what: 'what is no event, though it has a type',
      act: () => discussing.when({ type: 7, by: '', on: '2026-03-18' }).thenIn('withdrawn'),
      message:
        'What came of {"type":7,"by":"","on":"2026-03-18"} is not what was expected (it is malformed: type expected a known event type):\n' +
        '  ok is false, expected true\n' +
        '  case is absent, expected {"step":"withdrawn"}',
    },
    {
      what: 'every field that is not as it should be',
      act: () => tell({ ...opening, by: '', on: '2026-02-30' }, []),
      message:
        'The opening was not taken\n' +
        '  malformed: by expected 1 to 128 letters, digits or . _ : -; on expected an existing day as YYYY-MM-DD',
    },
    {
      what: 'the event of the story that was not taken',
      act: () => given(usual('instrument.discussed'), usual('request.refused', { reasons: undefined })),
      message: 'request.refused, event 2 of the story, was not taken\n  not allowed: reasonsAreInWriting',
    },
    {
      what: 'an opening that was not taken',
      act: () => tell({ ...opening, by: employer }, []),
      message: 'The opening was not taken\n  not allowed: actorHoldsRole',
    },
  ];

  it.each(messages)('says what differs: $what', ({ act, message }) => {
    expect(act).toThrow(new Error(message));
  });
});

describe('the people', () => {
  it('are an own physician, one who may succeed them, and three of the pool who work elsewhere', () => {
    const inPool = [first, second, another].map(({ id, pool, registered }) => ({ id, pool, registered }));
    expect(inPool).toEqual([
      { id: 'physician-first', pool: true, registered: true },
      { id: 'physician-second', pool: true, registered: true },
      { id: 'physician-another', pool: true, registered: true },
    ]);
    expect(own).toEqual({ id: 'physician-own', organisations: ['noord'], registered: true, pool: false });
    expect(third).toEqual({ ...own, id: 'physician-third' });
    const services = [own, first, second, another].flatMap(({ organisations }) => organisations);
    expect(new Set(services).size).toBe(4);
  });
});

describe('the opening builder', () => {
  it('gives the usual opening', () => {
    expect(openingOf()).toEqual(opening);
  });

  it('changes one field of the participants, the contract or the advice, and leaves out what is undefined', () => {
    const changed = openingOf({
      recordOf: 'ownPhysician',
      participants: { employer: undefined, representative: 'representative-1', mandate: 'mandate-1' },
      contract: { military: true },
      contestedAdvice: { on: '2026-03-01' },
    });
    const { employer: _, ...participants } = opening.participants;
    expect(changed).toEqual({
      ...opening,
      recordOf: 'ownPhysician',
      participants: { ...participants, representative: 'representative-1', mandate: 'mandate-1' },
      contract: { ...opening.contract, military: true },
      contestedAdvice: { ...opening.contestedAdvice, on: '2026-03-01' },
    });
    expect(openCase(changed)).toMatchObject({ ok: true });
  });
});

describe('the usual events', () => {
  it('are of every type, as the schema wants them', () => {
    for (const type of eventTypes) {
      expect(usual(type).type).toBe(type);
      expect(eventSchema.safeParse(usual(type)), type).toMatchObject({ success: true });
    }
  });

  it('give what is usual', () => {
    expect(usual('application.sent').medicalData).toBe(true);
    expect(usual('consultation.held').examined).toBe(false);
    expect(usual('transfer.requested').adviceMayBePassedOn).toBe(true);
    expect(usual('forwarding.unanswered').remindedOn).toEqual([daysAfter(opening.on, 1)]);
  });

  it('take any field in place of the usual one', () => {
    expect(usual('request.refused', { by: 'physician-new', on: '2026-04-01', reasons: undefined })).toEqual({
      type: 'request.refused',
      by: 'physician-new',
      on: '2026-04-01',
      grounds: ['deliberateDelay'],
      earlierRequests: [],
    });
    expect(onDay('2026-04-01', usual('request.honoured'), usual('decision.made')).map(({ on }) => on)).toEqual([
      '2026-04-01',
      '2026-04-01',
    ]);
  });
});

describe('the calendar', () => {
  it('stands still until it is moved, and does not go back', () => {
    const days = calendar('2026-12-31');
    expect(days.today()).toBe('2026-12-31');
    expect(days.moveBy(1)).toBe('2027-01-01');
    expect(days.moveTo('2027-03-28')).toBe('2027-03-28');
    expect(days.moveBy(0)).toBe('2027-03-28');
    expect(() => days.moveTo('2027-03-27')).toThrow(
      'The calendar stands at 2027-03-28 and does not go back to 2027-03-27',
    );
    expect(days.today()).toBe('2027-03-28');
  });

  it.each(['2026-02-29', 'tomorrow', '2026-3-1'])('knows no day %s', (day) => {
    expect(() => calendar(day)).toThrow(`'${day}' is no day: expected YYYY-MM-DD`);
    expect(() => calendar('2026-01-01').moveTo(day)).toThrow('is no day');
  });

  it('reports a response that is overdue from the day after its week, as advance takes it', () => {
    const { case: asked } = given(
      upTo('application.preparing'),
      usual('authorisation.signed'),
      onDay('2026-03-25', usual('application.sent'), usual('application.received')),
    );
    const days = calendar('2026-04-01');
    expect(days.dueIn(asked)).toEqual([]);
    days.moveBy(1);
    expect(days.dueIn(asked)).toEqual([usual('response.overdue', { on: '2026-04-02' })]);
    goingOn(asked).when(days.dueIn(asked)[0]).thenIn('application.preparing');
  });

  it('reports nothing of the terms that people judge', () => {
    const days = calendar('2027-12-31');
    for (const step of Object.keys(storyTo) as Step[])
      expect(days.dueIn(givenIn(step).case), step).toHaveLength(step === 'execution.awaitingResponse' ? 1 : 0);
    expect(daysAfter('2026-03-25', -7)).toBe('2026-03-18');
  });
});

describe('what is reported at random', () => {
  const steps = Object.values(storyTo).map(({ opening: start, events }) => tell(start, events).case);
  const later = '2026-05-01';
  const drawnIn = (current: Case, type: EventType, day = later, times = 60): Told[] =>
    Array.from({ length: times }, (_, n) => reportOf(type, current, day, n, new Dice(n)));
  const overdueBeforeTheAnswer = given(
    ...[
      upTo('application.preparing'),
      usual('authorisation.signed'),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent'),
      usual('application.received'),
    ],
    usual('response.overdue', { on: '2026-03-26' }),
  ).case;

  it('is such as the schema wants it, and names each reference after what it is', () => {
    for (const current of steps)
      for (const type of eventTypes)
        for (const told of drawnIn(current, type, later, 12)) {
          expect(eventSchema.safeParse(told).success, JSON.stringify(told)).toBe(true);
          const references = Object.values(told).filter((value) => /-at-\d+$/.test(String(value)));
          expect(references.filter((value) => !/^[a-z]+-at-\d+$/.test(String(value)))).toEqual([]);
        }
  });

  it('is reported by one of whom it is expected, where it is expected', () => {
    for (const current of steps)
      for (const { type } of expectedEvents(current)) {
        const reporters = expectedEvents(current).filter((each) => each.type === type);
        if (reporters.some(({ role }) => role === 'complaintHandler')) continue;
        const persons = reporters.map(({ person }) => person);
        expect(new Set(drawnIn(current, type).map(({ by }) => by)), type).toEqual(new Set(persons));
      }
  });

  it('is about the physicians of the case', () => {
    const asked = givenIn('execution.awaitingResponse').case;
    const recipients = (current: Case) =>
      new Set(drawnIn(current, 'authorisation.signed').map(({ recipient }) => recipient));
    expect(recipients(asked)).toEqual(new Set([first.id, second.id]));
    const done = given(
      ...[
        upTo('application.preparing'),
        usual('authorisation.signed'),
        usual('application.sent'),
        usual('application.received'),
      ],
      usual('response.overdue', { on: '2026-03-26' }),
    ).case;
    expect(done.file.choice?.current).toBe('second');
    expect(recipients(done)).toEqual(new Set([first.id, second.id]));
    expect(new Set(drawnIn(done, 'medicalData.sent').map(({ to }) => to))).toEqual(new Set([first.id]));
    expect(new Set(drawnIn(done, 'application.sent').map(({ to }) => to))).toEqual(new Set([second.id]));
    const both = drawnIn(givenIn('application.choosing').case, 'physicians.chosen') as unknown as {
      first: { id: string };
      second?: { id: string };
    }[];
    expect(both.filter((chosen) => chosen.second?.id === chosen.first.id)).toEqual([]);
  });

  it('sends medical data along with an application only under a signed authorisation, and then mostly', () => {
    const along = (current: Case) =>
      drawnIn(current, 'application.sent').filter(({ medicalData }) => medicalData).length;
    expect(along(givenIn('application.preparing').case)).toBe(0);
    expect(
      along(given(upTo('application.preparing'), usual('authorisation.signed', { recipient: second.id })).case),
    ).toBe(0);
    expect(along(given(upTo('application.preparing'), usual('authorisation.withheld')).case)).toBe(0);
    expect(along(given(upTo('application.preparing'), usual('authorisation.signed')).case)).toBeGreaterThan(30);
    expect(along(overdueBeforeTheAnswer)).toBeGreaterThan(30);
  });

  it('reports a week as over from the day after it on, and all else on its day', () => {
    const { case: asked } = given(
      upTo('application.preparing'),
      onDay('2026-03-25', usual('application.sent', { medicalData: false }), usual('application.received')),
    );
    const daysOf = (type: EventType, day: string) => new Set(drawnIn(asked, type, day, 3).map(({ on }) => on));
    for (const [day, on] of [
      ['2026-03-30', '2026-04-02'],
      ['2026-04-01', '2026-04-02'],
      ['2026-04-02', '2026-04-02'],
      ['2026-04-10', '2026-04-10'],
    ] as const)
      expect(daysOf('response.overdue', day)).toEqual(new Set([on]));
    expect(daysOf('application.declined', '2026-03-30')).toEqual(new Set(['2026-03-30']));
  });

  it('leaves a complaint to who took it', () => {
    const { case: filed } = given(usual('complaint.filed'));
    const handlers = (current: Case) => new Set(drawnIn(current, 'complaint.progressed').map(({ by }) => by));
    expect(handlers(filed)).toEqual(new Set(['handler-1', 'handler-2']));
    const another = { complaint: 'complaint-2' };
    const { case: taken } = given(
      ...[usual('complaint.filed'), usual('complaint.acknowledged', { by: 'handler-2' })],
      ...[usual('complaint.filed', another), usual('complaint.acknowledged', { ...another, by: 'handler-1' })],
    );
    const progressed = drawnIn(taken, 'complaint.progressed').filter(({ complaint }) => complaint !== 'complaint-none');
    expect(new Set(progressed.map(({ complaint, by }) => `${complaint} ${by}`))).toEqual(
      new Set(['complaint-1 handler-2', 'complaint-2 handler-1']),
    );
  });
});

describe('the arbitraries', () => {
  const settings = { numRuns: 300, seed: 2026 };
  const recorded = fc.sample(recordedHistories, { ...settings, numRuns: 4_000 });

  it('give openings that open a case', () => {
    fc.assert(
      fc.property(openings, (start) => openCase(start).ok),
      settings,
    );
  });

  it('give histories that advance takes, and record too, without deviations', () => {
    fc.assert(
      fc.property(allowedHistories, ({ opening: start, events }) => {
        expect(replay(start, events)).toMatchObject({ ok: true, case: { deviations: [] } });
        expect(replay(start, events, 'record')).toMatchObject({ ok: true, case: { deviations: [] } });
      }),
      settings,
    );
  });

  it('give histories of what people do that record takes, much of it against the rules', () => {
    const lasts = recorded.map(({ opening: start, events }) => replay(start, events, 'record'));
    expect(lasts.filter(({ ok }) => !ok)).toEqual([]);
    const broken = lasts.flatMap((last) => last.case?.deviations.map(({ norm }) => norm) ?? []);
    const often: NormName[] = [
      ...(['actorHoldsRole', 'instrumentWasDiscussed', 'adviceInForceWasExplained'] as const),
      ...(['groundIsCompelling', 'earlierOpinionIsNamed', 'reasonsAreInWriting', 'physicianIsRegistered'] as const),
      ...(['consentIsDocumented', 'sentToTheChosen', 'recipientIsAuthorised', 'identityWasEstablished'] as const),
      ...([
        'thirdIsNotTheOwnPhysician',
        'handlerIsNotInvolved',
        'answerHasReasons',
        'employeeConsentsToTelling',
      ] as const),
    ];
    expect(often.filter((norm) => !broken.includes(norm))).toEqual([]);
    const strangers = ['nobody-1', 'handler-1', employer, planning, employee];
    const inTheirPlace = recorded.flatMap(({ events }) => events.filter(({ type }) => type === 'instrument.discussed'));
    expect(inTheirPlace.some(({ by }) => by === employer || by === planning || by === employee)).toBe(true);
    for (const field of ['by', 'to', 'recipient', 'against']) {
      const said = new Set(recorded.flatMap(({ events }) => events.map((event) => event[field])));
      expect(
        strangers.some((person) => said.has(person)),
        field,
      ).toBe(true);
      if (field === 'against') expect(strangers.filter((person) => !said.has(person))).toEqual([]);
    }
  }, 120_000);

  it('give histories in which some things are told late, and entered on an earlier day than the one before', () => {
    for (const histories of [allowedHistories, recordedHistories])
      expect(
        fc
          .sample(histories, settings)
          .some(({ events }) => events.some(({ on = '' }, at) => on < (events[at - 1]?.on ?? ''))),
      ).toBe(true);
  });

  it('reach every step, and tell all that the rules allow', () => {
    const drawn = fc.sample(allowedHistories, { ...settings, numRuns: 2_000 });
    const reached = new Set<string>();
    for (const { opening: start, events } of drawn) {
      const told = replay(start, events);
      for (const outcome of told.ok ? told.outcomes : []) if (outcome.ok) reached.add(outcome.case.step);
    }
    expect([...reached].sort()).toEqual([...steps].sort());
    expect(untoldIn(drawn)).toEqual([
      'request.refused.reasons is never left out',
      'request.foundOutOfScope.reasons is never left out',
      'reasons.given is never told',
      'physicians.chosen.first.registered is never false',
      'physicians.chosen.second.registered is never false',
      'consultation.held.identity is never notEstablished',
      'consultation.waived.reasons is never left out',
      'decision.made.reasons is never left out',
      'transfer.granted.to.registered is never false',
      'complaint.answered.reasons is never left out',
      'ownPhysician.replaced.physician.registered is never false',
      'employer.informed.consent is never left out',
    ]);
  }, 120_000);

  it('tell all that people do', () => {
    expect(untoldIn(recorded)).toEqual([]);
  }, 120_000);

  it('give openings with every field and every word', () => {
    expect(untold(openingSchema, fc.sample(openings, settings))).toEqual([]);
  });
});

describe('the worked cases', () => {
  const cases = workedCases();

  it.each(cases)('$how takes all of it: $name', ({ opening: start, events, how }) => {
    expect(replay(start, events, how)).toMatchObject({ ok: true });
  });

  it('are those of the examples, in which something was entered wrongly as it should have been', () => {
    const logs = readdirSync(join(root, 'examples/cases')).map((name) => JSON.parse(read(`examples/cases/${name}`)));
    expect(cases.map(({ name }) => name)).toEqual(logs.map(({ title }) => title.en));
    expect(cases.map(({ opening: start }) => start)).toEqual(logs.map((log) => log.opening));
    const corrected = logs.flatMap((log, at) => (log.correction ? [{ log, at }] : []));
    expect(corrected).toHaveLength(1);
    for (const [at, { events, how }] of cases.entries()) {
      const { correction, brokeTheRules } = logs[at];
      expect(events).toEqual(logs[at].events.with(correction?.at ?? 0, correction?.event ?? logs[at].events[0]));
      expect(how).toBe(brokeTheRules ? 'record' : 'advance');
    }
  });

  it('hold nothing that another call holds', () => {
    const [mine] = workedCases();
    mine?.events.splice(0);
    Object.assign(mine?.events[0] ?? mine?.opening ?? {}, { by: 'somebody-else' });
    expect(workedCases()).toEqual(cases);
  });
});

describe('the built kit', () => {
  const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });

  it.each(['js', 'cjs', 'd.ts', 'd.cts'])('is there as .%s', (extension) => {
    expect(existsSync(join(root, `dist/testing/index.${extension}`))).toBe(true);
    expect(existsSync(join(root, `dist/testing/arbitraries.${extension}`))).toBe(true);
  });

  it.each(['js', 'cjs'])('shares the library with its door, so that there is one UnreadableCase (.%s)', (extension) => {
    const defining = built
      .filter((name) => name.endsWith(`.${extension}`))
      .filter((name) => read(`dist/${name}`).includes('The stored case cannot be read'));
    expect(defining).toHaveLength(1);
  });

  it('needs fast-check for the arbitraries only, and no test framework', () => {
    const naming = (pattern: RegExp) =>
      built.filter((name) => /\.c?js$/.test(name)).filter((name) => pattern.test(read(`dist/${name}`)));
    expect(naming(/['"]fast-check['"]/).sort()).toEqual(['testing/arbitraries.cjs', 'testing/arbitraries.js']);
    expect(naming(/['"](vitest|node:[\w/]+)['"]/)).toEqual([]);
  });
});
