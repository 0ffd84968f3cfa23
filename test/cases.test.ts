import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corrected, type Log } from '../examples/log.ts';
import {
  type Case,
  type Deadline,
  deadlines,
  type NormName,
  type Outcome,
  payer,
  replay,
  waitingOn,
} from '../src/index.js';

interface Words {
  nl: string;
  en: string;
}

type Entry = Record<string, unknown> & { type: string };

type Worked = Log<Entry> & { title: Words; about: Words; opening: Record<string, unknown> };

const folder = new URL('../examples/cases/', import.meta.url);
const files = readdirSync(folder).sort();
const logs = new Map(
  files.map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Worked]),
);

const logOf = (name: string): Worked => logs.get(name) ?? expect.fail(`no log ${name}`);

/** A log, followed from beginning to end. */
function followed(name: string, how: 'advance' | 'record' = 'advance') {
  const log = logOf(name);
  const told = replay(log.opening, corrected(log), how);
  return told.ok ? told : expect.fail(`${name}, at ${told.at}: ${JSON.stringify(told.refusal)}`);
}

const running = (terms: readonly Deadline[]) =>
  terms.map(({ term, dueOn, alarmOn }) => `${term} ${dueOn ?? alarmOn ?? 'open'}`);

const responseDue = (outcome: Outcome | undefined) =>
  outcome?.ok ? outcome.deadlines.find(({ term }) => term === 'response')?.dueOn : undefined;

/** The last day of each week for a response, as it stood when the week was over or the log ended. */
const weeksOf = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter((_, at) => responseDue(outcomes[at + 1]) === undefined)
    .flatMap((outcome) => responseDue(outcome) ?? []);

const stops = (name: string, events = logOf(name).events) => {
  const told = replay(logOf(name).opening, events);
  if (told.ok) expect.fail(`${name} is allowed to its end`);
  const { at, refusal } = told;
  const norms = refusal.reason === 'notAllowed' ? refusal.unmet.map(({ norm }) => norm) : refusal;
  return { at, type: events[at]?.type, norms };
};

const end = (current: Case) => ({
  step: current.step,
  complaints: current.complaints,
  employerRoute: current.employerRoute,
  payer: payer(current).payer,
  running: running(deadlines(current)),
});

const atItsEnd = {
  step: 'concluded',
  complaints: 'none',
  employerRoute: 'none',
  payer: 'employer',
  running: [] as string[],
};

/** Where each allowed log ends, and the weeks for a response that ran on the way. */
const allowed: Record<string, { ends: Partial<typeof atItsEnd>; weeks: string[] }> = {
  '01-adopted-across-the-clock-change': { ends: {}, weeks: ['2026-04-01'] },
  '02-no-response-then-the-second-preference': { ends: {}, weeks: ['2026-10-28', '2026-11-05'] },
  '03-both-unavailable-and-a-third-choice': { ends: {}, weeks: ['2027-01-25', '2027-01-29', '2027-02-09'] },
  '04-authorisation-withheld-then-signed': { ends: {}, weeks: ['2026-01-21', '2026-01-28'] },
  '05-no-copy-then-handed-over': { ends: {}, weeks: ['2026-08-10'] },
  '06-partly-adopted-and-transferred': { ends: { step: 'transferred' }, weeks: ['2026-06-18'] },
  '07-copy-received-and-silence': {
    ends: {
      step: 'completion.transferRefused',
      complaints: 'answered',
      employerRoute: 'answered',
      running: ['decide 2026-11-02'],
    },
    weeks: ['2026-09-11'],
  },
  '08-refused-for-repetition-then-new-facts': {
    ends: { step: 'execution.awaitingResponse', running: ['response 2026-06-15'] },
    weeks: ['2026-06-15'],
  },
  '09-the-uwv-route': { ends: { step: 'uwvRouteChosen', payer: 'nobody' }, weeks: [] },
  '10-oral-request-recorded-later': { ends: { step: 'withdrawn' }, weeks: ['2026-09-25'] },
  '11-engagement-ended': { ends: {}, weeks: ['2026-11-13', '2026-12-02'] },
  '12-adopted-as-the-own-physician-sees-it': { ends: {}, weeks: ['2026-04-01'] },
  '13-a-wrong-day-corrected-by-replay': { ends: {}, weeks: ['2027-02-08'] },
  '14-a-term-that-ends-on-christmas-day': { ends: {}, weeks: ['2026-12-28'] },
  '15-an-outsider-at-ones-own-cost': { ends: { payer: 'employee' }, weeks: ['2027-04-21'] },
  '19-military-personnel': { ends: {}, weeks: ['2026-10-08'] },
  '20-the-question-put-later': { ends: {}, weeks: ['2026-02-23'] },
  '21-a-physician-who-vanished': { ends: {}, weeks: ['2026-03-18', '2026-05-01'] },
  '22-an-employee-who-died': { ends: { step: 'lapsed', complaints: 'answered' }, weeks: ['2026-05-20'] },
  '24-a-wrong-fact-corrected-after-the-final-advice': { ends: {}, weeks: ['2026-06-17'] },
  '25-the-employer-who-never-answers': { ends: { employerRoute: 'asked' }, weeks: ['2026-08-19'] },
  '26-data-that-the-own-physician-kept-back': { ends: {}, weeks: ['2026-09-23', '2026-10-02'] },
};

