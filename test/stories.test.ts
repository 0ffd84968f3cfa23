import { describe, expect, it } from 'vitest';
import { type Case, deadlines, type Outcome, payer, type Role, replay, waitingOn } from '../src/index.js';
import { timelineFor } from '../src/words/index.js';
import { patience } from './support/histories.js';
import { storyOf, summaryOf } from './support/readers.js';
import {
  another,
  clause,
  daysAfter,
  employee,
  employer,
  first,
  given,
  goingOn,
  handler,
  noticesIn,
  onDay,
  opening,
  own,
  second,
  type Told,
  usual,
  whenOpened,
} from './support/story.js';
import { forEmployee, languages } from './support/words.js';

const requestOn = (on: string, change: object = {}) => ({
  ...opening,
  on,
  contestedAdvice: { ...opening.contestedAdvice, on },
  ...change,
});

const engaging = [
  usual('instrument.discussed'),
  usual('adviceInForce.explained'),
  usual('request.honoured'),
  usual('physicians.chosen'),
  usual('authorisation.signed'),
];
const consulting = [
  usual('application.sent'),
  usual('application.received'),
  usual('application.accepted'),
  usual('consultation.held'),
];
const advising = [
  usual('draft.submitted'),
  usual('advice.discussed'),
  usual('remarks.waived'),
  usual('advice.finalised'),
];

const deadlineOf = (current: Case, term: string) => deadlines(current).find((deadline) => deadline.term === term);
const tells = ({ outcome }: { outcome: Outcome }, ...expected: string[]) =>
  expect(noticesIn(outcome)).toEqual(expected);

/** Everything anybody was told in a story, `topic → role person`. */
const toldIn = (start: object, events: Told[]): string[] => {
  const whole = replay(start, events);
  expect(whole).toMatchObject({ ok: true });
  return whole.ok ? whole.outcomes.flatMap(noticesIn) : [];
};

const toEmployee = 'employee employee-1';
const toOwn = 'ownPhysician physician-own';
const toFirst = 'secondOpinionPhysician physician-first';

