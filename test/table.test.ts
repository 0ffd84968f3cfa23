import { describe, expect, it } from 'vitest';
import { stepSchema } from '../src/case.js';
import { eventTypes, reporters } from '../src/events.js';
import {
  advance,
  type Case,
  type EventType,
  expectedEvents,
  type Outcome,
  type Role,
  record,
  type Step,
} from '../src/index.js';
import {
  another,
  employee,
  employer,
  first,
  handler,
  opening,
  own,
  physician,
  planning,
  second,
  storyTo,
  type Told,
  tell,
  third,
  upTo,
  usual,
} from './support/story.js';

/**
 * For every event: who reports it, and where it leads. A line names the steps it may come in, then where it leads: `→ step`,
 * or `stay` where it is only recorded. A line that begins with `!` is an act against the rules: refused, and followed
 * by `record`. A line that ends with `if …` holds in those circumstances and is refused in the usual course of events. In a
 * step that is not named the event is unexpected.
 */
const table: Record<EventType, { by: Role[]; ways: string[] }> = {
  // application phase
  'instrument.discussed': { by: ['ownPhysician'], ways: ['discussing choosing preparing refused stay'] },
  'adviceInForce.explained': { by: ['ownPhysician'], ways: ['discussing choosing preparing reconsidering stay'] },
  'request.honoured': { by: ['ownPhysician'], ways: ['discussing refused outOfScope → choosing'] },
  'request.refused': { by: ['ownPhysician'], ways: ['discussing → refused', '! choosing preparing → refused'] },
  'request.foundOutOfScope': { by: ['ownPhysician'], ways: ['discussing → outOfScope'] },
  'request.renewed': { by: ['employee'], ways: ['refused outOfScope uwvRouteChosen withdrawn lapsed → discussing'] },
  'uwvRoute.chosen': {
    by: ['employee'],
    ways: ['discussing choosing preparing reconsidering refused outOfScope → uwvRouteChosen'],
  },
  'request.withdrawn': {
    by: ['employee'],
    ways: [
      'discussing choosing preparing reconsidering → withdrawn',
      'awaitingResponse inviting awaitingConsultation assessing reviewing finalising → withdrawn',
      'awaitingConsent forwarding underway → withdrawn',
    ],
  },
  'request.lapsed': {
    by: ['ownPhysician', 'secondOpinionPhysician'],
    ways: ['discussing choosing preparing reconsidering inviting underway → lapsed'],
  },
  'physicians.chosen': { by: ['employee'], ways: ['choosing preparing reconsidering → preparing'] },
  'outsider.notEngaged': { by: ['ownPhysician'], ways: ['preparing → choosing if an outsider was chosen'] },
  'authorisation.signed': {
    by: ['employee'],
    ways: [
      'preparing awaitingResponse inviting awaitingConsultation assessing reviewing finalising underway stay',
      'reconsidering → preparing',
    ],
  },
  'authorisation.withheld': {
    by: ['employee'],
    ways: [
      'preparing awaitingResponse inviting awaitingConsultation assessing reviewing finalising underway stay',
      'reconsidering stay',
    ],
  },
  'authorisation.revoked': {
    by: ['employee'],
    ways: [
      'choosing stay',
      'preparing awaitingResponse inviting awaitingConsultation assessing reviewing finalising underway stay',
      'reconsidering stay',
    ],
  },
  'application.sent': {
    by: ['ownPhysician'],
    ways: ['preparing → awaitingResponse', '! discussing choosing → awaitingResponse'],
  },

  // execution phase
  'application.received': { by: ['secondOpinionPhysician'], ways: ['awaitingResponse stay'] },
  'application.accepted': {
    by: ['secondOpinionPhysician'],
    ways: [
      'awaitingResponse → inviting',
      "awaitingResponse → underway if it is the own physician's record",
      'choosing preparing → inviting if the week has passed',
      "choosing preparing → underway if the week has passed in the own physician's record",
    ],
  },
  'application.declined': {
    by: ['secondOpinionPhysician'],
    ways: [
      'awaitingResponse → preparing',
      'awaitingResponse → choosing if there is no second preference',
      'awaitingResponse → choosing if it is the second who was asked',
    ],
  },
  'response.overdue': {
    by: ['scheduler', 'ownPhysician'],
    ways: [
      'awaitingResponse → preparing',
      'awaitingResponse → choosing if there is no second preference',
      'awaitingResponse → choosing if it is the second who was asked',
    ],
  },
  'application.foundInfeasible': {
    by: ['secondOpinionPhysician'],
    ways: [
      'awaitingResponse inviting awaitingConsultation assessing underway → reconsidering if authorisation was withheld',
    ],
  },
  'engagement.ended': {
    by: ['secondOpinionPhysician'],
    ways: [
      'inviting awaitingConsultation assessing reviewing finalising underway → preparing',
      'inviting awaitingConsultation assessing reviewing finalising underway → choosing if there is no second preference',
    ],
  },
  'medicalData.sent': {
    by: ['ownPhysician'],
    ways: ['awaitingResponse inviting awaitingConsultation assessing underway stay'],
  },
  'consultation.scheduled': {
    by: ['secondOpinionPhysician'],
    ways: ['inviting awaitingConsultation assessing → awaitingConsultation'],
  },
  'consultation.held': {
    by: ['secondOpinionPhysician'],
    ways: ['inviting awaitingConsultation assessing → assessing'],
  },
  'consultation.missed': { by: ['secondOpinionPhysician'], ways: ['awaitingConsultation → inviting'] },
  'consultation.waived': { by: ['secondOpinionPhysician'], ways: ['inviting → assessing'] },
  'information.requested': {
    by: ['secondOpinionPhysician'],
    ways: ['inviting awaitingConsultation assessing stay', 'reviewing finalising → assessing'],
  },
  'information.received': {
    by: ['secondOpinionPhysician'],
    ways: ['inviting awaitingConsultation assessing stay', 'reviewing finalising → assessing'],
  },
  'draft.submitted': { by: ['secondOpinionPhysician'], ways: ['assessing reviewing finalising → reviewing'] },
  'inaccuracies.reported': { by: ['employee'], ways: ['reviewing → finalising'] },
  'remarks.waived': { by: ['employee'], ways: ['reviewing → finalising'] },
  'remarks.timedOut': { by: ['secondOpinionPhysician'], ways: ['reviewing → finalising'] },
  'advice.discussed': {
    by: ['secondOpinionPhysician'],
    ways: ['reviewing finalising awaitingConsent forwarding notForwarded stay'],
  },
  'advice.finalised': {
    by: ['secondOpinionPhysician'],
    ways: ['finalising → awaitingConsent', '! assessing reviewing → awaitingConsent'],
  },
  'forwarding.authorised': { by: ['employee'], ways: ['awaitingConsent forwarding notForwarded → forwarding'] },
  'forwarding.withheld': { by: ['employee'], ways: ['awaitingConsent forwarding → notForwarded'] },
  'forwarding.unanswered': { by: ['secondOpinionPhysician'], ways: ['awaitingConsent → notForwarded'] },
  'noCopy.announced': { by: ['secondOpinionPhysician'], ways: ['underway → notForwarded'] },
  'advice.forwarded': {
    by: ['secondOpinionPhysician'],
    ways: [
      'forwarding underway → considering',
      '! reviewing finalising awaitingConsent notForwarded → considering',
      "notForwarded → considering if it is the own physician's record",
    ],
  },
  'advice.handedOver': {
    by: ['employee'],
    ways: ['awaitingConsent forwarding notForwarded underway → considering'],
  },

  // completion phase
  'decision.made': {
    by: ['ownPhysician'],
    ways: [
      'considering → decided',
      'consideringTransfer awaitingThirdPhysician transferRefused awaitingEmployer concluded stay if the own physician was silent',
      '! notForwarded → decided',
    ],
  },
  'transfer.requested': { by: ['employee'], ways: ['considering decided concluded → consideringTransfer'] },
  'transfer.withdrawn': {
    by: ['employee'],
    ways: [
      'consideringTransfer awaitingThirdPhysician → decided',
      'consideringTransfer awaitingThirdPhysician → considering if the own physician was silent',
      'consideringTransfer awaitingThirdPhysician → concluded if the case was closed before',
    ],
  },
  'transfer.granted': {
    by: ['ownPhysician'],
    ways: ['consideringTransfer awaitingThirdPhysician → awaitingThirdPhysician'],
  },
  'transfer.refused': { by: ['ownPhysician'], ways: ['consideringTransfer awaitingThirdPhysician → transferRefused'] },
  'transfer.accepted': { by: ['thirdPhysician'], ways: ['awaitingThirdPhysician → transferred'] },
  'transfer.declined': { by: ['thirdPhysician'], ways: ['awaitingThirdPhysician stay'] },
  'employer.asked': { by: ['employee'], ways: ['consideringTransfer transferRefused concluded → awaitingEmployer'] },
  'employer.agreed': { by: ['employer'], ways: ['awaitingEmployer → concluded'] },
  'employer.declined': { by: ['employer'], ways: ['awaitingEmployer → concluded'] },
  'case.closed': { by: ['ownPhysician'], ways: ['decided transferRefused awaitingEmployer → concluded'] },

  // at any moment
  'complaint.filed': { by: ['employee'], ways: ['always stay'] },
  'complaint.withdrawn': { by: ['employee'], ways: ['always stay if a complaint is being handled'] },
  'complaint.acknowledged': { by: ['complaintHandler'], ways: ['always stay if a complaint is being handled'] },
  'complaint.progressed': { by: ['complaintHandler'], ways: ['always stay if a complaint is being handled'] },
  'complaint.answered': { by: ['complaintHandler'], ways: ['always stay if a complaint is being handled'] },
  'ownPhysician.replaced': { by: ['administration', 'employer'], ways: ['always stay'] },
  'employer.informed': { by: ['ownPhysician', 'secondOpinionPhysician'], ways: ['always stay'] },
};