/** Where each log that broke the rules stops, on what; and what is recorded of it when it is followed to its end. */
const broken: Record<
  string,
  {
    stopsAt: { at: number; type: string; norms: NormName[] };
    deviations: [type: string, on: string, norms: NormName[]][];
    ends: Partial<typeof atItsEnd>;
  }
> = {
  '16-weeks-of-silence-then-a-bare-refusal': {
    stopsAt: {
      at: 1,
      type: 'request.refused',
      norms: ['instrumentWasDiscussed', 'groundIsCompelling', 'reasonsAreInWriting'],
    },
    deviations: [
      ['request.refused', '2026-06-03', ['instrumentWasDiscussed', 'groundIsCompelling', 'reasonsAreInWriting']],
    ],
    ends: { step: 'refused', complaints: 'answered', payer: 'nobody', running: ['reasons open'] },
  },
  '17-the-employer-was-told': {
    stopsAt: {
      at: 1,
      type: 'application.sent',
      norms: [
        'instrumentWasDiscussed',
        'adviceInForceWasExplained',
        'sentToTheChosen',
        'questionIsPut',
        'recipientIsAuthorised',
      ],
    },
    deviations: [
      [
        'application.sent',
        '2027-02-09',
        ['instrumentWasDiscussed', 'adviceInForceWasExplained', 'sentToTheChosen', 'recipientIsAuthorised'],
      ],
      ['employer.informed', '2027-02-09', ['employeeConsentsToTelling']],
      ['advice.forwarded', '2027-03-15', ['forwardingIsAuthorised', 'adviceWasDiscussed']],
      ['employer.informed', '2027-03-17', ['employeeConsentsToTelling']],
      ['decision.made', '2027-03-22', ['ownPhysicianHasCopy']],
    ],
    ends: { step: 'notForwarded', complaints: 'answered' },
  },
  '18-a-refusal-that-was-none': {
    stopsAt: {
      at: 0,
      type: 'request.refused',
      norms: ['actorHoldsRole', 'instrumentWasDiscussed', 'groundIsCompelling', 'reasonsAreInWriting'],
    },
    deviations: [
      ['request.refused', '2026-09-07', ['actorHoldsRole']],
      ['request.refused', '2026-09-21', ['groundIsCompelling', 'requestWasNotHonoured']],
      ['decision.made', '2026-11-18', ['ownPhysicianHasCopy', 'decisionHasReasons']],
    ],
    ends: { step: 'notForwarded', complaints: 'answered' },
  },
  '23-reasons-given-late': {
    stopsAt: { at: 1, type: 'request.refused', norms: ['reasonsAreInWriting'] },
    deviations: [['request.refused', '2026-01-12', ['reasonsAreInWriting']]],
    ends: { step: 'refused', complaints: 'answered', payer: 'nobody' },
  },
};