clause('L-41', () => {
  describe('the usual way, across the change of the clock in spring', () => {
    const request = [
      ...onDay('2026-03-18', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured'),
      ...onDay('2026-03-20', 'physicians.chosen'),
      ...onDay('2026-03-23', 'authorisation.signed', usual('authorisation.signed', { recipient: second.id })),
      ...onDay('2026-03-25', 'application.sent', 'application.received'),
    ];
    const execution = [
      ...onDay('2026-03-31', 'application.accepted', usual('consultation.scheduled', { for: '2026-04-08' })),
      ...onDay('2026-04-08', usual('consultation.held', { examined: true })),
      ...onDay('2026-04-14', 'draft.submitted'),
      ...onDay('2026-04-15', 'advice.discussed', 'remarks.waived'),
      ...onDay('2026-04-16', 'advice.finalised'),
      ...onDay('2026-04-17', 'forwarding.authorised', 'advice.forwarded'),
    ];
    const completion = onDay('2026-04-20', 'decision.made', 'case.closed');

    it('gives the physician until the end of 1 April, a week of 167 hours', () => {
      const { case: current } = given(opening, request);
      expect(current).toMatchObject({ step: 'execution.awaitingResponse', since: '2026-03-25' });
      expect(deadlineOf(current, 'response')).toMatchObject({
        dueOn: '2026-04-01',
        overdueFrom: '2026-04-01T22:00:00.000Z',
      });
    });

    it('comes to a reasoned decision, and is concluded with the employer paying', () => {
      const { case: current } = given(opening, request, execution, completion);
      expect(current).toMatchObject({ step: 'concluded', since: '2026-04-20', complaints: 'none', deviations: [] });
      expect(current.revision).toBe(request.length + execution.length + completion.length);
      expect(payer(current).payer).toBe('employer');
      expect(deadlines(current)).toEqual([]);
      expect(waitingOn(current)).toEqual([]);
    });

    it('tells everybody what is theirs to know, and the employer nothing', () => {
      expect(toldIn(opening, [...request, ...execution, ...completion])).toEqual([
        `requestMade → ${toOwn}`,
        `requestHonoured → ${toEmployee}`,
        `physiciansChosen → ${toOwn}`,
        `authorisationAsked → ${toEmployee}`,
        `authorisationSigned → ${toOwn}`,
        `authorisationSigned → ${toOwn}`,
        `applicationSent → ${toFirst}`,
        `applicationAccepted → ${toEmployee}`,
        `applicationAccepted → ${toOwn}`,
        `consultationScheduled → ${toEmployee}`,
        `draftSubmitted → ${toEmployee}`,
        `remarksWaived → ${toFirst}`,
        `adviceFinalised → ${toEmployee}`,
        `forwardingAuthorised → ${toFirst}`,
        `adviceForwarded → ${toEmployee}`,
        `adviceForwarded → ${toOwn}`,
        `decisionMade → ${toEmployee}`,
        `caseClosed → ${toEmployee}`,
      ]);
    });

    it('is the same case in record, without deviations', () => {
      const events = [...request, ...execution, ...completion];
      const allowed = replay(opening, events);
      expect(allowed).toMatchObject({ ok: true });
      expect(replay(opening, events, 'record')).toEqual(allowed);
    });
  });
});

clause('B-17', () => {
  describe('no response, across the change of the clock in autumn', () => {
    const start = requestOn('2026-10-19');
    const asked = [
      ...onDay('2026-10-20', ...engaging, usual('authorisation.signed', { recipient: second.id })),
      ...onDay('2026-10-21', 'application.sent', 'application.received'),
    ];
    const passed = onDay('2026-10-29', 'response.overdue');
    const askedNext = onDay(
      '2026-10-29',
      usual('application.sent', { to: second.id }),
      usual('application.received', { by: second.id }),
    );

    it('waits until the end of 28 October, a week of 169 hours', () => {
      const { case: current, when } = given(start, asked);
      expect(deadlineOf(current, 'response')).toMatchObject({
        dueOn: '2026-10-28',
        overdueFrom: '2026-10-28T23:00:00.000Z',
      });
      when(usual('response.overdue', { on: '2026-10-28' })).thenNotAllowed('responseTermHasPassed');
    });

    it('then tells the employee, and turns to the second preference without a new choice', () => {
      const done = given(start, asked).when(usual('response.overdue', { on: '2026-10-29' }));
      done.thenIn('application.preparing');
      expect(noticesIn(done.outcome)).toContain(`physicianUnavailable → ${toEmployee}`);
      const { case: current } = given(start, asked, passed, askedNext);
      expect(deadlineOf(current, 'response')).toMatchObject({
        dueOn: '2026-11-05',
        overdueFrom: '2026-11-05T23:00:00.000Z',
      });
    });

    it('takes no acceptance of 30 October from the first, who no longer has the role', () => {
      given(start, asked, passed, askedNext)
        .when(usual('application.accepted', { on: '2026-10-30' }))
        .thenNotAllowed('actorHoldsRole');
    });
  });
});

clause('B-16', () => {
  const receivedOn = (day: string, extendedBy: string) =>
    given(
      requestOn(day, {
        contract: { ...opening.contract, responseTerm: { from: 'receipt', extendedBy } },
      }),
      onDay(day, ...engaging, 'application.sent', 'application.received'),
    );

  const lastDays = [
    {
      what: 'into summer time',
      day: '2026-03-25',
      extendedBy: 'none',
      dueOn: '2026-04-01',
      overdueFrom: '2026-04-01T22:00:00.000Z',
    },
    {
      what: 'into winter time',
      day: '2026-10-21',
      extendedBy: 'none',
      dueOn: '2026-10-28',
      overdueFrom: '2026-10-28T23:00:00.000Z',
    },
    {
      what: 'on King’s Day',
      day: '2026-04-20',
      extendedBy: 'none',
      dueOn: '2026-04-27',
      overdueFrom: '2026-04-27T22:00:00.000Z',
    },
    {
      what: 'after King’s Day',
      day: '2026-04-20',
      extendedBy: 'algemeneTermijnenwet',
      dueOn: '2026-04-28',
      overdueFrom: '2026-04-28T22:00:00.000Z',
    },
    {
      what: 'on 5 May',
      day: '2026-04-28',
      extendedBy: 'none',
      dueOn: '2026-05-05',
      overdueFrom: '2026-05-05T22:00:00.000Z',
    },
    {
      what: 'after 5 May',
      day: '2026-04-28',
      extendedBy: 'algemeneTermijnenwet',
      dueOn: '2026-05-06',
      overdueFrom: '2026-05-06T22:00:00.000Z',
    },
    {
      what: 'on Ascension Day',
      day: '2026-05-07',
      extendedBy: 'none',
      dueOn: '2026-05-14',
      overdueFrom: '2026-05-14T22:00:00.000Z',
    },
    {
      what: 'after Ascension Day, a day equated by decree and a weekend',
      day: '2026-05-07',
      extendedBy: 'algemeneTermijnenwet',
      dueOn: '2026-05-18',
      overdueFrom: '2026-05-18T22:00:00.000Z',
    },
    {
      what: 'on Christmas Day',
      day: '2026-12-18',
      extendedBy: 'none',
      dueOn: '2026-12-25',
      overdueFrom: '2026-12-25T23:00:00.000Z',
    },
    {
      what: 'after both Christmas days and a Sunday',
      day: '2026-12-18',
      extendedBy: 'algemeneTermijnenwet',
      dueOn: '2026-12-28',
      overdueFrom: '2026-12-28T23:00:00.000Z',
    },
    {
      what: 'on Easter Monday, into summer time',
      day: '2027-03-22',
      extendedBy: 'none',
      dueOn: '2027-03-29',
      overdueFrom: '2027-03-29T22:00:00.000Z',
    },
    {
      what: 'after Easter Monday, into summer time',
      day: '2027-03-22',
      extendedBy: 'algemeneTermijnenwet',
      dueOn: '2027-03-30',
      overdueFrom: '2027-03-30T22:00:00.000Z',
    },
  ];

  describe('the week of the response over holidays, with and without the act', () => {
    it.each(lastDays)('received on $day, it ends on $dueOn: $what', ({ day, extendedBy, dueOn, overdueFrom }) => {
      const { case: current, when } = receivedOn(day, extendedBy);
      expect(deadlines(current)).toMatchObject([{ term: 'response', dueOn, overdueFrom, certainty: 'known' }]);
      when(usual('response.overdue', { on: dueOn })).expect({
        ok: false,
        reason: 'notAllowed',
        unmet: [{ norm: 'responseTermHasPassed', rank: 'pool', clauses: ['L-20'] }],
      });
      when(usual('response.overdue', { on: overdueFrom.slice(0, 10) })).thenNotAllowed('responseTermHasPassed');
      when(usual('response.overdue', { on: daysAfter(dueOn, 1) })).thenIn('application.preparing');
    });

    it('says so where the days equated by decree are not known yet', () => {
      expect(deadlineOf(receivedOn('2029-06-05', 'algemeneTermijnenwet').case, 'response')).toMatchObject({
        dueOn: '2029-06-12',
        certainty: 'decreeDaysUnknown',
      });
      expect(deadlineOf(receivedOn('2029-06-05', 'none').case, 'response')?.certainty).toBe('known');
    });
  });
});

const withoutFile = {
  start: requestOn('2026-01-09'),
  events: [
    ...onDay(
      '2026-01-12',
      'instrument.discussed',
      'adviceInForce.explained',
      'request.honoured',
      'physicians.chosen',
      'authorisation.withheld',
    ),
    ...onDay('2026-01-14', usual('application.sent', { medicalData: false }), 'application.received'),
  ],
};

clause('B-19', () => {
  const { start, events } = withoutFile;

  describe('the authorisation withheld, the second opinion given all the same', () => {
    it('sends no medical data, and gives the physician until 21 January', () => {
      given(start, events.slice(0, -2))
        .when(usual('application.sent', { on: '2026-01-14' }))
        .thenNotAllowed('recipientIsAuthorised');
      expect(deadlineOf(given(start, events).case, 'response')).toMatchObject({
        dueOn: '2026-01-21',
        overdueFrom: '2026-01-21T23:00:00.000Z',
      });
    });

    it('goes the usual way on, with what the general practitioner says by consent', () => {
      const { case: current } = given(
        start,
        events,
        onDay('2026-01-16', 'application.accepted'),
        onDay('2026-01-20', 'consultation.held', 'information.requested'),
        onDay('2026-01-27', 'information.received'),
        onDay('2026-01-30', ...advising),
        onDay('2026-02-02', 'forwarding.authorised', 'advice.forwarded'),
        onDay('2026-02-05', 'decision.made', 'case.closed'),
      );
      expect(current).toMatchObject({ step: 'concluded', deviations: [] });
      expect(current.file.engagement).toMatchObject({ application: { medicalData: false }, medicalDataSentOn: null });
    });
  });
});

clause('L-19', () => {
  const { start, events } = withoutFile;
  const declinedForIt = [...events, ...onDay('2026-01-19', 'application.foundInfeasible')];

  describe('the authorisation withheld, the second opinion not possible without it', () => {
    it('lets the employee reconsider, and sends nothing to the second preference by itself', () => {
      const done = given(start, events).when(usual('application.foundInfeasible', { on: '2026-01-19' }));
      done.thenIn('application.reconsidering');
      tells(done, `applicationFoundInfeasible → ${toEmployee}`, `applicationFoundInfeasible → ${toOwn}`);
    });

    it('asks the same physician again, with a new week, when the employee signs after all', () => {
      const again = [
        ...onDay('2026-01-20', 'authorisation.signed'),
        ...onDay('2026-01-21', 'application.sent', 'application.received'),
      ];
      const { case: current } = given(start, declinedForIt, again);
      expect(current.step).toBe('execution.awaitingResponse');
      expect(deadlineOf(current, 'response')?.dueOn).toBe('2026-01-28');
    });

    it('asks another physician when the employee chooses one', () => {
      const next = onDay('2026-01-20', usual('physicians.chosen', { first: another, second: undefined }));
      given(start, declinedForIt, next)
        .when(usual('application.sent', { to: another.id, medicalData: false, on: '2026-01-21' }))
        .thenIn('execution.awaitingResponse');
    });

    it('tells both physicians, and not the employer, when the employee withdraws', () => {
      const done = given(start, declinedForIt).when(usual('request.withdrawn', { on: '2026-01-20' }));
      done.thenIn('withdrawn');
      tells(done, `requestWithdrawn → ${toOwn}`, `requestWithdrawn → ${toFirst}`);
    });
  });
});

clause('L-34', () => {
  describe('corrections of fact', () => {
    const start = requestOn('2026-05-18');
    const draftedOn = [
      ...onDay('2026-05-20', ...engaging, ...consulting),
      ...onDay('2026-06-09', 'draft.submitted', 'advice.discussed'),
    ];
    const corrected = [...onDay('2026-06-12', 'inaccuracies.reported'), ...onDay('2026-06-16', 'advice.finalised')];

    it('takes the remarks as one reference, and binds the physician to none of them', () => {
      const done = given(start, draftedOn).when(usual('inaccuracies.reported', { on: '2026-06-12' }));
      done.thenIn('execution.finalising');
      tells(done, `inaccuraciesReported → ${toFirst}`);
      given(start, draftedOn, corrected.slice(0, 1))
        .when(usual('advice.finalised', { on: '2026-06-16' }))
        .thenIn('execution.awaitingConsent');
    });

    it('tells the own physician neither of the draft nor of the remarks', () => {
      const [, ...fromDraftOn] = toldIn(start, [...draftedOn, ...corrected]).slice(-4);
      expect(fromDraftOn).toEqual([
        `draftSubmitted → ${toEmployee}`,
        `inaccuraciesReported → ${toFirst}`,
        `adviceFinalised → ${toEmployee}`,
      ]);
    });
  });
});

clause('L-39', () => {
  describe('consent to forward withheld', () => {
    const start = requestOn('2026-08-24');
    const advised = [...onDay('2026-08-26', ...engaging, ...consulting), ...onDay('2026-09-15', ...advising)];
    const kept = [...advised, ...onDay('2026-09-17', 'forwarding.withheld')];

    it('tells the own physician that no copy comes, and no more', () => {
      const { outcome } = given(start, advised).when(usual('forwarding.withheld', { on: '2026-09-17' }));
      tells({ outcome }, `forwardingWithheld → ${toFirst}`, `noCopy → ${toOwn}`);
      const noCopy = outcome.ok ? outcome.notices.find(({ about }) => about === 'noCopy') : undefined;
      expect(Object.keys(noCopy ?? {}).sort()).toEqual(['about', 'clauses', 'from', 'id', 'to']);
    });

    it('expects no transfer without a copy; a complaint is possible', () => {
      given(start, kept)
        .when(usual('transfer.requested', { on: '2026-09-18' }))
        .thenUnexpected();
      given(start, kept)
        .when(usual('complaint.filed', { on: '2026-09-18' }))
        .thenIn('notForwarded');
    });

    it('has no event for the UWV here: the employee goes there outside the case', () => {
      given(start, kept)
        .when(usual('uwvRoute.chosen', { on: '2026-09-18' }))
        .thenUnexpected();
    });

    it('lets the own physician decide once the employee hands their copy over', () => {
      const { case: current } = given(start, kept, onDay('2026-09-28', 'advice.handedOver'));
      expect(current).toMatchObject({ step: 'completion.considering', since: '2026-09-28' });
      goingOn(current)
        .when(usual('decision.made', { on: '2026-10-05' }))
        .thenIn('completion.decided');
    });
  });
});

clause('E-34', () => {
  describe('transfer refused, employer asked, complaint filed', () => {
    const start = requestOn('2026-09-28');
    const events = [
      ...onDay('2026-09-30', ...engaging, ...consulting),
      ...onDay('2026-10-20', ...advising, 'forwarding.authorised', 'advice.forwarded'),
      ...onDay('2026-11-02', usual('decision.made', { adoption: 'none' })),
      ...onDay('2026-11-10', 'transfer.requested'),
      ...onDay('2026-11-16', 'transfer.refused'),
      ...onDay('2026-11-17', 'employer.asked'),
      ...onDay('2026-11-18', usual('complaint.filed', { against: 'noord' })),
      ...onDay('2026-11-24', 'employer.declined'),
    ];

    it('lets the employee ask the employer and complain at once', () => {
      expect(given(start, events.slice(0, -1)).case).toMatchObject({
        step: 'completion.transferRefused',
        employerRoute: 'asked',
        complaints: 'pending',
      });
    });

    it('stays where it was with the answer of the employer, and the employee closes it, the complaint still open', () => {
      const { case: answered } = given(start, events);
      expect(answered).toMatchObject({
        step: 'completion.transferRefused',
        since: '2026-11-16',
        employerRoute: 'answered',
      });
      const closed = goingOn(answered)
        .when(usual('case.closed', { by: employee, on: '2026-11-24' }))
        .thenIn('concluded');
      expect(closed).toMatchObject({ since: '2026-11-24', complaints: 'pending' });
      expect(deadlines(closed).map(({ term }) => term)).toEqual(['complaint']);
    });

    it('closes the complaint by itself later, by somebody not involved', () => {
      const handling = [
        ...onDay('2026-11-25', 'complaint.acknowledged'),
        ...onDay('2026-12-02', 'complaint.progressed'),
      ];
      const { case: current } = given(start, events, handling);
      goingOn(current)
        .when(usual('complaint.answered', { by: own.id, on: '2026-12-10' }))
        .thenNotAllowed('actorHoldsRole', 'handlerIsNotInvolved');
      const done = goingOn(current).when(usual('complaint.answered', { on: '2026-12-10' }));
      expect(done.thenIn('completion.transferRefused').complaints).toBe('answered');
      tells(done, `complaintAnswered → ${toEmployee}`);
    });
  });
});

clause('E-19', () => {
  describe('refused as a repetition, then another advice', () => {
    const earlier = (id: string) => ({
      id,
      question: 'hours-per-week',
      advice: `advice-of-${id}`,
      outcome: 'completed',
    });
    const start = requestOn('2026-05-18', {
      question: 'hours-per-week',
      earlierRequests: [earlier('january'), earlier('march')],
    });
    const repetition = usual('request.refused', {
      grounds: ['repeatedSameQuestion'],
      earlierRequests: ['january', 'march'],
      on: '2026-05-19',
    });

    it('is not refused without reasons in writing', () => {
      given(start, onDay('2026-05-19', 'instrument.discussed'))
        .when({ ...repetition, reasons: undefined })
        .thenNotAllowed('reasonsAreInWriting');
    });

    it('is refused with reasons that name both; the employee is told, and an opinion of their own is at their own cost', () => {
      const done = given(start, onDay('2026-05-19', 'instrument.discussed')).when(repetition);
      tells(done, `requestRefused → ${toEmployee}`);
      expect(payer(done.thenIn('refused')).payer).toBe('nobody');
    });

    it('leaves the request about other advice, of night work, to a case of its own, which is honoured', () => {
      const nightWork = requestOn('2026-05-29', {
        caseId: 'so-2026-0018',
        question: 'night-work',
        earlierRequests: [earlier('january'), earlier('march'), { ...earlier('may'), outcome: 'refused' }],
      });
      given(nightWork, onDay('2026-05-29', 'instrument.discussed'))
        .when({ ...repetition, on: '2026-05-29' })
        .thenNotAllowed('earlierOpinionIsNamed');
      given(nightWork, onDay('2026-05-29', 'instrument.discussed'))
        .when(usual('request.honoured', { on: '2026-05-29' }))
        .thenIn('application.choosing');
    });
  });
});

clause('E-43', () => {
  describe('the way to the UWV', () => {
    const start = requestOn('2026-02-02');
    const advised = onDay('2026-02-03', usual('instrument.discussed', { advised: 'uwvExpertOpinion' }));

    it('ends with the choice of the employee', () => {
      given(start, advised)
        .when(usual('uwvRoute.chosen', { on: '2026-02-03' }))
        .thenIn('uwvRouteChosen');
    });

    it('goes on when the employee still wants a second opinion: the request is honoured, not refused', () => {
      given(start, advised)
        .when(usual('request.refused', { grounds: ['otherInstrumentIsBetter'], on: '2026-02-04' }))
        .thenNotAllowed('groundIsCompelling');
      given(start, advised)
        .when(usual('request.honoured', { on: '2026-02-04' }))
        .thenIn('application.choosing');
    });

    it('opens and renews no case at the request of the employer', () => {
      whenOpened({ ...start, by: employer }).thenNotAllowed('actorHoldsRole');
      given(start, advised, onDay('2026-02-03', 'uwvRoute.chosen'))
        .when(usual('request.renewed', { by: employer, on: '2026-02-04' }))
        .thenNotAllowed('actorHoldsRole');
    });
  });
});

clause('B-39', () => {
  describe('withdrawn after the consultation', () => {
    const start = requestOn('2026-08-17');
    const consulted = [
      ...onDay('2026-08-19', ...engaging, 'application.sent', 'application.received', 'application.accepted'),
      ...onDay('2026-09-07', 'consultation.held'),
    ];

    it('tells both physicians, and the employer nothing but the bill for the work done', () => {
      const done = given(start, consulted).when(usual('request.withdrawn', { on: '2026-09-10' }));
      const current = done.thenIn('withdrawn');
      tells(done, `requestWithdrawn → ${toOwn}`, `requestWithdrawn → ${toFirst}`);
      expect(payer(current).payer).toBe('employer');
    });

    it('leaves no draft, no advice and no copy to come; a complaint is possible', () => {
      const { case: current, when } = given(start, consulted, onDay('2026-09-10', 'request.withdrawn'));
      expect(current.file.execution).toMatchObject({ draft: null, advice: null });
      for (const event of onDay(
        '2026-09-11',
        'draft.submitted',
        'advice.finalised',
        'advice.forwarded',
        'advice.handedOver',
      ))
        when(event).thenUnexpected();
      when(usual('complaint.filed', { on: '2026-09-11' })).thenIn('withdrawn');
    });
  });
});

clause('D-2.14d.6', () => {
  describe('no guidance that continues', () => {
    const start = requestOn('2026-03-18', {
      contestedAdvice: { ...opening.contestedAdvice, task: 'healthExamination' },
      guidanceContinues: false,
    });
    const events = [
      ...engaging,
      ...consulting,
      ...advising,
      usual('forwarding.authorised'),
      usual('advice.forwarded'),
      usual('decision.made'),
    ];

    it('has nothing to transfer, and is concluded after the decision', () => {
      given(start, events).when('transfer.requested').thenNotAllowed('guidanceContinues');
      given(start, events).when('case.closed').thenIn('concluded');
      given(start, events, 'case.closed').when('transfer.requested').thenNotAllowed('guidanceContinues');
    });
  });
});

clause('L-28', () => {
  describe('no proof of identity at the consultation', () => {
    const start = requestOn('2026-03-30');
    const invited = [
      ...onDay('2026-04-01', ...engaging, 'application.sent', 'application.received', 'application.accepted'),
      ...onDay('2026-04-08', usual('consultation.scheduled', { for: '2026-04-20' })),
    ];

    it('holds no consultation, sets a new day, and withdraws nothing', () => {
      given(start, invited)
        .when(usual('consultation.held', { identity: 'notEstablished', on: '2026-04-20' }))
        .thenNotAllowed('identityWasEstablished');
      const again = onDay('2026-04-20', 'consultation.missed', usual('consultation.scheduled', { for: '2026-04-29' }));
      const { case: current, when } = given(start, invited, again);
      expect(current).toMatchObject({ step: 'execution.awaitingConsultation', since: '2026-04-20' });
      when(usual('consultation.held', { on: '2026-04-29' })).thenIn('execution.assessing');
    });
  });
});

clause('B-37', () => {
  describe('a complaint about delay, before the application was sent', () => {
    const start = requestOn('2026-03-30');
    const waiting = onDay('2026-04-01', ...engaging);

    it('leaves the procedure where it is, and lets it go on', () => {
      const { case: current, when } = given(start, waiting, onDay('2026-04-14', 'complaint.filed'));
      expect(current).toMatchObject({ step: 'application.preparing', since: '2026-04-01', complaints: 'pending' });
      when(usual('application.sent', { on: '2026-04-15' })).expect({
        case: { step: 'execution.awaitingResponse', complaints: 'pending' },
      });
    });

    it('waits for the application and for the handler side by side', () => {
      const { case: current } = given(
        start,
        waiting,
        onDay('2026-04-14', 'complaint.filed'),
        onDay('2026-04-15', 'complaint.acknowledged'),
      );
      expect(waitingOn(current)).toEqual([
        { role: 'ownPhysician', person: own.id, events: ['application.sent'], since: '2026-04-01' },
        {
          role: 'complaintHandler',
          person: handler,
          events: ['complaint.progressed', 'complaint.answered'],
          since: '2026-04-14',
          complaint: 'complaint-1',
        },
      ]);
    });
  });
});

clause('B-23', () => {
  describe('a draft without a consultation', () => {
    const onPapers = [
      ...engaging,
      usual('application.sent'),
      usual('application.received'),
      usual('application.accepted'),
    ];

    it('gives its reasons, and goes on from the draft as usual', () => {
      given(onPapers)
        .when(usual('consultation.waived', { reasons: undefined }))
        .thenNotAllowed('waiverHasReasons');
      given(onPapers, 'consultation.waived', advising, 'forwarding.authorised', 'advice.forwarded', 'decision.made')
        .when('case.closed')
        .thenIn('concluded');
    });

    it('is still discussed with the employee', () => {
      const undiscussed = advising.filter(({ type }) => type !== 'advice.discussed');
      given(onPapers, 'consultation.waived', undiscussed, 'forwarding.authorised')
        .when('advice.forwarded')
        .thenNotAllowed('adviceWasDiscussed');
    });
  });
});

clause('B-18a', () => {
  describe('one authorisation for each recipient, instead of one that names both', () => {
    it('lets nobody see from the authorisation of the second who was first', () => {
      const told = toldIn(opening, [
        ...engaging,
        usual('authorisation.signed', { recipient: second.id }),
        usual('application.sent'),
        { ...usual('authorisation.withheld', { recipient: second.id }), by: employee },
      ]);
      expect(told.filter((line) => line.includes(first.id))).toEqual([`applicationSent → ${toFirst}`]);
      expect(told.filter((line) => line.includes(second.id))).toEqual([]);
    });
  });
});

describe('An entry of the story', () => {
  const { events, fields, notices, norms, roles, steps, terms, phrases } = languages.en;
  const told = [
    ...onDay('2026-03-19', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured'),
    ...onDay('2026-03-20', usual('physicians.chosen', { recordedBy: 'planning-1' })),
    ...onDay('2026-03-23', 'application.sent'),
  ];
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const story = (reader: Role | 'host') => storyOf(opening, told, reader, languages.en);

  it('tells the host who did what, with what it carried, where it stands, who is told, by when, and what was not kept', () => {
    expect(story('host').at(-1)).toEqual({
      on: '2026-03-23',
      type: 'application.sent',
      who: roles.ownPhysician,
      recordedBy: null,
      done: `${capital(roles.ownPhysician)} ${events['application.sent'].done}`,
      brief: capital(events['application.sent'].title),
      date: `${terms.response} ${phrases.by} 30 March`,
      details: [`${fields.to}: ${first.id}`, `${fields.medicalData}: ${phrases.yes}`, `${fields.form}: form-1`],
      stands: capital(steps['execution.awaitingResponse'].sentence),
      waitsOn: [
        `${roles.secondOpinionPhysician} (${[
          events['application.received'].todo,
          events['application.accepted'].todo,
          events['application.declined'].todo,
        ].join(', ')} ${phrases.or} ${events['application.foundInfeasible'].todo})`,
      ],
      told: [`${roles.secondOpinionPhysician}: ${notices.applicationSent}`],
      terms: [`${terms.response} ${phrases.by} 30 March 2026`],
      clauses: expect.arrayContaining([
        { id: 'D-2.14d.4', rank: 'law' },
        { id: 'L-22', rank: 'pool' },
        { id: 'E-23', rank: 'commentary' },
        { id: 'B-13', rank: 'choice' },
      ]),
      deviations: [`${phrases.deviation}: ${norms.recipientIsAuthorised.unmet}`],
    });
    expect(story('host').map(({ recordedBy }) => recordedBy)).toEqual([null, null, null, null, 'planning-1', null]);
  });

  it('begins for the host with the request', () => {
    expect(story('host')[0]).toMatchObject({
      type: 'opening',
      who: roles.employee,
      done: `${capital(roles.employee)} ${phrases.requested}`,
      told: [`${roles.ownPhysician}: ${notices.requestMade}`],
      deviations: [],
    });
  });

  it('tells a party only the letters to that party, and neither deviations nor who entered it', () => {
    expect(story('secondOpinionPhysician').at(-1)).toMatchObject({
      who: roles.ownPhysician,
      told: [notices.applicationSent],
      clauses: expect.arrayContaining([{ id: 'L-22', rank: 'pool' }]),
      deviations: [],
      recordedBy: null,
    });
    expect(story('ownPhysician').at(-2)).toMatchObject({ told: [notices.physiciansChosen], recordedBy: null });
    expect(story('employee').at(-2)).toMatchObject({
      details: [`${fields.first}: ${first.id}`, `${fields.second}: ${second.id}`],
      told: [notices.authorisationAsked],
    });
  });

  it('is summed up in sentences: where it stands, who is to act, by when', () => {
    const { case: current } = goingOn(given(told.slice(0, -1)).case).whenDone(told.at(-1)).outcome as { case: Case };
    expect(summaryOf(current, 'host', languages.en).sentence).toBe(
      `${capital(steps['execution.awaitingResponse'].sentence)}. ${capital(phrases.whoseMove)}: ${roles.secondOpinionPhysician}, ${phrases.by} 30 March 2026.`,
    );
  });

  it('begins in one line: a title for professionals, a sentence for the employee', () => {
    expect(story('host')[0]?.brief).toBe(capital(phrases.opened));
    const [begin] = storyOf(opening, told, 'employee', forEmployee.en);
    expect(begin?.brief).toBe(`${capital(forEmployee.en.roles.employee)} ${phrases.requested}`);
  });

  it('says of a discussion that the employee waived just that, in one line too', () => {
    const waived = [
      ...engaging,
      ...consulting,
      usual('draft.submitted'),
      usual('advice.discussed', { waivedByEmployee: true, document: 'waiver-1' }),
    ];
    expect(storyOf(opening, waived, 'host', languages.en).at(-1)).toMatchObject({
      done: capital(phrases.discussionWaived),
      brief: capital(phrases.discussionWaived),
    });
    const held = [...engaging, ...consulting, usual('draft.submitted'), usual('advice.discussed')];
    expect(storyOf(opening, held, 'host', languages.en).at(-1)?.brief).toBe(capital(events['advice.discussed'].title));
  });

  it('lists what an act carried several of, and no more than the reader needs', () => {
    const refused = [
      usual('instrument.discussed'),
      usual('request.refused', { grounds: ['repeatedSameQuestion', 'otherAbuse'] }),
    ];
    const grounds = `${fields.grounds}: ${languages.en.values.grounds.repeatedSameQuestion} ${phrases.and} ${languages.en.values.grounds.otherAbuse}`;
    for (const reader of ['host', 'employee', 'ownPhysician'] as const)
      expect(storyOf(opening, refused, reader, languages.en).at(-1)?.details).toContain(grounds);
  });

  it('rests for the employee on what led from and to, for others on what the act rests on everywhere', () => {
    const sent = story('employee').at(-1)?.clauses ?? [];
    const forThem = story('secondOpinionPhysician').at(-1)?.clauses ?? [];
    expect(sent.map(({ id }) => id)).toEqual(expect.arrayContaining(forThem.map(({ id }) => id)));
    const late = [...told, usual('response.overdue', { on: '2026-03-31' })];
    const own = storyOf(opening, late, 'ownPhysician', languages.en).at(-1)?.clauses ?? [];
    const theirs = storyOf(opening, late, 'employee', languages.en).at(-1)?.clauses ?? [];
    expect(theirs.length).toBeGreaterThan(own.length);
  });

  it('tells whoever learns only what follows every letter at once, without who or what', () => {
    const forwarding = [
      ...engaging,
      ...consulting,
      ...advising,
      usual('forwarding.withheld'),
      usual('noCopy.announced'),
    ];
    expect(storyOf(opening, forwarding, 'ownPhysician', languages.en).at(-1)).toMatchObject({
      type: null,
      who: null,
      done: capital(notices.noCopy),
      brief: capital(notices.noCopy),
    });
  });

  it('tells a complaint handler of complaints, and of the letters that are theirs', () => {
    const complained = [usual('complaint.filed'), usual('complaint.acknowledged'), usual('complaint.answered')];
    expect(
      storyOf(opening, complained, 'complaintHandler', languages.en).map(({ type, told }) => [type, told]),
    ).toEqual([
      ['complaint.filed', []],
      ['complaint.acknowledged', []],
      ['complaint.answered', []],
    ]);
    const desk = { role: 'complaintHandler', person: opening.contract.complaintsProcedure } as const;
    expect(timelineFor(opening, complained.slice(0, 1), desk, languages.en).entries.map(({ told }) => told)).toEqual([
      [notices.complaintFiled],
    ]);
  });
});

describe('The date of an entry', () => {
  const { terms, phrases, fields } = languages.en;
  const withAlarms = {
    ...opening,
    contract: { ...opening.contract, alarms: { engage: 14, decide: 21, complaint: 10 } },
  };
  const datesOf = (start: object, events: Told[], reader: Role | 'host' = 'host') =>
    storyOf(start, events, reader, languages.en).map(({ date }) => date);

  it('is the day on which to look at an open term, and none where nothing new is dated', () => {
    expect(datesOf(withAlarms, [usual('instrument.discussed')])).toEqual([`${phrases.alarm} 1 April`, null]);
    expect(datesOf(opening, [usual('instrument.discussed')])).toEqual([null, null]);
  });

  it('is the earliest of two days on which to look', () => {
    const late = { ...withAlarms, contract: { ...withAlarms.contract, alarms: { engage: 30, complaint: 10 } } };
    expect(datesOf(late, [usual('complaint.filed')])).toEqual([
      `${phrases.alarm} 17 April`,
      `${phrases.alarm} 28 March`,
    ]);
  });

  it('is said again where a term begins anew, and of another term that ends on the same day', () => {
    const sent = onDay('2026-03-23', ...engaging, 'application.sent');
    const received = [...sent, ...onDay('2026-03-24', 'application.received')];
    expect(datesOf(opening, received).at(-1)).toBe(`${terms.response} ${phrases.by} 31 March`);
    const declined = [...sent, ...onDay('2026-03-25', 'application.declined')];
    expect(datesOf(withAlarms, declined).at(-1)).toBe(`${phrases.alarm} 8 April`);
    const filed = [usual('complaint.filed', { on: '2026-03-22' })];
    expect(datesOf(withAlarms, filed)).toEqual([`${phrases.alarm} 1 April`, `${phrases.alarm} 1 April`]);
    const again = [...filed, usual('complaint.filed', { on: '2026-03-24', complaint: 'complaint-2' })];
    expect(datesOf(withAlarms, again).at(-1)).toBe(`${phrases.alarm} 3 April`);
  });

  it('is the end of a term before any day on which to look, and has its year where that is another', () => {
    const start = requestOn('2026-12-20', { contract: withAlarms.contract });
    const sent = onDay('2026-12-28', ...engaging, 'application.sent');
    expect(datesOf(start, sent).at(-1)).toBe(`${terms.response} ${phrases.by} 4 January 2027`);
    expect(datesOf(start, sent)[0]).toBe(`${phrases.alarm} 3 January 2027`);
  });

  it('is the day of the consultation, or that of the measures of an answer to a complaint', () => {
    const scheduled = [
      ...engaging,
      usual('application.sent'),
      usual('application.accepted'),
      usual('consultation.scheduled'),
    ];
    expect(datesOf(opening, scheduled, 'employee').at(-1)).toMatch(new RegExp(`^${phrases.onDay} \\d+ `));
    expect(datesOf(opening, scheduled, 'ownPhysician').at(-1)).toBe(null);
    const answered = [
      usual('complaint.filed'),
      usual('complaint.acknowledged'),
      usual('complaint.answered', { measuresBy: '2026-05-01' }),
    ];
    expect(datesOf(opening, answered).at(-1)).toBe(`${fields.measuresBy} 1 May`);
    expect(
      datesOf(opening, [...answered.slice(0, 2), usual('complaint.answered', { measuresBy: undefined })]).at(-1),
    ).toBe(null);
  });

  it('is said among the terms too, the day on which to look in brackets', () => {
    const terms = storyOf(withAlarms, [], 'host', languages.en)[0]?.terms;
    expect(terms).toEqual([`${languages.en.terms.engage} (${phrases.alarm} 1 April 2026)`]);
    expect(storyOf(opening, [], 'host', languages.en)[0]?.terms).toEqual([languages.en.terms.engage]);
  });
});

describe('The card', () => {
  const { card, phrases, views, values, complaints, steps } = languages.en;
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const caseWith = (events: Told[]): Case => {
    const whole = replay(opening, events);
    if (!whole.ok) throw new Error(JSON.stringify(whole.refusal));
    return whole.case;
  };
  const says = (current: Case, reader: Role | 'host', fact: string) =>
    summaryOf(current, reader, languages.en).card.find((each) => each.fact === fact);
  const sent = [...engaging, usual('application.sent')];
  const advised = [...engaging, ...consulting, ...advising];
  const forwarded = [...advised, usual('forwarding.authorised'), usual('advice.forwarded')];

  it('says whether the own physician has a copy: to the employee, to them and to the host', () => {
    for (const reader of ['employee', 'ownPhysician', 'host'] as const) {
      expect(says(caseWith(advised), reader, 'copy')).toEqual({
        fact: 'copy',
        label: capital(card.copy),
        value: phrases.no,
      });
      expect(says(caseWith(forwarded), reader, 'copy')?.value).toBe(phrases.yes);
    }
    expect(says(caseWith(advised), 'secondOpinionPhysician', 'copy')).toBeUndefined();
    expect(says(caseWith(forwarded), 'secondOpinionPhysician', 'copy')?.value).toBe(phrases.yes);
  });

  it('says what was said of the authorisation, to planning only that something was', () => {
    const chosen = engaging.slice(0, 4);
    for (const reader of ['employee', 'ownPhysician', 'host'] as const) {
      expect(says(caseWith(chosen), reader, 'authorisation')?.value).toBe(values.status.none);
      expect(says(caseWith(sent), reader, 'authorisation')).toEqual({
        fact: 'authorisation',
        label: capital(card.authorisation),
        value: values.status.signed,
      });
    }
    expect(says(caseWith(sent), 'secondOpinionPhysician', 'authorisation')?.value).toBe(values.status.signed);
    expect(
      says(
        caseWith([...chosen, usual('application.sent', { medicalData: false })]),
        'secondOpinionPhysician',
        'authorisation',
      )?.value,
    ).toBe(values.status.none);
    expect(says(caseWith(engaging), 'administration', 'authorisation')).toEqual({
      fact: 'authorisation',
      label: capital(views.authorisationAnswered),
      value: phrases.yes,
    });
    expect(says(caseWith(chosen), 'administration', 'authorisation')?.value).toBe(phrases.no);
  });

  it('has as its day the earliest on which to look, and the same labels for everybody', () => {
    const contract = { ...opening.contract, alarms: { engage: 30, complaint: 10 } };
    const whole = replay({ ...opening, contract }, [usual('complaint.filed')]);
    if (!whole.ok) throw new Error(JSON.stringify(whole.refusal));
    expect(says(whole.case, 'host', 'by')?.value).toBe(`${phrases.alarm} 28 March 2026`);
    for (const reader of ['employee', 'administration', 'host'] as const)
      expect(says(whole.case, reader, 'stands')?.label).toBe(capital(card.stands));
  });

  it('is empty for whom there is nothing to know, and says of complaints only what a handler sees', () => {
    expect(summaryOf(caseWith(sent), 'employer', languages.en).card).toEqual([]);
    const complained = summaryOf(caseWith([...sent, usual('complaint.filed')]), 'complaintHandler', languages.en);
    expect(complained.card[0]).toMatchObject({ fact: 'stands', value: capital(complaints.pending) });
  });

  it('says that the part of the second-opinion physician is over to them alone', () => {
    const closed = caseWith([...forwarded, usual('decision.made'), usual('case.closed')]);
    expect(says(closed, 'secondOpinionPhysician', 'stands')?.value).toBe(capital(phrases.partIsOver));
    expect(says(closed, 'employee', 'stands')?.value).toBe(capital(steps.concluded.sentence));
    expect(says(caseWith(advised), 'secondOpinionPhysician', 'stands')?.value).toBe(
      capital(steps['execution.awaitingConsent'].sentence),
    );
  });
});

describe('A story of many complaints', () => {
  const contract = { ...opening.contract, alarms: { complaint: 10 } };
  const alarmed = { ...opening, contract };
  const complaints = (count: number): Told[] =>
    Array.from({ length: count }, (_, at) =>
      usual('complaint.filed', { complaint: `complaint-${at}`, on: daysAfter('2026-03-19', at) }),
    );
  const lengthFor = (count: number, role: 'host' | 'employee'): number => {
    const reader = role === 'host' ? role : { role, person: employee };
    return JSON.stringify(timelineFor(alarmed, complaints(count), reader, languages.nl)).length;
  };

  it(
    'is no longer for each event than that of few',
    () => {
      const few = lengthFor(100, 'host');
      const many = lengthFor(1_000, 'host');
      expect(many).toBeLessThan(2_500_000);
      expect(many / few).toBeLessThan(11);
      expect(lengthFor(300, 'employee') / lengthFor(100, 'employee')).toBeLessThan(3.3);
    },
    patience,
  );

  it('names the terms that end first, and how many there are besides', () => {
    const last = storyOf(alarmed, complaints(15), 'host', languages.nl).at(-1);
    const { terms } = languages.nl;
    expect(last?.terms.slice(0, 2)).toEqual([
      `${terms.complaint} (signaaldatum 29 maart 2026)`,
      `${terms.complaint} (signaaldatum 30 maart 2026)`,
    ]);
    expect(last?.terms).toHaveLength(13);
    expect(last?.terms.at(-1)).toBe('en 4 meer');
    expect(last?.waitsOn).toHaveLength(2);
  });

  it('counts every complaint that is open, whatever became of others that were filed on the same day', () => {
    const three = Array.from({ length: 45 }, (_, at) =>
      usual('complaint.filed', { complaint: `complaint-${at}`, on: daysAfter('2026-03-19', Math.floor(at / 3)) }),
    );
    const afterwards = [1, 0, 2, 44, 4, 0, 1].map((at) =>
      usual(at % 4 ? 'complaint.acknowledged' : 'complaint.answered', {
        complaint: `complaint-${at}`,
        on: '2026-04-03',
      }),
    );
    const events = [
      ...three,
      ...afterwards,
      usual('complaint.withdrawn', { complaint: 'complaint-3', on: '2026-04-03' }),
    ];
    const story = storyOf(alarmed, events, 'host', languages.nl);
    const { phrases } = languages.nl;
    const wholly = replay(alarmed, events, 'record');
    if (!wholly.ok) throw new Error(JSON.stringify(wholly.refusal));
    for (const [at, { case: current }] of wholly.outcomes.entries()) {
      const days = deadlines(current).map(({ alarmOn }) => alarmOn ?? 'open');
      const distinct = [...new Set(days)];
      const left = distinct.length > 12 ? days.length - 1 - days.indexOf(distinct[11] as string) : 0;
      expect(story[at]?.terms).toHaveLength(Math.min(distinct.length, 12) + (left > 0 ? 1 : 0));
      if (left > 0) expect(story[at]?.terms.at(-1)).toBe(`${phrases.and} ${left} ${phrases.more}`);
      const moves = new Set(waitingOn(current).map(({ role, events }) => `${role} ${events}`));
      expect(story[at]?.waitsOn).toHaveLength(moves.size);
    }
  });
});
