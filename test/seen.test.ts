import { describe, expect, it } from 'vitest';
import { type Case, type Role, replay, timelineFor, type View, viewFor } from '../src/index.js';
import { daysAfter, everyPath } from '../src/testing/index.js';
import {
  first,
  given,
  opening,
  own,
  planning,
  second,
  storyTo,
  type Told,
  third,
  upTo,
  usual,
} from './support/story.js';

// Each event comes a day after the one before it, so that every `since` tells which event it is of.
const day = (place: number): string => daysAfter(opening.on, place);
const inTurn = (events: Told[]): Told[] => events.map((event, place) => ({ on: day(place + 1), ...event }));
const undated = (events: Told[]): Told[] => events.map(({ on, ...event }) => event as Told);
const caseAfter = (...events: Told[]): Case => given(inTurn(undated(events))).case;
const inOwnRecord = (...events: Told[]): Case =>
  given({ ...opening, recordOf: 'ownPhysician' }, inTurn(undated(events))).case;

const at = (current: Case, role: Role): [step: string, since: string] | null => {
  const { sees } = viewFor(current, role) as View;
  return sees && 'step' in sees ? [sees.step, sees.since] : null;
};
const terms = (current: Case, role: Role): string[] => viewFor(current, role).deadlines.map(({ term }) => term);

const inviting = upTo('execution.inviting');
const decision = upTo('completion.decided');
const toTransfer = upTo('completion.consideringTransfer');

describe('To the second-opinion physician the case stands', () => {
  it.each<[what: string, events: Told[], step: string, place: number]>([
    ['where it was withdrawn, on that day', [...inviting, usual('request.withdrawn')], 'withdrawn', 9],
    [
      'as withdrawn, where the employee chose the other road',
      [...storyTo['application.reconsidering'].events, usual('uwvRoute.chosen')],
      'withdrawn',
      8,
    ],
    ['where it lapsed', [...inviting, usual('request.lapsed')], 'lapsed', 9],
    [
      'at what he found infeasible',
      [
        ...upTo('application.preparing'),
        usual('authorisation.withheld'),
        usual('application.sent', { medicalData: false }),
        usual('application.foundInfeasible'),
      ],
      'application.reconsidering',
      7,
    ],
    ['where it is being forwarded', upTo('execution.forwarding'), 'execution.forwarding', 15],
    [
      'where no copy was wanted',
      [...upTo('execution.awaitingConsent'), usual('forwarding.withheld')],
      'notForwarded',
      15,
    ],
    [
      'where he waits for consent, while the employee handed it over himself',
      [...upTo('execution.awaitingConsent'), usual('advice.handedOver')],
      'execution.awaitingConsent',
      14,
    ],
    ['where he forwarded it, whatever came after that', toTransfer, 'completion.considering', 16],
  ])('%s', (_, events, step, place) => {
    expect(at(caseAfter(...events), 'secondOpinionPhysician')).toEqual([step, day(place)]);
  });

  it('where he accepted, in the record of the own physician, when the employee hands the advice over', () => {
    const current = inOwnRecord(...inviting, usual('advice.handedOver'));
    expect(at(current, 'secondOpinionPhysician')).toEqual(['execution.underway', day(8)]);
  });
});

describe('The second-opinion physician', () => {
  it('sees no more of an application that timed out than his own form, and may only still accept', () => {
    const current = given([
      ...inTurn(undated(upTo('execution.awaitingResponse'))),
      usual('response.overdue', { on: '2026-04-20' }),
    ]).case;
    expect(viewFor(current, 'secondOpinionPhysician')).toMatchObject({
      sees: { caseId: opening.caseId, application: { on: day(6) } },
      waitingOn: [],
    });
    expect(viewFor(current, 'secondOpinionPhysician').mayReport.map(({ type }) => type)).toEqual([
      'application.accepted',
    ]);
    expect(viewFor(current, 'ownPhysician').mayReport.length).toBeGreaterThan(1);
  });

  it('sees on which day it was forwarded, and nothing before that', () => {
    expect(viewFor(caseAfter(...decision), 'secondOpinionPhysician').sees).toMatchObject({ forwardedOn: day(16) });
    expect(viewFor(caseAfter(...inviting), 'secondOpinionPhysician').sees).toMatchObject({ forwardedOn: null });
  });

  it('sees the term of a complaint against him', () => {
    expect(
      terms(caseAfter(...inviting, usual('complaint.filed', { against: first.id })), 'secondOpinionPhysician'),
    ).toContain('complaint');
  });
});

