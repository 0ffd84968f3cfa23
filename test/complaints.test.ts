import { expect, it } from 'vitest';
import { type Case, deadlines, expectedEvents, type Outcome, type Step, waitingOn } from '../src/index.js';
import { openingOf } from '../src/testing/index.js';
import {
  clause,
  deviationsIn,
  employee,
  employer,
  first,
  given,
  givenIn,
  goingOn,
  handler,
  noticesIn,
  opening,
  own,
  physician,
  planning,
  second,
  storyTo,
  successor,
  third,
  upTo,
  usual,
} from './support/story.js';

const everyStep = Object.keys(storyTo) as Step[];
const another = { complaint: 'complaint-2' };
const tells = ({ outcome }: { outcome: Outcome }, ...expected: string[]) =>
  expect(noticesIn(outcome)).toEqual(expected);
/** Who handles a complaint that nobody has taken up: the complaints procedure, by its reference. */
const toProcedure = 'complaintHandler complaints-noord-v3';
const toHandler = 'complaintHandler handler-1';
const complaintsIn = ({ outcome }: { outcome: Outcome }) => (outcome.ok ? outcome.case.complaints : outcome.reason);

clause('B-37', () => {
  it.each(everyStep)('takes a complaint in %s, where the procedure then stays; only its procedure is told', (step) => {
    const done = givenIn(step).when(usual('complaint.filed', { on: '2026-03-20' }));
    const current = done.thenIn(step);
    expect(current.complaints).toBe('pending');
    expect(current.since).toBe(givenIn(step).case.since);
    tells(done, `complaintFiled → ${toProcedure}`);
  });

  it('does not stop the procedure', () => {
    given('complaint.filed')
      .when('request.honoured')
      .expect({ case: { step: 'application.choosing', complaints: 'pending' } });
  });

  it.each([own.id, first.id, 'third-1', 'noord'])('takes a complaint against whomever: %s', (against) => {
    given().when(usual('complaint.filed', { against })).thenIn('application.discussing');
  });

  it('takes any number of complaints, each under an id of its own', () => {
    const { when, whenDone } = given('complaint.filed');
    when(usual('complaint.filed', another)).thenIn('application.discussing');
    when('complaint.filed').thenNotAllowed('complaintIsNew');
    const done = whenDone(usual('complaint.filed', { against: first.id }));
    expect(deviationsIn(done.outcome)).toEqual(['complaintIsNew law']);
    expect(done.thenIn('application.discussing').file.complaints).toMatchObject([
      { complaint: 'complaint-1', against: own.id },
    ]);
  });

  it('leaves complaining to the employee', () => {
    for (const by of [own.id, employer, handler])
      given().when(usual('complaint.filed', { by })).thenNotAllowed('actorHoldsRole');
  });

  it('takes no complaint from before the opening', () => {
    given()
      .when(usual('complaint.filed', { on: '2026-03-17' }))
      .thenNotAllowed('datedInOrder');
  });

  it('is pending while one complaint is open, then answered if one was answered, else none', () => {
    const both = [usual('complaint.filed'), usual('complaint.filed', another)];
    expect(complaintsIn(given(both).when('complaint.answered'))).toBe('pending');
    expect(complaintsIn(given(both).when('complaint.withdrawn'))).toBe('pending');
    expect(complaintsIn(given(both, 'complaint.answered').when(usual('complaint.answered', another)))).toBe('answered');
    expect(complaintsIn(given(both, 'complaint.answered').when(usual('complaint.withdrawn', another)))).toBe(
      'answered',
    );
    expect(complaintsIn(given(both, 'complaint.withdrawn').when(usual('complaint.answered', another)))).toBe(
      'answered',
    );
    expect(complaintsIn(given(both, 'complaint.withdrawn').when(usual('complaint.withdrawn', another)))).toBe('none');
    expect(complaintsIn(given('complaint.filed', 'complaint.answered').when(usual('complaint.filed', another)))).toBe(
      'pending',
    );
  });

  it('lets the employee withdraw a complaint that is open, and nobody else; whoever handles it is told', () => {
    const done = given('complaint.filed', 'complaint.acknowledged').when('complaint.withdrawn');
    done.thenIn('application.discussing');
    tells(done, `complaintWithdrawn → ${toHandler}`);
    tells(given('complaint.filed').when('complaint.withdrawn'), `complaintWithdrawn → ${toProcedure}`);
    given('complaint.filed')
      .when(usual('complaint.withdrawn', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given('complaint.filed').when(usual('complaint.withdrawn', another)).thenNotAllowed('complaintIsOpen');
  });

  it('lets the employee withdraw it with a letter of before the acknowledgement, though not of before the complaint', () => {
    const { when } = given(
      usual('complaint.filed', { on: '2026-03-19' }),
      usual('complaint.acknowledged', { on: '2026-03-23' }),
    );
    when(usual('complaint.withdrawn', { on: '2026-03-20' })).thenIn('application.discussing');
    when(usual('complaint.withdrawn', { on: '2026-03-18' })).thenNotAllowed('datedInOrder');
    when(usual('complaint.progressed', { on: '2026-03-20' })).thenNotAllowed('datedInOrder');
  });
});

clause('D-2.14e.4', () => {
  it.each([
    { event: usual('complaint.acknowledged'), about: 'complaintAcknowledged' },
    { event: usual('complaint.progressed'), about: 'complaintProgressed' },
    { event: usual('complaint.answered'), about: 'complaintAnswered' },
  ])('tells the employee of $event.type, and nobody else', ({ event, about }) => {
    const done = given('complaint.filed').when(event);
    done.thenIn('application.discussing');
    tells(done, `${about} → employee employee-1`);
  });

  it.each([usual('complaint.acknowledged'), usual('complaint.progressed'), usual('complaint.answered')])(
    'takes no $type of a complaint that is not open',
    (event) => {
      given(usual('complaint.filed', another)).when(event).thenNotAllowed('complaintIsOpen');
      given(usual('complaint.filed', another), 'complaint.filed', 'complaint.answered')
        .when(event)
        .thenNotAllowed('complaintIsOpen');
      given(usual('complaint.filed', another), 'complaint.filed', 'complaint.withdrawn')
        .when(event)
        .thenNotAllowed('complaintIsOpen');
      const done = given(usual('complaint.filed', another)).whenDone(event);
      done.thenIn('application.discussing');
      expect(deviationsIn(done.outcome)).toEqual(['complaintIsOpen law']);
      tells(done);
    },
  );

  it.each([
    usual('complaint.acknowledged'),
    usual('complaint.progressed'),
    usual('complaint.answered'),
    usual('complaint.withdrawn'),
  ])('takes no $type while no complaint is open at all', (event) => {
    given().when(event).thenUnexpected();
    given('complaint.filed', 'complaint.answered').when(event).thenUnexpected();
  });

  it('tells the employee of an answer while other complaints wait', () => {
    const done = given('complaint.filed', usual('complaint.filed', another)).when('complaint.answered');
    tells(done, 'complaintAnswered → employee employee-1');
  });

  it('answers with reasons, and with a day for measures where there are any', () => {
    const { when, whenDone } = given('complaint.filed');
    when(usual('complaint.answered', { reasons: undefined })).thenNotAllowed('answerHasReasons');
    expect(deviationsIn(whenDone(usual('complaint.answered', { reasons: undefined })).outcome)).toEqual([
      'answerHasReasons law',
    ]);
    expect(complaintsIn(whenDone(usual('complaint.answered', { reasons: undefined })))).toBe('answered');
    when(usual('complaint.answered', { measuresBy: '2026-06-01' })).expect({
      case: { file: { complaints: [{ answered: { decision: 'decision-1', measuresBy: '2026-06-01' } }] } },
    });
  });

  it.each(['complaint.acknowledged', 'complaint.progressed', 'complaint.answered', 'complaint.withdrawn'] as const)(
    'goes by the order of the days',
    (event) => {
      given(usual('complaint.filed', { on: '2026-03-20' }))
        .when(usual(event, { on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
    },
  );

  it('answers nothing on a day before the acknowledgement', () => {
    given('complaint.filed', usual('complaint.acknowledged', { on: '2026-03-20' }))
      .when(usual('complaint.answered', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('D-2.14e.5', () => {
  const giver = physician('physician-giver', 'midden');
  const alone = [
    ...upTo('application.choosing'),
    usual('physicians.chosen', { second: undefined }),
    usual('application.sent', { medicalData: false }),
    usual('application.declined'),
  ];

  it.each([
    ['the employee', employee, opening, []],
    ['the employer', employer, opening, []],
    ['the own physician', own.id, opening, []],
    [
      'the own physician of before',
      own.id,
      { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } },
      [usual('ownPhysician.replaced')],
    ],
    ['the new own physician', successor.id, opening, [usual('ownPhysician.replaced')]],
    ['the giver of the advice', giver.id, { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } }, []],
    ['the engaged physician', first.id, opening, upTo('execution.inviting')],
    ['a physician who declined', first.id, opening, alone],
    ['the third physician', 'physician-third', opening, upTo('completion.awaitingThirdPhysician')],
  ])('lets no complaint be handled by %s', (_, by, start, events) => {
    for (const event of [
      usual('complaint.acknowledged', { by }),
      usual('complaint.progressed', { by }),
      usual('complaint.answered', { by }),
    ])
      given(start, events, usual('complaint.filed', { against: 'noord' }))
        .when(event)
        .thenNotAllowed('handlerIsNotInvolved');
  });

  it('lets no complaint be handled by whom it is against', () => {
    given(usual('complaint.filed', { against: handler }))
      .when('complaint.acknowledged')
      .thenNotAllowed('handlerIsNotInvolved');
    given(usual('complaint.filed', { against: handler }), usual('complaint.filed', another))
      .when(usual('complaint.acknowledged', another))
      .thenIn('application.discussing');
  });

  it('lets nobody involved answer one complaint while others wait', () => {
    given(usual('complaint.filed', { against: 'noord' }), usual('complaint.filed', another))
      .when(usual('complaint.answered', { by: own.id }))
      .thenNotAllowed('handlerIsNotInvolved');
  });

  it('counts an answer by somebody involved as none', () => {
    const done = given('complaint.filed').whenDone(usual('complaint.answered', { by: own.id }));
    expect(complaintsIn(done)).toBe('pending');
    expect(deviationsIn(done.outcome)).toEqual(['handlerIsNotInvolved law']);
  });

  it('lets whoever acknowledged a complaint handle it, and nobody else who has not taken it over', () => {
    const other = { by: 'handler-2' };
    given('complaint.filed').when(usual('complaint.answered', other)).thenIn('application.discussing');
    for (const event of [usual('complaint.progressed', other), usual('complaint.answered', other)])
      given('complaint.filed', 'complaint.acknowledged').when(event).thenNotAllowed('actorHoldsRole');
    given('complaint.filed', 'complaint.acknowledged').when('complaint.answered').thenIn('application.discussing');
  });

  it('gives every complaint a handler of its own', () => {
    given('complaint.filed', usual('complaint.filed', another), 'complaint.acknowledged')
      .when(usual('complaint.answered', { ...another, by: 'handler-2' }))
      .thenIn('application.discussing');
  });
});

clause('B-73', () => {
  it('lets planning acknowledge a complaint, and answer it, since they are not involved in it', () => {
    const taken = given('complaint.filed', usual('complaint.acknowledged', { by: planning }));
    expect(taken.case.file.complaints).toMatchObject([{ handler: planning }]);
    taken.when(usual('complaint.answered', { by: planning })).thenIn('application.discussing');
  });

  it('lets planning handle no complaint against itself', () => {
    given(usual('complaint.filed', { against: planning }))
      .when(usual('complaint.acknowledged', { by: planning }))
      .thenNotAllowed('handlerIsNotInvolved');
  });
});

clause('B-74', () => {
  const withProcedure = (who: ReturnType<typeof physician>) => ({
    ...who,
    complaintsProcedure: `procedure-of-${who.id}`,
  });
  const start = openingOf({
    participants: { ownPhysician: withProcedure(own) },
    contestedAdvice: { giver: withProcedure(physician('physician-giver', 'midden')) },
  });
  const events = upTo('completion.awaitingThirdPhysician').map((told) =>
    JSON.parse(
      JSON.stringify(told, (field, value) =>
        ['first', 'to'].includes(field) && typeof value === 'object' ? withProcedure(value) : value,
      ),
    ),
  );

  it.each([own.id, first.id, third.id, 'physician-giver'])(
    'sends a complaint against %s to the procedure of their own',
    (against) => {
      const told = usual('complaint.filed', { against });
      tells(given(start, events).when(told), `complaintFiled → complaintHandler procedure-of-${against}`);
      tells(
        given(start, events, told).when('complaint.withdrawn'),
        `complaintWithdrawn → complaintHandler procedure-of-${against}`,
      );
    },
  );

  it('sends a complaint against anybody else to the procedure of the contract', () => {
    for (const against of ['noord', second.id])
      tells(given(start, events).when(usual('complaint.filed', { against })), `complaintFiled → ${toProcedure}`);
  });
});

clause('B-83', () => {
  const other = { by: 'handler-2' };
  const taken = [usual('complaint.filed'), usual('complaint.acknowledged')];

  it('lets another take a complaint over until it is answered; the one before is told', () => {
    const done = given(taken).when(usual('complaint.acknowledged', other));
    const over = goingOn(done.thenIn('application.discussing'));
    tells(done, 'complaintAcknowledged → employee employee-1', `complaintTakenOver → ${toHandler}`);
    over.when('complaint.answered').thenNotAllowed('actorHoldsRole');
    const answered = over.when(usual('complaint.answered', other)).thenIn('application.discussing');
    goingOn(answered).when('complaint.acknowledged').thenUnexpected();
    const beside = goingOn(answered).when(usual('complaint.filed', another)).thenIn('application.discussing');
    goingOn(beside).when('complaint.acknowledged').thenNotAllowed('complaintIsOpen');
  });

  it('lets nobody take it over who is involved', () => {
    given(taken)
      .when(usual('complaint.acknowledged', { by: own.id }))
      .thenNotAllowed('handlerIsNotInvolved');
  });

  it('tells nobody that they are replaced by themselves', () => {
    tells(given(taken).when('complaint.acknowledged'), 'complaintAcknowledged → employee employee-1');
  });

  it('keeps a complaint answerable whose handler the own physician proposes as third physician', () => {
    const involved = given(
      upTo('completion.consideringTransfer'),
      taken,
      usual('transfer.granted', { to: physician(handler, 'noord') }),
    );
    involved.when('complaint.answered').thenNotAllowed('handlerIsNotInvolved');
    const over = goingOn(
      involved.when(usual('complaint.acknowledged', other)).thenIn('completion.awaitingThirdPhysician'),
    );
    over.when(usual('complaint.answered', other)).thenIn('completion.awaitingThirdPhysician');
  });
});

clause('G-12', () => {
  const alarmed = {
    ...opening,
    contract: { ...opening.contract, alarms: { complaint: 28 } },
  };
  const complaintTerms = (current: Case) => deadlines(current).filter(({ term }) => term === 'complaint');

  it('keeps the term to answer open, without a number, for every complaint that waits', () => {
    const { case: current } = given(storyTo.concluded.events, 'complaint.filed', usual('complaint.filed', another));
    expect(deadlines(current)).toEqual(
      ['complaint-1', 'complaint-2'].map((complaint) => ({
        term: 'complaint',
        owner: 'complaintHandler',
        person: null,
        since: '2026-03-18',
        complaint,
        clauses: ['D-2.14e.4', 'G-12'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
        certainty: 'known',
      })),
    );
  });

  it('comes after the terms of the procedure, where none has a day', () => {
    const { case: current } = given(upTo('completion.considering'), 'complaint.filed');
    expect(deadlines(current).map(({ term }) => term)).toEqual(['decide', 'complaint']);
    const { case: considering } = given(upTo('completion.consideringTransfer'), 'complaint.filed');
    expect(deadlines(considering).map(({ term }) => term)).toEqual(['considerTransfer', 'complaint']);
  });

  it('looks at it on the day that the contract agreed, the soonest first', () => {
    const { case: current } = given(
      alarmed,
      usual('complaint.filed', { on: '2026-03-25' }),
      usual('complaint.filed', { ...another, on: '2026-03-20' }),
    );
    expect(complaintTerms(current).map(({ alarmOn }) => alarmOn)).toEqual(['2026-04-17', '2026-04-22']);
    expect(deadlines(current).map(({ term }) => term)).toEqual(['complaint', 'complaint', 'engage']);
  });

  it('runs on after an acknowledgement, and stops with the answer or the withdrawal', () => {
    expect(complaintTerms(given('complaint.filed', 'complaint.acknowledged').case)).toHaveLength(1);
    expect(complaintTerms(given('complaint.filed', 'complaint.answered').case)).toEqual([]);
    expect(complaintTerms(given('complaint.filed', 'complaint.withdrawn').case)).toEqual([]);
  });

  it('names no deviation once the agreed day has passed', () => {
    const done = given(alarmed, 'complaint.filed').whenDone(usual('complaint.answered', { on: '2026-09-01' }));
    done.thenIn('application.discussing');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('waits for an acknowledgement, and then for the handler', () => {
    const ofHandlers = (current: Case) => waitingOn(current).filter(({ role }) => role === 'complaintHandler');
    expect(ofHandlers(given(usual('complaint.filed', { on: '2026-03-20' })).case)).toEqual([
      {
        role: 'complaintHandler',
        person: null,
        events: ['complaint.acknowledged', 'complaint.answered'],
        since: '2026-03-20',
        complaint: 'complaint-1',
      },
    ]);
    expect(ofHandlers(given('complaint.filed', 'complaint.acknowledged').case)).toMatchObject([
      { person: handler, events: ['complaint.progressed', 'complaint.answered'] },
    ]);
    expect(ofHandlers(given('complaint.filed', 'complaint.answered').case)).toEqual([]);
  });

  it('lists what a handler may report, and who handles it', () => {
    const ofHandlers = (current: Case) =>
      expectedEvents(current, 'complaintHandler').map(({ type, person, needs }) => [type, person, needs]);
    expect(ofHandlers(given().case)).toEqual([]);
    expect(ofHandlers(given('complaint.filed').case)).toEqual([
      ['complaint.acknowledged', null, ['complaint']],
      ['complaint.progressed', null, ['complaint']],
      ['complaint.answered', null, ['complaint', 'decision', 'reasons']],
    ]);
    expect(ofHandlers(given('complaint.filed', 'complaint.acknowledged').case).map(([, person]) => person)).toEqual([
      handler,
      handler,
      handler,
    ]);
  });

  it('names no handler where two have one each, and the one that is left when the other has answered', () => {
    const both = given(
      'complaint.filed',
      'complaint.acknowledged',
      usual('complaint.filed', another),
      usual('complaint.acknowledged', { ...another, by: 'handler-2' }),
    );
    const handlerIn = (current: Case) =>
      new Set(expectedEvents(current, 'complaintHandler').map(({ person }) => person));
    expect(handlerIn(both.case)).toEqual(new Set([null]));
    expect(handlerIn(both.when('complaint.answered').thenIn('application.discussing'))).toEqual(new Set(['handler-2']));
  });
});