type Story = (typeof storyTo)[Step];

const whole = (...events: Told[]): Story => ({ opening, events });
const inOwnRecord = ({ events }: Story): Story => ({ opening: { ...opening, recordOf: 'ownPhysician' }, events });
const and = ({ opening: start, events }: Story, ...more: Told[]): Story => ({
  opening: start,
  events: [...events, ...more],
});

const onlyFirst = usual('physicians.chosen', { second: undefined });
const withoutSecond = ({ opening: start, events }: Story): Story => ({
  opening: start,
  events: events.map((told) => (told.type === 'physicians.chosen' ? onlyFirst : told)),
});
const late = usual('response.overdue', { on: '2026-03-26' });
const toSecond = usual('application.sent', { to: second.id, on: '2026-03-27' });
const weekHasPassed = and(withoutSecond(storyTo['execution.awaitingResponse']), late);
const silent = [...upTo('completion.considering'), usual('transfer.requested')];
const again = [...storyTo.concluded.events, usual('transfer.requested')];

/** The stories in which a line with `if` holds. */
const circumstances: Record<string, (step: Step) => Story | undefined> = {
  'an outsider was chosen': () =>
    whole(...upTo('application.choosing'), usual('physicians.chosen', { first: physician('outsider', 'ver') })),
  "it is the own physician's record": (step) =>
    step === 'notForwarded'
      ? and(storyTo['execution.underway'], usual('noCopy.announced'))
      : inOwnRecord(storyTo[step]),
  'the week has passed': (step) =>
    step === 'application.preparing' ? and(storyTo['execution.awaitingResponse'], late) : weekHasPassed,
  "the week has passed in the own physician's record": (step) =>
    inOwnRecord((circumstances['the week has passed'] as (at: Step) => Story)(step)),
  'there is no second preference': (step) => withoutSecond(storyTo[step]),
  'it is the second who was asked': (step) =>
    and(
      storyTo[step],
      usual('application.declined'),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent', { to: second.id }),
    ),
  'authorisation was withheld': (step) => and(storyTo[step], usual('authorisation.withheld')),
  'the own physician was silent': (step) =>
    ({
      'completion.consideringTransfer': whole(...silent),
      'completion.awaitingThirdPhysician': whole(...silent, usual('transfer.granted')),
      'completion.transferRefused': whole(...silent, usual('transfer.refused')),
      'completion.awaitingEmployer': whole(...silent, usual('transfer.refused'), usual('employer.asked')),
      concluded: whole(...silent, usual('transfer.refused'), usual('employer.asked'), usual('employer.declined')),
    })[step as string],
  'the case was closed before': (step) =>
    ({
      'completion.consideringTransfer': whole(...again),
      'completion.awaitingThirdPhysician': whole(...again, usual('transfer.granted')),
    })[step as string],
  'a complaint is being handled': (step) =>
    and(storyTo[step], usual('complaint.filed'), usual('complaint.acknowledged')),
};