const known = ['title', 'about', 'opening', 'events', 'correction', 'brokeTheRules'];

describe('every case log', () => {
  it('is told in one of the two tables', () => {
    expect([...logs.keys()]).toEqual([...Object.keys(allowed), ...Object.keys(broken)].sort());
  });

  it('has a title and a few plain words in both languages, and no field that the format does not know', () => {
    const words = { nl: expect.stringMatching(/^\S.*\S$/), en: expect.stringMatching(/^\S.*\S$/) };
    for (const [name, log] of logs) {
      expect(log, name).toMatchObject({ title: words, about: words, opening: {}, events: expect.any(Array) });
      expect(known, name).toEqual(expect.arrayContaining(Object.keys(log)));
      expect([Object.keys(log.title), Object.keys(log.about)], name).toEqual(Array(2).fill(['nl', 'en']));
      if (log.correction) expect(Object.keys(log.correction), name).toEqual(['at', 'event']);
    }
  });

  it('has a title and a case of its own', () => {
    for (const named of [
      (log: Worked) => log.title.nl,
      (log: Worked) => log.title.en,
      (log: Worked) => String(log.opening.caseId),
    ])
      expect(new Set([...logs.values()].map(named)).size).toBe(logs.size);
  });

  it('tells of people by ids only: no field carries free text', () => {
    const values = (json: unknown): unknown[] =>
      typeof json === 'object' && json !== null ? Object.values(json).flatMap(values) : [json];
    for (const [name, { opening, events, correction = null }] of logs)
      for (const value of values([opening, events, correction]))
        if (typeof value === 'string') expect(value, name).toMatch(/^[A-Za-z0-9.-]{1,40}$/);
  });

  it('happens from Monday to Friday', () => {
    for (const [name, { opening, events, correction }] of logs)
      for (const { on } of [opening, ...events, ...(correction ? [correction.event] : [])])
        expect([1, 2, 3, 4, 5], `${name}: ${on}`).toContain(new Date(String(on)).getUTCDay());
  });
});

describe('a log in which the rules were kept', () => {
  for (const [name, { ends, weeks }] of Object.entries(allowed)) {
    const expected = { ...atItsEnd, ...ends };

    it(`${name} is allowed from beginning to end, and ends in ${expected.step}, paid by the ${expected.payer}`, () => {
      expect(logOf(name).brokeTheRules).toBeUndefined();
      const { case: current, outcomes } = followed(name);
      expect(end(current)).toEqual(expected);
      expect(weeksOf(outcomes)).toEqual(weeks);
    });

    it(`${name} is the same case when it is followed as it happened`, () => {
      expect(followed(name, 'record').case).toEqual(followed(name).case);
    });
  }

  it('has nobody pay while a request is refused, and the employer once it is honoured', () => {
    const { outcomes } = followed('08-refused-for-repetition-then-new-facts');
    const payers = outcomes.flatMap((outcome) => (outcome.ok ? [[outcome.case.step, payer(outcome.case).payer]] : []));
    expect(payers).toContainEqual(['refused', 'nobody']);
    expect(payers).toContainEqual(['application.choosing', 'employer']);
  });

  it('takes Friday’s receipt after what happened on Monday, and moves the week with it', () => {
    const { outcomes } = followed('10-oral-request-recorded-later');
    const due = outcomes.map(responseDue).filter((day) => day !== undefined);
    expect(due).toEqual(['2026-09-24', '2026-09-24', '2026-09-25']);
  });
});