describe('To the own physician the case stands', () => {
  it.each<[what: string, events: Told[], step: string, place: number]>([
    [
      'at his decision, while the employer is asked',
      [...decision, usual('case.closed'), usual('employer.asked')],
      'concluded',
      18,
    ],
    [
      'where he refused to transfer, while the employer is asked',
      [...toTransfer, usual('transfer.refused'), usual('employer.asked')],
      'completion.transferRefused',
      19,
    ],
    [
      'where he is asked to transfer, while the employer is asked',
      [...toTransfer, usual('employer.asked')],
      'completion.consideringTransfer',
      18,
    ],
    [
      'where he refused, also when the employer agreed',
      [...toTransfer, usual('transfer.refused'), usual('employer.asked'), usual('employer.agreed')],
      'completion.transferRefused',
      19,
    ],
    ['in the execution, from the acceptance on', upTo('execution.finalising'), 'execution.underway', 8],
    [
      'where no copy comes, on the day of that',
      [...upTo('execution.awaitingConsent'), usual('forwarding.withheld')],
      'notForwarded',
      15,
    ],
  ])('%s', (_, events, step, place) => {
    expect(at(caseAfter(...events), 'ownPhysician')).toEqual([step, day(place)]);
  });

  it('at a decision not yet made, when the employer answered what was asked before it', () => {
    const current = caseAfter(
      ...upTo('completion.considering'),
      usual('transfer.requested'),
      usual('employer.asked'),
      usual('employer.agreed'),
    );
    expect(at(current, 'ownPhysician')).toEqual(['completion.consideringTransfer', day(17)]);
  });

  it.each<[what: string, events: Told[], step: string, place: number]>([
    ['at his decision', decision, 'completion.decided', 17],
    ['at the copy, where he has not decided', upTo('completion.considering'), 'completion.considering', 16],
  ])('%s, when the employer has answered and another request was withdrawn', (_, before, step, place) => {
    const asked = [usual('transfer.requested'), usual('employer.asked'), usual('employer.agreed')];
    const current = caseAfter(...before, ...asked, usual('transfer.requested'), usual('transfer.withdrawn'));
    expect(current.step).toBe('concluded');
    expect(at(current, 'ownPhysician')).toEqual([step, day(place)]);
  });

  it('where he first heard that no copy comes, also when the employee wavered since', () => {
    const withheld = [...upTo('execution.awaitingConsent'), usual('forwarding.withheld')];
    const current = caseAfter(...withheld, usual('forwarding.authorised'), usual('forwarding.withheld'));
    expect(current.since).toBe(day(17));
    expect(at(current, 'ownPhysician')).toEqual(['notForwarded', day(15)]);
  });

  it('and he sees of no third physician before he names one', () => {
    expect(viewFor(caseAfter(...toTransfer), 'ownPhysician').sees).toMatchObject({ thirdPhysician: null });
    expect(viewFor(caseAfter(...toTransfer, usual('transfer.granted')), 'ownPhysician').sees).toMatchObject({
      thirdPhysician: third.id,
    });
  });
});

describe('To the third physician the case stands', () => {
  const granted = [...toTransfer, usual('transfer.granted')];

  it('where he was asked, without anything of what came before', () => {
    expect(viewFor(caseAfter(...granted), 'thirdPhysician').sees).toMatchObject({
      step: 'completion.awaitingThirdPhysician',
      since: day(19),
      adviceInForce: null,
      along: null,
    });
    expect(viewFor(caseAfter(...toTransfer), 'thirdPhysician').sees).toBeNull();
  });

  it('where he himself was asked, though another was asked before him', () => {
    const declined = [...granted, usual('transfer.declined'), usual('transfer.granted', { to: second })];
    expect(at(caseAfter(...declined), 'thirdPhysician')).toEqual(['completion.awaitingThirdPhysician', day(21)]);
  });

  it('where he accepted, with the decision and the advice where they may go along', () => {
    const transferred = caseAfter(...granted, usual('transfer.accepted'));
    expect(viewFor(transferred, 'thirdPhysician').sees).toMatchObject({
      step: 'transferred',
      since: day(20),
      along: { advice: 'advice-2', decision: { adoption: 'full' } },
    });
    const alone = caseAfter(
      ...decision,
      usual('transfer.requested', { adviceMayBePassedOn: false }),
      usual('transfer.granted'),
      usual('transfer.accepted'),
    );
    expect(viewFor(alone, 'thirdPhysician').sees).toMatchObject({ adviceInForce: 'advice-1', along: null });
  });

  it('with the term of a complaint against him', () => {
    expect(terms(caseAfter(...granted, usual('complaint.filed', { against: third.id })), 'thirdPhysician')).toEqual([
      'complaint',
    ]);
  });
});

