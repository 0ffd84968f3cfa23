import { expect, it } from 'vitest';
import {
  advance,
  type Case,
  deadlines,
  type EventType,
  expectedEvents,
  type Outcome,
  payer,
  type Step,
  waitingOn,
} from '../src/index.js';
import {
  another,
  clause,
  deviationsIn,
  employee,
  first,
  given,
  givenIn,
  goingOn,
  noticesIn,
  opening,
  outsider,
  own,
  planning,
  second,
  storyTo,
  successor,
  type Told,
  third,
  upTo,
  usual,
} from './support/story.js';

const ownRecord = { ...opening, recordOf: 'ownPhysician' };
const awaiting = upTo('execution.awaitingResponse');
const alone = [
  ...upTo('application.choosing'),
  usual('physicians.chosen', { second: undefined }),
  usual('authorisation.signed'),
  usual('application.sent'),
];
const engagedSteps: Step[] = [
  'execution.inviting',
  'execution.awaitingConsultation',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
];
const gatheringSteps: Step[] = ['execution.inviting', 'execution.awaitingConsultation', 'execution.assessing'];

const deadlineIn = (current: Case, term: string) => deadlines(current).find((deadline) => deadline.term === term);
const movesIn = (current: Case) => waitingOn(current).map(({ role, events: types }) => [role, types]);
const toldOf = (about: string, ...whom: ('employee' | 'own' | 'first')[]): string[] =>
  whom.map(
    (one) =>
      `${about} → ${{ employee: 'employee employee-1', own: 'ownPhysician physician-own', first: 'secondOpinionPhysician physician-first' }[one]}`,
  );
const tells = ({ outcome }: { outcome: Outcome }, ...expected: string[]) =>
  expect(noticesIn(outcome)).toEqual(expected);

