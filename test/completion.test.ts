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

const considering = upTo('completion.considering');
const inSilence = [...considering, usual('transfer.requested')];
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

  it('decides once', () => {
    givenIn('completion.decided').when('decision.made').thenUnexpected();
  });

  it('decides on a copy that was handed over as well', () => {
    given(upTo('execution.awaitingConsent'), 'advice.handedOver').when('decision.made').thenIn('completion.decided');
  });

  it('lets the own physician close the case after the decision; nobody is told', () => {
    const done = givenIn('completion.decided').when('case.closed');
    done.thenIn('concluded');
    tells(done);
    givenIn('completion.considering').when('case.closed').thenUnexpected();
    givenIn('completion.decided')
      .when(usual('case.closed', { by: employee }))
      .thenNotAllowed('actorHoldsRole');
    given(considering, usual('decision.made', { on: '2026-03-20' }))
      .when(usual('case.closed', { on: '2026-03-19' }))
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
    given({ ...opening, guidanceContinues: false }, considering)
      .when('transfer.requested')
      .thenNotAllowed('guidanceContinues');
    given(considering, usual('decision.made', { guidanceContinues: false }))
      .when('transfer.requested')
      .thenNotAllowed('guidanceContinues');
    given({ ...opening, guidanceContinues: false }, considering, usual('decision.made', { guidanceContinues: true }))
      .when('transfer.requested')
      .thenIn('completion.consideringTransfer');
  });

  it('takes such a request as none, and records it as a deviation from the law', () => {
    const done = given(considering, usual('decision.made', { guidanceContinues: false })).whenDone(
      'transfer.requested',
    );
    done.thenIn('completion.decided');
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
    ['completion.awaitingEmployer', [...inSilence, usual('employer.asked')]],
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
      when(usual('decision.made', { reasons: undefined })).thenNotAllowed('decisionHasReasons');
      const done = when('decision.made');
      const decidedNow = done.thenIn(step);
      tells(done, `decisionMade → ${toEmployee}`);
      expect(termsOf(decidedNow)).not.toContain('decide');
      expect(movesIn(decidedNow).join()).not.toContain('decision.made');
      goingOn(decidedNow).when('decision.made').thenUnexpected();
    },
  );

  it('lists that decision only while it is still to be made', () => {
    const types = (current: Case) => expectedEvents(current, 'ownPhysician').map(({ type }) => type);
    expect(types(given(inSilence).case)).toContain('decision.made');
    expect(types(givenIn('completion.consideringTransfer').case)).not.toContain('decision.made');
  });
});

clause('L-41', () => {
  const silent = [...inSilence, usual('transfer.refused'), usual('employer.asked')];

  it.each([
    ['the employer declined', [...silent, usual('employer.declined')]],
    ['the employer agreed', [...silent, usual('employer.agreed')]],
    ['the case was closed', [...inSilence, usual('transfer.refused'), usual('case.closed')]],
    [
      'the employer, asked while the transfer was weighed, declined',
      [...inSilence, usual('employer.asked'), usual('employer.declined')],
    ],
  ])('still lets the own physician decide after %s; the employee is told', (_, story) => {
    const { case: current, when } = given(story);
    expect(movesIn(current)).toEqual([['ownPhysician', own.id, ['decision.made']]]);
    expect(termsOf(current)).toEqual(['decide']);
    when(usual('decision.made', { reasons: undefined })).thenNotAllowed('decisionHasReasons');
    const done = when('decision.made');
    const after = done.thenIn('concluded');
    tells(done, `decisionMade → ${toEmployee}`);
    expect(movesIn(after)).toEqual([]);
    expect(termsOf(after)).toEqual([]);
    goingOn(after).when('decision.made').thenUnexpected();
  });

  it('takes from them whatever they are shown that they may report, where they do not know of the employer', () => {
    for (const answer of [usual('employer.declined'), usual('employer.agreed')]) {
      const { case: current, when } = given([...silent, answer]);
      expect(viewFor(current, 'ownPhysician')).toEqual(
        viewFor(given([...inSilence, usual('transfer.refused')]).case, 'ownPhysician'),
      );
      expect(viewFor(current, 'ownPhysician').mayReport.map(({ type }) => type)).toContain('decision.made');
      when('decision.made').thenIn('concluded');
    }
  });

  it('does not tell planning whether a decision is still owed after the end', () => {
    const owed = given(...inSilence, 'transfer.refused', 'case.closed').case;
    const made = given(...inSilence, 'transfer.refused', 'decision.made', 'case.closed').case;
    expect(viewFor(owed, 'administration').waitingOn).toEqual([]);
    expect(viewFor(made, 'administration')).toEqual(viewFor(owed, 'administration'));
  });
});

clause('B-32', () => {
  it('asks for no transfer because of an advice that the own physician does not have', () => {
    const without = givenIn('notForwarded').whenDone('decision.made').thenIn('completion.decided');
    goingOn(without).when('transfer.requested').thenNotAllowed('ownPhysicianHasCopy');
    const after = goingOn(without).when('case.closed').thenIn('concluded');
    goingOn(after).when('transfer.requested').thenNotAllowed('ownPhysicianHasCopy');
  });
});