describe('To the employer', () => {
  it('it is told who guides, and since when', () => {
    expect(
      viewFor(caseAfter(...toTransfer, usual('transfer.granted'), usual('transfer.accepted')), 'employer').sees,
    ).toEqual({
      guidance: { by: third.id, since: day(20) },
      request: null,
      told: [],
      asked: [],
    });
  });

  it('nothing is shown of who guides before that, and no term at all', () => {
    const asked = caseAfter(...decision, usual('case.closed'), usual('employer.asked'));
    expect(viewFor(asked, 'employer').sees).toMatchObject({
      guidance: null,
      request: { askedOn: day(19), answered: null },
    });
    expect(viewFor(asked, 'employer').waitingOn).toEqual([
      { role: 'employer', for: ['employer.agreed', 'employer.declined'], since: day(19) },
    ]);
    expect(terms(asked, 'employer')).toEqual([]);
  });

  it('his question stands open, whatever became of the case', () => {
    const shut = caseAfter(...toTransfer, usual('transfer.refused'), usual('employer.asked'), usual('case.closed'));
    expect(shut.step).toBe('concluded');
    expect(viewFor(shut, 'employer').waitingOn).toMatchObject([{ role: 'employer', since: day(20) }]);
  });
});

describe('The employee', () => {
  it('sees of his earlier requests what the own physician sees of them', () => {
    const earlier = [{ id: 'request-9', question: 'question-9', advice: 'advice-9', outcome: 'completed' }];
    const { case: current } = given({ ...opening, earlierRequests: earlier });
    for (const role of ['employee', 'ownPhysician'] as const)
      expect(viewFor(current, role).sees).toMatchObject({ earlierRequests: earlier });
  });

  it('sees who was asked to take over the guidance', () => {
    expect(viewFor(caseAfter(...toTransfer), 'employee').sees).toMatchObject({ thirdPhysician: null });
    const granted = caseAfter(...toTransfer, usual('transfer.granted'));
    expect(viewFor(granted, 'employee').sees).toMatchObject({ thirdPhysician: third.id });
  });
});