const steps = stepSchema.options;

/** The whole name of a step that the table calls by its last word. */
const stepNamed = (word: string): Step => {
  const [step, ...others] = steps.filter((candidate) => candidate.split('.').at(-1) === word);
  if (!step || others.length > 0) throw new Error(`no step is called ${word}`);
  return step;
};

interface Line {
  from: Step[];
  /** Null: the step stays. */
  to: Step | null;
  forbidden: boolean;
  circumstance: string | null;
}

const line = (text: string): Line => {
  const [, against, words = '', arrow, circumstance = null] =
    /^(! )?([A-Za-z ]+?) (stay|→ [A-Za-z]+)(?: if (.*))?$/.exec(text) ?? [];
  if (!arrow) throw new Error(`cannot read: ${text}`);
  if (circumstance !== null && !circumstances[circumstance]) throw new Error(`no story in which ${circumstance}`);
  return {
    from: words === 'always' ? steps : words.split(' ').map(stepNamed),
    to: arrow === 'stay' ? null : stepNamed(arrow.slice(2)),
    forbidden: against !== undefined,
    circumstance,
  };
};

const linesOf = (type: EventType): Line[] => table[type].ways.map(line);

/** What people usually report, late enough for every term to have passed; the application without medical data (`B-19`). */
const usualOf = Object.fromEntries(
  eventTypes.map((type) => [
    type,
    usual(type, { on: '2026-04-30', ...(type === 'application.sent' ? { medicalData: false } : {}) }),
  ]),
) as Record<EventType, Told>;

