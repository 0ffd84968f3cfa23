import { expect, it } from 'vitest';
import {
  type Case,
  deadlines,
  type EventType,
  expectedEvents,
  type Outcome,
  payer,
  type Step,
  viewFor,
  waitingOn,
} from '../src/index.js';
import { openingOf } from '../src/testing/index.js';
import { viewOf } from '../src/views.js';
import {
  another,
  clause,
  deviationsIn,
  employee,
  employer,
  first,
  given,
  givenIn,
  goingOn,
  noticesIn,
  opening,
  outsider,
  own,
  physician,
  planning,
  second,
  storyTo,
  successor,
  type Told,
  third,
  upTo,
  usual,
} from './support/story.js';

const considering = upTo('completion.considering');
const inSilence = [...considering, usual('transfer.requested')];
const { employer: _, ...withoutEmployer } = opening.participants;
const employerUnnamed = { ...opening, participants: withoutEmployer };

const everyStep = Object.keys(storyTo) as Step[];
const allBut = (steps: Step[]): Step[] => everyStep.filter((step) => !steps.includes(step));
const termsOf = (current: Case): string[] => deadlines(current).map(({ term }) => term);
const movesIn = (current: Case) => waitingOn(current).map(({ role, person, events: types }) => [role, person, types]);
const tells = ({ outcome }: { outcome: Outcome }, ...expected: string[]) =>
  expect(noticesIn(outcome)).toEqual(expected);

const toEmployee = 'employee employee-1';
const toOwn = 'ownPhysician physician-own';