clause('B-39', () => {
  const concluded = storyTo.concluded.events;
  const byEmployer = [...inSilence, usual('employer.asked'), usual('employer.declined')];

  it.each([
    ['completion.considering', inSilence],
    ['completion.decided', [...considering, usual('decision.made'), usual('transfer.requested')]],
    ['concluded', [...concluded, usual('transfer.requested')]],
    ['concluded', [...byEmployer, usual('transfer.requested')]],
  ] as [Step, typeof inSilence][])('takes a withdrawn transfer back to %s', (step, story) => {
    for (const events of [
      story,
      [...story, usual('transfer.granted')],
      [...story, usual('transfer.granted'), usual('transfer.declined')],
    ]) {
      const done = given(events).when('transfer.withdrawn');
      done.thenIn(step);
      tells(done, `transferWithdrawn → ${toOwn}`);
    }
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
        clauses: ['D-2.14d.6', 'E-31'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
      },
    ]);
    for (const next of [
      usual('transfer.granted'),
      usual('transfer.refused'),
      usual('transfer.withdrawn'),
      usual('employer.asked'),
    ])
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

clause('E-33', () => {
  it('tells the employer of the transfer, and the third physician to heed the results, on the acceptance', () => {
    const done = givenIn('completion.awaitingThirdPhysician').when('transfer.accepted');
    done.thenIn('transferred');
    tells(done, 'guidanceTransferred → employer employer-1', 'heedTheResults → thirdPhysician physician-third');
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
    tells(done, 'guidanceTransferred → employer employer-1');
  });

  it('leaves out the notice to an employer who is not named', () => {
    const done = given(employerUnnamed, upTo('completion.awaitingThirdPhysician')).when('transfer.accepted');
    tells(done, 'heedTheResults → thirdPhysician physician-third');
  });

  it('gives every notice an id that is the same at every replay', () => {
    const ids = () => {
      const { outcome } = givenIn('completion.awaitingThirdPhysician').when('transfer.accepted');
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
      for (const refusal of [usual('transfer.refused'), usual('transfer.refused', { reasons: 'reasons-5' })]) {
        const done = givenIn(step).when(refusal);
        done.thenIn('completion.transferRefused');
        tells(done, `transferRefused → ${toEmployee}`);
      }
    },
  );

  it.each(asking)('lets the employee ask the employer in %s; nobody is told by the case', (step) => {
    const done = givenIn(step).when('employer.asked');
    const current = done.thenIn('completion.awaitingEmployer');
    tells(done);
    expect(movesIn(current)[0]).toEqual(['employer', employer, ['employer.agreed', 'employer.declined']]);
  });

  it.each(allBut(asking))('asks the employer nothing in %s', (step) => {
    givenIn(step).when('employer.asked').thenUnexpected();
  });

  it('asks no employer who is not named', () => {
    const { when, whenDone } = given(employerUnnamed, upTo('completion.consideringTransfer'), 'transfer.refused');
    when('employer.asked').thenNotAllowed('employerIsNamed');
    const done = whenDone('employer.asked');
    done.thenIn('completion.transferRefused');
    expect(deviationsIn(done.outcome)).toEqual(['employerIsNamed commentary']);
  });

  it('leaves the question to the employee, after the refusal', () => {
    givenIn('completion.transferRefused')
      .when(usual('employer.asked', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given(upTo('completion.consideringTransfer'), usual('transfer.refused', { on: '2026-03-20' }))
      .when(usual('employer.asked', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-36', () => {
  it.each([usual('employer.agreed'), usual('employer.declined')])(
    'lets the employer decide freely: $type; nobody is told',
    (answer) => {
      const done = givenIn('completion.awaitingEmployer').when(answer);
      done.thenIn('concluded');
      tells(done);
      givenIn('completion.awaitingEmployer')
        .when({ ...answer, by: own.id })
        .thenNotAllowed('actorHoldsRole');
      given(upTo('completion.consideringTransfer'), usual('employer.asked', { on: '2026-03-20' }))
        .when({ ...answer, on: '2026-03-19' })
        .thenNotAllowed('datedInOrder');
    },
  );

  it.each(['completion.transferRefused', 'completion.awaitingEmployer'] as Step[])(
    'lets the own physician close the case in %s',
    (step) => {
      const done = givenIn(step).when('case.closed');
      done.thenIn('concluded');
      tells(done);
    },
  );

  it('lets the employee ask again after the answer', () => {
    given(storyTo['completion.awaitingEmployer'].events, 'employer.declined', 'employer.asked')
      .when('employer.agreed')
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
        const done = givenIn(step).when(usual('ownPhysician.replaced', { by }));
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
      .thenNotAllowed('replacementIsAnother');
    const { when, whenDone } = givenIn('completion.awaitingThirdPhysician');
    when(usual('ownPhysician.replaced', { physician: third })).thenNotAllowed('replacementIsAnother');
    expect(deviationsIn(whenDone(usual('ownPhysician.replaced', { physician: third })).outcome)).toEqual([
      'replacementIsAnother law',
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
    given(considering, 'ownPhysician.replaced').when('decision.made').thenNotAllowed('actorHoldsRole');
    given(considering, 'ownPhysician.replaced')
      .when(usual('decision.made', { by: successor.id }))
      .thenIn('completion.decided');
    given(inSilence, 'ownPhysician.replaced')
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
    given(storyTo.notForwarded.events, 'forwarding.authorised', 'advice.forwarded')
      .when('decision.made')
      .thenIn('completion.decided');
  });

  it('makes no advice final a second time', () => {
    for (const step of ['completion.considering', 'notForwarded'] as Step[])
      givenIn(step).when('advice.finalised').thenUnexpected();
  });
});