clause('L-23', () => {
  it('takes the receipt of the application once, and tells nobody', () => {
    const done = given(awaiting).when('application.received');
    done.thenIn('execution.awaitingResponse');
    tells(done);
    given(awaiting, 'application.received').when('application.received').thenUnexpected();
  });

  it('takes the receipt from the physician who was sent it, and from no day before', () => {
    given(awaiting)
      .when(usual('application.received', { by: second.id }))
      .thenNotAllowed('actorHoldsRole');
    given(upTo('application.preparing'), 'authorisation.signed', usual('application.sent', { on: '2026-03-20' }))
      .when(usual('application.received', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('asks for a receipt anew from the next physician', () => {
    const next = [
      usual('application.received'),
      usual('application.declined'),
      usual('application.sent', { to: second.id, medicalData: false }),
    ];
    given(awaiting, next)
      .when(usual('application.received', { by: second.id }))
      .thenIn('execution.awaitingResponse');
  });
});

clause('L-20', () => {
  const until = (...events: Told[]) => deadlineIn(given(awaiting, events).case, 'response')?.dueOn;

  it('gives the physician one week of their own, and says from which instant it has passed', () => {
    expect(deadlines(given(awaiting).case)).toEqual([
      {
        term: 'response',
        owner: 'secondOpinionPhysician',
        person: first.id,
        since: '2026-03-18',
        clauses: ['L-20', 'B-14', 'B-15', 'B-16'],
        dueOn: '2026-03-25',
        overdueFrom: '2026-03-25T23:00:00.000Z',
        alarmOn: null,
        certainty: 'known',
      },
    ]);
  });

  it('counts from the sending until the receipt is reported, and then from the receipt', () => {
    expect(until()).toBe('2026-03-25');
    expect(until(usual('application.received', { on: '2026-03-20' }))).toBe('2026-03-27');
  });

  it('counts from the sending where the contract says so', () => {
    const contract = {
      ...opening.contract,
      responseTerm: { from: 'dispatch', extendedBy: 'none' },
    };
    const { case: current } = given(
      { ...opening, contract },
      awaiting,
      usual('application.received', { on: '2026-03-20' }),
    );
    expect(deadlineIn(current, 'response')?.dueOn).toBe('2026-03-25');
  });

  it.each(['scheduler', own.id])('lets nobody call the response overdue on the last day of the week: %s', (by) => {
    given(awaiting)
      .when(usual('response.overdue', { by, on: '2026-03-25' }))
      .expect({
        ok: false,
        reason: 'notAllowed',
        unmet: [{ norm: 'responseTermHasPassed', rank: 'pool', clauses: ['L-20'] }],
      });
    given(awaiting)
      .when(usual('response.overdue', { by, on: '2026-03-26' }))
      .thenIn('application.preparing');
  });

  it('lets nobody call it overdue on that day where no second preference is left either', () => {
    given(alone)
      .when(usual('response.overdue', { on: '2026-03-25' }))
      .thenNotAllowed('responseTermHasPassed');
    given(alone)
      .when(usual('response.overdue', { on: '2026-03-26' }))
      .thenIn('application.choosing');
  });

  it('counts a response called overdue too early as none', () => {
    const done = given(awaiting).whenDone(usual('response.overdue', { on: '2026-03-25' }));
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(['responseTermHasPassed pool']);
    tells(done);
  });

  it.each([employee, first.id, planning])(
    'leaves the passing of the week to the scheduler and the own physician: %s',
    (by) => {
      given(awaiting)
        .when(usual('response.overdue', { by, on: '2026-03-26' }))
        .thenNotAllowed('actorHoldsRole');
    },
  );

  it('stops with the response, and tells employee and own physician of the acceptance', () => {
    const done = given(awaiting, 'application.received').when('application.accepted');
    const current = done.thenIn('execution.inviting');
    tells(done, ...toldOf('applicationAccepted', 'employee', 'own'));
    expect(deadlineIn(current, 'response')).toBeUndefined();
  });

  it('takes the response from the physician who was asked', () => {
    for (const event of [usual('application.accepted'), usual('application.declined')])
      given(awaiting)
        .when({ ...event, by: second.id })
        .thenNotAllowed('actorHoldsRole');
  });

  it('waits for the response, and no longer for a receipt that was reported', () => {
    const responses = ['application.accepted', 'application.declined', 'application.foundInfeasible'];
    expect(movesIn(given(awaiting).case)).toEqual([['secondOpinionPhysician', ['application.received', ...responses]]]);
    expect(movesIn(given(awaiting, 'application.received').case)).toEqual([['secondOpinionPhysician', responses]]);
  });
});

clause('L-21', () => {
  it.each([
    { event: usual('application.declined'), events: awaiting, about: 'applicationDeclined' },
    { event: usual('engagement.ended'), events: upTo('execution.inviting'), about: 'engagementEnded' },
  ])(
    'turns to the second preference after $event.type, and tells employee and own physician',
    ({ event, events, about }) => {
      const done = given(events).when(event);
      done.thenIn('application.preparing');
      tells(done, ...toldOf(about, 'own'), ...toldOf('physicianUnavailable', 'employee'));
      goingOn(done.thenIn('application.preparing'))
        .when(usual('application.sent', { to: second.id, medicalData: false }))
        .thenIn('execution.awaitingResponse');
    },
  );

  it('sends to the second preference, and not again to the first', () => {
    given(awaiting, 'application.declined')
      .when(usual('application.sent', { medicalData: false }))
      .thenNotAllowed('sentToTheChosen');
  });

  it('gives the second preference a week of their own', () => {
    const next = [
      usual('application.declined', { on: '2026-03-20' }),
      usual('application.sent', { to: second.id, medicalData: false, on: '2026-03-23' }),
    ];
    expect(deadlineIn(given(awaiting, next).case, 'response')?.dueOn).toBe('2026-03-30');
  });
});

clause('L-24', () => {
  const chooseAnother = toldOf('chooseAnotherPhysician', 'employee');

  it('asks the employee to choose again where no preference is left', () => {
    const done = given(alone).when('application.declined');
    done.thenIn('application.choosing');
    tells(done, ...toldOf('applicationDeclined', 'own'), ...chooseAnother);
  });

  it('asks the employee to choose again after the second preference too', () => {
    const done = given(
      awaiting,
      'application.declined',
      usual('application.sent', { to: second.id, medicalData: false }),
    ).when(usual('application.declined', { by: second.id }));
    done.thenIn('application.choosing');
    tells(done, ...toldOf('applicationDeclined', 'own'), ...chooseAnother);
  });

  it('clears both choices on the way', () => {
    given(alone, 'application.declined')
      .when(usual('physicians.chosen', { first: another }))
      .expect({ case: { step: 'application.preparing', file: { choice: { first: another, second } } } });
    given(alone, 'application.declined')
      .whenDone(usual('application.sent', { medicalData: false }))
      .expect({ deviations: [{ norm: 'sentToTheChosen' }] });
  });

  it.each([...engagedSteps, 'execution.underway'] as Step[])(
    'lets the physician return the engagement in %s',
    (step) => {
      const done = givenIn(step).when('engagement.ended');
      done.thenIn('application.preparing');
      tells(done, ...toldOf('engagementEnded', 'own'), ...toldOf('physicianUnavailable', 'employee'));
    },
  );

  it('asks the employee to choose again after a return where no preference is left', () => {
    const done = given(alone, 'application.accepted').when('engagement.ended');
    done.thenIn('application.choosing');
    tells(done, ...toldOf('engagementEnded', 'own'), ...chooseAnother);
  });

  it.each(['execution.awaitingResponse', 'execution.awaitingConsent', 'execution.forwarding'] as Step[])(
    'lets nobody return an engagement in %s',
    (step) => {
      givenIn(step).when('engagement.ended').thenUnexpected();
    },
  );

  it('ends the role of whoever declined or returned', () => {
    for (const story of [
      [...awaiting, usual('application.declined')],
      [...upTo('execution.assessing'), usual('engagement.ended')],
    ])
      given(story).when('application.accepted').thenUnexpected();
    given(awaiting, 'application.declined', usual('application.sent', { to: second.id, medicalData: false }))
      .when('application.accepted')
      .thenNotAllowed('actorHoldsRole');
  });

  it('starts the execution anew with the next physician', () => {
    const next = [
      usual('engagement.ended'),
      usual('application.sent', { to: second.id, medicalData: false }),
      usual('application.accepted', { by: second.id }),
    ];
    const { case: current } = given(upTo('execution.finalising'), next);
    expect(current.step).toBe('execution.inviting');
    goingOn(
      goingOn(current)
        .when(usual('consultation.held', { by: second.id }))
        .thenIn('execution.assessing'),
    )
      .when(usual('advice.finalised', { by: second.id }))
      .thenNotAllowed('draftWasReviewed');
  });
});

clause('B-17', () => {
  it('counts a late yes no more once another was chosen first, also where the silent one became the second preference', () => {
    given(
      ...alone,
      usual('response.overdue', { on: '2026-03-26' }),
      usual('physicians.chosen', { first: another, second: first, on: '2026-03-27' }),
    )
      .when(usual('application.accepted', { on: '2026-03-28' }))
      .thenUnexpected();
  });

  const late = usual('application.accepted', { on: '2026-03-30' });
  const overdueToSecond = [...awaiting, usual('response.overdue', { on: '2026-03-26' })];
  const overdueToNobody = [...alone, usual('response.overdue', { on: '2026-03-26' })];
  const waiting = toldOf('waitingRemainsPossible', 'employee');

  it('turns a week without response into unavailability, and says that waiting is still possible', () => {
    const toSecond = given(awaiting).when(usual('response.overdue', { on: '2026-03-26' }));
    toSecond.thenIn('application.preparing');
    tells(toSecond, ...toldOf('responseOverdue', 'own'), ...toldOf('physicianUnavailable', 'employee'), ...waiting);
    const toNobody = given(alone).when(usual('response.overdue', { on: '2026-03-26' }));
    toNobody.thenIn('application.choosing');
    tells(toNobody, ...toldOf('responseOverdue', 'own'), ...toldOf('chooseAnotherPhysician', 'employee'), ...waiting);
  });

  it.each([
    ['the second preference has the turn', overdueToSecond],
    ['the employee is to choose again', overdueToNobody],
    [
      'the employee chose the same physician again',
      [...overdueToNobody, usual('physicians.chosen', { second: undefined, on: '2026-03-27' })],
    ],
  ])('takes a late acceptance while %s, and tells employee and own physician', (_, story) => {
    const done = given(story).when(late);
    done.thenIn('execution.inviting');
    tells(done, ...toldOf('applicationAccepted', 'employee', 'own'));
  });

  it('lets the employee revoke the authorisation of a silent physician, who still has the file, while choosing another', () => {
    const done = given(alone, 'authorisation.signed', usual('response.overdue', { on: '2026-03-26' })).when(
      usual('authorisation.revoked', { on: '2026-03-27' }),
    );
    const current = done.thenIn('application.choosing');
    tells(
      done,
      ...toldOf('authorisationRevoked', 'own'),
      'authorisationRevoked → secondOpinionPhysician physician-first',
    );
    goingOn(current).when(late).thenIn('execution.inviting');
    goingOn(current)
      .when(late)
      .expect({ case: { file: { authorisations: [{ recipient: first.id, status: 'revoked' }] } } });
  });

  it('takes the late acceptance in the record of the own physician too', () => {
    for (const story of [overdueToSecond, overdueToNobody]) {
      const done = given(ownRecord, story).when(late);
      done.thenIn('execution.underway');
      tells(done, ...toldOf('applicationAccepted', 'employee', 'own'));
    }
  });

  it('takes no late acceptance once another was chosen', () => {
    given(overdueToNobody, usual('physicians.chosen', { first: another, second: undefined, on: '2026-03-27' }))
      .when(late)
      .thenUnexpected();
    given(overdueToSecond, usual('physicians.chosen', { first: another, second: undefined, on: '2026-03-27' }))
      .when(late)
      .thenUnexpected();
  });

  it('takes no late acceptance once another was sent the application', () => {
    given(overdueToSecond, usual('application.sent', { to: second.id, medicalData: false, on: '2026-03-27' }))
      .when(late)
      .thenNotAllowed('actorHoldsRole');
  });

  it('takes no late acceptance from anybody else', () => {
    given(overdueToSecond)
      .when({ ...late, by: second.id })
      .thenNotAllowed('actorHoldsRole');
  });

  it('takes no acceptance in the application phase from a physician who did not time out', () => {
    for (const step of [
      'application.discussing',
      'application.choosing',
      'application.preparing',
      'application.reconsidering',
    ] as Step[])
      givenIn(step).when('application.accepted').thenUnexpected();
  });

  it('leaves the second preference for later when the first accepts late', () => {
    given(overdueToSecond, late)
      .when(usual('engagement.ended', { on: '2026-04-01' }))
      .thenIn('application.preparing');
    given(overdueToNobody, late)
      .when(usual('engagement.ended', { on: '2026-04-01' }))
      .thenIn('application.choosing');
  });
});

clause('B-57', () => {
  const byEmployee = usual('engagement.ended', { by: employee });
  const ended = toldOf('engagementEnded', 'own', 'first');

  it.each([...engagedSteps, 'execution.underway'] as Step[])(
    'lets the employee end in %s what a physician who vanished does not; the second preference is next',
    (step) => {
      const done = givenIn(step).when(byEmployee);
      const current = done.thenIn('application.preparing');
      tells(done, ...ended, ...toldOf('physicianUnavailable', 'employee'));
      goingOn(current)
        .when(usual('application.sent', { to: second.id, medicalData: false }))
        .thenIn('execution.awaitingResponse');
      goingOn(current).when('application.accepted').thenUnexpected();
    },
  );

  it('asks for a new choice where no preference is left', () => {
    const done = given(alone, 'application.accepted').when(byEmployee);
    done.thenIn('application.choosing');
    tells(done, ...ended, ...toldOf('chooseAnotherPhysician', 'employee'));
  });

  it('lets the physician end it as well; whoever does tells the others', () => {
    for (const [by, from, others] of [
      [employee, 'employee', ['ownPhysician', 'secondOpinionPhysician']],
      [first.id, 'secondOpinionPhysician', ['ownPhysician']],
    ] as const) {
      const { outcome } = givenIn('execution.inviting').when({ ...byEmployee, by });
      const letters = outcome.ok ? outcome.notices.filter(({ about }) => about === 'engagementEnded') : [];
      expect(letters.map(({ from, to }) => [from, to.role])).toEqual(others.map((other) => [from, other]));
    }
  });

  it.each(['execution.awaitingConsent', 'execution.forwarding', 'notForwarded'] as Step[])(
    'has nothing to end once the advice is final: %s',
    (step) => {
      givenIn(step).when(byEmployee).thenUnexpected();
    },
  );

  it('lets nobody else end it', () => {
    for (const by of [own.id, planning, second.id])
      givenIn('execution.inviting')
        .when({ ...byEmployee, by })
        .thenNotAllowed('actorHoldsRole');
  });
});

clause('B-81', () => {
  const strangersTurn = given(upTo('application.choosing'), usual('physicians.chosen', { first: outsider })).whenDone(
    usual('application.sent', { to: another.id, medicalData: false }),
  );
  const sent = strangersTurn.thenIn('execution.awaitingResponse');
  const toOutsider = usual('application.sent', { to: outsider.id, medicalData: false, on: '2026-03-30' });
  const chosen = { first: outsider, second, current: 'first' };

  it.each([
    ['declines', [usual('application.declined', { by: another.id })]],
    ['lets the week pass', [usual('response.overdue', { on: '2026-03-26' })]],
    ['gives up', [usual('application.accepted', { by: another.id }), usual('engagement.ended', { by: another.id })]],
  ])('leaves the choice to the employee when a stranger was sent the application and %s', (_, events) => {
    let current = sent;
    for (const event of events) {
      const outcome = advance(current, event);
      current = outcome.ok ? outcome.case : expect.fail(event.type);
    }
    expect(current).toMatchObject({ step: 'application.preparing', file: { choice: chosen } });
    goingOn(current).when(toOutsider).thenIn('execution.awaitingResponse');
  });

  it('leaves the choice and the bill as they are when the stranger accepts', () => {
    const accepted = goingOn(sent)
      .when(usual('application.accepted', { by: another.id }))
      .thenIn('execution.inviting');
    expect(accepted.file.choice).toMatchObject(chosen);
    expect(payer(accepted).payer).toBe('employee');
  });

  it('takes the first preference from nobody when the second was sent the application before its turn', () => {
    const outOfTurn = givenIn('application.preparing').whenDone(
      usual('application.sent', { to: second.id, medicalData: false }),
    );
    const asked = outOfTurn.thenIn('execution.awaitingResponse');
    expect(deviationsIn(outOfTurn.outcome)).toEqual(['sentToTheChosen law']);
    expect(asked.file.choice?.current).toBe('first');
    const declined = goingOn(asked)
      .when(usual('application.declined', { by: second.id }))
      .thenIn('application.preparing');
    const toFirst = goingOn(declined)
      .when(usual('application.sent', { medicalData: false }))
      .thenIn('execution.awaitingResponse');
    goingOn(toFirst).when('application.declined').thenIn('application.choosing');
  });

  it('gives the second preference the turn when they accept before it', () => {
    const asked = givenIn('application.preparing')
      .whenDone(usual('application.sent', { to: second.id, medicalData: false }))
      .thenIn('execution.awaitingResponse');
    const accepted = goingOn(asked)
      .when(usual('application.accepted', { by: second.id }))
      .thenIn('execution.inviting');
    expect(accepted.file.choice?.current).toBe('second');
  });
});

clause('B-82', () => {
  const byStranger = usual('application.foundInfeasible', { by: another.id });
  const forStranger = usual('authorisation.signed', { recipient: another.id });
  const toStranger = usual('application.sent', { to: another.id, medicalData: false });
  const infeasible = (step: Step) =>
    goingOn(givenIn(step).whenDone(toStranger).thenIn('execution.awaitingResponse'))
      .when(byStranger)
      .thenIn('application.reconsidering');

  it('waits for a choice where a stranger found it infeasible and nobody is chosen, also once the employee signed', () => {
    const signed = goingOn(infeasible('application.choosing')).when(forStranger).thenIn('application.reconsidering');
    expect(movesIn(signed)).toEqual([['employee', ['physicians.chosen', 'uwvRoute.chosen', 'request.withdrawn']]]);
    expect(expectedEvents(signed).map(({ type }) => type)).not.toContain('application.sent');
    goingOn(signed)
      .when(usual('application.sent', { to: another.id }))
      .thenUnexpected();
    goingOn(signed).when('physicians.chosen').thenIn('application.preparing');
  });

  const replacedBy = (physician: object) => usual('ownPhysician.replaced', { physician, consent: 'consent-3' });

  it.each([
    ['was the own physician since', [replacedBy(first), replacedBy(third)], 'actorsAreDistinct'],
    [
      'is now a colleague of the own physician',
      [replacedBy({ ...successor, organisations: first.organisations })],
      'physicianIsOfAnotherService',
    ],
  ] as [string, Told[], string][])('waits for a new choice where whoever was chosen %s', (_, events, norm) => {
    const { case: current } = given(upTo('application.preparing'), 'authorisation.signed', events);
    expect(movesIn(current)).toEqual([['employee', ['physicians.chosen']]]);
    const sending = expectedEvents(current).find(({ type }) => type === 'application.sent');
    expect(sending?.unmet.map((unmet) => unmet.norm)).toEqual([norm]);
  });

  it('goes on to whoever was chosen where somebody is', () => {
    const signed = goingOn(infeasible('application.preparing')).when(forStranger).thenIn('application.preparing');
    expect(expectedEvents(signed).find(({ type }) => type === 'application.sent')?.unmet).toEqual([]);
    goingOn(signed)
      .when(usual('application.sent', { medicalData: false }))
      .thenIn('execution.awaitingResponse');
  });
});

clause('B-87', () => {
  const twice = given(upTo('application.choosing'))
    .whenDone(usual('physicians.chosen', { second: first }))
    .thenIn('application.preparing');
  const sent = goingOn(twice)
    .when(usual('application.sent', { medicalData: false }))
    .thenIn('execution.awaitingResponse');

  it.each([
    ['declined', [usual('application.declined')]],
    ['let the week pass', [usual('response.overdue', { on: '2026-03-26' })]],
    ['gave up', [usual('application.accepted'), usual('engagement.ended')]],
  ])('asks nobody again who %s, although they were both preferences', (_, events) => {
    const current = events.reduce((before: Case, event) => {
      const outcome = advance(before, event);
      return outcome.ok ? outcome.case : expect.fail(event.type);
    }, sent);
    expect(current).toMatchObject({ step: 'application.choosing', file: { choice: null } });
  });

  it('takes a late no of whoever was chosen again after their week, who then is not next', () => {
    const overdue = usual('response.overdue', { on: '2026-03-26' });
    const late = usual('application.declined', { on: '2026-03-28' });
    const again = (more: object) => usual('physicians.chosen', { on: '2026-03-27', ...more });
    const atOnce = given(alone, overdue, again({ second: undefined })).when(late);
    expect(atOnce.thenIn('application.choosing').file.choice).toBeNull();
    tells(atOnce, ...toldOf('applicationDeclined', 'own'), ...toldOf('chooseAnotherPhysician', 'employee'));
    const beside = given(alone, overdue, again({ second })).when(late);
    expect(beside.thenIn('application.preparing').file.choice?.current).toBe('second');
    tells(beside, ...toldOf('applicationDeclined', 'own'), ...toldOf('physicianUnavailable', 'employee'));
  });
});

clause('B-88', () => {
  const overdue = usual('response.overdue', { on: '2026-03-26' });
  const toSecond: [string, Told[], Step] = [
    'the second preference is next',
    [...awaiting, overdue],
    'application.preparing',
  ];
  const toNobody: [string, Told[], Step] = ['nobody is', [...alone, overdue], 'application.choosing'];
  const bothWays = [toSecond, toNobody];
  const withheldBefore = (story: Told[]) => [...story.slice(0, -1), usual('authorisation.withheld'), overdue];
  const inTheWeek = (type: EventType, more: object = {}) => usual(type, { on: '2026-03-24', ...more });

  it.each(bothWays)('takes a no of within the week after it, where %s; what the week ended stays', (_, story, step) => {
    const { when, case: before } = given(story);
    const done = when(inTheWeek('application.declined'));
    const current = done.thenIn(step);
    expect(current.file.choice).toEqual(before.file.choice);
    expect(current.file.engagement).toBeNull();
    expect(current.file.request.engageFrom).toBe('2026-03-26');
    expect(noticesIn(done.outcome)).toContain('applicationDeclined → ownPhysician physician-own');
    goingOn(current).when('application.accepted').thenUnexpected();
  });

  it.each(bothWays)('takes a judgement that it is infeasible after it, where %s', (_, story, step) => {
    const { when, case: before } = given(withheldBefore(story));
    const done = when(inTheWeek('application.foundInfeasible'));
    const current = done.thenIn(step);
    expect(current.file.choice).toEqual(before.file.choice);
    expect(current.file.engagement).toBeNull();
    tells(done, ...toldOf('applicationFoundInfeasible', 'employee', 'own'));
  });

  it.each(bothWays)('takes a receipt after it once, where %s', (_, story, step) => {
    const done = given(story).when(inTheWeek('application.received'));
    const current = done.thenIn(step);
    expect(current.file.engagement).toMatchObject({ receivedOn: '2026-03-24', timedOutOn: '2026-03-26' });
    tells(done);
    goingOn(current).when(inTheWeek('application.received')).thenUnexpected();
    goingOn(current)
      .when(usual('application.accepted', { on: '2026-03-30' }))
      .thenIn('execution.inviting');
  });

  it.each(bothWays)('does so in the record of the own physician too, where %s', (_, story, step) => {
    given(ownRecord, story).when(inTheWeek('application.declined')).thenIn(step);
    given(ownRecord, story).when(inTheWeek('application.received')).thenIn(step);
    given(ownRecord, withheldBefore(story)).when(inTheWeek('application.foundInfeasible')).thenIn(step);
  });

  it('does so in the record of the second-opinion physician, to whom their part stays over', () => {
    const theirs = {
      ...opening,
      by: own.id,
      recordOf: 'secondOpinionPhysician',
      application: { to: first.id, form: 'form-1', medicalData: false },
    };
    for (const type of ['application.declined', 'application.foundInfeasible', 'application.received'] as const) {
      given(theirs, overdue).when(inTheWeek(type)).thenIn('concluded');
      given(theirs, 'application.declined').when(type).thenUnexpected();
    }
  });

  it('takes none from a physician who found it infeasible and was chosen again', () => {
    const chosenAgain = given(storyTo['application.reconsidering'].events, 'physicians.chosen');
    for (const type of ['application.declined', 'application.foundInfeasible', 'application.received'] as const)
      chosenAgain.when(type).thenUnexpected();
  });

  it.each(['application.declined', 'application.foundInfeasible', 'application.received'] as const)(
    'takes no %s once another was chosen or sent it',
    (type) => {
      const chosen = usual('physicians.chosen', { first: another, on: '2026-03-27' });
      given(withheldBefore(toNobody[1]), chosen).when(inTheWeek(type)).thenUnexpected();
      given(toSecond[1], usual('application.sent', { to: second.id, medicalData: false, on: '2026-03-27' }))
        .when(usual(type, { on: '2026-03-28' }))
        .thenNotAllowed('actorHoldsRole');
    },
  );

  it('lets no day of it lie before the sending', () => {
    const sentLater = [
      ...upTo('application.preparing'),
      usual('application.sent', { medicalData: false, on: '2026-03-20' }),
    ];
    for (const type of ['application.declined', 'application.foundInfeasible', 'application.received'] as const)
      given(sentLater, usual('response.overdue', { on: '2026-03-28' }))
        .when(usual(type, { on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
  });
});

clause('L-19', () => {
  const judging: Step[] = [
    'execution.awaitingResponse',
    'execution.inviting',
    'execution.awaitingConsultation',
    'execution.assessing',
    'execution.underway',
  ];
  const withheldFor = (step: Step) => given(storyTo[step].opening, storyTo[step].events, 'authorisation.withheld');

  it.each(judging)('lets the physician judge in %s that it cannot be done without the file', (step) => {
    const done = withheldFor(step).when('application.foundInfeasible');
    const current = done.thenIn('application.reconsidering');
    tells(done, ...toldOf('applicationFoundInfeasible', 'employee', 'own'));
    expect(deadlines(current)).toEqual([]);
  });

  it.each(['execution.reviewing', 'execution.finalising'] as Step[])('judges no more in %s', (step) => {
    withheldFor(step).when('application.foundInfeasible').thenUnexpected();
  });

  it.each([
    ['revoked', [usual('authorisation.signed'), usual('authorisation.revoked')]],
    ['signed for a part only', [usual('authorisation.signed', { scope: 'scope-1' })]],
  ])('lets them judge so too where the authorisation was %s', (_, answers) => {
    given(awaiting, answers).when('application.foundInfeasible').thenIn('application.reconsidering');
  });

  it.each([
    ['signed without limits', [usual('authorisation.signed')]],
    [
      'signed without limits after all',
      [usual('authorisation.signed', { scope: 'scope-1' }), usual('authorisation.signed')],
    ],
    ['withheld for another', [usual('authorisation.withheld', { recipient: second.id })]],
  ])('leaves them no such judgement where the authorisation was %s', (_, answers) => {
    given(awaiting, answers).when('application.foundInfeasible').thenNotAllowed('dataAreMissing');
  });

  it('lets them judge so too where nobody ever asked for the authorisation: no authorisation is no data', () => {
    const done = given(upTo('application.preparing'), usual('application.sent', { medicalData: false })).whenDone(
      'application.foundInfeasible',
    );
    done.thenIn('application.reconsidering');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('records such a judgement as a deviation from the steps of the pool', () => {
    const done = given(awaiting).whenDone('application.foundInfeasible');
    done.thenIn('application.reconsidering');
    expect(deviationsIn(done.outcome)).toEqual(['dataAreMissing pool']);
  });

  it('asks them anew, with a new week, once the employee has signed', () => {
    const signedAfterAll = [
      usual('authorisation.withheld'),
      usual('application.foundInfeasible'),
      usual('authorisation.signed'),
      usual('application.sent', { on: '2026-03-23' }),
    ];
    const { case: current } = given(upTo('execution.inviting'), signedAfterAll);
    expect(current.step).toBe('execution.awaitingResponse');
    expect(deadlineIn(current, 'response')?.dueOn).toBe('2026-03-30');
    goingOn(current)
      .when(usual('application.received', { on: '2026-03-24' }))
      .thenIn('execution.awaitingResponse');
  });
});

clause('B-18b', () => {
  const inExecution = (Object.keys(storyTo) as Step[]).filter((step) => step.startsWith('execution.'));

  it.each(inExecution)(
    'lets the own physician send medical data in %s, to whom the whole execution looks alike',
    (step) => {
      givenIn(step).when('medicalData.sent').thenIn(step);
    },
  );

  it.each(['application.preparing', 'application.reconsidering', 'completion.considering', 'notForwarded'] as Step[])(
    'takes no medical data in %s',
    (step) => {
      givenIn(step).when('medicalData.sent').thenUnexpected();
    },
  );

  it('sends medical data to the authorised physician in the role only', () => {
    given(awaiting, 'authorisation.revoked').when('medicalData.sent').thenNotAllowed('recipientIsAuthorised');
    given(awaiting, usual('authorisation.signed', { recipient: second.id }))
      .when(usual('medicalData.sent', { to: second.id }))
      .thenNotAllowed('sentToTheChosen');
    given(awaiting)
      .when(usual('medicalData.sent', { to: second.id }))
      .thenNotAllowed('sentToTheChosen', 'recipientIsAuthorised');
    given(awaiting)
      .when(usual('medicalData.sent', { by: planning }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('sends them to whoever was asked, also where another was chosen', () => {
    const asked = given(upTo('application.preparing'), usual('authorisation.signed', { recipient: third.id })).whenDone(
      usual('application.sent', { to: third.id }),
    );
    const current = asked.thenIn('execution.awaitingResponse');
    expect(advance(current, usual('medicalData.sent', { to: third.id })).ok).toBe(true);
    goingOn(current)
      .when(usual('medicalData.sent', { to: first.id }))
      .thenNotAllowed('sentToTheChosen', 'recipientIsAuthorised');
  });

  it('has them sent to nobody in the role where they went to another', () => {
    const unsent = given(
      upTo('application.preparing'),
      usual('application.sent', { medicalData: false }),
      usual('authorisation.signed', { recipient: third.id }),
    );
    const done = unsent.whenDone(usual('medicalData.sent', { to: third.id }));
    expect(done.thenIn('execution.awaitingResponse').file.engagement?.medicalDataSentOn).toBeNull();
    tells(done);
    expect(deviationsIn(done.outcome)).toEqual(['sentToTheChosen law', 'recipientIsAuthorised law']);
  });

  it('records medical data sent after a revocation as a deviation from the law', () => {
    const done = given(awaiting, 'authorisation.revoked').whenDone('medicalData.sent');
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(['recipientIsAuthorised law']);
  });
});

clause('B-53', () => {
  const unsent = [
    ...upTo('application.preparing'),
    usual('authorisation.signed'),
    usual('application.sent', { medicalData: false, on: '2026-03-20' }),
  ];
  const onwards = [
    usual('application.accepted', { on: '2026-03-20' }),
    usual('consultation.scheduled', { on: '2026-03-20' }),
    usual('consultation.held', { on: '2026-03-20' }),
    usual('draft.submitted', { on: '2026-03-20' }),
    usual('remarks.waived', { on: '2026-03-20' }),
  ];
  const dataOwed = (current: Case) => waitingOn(current).filter(({ role }) => role === 'ownPhysician');
  const owedSince = (since: string) => [{ role: 'ownPhysician', person: own.id, events: ['medicalData.sent'], since }];

  it.each(onwards.map((_, count) => onwards.slice(0, count)).concat([onwards]))(
    'waits for the data that an authorised physician has not had, in every step before the advice',
    (...events) => {
      expect(dataOwed(given(unsent, events).case)).toEqual(owedSince('2026-03-20'));
    },
  );

  it('waits for them in the record of the own physician too', () => {
    expect(dataOwed(given(ownRecord, unsent, onwards.slice(0, 1)).case)).toEqual(owedSince('2026-03-20'));
  });

  it('waits for them since the signature where that is the later', () => {
    const signed = usual('authorisation.signed', { on: '2026-03-23' });
    expect(dataOwed(given(unsent, signed).case)).toEqual(owedSince('2026-03-23'));
  });

  it.each([
    ['the data were sent', usual('medicalData.sent', { on: '2026-03-24' })],
    ['the employee revoked the authorisation', usual('authorisation.revoked', { on: '2026-03-24' })],
  ])('waits for none once %s', (_, event) => {
    expect(dataOwed(given(unsent, event).case)).toEqual([]);
  });

  it('waits for none that went along, and for none to somebody else', () => {
    expect(dataOwed(given(awaiting).case)).toEqual([]);
    const forSecond = usual('authorisation.signed', { recipient: second.id });
    const withoutData = usual('application.sent', { medicalData: false });
    expect(dataOwed(given(upTo('application.preparing'), forSecond, withoutData).case)).toEqual([]);
  });

  it('waits for none once the advice is final', () => {
    const finalised = usual('advice.finalised', { on: '2026-03-20' });
    expect(dataOwed(given(unsent, onwards, finalised).case)).toEqual([]);
  });

  it.each([0, 1, 2, 3])('lets the physician find it infeasible without them, whoever kept them back: %s', (count) => {
    given(unsent, onwards.slice(0, count))
      .when(usual('application.foundInfeasible', { on: '2026-03-20' }))
      .thenIn('application.reconsidering');
  });

  it('takes that judgement in the record of the own physician too', () => {
    given(ownRecord, unsent, onwards.slice(0, 1))
      .when(usual('application.foundInfeasible', { on: '2026-03-20' }))
      .thenIn('application.reconsidering');
  });

  const reconsidered = [...unsent, usual('application.foundInfeasible', { on: '2026-03-20' })];
  const again = (more: object = {}) => usual('application.sent', { on: '2026-03-24', ...more });

  it('lets the own physician send it again with the data, which starts a new week', () => {
    const done = given(reconsidered).when(again());
    const current = done.thenIn('execution.awaitingResponse');
    tells(done, ...toldOf('applicationSent', 'first'));
    expect(deadlineIn(current, 'response')?.dueOn).toBe('2026-03-31');
  });

  it('sends nothing again without them', () => {
    given(reconsidered)
      .when(again({ medicalData: false }))
      .thenUnexpected();
  });

  it('waits for the own physician to do so, beside the employee', () => {
    expect(movesIn(given(reconsidered).case)).toEqual([
      ['employee', ['physicians.chosen', 'uwvRoute.chosen', 'request.withdrawn']],
      ['ownPhysician', ['application.sent']],
    ]);
    const { case: withheld } = given(
      upTo('application.preparing'),
      'authorisation.withheld',
      usual('application.sent', { medicalData: false }),
      'application.foundInfeasible',
    );
    expect(movesIn(withheld).map(([role]) => role)).toEqual(['employee']);
    goingOn(withheld).when(again()).thenUnexpected();
  });

  it('tells the second-opinion physician that the data were sent', () => {
    tells(given(unsent).when(usual('medicalData.sent', { on: '2026-03-24' })), ...toldOf('medicalDataSent', 'first'));
    tells(given(unsent).whenDone(usual('medicalData.sent', { to: second.id, on: '2026-03-24' })));
  });
});

clause('B-84', () => {
  const unmetOfSending = (current: Case) =>
    expectedEvents(current)
      .find(({ type }) => type === 'medicalData.sent')
      ?.unmet.map(({ norm }) => norm);

  it.each([
    ['nothing was said of it', []],
    ['it was withheld', [usual('authorisation.withheld')]],
    ['it was revoked', [usual('authorisation.signed'), usual('authorisation.revoked')]],
    ['it was signed for another', [usual('authorisation.signed', { recipient: second.id })]],
  ])('shows that the authorisation is missing where %s', (_, events) => {
    const { case: current } = given(
      upTo('application.preparing'),
      events,
      usual('application.sent', { medicalData: false }),
    );
    expect(unmetOfSending(current)).toEqual(['recipientIsAuthorised']);
  });

  it('shows nothing in the way where it was signed', () => {
    expect(unmetOfSending(given(awaiting).case)).toEqual([]);
  });
});

clause('B-54', () => {
  const ofOwn = (more: object = {}) =>
    usual('information.requested', { source: 'ownPhysician', on: '2026-03-23', ...more });
  const dataOwed = (current: Case) => waitingOn(current).filter(({ role }) => role === 'ownPhysician');

  it.each([...gatheringSteps, 'execution.reviewing', 'execution.finalising'] as Step[])(
    'tells the own physician in %s what they are asked, and waits for it from then on',
    (step) => {
      const done = givenIn(step).when(ofOwn());
      tells(done, ...toldOf('informationAsked', 'own'));
      expect(done.outcome.ok && dataOwed(done.outcome.case)).toEqual([
        { role: 'ownPhysician', person: own.id, events: ['medicalData.sent'], since: '2026-03-23' },
      ]);
    },
  );

  it.each([
    ['they sent it', usual('medicalData.sent', { on: '2026-03-24' })],
    ['it was received', usual('information.received', { source: 'ownPhysician', on: '2026-03-24' })],
    ['the authorisation was revoked', usual('authorisation.revoked', { on: '2026-03-24' })],
  ])('waits for nothing once %s', (_, event) => {
    expect(dataOwed(given(upTo('execution.inviting'), ofOwn(), event).case)).toEqual([]);
  });

  it('goes on waiting when a draft comes before the answer', () => {
    const drafted = given(upTo('execution.assessing'), ofOwn(), usual('draft.submitted', { on: '2026-03-24' }));
    expect(dataOwed(drafted.case)).toMatchObject([{ since: '2026-03-23' }]);
  });

  it('waits again for a question after the answer, and not for one to somebody else', () => {
    for (const answer of [
      usual('medicalData.sent', { on: '2026-03-24' }),
      usual('information.received', { source: 'ownPhysician', on: '2026-03-24' }),
    ]) {
      const { case: current } = given(upTo('execution.inviting'), ofOwn(), answer, ofOwn({ on: '2026-03-25' }));
      expect(dataOwed(current)).toMatchObject([{ since: '2026-03-25' }]);
    }
    const ofAnother = usual('information.requested', { on: '2026-03-23' });
    expect(dataOwed(given(upTo('execution.inviting'), ofAnother).case)).toEqual([]);
  });

  it.each(['employer', 'workplace'])(
    'tells the employer of a question to the %s, with consent, and no more',
    (source) => {
      const done = givenIn('execution.inviting').when(usual('information.requested', { source }));
      done.expect({
        notices: [
          {
            from: 'secondOpinionPhysician',
            to: { role: 'employer', person: 'employer-1' },
            about: 'informationAsked',
            clauses: ['L-31', 'E-24', 'B-54'],
          },
        ],
      });
    },
  );

  it.each(['employer', 'workplace'])('tells them nothing of a question to the %s that lacked consent', (source) => {
    tells(givenIn('execution.inviting').whenDone(usual('information.requested', { source, consent: undefined })));
  });
});

clause('L-27', () => {
  it.each(gatheringSteps)('invites the employee in %s, and tells them', (step) => {
    const done = givenIn(step).when('consultation.scheduled');
    done.thenIn('execution.awaitingConsultation');
    tells(done, ...toldOf('consultationScheduled', 'employee'));
  });

  it.each(gatheringSteps)('takes a consultation that was held in %s', (step) => {
    const done = givenIn(step).when('consultation.held');
    done.thenIn('execution.assessing');
    tells(done);
  });

  it('invites again after a consultation that was missed', () => {
    const done = givenIn('execution.awaitingConsultation').when('consultation.missed');
    done.thenIn('execution.inviting');
    tells(done, ...toldOf('consultationMissed', 'employee'));
    givenIn('execution.inviting').when('consultation.missed').thenUnexpected();
  });

  it('waits for the physician, until the advice comes', () => {
    const waits = (step: Step) => movesIn(givenIn(step).case);
    expect(waits('execution.inviting')).toEqual([
      ['secondOpinionPhysician', ['consultation.scheduled', 'consultation.held', 'consultation.waived']],
    ]);
    expect(waits('execution.awaitingConsultation')).toEqual([
      ['secondOpinionPhysician', ['consultation.held', 'consultation.missed']],
    ]);
    expect(waits('execution.assessing')).toEqual([['secondOpinionPhysician', ['draft.submitted']]]);
  });

  it('lets nobody but the physician in the role invite', () => {
    givenIn('execution.inviting')
      .when(usual('consultation.scheduled', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('takes no consultation from before the acceptance', () => {
    given(awaiting, usual('application.accepted', { on: '2026-03-20' }))
      .when(usual('consultation.held', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('L-28', () => {
  it.each(['document', 'otherwise'])('takes an identity established by %s', (identity) => {
    givenIn('execution.inviting').when(usual('consultation.held', { identity })).thenIn('execution.assessing');
  });

  it('holds no consultation with somebody whose identity was not established', () => {
    givenIn('execution.inviting')
      .when(usual('consultation.held', { identity: 'notEstablished' }))
      .thenNotAllowed('identityWasEstablished');
  });

  it('records such a consultation as a deviation from the steps of the pool', () => {
    const done = givenIn('execution.inviting').whenDone(usual('consultation.held', { identity: 'notEstablished' }));
    done.thenIn('execution.assessing');
    expect(deviationsIn(done.outcome)).toEqual(['identityWasEstablished pool']);
  });
});

clause('B-23', () => {
  it('lets the physician do without a consultation, with reasons', () => {
    const done = givenIn('execution.inviting').when('consultation.waived');
    done.thenIn('execution.assessing');
    tells(done, ...toldOf('consultationWaived', 'employee'));
    givenIn('execution.inviting')
      .when(usual('consultation.waived', { reasons: undefined }))
      .thenNotAllowed('waiverHasReasons');
  });

  it('records no deviation where a consultation was waived without reasons, which only our choice asks for', () => {
    const { when, whenDone } = givenIn('execution.inviting');
    when(usual('consultation.waived', { reasons: undefined })).thenNotAllowed('waiverHasReasons');
    const done = whenDone(usual('consultation.waived', { reasons: undefined }));
    done.thenIn('execution.assessing');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('waives no consultation for which a day was set', () => {
    givenIn('execution.awaitingConsultation').when('consultation.waived').thenUnexpected();
  });
});

clause('L-31', () => {
  const inEveryGatheringStep = gatheringSteps.flatMap((step) =>
    [usual('information.requested'), usual('information.received')].map((event) => ({ step, event })),
  );

  it.each(inEveryGatheringStep)('takes $event.type in $step, which then stays as it is', ({ step, event }) => {
    const done = givenIn(step).when(event);
    done.thenIn(step);
    tells(done);
  });

  it('asks the own physician without any further consent', () => {
    const source = { source: 'ownPhysician', consent: undefined };
    given(upTo('execution.assessing'), usual('information.requested', source))
      .when(usual('information.received', source))
      .thenIn('execution.assessing');
  });
});

clause('B-72', () => {
  const gathering = ['information.requested', 'information.received'] as const;

  it.each(['treatingProfessional', 'employer', 'workplace', 'elsewhere'])(
    'asks nothing of %s without consent, by the steps of the pool',
    (source) => {
      for (const type of gathering) {
        const event = usual(type, { source, consent: undefined });
        const { when, whenDone } = givenIn('execution.assessing');
        when(event).thenNotAllowed('employeeConsentsToSource');
        expect(deviationsIn(whenDone(event).outcome)).toEqual(['employeeConsentsToSource pool']);
      }
      givenIn('execution.assessing').when(usual('information.requested', { source })).thenIn('execution.assessing');
    },
  );

  it.each([usual('authorisation.withheld'), usual('authorisation.revoked')])(
    'asks nothing of the own physician after $type, by the law, unless the employee consents to that',
    (no) => {
      for (const type of gathering) {
        const { when, whenDone } = given(upTo('execution.assessing'), no);
        const asked = usual(type, { source: 'ownPhysician', consent: undefined });
        when(asked).thenNotAllowed('employeeConsentsToOwnPhysician');
        expect(deviationsIn(whenDone(asked).outcome)).toEqual(['employeeConsentsToOwnPhysician law']);
        when(usual(type, { source: 'ownPhysician' })).thenIn('execution.assessing');
      }
    },
  );
});

clause('D-2.14d.4', () => {
  it('asks the own physician, while the authorisation is signed for a part only, within that part', () => {
    const source = { source: 'ownPhysician', consent: undefined };
    given(upTo('execution.assessing'), usual('authorisation.signed', { scope: 'scope-1' }))
      .when(usual('information.requested', source))
      .thenIn('execution.assessing');
  });
});

clause('L-31', () => {
  it('takes no answer from before its question', () => {
    given(upTo('execution.assessing'), usual('information.requested', { on: '2026-03-20' }))
      .when(usual('information.received', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('G-13', () => {
  const late = (['execution.reviewing', 'execution.finalising'] as Step[]).flatMap((step) =>
    [usual('information.requested'), usual('information.received')].map((event) => ({ step, event })),
  );

  it.each(late)('goes back from $step to assessing by $event.type, and wants a new draft', ({ step, event }) => {
    const back = givenIn(step).when(event).thenIn('execution.assessing');
    goingOn(back).when('advice.finalised').thenNotAllowed('draftWasReviewed');
    goingOn(back).when('remarks.waived').thenUnexpected();
    goingOn(back)
      .when(usual('draft.submitted', { draft: 'draft-2' }))
      .thenIn('execution.reviewing');
  });

  const discussedBefore = [...upTo('execution.finalising')];
  const onward = [usual('remarks.waived'), usual('advice.finalised'), usual('forwarding.authorised')];

  it.each([
    ['new information', [usual('information.received'), usual('draft.submitted')]],
    ['a new draft', [usual('draft.submitted')]],
  ])('asks for another discussion after %s', (_, events) => {
    given(discussedBefore, events, onward).when('advice.forwarded').thenNotAllowed('adviceWasDiscussed');
    given(discussedBefore, events, 'advice.discussed', onward)
      .when('advice.forwarded')
      .thenIn('completion.considering');
  });

  it.each(['execution.assessing', 'execution.reviewing', 'execution.finalising'] as Step[])(
    'takes a draft in %s, and tells the employee',
    (step) => {
      const done = givenIn(step).when(usual('draft.submitted', { draft: 'draft-2' }));
      done.thenIn('execution.reviewing');
      tells(done, ...toldOf('draftSubmitted', 'employee'));
    },
  );

  it.each(['execution.assessing', 'execution.reviewing'] as Step[])('makes no advice final in %s', (step) => {
    givenIn(step).when('advice.finalised').thenNotAllowed('draftWasReviewed');
  });

  it.each(['execution.assessing', 'execution.reviewing'] as Step[])(
    'follows an advice made final in %s, and records that the draft was not reviewed',
    (step) => {
      const done = givenIn(step).whenDone('advice.finalised');
      done.thenIn('execution.awaitingConsent');
      expect(deviationsIn(done.outcome)).toEqual(['draftWasReviewed pool']);
      tells(done, ...toldOf('adviceFinalised', 'employee'));
    },
  );
});

clause('L-32', () => {
  it('submits no draft before the consultation', () => {
    for (const step of ['execution.inviting', 'execution.awaitingConsultation'] as Step[])
      givenIn(step).when('draft.submitted').thenUnexpected();
    given(upTo('execution.inviting'), usual('consultation.held', { on: '2026-03-20' }))
      .when(usual('draft.submitted', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('keeps the term for the advice open from the acceptance until the advice is final', () => {
    const advise = (current: Case) => deadlines(current).map(({ term, dueOn }) => [term, dueOn]);
    for (const step of [...engagedSteps, 'execution.underway'] as Step[])
      expect(advise(givenIn(step).case)).toEqual([['advise', null]]);
    expect(advise(givenIn('execution.awaitingConsent').case)).toEqual([]);
    expect(deadlineIn(givenIn('execution.inviting').case, 'advise')).toMatchObject({
      owner: 'secondOpinionPhysician',
      overdueFrom: null,
      alarmOn: null,
    });
  });
});

clause('B-17', () => {
  it('chooses whoever accepts late anew, with the consent of the employer that there was', () => {
    const silent = given(
      upTo('application.choosing'),
      usual('physicians.chosen', { first: outsider, second: undefined, agreedWithEmployer: 'agreement-1' }),
      usual('application.sent', { to: outsider.id, medicalData: false }),
      usual('response.overdue', { on: '2026-03-26' }),
    );
    expect(silent.case.file.choice).toBeNull();
    const done = silent.when(usual('application.accepted', { by: outsider.id, on: '2026-03-27' }));
    expect(done.thenIn('execution.inviting').file.choice).toMatchObject({
      first: outsider,
      current: 'first',
      agreedWithEmployer: 'agreement-1',
    });
  });
});

clause('L-34', () => {
  it('waits for the employee from the day of the draft that they have', () => {
    const { case: current } = given(
      upTo('execution.assessing'),
      usual('draft.submitted', { on: '2026-03-20' }),
      usual('draft.submitted', { on: '2026-03-24' }),
    );
    expect(current.since).toBe('2026-03-20');
    expect(waitingOn(current).filter(({ role }) => role === 'employee')).toEqual([
      { role: 'employee', person: employee, events: ['inaccuracies.reported', 'remarks.waived'], since: '2026-03-24' },
    ]);
  });

  it.each([
    { event: usual('inaccuracies.reported'), about: 'inaccuraciesReported' },
    { event: usual('remarks.waived'), about: 'remarksWaived' },
  ])('lets the employee answer the draft: $event.type; the physician is told', ({ event, about }) => {
    const done = givenIn('execution.reviewing').when(event);
    done.thenIn('execution.finalising');
    tells(done, ...toldOf(about, 'first'));
    givenIn('execution.reviewing')
      .when({ ...event, by: own.id })
      .thenNotAllowed('actorHoldsRole');
  });

  it('waits for the employee, and then for the physician', () => {
    expect(movesIn(givenIn('execution.reviewing').case)).toEqual([
      ['employee', ['inaccuracies.reported', 'remarks.waived']],
    ]);
    expect(movesIn(given(upTo('execution.reviewing'), 'remarks.waived').case)).toEqual([
      ['secondOpinionPhysician', ['advice.discussed', 'advice.finalised']],
    ]);
    expect(movesIn(givenIn('execution.finalising').case)).toEqual([['secondOpinionPhysician', ['advice.finalised']]]);
  });
});

clause('B-25', () => {
  it('lets no period end the review that was announced before this draft was there to read', () => {
    given(upTo('execution.assessing'), usual('draft.submitted', { on: '2026-03-25' }))
      .when(usual('remarks.timedOut', { announcedOn: '2026-03-18', until: '2026-03-26', on: '2026-03-27' }))
      .thenNotAllowed('reviewPeriodHasPassed');
  });

  const announced = { announcedOn: '2026-03-18', until: '2026-03-25' };

  it('ends the review once the announced day has passed; nobody is told', () => {
    const done = givenIn('execution.reviewing').when(usual('remarks.timedOut', { ...announced, on: '2026-03-26' }));
    done.thenIn('execution.finalising');
    tells(done);
  });

  it.each([
    ['on the announced day itself', { ...announced, on: '2026-03-25' }],
    ['by a day announced afterwards', { announcedOn: '2026-03-27', until: '2026-03-25', on: '2026-03-28' }],
  ])('does not end the review %s', (_, lapse) => {
    givenIn('execution.reviewing').when(usual('remarks.timedOut', lapse)).thenNotAllowed('reviewPeriodHasPassed');
  });

  it('records a review ended too early as a deviation from the steps of the pool', () => {
    const done = givenIn('execution.reviewing').whenDone(usual('remarks.timedOut', { ...announced, on: '2026-03-25' }));
    done.thenIn('execution.finalising');
    expect(deviationsIn(done.outcome)).toEqual(['reviewPeriodHasPassed pool']);
  });
});

clause('E-25', () => {
  const discussing: Step[] = [
    'execution.reviewing',
    'execution.finalising',
    'execution.awaitingConsent',
    'execution.forwarding',
    'notForwarded',
  ];
  const undiscussed = [...upTo('execution.reviewing'), usual('remarks.waived'), usual('advice.finalised')];

  it.each(discussing)('lets the physician discuss the advice in %s, which then stays as it is', (step) => {
    const done = givenIn(step).when('advice.discussed');
    done.thenIn(step);
    tells(done);
  });

  it('discusses no advice before there is a draft', () => {
    givenIn('execution.assessing').when('advice.discussed').thenUnexpected();
  });

  it('forwards no advice that was neither discussed nor waived', () => {
    const authorisedAlready = [...undiscussed, usual('forwarding.authorised')];
    given(authorisedAlready).when('advice.forwarded').thenNotAllowed('adviceWasDiscussed');
    given(authorisedAlready, 'advice.discussed').when('advice.forwarded').thenIn('completion.considering');
    given(authorisedAlready, usual('advice.discussed', { waivedByEmployee: true, document: 'document-1' }))
      .when('advice.forwarded')
      .thenIn('completion.considering');
  });

  it('records an advice forwarded without discussion as a deviation from the law', () => {
    const done = given(undiscussed, 'forwarding.authorised').whenDone('advice.forwarded');
    done.thenIn('completion.considering');
    expect(deviationsIn(done.outcome)).toEqual(['adviceWasDiscussed law']);
  });

  it('lets no omission of the physician stand in the way of the employee', () => {
    given(undiscussed).when('forwarding.authorised').thenIn('execution.forwarding');
    given(undiscussed).when('advice.handedOver').thenIn('completion.considering');
    given(undiscussed).when('forwarding.withheld').thenIn('notForwarded');
  });

  it('waits for the discussion beside the consent', () => {
    const consent = ['employee', ['forwarding.authorised', 'forwarding.withheld']];
    expect(movesIn(given(undiscussed).case)).toEqual([['secondOpinionPhysician', ['advice.discussed']], consent]);
    expect(movesIn(given(undiscussed, 'advice.discussed').case)).toEqual([consent]);
    expect(movesIn(given(undiscussed, 'forwarding.authorised').case)).toEqual([
      ['secondOpinionPhysician', ['advice.discussed', 'advice.forwarded']],
    ]);
    expect(movesIn(givenIn('execution.forwarding').case)).toEqual([['secondOpinionPhysician', ['advice.forwarded']]]);
  });
});

clause('L-36', () => {
  it('sends the final advice to the employee, and to nobody else', () => {
    const done = givenIn('execution.finalising').when('advice.finalised');
    done.thenIn('execution.awaitingConsent');
    tells(done, ...toldOf('adviceFinalised', 'employee'));
  });

  it('makes no advice final on a day before the answer to the draft', () => {
    given(upTo('execution.reviewing'), usual('inaccuracies.reported', { on: '2026-03-20' }))
      .when(usual('advice.finalised', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('leaves nothing to report on the draft once the advice is final', () => {
    for (const event of [
      usual('inaccuracies.reported'),
      usual('remarks.waived'),
      usual('draft.submitted'),
      usual('information.requested'),
      usual('advice.finalised'),
    ])
      givenIn('execution.awaitingConsent').when(event).thenUnexpected();
  });
});

clause('L-37', () => {
  it.each(['execution.awaitingConsent', 'execution.forwarding', 'notForwarded'] as Step[])(
    'lets the employee authorise the forwarding in %s, and tells the physician',
    (step) => {
      const done = givenIn(step).when('forwarding.authorised');
      done.thenIn('execution.forwarding');
      tells(done, ...toldOf('forwardingAuthorised', 'first'));
    },
  );

  it('takes an authorisation for the own physician only', () => {
    const { when, whenDone } = givenIn('execution.awaitingConsent');
    when(usual('forwarding.authorised', { to: another.id })).thenNotAllowed('recipientIsOwnPhysician');
    const done = whenDone(usual('forwarding.authorised', { to: another.id }));
    expect(deviationsIn(done.outcome)).toEqual(['recipientIsOwnPhysician law']);
    goingOn(done.thenIn('execution.forwarding')).when('advice.forwarded').thenNotAllowed('forwardingIsAuthorised');
  });

  it('takes a consent entered by another only with a document', () => {
    const { when } = givenIn('execution.awaitingConsent');
    when(usual('forwarding.authorised', { recordedBy: planning })).thenNotAllowed('consentIsDocumented');
    when(usual('forwarding.authorised', { recordedBy: planning, document: 'document-2' })).thenIn(
      'execution.forwarding',
    );
  });

  it('lets nobody else consent', () => {
    for (const by of [own.id, first.id])
      givenIn('execution.awaitingConsent')
        .when(usual('forwarding.authorised', { by }))
        .thenNotAllowed('actorHoldsRole');
  });

  it('takes no consent from before the final advice', () => {
    given(upTo('execution.finalising'), usual('advice.finalised', { on: '2026-03-20' }))
      .when(usual('forwarding.authorised', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('asks for consent anew when the own physician was replaced', () => {
    const { case: current } = given(upTo('execution.forwarding'), 'ownPhysician.replaced');
    goingOn(current).when('advice.forwarded').thenNotAllowed('forwardingIsAuthorised');
    goingOn(current).when('forwarding.authorised').thenNotAllowed('recipientIsOwnPhysician');
    goingOn(
      goingOn(current)
        .when(usual('forwarding.authorised', { to: successor.id }))
        .thenIn('execution.forwarding'),
    )
      .when('advice.forwarded')
      .thenIn('completion.considering');
  });
});

clause('L-39', () => {
  it.each(['execution.awaitingConsent', 'execution.forwarding'] as Step[])(
    'lets the employee withhold the consent in %s; the own physician is told that no copy comes',
    (step) => {
      const done = givenIn(step).when('forwarding.withheld');
      done.thenIn('notForwarded');
      tells(done, ...toldOf('forwardingWithheld', 'first'), ...toldOf('noCopy', 'own'));
    },
  );

  it('clears the authorisation: nothing is forwarded after it', () => {
    given(upTo('execution.forwarding'), 'forwarding.withheld')
      .when('advice.forwarded')
      .thenNotAllowed('forwardingIsAuthorised');
  });

  it('lets the employee consent later after all', () => {
    given(upTo('execution.forwarding'), 'forwarding.withheld', 'forwarding.authorised')
      .when('advice.forwarded')
      .thenIn('completion.considering');
  });

  it('cannot undo a copy that was sent', () => {
    givenIn('completion.considering').when('forwarding.withheld').thenUnexpected();
  });
});

clause('B-28', () => {
  it('takes silence after a reminder as no consent; the employee is told, and the own physician that no copy comes', () => {
    const done = givenIn('execution.awaitingConsent').when(usual('forwarding.unanswered', { on: '2026-03-19' }));
    done.thenIn('notForwarded');
    tells(done, ...toldOf('forwardingUnanswered', 'employee'), ...toldOf('noCopy', 'own'));
    givenIn('execution.forwarding').when('forwarding.unanswered').thenUnexpected();
  });

  it.each([[[]], [['2026-03-19']], [['2026-03-31']]])('takes reminders on %j as none', (remindedOn) => {
    given(upTo('execution.finalising'), usual('advice.finalised', { on: '2026-03-20' }))
      .when(usual('forwarding.unanswered', { on: '2026-03-30', remindedOn }))
      .thenNotAllowed('employeeWasReminded');
  });

  it('calls the absence of a reminder no deviation, since only our own choice asks for one', () => {
    const done = givenIn('execution.awaitingConsent').whenDone(usual('forwarding.unanswered', { remindedOn: [] }));
    done.thenIn('notForwarded');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });
});

clause('L-38', () => {
  it('sends the copy once the employee authorised it, and tells employee and own physician', () => {
    const done = givenIn('execution.forwarding').when('advice.forwarded');
    done.thenIn('completion.considering');
    tells(done, ...toldOf('adviceForwarded', 'employee', 'own'));
  });

  it('keeps the term to forward open from the authorisation to the copy', () => {
    expect(deadlines(givenIn('execution.forwarding').case)).toMatchObject([
      { term: 'forward', owner: 'secondOpinionPhysician', clauses: ['L-38'], dueOn: null, overdueFrom: null },
    ]);
    for (const next of [usual('advice.forwarded'), usual('forwarding.withheld')])
      expect(deadlineIn(given(upTo('execution.forwarding'), next).case, 'forward')).toBeUndefined();
  });

  it('leaves the forwarding to the physician in the role', () => {
    givenIn('execution.forwarding')
      .when(usual('advice.forwarded', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('forwards nothing on a day before the consent', () => {
    given(upTo('execution.awaitingConsent'), usual('forwarding.authorised', { on: '2026-03-20' }))
      .when(usual('advice.forwarded', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-69', () => {
  const uncopied: [Step, string[]][] = [
    ['execution.awaitingConsent', ['forwardingIsAuthorised']],
    ['notForwarded', ['forwardingIsAuthorised']],
  ];

  it.each(uncopied)('forwards nothing in %s without consent, and offers no such thing', (step, norms) => {
    const { when, case: current } = givenIn(step);
    when('advice.forwarded').thenNotAllowed(...norms);
    expect(expectedEvents(current).map(({ type }) => type)).not.toContain('advice.forwarded');
  });

  it.each(uncopied)(
    'books a copy that went all the same in %s: the employee is told, no duty follows',
    (step, norms) => {
      const before = givenIn(step);
      const done = before.whenDone('advice.forwarded');
      const current = done.thenIn(step);
      expect(deviationsIn(done.outcome)).toEqual(norms.map((norm) => `${norm} law`));
      tells(done, ...toldOf('forwardedWithoutConsent', 'employee'));
      expect(current.file.possession).toBeNull();
      expect(waitingOn(current)).toEqual(waitingOn(before.case));
      expect(deadlines(current)).toEqual(deadlines(before.case));
    },
  );

  it('tells the employee what the employer was told without consent too', () => {
    const done = givenIn('execution.inviting').whenDone(usual('employer.informed', { consent: undefined }));
    done.expect({
      notices: [
        { about: 'employerInformed', to: { role: 'employee', person: employee }, clauses: ['B-42', 'B-69', 'G-4'] },
      ],
    });
  });

  it('does the same where the consent named an own physician who has been replaced', () => {
    const done = given(upTo('execution.forwarding'), 'ownPhysician.replaced').whenDone('advice.forwarded');
    expect(done.thenIn('execution.forwarding').file.possession).toBeNull();
    expect(deviationsIn(done.outcome)).toEqual(['forwardingIsAuthorised law']);
    tells(done, ...toldOf('forwardedWithoutConsent', 'employee'));
  });

  it.each(['execution.awaitingConsent', 'notForwarded'] as Step[])(
    'starts the duty with a consent that is given afterwards, from its own day: %s',
    (step) => {
      const copied = givenIn(step).whenDone('advice.forwarded').thenIn(step);
      const done = goingOn(copied).when(usual('forwarding.authorised', { on: '2026-03-20' }));
      const current = done.thenIn('completion.considering');
      expect(current.file.possession).toMatchObject({ on: '2026-03-20', through: 'forwarded', advice: 'advice-2' });
      expect(waitingOn(current)).toEqual([
        { role: 'ownPhysician', person: own.id, events: ['decision.made'], since: '2026-03-20' },
      ]);
      tells(done, ...toldOf('forwardingAuthorised', 'first'), ...toldOf('adviceForwarded', 'own'));
    },
  );

  it('starts none where that consent names another than the own physician', () => {
    const copied = givenIn('execution.awaitingConsent')
      .whenDone('advice.forwarded')
      .thenIn('execution.awaitingConsent');
    const done = goingOn(copied).whenDone(usual('forwarding.authorised', { to: another.id }));
    expect(done.thenIn('execution.forwarding').file.possession).toBeNull();
    tells(done, ...toldOf('forwardingAuthorised', 'first'));
  });

  it('starts none where the text was corrected since', () => {
    const copied = givenIn('execution.awaitingConsent')
      .whenDone('advice.forwarded')
      .thenIn('execution.awaitingConsent');
    const corrected = goingOn(copied).when('advice.corrected').thenIn('execution.awaitingConsent');
    const done = goingOn(corrected).when('forwarding.authorised');
    done.thenIn('execution.forwarding');
    tells(done, ...toldOf('forwardingAuthorised', 'first'));
  });
});

clause('B-90', () => {
  it.each([
    ['execution.reviewing', ['forwardingIsAuthorised', 'adviceWasDiscussed']],
    ['execution.finalising', ['forwardingIsAuthorised']],
  ] as [Step, string[]][])(
    'forwards no draft in %s; the execution goes on where it was if that was done',
    (step, norms) => {
      const { when, whenDone, case: before } = givenIn(step);
      when('advice.forwarded').thenNotAllowed(...norms);
      const done = whenDone('advice.forwarded');
      const current = done.thenIn(step);
      expect(deviationsIn(done.outcome)).toEqual(norms.map((norm) => `${norm} law`));
      tells(done, ...toldOf('forwardedWithoutConsent', 'employee'));
      expect(waitingOn(current)).toEqual(waitingOn(before));
      expect({ ...current.file, told: null }).toEqual({ ...before.file, told: null });
    },
  );

  it('leaves the employee their final advice, whose copy waits for their consent as ever', () => {
    const draftSent = givenIn('execution.finalising').whenDone('advice.forwarded').thenIn('execution.finalising');
    const advised = goingOn(draftSent).when('advice.finalised').thenIn('execution.awaitingConsent');
    goingOn(advised).when('forwarding.authorised').thenIn('execution.forwarding');
  });
});

clause('B-29', () => {
  it.each(['execution.awaitingConsent', 'execution.forwarding', 'notForwarded', 'execution.underway'] as Step[])(
    'lets the employee hand their copy over in %s; the own physician has it from then on',
    (step) => {
      const done = givenIn(step).when(usual('advice.handedOver', { on: '2026-03-20' }));
      const current = done.thenIn('completion.considering');
      expect(current.file.possession).toMatchObject({ on: '2026-03-20', through: 'handedOver' });
      expect(noticesIn(done.outcome)).toContain('adviceHandedOver → ownPhysician physician-own');
    },
  );

  it('leaves that to the employee, who has nothing to hand over before the advice is final', () => {
    givenIn('notForwarded')
      .when(usual('advice.handedOver', { by: first.id }))
      .thenNotAllowed('actorHoldsRole');
    givenIn('execution.finalising').when('advice.handedOver').thenUnexpected();
  });
});

clause('B-52', () => {
  it.each(['execution.awaitingConsent', 'execution.forwarding'] as Step[])(
    'leaves the employee in %s a no to the copy, and the advice to hand over after it',
    (step) => {
      givenIn(step).when('request.withdrawn').thenUnexpected();
      const withheld = givenIn(step).when('forwarding.withheld').thenIn('notForwarded');
      goingOn(withheld).when('advice.handedOver').thenIn('completion.considering');
    },
  );

  const withdrawn = [...storyTo['execution.underway'].events, usual('request.withdrawn')];

  it('takes the advice from the employee after a withdrawal, in the record that cannot know how far it was', () => {
    const done = given(ownRecord, withdrawn).when(usual('advice.handedOver', { on: '2026-03-20' }));
    const current = done.thenIn('completion.considering');
    expect(current.file).toMatchObject({ request: { outcome: null }, possession: { through: 'handedOver' } });
    goingOn(current)
      .when(usual('decision.made', { on: '2026-03-20' }))
      .thenIn('completion.decided');
  });

  it('takes it neither where nobody had accepted nor in the record of the procedure', () => {
    given(ownRecord, awaiting, 'request.withdrawn').when('advice.handedOver').thenUnexpected();
    given(upTo('execution.finalising'), 'request.withdrawn').when('advice.handedOver').thenUnexpected();
  });
});

clause('B-63', () => {
  const replaced = given(upTo('execution.forwarding'), usual('ownPhysician.replaced', { on: '2026-03-20' }));

  it('tells the employee that another is the own physician, and waits for their word anew', () => {
    const done = givenIn('execution.forwarding').when('ownPhysician.replaced');
    expect(noticesIn(done.outcome)).toContain('ownPhysicianReplaced → employee employee-1');
    expect(movesIn(replaced.case)).toEqual([['employee', ['forwarding.authorised', 'advice.handedOver']]]);
    expect(deadlines(replaced.case)).toEqual([]);
  });

  it('lets the employee authorise it anew, or hand the advice over', () => {
    const { case: authorised } = goingOn(replaced.case).when(
      usual('forwarding.authorised', { to: successor.id, on: '2026-03-20' }),
    ).outcome as { case: Case };
    expect(movesIn(authorised)).toEqual([['secondOpinionPhysician', ['advice.forwarded']]]);
    expect(deadlineIn(authorised, 'forward')).toBeDefined();
    replaced.when(usual('advice.handedOver', { on: '2026-03-20' })).thenIn('completion.considering');
  });

  it('forwards nothing to the new one on a consent that names the one before, and takes no such consent anew', () => {
    const forwarded = usual('advice.forwarded', { on: '2026-03-20' });
    replaced.when(forwarded).thenNotAllowed('forwardingIsAuthorised');
    replaced.whenDone(forwarded).thenIn('execution.forwarding');
    replaced
      .when(usual('forwarding.authorised', { to: own.id, on: '2026-03-20' }))
      .thenNotAllowed('recipientIsOwnPhysician');
  });

  it('waits for nothing more of the employee while the own physician is the one they named', () => {
    expect(movesIn(givenIn('execution.forwarding').case)).toEqual([['secondOpinionPhysician', ['advice.forwarded']]]);
  });
});

clause('B-64', () => {
  it.each(['execution.awaitingConsent', 'execution.forwarding', 'notForwarded', 'execution.underway'] as Step[])(
    'tells the second-opinion physician in %s that no answer is needed any more',
    (step) => {
      const done = givenIn(step).when('advice.handedOver');
      tells(done, ...toldOf('adviceHandedOver', 'own'), ...toldOf('noAnswerNeeded', 'first'));
      expect(movesIn(done.thenIn('completion.considering')).map(([role]) => role)).toEqual(['ownPhysician']);
    },
  );
});

clause('B-60', () => {
  const corrected = usual('advice.corrected', { on: '2026-03-20' });
  const withCopy: Step[] = [
    'completion.considering',
    'completion.decided',
    'completion.consideringTransfer',
    'completion.awaitingThirdPhysician',
    'completion.transferRefused',
    'concluded',
    'transferred',
  ];

  it.each([
    ['execution.awaitingConsent', 'execution.awaitingConsent'],
    ['execution.forwarding', 'execution.awaitingConsent'],
    ['notForwarded', 'notForwarded'],
    ...withCopy.map((step) => [step, step]),
  ] as [Step, Step][])('takes a corrected advice in %s, and tells the employee alone', (step, to) => {
    const done = givenIn(step).when(corrected);
    const current = done.thenIn(to);
    tells(done, ...toldOf('adviceCorrected', 'employee'));
    expect(current.file.execution.advice).toEqual({ advice: 'advice-3', on: '2026-03-20' });
    expect(current.file.possession).toEqual(givenIn(step).case.file.possession);
  });

  it('lets a consent to the earlier text lapse that was not used yet', () => {
    const lapsed = given(upTo('execution.forwarding'), corrected);
    expect(movesIn(lapsed.case)).toEqual([['employee', ['forwarding.authorised', 'forwarding.withheld']]]);
    lapsed.when(usual('advice.forwarded', { on: '2026-03-20' })).thenNotAllowed('forwardingIsAuthorised');
    const renewed = lapsed.when(usual('forwarding.authorised', { on: '2026-03-20' })).thenIn('execution.forwarding');
    const copied = goingOn(renewed)
      .when(usual('advice.forwarded', { on: '2026-03-20' }))
      .thenIn('completion.considering');
    expect(copied.file.possession?.advice).toBe('advice-3');
  });

  it('leaves the no to a copy as it was, and a consent that was used', () => {
    const answerIn = (step: Step) => given(storyTo[step].events, corrected).case.file.execution.forwarding?.as;
    expect(answerIn('notForwarded')).toBe('withheld');
    expect(answerIn('completion.considering')).toBe('authorised');
  });

  it('corrects nothing where the part of the second-opinion physician ended without an advice', () => {
    const theirs = {
      ...opening,
      by: own.id,
      recordOf: 'secondOpinionPhysician',
      application: { to: first.id, form: 'form-1', medicalData: false },
    };
    given(theirs, 'application.declined').when('advice.corrected').thenUnexpected();
  });

  it.each(withCopy)('lets the employee hand over the new text in %s, once', (step) => {
    const handed = usual('advice.handedOver', { on: '2026-03-20' });
    const done = given(storyTo[step].events, corrected).when(handed);
    const current = done.thenIn(step);
    const toOwn = toldOf('adviceHandedOver', 'own');
    tells(done, ...toOwn, ...(step === 'transferred' ? [`heedTheResults → thirdPhysician ${third.id}`] : []));
    expect(current.file.possession).toMatchObject({ advice: 'advice-3', through: 'handedOver' });
    goingOn(current).when(handed).thenUnexpected();
    givenIn(step).when(handed).thenUnexpected();
  });

  it('knows no other text in the record of the own physician, and takes whatever is handed over', () => {
    const copied = given(ownRecord, storyTo['execution.underway'].events, 'advice.forwarded');
    copied.when('advice.corrected').thenUnexpected();
    const done = copied.when('advice.handedOver');
    done.thenIn('completion.considering');
    tells(done, ...toldOf('adviceHandedOver', 'own'));
  });

  it('leaves that to the second-opinion physician', () => {
    givenIn('completion.considering')
      .when(usual('advice.corrected', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('corrects no draft', () => {
    for (const step of ['execution.reviewing', 'execution.finalising'] as Step[])
      givenIn(step).when('advice.corrected').thenUnexpected();
  });
});

clause('B-91', () => {
  const noCopy = given(ownRecord, storyTo['execution.underway'].events, 'noCopy.announced');

  it.each(['forwarding.authorised', 'advice.discussed', 'advice.corrected'] as const)(
    'takes no %s after the notice, in the record of the own physician, which hides it',
    (type) => {
      noCopy.when(type).thenUnexpected();
    },
  );

  it.each(['advice.forwarded', 'advice.handedOver'] as const)('takes the copy that comes after all: %s', (type) => {
    const done = noCopy.when(type);
    done.thenIn('completion.considering');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });
});

clause('L-40', () => {
  const decision = { type: 'decision.made', by: own.id, on: '2026-03-18', adoption: 'none', reasons: 'reasons-1' };

  it('decides nothing without a copy', () => {
    givenIn('notForwarded').when(decision).thenNotAllowed('ownPhysicianHasCopy');
  });

  it('books a decision without a copy, tells the employee of it, and goes on as if there had been none', () => {
    const done = givenIn('notForwarded').whenDone(decision);
    expect(done.thenIn('notForwarded').file.decision).toBeNull();
    expect(deviationsIn(done.outcome)).toEqual(['ownPhysicianHasCopy law']);
    tells(done, ...toldOf('decisionMade', 'employee'));
  });
});

/** The pool keeps no register: what the own physician's service records of the execution. */
clause('L-23', () => {
  const underway = storyTo['execution.underway'].events;

  it('sees the execution, from the acceptance on, as one step in the record of the own physician', () => {
    const done = given(ownRecord, awaiting).when('application.accepted');
    done.thenIn('execution.underway');
    tells(done, ...toldOf('applicationAccepted', 'employee', 'own'));
    expect(movesIn(done.thenIn('execution.underway'))).toEqual([
      ['secondOpinionPhysician', ['noCopy.announced', 'advice.forwarded']],
    ]);
  });

  it.each([
    usual('consultation.scheduled'),
    usual('consultation.held'),
    usual('consultation.waived'),
    usual('information.requested'),
    usual('draft.submitted'),
    usual('inaccuracies.reported'),
    usual('advice.discussed'),
    usual('advice.finalised'),
  ])('takes no $type in that log', (event) => {
    given(ownRecord, underway).when(event).thenUnexpected();
  });

  it('learns only that no copy comes, without the reason', () => {
    const done = given(ownRecord, underway).when('noCopy.announced');
    done.thenIn('notForwarded');
    tells(done, ...toldOf('noCopy', 'own'));
    for (const event of [usual('forwarding.withheld'), usual('forwarding.unanswered')])
      given(ownRecord, underway).when(event).thenUnexpected();
    givenIn('execution.awaitingConsent').when('noCopy.announced').thenUnexpected();
  });

  it('asks in that log neither for the authorisation nor for the discussion, which it cannot hold', () => {
    given(ownRecord, underway).when('advice.forwarded').thenIn('completion.considering');
  });

  it('leaves that step by a return, a judgement without the file or a copy handed over', () => {
    given(ownRecord, underway).when('engagement.ended').thenIn('application.preparing');
    given(ownRecord, underway, 'authorisation.withheld')
      .when('application.foundInfeasible')
      .thenIn('application.reconsidering');
    given(ownRecord, underway).when('advice.handedOver').thenIn('completion.considering');
  });

  it('takes no return and no authorisation of medical data once no copy comes', () => {
    for (const event of [usual('engagement.ended'), usual('authorisation.signed'), usual('authorisation.withheld')])
      given(ownRecord, underway, 'noCopy.announced').when(event).thenUnexpected();
  });
});

clause('L-22', () => {
  it('names the addressee in the id of the notice, so that after a correction another is still told', () => {
    const idOf = (physician: typeof first) => {
      const { outcome } = given(
        upTo('application.choosing'),
        usual('physicians.chosen', { first: physician }),
        usual('authorisation.signed', { recipient: physician.id }),
      ).when(usual('application.sent', { to: physician.id }));
      return outcome.ok ? outcome.notices.filter(({ about }) => about === 'applicationSent').map(({ id }) => id) : [];
    };
    expect(idOf(first)).toHaveLength(1);
    expect(idOf(another)).toHaveLength(1);
    expect(idOf(another)).not.toEqual(idOf(first));
  });

  it('lists what the second-opinion physician may report, with the fields to fill', () => {
    const { case: current } = givenIn('execution.inviting');
    expect(
      expectedEvents(current, 'secondOpinionPhysician').map(({ type, person, needs }) => [type, person, needs]),
    ).toEqual([
      ['request.lapsed', first.id, ['remindedOn']],
      ['employee.died', first.id, []],
      ['application.foundInfeasible', first.id, []],
      ['engagement.ended', first.id, []],
      ['consultation.scheduled', first.id, ['for']],
      ['consultation.held', first.id, ['identity', 'examined']],
      ['consultation.waived', first.id, ['reasons']],
      ['information.requested', first.id, ['source']],
      ['information.received', first.id, ['source']],
      ['employer.informed', first.id, ['of', 'consent']],
    ]);
  });

  it('names what the case fails before it can be found infeasible', () => {
    const failing = (current: Case, type: string) =>
      expectedEvents(current)
        .find((expected) => expected.type === type)
        ?.unmet.map(({ norm }) => norm);
    expect(failing(givenIn('execution.inviting').case, 'application.foundInfeasible')).toEqual(['dataAreMissing']);
    expect(
      failing(given(upTo('execution.inviting'), 'authorisation.withheld').case, 'application.foundInfeasible'),
    ).toEqual([]);
  });

  it('lists the passing of the week for the scheduler and for the own physician', () => {
    const passing = expectedEvents(given(awaiting).case).filter(({ type }) => type === 'response.overdue');
    expect(passing.map(({ role, person }) => [role, person])).toEqual([
      ['scheduler', 'scheduler'],
      ['ownPhysician', own.id],
    ]);
  });

  it('takes no explanation any more once the application was sent', () => {
    given(awaiting).when('adviceInForce.explained').thenUnexpected();
  });
});

clause('B-13', () => {
  const on = (event: EventType | ((more: { on: string }) => Told), day: string): Told =>
    typeof event === 'string' ? usual(event, { on: day }) : event({ on: day });

  it.each([
    [
      'medical data',
      [
        ...upTo('application.preparing'),
        usual('authorisation.signed'),
        usual('application.sent', { on: '2026-03-20' }),
      ],
      'medicalData.sent',
    ],
    [
      'a missed consultation',
      [...upTo('execution.inviting'), usual('consultation.scheduled', { on: '2026-03-20' })],
      'consultation.missed',
    ],
    [
      'an acceptance',
      [
        ...upTo('application.preparing'),
        usual('authorisation.signed'),
        usual('application.sent', { on: '2026-03-20' }),
      ],
      'application.accepted',
    ],
    ['a return', [...awaiting, usual('application.accepted', { on: '2026-03-20' })], 'engagement.ended'],
    [
      'a draft left as it is',
      [...upTo('execution.assessing'), usual('draft.submitted', { on: '2026-03-20' })],
      'remarks.waived',
    ],
    [
      'a discussion',
      [...upTo('execution.assessing'), usual('draft.submitted', { on: '2026-03-20' })],
      'advice.discussed',
    ],
    [
      'a copy handed over',
      [...upTo('execution.finalising'), usual('advice.finalised', { on: '2026-03-20' })],
      'advice.handedOver',
    ],
    [
      'information',
      [
        ...upTo('execution.inviting'),
        usual('information.requested', { source: 'treatingProfessional' }),
        usual('information.requested', { source: 'workplace', on: '2026-03-20' }),
      ],
      (more) => usual('information.received', { source: 'workplace', ...more }),
    ],
  ] as [string, Told[], EventType | ((more: { on: string }) => Told)][])(
    'takes %s from no day before what it rests on',
    (_, story, event) => {
      given(story).when(on(event, '2026-03-19')).thenNotAllowed('datedInOrder');
      given(story).whenDone(on(event, '2026-03-19')).thenNotAllowed('datedInOrder');
      expect(given(story).when(on(event, '2026-03-20')).outcome.ok).toBe(true);
    },
  );

  it('takes information of the one source from a day before the other was asked', () => {
    const sources = [
      usual('information.requested', { source: 'workplace' }),
      usual('information.requested', { source: 'treatingProfessional', on: '2026-03-20' }),
    ];
    const done = given(upTo('execution.inviting'), sources).when(
      usual('information.received', { source: 'workplace', on: '2026-03-19' }),
    );
    expect(done.outcome.ok).toBe(true);
  });
});