describe('the log with a wrong day', () => {
  const name = '13-a-wrong-day-corrected-by-replay';

  it('is the only one with a correction, which changes nothing but the day of one entry', () => {
    expect([...logs].flatMap(([each, { correction }]) => (correction ? [each] : []))).toEqual([name]);
    const { events, correction } = logOf(name);
    expect(correction?.event).toEqual({ ...events[correction?.at ?? -1], on: '2027-02-01' });
  });

  it('stops as it was entered, because the week seemed to run a day longer', () => {
    expect(stops(name)).toEqual({ at: 7, type: 'response.overdue', norms: ['responseTermHasPassed'] });
    const { opening, events } = logOf(name);
    const before = replay(opening, events.slice(0, 7));
    expect(before.ok && running(deadlines(before.case))).toEqual(['response 2027-02-09']);
  });
});

describe('a log in which the rules were broken', () => {
  it('says so of itself, and no other does', () => {
    expect([...logs].flatMap(([name, { brokeTheRules }]) => (brokeTheRules ? [name] : []))).toEqual(
      Object.keys(broken),
    );
  });

  for (const [name, { stopsAt, deviations, ends }] of Object.entries(broken)) {
    const expected = { ...atItsEnd, ...ends };

    it(`${name} stops at the first act against the rules, on every norm in the way`, () => {
      expect(stops(name)).toEqual(stopsAt);
    });

    it(`${name} is followed to its end in ${expected.step}, with its deviations and no others`, () => {
      const { case: current } = followed(name, 'record');
      expect(current.deviations.map(({ norm, event, on }) => [event, on, norm])).toEqual(
        deviations.flatMap(([type, on, norms]) => norms.map((norm) => [type, on, norm])),
      );
      expect(end(current)).toEqual(expected);
    });
  }

  it('leaves the request open after the secretariat has said no', () => {
    const { outcomes } = followed('18-a-refusal-that-was-none', 'record');
    expect(outcomes[1]).toMatchObject({ ok: true, case: { step: 'application.discussing', revision: 1 }, notices: [] });
  });

  it('shows the alarm days of the contract while nothing happens, and forbids nothing on their account', () => {
    const { outcomes } = followed('16-weeks-of-silence-then-a-bare-refusal', 'record');
    expect(outcomes.map((outcome) => outcome.ok && running(outcome.deadlines))).toEqual([
      ['engage 2026-04-13'],
      ['engage 2026-04-13'],
      ['reasons open'],
      ['complaint 2026-07-08', 'reasons open'],
      ['complaint 2026-07-08', 'reasons open'],
      ['reasons open'],
    ]);
  });
});

const waitsFor = (current: Case) =>
  waitingOn(current).map(({ role, events: types, since }) => `${role} since ${since}: ${types.join(', ')}`);