describe('To planning the case stands', () => {
  it.each<[what: string, events: Told[], step: string, place: number]>([
    ['at the copy, whatever was decided', decision, 'completion.considering', 16],
    [
      'at the copy, when a transfer was asked and not wanted any more',
      [...upTo('completion.considering'), usual('transfer.requested'), usual('transfer.withdrawn')],
      'completion.considering',
      16,
    ],
    ['at the copy, when a transfer was asked', toTransfer, 'completion.considering', 16],
    [
      'where it was concluded, also when a transfer was asked afterwards',
      [...decision, usual('case.closed'), usual('transfer.requested')],
      'concluded',
      18,
    ],
    ['where it was concluded', [...decision, usual('case.closed')], 'concluded', 18],
    [
      'where it was concluded last, by the employer',
      [...decision, usual('case.closed'), usual('employer.asked'), usual('employer.agreed')],
      'concluded',
      20,
    ],
    [
      'where it was concluded again, when the request was withdrawn',
      [...decision, usual('case.closed'), usual('transfer.requested'), usual('transfer.withdrawn')],
      'concluded',
      18,
    ],
    [
      'where it was closed after the employer had answered',
      [
        ...decision,
        usual('case.closed'),
        usual('employer.asked'),
        usual('employer.agreed'),
        usual('transfer.requested'),
        usual('transfer.refused'),
        usual('case.closed'),
      ],
      'concluded',
      23,
    ],
    [
      'where the employer is asked',
      [...decision, usual('case.closed'), usual('employer.asked')],
      'completion.awaitingEmployer',
      19,
    ],
  ])('%s', (_, events, step, place) => {
    expect(at(caseAfter(...events), 'administration')).toEqual([step, day(place)]);
  });

  it('and it sees whether a physician was chosen, and whether the employee answered for that one', () => {
    const planned = (...events: Told[]) => viewFor(caseAfter(...events), 'administration').sees;
    const choosing = upTo('application.choosing');
    expect(planned(...choosing)).toMatchObject({ physicianChosen: false, authorisationAnswered: false });
    expect(planned(...choosing, usual('physicians.chosen'))).toMatchObject({
      physicianChosen: true,
      authorisationAnswered: false,
    });
    expect(
      planned(...choosing, usual('physicians.chosen'), usual('authorisation.signed', { recipient: second.id })),
    ).toMatchObject({
      authorisationAnswered: false,
    });
    expect(planned(...choosing, usual('physicians.chosen'), usual('authorisation.signed'))).toMatchObject({
      authorisationAnswered: true,
      application: null,
    });
    expect(planned(...inviting)).toMatchObject({
      application: { on: day(6), receivedOn: day(7), answeredOn: day(8) },
      thirdPhysician: null,
      employerAsked: false,
    });
    expect(planned(...toTransfer, usual('transfer.granted'))).toMatchObject({ thirdPhysician: third.id });
    expect(planned(...decision, usual('case.closed'), usual('employer.asked'))).toMatchObject({ employerAsked: true });
  });

  it('and nothing of what is discussed seems to be waited for', () => {
    const { waitingOn } = viewFor(caseAfter(...upTo('application.choosing').slice(2)), 'administration');
    expect(waitingOn.flatMap(({ for: types }) => types)).not.toContain('instrument.discussed');
  });

  it('and nobody ever seems to be waited for to decide', () => {
    for (const { opening: start, events } of everyPath()) {
      const told = replay(start, events, 'record');
      for (const outcome of told.ok ? told.outcomes : expect.fail('the history was not taken')) {
        if (!outcome.ok) continue;
        const { waitingOn } = viewFor(outcome.case, 'administration');
        expect(waitingOn.flatMap(({ for: types }) => types)).not.toContain('decision.made');
      }
    }
  });

  const noCopy = inTurn(undated([...upTo('execution.awaitingConsent'), usual('forwarding.withheld')]));
  it.each<[what: string, events: Told[]]>([
    ['a decision', [usual('decision.made')]],
    ['a request to transfer after a decision', [usual('decision.made'), usual('transfer.requested')]],
    [
      'such a request that was withdrawn',
      [usual('decision.made'), usual('transfer.requested'), usual('transfer.withdrawn')],
    ],
  ])('where no copy came, whatever was done without one: %s', (_, events) => {
    const after = [...noCopy, ...undated(events).map((event) => ({ ...event, on: day(30) }))];
    const [before, done] = [noCopy, after].map((told) => replay(opening, told, 'record').case as Case);
    expect(done?.file.decision).not.toBeNull();
    expect(at(done as Case, 'administration')).toEqual(['notForwarded', day(15)]);
    expect(viewFor(done as Case, 'administration')).toEqual(viewFor(before as Case, 'administration'));
    expect(timelineFor(opening, after, 'administration')).toEqual(timelineFor(opening, noCopy, 'administration'));
  });

  it('where no copy came, at whoever is asked to take the guidance over all the same', () => {
    const events = undated([usual('decision.made'), usual('transfer.requested'), usual('transfer.granted')]).map(
      (event) => ({
        ...event,
        on: day(30),
      }),
    );
    const asked = replay(opening, [...noCopy, ...events], 'record').case as Case;
    expect(at(asked, 'administration')).toEqual(['completion.awaitingThirdPhysician', day(30)]);
    expect(viewFor(asked, 'administration').sees).toMatchObject({ thirdPhysician: third.id });
  });
});

describe('The scheduler', () => {
  const awaiting = caseAfter(...upTo('execution.awaitingResponse'));

  it('sees nothing of a case, and has the term that it reports', () => {
    expect(viewFor(awaiting, 'scheduler')).toMatchObject({ sees: null, waitingOn: [] });
    expect(viewFor(awaiting, 'scheduler').mayReport.map(({ type }) => type)).toEqual(['response.overdue']);
    expect(terms(awaiting, 'scheduler')).toEqual(['response']);
  });
});

describe('Whoever has no role', () => {
  it.each<[role: Role, person: string]>([
    ['employee', own.id],
    ['ownPhysician', first.id],
    ['secondOpinionPhysician', second.id],
    ['thirdPhysician', second.id],
    ['employer', planning],
    ['administration', own.id],
    ['complaintHandler', own.id],
  ])('sees nothing as %s, waits for nobody, may report nothing and has no term', (role, person) => {
    const current = caseAfter(...toTransfer, usual('transfer.granted'), usual('complaint.filed'));
    const nothing = { role, sees: null, waitingOn: [], mayReport: [], deadlines: [] };
    expect(viewFor(current, role, person)).toEqual(nothing);
  });
});
