import { expect, it } from 'vitest';
import {
  type Case,
  deadlines,
  expectedEvents,
  type Outcome,
  payer,
  type Step,
  viewFor,
  waitingOn,
} from '../src/index.js';
import {
  another,
  authorised,
  clause,
  closed,
  decided,
  deviationsIn,
  employee,
  employer,
  employerAgreed,
  employerAsked,
  employerDeclined,
  finalised,
  first,
  forwarded,
  given,
  givenIn,
  goingOn,
  handedOver,
  noticesIn,
  opening,
  overdue,
  own,
  physician,
  planning,
  replaced,
  second,
  sent,
  storyTo,
  successor,
  third,
  transferAccepted,
  transferDeclined,
  transferGranted,
  transferRefused,
  transferRequested,
  transferWithdrawn,
  upTo,
} from './support/story.js';

const considering = upTo('completion.considering');
const inSilence = [...considering, transferRequested()];
const { employer: _, ...withoutEmployer } = opening.participants;
const employerUnnamed = { ...opening, participants: withoutEmployer };

const everyStep = Object.keys(storyTo) as Step[];
const allBut = (steps: Step[]): Step[] => everyStep.filter((step) => !steps.includes(step));
const termsOf = (current: Case): string[] => deadlines(current).map(({ term }) => term);
const movesIn = (current: Case) => waitingOn(current).map(({ role, person, for: types }) => [role, person, types]);
const tells = ({ outcome }: { outcome: Outcome }, ...expected: string[]) =>
  expect(noticesIn(outcome)).toEqual(expected);

const toEmployee = 'employee employee-1';
const toOwn = 'ownPhysician physician-own';