/** For whom the awkward part of a log waits, and who is told of what. */
const awkward: [name: string, after: string, waits: string[], told: string[]][] = [
  [
    '20-the-question-put-later',
    'authorisation.signed 2026-02-10',
    ['employee since 2026-02-09: question.put'],
    ['authorisationSigned → ownPhysician'],
  ],
  [
    '21-a-physician-who-vanished',
    'engagement.ended 2026-04-20',
    ['employee since 2026-04-20: physicians.chosen'],
    ['engagementEnded → ownPhysician', 'engagementEnded → secondOpinionPhysician', 'chooseAnotherPhysician → employee'],
  ],
  [
    '22-an-employee-who-died',
    'employee.died 2026-06-08',
    ['complaintHandler since 2026-05-29: complaint.progressed, complaint.answered'],
    ['employeeDied → secondOpinionPhysician'],
  ],
  [
    '23-reasons-given-late',
    'complaint.acknowledged 2026-01-21',
    [
      'ownPhysician since 2026-01-12: reasons.given',
      'complaintHandler since 2026-01-19: complaint.progressed, complaint.answered',
    ],
    ['complaintAcknowledged → employee'],
  ],
  [
    '23-reasons-given-late',
    'reasons.given 2026-01-28',
    ['complaintHandler since 2026-01-19: complaint.progressed, complaint.answered'],
    ['reasonsGiven → employee'],
  ],
  [
    '24-a-wrong-fact-corrected-after-the-final-advice',
    'advice.corrected 2026-07-09',
    ['employee since 2026-07-09: forwarding.authorised, forwarding.withheld'],
    ['adviceCorrected → employee'],
  ],
  [
    '24-a-wrong-fact-corrected-after-the-final-advice',
    'advice.corrected 2026-07-20',
    ['ownPhysician since 2026-07-13: decision.made'],
    ['adviceCorrected → employee'],
  ],
  [
    '25-the-employer-who-never-answers',
    'case.closed 2026-11-02',
    ['employer since 2026-10-12: employer.agreed, employer.declined'],
    ['caseClosed → ownPhysician'],
  ],
  [
    '26-data-that-the-own-physician-kept-back',
    'application.foundInfeasible 2026-09-21',
    [
      'employee since 2026-09-21: physicians.chosen, uwvRoute.chosen, request.withdrawn',
      'ownPhysician since 2026-09-21: application.sent',
    ],
    ['applicationFoundInfeasible → employee', 'applicationFoundInfeasible → ownPhysician'],
  ],
  [
    '26-data-that-the-own-physician-kept-back',
    'information.requested 2026-10-09',
    ['secondOpinionPhysician since 2026-10-08: draft.submitted', 'ownPhysician since 2026-10-09: medicalData.sent'],
    ['informationAsked → ownPhysician'],
  ],
];

describe('what is awkward in a log', () => {
  it.each(awkward)(
    '%s: after %s it waits for whose move it is, and tells who has to know',
    (name, after, waits, told) => {
      const { outcomes } = followed(name, logOf(name).brokeTheRules ? 'record' : 'advance');
      const at = corrected(logOf(name)).findIndex(({ type, on }) => `${type} ${on}` === after);
      const outcome = outcomes[at + 1];
      if (!outcome?.ok) return expect.fail(`${after} was not taken`);
      expect(waitsFor(outcome.case)).toEqual(waits);
      expect(outcome.notices.map(({ about, to }) => `${about} → ${to.role}`)).toEqual(told);
    },
  );
});

describe('the same case in two logs', () => {
  const whole = '01-adopted-across-the-clock-change';
  const ownPhysicians = '12-adopted-as-the-own-physician-sees-it';

  it('holds in the own physician’s record only what that physician reported or learns', () => {
    const common = (name: string) => logOf(name).events.map(({ recordedBy: _, ...event }) => event);
    expect(common(whole)).toEqual(expect.arrayContaining(common(ownPhysicians)));
    expect(logOf(ownPhysicians).opening).toEqual({
      ...logOf(whole).opening,
      caseId: logOf(ownPhysicians).opening.caseId,
      recordOf: 'ownPhysician',
    });
    const { execution } = followed(ownPhysicians).case.file;
    expect(execution).toMatchObject({
      consultation: { scheduled: null, held: null, waived: null },
      information: [],
      draft: null,
      review: null,
      discussion: null,
      advice: null,
    });
  });

  it('stands in the same step from the copy on, and comes to the same decision', () => {
    const fromTheCopyOn = (name: string) => {
      const { outcomes } = followed(name);
      const cases = outcomes.map((outcome) => outcome.case);
      return cases
        .slice(cases.findIndex(({ file }) => file.possession !== null))
        .map(({ step, since, file: { possession, decision, engagement, choice, guidanceContinues, closedOn } }) => {
          // Which text it is, the own physician's record cannot know.
          const copy = { ...possession, advice: undefined };
          return { step, since, copy, decision, engagement, choice, guidanceContinues, closedOn };
        });
    };
    expect(fromTheCopyOn(whole).map(({ step }) => step)).toEqual([
      'completion.considering',
      'completion.decided',
      'concluded',
    ]);
    expect(fromTheCopyOn(ownPhysicians)).toEqual(fromTheCopyOn(whole));
  });
});
