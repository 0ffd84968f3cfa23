import { expect, it } from 'vitest';
import { type Case, deadlines, expectedEvents, type Outcome, type Step, waitingOn } from '../src/index.js';
import {
  acknowledged,
  chosen,
  clause,
  complained,
  complaintAnswered,
  complaintWithdrawn,
  declined,
  deviationsIn,
  employee,
  employer,
  first,
  given,
  givenIn,
  handler,
  honoured,
  noticesIn,
  opening,
  own,
  physician,
  planning,
  progressed,
  replaced,
  sent,
  storyTo,
  successor,
  upTo,
} from './support/story.js';

const everyStep = Object.keys(storyTo) as Step[];
const another = { complaint: 'complaint-2' };
const tells = ({ outcome }: { outcome: Outcome }, ...expected: string[]) =>
  expect(noticesIn(outcome)).toEqual(expected);
const complaintsIn = ({ outcome }: { outcome: Outcome }) => (outcome.ok ? outcome.case.complaints : outcome.reason);

clause('B-37', () => {
  it.each(everyStep)('takes a complaint in %s, where the procedure then stays; nobody is told', (step) => {
    const done = givenIn(step).when(complained());
    const current = done.thenIn(step);
    expect(current.complaints).toBe('pending');
    expect(current.since).toBe('2026-03-18');
    tells(done);
  });

  it('does not stop the procedure', () => {
    given(complained())
      .when(honoured())
      .then({ case: { step: 'application.choosing', complaints: 'pending' } });
  });

  it.each([own.id, first.id, 'third-1', 'noord'])('takes a complaint against whomever: %s', (against) => {
    given().when(complained({ against })).thenIn('application.discussing');
  });

  it('takes any number of complaints, each under an id of its own', () => {
    const { when, whenDone } = given(complained());
    when(complained(another)).thenIn('application.discussing');
    when(complained()).thenNotAllowed('complaintIsNew');
    const done = whenDone(complained({ against: first.id }));
    expect(deviationsIn(done.outcome)).toEqual(['complaintIsNew law']);
    expect(done.thenIn('application.discussing').file.complaints).toMatchObject([
      { complaint: 'complaint-1', against: own.id },
    ]);
  });

  it('leaves complaining to the employee', () => {
    for (const by of [own.id, employer, handler]) given().when(complained({ by })).thenNotAllowed('actorHoldsRole');
  });

  it('takes no complaint from before the opening', () => {
    given()
      .when(complained({ on: '2026-03-17' }))
      .thenNotAllowed('datedInOrder');
  });

  it('is pending while one complaint is open, then answered if one was answered, else none', () => {
    const both = [complained(), complained(another)];
    expect(complaintsIn(given(both).when(complaintAnswered()))).toBe('pending');
    expect(complaintsIn(given(both).when(complaintWithdrawn()))).toBe('pending');
    expect(complaintsIn(given(both, complaintAnswered()).when(complaintAnswered(another)))).toBe('answered');
    expect(complaintsIn(given(both, complaintAnswered()).when(complaintWithdrawn(another)))).toBe('answered');
    expect(complaintsIn(given(both, complaintWithdrawn()).when(complaintAnswered(another)))).toBe('answered');
    expect(complaintsIn(given(both, complaintWithdrawn()).when(complaintWithdrawn(another)))).toBe('none');
    expect(complaintsIn(given(complained(), complaintAnswered()).when(complained(another)))).toBe('pending');
  });

  it('lets the employee withdraw a complaint that is open, and nobody else; nobody is told', () => {
    const done = given(complained(), acknowledged()).when(complaintWithdrawn());
    done.thenIn('application.discussing');
    tells(done);
    given(complained())
      .when(complaintWithdrawn({ by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given(complained()).when(complaintWithdrawn(another)).thenNotAllowed('complaintIsOpen');
  });

  it('lets him withdraw it with a letter of before the acknowledgement, though not of before the complaint', () => {
    const { when } = given(complained({ on: '2026-03-19' }), acknowledged({ on: '2026-03-23' }));
    when(complaintWithdrawn({ on: '2026-03-20' })).thenIn('application.discussing');
    when(complaintWithdrawn({ on: '2026-03-18' })).thenNotAllowed('datedInOrder');
    when(progressed({ on: '2026-03-20' })).thenNotAllowed('datedInOrder');
  });
});

clause('D-2.14e.4', () => {
  it.each([
    { event: acknowledged(), about: 'complaintAcknowledged' },
    { event: progressed(), about: 'complaintProgressed' },
    { event: complaintAnswered(), about: 'complaintAnswered' },
  ])('tells the employee of $event.type, and nobody else', ({ event, about }) => {
    const done = given(complained()).when(event);
    done.thenIn('application.discussing');
    tells(done, `${about} → employee employee-1`);
  });

  it.each([acknowledged(), progressed(), complaintAnswered()])(
    'takes no $type of a complaint that is not open',
    (event) => {
      given(complained(another)).when(event).thenNotAllowed('complaintIsOpen');
      given(complained(another), complained(), complaintAnswered()).when(event).thenNotAllowed('complaintIsOpen');
      given(complained(another), complained(), complaintWithdrawn()).when(event).thenNotAllowed('complaintIsOpen');
      const done = given(complained(another)).whenDone(event);
      done.thenIn('application.discussing');
      expect(deviationsIn(done.outcome)).toEqual(['complaintIsOpen law']);
      tells(done);
    },
  );

  it.each([acknowledged(), progressed(), complaintAnswered(), complaintWithdrawn()])(
    'takes no $type while no complaint is open at all',
    (event) => {
      given().when(event).thenUnexpected();
      given(complained(), complaintAnswered()).when(event).thenUnexpected();
    },
  );

  it('tells the employee of an answer while other complaints wait', () => {
    const done = given(complained(), complained(another)).when(complaintAnswered());
    tells(done, 'complaintAnswered → employee employee-1');
  });

  it('answers with reasons, and with a day for measures where there are any', () => {
    const { when, whenDone } = given(complained());
    when(complaintAnswered({ reasons: undefined })).thenNotAllowed('answerHasReasons');
    expect(deviationsIn(whenDone(complaintAnswered({ reasons: undefined })).outcome)).toEqual(['answerHasReasons law']);
    expect(complaintsIn(whenDone(complaintAnswered({ reasons: undefined })))).toBe('answered');
    when(complaintAnswered({ measuresBy: '2026-06-01' })).then({
      case: { file: { complaints: [{ answered: { decision: 'decision-1', measuresBy: '2026-06-01' } }] } },
    });
  });

  it.each([acknowledged, progressed, complaintAnswered, complaintWithdrawn])(
    'goes by the order of the days',
    (event) => {
      given(complained({ on: '2026-03-20' }))
        .when(event({ on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
    },
  );

  it('answers nothing on a day before the acknowledgement', () => {
    given(complained(), acknowledged({ on: '2026-03-20' }))
      .when(complaintAnswered({ on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('D-2.14e.5', () => {
  const giver = physician('physician-giver', 'midden');
  const alone = [
    ...upTo('application.choosing'),
    chosen({ second: undefined }),
    sent({ medicalData: false }),
    declined(),
  ];

  it.each([
    ['the employee', employee, opening, []],
    ['the employer', employer, opening, []],
    ['the administration', planning, opening, []],
    ['the own physician', own.id, opening, []],
    [
      'the own physician of before',
      own.id,
      { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } },
      [replaced()],
    ],
    ['the new own physician', successor.id, opening, [replaced()]],
    ['the giver of the advice', giver.id, { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } }, []],
    ['the engaged physician', first.id, opening, upTo('execution.inviting')],
    ['a physician who declined', first.id, opening, alone],
    ['the third physician', 'physician-third', opening, upTo('completion.awaitingThirdPhysician')],
  ])('lets no complaint be handled by %s', (_, by, start, events) => {
    for (const event of [acknowledged({ by }), progressed({ by }), complaintAnswered({ by })])
      given(start, events, complained({ against: 'noord' }))
        .when(event)
        .thenNotAllowed('handlerIsNotInvolved');
  });

  it('lets no complaint be handled by whom it is against', () => {
    given(complained({ against: handler }))
      .when(acknowledged())
      .thenNotAllowed('handlerIsNotInvolved');
    given(complained({ against: handler }), complained(another))
      .when(acknowledged(another))
      .thenIn('application.discussing');
  });

  it('lets nobody involved answer one complaint while others wait', () => {
    given(complained({ against: 'noord' }), complained(another))
      .when(complaintAnswered({ by: own.id }))
      .thenNotAllowed('handlerIsNotInvolved');
  });

  it('counts an answer by somebody involved as none', () => {
    const done = given(complained()).whenDone(complaintAnswered({ by: own.id }));
    expect(complaintsIn(done)).toBe('pending');
    expect(deviationsIn(done.outcome)).toEqual(['handlerIsNotInvolved law']);
  });

  it('lets whoever acknowledged a complaint handle it, and nobody else', () => {
    const other = { by: 'handler-2' };
    given(complained()).when(complaintAnswered(other)).thenIn('application.discussing');
    for (const event of [acknowledged(other), progressed(other), complaintAnswered(other)])
      given(complained(), acknowledged()).when(event).thenNotAllowed('actorHoldsRole');
    given(complained(), acknowledged()).when(complaintAnswered()).thenIn('application.discussing');
  });

  it('gives every complaint a handler of its own', () => {
    given(complained(), complained(another), acknowledged())
      .when(complaintAnswered({ ...another, by: 'handler-2' }))
      .thenIn('application.discussing');
  });
});

clause('G-12', () => {
  const alarmed = {
    ...opening,
    contract: { ...opening.contract, alarms: { complaint: 28 } },
  };
  const complaintTerms = (current: Case) => deadlines(current).filter(({ term }) => term === 'complaint');

  it('keeps the term to answer open, without a number, for every complaint that waits', () => {
    const { case: current } = given(storyTo.concluded.events, complained(), complained(another));
    expect(deadlines(current)).toEqual(
      [1, 2].map(() => ({
        term: 'complaint',
        owner: 'complaintHandler',
        clauses: ['D-2.14e.4', 'G-12'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
        certainty: 'known',
      })),
    );
  });

  it('comes after the terms of the procedure, where none has a day', () => {
    const { case: current } = given(upTo('completion.considering'), complained());
    expect(deadlines(current).map(({ term }) => term)).toEqual(['decide', 'complaint']);
    const { case: considering } = given(upTo('completion.consideringTransfer'), complained());
    expect(deadlines(considering).map(({ term }) => term)).toEqual(['considerTransfer', 'complaint']);
  });

  it('looks at it on the day that the contract agreed, the soonest first', () => {
    const { case: current } = given(
      alarmed,
      complained({ on: '2026-03-25' }),
      complained({ ...another, on: '2026-03-20' }),
    );
    expect(complaintTerms(current).map(({ alarmOn }) => alarmOn)).toEqual(['2026-04-17', '2026-04-22']);
    expect(deadlines(current).map(({ term }) => term)).toEqual(['complaint', 'complaint', 'engage']);
  });

  it('runs on after an acknowledgement, and stops with the answer or the withdrawal', () => {
    expect(complaintTerms(given(complained(), acknowledged()).case)).toHaveLength(1);
    expect(complaintTerms(given(complained(), complaintAnswered()).case)).toEqual([]);
    expect(complaintTerms(given(complained(), complaintWithdrawn()).case)).toEqual([]);
  });

  it('names no deviation once the agreed day has passed', () => {
    const done = given(alarmed, complained()).whenDone(complaintAnswered({ on: '2026-09-01' }));
    done.thenIn('application.discussing');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('waits for an acknowledgement, and then for the handler', () => {
    const ofHandlers = (current: Case) => waitingOn(current).filter(({ role }) => role === 'complaintHandler');
    expect(ofHandlers(given(complained({ on: '2026-03-20' })).case)).toEqual([
      {
        role: 'complaintHandler',
        person: null,
        for: ['complaint.acknowledged', 'complaint.answered'],
        since: '2026-03-20',
      },
    ]);
    expect(ofHandlers(given(complained(), acknowledged()).case)).toMatchObject([
      { person: handler, for: ['complaint.progressed', 'complaint.answered'] },
    ]);
    expect(ofHandlers(given(complained(), complaintAnswered()).case)).toEqual([]);
  });

  it('lists what a handler may report, and who handles it', () => {
    const ofHandlers = (current: Case) =>
      expectedEvents(current, 'complaintHandler').map(({ type, person, needs }) => [type, person, needs]);
    expect(ofHandlers(given().case)).toEqual([]);
    expect(ofHandlers(given(complained()).case)).toEqual([
      ['complaint.acknowledged', null, ['complaint']],
      ['complaint.progressed', null, ['complaint']],
      ['complaint.answered', null, ['complaint', 'decision', 'reasons']],
    ]);
    expect(ofHandlers(given(complained(), acknowledged()).case).map(([, person]) => person)).toEqual([
      handler,
      handler,
      handler,
    ]);
  });

  it('names no handler where two have one each, and the one that is left when the other has answered', () => {
    const both = given(
      complained(),
      acknowledged(),
      complained(another),
      acknowledged({ ...another, by: 'handler-2' }),
    );
    const handlerIn = (current: Case) =>
      new Set(expectedEvents(current, 'complaintHandler').map(({ person }) => person));
    expect(handlerIn(both.case)).toEqual(new Set([null]));
    expect(handlerIn(both.when(complaintAnswered()).thenIn('application.discussing'))).toEqual(new Set(['handler-2']));
  });
});