const caseOf = ({ opening: start, events }: Story): Case => tell(start, events).case;
const caseIn = Object.fromEntries(steps.map((step) => [step, caseOf(storyTo[step])])) as Record<Step, Case>;

const holderOf = ({ file }: Case, role: Role): string | undefined =>
  ({
    employee,
    ownPhysician: own.id,
    secondOpinionPhysician: file.engagement?.physician,
    thirdPhysician: file.participants.thirdPhysician?.id,
    employer,
    complaintHandler: handler,
    administration: planning,
    scheduler: 'scheduler',
  })[role];

const reportersOf = (current: Case, type: EventType): string[] =>
  table[type].by.flatMap((role) => holderOf(current, role) ?? []);

/** The usual event, reported by who holds its role in this case. */
const suitable = (current: Case, type: EventType): Told => {
  const told = usualOf[type];
  const [reporter = first.id] = reportersOf(current, type);
  return { ...told, by: reporter };
};

const leadsTo = (from: Step, to: Step | null): string => (to === null || to === from ? 'stays' : to);

/** Where an event leads from a case, in the words of the table. */
const found = (current: Case, type: EventType): string => {
  const told = suitable(current, type);
  const outcome = advance(current, told);
  if (outcome.ok) return leadsTo(current.step, outcome.case.step);
  if (outcome.reason === 'unexpected' && !outcome.expected.includes(type)) return '-';
  if (outcome.reason !== 'notAllowed') return JSON.stringify(outcome);
  if (expectedEvents(current).some((expected) => expected.type === type)) return 'refused';
  const done = record(current, told);
  return done.ok && done.deviations.length > 0
    ? `against the rules: ${leadsTo(current.step, done.case.step)}`
    : 'refused';
};

/** What the table says of an event in a step, in the usual course of events. */
const stated = (step: Step, type: EventType): string => {
  const lines = linesOf(type).filter(({ from }) => from.includes(step));
  const usually = lines.find(({ circumstance }) => circumstance === null);
  if (usually) return `${usually.forbidden ? 'against the rules: ' : ''}${leadsTo(step, usually.to)}`;
  return lines.length > 0 ? 'refused' : '-';
};

describe('The table', () => {
  it('has every event of the library, in the same order, reported by the same roles', () => {
    expect(Object.keys(table)).toEqual(eventTypes);
    expect(Object.fromEntries(eventTypes.map((type) => [type, table[type].by]))).toEqual(reporters);
  });

  it('has a usual event of each type', () => {
    expect(Object.keys(usualOf).sort()).toEqual([...eventTypes].sort());
  });

  it('names every step and no way twice', () => {
    for (const type of eventTypes) {
      const ways = linesOf(type).flatMap(({ from, circumstance }) => from.map((step) => `${step} ${circumstance}`));
      expect(new Set(ways).size, type).toBe(ways.length);
    }
    const named = new Set(
      eventTypes.flatMap((type) => linesOf(type).flatMap(({ from, to }) => [...from, to ?? from[0]])),
    );
    expect([...named].sort()).toEqual([...steps].sort());
  });

  it('tells a story to each of the 27 steps', () => {
    expect(steps).toHaveLength(27);
    for (const step of steps) expect(caseIn[step].step).toBe(step);
  });
});

describe('In the usual course of events, from every step', () => {
  it.each(eventTypes)('%s leads where the table says, and is unexpected where it says nothing', (type) => {
    const expected = Object.fromEntries(steps.map((step) => [step, stated(step, type)]));
    const actual = Object.fromEntries(steps.map((step) => [step, found(caseIn[step], type)]));
    for (const step of steps) if (expected[step] === 'refused' && actual[step] === '-') actual[step] = 'refused';
    expect(actual).toEqual(expected);
  });
});