clause('L-41', () => {
  it.each(['full', 'partial', 'none'])('tells the employee that the advice is adopted: %s', (adoption) => {
    const done = givenIn('completion.considering').when(decided({ adoption }));
    done.thenIn('completion.decided');
    tells(done, `decisionMade → ${toEmployee}`);
  });

  it.each(['full', 'partial', 'none'])('lets nothing be decided without reasons: %s', (adoption) => {
    const { when, whenDone } = givenIn('completion.considering');
    when(decided({ adoption, reasons: undefined })).thenNotAllowed('decisionHasReasons');
    const done = whenDone(decided({ adoption, reasons: undefined }));
    done.thenIn('completion.decided');
    expect(deviationsIn(done.outcome)).toEqual(['decisionHasReasons law']);
  });

  it('leaves the decision to the own physician in person', () => {
    for (const by of [first.id, employee, planning])
      givenIn('completion.considering').when(decided({ by })).thenNotAllowed('actorHoldsRole');
  });

  it('decides on no day before the copy', () => {
    given(upTo('execution.forwarding'), forwarded({ on: '2026-03-20' }))
      .when(decided({ on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('decides once', () => {
    givenIn('completion.decided').when(decided()).thenUnexpected();
  });

  it('decides on a copy that was handed over as well', () => {
    given(upTo('execution.awaitingConsent'), handedOver()).when(decided()).thenIn('completion.decided');
  });

  it('lets the own physician close the case after his decision; nobody is told', () => {
    const done = givenIn('completion.decided').when(closed());
    done.thenIn('concluded');
    tells(done);
    givenIn('completion.considering').when(closed()).thenUnexpected();
    givenIn('completion.decided')
      .when(closed({ by: employee }))
      .thenNotAllowed('actorHoldsRole');
    given(considering, decided({ on: '2026-03-20' }))
      .when(closed({ on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
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
    const { case: current } = given(alarmed, upTo('execution.forwarding'), forwarded({ on: '2026-03-20' }));
    expect(deadlines(current)[0]).toMatchObject({ term: 'decide', alarmOn: '2026-03-30' });
  });

  it('names no deviation once that day has passed', () => {
    const done = given(alarmed, considering).whenDone(decided({ on: '2026-06-01' }));
    done.thenIn('completion.decided');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('puts a term with a day before a term without one', () => {
    expect(termsOf(given(alarmed, inSilence).case)).toEqual(['decide', 'considerTransfer']);
    expect(termsOf(given(inSilence).case)).toEqual(['decide', 'considerTransfer']);
  });

  it('waits for the own physician to decide, and for nobody once he did', () => {
    expect(movesIn(givenIn('completion.considering').case)).toEqual([['ownPhysician', own.id, ['decision.made']]]);
    expect(movesIn(givenIn('completion.decided').case)).toEqual([]);
  });
});

clause('B-32', () => {
  const asking: Step[] = ['completion.considering', 'completion.decided', 'concluded'];

  it.each(asking)('lets the employee ask for another physician in %s, and tells the own physician', (step) => {
    const done = givenIn(step).when(transferRequested());
    done.thenIn('completion.consideringTransfer');
    tells(done, `transferRequested → ${toOwn}`);
  });

  it.each(allBut(asking))('asks for no transfer in %s', (step) => {
    givenIn(step).when(transferRequested()).thenUnexpected();
  });

  it('transfers nothing where no guidance continues', () => {
    given({ ...opening, guidanceContinues: false }, considering)
      .when(transferRequested())
      .thenNotAllowed('guidanceContinues');
    given(considering, decided({ guidanceContinues: false }))
      .when(transferRequested())
      .thenNotAllowed('guidanceContinues');
    given({ ...opening, guidanceContinues: false }, considering, decided({ guidanceContinues: true }))
      .when(transferRequested())
      .thenIn('completion.consideringTransfer');
  });

  it('takes such a request as none, and records it as a deviation from the law', () => {
    const done = given(considering, decided({ guidanceContinues: false })).whenDone(transferRequested());
    done.thenIn('completion.decided');
    expect(deviationsIn(done.outcome)).toEqual(['guidanceContinues law']);
    tells(done);
  });

  it('leaves the request to the employee, after the copy', () => {
    givenIn('completion.decided')
      .when(transferRequested({ by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given(upTo('execution.forwarding'), forwarded({ on: '2026-03-20' }))
      .when(transferRequested({ on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it.each([
    ['completion.consideringTransfer', inSilence],
    ['completion.awaitingThirdPhysician', [...inSilence, transferGranted()]],
    ['completion.transferRefused', [...inSilence, transferRefused()]],
    ['completion.awaitingEmployer', [...inSilence, employerAsked()]],
  ] as [Step, typeof inSilence][])(
    'keeps the duty to decide in %s, once, when the transfer was asked in silence',
    (step, story) => {
      const { case: silent, when } = given(story);
      expect(silent.step).toBe(step);
      expect(termsOf(silent)).toContain('decide');
      expect(
        movesIn(silent)
          .filter(([role]) => role === 'ownPhysician')
          .join(),
      ).toContain('decision.made');
      when(decided({ reasons: undefined })).thenNotAllowed('decisionHasReasons');
      const done = when(decided());
      const decidedNow = done.thenIn(step);
      tells(done, `decisionMade → ${toEmployee}`);
      expect(termsOf(decidedNow)).not.toContain('decide');
      expect(movesIn(decidedNow).join()).not.toContain('decision.made');
      goingOn(decidedNow).when(decided()).thenUnexpected();
    },
  );

  it('lists that decision only while it is still to be made', () => {
    const types = (current: Case) => expectedEvents(current, 'ownPhysician').map(({ type }) => type);
    expect(types(given(inSilence).case)).toContain('decision.made');
    expect(types(givenIn('completion.consideringTransfer').case)).not.toContain('decision.made');
  });
});

clause('L-41', () => {
  const silent = [...inSilence, transferRefused(), employerAsked()];

  it.each([
    ['the employer declined', [...silent, employerDeclined()]],
    ['the employer agreed', [...silent, employerAgreed()]],
    ['he closed the case', [...inSilence, transferRefused(), closed()]],
    [
      'the employer, asked while the transfer was weighed, declined',
      [...inSilence, employerAsked(), employerDeclined()],
    ],
  ])('still lets the own physician decide after %s; the employee is told', (_, story) => {
    const { case: current, when } = given(story);
    expect(movesIn(current)).toEqual([['ownPhysician', own.id, ['decision.made']]]);
    expect(termsOf(current)).toEqual(['decide']);
    when(decided({ reasons: undefined })).thenNotAllowed('decisionHasReasons');
    const done = when(decided());
    const after = done.thenIn('concluded');
    tells(done, `decisionMade → ${toEmployee}`);
    expect(movesIn(after)).toEqual([]);
    expect(termsOf(after)).toEqual([]);
    goingOn(after).when(decided()).thenUnexpected();
  });

  it('takes from him whatever he is shown of it that he may report, where he does not know of the employer', () => {
    for (const answer of [employerDeclined(), employerAgreed()]) {
      const { case: current, when } = given([...silent, answer]);
      expect(viewFor(current, 'ownPhysician')).toEqual(
        viewFor(given([...inSilence, transferRefused()]).case, 'ownPhysician'),
      );
      expect(viewFor(current, 'ownPhysician').mayReport.map(({ type }) => type)).toContain('decision.made');
      when(decided()).thenIn('concluded');
    }
  });

  it('does not tell planning whether a decision is still owed after the end', () => {
    const owed = given(...inSilence, transferRefused(), closed()).case;
    const made = given(...inSilence, transferRefused(), decided(), closed()).case;
    expect(viewFor(owed, 'administration').waitingOn).toEqual([]);
    expect(viewFor(made, 'administration')).toEqual(viewFor(owed, 'administration'));
  });
});

clause('B-32', () => {
  it('asks for no transfer because of an advice that the own physician does not have', () => {
    const without = givenIn('notForwarded').whenDone(decided()).thenIn('completion.decided');
    goingOn(without).when(transferRequested()).thenNotAllowed('ownPhysicianHasCopy');
    const after = goingOn(without).when(closed()).thenIn('concluded');
    goingOn(after).when(transferRequested()).thenNotAllowed('ownPhysicianHasCopy');
  });
});

clause('B-39', () => {
  const concluded = storyTo.concluded.events;
  const byEmployer = [...inSilence, employerAsked(), employerDeclined()];

  it.each([
    ['completion.considering', inSilence],
    ['completion.decided', [...considering, decided(), transferRequested()]],
    ['concluded', [...concluded, transferRequested()]],
    ['concluded', [...byEmployer, transferRequested()]],
  ] as [Step, typeof inSilence][])('takes a withdrawn transfer back to %s', (step, story) => {
    for (const events of [story, [...story, transferGranted()], [...story, transferGranted(), transferDeclined()]]) {
      const done = given(events).when(transferWithdrawn());
      done.thenIn(step);
      tells(done, `transferWithdrawn → ${toOwn}`);
    }
  });

  it('goes back to the decision where that was made meanwhile', () => {
    given(inSilence, decided()).when(transferWithdrawn()).thenIn('completion.decided');
  });

  it('lets the employee ask again after it, and ends the role of the physician proposed', () => {
    const again = [transferGranted(), transferWithdrawn(), transferRequested()];
    given(inSilence, again).when(transferAccepted()).thenUnexpected();
    given(inSilence, again, transferGranted({ to: another }))
      .when(transferAccepted())
      .thenNotAllowed('actorHoldsRole');
  });

  it('withdraws no transfer that was refused, and none of another day before the request', () => {
    givenIn('completion.transferRefused').when(transferWithdrawn()).thenUnexpected();
    given(considering, transferRequested({ on: '2026-03-20' }))
      .when(transferWithdrawn({ on: '2026-03-19' }))
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
        clauses: ['D-2.14d.6', 'E-31'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
      },
    ]);
    for (const next of [transferGranted(), transferRefused(), transferWithdrawn(), employerAsked()])
      expect(termsOf(given(upTo('completion.consideringTransfer'), next).case)).toEqual([]);
  });

  it('waits for the own physician to weigh it', () => {
    expect(movesIn(givenIn('completion.consideringTransfer').case)).toEqual([
      ['ownPhysician', own.id, ['transfer.granted', 'transfer.refused']],
    ]);
  });

  it('grants the transfer to a third physician; he and the employee are told, the employer is not', () => {
    const done = givenIn('completion.consideringTransfer').when(transferGranted());
    done.thenIn('completion.awaitingThirdPhysician');
    tells(done, `transferGranted → ${toEmployee}`, 'transferGranted → thirdPhysician physician-third');
  });

  it('leaves that to the own physician, after the request', () => {
    givenIn('completion.consideringTransfer')
      .when(transferGranted({ by: employee }))
      .thenNotAllowed('actorHoldsRole');
    given(considering, transferRequested({ on: '2026-03-20' }))
      .when(transferGranted({ on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-34', () => {
  const unregistered = physician('physician-trainee', 'noord', { registered: false });

  it('lets a colleague be the third physician', () => {
    expect(third.organisations).toEqual(own.organisations);
    givenIn('completion.consideringTransfer').when(transferGranted()).thenIn('completion.awaitingThirdPhysician');
  });

  it('transfers the guidance to nobody but another', () => {
    const { when, whenDone } = givenIn('completion.consideringTransfer');
    when(transferGranted({ to: own })).thenNotAllowed('thirdIsNotTheOwnPhysician');
    when(transferGranted({ to: unregistered })).thenNotAllowed('physicianIsRegistered');
    const done = whenDone(transferGranted({ to: own }));
    done.thenIn('completion.consideringTransfer');
    expect(deviationsIn(done.outcome)).toEqual(['thirdIsNotTheOwnPhysician law']);
  });
});

clause('G-8', () => {
  const proposed = upTo('completion.awaitingThirdPhysician');

  it('lets the third physician decline; employee and own physician are told', () => {
    const done = given(proposed).when(transferDeclined());
    done.thenIn('completion.awaitingThirdPhysician');
    tells(done, `transferDeclined → ${toEmployee}`, `transferDeclined → ${toOwn}`);
  });

  it('lets the own physician propose another, who then has the role', () => {
    const done = given(proposed, transferDeclined()).when(transferGranted({ to: another }));
    done.thenIn('completion.awaitingThirdPhysician');
    tells(done, `transferGranted → ${toEmployee}`, 'transferGranted → thirdPhysician physician-another');
    given(proposed, transferDeclined(), transferGranted({ to: another }))
      .when(transferAccepted({ by: another.id }))
      .thenIn('transferred');
    for (const story of [
      [transferDeclined()],
      [transferDeclined(), transferGranted({ to: another })],
      [transferGranted({ to: another })],
    ])
      given(proposed, story).when(transferAccepted()).thenNotAllowed('actorHoldsRole');
  });

  it('waits for the third physician, and for another proposal once he declined', () => {
    expect(movesIn(given(proposed).case)).toEqual([
      ['thirdPhysician', third.id, ['transfer.accepted', 'transfer.declined']],
    ]);
    expect(movesIn(given(proposed, transferDeclined()).case)).toEqual([['ownPhysician', own.id, ['transfer.granted']]]);
  });

  it('lets the own physician refuse after all where the third physician declined', () => {
    given(proposed, transferDeclined()).when(transferRefused()).thenIn('completion.transferRefused');
  });

  it('accepts no guidance on a day before the proposal', () => {
    for (const event of [transferAccepted, transferDeclined])
      given(upTo('completion.consideringTransfer'), transferGranted({ on: '2026-03-20' }))
        .when(event({ on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
  });

  it('leaves the acceptance to the third physician', () => {
    given(proposed)
      .when(transferAccepted({ by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });
});

clause('E-33', () => {
  it('tells the employer of the transfer, and the third physician to heed the results, once he accepted', () => {
    const done = givenIn('completion.awaitingThirdPhysician').when(transferAccepted());
    done.thenIn('transferred');
    tells(done, 'guidanceTransferred → employer employer-1', 'heedTheResults → thirdPhysician physician-third');
  });

  it('tells the third physician nothing of an advice that may not go along', () => {
    const story = [...considering, decided(), transferRequested({ adviceMayBePassedOn: false }), transferGranted()];
    const done = given(story).when(transferAccepted());
    done.thenIn('transferred');
    tells(done, 'guidanceTransferred → employer employer-1');
  });

  it('leaves out the notice to an employer who is not named', () => {
    const done = given(employerUnnamed, upTo('completion.awaitingThirdPhysician')).when(transferAccepted());
    tells(done, 'heedTheResults → thirdPhysician physician-third');
  });

  it('gives every notice an id that is the same at every replay', () => {
    const ids = () => {
      const { outcome } = givenIn('completion.awaitingThirdPhysician').when(transferAccepted());
      return outcome.ok ? outcome.notices.map(({ id }) => id) : [];
    };
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(2);
  });
});

clause('E-34', () => {
  const asking: Step[] = ['completion.consideringTransfer', 'completion.transferRefused', 'concluded'];

  it.each(['completion.consideringTransfer', 'completion.awaitingThirdPhysician'] as Step[])(
    'lets the own physician refuse the transfer in %s, with reasons or without; the employee is told',
    (step) => {
      for (const refusal of [transferRefused(), transferRefused({ reasons: 'reasons-5' })]) {
        const done = givenIn(step).when(refusal);
        done.thenIn('completion.transferRefused');
        tells(done, `transferRefused → ${toEmployee}`);
      }
    },
  );

  it.each(asking)('lets the employee ask the employer in %s; nobody is told by the case', (step) => {
    const done = givenIn(step).when(employerAsked());
    const current = done.thenIn('completion.awaitingEmployer');
    tells(done);
    expect(movesIn(current)[0]).toEqual(['employer', employer, ['employer.agreed', 'employer.declined']]);
  });

  it.each(allBut(asking))('asks the employer nothing in %s', (step) => {
    givenIn(step).when(employerAsked()).thenUnexpected();
  });

  it('asks no employer who is not named', () => {
    const { when, whenDone } = given(employerUnnamed, upTo('completion.consideringTransfer'), transferRefused());
    when(employerAsked()).thenNotAllowed('employerIsNamed');
    const done = whenDone(employerAsked());
    done.thenIn('completion.transferRefused');
    expect(deviationsIn(done.outcome)).toEqual(['employerIsNamed commentary']);
  });

  it('leaves the question to the employee, after the refusal', () => {
    givenIn('completion.transferRefused')
      .when(employerAsked({ by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given(upTo('completion.consideringTransfer'), transferRefused({ on: '2026-03-20' }))
      .when(employerAsked({ on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-36', () => {
  it.each([employerAgreed(), employerDeclined()])(
    'lets the employer decide freely: $type; nobody is told',
    (answer) => {
      const done = givenIn('completion.awaitingEmployer').when(answer);
      done.thenIn('concluded');
      tells(done);
      givenIn('completion.awaitingEmployer')
        .when({ ...answer, by: own.id })
        .thenNotAllowed('actorHoldsRole');
      given(upTo('completion.consideringTransfer'), employerAsked({ on: '2026-03-20' }))
        .when({ ...answer, on: '2026-03-19' })
        .thenNotAllowed('datedInOrder');
    },
  );

  it.each(['completion.transferRefused', 'completion.awaitingEmployer'] as Step[])(
    'lets the own physician close the case in %s',
    (step) => {
      const done = givenIn(step).when(closed());
      done.thenIn('concluded');
      tells(done);
    },
  );

  it('lets the employee ask again after the answer', () => {
    given(storyTo['completion.awaitingEmployer'].events, employerDeclined(), employerAsked())
      .when(employerAgreed())
      .thenIn('concluded');
  });
});

clause('G-14', () => {
  const toldOfIt = (...more: string[]) => [`ownPhysicianReplaced → ${toEmployee}`, ...more];
  const engaged: Step[] = everyStep.filter((step) => givenIn(step).case.file.engagement !== null);

  it.each(everyStep)(
    'lets the own physician be replaced in %s; the employee and an engaged physician are told',
    (step) => {
      for (const by of [planning, employer]) {
        const done = givenIn(step).when(replaced({ by }));
        done.thenIn(step);
        tells(
          done,
          ...toldOfIt(
            ...(engaged.includes(step) ? ['ownPhysicianReplaced → secondOpinionPhysician physician-first'] : []),
          ),
        );
      }
    },
  );

  it('moves the role, not the past: the advice keeps its giver', () => {
    const { case: current } = given(replaced());
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
      .when(replaced({ physician: first }))
      .thenNotAllowed('replacementIsAnother');
    const { when, whenDone } = givenIn('completion.awaitingThirdPhysician');
    when(replaced({ physician: third })).thenNotAllowed('replacementIsAnother');
    expect(deviationsIn(whenDone(replaced({ physician: third })).outcome)).toEqual(['replacementIsAnother law']);
    expect(
      whenDone(replaced({ physician: third })).thenIn('completion.awaitingThirdPhysician').file.participants
        .ownPhysician,
    ).toEqual(own);
  });

  it('takes a registered physician only, and not at the word of the own physician himself', () => {
    given()
      .when(replaced({ physician: { ...successor, registered: false } }))
      .thenNotAllowed('physicianIsRegistered');
    given()
      .when(replaced({ by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('lets the new own physician decide, and grant the transfer to the one before him', () => {
    given(considering, replaced()).when(decided()).thenNotAllowed('actorHoldsRole');
    given(considering, replaced())
      .when(decided({ by: successor.id }))
      .thenIn('completion.decided');
    given(inSilence, replaced())
      .when(transferGranted({ by: successor.id, to: own }))
      .thenIn('completion.awaitingThirdPhysician');
  });

  it('tells no physician whose place another has taken', () => {
    const next = [overdue({ on: '2026-03-26' }), sent({ to: second.id, medicalData: false, on: '2026-03-27' })];
    const done = given(upTo('execution.awaitingResponse'), next).when(replaced({ on: '2026-03-28' }));
    tells(done, ...toldOfIt('ownPhysicianReplaced → secondOpinionPhysician physician-second'));
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

clause('B-30', () => {
  it('takes the case from no copy to the decision once the employee consents', () => {
    given(storyTo.notForwarded.events, authorised(), forwarded()).when(decided()).thenIn('completion.decided');
  });

  it('makes no advice final a second time', () => {
    for (const step of ['completion.considering', 'notForwarded'] as Step[])
      givenIn(step).when(finalised()).thenUnexpected();
  });
});