clause('L-41', () => {
  it.each(['full', 'partial', 'none'])('tells the employee that the advice is adopted: %s', (adoption) => {
    const done = givenIn('completion.considering').when(usual('decision.made', { adoption }));
    done.thenIn('completion.decided');
    tells(done, `decisionMade → ${toEmployee}`);
  });

  it.each(['full', 'partial', 'none'])('lets nothing be decided without reasons: %s', (adoption) => {
    const { when, whenDone } = givenIn('completion.considering');
    when(usual('decision.made', { adoption, reasons: undefined })).thenNotAllowed('decisionHasReasons');
    const done = whenDone(usual('decision.made', { adoption, reasons: undefined }));
    done.thenIn('completion.decided');
    expect(deviationsIn(done.outcome)).toEqual(['decisionHasReasons law']);
  });

  it('leaves the decision to the own physician in person', () => {
    for (const by of [first.id, employee, planning])
      givenIn('completion.considering').when(usual('decision.made', { by })).thenNotAllowed('actorHoldsRole');
  });

  it('decides on no day before the copy', () => {
    given(upTo('execution.forwarding'), usual('advice.forwarded', { on: '2026-03-20' }))
      .when(usual('decision.made', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('decides on a copy that was handed over as well', () => {
    given(upTo('execution.awaitingConsent'), 'advice.handedOver').when('decision.made').thenIn('completion.decided');
  });
});

clause('L-40', () => {
  const alarmed = {
    ...opening,
    contract: { ...opening.contract, alarms: { decide: 10 } },
  };

  it('keeps the term to decide open, without a number, from the possession of a copy', () => {
    expect(deadlines(givenIn('completion.considering').case)).toEqual([
      {
        term: 'decide',
        owner: 'ownPhysician',
        person: own.id,
        since: '2026-03-18',
        clauses: ['D-2.14d.5', 'L-40', 'B-31b'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
        certainty: 'known',
      },
    ]);
    expect(termsOf(givenIn('completion.decided').case)).toEqual([]);
  });

  it('looks at it on the day that the contract agreed, counted from the copy', () => {
    const { case: current } = given(
      alarmed,
      upTo('execution.forwarding'),
      usual('advice.forwarded', { on: '2026-03-20' }),
    );
    expect(deadlines(current)[0]).toMatchObject({ term: 'decide', alarmOn: '2026-03-30' });
  });

  it('names no deviation once that day has passed', () => {
    const done = given(alarmed, considering).whenDone(usual('decision.made', { on: '2026-06-01' }));
    done.thenIn('completion.decided');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('puts a term with a day before a term without one', () => {
    expect(termsOf(given(alarmed, inSilence).case)).toEqual(['decide', 'considerTransfer']);
    expect(termsOf(given(inSilence).case)).toEqual(['decide', 'considerTransfer']);
  });

  it('waits for the own physician to decide, and for nobody after that', () => {
    expect(movesIn(givenIn('completion.considering').case)).toEqual([['ownPhysician', own.id, ['decision.made']]]);
    expect(movesIn(givenIn('completion.decided').case)).toEqual([]);
  });
});

clause('B-32', () => {
  const asking: Step[] = ['completion.considering', 'completion.decided', 'concluded'];

  it.each(asking)('lets the employee ask for another physician in %s, and tells the own physician', (step) => {
    const done = givenIn(step).when('transfer.requested');
    done.thenIn('completion.consideringTransfer');
    tells(done, `transferRequested → ${toOwn}`);
  });

  it.each(allBut(asking))('asks for no transfer in %s', (step) => {
    givenIn(step).when('transfer.requested').thenUnexpected();
  });

  it('transfers nothing where no guidance continues', () => {
    for (const events of [considering, upTo('completion.decided')])
      given({ ...opening, guidanceContinues: false }, events)
        .when('transfer.requested')
        .thenNotAllowed('guidanceContinues');
  });

  it('takes such a request as none, and records it as a deviation from the law', () => {
    const done = given({ ...opening, guidanceContinues: false }, considering).whenDone('transfer.requested');
    done.thenIn('completion.considering');
    expect(deviationsIn(done.outcome)).toEqual(['guidanceContinues law']);
    tells(done);
  });

  it('leaves the request to the employee, after the copy', () => {
    givenIn('completion.decided')
      .when(usual('transfer.requested', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given(upTo('execution.forwarding'), usual('advice.forwarded', { on: '2026-03-20' }))
      .when(usual('transfer.requested', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it.each([
    ['completion.consideringTransfer', inSilence],
    ['completion.awaitingThirdPhysician', [...inSilence, usual('transfer.granted')]],
    ['completion.transferRefused', [...inSilence, usual('transfer.refused')]],
    ['concluded', [...inSilence, usual('transfer.refused'), usual('case.closed')]],
  ] as [Step, typeof inSilence][])(
    'keeps the duty to decide in %s until it is done, when the transfer was asked in silence',
    (step, story) => {
      const { case: silent, when } = given(story);
      expect(silent.step).toBe(step);
      expect(termsOf(silent)).toContain('decide');
      expect(
        movesIn(silent)
          .filter(([role]) => role === 'ownPhysician')
          .join(),
      ).toContain('decision.made');
      when(usual('decision.made', { reasons: undefined })).thenNotAllowed('decisionHasReasons');
      const done = when('decision.made');
      const decidedNow = done.thenIn(step);
      tells(done, `decisionMade → ${toEmployee}`);
      expect(termsOf(decidedNow)).not.toContain('decide');
      expect(movesIn(decidedNow).join()).not.toContain('decision.made');
    },
  );

  it('asks for no transfer because of a copy that only a former own physician has', () => {
    given(considering, 'ownPhysician.replaced').when('transfer.requested').thenNotAllowed('ownPhysicianHasCopy');
  });
});

clause('L-41', () => {
  it('does not tell planning whether a decision is still owed after the end', () => {
    const owed = given(...inSilence, 'transfer.refused', 'case.closed').case;
    const made = given(...inSilence, 'transfer.refused', 'decision.made', 'case.closed').case;
    expect(viewOf(owed, 'administration').waitingOn).toEqual([]);
    expect(viewOf(made, 'administration')).toEqual(viewOf(owed, 'administration'));
  });
});

clause('B-39', () => {
  const concluded = storyTo.concluded.events;

  it.each([
    ['completion.considering', inSilence],
    ['completion.decided', [...considering, usual('decision.made'), usual('transfer.requested')]],
    ['concluded', [...concluded, usual('transfer.requested')]],
  ] as [Step, typeof inSilence][])('takes a withdrawn transfer back to %s', (step, story) => {
    for (const events of [story, [...story, usual('transfer.granted'), usual('transfer.declined')]]) {
      const done = given(events).when('transfer.withdrawn');
      done.thenIn(step);
      tells(done, `transferWithdrawn → ${toOwn}`);
    }
    given(story, 'transfer.granted').when('transfer.withdrawn').thenIn(step);
  });

  it('goes back to the decision where that was made meanwhile', () => {
    given(inSilence, 'decision.made').when('transfer.withdrawn').thenIn('completion.decided');
  });

  it('lets the employee ask again after it, and ends the role of the physician proposed', () => {
    const again = [usual('transfer.granted'), usual('transfer.withdrawn'), usual('transfer.requested')];
    given(inSilence, again).when('transfer.accepted').thenUnexpected();
    given(inSilence, again, usual('transfer.granted', { to: another }))
      .when('transfer.accepted')
      .thenNotAllowed('actorHoldsRole');
  });

  it('withdraws no transfer that was refused, and none of another day before the request', () => {
    givenIn('completion.transferRefused').when('transfer.withdrawn').thenUnexpected();
    given(considering, usual('transfer.requested', { on: '2026-03-20' }))
      .when(usual('transfer.withdrawn', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('E-31', () => {
  it('keeps the term to weigh the transfer open from the request until it is weighed', () => {
    const considering = givenIn('completion.consideringTransfer').case;
    expect(deadlines(considering)).toMatchObject([
      {
        term: 'considerTransfer',
        owner: 'ownPhysician',
        clauses: ['D-2.14d.6', 'E-31', 'B-92'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
      },
    ]);
    for (const next of [usual('transfer.granted'), usual('transfer.refused'), usual('transfer.withdrawn')])
      expect(termsOf(given(upTo('completion.consideringTransfer'), next).case)).toEqual([]);
  });

  it('waits for the own physician to weigh it', () => {
    expect(movesIn(givenIn('completion.consideringTransfer').case)).toEqual([
      ['ownPhysician', own.id, ['transfer.granted', 'transfer.refused']],
    ]);
  });

  it('grants the transfer to a third physician, who is told like the employee, the employer is not', () => {
    const done = givenIn('completion.consideringTransfer').when('transfer.granted');
    done.thenIn('completion.awaitingThirdPhysician');
    tells(done, `transferGranted → ${toEmployee}`, 'transferGranted → thirdPhysician physician-third');
  });

  it('leaves that to the own physician, after the request', () => {
    givenIn('completion.consideringTransfer')
      .when(usual('transfer.granted', { by: employee }))
      .thenNotAllowed('actorHoldsRole');
    given(considering, usual('transfer.requested', { on: '2026-03-20' }))
      .when(usual('transfer.granted', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-34', () => {
  const unregistered = physician('physician-trainee', 'noord', { registered: false });

  it('lets a colleague be the third physician', () => {
    expect(third.organisations).toEqual(own.organisations);
    givenIn('completion.consideringTransfer').when('transfer.granted').thenIn('completion.awaitingThirdPhysician');
  });

  it('transfers the guidance to nobody but another', () => {
    const { when, whenDone } = givenIn('completion.consideringTransfer');
    when(usual('transfer.granted', { to: own })).thenNotAllowed('thirdIsNotTheOwnPhysician');
    when(usual('transfer.granted', { to: unregistered })).thenNotAllowed('physicianIsRegistered');
    const done = whenDone(usual('transfer.granted', { to: own }));
    done.thenIn('completion.consideringTransfer');
    expect(deviationsIn(done.outcome)).toEqual(['thirdIsNotTheOwnPhysician law']);
  });
});

clause('G-8', () => {
  const proposed = upTo('completion.awaitingThirdPhysician');

  it('lets the third physician decline; employee and own physician are told', () => {
    const done = given(proposed).when('transfer.declined');
    done.thenIn('completion.awaitingThirdPhysician');
    tells(done, `transferDeclined → ${toEmployee}`, `transferDeclined → ${toOwn}`);
  });

  it('lets the own physician propose another, who then has the role', () => {
    const done = given(proposed, 'transfer.declined').when(usual('transfer.granted', { to: another }));
    done.thenIn('completion.awaitingThirdPhysician');
    tells(done, `transferGranted → ${toEmployee}`, 'transferGranted → thirdPhysician physician-another');
    given(proposed, 'transfer.declined', usual('transfer.granted', { to: another }))
      .when(usual('transfer.accepted', { by: another.id }))
      .thenIn('transferred');
    for (const story of [
      [usual('transfer.declined')],
      [usual('transfer.declined'), usual('transfer.granted', { to: another })],
      [usual('transfer.granted', { to: another })],
    ])
      given(proposed, story).when('transfer.accepted').thenNotAllowed('actorHoldsRole');
  });

  it('waits for the third physician, and for another proposal after a no', () => {
    expect(movesIn(given(proposed).case)).toEqual([
      ['thirdPhysician', third.id, ['transfer.accepted', 'transfer.declined']],
    ]);
    expect(movesIn(given(proposed, 'transfer.declined').case)).toEqual([
      ['ownPhysician', own.id, ['transfer.granted']],
    ]);
  });

  it('lets the own physician refuse after all where the third physician declined', () => {
    given(proposed, 'transfer.declined').when('transfer.refused').thenIn('completion.transferRefused');
  });

  it('accepts no guidance on a day before the proposal', () => {
    for (const event of ['transfer.accepted', 'transfer.declined'] as const)
      given(upTo('completion.consideringTransfer'), usual('transfer.granted', { on: '2026-03-20' }))
        .when(usual(event, { on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
  });

  it('leaves the acceptance to the third physician', () => {
    given(proposed)
      .when(usual('transfer.accepted', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });
});

clause('B-92', () => {
  const proposed = upTo('completion.awaitingThirdPhysician');
  const notNeeded = (outcome: Outcome) => noticesIn(outcome).filter((line) => line.startsWith('notNeeded'));

  it.each([usual('transfer.withdrawn'), usual('transfer.refused'), usual('transfer.granted', { to: another })])(
    'tells a third physician that they are not needed any more: $type',
    (next) => {
      const done = given(proposed).when(next);
      expect(notNeeded(done.outcome)).toEqual(['notNeeded → thirdPhysician physician-third']);
      const [letter] = done.outcome.ok ? done.outcome.notices.filter(({ about }) => about === 'notNeeded') : [];
      expect(letter).toMatchObject({ from: 'ownPhysician', clauses: ['G-8', 'B-92'] });
      expect(notNeeded(given(proposed, 'transfer.declined').when(next).outcome)).toEqual([]);
    },
  );

  it('tells nobody that they are not needed who is proposed again, or where nobody was', () => {
    expect(notNeeded(given(proposed).when('transfer.granted').outcome)).toEqual([]);
    for (const type of ['transfer.withdrawn', 'transfer.refused'] as const)
      expect(notNeeded(givenIn('completion.consideringTransfer').when(type).outcome)).toEqual([]);
  });

  it('lets the term to find another run again from a no', () => {
    const declined = given(proposed, usual('transfer.declined', { on: '2026-03-20' })).case;
    expect(termsOf(declined)).toEqual(['considerTransfer']);
    expect(waitingOn(declined)).toEqual([
      { role: 'ownPhysician', person: own.id, events: ['transfer.granted'], since: '2026-03-20' },
    ]);
    const alarmless = given(
      proposed,
      usual('transfer.declined', { on: '2026-03-20' }),
      usual('transfer.granted', { on: '2026-03-20' }),
    );
    expect(termsOf(alarmless.case)).toEqual([]);
  });
});

clause('E-33', () => {
  const accepted = [`transferAccepted → ${toEmployee}`, `transferAccepted → ${toOwn}`];
  const toEmployer = 'guidanceTransferred → employer employer-1';

  it('tells the employer of the acceptance, not before the employee and the own physician', () => {
    const done = givenIn('completion.awaitingThirdPhysician').when('transfer.accepted');
    done.thenIn('transferred');
    tells(done, ...accepted, toEmployer, 'heedTheResults → thirdPhysician physician-third');
  });

  it('tells the employer of the opening, also where the employee asked another since; that one is told nothing', () => {
    const another = usual('employer.asked', { employer: 'employer-2' });
    const asked = given(upTo('completion.awaitingThirdPhysician'), another);
    const done = asked.when('transfer.accepted');
    tells(done, ...accepted, toEmployer, 'heedTheResults → thirdPhysician physician-third');
    for (const events of [
      [another, usual('transfer.accepted')],
      [usual('transfer.accepted'), another],
    ]) {
      const { case: current } = given(upTo('completion.awaitingThirdPhysician'), events);
      expect(viewFor(current, { role: 'employer', person: 'employer-2' })).toEqual(
        viewFor(asked.case, { role: 'employer', person: 'employer-2' }),
      );
    }
  });

  it('tells no employer where the opening names none, also where the employee named one since', () => {
    const story = upTo('completion.awaitingThirdPhysician');
    const done = given(employerUnnamed, story, usual('employer.asked', { employer })).when('transfer.accepted');
    tells(done, ...accepted, 'heedTheResults → thirdPhysician physician-third');
  });

  it('tells the third physician nothing of an advice that may not go along', () => {
    const story = [
      ...considering,
      usual('decision.made'),
      usual('transfer.requested', { adviceMayBePassedOn: false }),
      usual('transfer.granted'),
    ];
    const done = given(story).when('transfer.accepted');
    done.thenIn('transferred');
    tells(done, ...accepted, toEmployer);
  });

  it('leaves out the notice to an employer who is not named', () => {
    const done = given(employerUnnamed, upTo('completion.awaitingThirdPhysician')).when('transfer.accepted');
    tells(done, ...accepted, 'heedTheResults → thirdPhysician physician-third');
  });

  it('gives every notice an id that is the same at every replay', () => {
    const ids = () => {
      const { outcome } = givenIn('completion.awaitingThirdPhysician').when('transfer.accepted');
      return outcome.ok ? outcome.notices.map(({ id }) => id) : [];
    };
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(4);
  });
});

clause('E-34', () => {
  it.each(['completion.consideringTransfer', 'completion.awaitingThirdPhysician'] as Step[])(
    'lets the own physician refuse the transfer in %s, with reasons or without; the employee is told',
    (step) => {
      for (const refusal of [usual('transfer.refused'), usual('transfer.refused', { reasons: 'reasons-5' })]) {
        const done = givenIn(step).when(refusal);
        done.thenIn('completion.transferRefused');
        expect(noticesIn(done.outcome)[0]).toBe(`transferRefused → ${toEmployee}`);
      }
    },
  );
});

clause('B-55', () => {
  const withCopy = everyStep.filter((step) => /^(completion|concluded|transferred)/.test(step));
  const asked = [...inSilence, usual('employer.asked', { on: '2026-03-20' })];

  it.each(withCopy)('lets the employee ask the employer in %s, where the procedure then stays', (step) => {
    const { step: before, since } = givenIn(step).case;
    const done = givenIn(step).when(usual('employer.asked', { on: '2026-03-20' }));
    done.expect({ case: { step: before, since, employerRoute: 'asked' } });
    tells(done, `employerAsked → employer ${employer}`);
  });

  it.each(allBut(withCopy))('asks the employer nothing in %s, where there is no copy', (step) => {
    givenIn(step).when('employer.asked').thenUnexpected();
  });

  it('shuts no way of the employee while the employer says nothing', () => {
    const may = (events: Told[]) => viewOf(given(events).case, 'employee').mayReport.map(({ type }) => type);
    for (const step of withCopy) {
      const { events } = storyTo[step];
      const beside = may([...events, usual('employer.asked')]).filter((type) => type !== 'employer.notAsked');
      expect(beside).toEqual(may(events));
    }
  });

  it('waits for the employer beside whoever is waited for, since the question', () => {
    expect(waitingOn(given(asked).case).slice(-1)).toEqual([
      { role: 'employer', person: employer, events: ['employer.agreed', 'employer.declined'], since: '2026-03-20' },
    ]);
    const ofTheEmployer = (answer: Told) =>
      waitingOn(given(asked, answer).case).filter((each) => each.role === 'employer');
    for (const type of ['employer.agreed', 'employer.declined', 'employer.notAsked'] as const)
      expect(ofTheEmployer(usual(type, { on: '2026-03-21' }))).toEqual([]);
  });

  it('asks an employer whom the opening did not name, and from then on they are the employer', () => {
    const { when, whenDone } = given(employerUnnamed, considering);
    when('employer.asked').thenNotAllowed('employerIsNamed');
    expect(deviationsIn(whenDone('employer.asked').outcome)).toEqual(['employerIsNamed commentary']);
    const done = when(usual('employer.asked', { employer: 'employer-2' }));
    tells(done, 'employerAsked → employer employer-2');
    goingOn(done.thenIn('completion.considering'))
      .when(usual('employer.agreed', { by: 'employer-2' }))
      .expect({ ok: true, case: { employerRoute: 'answered' } });
  });

  it.each([
    ['employer.agreed', 'employerAgreed'],
    ['employer.declined', 'employerDeclined'],
  ] as const)('tells the employee of the answer, and nobody else: %s', (type, about) => {
    tells(given(asked).when(usual(type, { on: '2026-03-21' })), `${about} → ${toEmployee}`);
  });

  it('lets the employee take the question back; the employer is told, and can answer no more', () => {
    const done = given(asked).when(usual('employer.notAsked', { on: '2026-03-21' }));
    done.expect({
      case: { step: 'completion.consideringTransfer', employerRoute: 'none', file: { employerRequest: null } },
    });
    tells(done, `employerNotAsked → employer ${employer}`);
    const back = given(asked, usual('employer.notAsked', { on: '2026-03-21' }));
    expect(viewFor(back.case, { role: 'employer', person: employer })).toEqual(
      viewFor(given(inSilence).case, { role: 'employer', person: employer }),
    );
    for (const type of ['employer.agreed', 'employer.declined', 'employer.notAsked'] as const)
      back.when(type).thenUnexpected();
  });

  it('keeps to each employer their own question, and what they were told', () => {
    const told = [...asked, usual('employer.informed', { on: '2026-03-20' })];
    const other = 'employer-2';
    const toOther = usual('employer.asked', { employer: other, on: '2026-03-21' });
    const question = { askedOn: '2026-03-21', answered: null };
    const sees = { guidance: null, request: question, told: [], asked: [] };
    expect(viewFor(given(told, toOther).case, { role: 'employer', person: other }).sees).toEqual(sees);
    expect(viewFor(given(told, toOther).case, { role: 'employer', person: employer }).sees).toBeNull();
    const back = given(told, toOther, usual('employer.notAsked', { on: '2026-03-21' }));
    expect(viewFor(back.case, { role: 'employer', person: other }).sees).toBeNull();
  });

  it('tells an employer who was asked, and nobody else, that the question is another’s now', () => {
    const toAnother = usual('employer.asked', { employer: 'employer-2', on: '2026-03-21' });
    const inTurn = 'employerAsked → employer employer-2';
    tells(given(asked).when(toAnother), inTurn, `employerNotAsked → employer ${employer}`);
    tells(given(inSilence).when(toAnother), inTurn);
    tells(given(asked, usual('employer.declined', { on: '2026-03-21' })).when(toAnother), inTurn);
    tells(given(asked).when(usual('employer.asked', { on: '2026-03-21' })), `employerAsked → employer ${employer}`);
  });

  it('leaves question and answer to whoever they are of, in the order of the days', () => {
    for (const by of [own.id, employer])
      given(considering).when(usual('employer.asked', { by })).thenNotAllowed('actorHoldsRole');
    given(asked)
      .when(usual('employer.notAsked', { by: employer, on: '2026-03-20' }))
      .thenNotAllowed('actorHoldsRole');
    given(upTo('execution.forwarding'), usual('advice.forwarded', { on: '2026-03-20' }))
      .when(usual('employer.asked', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
    for (const type of ['employer.agreed', 'employer.declined', 'employer.notAsked'] as const)
      given(asked)
        .when(usual(type, { on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
    given(asked, usual('employer.declined', { on: '2026-03-23' }))
      .when(usual('employer.asked', { on: '2026-03-22' }))
      .thenNotAllowed('datedInOrder');
  });

  it('is answered where the procedure has ended with the death of the employee', () => {
    const died = given(asked, usual('employee.died', { on: '2026-03-21' }));
    died.when(usual('employer.declined', { on: '2026-03-22' })).thenIn('lapsed');
    died.when(usual('employer.asked', { on: '2026-03-22' })).thenUnexpected();
  });
});

clause('B-36', () => {
  const asked = [...inSilence, usual('employer.asked')];

  it.each([usual('employer.agreed'), usual('employer.declined')])(
    'lets the employer decide freely: $type; the employee is told, and no step moves',
    (answer) => {
      const done = given(asked).when(answer);
      done.expect({ case: { step: 'completion.consideringTransfer', employerRoute: 'answered' } });
      tells(done, `${answer.type === 'employer.agreed' ? 'employerAgreed' : 'employerDeclined'} → ${toEmployee}`);
      given(asked)
        .when({ ...answer, by: own.id })
        .thenNotAllowed('actorHoldsRole');
    },
  );

  it('lets the employee ask again after the answer', () => {
    given(asked, 'employer.declined', 'employer.asked')
      .when('employer.agreed')
      .expect({ case: { employerRoute: 'answered', file: { employerRequest: { answered: { as: 'agreed' } } } } });
  });
});

clause('B-56', () => {
  const closable: Step[] = ['completion.decided', 'completion.transferRefused'];

  it.each(closable)('lets the employee or the own physician close the case in %s; the other is told', (step) => {
    for (const [by, other] of [
      [own.id, toEmployee],
      [employee, toOwn],
    ] as const) {
      const done = givenIn(step).when(usual('case.closed', { by, on: '2026-03-20' }));
      done.expect({ case: { step: 'concluded', since: '2026-03-20', file: { closedOn: '2026-03-20' } } });
      tells(done, `caseClosed → ${other}`);
    }
  });

  it.each(allBut(closable))('closes no case in %s', (step) => {
    givenIn(step).when('case.closed').thenUnexpected();
  });

  it('leaves closing to these two, on no day before the decision or the refusal', () => {
    for (const by of [first.id, employer, planning])
      givenIn('completion.decided').when(usual('case.closed', { by })).thenNotAllowed('actorHoldsRole');
    for (const last of [usual('decision.made', { on: '2026-03-20' }), usual('transfer.refused', { on: '2026-03-20' })])
      given(inSilence.slice(0, last.type === 'decision.made' ? -1 : undefined), last)
        .when(usual('case.closed', { on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
  });

  it('leaves open what B-32 leaves open: the decision that is owed, and the transfer', () => {
    const closed = given(inSilence, 'transfer.refused', usual('case.closed', { by: employee }));
    expect(termsOf(closed.case)).toEqual(['decide']);
    closed.when('decision.made').thenIn('concluded');
    closed.when('transfer.requested').thenIn('completion.consideringTransfer');
  });
});

clause('B-51', () => {
  const kept = storyTo.notForwarded.events;
  const decided = () => given(kept).whenDone(usual('decision.made', { on: '2026-03-20' }));

  it('books a decision without a copy, tells the employee, and leaves the case where it was', () => {
    given(kept).when('decision.made').thenNotAllowed('ownPhysicianHasCopy');
    const current = decided().thenIn('notForwarded');
    expect(deviationsIn(decided().outcome)).toEqual(['ownPhysicianHasCopy law']);
    tells(decided(), `decisionMade → ${toEmployee}`);
    expect({ ...current.file, told: null }).toEqual({ ...given(kept).case.file, told: null });
  });

  it('offers none to the own physician', () => {
    expect(expectedEvents(given(kept).case).map(({ type }) => type)).not.toContain('decision.made');
  });

  it('leaves the employee every way they had', () => {
    const may = (current: Case) => viewOf(current, 'employee').mayReport;
    const after = goingOn(decided().thenIn('notForwarded'));
    expect(may(after.case)).toEqual(may(given(kept).case));
    after.when(usual('forwarding.authorised', { on: '2026-03-20' })).thenIn('execution.forwarding');
  });

  it('decides on the real copy as if there had been no decision', () => {
    const handedOver = goingOn(decided().thenIn('notForwarded'))
      .when(usual('advice.handedOver', { on: '2026-03-20' }))
      .thenIn('completion.considering');
    expect(termsOf(handedOver)).toEqual(['decide']);
    expect(movesIn(handedOver)).toEqual([['ownPhysician', own.id, ['decision.made']]]);
    goingOn(handedOver)
      .when(usual('decision.made', { on: '2026-03-20' }))
      .thenIn('completion.decided');
  });
});

clause('B-59', () => {
  const unexplained = { reasons: undefined };
  const refused = given('instrument.discussed').whenDone(usual('request.refused', unexplained)).thenIn('refused');
  const outOfScope = given().whenDone(usual('request.foundOutOfScope', unexplained)).thenIn('outOfScope');
  const decided = given(considering).whenDone(usual('decision.made', unexplained)).thenIn('completion.decided');

  it.each([
    ['refusal', refused],
    ['outOfScope', outOfScope],
    ['decision', decided],
  ] as [string, Case][])('waits for the reasons of a %s, until they are given to the employee', (of, owing) => {
    const given = usual('reasons.given', { of, on: '2026-03-20' });
    expect(waitingOn(owing)).toEqual([
      { role: 'ownPhysician', person: own.id, events: ['reasons.given'], since: '2026-03-18' },
    ]);
    expect(deadlines(owing)).toMatchObject([{ term: 'reasons', owner: 'ownPhysician', dueOn: null, alarmOn: null }]);
    const done = goingOn(owing).when(given);
    const after = done.thenIn(owing.step);
    tells(done, `reasonsGiven → ${toEmployee}`);
    expect([waitingOn(after), termsOf(after)]).toEqual([[], []]);
    expect(after.deviations).toEqual(owing.deviations);
    expect(JSON.stringify(after.file)).toContain('reasons-5');
    goingOn(after).when(given).thenUnexpected();
  });

  it.each([
    ['a transfer that is asked', ['transfer.requested']],
    ['a third physician who is proposed', ['transfer.requested', 'transfer.granted']],
    ['a transfer that is refused', ['transfer.requested', 'transfer.refused']],
    ['a transfer of the guidance', ['transfer.requested', 'transfer.granted', 'transfer.accepted']],
    ['a case that is closed', ['case.closed']],
  ] as [string, EventType[]][])('stays owed through %s, and can be given there', (_, types) => {
    const current = types.reduce((before, type) => {
      const { outcome } = goingOn(before).when(type);
      return outcome.ok ? outcome.case : expect.fail(type);
    }, decided);
    expect(termsOf(current)).toContain('reasons');
    expect(movesIn(current).join()).toContain('reasons.given');
    const done = goingOn(current).when(usual('reasons.given', { of: 'decision' }));
    expect(termsOf(done.thenIn(current.step))).not.toContain('reasons');
  });

  it('gives reasons of what is owed only, by the own physician, on no day before', () => {
    goingOn(decided)
      .when(usual('reasons.given', { of: 'refusal' }))
      .thenUnexpected();
    givenIn('completion.decided')
      .when(usual('reasons.given', { of: 'decision' }))
      .thenUnexpected();
    goingOn(refused)
      .when(usual('reasons.given', { by: planning }))
      .thenNotAllowed('actorHoldsRole');
    for (const [events, type, of] of [
      [[usual('instrument.discussed')], 'request.refused', 'refusal'],
      [[], 'request.foundOutOfScope', 'outOfScope'],
      [considering, 'decision.made', 'decision'],
    ] as [Told[], EventType, string][]) {
      const { outcome } = given(events).whenDone(usual(type, { ...unexplained, on: '2026-03-20' }));
      goingOn(outcome.ok ? outcome.case : expect.fail(type))
        .when(usual('reasons.given', { of, on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
    }
  });

  it.each([
    'completion.decided',
    'completion.consideringTransfer',
    'completion.awaitingThirdPhysician',
    'completion.transferRefused',
    'concluded',
    'transferred',
  ] as Step[])('decides anew in %s: the last one counts, and the employee is told', (step) => {
    const done = givenIn(step).when(
      usual('decision.made', { adoption: 'partial', reasons: 'reasons-9', on: '2026-03-20' }),
    );
    const { file } = done.thenIn(step);
    expect(file.decision).toEqual({ adoption: 'partial', reasons: 'reasons-9', on: '2026-03-20' });
    expect(noticesIn(done.outcome)[0]).toBe(`decisionMade → ${toEmployee}`);
  });

  it('decides anew on no day before the decision, and gives the reasons that were owed with it', () => {
    given(considering, usual('decision.made', { on: '2026-03-20' }))
      .when(usual('decision.made', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
    expect(termsOf(goingOn(decided).when('decision.made').thenIn('completion.decided'))).toEqual([]);
  });
});

clause('B-61', () => {
  const transferred = given(inSilence, 'transfer.granted', 'transfer.accepted');

  it('keeps the duty to decide where the guidance was transferred in silence; employee and third physician are told', () => {
    expect(transferred.case.step).toBe('transferred');
    expect(termsOf(transferred.case)).toEqual(['decide']);
    expect(movesIn(transferred.case)).toEqual([['ownPhysician', own.id, ['decision.made']]]);
    const done = transferred.when('decision.made');
    const after = done.thenIn('transferred');
    tells(done, `decisionMade → ${toEmployee}`, 'heedTheResults → thirdPhysician physician-third');
    expect([movesIn(after), termsOf(after)]).toEqual([[], []]);
  });

  it('tells the third physician of no decision that is not passed on to them', () => {
    const unpassed = usual('transfer.requested', { adviceMayBePassedOn: false });
    const done = given(considering, unpassed, 'transfer.granted', 'transfer.accepted').when('decision.made');
    tells(done, `decisionMade → ${toEmployee}`);
  });

  it('leaves it to whoever is the own physician', () => {
    transferred.when(usual('decision.made', { by: third.id })).thenNotAllowed('actorHoldsRole');
  });
});

clause('G-14', () => {
  const toldOfIt = [`ownPhysicianReplaced → ${toEmployee}`, 'guidanceTakenOver → ownPhysician physician-new'];

  it.each(everyStep)('lets the own physician be replaced in %s; the employee and the new one are told', (step) => {
    for (const by of [planning, employer]) {
      const done = givenIn(step).when(usual('ownPhysician.replaced', { by }));
      done.thenIn(step);
      expect(noticesIn(done.outcome).slice(0, 2)).toEqual(toldOfIt);
    }
  });

  it('moves the role, not the past: the advice keeps its giver', () => {
    const { case: current } = given('ownPhysician.replaced');
    expect(current.file.participants.ownPhysician).toEqual(successor);
    expect(current.file.contestedAdvice.giver).toEqual(own);
    const honoured = { type: 'request.honoured', on: '2026-03-18' };
    goingOn(current)
      .when({ ...honoured, by: own.id })
      .thenNotAllowed('actorHoldsRole');
    goingOn(current)
      .when({ ...honoured, by: successor.id })
      .thenIn('application.choosing');
  });

  it('takes neither the engaged nor the third physician as replacement', () => {
    givenIn('execution.inviting')
      .when(usual('ownPhysician.replaced', { physician: first }))
      .thenNotAllowed('actorsAreDistinct');
    const { when, whenDone } = givenIn('completion.awaitingThirdPhysician');
    when(usual('ownPhysician.replaced', { physician: third })).thenNotAllowed('actorsAreDistinct');
    expect(deviationsIn(whenDone(usual('ownPhysician.replaced', { physician: third })).outcome)).toEqual([
      'actorsAreDistinct law',
    ]);
    expect(
      whenDone(usual('ownPhysician.replaced', { physician: third })).thenIn('completion.awaitingThirdPhysician').file
        .participants.ownPhysician,
    ).toEqual(own);
  });

  it('takes a registered physician only, and not at the word of that own physician', () => {
    given()
      .when(usual('ownPhysician.replaced', { physician: { ...successor, registered: false } }))
      .thenNotAllowed('physicianIsRegistered');
    given()
      .when(usual('ownPhysician.replaced', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('lets the new own physician decide, and grant the transfer to the one before', () => {
    const replaced = usual('ownPhysician.replaced', { consent: 'consent-3' });
    given(considering, replaced).when('decision.made').thenNotAllowed('actorHoldsRole');
    given(considering, replaced)
      .when(usual('decision.made', { by: successor.id }))
      .thenIn('completion.decided');
    given(inSilence, replaced)
      .when(usual('transfer.granted', { by: successor.id, to: own }))
      .thenIn('completion.awaitingThirdPhysician');
  });

  it('tells no physician whose place another has taken', () => {
    const next = [
      usual('response.overdue', { on: '2026-03-26' }),
      usual('application.sent', { to: second.id, medicalData: false, on: '2026-03-27' }),
    ];
    const done = given(upTo('execution.awaitingResponse'), next).when(
      usual('ownPhysician.replaced', { on: '2026-03-28' }),
    );
    tells(done, ...toldOfIt, 'ownPhysicianReplaced → secondOpinionPhysician physician-second');
  });
});

clause('B-75', () => {
  const inForce = (...told: Parameters<typeof given>) => viewOf(given(...told).case, 'employee').sees?.adviceInForce;

  it.each([
    ['full', null],
    ['partial', null],
    ['none', opening.contestedAdvice.id],
  ])('holds no contested advice any more once it was decided: %s', (adoption, advice) => {
    expect(inForce(considering, usual('decision.made', { adoption }))).toBe(advice);
  });

  it('holds it until the third physician accepts the guidance', () => {
    const granted = [
      ...considering,
      usual('decision.made', { adoption: 'none' }),
      usual('transfer.requested'),
      usual('transfer.granted'),
    ];
    expect(inForce(granted)).toBe(opening.contestedAdvice.id);
    expect(inForce(granted, 'transfer.accepted')).toBeNull();
  });

  it('holds it again where the decision was changed', () => {
    expect(inForce(upTo('completion.decided'), usual('decision.made', { adoption: 'none' }))).toBe(
      opening.contestedAdvice.id,
    );
  });
});

clause('B-78', () => {
  it.each([employee, planning])(
    'ends the guidance at the word of %s; the other and the own physician are told',
    (by) => {
      const done = givenIn('completion.decided').when(usual('guidance.ended', { by }));
      const current = done.thenIn('completion.decided');
      tells(done, ...(by === employee ? [] : [`guidanceEnded → ${toEmployee}`]), `guidanceEnded → ${toOwn}`);
      goingOn(current).when('transfer.requested').thenNotAllowed('guidanceContinues');
    },
  );

  it('is no word of the own physician, with the decision or apart', () => {
    givenIn('completion.considering')
      .when(usual('decision.made', { guidanceContinues: false }))
      .expect({ reason: 'malformed' });
    givenIn('completion.decided')
      .when(usual('guidance.ended', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it.each(everyStep)('can end in %s, where the procedure then stays', (step) => {
    givenIn(step)
      .when('guidance.ended')
      .expect({ case: { step, file: { guidanceContinues: false } } });
  });
});

clause('E-11', () => {
  it('lets the employer pay, whatever the own physician decides and whoever guides after it', () => {
    for (const step of [
      'completion.decided',
      'completion.transferRefused',
      'concluded',
      'transferred',
      'notForwarded',
    ] as Step[])
      expect(payer(givenIn(step).case)).toEqual({ payer: 'employer', clauses: ['W-44', 'E-11'] });
  });
});

clause('B-76', () => {
  it.each(['application.discussing', 'application.preparing', 'execution.assessing', 'refused'] as Step[])(
    'lets nobody pay where the employee goes to the UWV, in %s',
    (step) => {
      const chosen = givenIn(step).when('uwvRoute.chosen').thenIn('uwvRouteChosen');
      expect(payer(chosen)).toEqual({ payer: 'nobody', clauses: ['B-76'] });
    },
  );

  it('lets nobody pay for it where an outsider was chosen', () => {
    const chosen = usual('physicians.chosen', { first: outsider, second: undefined });
    const { case: current } = given(upTo('application.choosing'), chosen, 'uwvRoute.chosen');
    expect(payer(current).payer).toBe('nobody');
  });
});

clause('B-74', () => {
  const named = openingOf({ contract: { organisations: outsider.organisations } });
  const chosen = [...upTo('application.choosing'), usual('physicians.chosen', { first: outsider, second: undefined })];

  it('takes a physician of a service that the contract names for no outsider', () => {
    expect(payer(given(chosen).case).payer).toBe('employee');
    expect(payer(given(named, chosen).case)).toEqual({ payer: 'employer', clauses: ['W-44', 'E-11'] });
    given(named, chosen).when('outsider.notEngaged').thenNotAllowed('choiceIsOutsideContract');
  });
});

clause('B-89', () => {
  it('withdraws nothing after a consent that followed the word that no copy comes; the own physician hears nothing', () => {
    const consented = given(storyTo.notForwarded.events, 'forwarding.authorised');
    consented.when('request.withdrawn').thenUnexpected();
    tells(consented.when('forwarding.withheld'), 'forwardingWithheld → secondOpinionPhysician physician-first');
  });
});

clause('B-30', () => {
  it('takes the case from no copy to the decision once the employee consents', () => {
    given(storyTo.notForwarded.events, 'forwarding.authorised', 'advice.forwarded')
      .when('decision.made')
      .thenIn('completion.decided');
  });

  it('makes no advice final a second time', () => {
    for (const step of ['completion.considering', 'notForwarded'] as Step[])
      givenIn(step).when('advice.finalised').thenUnexpected();
  });
});