const circumstantial = eventTypes.flatMap((type) =>
  linesOf(type).flatMap(({ from, to, circumstance }) =>
    circumstance === null ? [] : from.map((step) => ({ type, step, to: leadsTo(step, to), circumstance })),
  ),
);

const storyWhere = (circumstance: string, step: Step): Case => {
  const story = circumstances[circumstance]?.(step);
  if (!story) throw new Error(`no story to ${step} in which ${circumstance}`);
  return caseOf(story);
};

describe('In other circumstances', () => {
  it.each(circumstantial)('$type from $step: $to if $circumstance', ({ type, step, to, circumstance }) => {
    const current = storyWhere(circumstance, step);
    expect(current.step).toBe(step);
    expect(found(current, type)).toBe(to);
  });
});

describe('What can happen once only', () => {
  it('a receipt is unexpected after the receipt', () => {
    const current = caseOf(and(storyTo['execution.awaitingResponse'], usual('application.received')));
    expect(found(current, 'application.received')).toBe('-');
  });

  it('an acceptance after the week is unexpected once another was chosen', () => {
    const current = caseOf(
      and(weekHasPassed, usual('physicians.chosen', { first: another, second: undefined, on: '2026-03-27' })),
    );
    expect(advance(current, usual('application.accepted', { on: '2026-03-27' }))).toMatchObject({
      ok: false,
      reason: 'unexpected',
    });
  });

  it('an acceptance after the week is not his to report once the second was sent the application', () => {
    const current = caseOf(
      and(
        storyTo['execution.awaitingResponse'],
        late,
        usual('authorisation.signed', { recipient: second.id }),
        toSecond,
      ),
    );
    expect(advance(current, usual('application.accepted', { on: '2026-03-27' }))).toMatchObject({
      ok: false,
      reason: 'notAllowed',
      unmet: [{ norm: 'actorHoldsRole' }],
    });
  });

  it('a decision is unexpected after the decision', () => {
    for (const step of [
      ...[
        'decided',
        'consideringTransfer',
        'awaitingThirdPhysician',
        'transferRefused',
        'awaitingEmployer',
        'concluded',
      ],
    ])
      expect(found(caseIn[stepNamed(step)], 'decision.made'), step).toBe('-');
  });
});

/** Every case in which an event is possible, allowed or against the rules. */
const possible = (type: EventType): Case[] => [
  ...steps.filter((step) => !['-', 'refused'].includes(stated(step, type))).map((step) => caseIn[step]),
  ...circumstantial.filter((way) => way.type === type).map(({ circumstance, step }) => storyWhere(circumstance, step)),
];

const everybody = [
  ...[employee, employer, planning, handler, 'scheduler', 'stranger-1'],
  ...[own, first, second, third].map(({ id }) => id),
];

const norms = (outcome: Outcome): string[] =>
  (outcome.ok ? outcome.deviations : outcome.reason === 'notAllowed' ? outcome.unmet : []).map(({ norm }) => norm);

describe('Reported by anybody but its role', () => {
  it.each(eventTypes)('%s is not allowed, and when audited changes nothing but the list of deviations', (type) => {
    const cases = possible(type);
    expect(cases.length).toBeGreaterThan(0);
    for (const current of cases) {
      for (const by of everybody.filter((person) => !reportersOf(current, type).includes(person))) {
        const told = { ...usualOf[type], by };
        const here = `${type} in ${current.step} by ${by}`;
        const refusal = advance(current, told);
        expect(refusal, here).toMatchObject({ ok: false, reason: 'notAllowed' });
        expect(norms(refusal), here).toContain('actorHoldsRole');

        const done = record(current, told);
        expect(done, here).toMatchObject({ ok: true, notices: [], case: { step: current.step, file: current.file } });
        expect(norms(done), here).toContain('actorHoldsRole');
      }
    }
  });
});

describe('Reported by any of its roles', () => {
  const shared = eventTypes.filter((type) => table[type].by.length > 1);

  it.each(shared)('%s leads to the same', (type) => {
    for (const current of possible(type)) {
      const reports = reportersOf(current, type).map((by) => advance(current, { ...usualOf[type], by }));
      for (const outcome of reports) {
        expect(outcome.ok, `${type} in ${current.step}`).toBe(true);
        expect(outcome.ok && outcome.case).toEqual(reports[0]?.ok && reports[0].case);
      }
    }
  });
});
