import { describe, expect, it } from 'vitest';
import { advance, type Case, deadlines, expectedEvents, payer, type Step, waitingOn } from '../src/index.js';
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
  upTo,
  usual,
  whenOpened,
} from './support/story.js';

const colleague = physician('physician-colleague', 'noord', { pool: true });
const unregistered = physician('physician-unregistered', 'zuid', { registered: false, pool: true });

const honouredRequest = [usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')];

/** Where the employee may withdraw: until the advice is final. */
const requestSteps: Step[] = [
  'application.discussing',
  'application.choosing',
  'application.preparing',
  'application.reconsidering',
];
const executionSteps: Step[] = [
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.awaitingConsultation',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
  'execution.underway',
];
const everyStep = Object.keys(storyTo) as Step[];
const allBut = (steps: Step[]): Step[] => everyStep.filter((step) => !steps.includes(step));

const termsOf = (current: Case): string[] => deadlines(current).map(({ term }) => term);
const engageOf = (current: Case) => deadlines(current).find(({ term }) => term === 'engage');

clause('E-44', () => {
  it('opens the case at the request of the employee, and tells the own physician of it', () => {
    const opened = whenOpened(opening);
    opened.expect({
      ok: true,
      case: { revision: 0, step: 'application.discussing', since: '2026-03-18', complaints: 'none' },
    });
    expect(noticesIn(opened.outcome)).toEqual(['requestMade → ownPhysician physician-own']);
  });

  it('opens the case at the request of the representative, who acts as the employee', () => {
    const represented = {
      ...opening,
      by: 'guardian-1',
      participants: { ...opening.participants, representative: 'guardian-1', mandate: 'mandate-1' },
    };
    whenOpened(represented).thenIn('application.discussing');
    given(represented)
      .when({ ...usual('request.withdrawn'), by: 'guardian-1' })
      .thenIn('withdrawn');
  });

  it.each([employer, own.id, planning, 'guardian-1', 'stranger-1'])('opens no case at the request of %s', (by) => {
    whenOpened({ ...opening, by }).thenNotAllowed('actorHoldsRole');
  });

  it('counts who reports an event as a rule of law', () => {
    whenOpened({ ...opening, by: employer }).expect({ unmet: [{ norm: 'actorHoldsRole', rank: 'law' }] });
  });
});

clause('B-95', () => {
  const contestedAdvice = { ...opening.contestedAdvice, giver: physician('physician-giver', 'midden') };
  const byAnother = { ...opening, contestedAdvice };
  const byOf = (representative: string, more: object = { mandate: 'mandate-1' }) =>
    whenOpened({
      ...byAnother,
      by: representative,
      participants: { ...opening.participants, representative, ...more },
    });

  it('opens no case at the request of a representative without a mandate', () => {
    byOf('guardian-1', {}).thenNotAllowed('representativeHasMandate');
    byOf('guardian-1', {}).expect({ unmet: [{ clauses: ['B-95'] }] });
    byOf('guardian-1').thenIn('application.discussing');
  });

  it.each([employer, planning, own.id, 'physician-giver'])('takes %s for no representative of the employee', (by) => {
    byOf(by).thenNotAllowed('actorsAreDistinct');
  });

  it('lets nobody become employer whose representative it is', () => {
    const participants = {
      ...opening.participants,
      representative: 'guardian-1',
      mandate: 'mandate-1',
      employer: undefined,
    };
    given({ ...opening, participants }, storyTo['completion.considering'].events)
      .when(usual('employer.asked', { employer: 'guardian-1' }))
      .thenNotAllowed('actorsAreDistinct');
  });
});

clause('B-01', () => {
  it('asks no grounds for the doubt: a request without any question opens the case', () => {
    const { question: _, ...withoutQuestion } = opening;
    whenOpened(withoutQuestion).thenIn('application.discussing');
  });
});

clause('G-5', () => {
  it('doubts an advice that was given already', () => {
    whenOpened({ ...opening, on: '2026-03-11' }).thenNotAllowed('datedInOrder');
    whenOpened({ ...opening, on: '2026-03-12' }).thenIn('application.discussing');
  });

  const { question: _, ...withoutQuestion } = opening;

  it('sends no application without a question', () => {
    given(withoutQuestion, honouredRequest, 'physicians.chosen', 'authorisation.signed')
      .when('application.sent')
      .thenNotAllowed('questionIsPut');
  });

  it('sends the application once a renewed request puts the question', () => {
    given(
      withoutQuestion,
      'request.withdrawn',
      usual('request.renewed', { question: 'question-2' }),
      honouredRequest,
      'physicians.chosen',
      'authorisation.signed',
    )
      .when('application.sent')
      .thenIn('execution.awaitingResponse');
  });

  it('calls an application without a question no deviation, since only our own choice asks for one', () => {
    const done = given(withoutQuestion, honouredRequest, 'physicians.chosen', 'authorisation.signed').whenDone(
      'application.sent',
    );
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it('keeps a case to the advice it opened with', () => {
    givenIn('withdrawn')
      .when(usual('request.renewed', { contestedAdvice: 'advice-2' }))
      .expect({ ok: false, reason: 'malformed' });
  });
});

clause('B-48', () => {
  const { question: _, ...withoutQuestion } = opening;
  const toOwn = 'questionPut → ownPhysician physician-own';

  it.each(requestSteps.slice(0, 3))('lets the employee put the question in %s, and tells the own physician', (step) => {
    const done = given(withoutQuestion, storyTo[step].events).when('question.put');
    expect(done.thenIn(step).file.question).toBe('question-2');
    expect(noticesIn(done.outcome)).toEqual([toOwn]);
  });

  it('tells also who found the application infeasible, to whom it may be sent again', () => {
    const done = givenIn('application.reconsidering').when('question.put');
    done.thenIn('application.reconsidering');
    expect(noticesIn(done.outcome)).toEqual([toOwn, 'questionPut → secondOpinionPhysician physician-first']);
  });

  it('does not tell a physician who let the week pass', () => {
    const done = given(
      storyTo['execution.awaitingResponse'].events,
      usual('response.overdue', { on: '2026-03-26' }),
    ).when(usual('question.put', { on: '2026-03-27' }));
    expect(noticesIn(done.outcome)).toEqual([toOwn]);
  });

  it.each(allBut(requestSteps))('puts no question in %s', (step) => {
    givenIn(step).when('question.put').thenUnexpected();
  });

  it('sends the application once it is put', () => {
    const story = given(withoutQuestion, honouredRequest, 'physicians.chosen', 'authorisation.signed');
    const forWhat = (current: Case) => waitingOn(current).map(({ role, events: types }) => [role, types]);
    expect(forWhat(story.case)).toEqual([['employee', ['question.put']]]);
    const put = goingOn(story.when('question.put').thenIn('application.preparing'));
    expect(forWhat(put.case)).toEqual([['ownPhysician', ['application.sent']]]);
    put.when('application.sent').thenIn('execution.awaitingResponse');
  });

  it('leaves it to the employee, on no day before the request', () => {
    given()
      .when(usual('question.put', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
    given('request.withdrawn', usual('request.renewed', { on: '2026-03-20' }))
      .when(usual('question.put', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('L-06', () => {
  it.each(['application.discussing', 'application.choosing', 'application.preparing', 'refused'] as Step[])(
    'lets the own physician discuss the instrument in %s, which then stays as it is',
    (step) => {
      const done = givenIn(step).when('instrument.discussed');
      done.thenIn(step);
      expect(noticesIn(done.outcome)).toEqual([]);
    },
  );

  it('lets no request be refused before the instrument was discussed', () => {
    given().when('request.refused').thenNotAllowed('instrumentWasDiscussed');
    given('instrument.discussed').when('request.refused').thenIn('refused');
  });

  it('lets no application be sent before the instrument was discussed', () => {
    const story = [
      usual('adviceInForce.explained'),
      usual('request.honoured'),
      usual('physicians.chosen'),
      usual('authorisation.signed'),
    ];
    given(story).when('application.sent').thenNotAllowed('instrumentWasDiscussed');
    given(story, 'instrument.discussed').when('application.sent').thenIn('execution.awaitingResponse');
  });

  it('lets nothing be refused or sent before the day of that discussion, whichever was recorded first', () => {
    const before = { on: '2026-03-19' };
    const later = usual('instrument.discussed', { on: '2026-03-25' });
    given(later).when(usual('request.refused', before)).thenNotAllowed('instrumentWasDiscussed');
    given(later)
      .when(usual('request.refused', { on: '2026-03-25' }))
      .thenIn('refused');
    const done = given(
      'adviceInForce.explained',
      'request.honoured',
      'physicians.chosen',
      'authorisation.signed',
      later,
    ).whenDone(usual('application.sent', before));
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(['instrumentWasDiscussed pool']);
  });

  it('lets it be discussed again without undoing the first time', () => {
    const current = given(
      'instrument.discussed',
      usual('instrument.discussed', { on: '2026-03-25', advised: 'uwvExpertOpinion' }),
    );
    expect(current.case.file.request.instrument).toEqual({ on: '2026-03-18', advised: 'uwvExpertOpinion' });
    current.when(usual('request.refused', { on: '2026-03-19' })).thenIn('refused');
  });

  it('counts from the earliest day on which it was discussed, also where that is recorded last', () => {
    const current = given(
      usual('instrument.discussed', { on: '2026-03-25' }),
      usual('instrument.discussed', { on: '2026-03-20' }),
    );
    expect(current.case.file.request.instrument?.on).toBe('2026-03-20');
    current.when(usual('request.refused', { on: '2026-03-20' })).thenIn('refused');
  });

  it('lets the own physician honour before that discussion, which has to come before the sending', () => {
    given().when('request.honoured').thenIn('application.choosing');
  });

  it('records a refusal without that discussion as a deviation from the steps of the pool', () => {
    const done = given().whenDone('request.refused');
    done.thenIn('refused');
    expect(deviationsIn(done.outcome)).toEqual(['instrumentWasDiscussed pool']);
  });
});

clause('B-02', () => {
  it.each(['uwvExpertOpinion', 'complaint', 'other'])(
    'lets the request be honoured although %s was advised',
    (advised) => {
      given(usual('instrument.discussed', { advised })).when('request.honoured').thenIn('application.choosing');
    },
  );
});

clause('L-11', () => {
  it.each(requestSteps)('lets the own physician explain in %s that nothing is suspended', (step) => {
    const done = givenIn(step).when('adviceInForce.explained');
    done.thenIn(step);
    expect(noticesIn(done.outcome)).toEqual([]);
  });

  it('lets no application be sent before that was explained', () => {
    const story = [
      usual('instrument.discussed'),
      usual('request.honoured'),
      usual('physicians.chosen'),
      usual('authorisation.signed'),
    ];
    given(story).when('application.sent').thenNotAllowed('adviceInForceWasExplained');
    given(story, 'adviceInForce.explained').when('application.sent').thenIn('execution.awaitingResponse');
  });

  it('lets none be sent before the day on which that was explained, whichever was recorded first', () => {
    const story = given(
      'instrument.discussed',
      'request.honoured',
      'physicians.chosen',
      'authorisation.signed',
      usual('adviceInForce.explained', { on: '2026-03-25' }),
    );
    story.when(usual('application.sent', { on: '2026-03-19' })).thenNotAllowed('adviceInForceWasExplained');
    story.when(usual('application.sent', { on: '2026-03-25' })).thenIn('execution.awaitingResponse');
  });

  it('records an application sent without it as a deviation from the steps of the pool', () => {
    const done = given(
      'instrument.discussed',
      'request.honoured',
      'physicians.chosen',
      'authorisation.signed',
    ).whenDone('application.sent');
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(['adviceInForceWasExplained pool']);
  });
});

clause('L-08', () => {
  it.each(['application.discussing', 'refused', 'outOfScope'] as Step[])(
    'lets the own physician honour in %s, and tells the employee',
    (step) => {
      const done = givenIn(step).when('request.honoured');
      done.thenIn('application.choosing');
      expect(noticesIn(done.outcome)).toEqual(['requestHonoured → employee employee-1']);
    },
  );

  it('lets nobody else honour the request', () => {
    for (const by of [employee, employer, planning, first.id])
      given().when(usual('request.honoured', { by })).thenNotAllowed('actorHoldsRole');
  });

  it.each(['application.choosing', 'application.preparing'] as Step[])('takes no yes back in %s', (step) => {
    givenIn(step).when('request.refused').thenNotAllowed('requestWasNotHonoured');
  });

  it.each(['application.choosing', 'application.preparing'] as Step[])(
    'records a yes that was taken back in %s, and tells the employee',
    (step) => {
      const done = givenIn(step).whenDone('request.refused');
      done.thenIn('refused');
      expect(deviationsIn(done.outcome)).toEqual(['requestWasNotHonoured pool']);
      expect(noticesIn(done.outcome)).toEqual(['requestRefused → employee employee-1']);
    },
  );

  it('lets a yes that was taken back be given again', () => {
    goingOn(givenIn('application.preparing').whenDone('request.refused').thenIn('refused'))
      .when('request.honoured')
      .thenIn('application.choosing');
  });
});

clause('G-2', () => {
  it('lets the physician take the refusal back', () => {
    const taken = givenIn('refused')
      .when(usual('request.honoured', { on: '2026-03-25' }))
      .thenIn('application.choosing');
    expect(payer(taken).payer).toBe('employer');
    expect(termsOf(taken)).toEqual(['engage']);
  });

  it('lets no refusal be taken back on a day before it', () => {
    given('instrument.discussed', usual('request.refused', { on: '2026-03-25' }))
      .when(usual('request.honoured', { on: '2026-03-24' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('G-6', () => {
  const inTraining = { ...own, registered: false };
  const unregisteredOwn = { ...opening, participants: { ...opening.participants, ownPhysician: inTraining } };

  it.each([usual('request.honoured'), usual('request.refused'), usual('request.foundOutOfScope')])(
    'lets only a registered physician decide: $type',
    (event) => {
      given(unregisteredOwn, 'instrument.discussed').when(event).thenNotAllowed('physicianIsRegistered');
    },
  );

  it.each(['manager-1', planning, employer])('counts a refusal by %s as none: the request stays open', (by) => {
    const done = given('instrument.discussed').whenDone(usual('request.refused', { by }));
    done.expect({
      case: { step: 'application.discussing', revision: 2, deviations: [{ norm: 'actorHoldsRole', by }] },
    });
    expect(deviationsIn(done.outcome)).toEqual(['actorHoldsRole law']);
    expect(noticesIn(done.outcome)).toEqual([]);
  });

  it('asks no reasons of an act that is none: only why it is none is recorded', () => {
    const done = given().whenDone(usual('request.refused', { by: 'manager-1', grounds: [], reasons: undefined }));
    done.thenIn('application.discussing');
    expect(deviationsIn(done.outcome)).toEqual(['actorHoldsRole law']);
  });

  it('lets another record what the physician decided', () => {
    given('instrument.discussed')
      .when(usual('request.refused', { recordedBy: planning }))
      .thenIn('refused');
  });
});

clause('L-10', () => {
  it('tells the employee of a refusal, and nobody else', () => {
    const done = given('instrument.discussed').when('request.refused');
    done.thenIn('refused');
    expect(noticesIn(done.outcome)).toEqual(['requestRefused → employee employee-1']);
  });

  it('lets no request be refused without reasons in writing', () => {
    given('instrument.discussed')
      .when(usual('request.refused', { reasons: undefined }))
      .thenNotAllowed('reasonsAreInWriting');
  });

  it('records a refusal without reasons as a deviation from the law, with who did it and when', () => {
    given('instrument.discussed')
      .whenDone(usual('request.refused', { reasons: undefined, on: '2026-03-20' }))
      .expect({
        case: { step: 'refused' },
        deviations: [
          { norm: 'reasonsAreInWriting', rank: 'law', event: 'request.refused', by: own.id, on: '2026-03-20' },
        ],
      });
  });

  it('names every rule in the way of a refusal at once', () => {
    given()
      .when(usual('request.refused', { grounds: ['repeatedSameQuestion'], reasons: undefined }))
      .thenNotAllowed('instrumentWasDiscussed', 'earlierOpinionIsNamed', 'reasonsAreInWriting');
  });

  it('names a rule of each rank with its rank', () => {
    given()
      .when(usual('request.refused', { grounds: [] }))
      .expect({
        unmet: [
          { norm: 'instrumentWasDiscussed', rank: 'pool' },
          { norm: 'groundIsNamed', rank: 'law' },
          { norm: 'groundIsCompelling', rank: 'commentary' },
        ],
      });
  });
});

clause('E-15', () => {
  it.each(['seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'])(
    'counts %s as compelling',
    (ground) => {
      given('instrument.discussed')
        .when(usual('request.refused', { grounds: [ground] }))
        .thenIn('refused');
    },
  );

  it('takes one compelling ground beside others as enough', () => {
    given('instrument.discussed')
      .when(usual('request.refused', { grounds: ['cost', 'otherAbuse'] }))
      .thenIn('refused');
  });

  it.each(['otherInstrumentIsBetter', 'labourConflict', 'useless', 'cost', 'other'])(
    'never counts %s as compelling',
    (ground) => {
      given('instrument.discussed')
        .when(usual('request.refused', { grounds: [ground] }))
        .thenNotAllowed('groundIsCompelling');
    },
  );
});

clause('B-70', () => {
  it('asks in the name of the law that a refusal names a ground', () => {
    const { when, whenDone } = given('instrument.discussed');
    const without = usual('request.refused', { grounds: [] });
    when(without).thenNotAllowed('groundIsNamed', 'groundIsCompelling');
    const done = whenDone(without);
    done.thenIn('refused');
    expect(deviationsIn(done.outcome)).toEqual(['groundIsNamed law', 'groundIsCompelling commentary']);
  });

  it('asks in the name of the article that the ground is abuse', () => {
    const done = given('instrument.discussed').whenDone(usual('request.refused', { grounds: ['cost'] }));
    done.thenIn('refused');
    expect(deviationsIn(done.outcome)).toEqual(['groundIsCompelling commentary']);
  });
});

clause('B-68', () => {
  it('has the letter of a refusal rest on what it must say: the reasons, the complaints procedure, that one may ask again', () => {
    given('instrument.discussed')
      .when('request.refused')
      .expect({
        notices: [
          {
            from: 'ownPhysician',
            about: 'requestRefused',
            clauses: ['D-2.14d.3', 'D-2.14e.1', 'L-10', 'E-16', 'E-35', 'B-68'],
          },
        ],
      });
  });
});

clause('E-19', () => {
  const earlier = (change: object = {}) => ({
    ...opening,
    earlierRequests: [{ id: 'request-1', question: 'question-1', advice: 'advice-0', outcome: 'completed', ...change }],
  });
  const repeated = (...earlierRequests: string[]) =>
    usual('request.refused', { grounds: ['repeatedSameQuestion'], earlierRequests });

  it('lets a repeated question be refused by naming the earlier opinion on it', () => {
    given(earlier(), 'instrument.discussed').when(repeated('request-1')).thenIn('refused');
  });

  it('lets no repeated question be refused without naming an earlier opinion', () => {
    given(earlier(), 'instrument.discussed').when(repeated()).thenNotAllowed('earlierOpinionIsNamed');
  });

  it('lets no repeated question be refused by naming an opinion that the opening does not list', () => {
    given('instrument.discussed').when(repeated('request-1')).thenNotAllowed('earlierOpinionIsNamed');
  });

  it.each(['refused', 'withdrawn', 'other'])('counts no earlier request that ended as %s', (outcome) => {
    given(earlier({ outcome }), 'instrument.discussed')
      .when(repeated('request-1'))
      .thenNotAllowed('earlierOpinionIsNamed');
  });

  it('counts no earlier opinion on another question', () => {
    given(earlier({ question: 'question-0' }), 'instrument.discussed')
      .when(repeated('request-1'))
      .thenNotAllowed('earlierOpinionIsNamed');
  });

  it('records a repetition that names nothing as a deviation from the article', () => {
    const done = given('instrument.discussed').whenDone(repeated());
    done.thenIn('refused');
    expect(deviationsIn(done.outcome)).toEqual(['earlierOpinionIsNamed commentary']);
  });
});

clause('B-05', () => {
  it.each(['noAdviceByOccupationalPhysician', 'preEmploymentExamination', 'notAHealthMatter', 'notAskedByEmployee'])(
    'finds a request out of scope because %s, and tells the employee',
    (because) => {
      const done = given().when(usual('request.foundOutOfScope', { because }));
      done.thenIn('outOfScope');
      expect(noticesIn(done.outcome)).toEqual(['requestOutOfScope → employee employee-1']);
    },
  );

  it('asks for reasons in writing there too', () => {
    given()
      .when(usual('request.foundOutOfScope', { reasons: undefined }))
      .thenNotAllowed('reasonsAreInWriting');
  });

  it('knows no other reason why a request is out of scope', () => {
    given()
      .when(usual('request.foundOutOfScope', { because: 'cost' }))
      .expect({ ok: false, reason: 'malformed', issues: [{ path: 'because' }] });
  });

  it('finds nothing out of scope once the request was honoured', () => {
    given('request.honoured').when('request.foundOutOfScope').thenUnexpected();
  });
});

clause('B-08', () => {
  const ended: Step[] = ['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'];

  it.each(ended)('lets the employee ask again after %s, and tells the own physician', (step) => {
    const done = givenIn(step).when(usual('request.renewed', { on: '2026-04-01' }));
    const current = done.thenIn('application.discussing');
    expect(noticesIn(done.outcome)).toEqual(['requestMade → ownPhysician physician-own']);
    expect(current.since).toBe('2026-04-01');
  });

  it.each(allBut(ended))('lets nobody ask again in %s', (step) => {
    givenIn(step).when('request.renewed').thenUnexpected();
  });

  it('records another question and new facts where there are any', () => {
    givenIn('refused')
      .when(usual('request.renewed', { question: 'question-2', newFacts: 'facts-1' }))
      .expect({ case: { file: { question: 'question-2', request: { newFacts: 'facts-1' } } } });
    givenIn('refused')
      .when('request.renewed')
      .expect({ case: { file: { question: 'question-1', request: { newFacts: null } } } });
  });

  it('starts discussion, choice and authorisation anew, and keeps what was explained', () => {
    const again = [usual('request.renewed'), usual('request.honoured'), usual('physicians.chosen')];
    given(storyTo['execution.inviting'].events, 'request.withdrawn', again)
      .when('application.sent')
      .thenNotAllowed('instrumentWasDiscussed', 'recipientIsAuthorised');
    given(storyTo['execution.inviting'].events, 'request.withdrawn', again.slice(0, 2))
      .when('application.sent')
      .thenNotAllowed('instrumentWasDiscussed', 'sentToTheChosen', 'recipientIsAuthorised');
  });

  it('ends the role of the second-opinion physician, who then hears no more of it', () => {
    const done = given(storyTo['execution.inviting'].events, 'request.withdrawn', 'request.renewed').when(
      'request.withdrawn',
    );
    expect(noticesIn(done.outcome)).toEqual(['requestWithdrawn → ownPhysician physician-own']);
    given(storyTo['execution.inviting'].events, 'request.withdrawn', 'request.renewed')
      .when('application.accepted')
      .thenUnexpected();
  });

  it('lets no request be renewed on a day before it ended', () => {
    given(usual('request.withdrawn', { on: '2026-03-20' }))
      .when(usual('request.renewed', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('E-43', () => {
  const toOwn = 'uwvRouteChosen → ownPhysician physician-own';
  const before: Step[] = [...requestSteps.slice(0, 3), 'refused', 'outOfScope'];

  it.each(before)('lets the employee choose the UWV instead in %s; the own physician is told', (step) => {
    const done = givenIn(step).when('uwvRoute.chosen');
    done.thenIn('uwvRouteChosen');
    expect(noticesIn(done.outcome)).toEqual([toOwn]);
  });

  it.each(allBut([...before, 'application.reconsidering', ...executionSteps]))(
    'takes the case nowhere in %s when the UWV is asked beside it',
    (step) => {
      givenIn(step).when('uwvRoute.chosen').thenUnexpected();
    },
  );

  it('leaves that choice to the employee', () => {
    for (const by of [own.id, employer])
      given().when(usual('uwvRoute.chosen', { by })).thenNotAllowed('actorHoldsRole');
  });
});

clause('B-58', () => {
  it.each(['application.reconsidering', ...executionSteps] as Step[])(
    'lets the employee choose the UWV instead in %s; to the engaged physician it is a withdrawal',
    (step) => {
      const done = givenIn(step).when('uwvRoute.chosen');
      done.thenIn('uwvRouteChosen');
      expect(noticesIn(done.outcome)).toEqual([
        'uwvRouteChosen → ownPhysician physician-own',
        'requestWithdrawn → secondOpinionPhysician physician-first',
      ]);
    },
  );

  it.each(['execution.awaitingConsent', 'execution.forwarding'] as Step[])('ends with the final advice: %s', (step) => {
    givenIn(step).when('uwvRoute.chosen').thenUnexpected();
  });

  it('takes no day before the request was renewed', () => {
    given('request.withdrawn', usual('request.renewed', { on: '2026-03-20' }))
      .when(usual('uwvRoute.chosen', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-39', () => {
  const toOwn = 'requestWithdrawn → ownPhysician physician-own';
  const toFirst = 'requestWithdrawn → secondOpinionPhysician physician-first';

  it.each(requestSteps.slice(0, 3))('lets the employee withdraw in %s; only the own physician is told', (step) => {
    const done = givenIn(step).when('request.withdrawn');
    done.thenIn('withdrawn');
    expect(noticesIn(done.outcome)).toEqual([toOwn]);
  });

  it.each(['application.reconsidering', ...executionSteps] as Step[])(
    'lets the employee withdraw in %s; both physicians are told',
    (step) => {
      const done = givenIn(step).when('request.withdrawn');
      done.thenIn('withdrawn');
      expect(noticesIn(done.outcome)).toEqual([toOwn, toFirst]);
    },
  );

  it.each(allBut([...requestSteps, ...executionSteps]))('withdraws nothing in %s', (step) => {
    givenIn(step).when('request.withdrawn').thenUnexpected();
  });

  it.each([
    { second, step: 'application.preparing' },
    { second: undefined, step: 'application.choosing' },
  ])('tells the physician who timed out too, in $step', ({ second: preference }) => {
    const done = given(
      honouredRequest,
      usual('physicians.chosen', { second: preference }),
      'authorisation.signed',
      'application.sent',
      usual('response.overdue', { on: '2026-03-26' }),
    ).when(usual('request.withdrawn', { on: '2026-03-27' }));
    expect(noticesIn(done.outcome)).toEqual([toOwn, toFirst]);
  });

  it('tells the physician asked next, and no longer the one who timed out', () => {
    const done = given(
      storyTo['execution.awaitingResponse'].events,
      usual('response.overdue', { on: '2026-03-26' }),
      usual('application.sent', { to: second.id, medicalData: false, on: '2026-03-26' }),
    ).when(usual('request.withdrawn', { on: '2026-03-27' }));
    expect(noticesIn(done.outcome)).toEqual([toOwn, 'requestWithdrawn → secondOpinionPhysician physician-second']);
  });

  it('tells no physician who declined', () => {
    const done = given(storyTo['execution.awaitingResponse'].events, 'application.declined').when('request.withdrawn');
    expect(noticesIn(done.outcome)).toEqual([toOwn]);
  });

  it('leaves the withdrawal to the employee', () => {
    given()
      .when(usual('request.withdrawn', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('leaves it to the same to pay', () => {
    expect(payer(given(storyTo['execution.assessing'].events, 'request.withdrawn').case).payer).toBe('employer');
  });
});

clause('B-49', () => {
  const toEmployee = 'requestLapsed → employee employee-1';
  const toOwn = 'requestLapsed → ownPhysician physician-own';
  const toFirst = 'requestLapsed → secondOpinionPhysician physician-first';
  const lapsed = (more: object = {}) => usual('request.lapsed', { on: '2026-03-19', ...more });

  it.each([
    ['application.choosing', own.id, [toEmployee]],
    ['application.preparing', own.id, [toEmployee]],
    ['application.reconsidering', own.id, [toEmployee, toFirst]],
    ['execution.inviting', first.id, [toEmployee, toOwn]],
  ] as [Step, string, string[]][])(
    'lets the request lapse in %s, where it waits for the employee',
    (step, by, told) => {
      const done = givenIn(step).when(lapsed({ by }));
      expect(done.thenIn('lapsed').file.request.outcome).toEqual({ as: 'lapsed', on: '2026-03-19' });
      expect(noticesIn(done.outcome)).toEqual(told);
    },
  );

  it.each([
    ['application.choosing', first.id],
    ['application.reconsidering', first.id],
    ['execution.inviting', own.id],
    ['execution.inviting', planning],
  ] as [Step, string][])('leaves that in %s to whoever is in the lead: not %s', (step, by) => {
    givenIn(step).when(lapsed({ by })).thenNotAllowed('actorHoldsRole');
  });

  it.each(allBut(['application.choosing', 'application.preparing', 'application.reconsidering', 'execution.inviting']))(
    'lets no request lapse in %s, where another is waited for',
    (step) => {
      givenIn(step).when(lapsed()).thenUnexpected();
    },
  );

  it.each(['authorisation.signed', 'authorisation.withheld'] as const)(
    'lets none lapse in application.preparing once the employee has answered: %s',
    (answer) => {
      given(storyTo['application.preparing'].events, answer).when(lapsed()).thenUnexpected();
    },
  );

  it('waits for the answer about whoever has the turn, not about another', () => {
    const aboutSecond = usual('authorisation.signed', { recipient: second.id });
    given(storyTo['application.preparing'].events, aboutSecond).when(lapsed()).thenIn('lapsed');
    given(storyTo['execution.awaitingResponse'].events, 'application.declined').when(lapsed()).thenIn('lapsed');
  });

  it.each([[[]], [['2026-03-17']], [['2026-03-26']]])(
    'takes no reminders on %j as a reminder in the case',
    (remindedOn) => {
      givenIn('application.choosing')
        .when(lapsed({ on: '2026-03-25', remindedOn }))
        .thenNotAllowed('employeeWasReminded');
    },
  );

  it('calls the absence of a reminder no deviation, since only our own choice asks for one', () => {
    const done = givenIn('application.choosing').whenDone(lapsed({ remindedOn: [] }));
    done.thenIn('lapsed');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });
});

clause('B-50', () => {
  const toOwn = 'employeeDied → ownPhysician physician-own';
  const toFirst = 'employeeDied → secondOpinionPhysician physician-first';
  const toThird = 'employeeDied → thirdPhysician physician-third';
  const inPhases = everyStep.filter((step) => /^(application|execution|completion)\./.test(step));

  it.each(inPhases)('ends the request in %s, and says that the employee died', (step) => {
    const done = givenIn(step).when(usual('employee.died', { by: planning, on: '2026-03-20' }));
    const current = done.thenIn('lapsed');
    expect(current.file.request.outcome).toEqual({ as: 'died', on: '2026-03-20' });
    expect(waitingOn(current)).toEqual([]);
    expect(deadlines(current)).toEqual([]);
  });

  it.each(allBut(inPhases))('is nothing to report in %s, where nothing is asked of the employee', (step) => {
    givenIn(step)
      .when(usual('employee.died', { by: planning }))
      .thenUnexpected();
  });

  it.each([
    ['application.choosing', planning, [toOwn]],
    ['application.choosing', own.id, []],
    ['execution.inviting', planning, [toOwn, toFirst]],
    ['execution.inviting', own.id, [toFirst]],
    ['execution.inviting', first.id, [toOwn]],
    ['completion.considering', planning, [toOwn, toFirst]],
    ['completion.awaitingThirdPhysician', own.id, [toFirst, toThird]],
  ] as [Step, string, string[]][])('tells in %s whoever has a part, unless they reported it: %s', (step, by, told) => {
    expect(noticesIn(givenIn(step).when(usual('employee.died', { by })).outcome)).toEqual(told);
  });

  it.each([employer, employee, 'stranger-1'])('has nothing reported by %s', (by) => {
    givenIn('execution.inviting').when(usual('employee.died', { by })).thenNotAllowed('actorHoldsRole');
  });

  it('asks no third physician any more to guide them', () => {
    const died = givenIn('completion.awaitingThirdPhysician').when('employee.died').thenIn('lapsed');
    const { sees, waitingOn: waits, mayReport } = viewOf(died, 'thirdPhysician');
    expect([sees?.step, waits, mayReport]).toEqual(['lapsed', [], []]);
  });

  it('ends it in the record of the second-opinion physician also where their part is over', () => {
    const theirs = {
      ...opening,
      by: own.id,
      recordOf: 'secondOpinionPhysician',
      application: { to: first.id, form: 'form-1', medicalData: false },
    };
    given(theirs, 'application.declined').when('employee.died').thenIn('lapsed');
  });

  it('lets nobody ask anew for an employee who died', () => {
    given('employee.died').when('request.renewed').thenUnexpected();
  });

  it('leaves complaints as they are', () => {
    const current = given('complaint.filed', 'employee.died').when('complaint.answered').thenIn('lapsed');
    expect(current.complaints).toBe('answered');
  });
});

clause('L-13', () => {
  it.each(['application.choosing', 'application.preparing', 'application.reconsidering'] as Step[])(
    'lets the employee choose in %s; the own physician is told, and asks for the authorisation',
    (step) => {
      const done = givenIn(step).when(usual('physicians.chosen', { first: another, second: undefined }));
      done.thenIn('application.preparing');
      expect(noticesIn(done.outcome)).toEqual([
        'physiciansChosen → ownPhysician physician-own',
        'authorisationAsked → employee employee-1',
      ]);
    },
  );

  it('leaves the choice to the employee', () => {
    givenIn('application.choosing')
      .when(usual('physicians.chosen', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('lets nobody choose before the request was honoured', () => {
    given().when('physicians.chosen').thenUnexpected();
  });

  it('lets no physician be chosen on a day before the request was honoured', () => {
    given(usual('request.honoured', { on: '2026-03-20' }))
      .when(usual('physicians.chosen', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('D-2.14d.2', () => {
  const giver = physician('physician-giver', 'midden');
  const byAnother = { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } };
  const inTwo = { ...giver, organisations: ['midden', 'west'] };
  const byOneInTwo = { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver: inTwo } };

  it.each([
    ['a colleague of the giver of the advice', byAnother, { first: { ...first, organisations: ['midden'] } }],
    ['a second preference who is a colleague', byAnother, { second: { ...second, organisations: ['midden'] } }],
    ['who shares one organisation of several', byAnother, { first: { ...first, organisations: ['zuid', 'midden'] } }],
    ['who shares one of several organisations of theirs', byOneInTwo, { first: { ...first, organisations: ['west'] } }],
    ['the giver of the advice', byAnother, { first: { ...giver, organisations: ['zuid'] } }],
    [
      'a listed physician who is a colleague',
      { ...byAnother, contract: { ...opening.contract, physicians: [{ ...first, organisations: ['midden'] }] } },
      { first: { ...first, organisations: ['midden'] } },
    ],
  ])('lets nobody choose %s', (_, start, choice) => {
    given(start, honouredRequest).when(usual('physicians.chosen', choice)).thenNotAllowed('physicianIsIndependent');
  });

  it('takes the choice of a colleague of the giver as none, and records it as a deviation from the law', () => {
    const done = givenIn('application.choosing').whenDone(usual('physicians.chosen', { first: colleague }));
    done.thenIn('application.choosing');
    expect(deviationsIn(done.outcome)).toEqual(['physicianIsIndependent law']);
  });
});

clause('B-71', () => {
  const giver = physician('physician-giver', 'midden');
  const byAnother = { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } };
  const ownInTwo = {
    ...byAnother,
    participants: { ...opening.participants, ownPhysician: { ...own, organisations: ['noord', 'oost'] } },
  };
  const moved = usual('ownPhysician.replaced', { physician: { ...successor, organisations: ['zuid'] } });

  it.each([
    ['a colleague of the own physician', byAnother, { first: colleague, second: undefined }],
    ['a second preference who is a colleague', byAnother, { second: colleague }],
    ['who shares one of several organisations', ownInTwo, { first: { ...first, organisations: ['zuid', 'oost'] } }],
  ])('lets nobody choose %s who did not give the advice', (_, start, choice) => {
    given(start, honouredRequest)
      .when(usual('physicians.chosen', choice))
      .thenNotAllowed('physicianIsOfAnotherService');
  });

  it('goes on with such a choice that was made, which deviates from the steps of the pool and no more', () => {
    const done = given(byAnother, honouredRequest).whenDone(
      usual('physicians.chosen', { first: colleague, second: undefined }),
    );
    done.thenIn('application.preparing');
    expect(deviationsIn(done.outcome)).toEqual(['physicianIsOfAnotherService pool']);
  });

  it('sends nothing to whoever became a colleague of a new own physician; what was sent all the same counts', () => {
    const { when, whenDone } = given(storyTo['application.preparing'].events, 'authorisation.signed', moved);
    const sent = usual('application.sent', { by: successor.id });
    when(sent).thenNotAllowed('physicianIsOfAnotherService');
    const done = whenDone(sent);
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(['physicianIsOfAnotherService pool']);
  });

  it('lets military personnel choose such a colleague', () => {
    given({ ...byAnother, contract: { ...opening.contract, military: true } }, honouredRequest)
      .when(usual('physicians.chosen', { first: colleague }))
      .thenIn('application.preparing');
  });
});

clause('B-93', () => {
  const represented = {
    ...opening,
    participants: { ...opening.participants, representative: 'guardian-1', mandate: 'mandate-1' },
  };
  const elsewhere = { ...own, organisations: ['zuid'] };
  const named = (id: string) => physician(id, 'zuid', { pool: true });

  it.each(['employee-1', 'guardian-1', 'employer-1'])('lets %s be nobody’s physician', (id) => {
    given(represented, honouredRequest)
      .when(usual('physicians.chosen', { first: named(id) }))
      .thenNotAllowed('actorsAreDistinct');
    given(represented, honouredRequest)
      .when(usual('physicians.chosen', { second: named(id) }))
      .thenNotAllowed('actorsAreDistinct');
    given(represented, storyTo['completion.consideringTransfer'].events)
      .when(usual('transfer.granted', { to: named(id) }))
      .thenNotAllowed('actorsAreDistinct');
    given(represented)
      .when(usual('ownPhysician.replaced', { physician: named(id) }))
      .thenNotAllowed('actorsAreDistinct');
    const sent = given(represented, storyTo['application.preparing'].events).whenDone(
      usual('application.sent', { to: id, medicalData: false }),
    );
    sent.thenIn('application.preparing');
    expect(deviationsIn(sent.outcome)).toEqual(['actorsAreDistinct law']);
  });

  it('lets the first employer be nobody’s physician either, where another is asked', () => {
    given(storyTo['completion.consideringTransfer'].events, usual('employer.asked', { employer: 'employer-2' }))
      .when(usual('transfer.granted', { to: named('employer-1') }))
      .thenNotAllowed('actorsAreDistinct');
  });

  it('lets no own physician of the case be engaged, now or before', () => {
    given(
      'ownPhysician.replaced',
      honouredRequest.map((event) => ({ ...event, by: successor.id })),
    )
      .when(usual('physicians.chosen', { first: { ...successor, organisations: ['zuid'] }, second: undefined }))
      .thenNotAllowed('actorsAreDistinct');
    const giver = physician('physician-giver', 'midden');
    const byAnother = { ...opening, contestedAdvice: { ...opening.contestedAdvice, giver } };
    given(byAnother, storyTo['application.choosing'].events, 'ownPhysician.replaced')
      .when(usual('physicians.chosen', { first: elsewhere, second: undefined }))
      .thenNotAllowed('actorsAreDistinct');
  });

  it.each([
    ['the engaged physician', 'execution.inviting', first],
    ['the third physician', 'completion.awaitingThirdPhysician', { ...second, id: 'physician-third' }],
  ] as [string, Step, typeof first][])('lets %s not become own physician', (_, step, taker) => {
    givenIn(step)
      .when(usual('ownPhysician.replaced', { physician: taker }))
      .thenNotAllowed('actorsAreDistinct');
    const done = givenIn(step).whenDone(usual('ownPhysician.replaced', { physician: taker }));
    expect(done.thenIn(step).file.participants.ownPhysician.id).toBe(own.id);
    expect(deviationsIn(done.outcome)).toEqual(['actorsAreDistinct law']);
  });

  it.each(['employee-1', 'guardian-1', own.id, first.id, 'physician-third'])('lets %s be no employer', (id) => {
    given(represented, storyTo['completion.awaitingThirdPhysician'].events)
      .when(usual('employer.asked', { employer: id }))
      .thenNotAllowed('actorsAreDistinct');
  });

  it('lets the second-opinion physician take the guidance over', () => {
    givenIn('completion.consideringTransfer')
      .when(usual('transfer.granted', { to: first }))
      .thenIn('completion.awaitingThirdPhysician');
  });

  it.each([
    ['the employee is the own physician', { employee: own.id }],
    ['the employer is the own physician', { employer: own.id }],
  ])('opens no case in which %s', (_, changed) => {
    const participants = { ...opening.participants, ...changed };
    const contestedAdvice = { ...opening.contestedAdvice, giver: physician('physician-giver', 'midden') };
    whenOpened({ ...opening, contestedAdvice, participants, by: participants.employee }).thenNotAllowed(
      'actorsAreDistinct',
    );
  });

  it('opens no case in which the employee gave the advice', () => {
    const contestedAdvice = { ...opening.contestedAdvice, giver: physician(employee, 'midden') };
    whenOpened({ ...opening, contestedAdvice }).thenNotAllowed('actorsAreDistinct');
  });
});

clause('D-1.34a', () => {
  const military = { ...opening, contract: { ...opening.contract, military: true } };

  it('lets military personnel choose a colleague of the own physician', () => {
    given(military, honouredRequest)
      .when(usual('physicians.chosen', { first: colleague }))
      .thenIn('application.preparing');
  });

  it('lets military personnel choose nobody but another physician', () => {
    given(military, honouredRequest)
      .when(usual('physicians.chosen', { first: own }))
      .thenNotAllowed('actorsAreDistinct', 'physicianIsIndependent');
  });
});

clause('E-03', () => {
  it.each([{ first: unregistered }, { second: unregistered }])(
    'lets only registered occupational physicians be chosen',
    (choice) => {
      givenIn('application.choosing').when(usual('physicians.chosen', choice)).thenNotAllowed('physicianIsRegistered');
    },
  );

  it('names every rule in the way of a choice at once', () => {
    const nobody = { ...colleague, registered: false };
    givenIn('application.choosing')
      .when(usual('physicians.chosen', { first: nobody, second: nobody }))
      .thenNotAllowed(
        'physicianIsIndependent',
        'physicianIsOfAnotherService',
        'physicianIsRegistered',
        'preferencesDiffer',
      );
  });
});

clause('L-14', () => {
  it('asks for no second preference', () => {
    givenIn('application.choosing')
      .when(usual('physicians.chosen', { second: undefined }))
      .thenIn('application.preparing');
  });

  it('takes no second preference that is the first', () => {
    givenIn('application.choosing')
      .when(usual('physicians.chosen', { second: first }))
      .thenNotAllowed('preferencesDiffer');
  });

  it('records a second preference that is the first as a deviation from the steps of the pool', () => {
    const done = givenIn('application.choosing').whenDone(usual('physicians.chosen', { second: first }));
    done.thenIn('application.preparing');
    expect(deviationsIn(done.outcome)).toEqual(['preferencesDiffer pool']);
  });
});

clause('E-13', () => {
  const listed = { ...opening, contract: { ...opening.contract, physicians: [outsider] } };
  const withOutsider = usual('physicians.chosen', { first: outsider, second: undefined });

  it('lets the employee choose an outsider, and pay', () => {
    expect(payer(given(honouredRequest, withOutsider).case)).toEqual({ payer: 'employee', clauses: ['E-13', 'B-12'] });
  });

  it.each([
    ['in the pool', opening, usual('physicians.chosen')],
    ['listed in the contract', listed, withOutsider],
    [
      'agreed with the employer',
      opening,
      usual('physicians.chosen', { first: outsider, agreedWithEmployer: 'agreement-1' }),
    ],
  ])('lets the employer pay for a physician who is %s', (_, start, choice) => {
    expect(payer(given(start, honouredRequest, choice).case)).toEqual({ payer: 'employer', clauses: ['W-44', 'E-11'] });
  });

  it('lets the employee pay for an outsider who, as second preference, has the turn', () => {
    const story = [
      ...honouredRequest,
      usual('physicians.chosen', { second: outsider }),
      usual('authorisation.signed'),
      usual('application.sent'),
    ];
    expect(payer(given(story).case).payer).toBe('employer');
    expect(payer(given(story, 'application.declined').case).payer).toBe('employee');
  });

  it('lets the employee pay for an outsider who accepts late', () => {
    const story = [
      ...honouredRequest,
      withOutsider,
      usual('application.sent', { to: outsider.id, medicalData: false }),
    ];
    const late = usual('application.accepted', { by: outsider.id, on: '2026-03-27' });
    const current = given(story, usual('response.overdue', { on: '2026-03-26' }))
      .when(late)
      .thenIn('execution.inviting');
    expect(payer(current).payer).toBe('employee');
  });
});

clause('E-12', () => {
  it('lets nobody pay after a refusal on a compelling ground', () => {
    expect(payer(givenIn('refused').case)).toEqual({ payer: 'nobody', clauses: ['E-12', 'B-06'] });
  });

  it('says nothing of a refusal on no such ground: that nobody pays is then our choice', () => {
    const current = given('instrument.discussed')
      .whenDone(usual('request.refused', { grounds: ['cost'] }))
      .thenIn('refused');
    expect(payer(current)).toEqual({ payer: 'nobody', clauses: ['B-06'] });
    goingOn(current)
      .when('request.honoured')
      .expect({ case: { step: 'application.choosing' } });
    expect(payer(goingOn(current).when('request.honoured').thenIn('application.choosing')).payer).toBe('employer');
  });

  it('says nothing of a request that is out of scope, which is no refusal', () => {
    expect(payer(givenIn('outOfScope').case)).toEqual({ payer: 'nobody', clauses: ['D-2.14d.1', 'B-05'] });
  });

  it('leaves what the UWV asks to the UWV', () => {
    expect(payer(givenIn('uwvRouteChosen').case)).toEqual({ payer: 'nobody', clauses: ['B-76'] });
  });

  it.each(allBut(['refused', 'outOfScope', 'uwvRouteChosen']))('lets the employer pay in %s', (step) => {
    expect(payer(givenIn(step).case).payer).toBe('employer');
  });
});

clause('B-12', () => {
  it('binds the own physician to no outsider: the employee chooses again', () => {
    const done = given(honouredRequest, usual('physicians.chosen', { first: outsider })).when('outsider.notEngaged');
    const current = done.thenIn('application.choosing');
    expect(noticesIn(done.outcome)).toEqual(['outsiderNotEngaged → employee employee-1']);
    expect(payer(current).payer).toBe('employer');
  });

  it('has an outsider be whoever is not named in the contract, also where others are', () => {
    const inContract = physician('physician-contract', 'west');
    const named = { ...opening, contract: { ...opening.contract, physicians: [inContract] } };
    given(named, honouredRequest, usual('physicians.chosen', { first: outsider }))
      .when('outsider.notEngaged')
      .thenIn('application.choosing');
    given(named, honouredRequest, usual('physicians.chosen', { first: inContract }))
      .when('outsider.notEngaged')
      .thenNotAllowed('choiceIsOutsideContract');
  });

  it.each([
    usual('physicians.chosen'),
    usual('physicians.chosen', { first: outsider, agreedWithEmployer: 'agreement-1' }),
  ])('binds the own physician to everybody else', (choice) => {
    given(honouredRequest, choice).when('outsider.notEngaged').thenNotAllowed('choiceIsOutsideContract');
  });

  it('records a choice within the contract that was left as a deviation from the law', () => {
    const done = givenIn('application.preparing').whenDone('outsider.notEngaged');
    done.thenIn('application.choosing');
    expect(deviationsIn(done.outcome)).toEqual(['choiceIsOutsideContract law']);
  });
});

const signingSteps: Step[] = [
  'application.choosing',
  'application.preparing',
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.awaitingConsultation',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
  'execution.underway',
];

clause('L-17', () => {
  it.each(signingSteps)('lets the employee sign in %s, which then stays as it is', (step) => {
    givenIn(step).when('authorisation.signed').thenIn(step);
  });

  it('tells the own physician, and the recipient who was sent the application', () => {
    expect(noticesIn(givenIn('application.preparing').when('authorisation.signed').outcome)).toEqual([
      'authorisationSigned → ownPhysician physician-own',
    ]);
    expect(noticesIn(givenIn('execution.inviting').when('authorisation.signed').outcome)).toEqual([
      'authorisationSigned → ownPhysician physician-own',
      'authorisationSigned → secondOpinionPhysician physician-first',
    ]);
  });

  it('sends no medical data to a recipient for whom nothing was signed', () => {
    givenIn('application.preparing').when('application.sent').thenNotAllowed('recipientIsAuthorised');
  });

  it('records medical data sent without authorisation as a deviation from the law', () => {
    const done = givenIn('application.preparing').whenDone('application.sent');
    done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(['recipientIsAuthorised law']);
  });

  it('takes a signature entered by another only with a document', () => {
    const { when, whenDone } = givenIn('application.preparing');
    when(usual('authorisation.signed', { recordedBy: planning })).thenNotAllowed('consentIsDocumented');
    when(usual('authorisation.signed', { recordedBy: planning, document: 'document-1' })).thenIn(
      'application.preparing',
    );
    when(usual('authorisation.signed', { recordedBy: employee })).thenIn('application.preparing');
    expect(deviationsIn(whenDone(usual('authorisation.signed', { recordedBy: planning })).outcome)).toEqual([
      'consentIsDocumented pool',
    ]);
  });

  it.each(['application.reconsidering', 'execution.inviting'] as Step[])(
    'takes it in %s only with a document too',
    (step) => {
      const recipients = [first.id, second.id];
      for (const recipient of recipients)
        givenIn(step)
          .when(usual('authorisation.signed', { recipient, recordedBy: planning }))
          .thenNotAllowed('consentIsDocumented');
    },
  );

  it('lets nobody sign for the employee', () => {
    givenIn('application.preparing')
      .when(usual('authorisation.signed', { by: own.id }))
      .thenNotAllowed('actorHoldsRole');
  });

  it('sends no medical data on a day before the signature', () => {
    given(storyTo['application.preparing'].events, usual('authorisation.signed', { on: '2026-03-20' }))
      .when(usual('application.sent', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-62', () => {
  it.each([
    [usual('authorisation.signed'), 'authorisationSigned'],
    [usual('authorisation.withheld'), 'authorisationWithheld'],
    [usual('authorisation.revoked'), 'authorisationRevoked'],
  ])('takes form, choice and signature in one go: $type while choosing', (event, about) => {
    const done = givenIn('application.choosing').when(event);
    done.thenIn('application.choosing');
    expect(noticesIn(done.outcome)).toEqual([`${about} → ownPhysician physician-own`]);
  });

  it('asks for no authorisation that was given before the choice', () => {
    const signed = given(storyTo['application.choosing'].events, 'authorisation.signed');
    const chosenAlone = signed.when(usual('physicians.chosen', { second: undefined }));
    expect(noticesIn(chosenAlone.outcome)).toEqual(['physiciansChosen → ownPhysician physician-own']);
    const chosenBeside = signed.when('physicians.chosen');
    expect(noticesIn(chosenBeside.outcome)).toContain('authorisationAsked → employee employee-1');
    goingOn(chosenAlone.thenIn('application.preparing')).when('application.sent').thenIn('execution.awaitingResponse');
  });

  it('takes a signature entered by another only with a document there too', () => {
    givenIn('application.choosing')
      .when(usual('authorisation.signed', { recordedBy: planning }))
      .thenNotAllowed('consentIsDocumented');
  });
});

clause('B-18a', () => {
  it('takes one authorisation for one recipient', () => {
    const declinedByFirst = [...storyTo['execution.awaitingResponse'].events, usual('application.declined')];
    given(declinedByFirst)
      .when(usual('application.sent', { to: second.id }))
      .thenNotAllowed('recipientIsAuthorised');
    given(declinedByFirst, usual('authorisation.signed', { recipient: second.id }))
      .when(usual('application.sent', { to: second.id }))
      .thenIn('execution.awaitingResponse');
  });

  it('lets both be signed at once, without telling the first of the second', () => {
    const done = given(storyTo['execution.awaitingResponse'].events).when(
      usual('authorisation.signed', { recipient: second.id }),
    );
    expect(noticesIn(done.outcome)).toEqual(['authorisationSigned → ownPhysician physician-own']);
    given(
      storyTo['application.preparing'].events,
      'authorisation.signed',
      usual('authorisation.signed', { recipient: second.id }),
      'application.sent',
      'application.declined',
    )
      .when(usual('application.sent', { to: second.id }))
      .thenIn('execution.awaitingResponse');
  });
});

clause('L-18', () => {
  const answers = [usual('authorisation.withheld'), usual('authorisation.revoked')].flatMap((event) =>
    ([...signingSteps, 'application.reconsidering'] as Step[]).map((step) => ({ event, step })),
  );

  it.each(answers)('never ends the case in $step by $event.type', ({ event, step }) => {
    givenIn(step).when(event).thenIn(step);
  });

  it.each([
    { event: usual('authorisation.withheld'), about: 'authorisationWithheld' },
    { event: usual('authorisation.revoked'), about: 'authorisationRevoked' },
  ])('tells the own physician and the recipient of $event.type', ({ event, about }) => {
    for (const step of ['execution.inviting', 'application.reconsidering'] as Step[])
      expect(noticesIn(givenIn(step).when(event).outcome)).toEqual([
        `${about} → ownPhysician physician-own`,
        `${about} → secondOpinionPhysician physician-first`,
      ]);
    expect(noticesIn(givenIn('application.preparing').when(event).outcome)).toEqual([
      `${about} → ownPhysician physician-own`,
    ]);
  });

  it.each([
    { event: usual('authorisation.signed'), about: 'authorisationSigned' },
    { event: usual('authorisation.withheld'), about: 'authorisationWithheld' },
    { event: usual('authorisation.revoked'), about: 'authorisationRevoked' },
  ])('tells a physician who timed out of $event.type too, as long as they may accept late', ({ event, about }) => {
    const story = [...storyTo['execution.awaitingResponse'].events, usual('response.overdue', { on: '2026-03-26' })];
    const done = given(story).when({ ...event, on: '2026-03-27' });
    done.thenIn('application.preparing');
    expect(noticesIn(done.outcome)).toEqual([
      `${about} → ownPhysician physician-own`,
      `${about} → secondOpinionPhysician physician-first`,
    ]);
  });

  it.each([usual('authorisation.signed'), usual('authorisation.withheld'), usual('authorisation.revoked')])(
    'asks nothing of $type once the advice is final',
    (event) => {
      for (const step of ['execution.awaitingConsent', 'execution.forwarding', 'notForwarded'] as Step[])
        givenIn(step).when(event).thenUnexpected();
    },
  );

  it.each([usual('authorisation.withheld'), usual('authorisation.revoked')])(
    'ends further sending of medical data by $type',
    (event) => {
      given(storyTo['application.preparing'].events, 'authorisation.signed', event)
        .when('application.sent')
        .thenNotAllowed('recipientIsAuthorised');
    },
  );

  it('lets nobody revoke what was signed on a day before the signature', () => {
    given(storyTo['application.preparing'].events, usual('authorisation.signed', { on: '2026-03-20' }))
      .when(usual('authorisation.revoked', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });
});

clause('B-19', () => {
  it.each([
    [[]],
    [[usual('authorisation.withheld')]],
    [[usual('authorisation.signed'), usual('authorisation.revoked')]],
  ])('lets the application go without medical data after %j', (events) => {
    given(storyTo['application.preparing'].events, events)
      .when(usual('application.sent', { medicalData: false }))
      .thenIn('execution.awaitingResponse');
  });
});

clause('L-22', () => {
  it('sends the application to the chosen physician, and tells them', () => {
    const done = given(storyTo['application.preparing'].events, 'authorisation.signed').when('application.sent');
    done.thenIn('execution.awaitingResponse');
    expect(noticesIn(done.outcome)).toEqual(['applicationSent → secondOpinionPhysician physician-first']);
  });

  it.each([second.id, another.id])('sends the application to nobody else: %s', (to) => {
    givenIn('application.preparing')
      .when(usual('application.sent', { to, medicalData: false }))
      .thenNotAllowed('sentToTheChosen');
  });

  it('sends no application to the own physician, whoever was chosen', () => {
    givenIn('application.preparing')
      .when(usual('application.sent', { to: own.id, medicalData: false }))
      .thenNotAllowed('actorsAreDistinct', 'physicianIsIndependent', 'sentToTheChosen');
  });

  it('names every rule in the way of sending at once', () => {
    const { question: _, ...withoutQuestion } = opening;
    given(withoutQuestion, 'request.honoured', 'physicians.chosen')
      .when(usual('application.sent', { to: another.id }))
      .thenNotAllowed(
        'instrumentWasDiscussed',
        'adviceInForceWasExplained',
        'sentToTheChosen',
        'questionIsPut',
        'recipientIsAuthorised',
      );
  });

  it('sends no application on a day before the choice', () => {
    given(honouredRequest, usual('physicians.chosen', { on: '2026-03-20' }))
      .when(usual('application.sent', { on: '2026-03-19', medicalData: false }))
      .thenNotAllowed('datedInOrder');
  });

  it('sends no application without its form', () => {
    givenIn('application.preparing')
      .when(usual('application.sent', { form: undefined }))
      .expect({ ok: false, reason: 'malformed', issues: [{ path: 'form' }] });
  });
});

clause('B-40', () => {
  it.each([planning, employee])('lets %s send no application', (by) => {
    givenIn('application.preparing')
      .when(usual('application.sent', { by, medicalData: false }))
      .thenNotAllowed('actorHoldsRole');
  });
});

clause('B-10', () => {
  it.each([
    ['application.discussing', ['instrumentWasDiscussed', 'adviceInForceWasExplained', 'sentToTheChosen']],
    ['application.choosing', ['sentToTheChosen']],
  ] as [Step, string[]][])('lets nothing be sent in %s to a physician nobody chose', (step, norms) => {
    givenIn(step)
      .when(usual('application.sent', { to: another.id, medicalData: false }))
      .thenNotAllowed(...norms);
  });

  it.each([
    [
      'application.discussing',
      ['instrumentWasDiscussed pool', 'adviceInForceWasExplained pool', 'sentToTheChosen law'],
    ],
    ['application.choosing', ['sentToTheChosen law']],
  ] as [Step, string[]][])('follows what was sent in %s all the same, to whoever got it', (step, deviations) => {
    const done = givenIn(step).whenDone(usual('application.sent', { to: another.id, medicalData: false }));
    const current = done.thenIn('execution.awaitingResponse');
    expect(deviationsIn(done.outcome)).toEqual(deviations);
    expect(noticesIn(done.outcome)).toEqual(['applicationSent → secondOpinionPhysician physician-another']);
    goingOn(current)
      .when(usual('application.accepted', { by: another.id }))
      .thenIn('execution.inviting');
  });

  it('shows no way against the rules among what may be reported', () => {
    const types = expectedEvents(givenIn('application.choosing').case).map(({ type }) => type);
    expect(types).not.toContain('application.sent');
    expect(types).not.toContain('request.refused');
  });
});

clause('L-25', () => {
  it('lets the employee choose as often as nobody is available', () => {
    const round = (physicianAsked: typeof first) => [
      usual('physicians.chosen', { first: physicianAsked, second: undefined }),
      usual('application.sent', { to: physicianAsked.id, medicalData: false }),
      usual('application.declined', { by: physicianAsked.id }),
    ];
    given(honouredRequest, round(first), round(second), round(another), round(first))
      .when('physicians.chosen')
      .thenIn('application.preparing');
  });
});

clause('B-20', () => {
  const reconsidering = storyTo['application.reconsidering'].events;

  it('takes the case back to preparing when the employee signs for the current physician after all', () => {
    const done = given(reconsidering).when('authorisation.signed');
    done.thenIn('application.preparing');
    expect(noticesIn(done.outcome)).toEqual([
      'authorisationSigned → ownPhysician physician-own',
      'authorisationSigned → secondOpinionPhysician physician-first',
    ]);
    given(reconsidering, 'authorisation.signed').when('application.sent').thenIn('execution.awaitingResponse');
  });

  it('stays where it is when the employee signs for another', () => {
    const done = given(reconsidering).when(usual('authorisation.signed', { recipient: second.id }));
    done.thenIn('application.reconsidering');
    expect(noticesIn(done.outcome)).toEqual(['authorisationSigned → ownPhysician physician-own']);
  });

  it('sends nothing to the second preference by itself', () => {
    given(reconsidering)
      .when(usual('application.sent', { to: second.id, medicalData: false }))
      .thenUnexpected();
    given(reconsidering, 'authorisation.signed')
      .when(usual('application.sent', { to: second.id, medicalData: false }))
      .thenNotAllowed('sentToTheChosen');
  });

  it('lets the newly chosen physician judge anew', () => {
    given(reconsidering, usual('physicians.chosen', { first: another }))
      .when(usual('application.sent', { to: another.id, medicalData: false }))
      .thenIn('execution.awaitingResponse');
  });

  it('waits for the employee, who has four ways on', () => {
    expect(waitingOn(given(reconsidering).case)).toEqual([
      {
        role: 'employee',
        person: employee,
        events: ['authorisation.signed', 'physicians.chosen', 'uwvRoute.chosen', 'request.withdrawn'],
        since: '2026-03-18',
      },
    ]);
  });
});

clause('G-1', () => {
  it('keeps the term to engage somebody open, without a number, from the request on', () => {
    expect(deadlines(given('instrument.discussed', 'adviceInForce.explained').case)).toEqual([
      {
        term: 'engage',
        owner: 'ownPhysician',
        person: own.id,
        since: '2026-03-18',
        clauses: ['D-2.14d.3', 'W-14.2.g', 'B-08a', 'G-1'],
        dueOn: null,
        overdueFrom: null,
        alarmOn: null,
        certainty: 'known',
      },
    ]);
  });

  const alarmed = {
    ...opening,
    contract: { ...opening.contract, alarms: { engage: 14 } },
  };

  it('looks at it on the day that the contract agreed', () => {
    expect(engageOf(given(alarmed).case)?.alarmOn).toBe('2026-04-01');
    expect(
      engageOf(given(alarmed, 'instrument.discussed', usual('request.honoured', { on: '2026-03-30' })).case)?.alarmOn,
    ).toBe('2026-04-01');
  });

  it('forbids nothing and names no deviation once that day has passed', () => {
    const done = given(alarmed).whenDone(usual('request.honoured', { on: '2026-06-01' }));
    done.thenIn('application.choosing');
    expect(deviationsIn(done.outcome)).toEqual([]);
  });

  it.each([
    [
      'renewal',
      [usual('request.withdrawn', { on: '2026-03-19' }), usual('request.renewed', { on: '2026-03-20' })],
      '2026-04-03',
    ],
    [
      'taking back a refusal',
      [
        usual('instrument.discussed'),
        usual('request.refused', { on: '2026-03-19' }),
        usual('request.honoured', { on: '2026-03-20' }),
      ],
      '2026-04-03',
    ],
    [
      'a decline',
      [...storyTo['execution.awaitingResponse'].events, usual('application.declined', { on: '2026-03-20' })],
      '2026-04-03',
    ],
    [
      'a lapse',
      [...storyTo['execution.awaitingResponse'].events, usual('response.overdue', { on: '2026-03-26' })],
      '2026-04-09',
    ],
    [
      'a return',
      [...storyTo['execution.inviting'].events, usual('engagement.ended', { on: '2026-03-20' })],
      '2026-04-03',
    ],
    [
      'signing after all',
      [...storyTo['application.reconsidering'].events, usual('authorisation.signed', { on: '2026-03-20' })],
      '2026-04-03',
    ],
  ])('runs anew after %s', (_, events, alarmOn) => {
    expect(engageOf(given(alarmed, events).case)?.alarmOn).toBe(alarmOn);
  });

  it.each(allBut(requestSteps.slice(0, 3)))('does not run in %s', (step) => {
    expect(termsOf(givenIn(step).case)).not.toContain('engage');
  });

  it('ends with a late acceptance', () => {
    const late = [usual('response.overdue', { on: '2026-03-26' }), usual('application.accepted', { on: '2026-03-27' })];
    expect(termsOf(given(storyTo['execution.awaitingResponse'].events, late).case)).toEqual(['advise']);
  });
});

clause('L-05', () => {
  it('waits for the own physician, for whatever is not done yet', () => {
    const forOwn = (current: Case) => waitingOn(current).map(({ role, events: types }) => [role, types]);
    const decisions = ['request.honoured', 'request.refused', 'request.foundOutOfScope'];
    expect(forOwn(given().case)).toEqual([
      ['ownPhysician', ['instrument.discussed', 'adviceInForce.explained', ...decisions]],
    ]);
    expect(forOwn(given('instrument.discussed', 'adviceInForce.explained').case)).toEqual([
      ['ownPhysician', decisions],
    ]);
  });

  it('waits for the employee to choose, since the request was honoured', () => {
    expect(waitingOn(given('instrument.discussed', usual('request.honoured', { on: '2026-03-20' })).case)).toEqual([
      { role: 'employee', person: employee, events: ['physicians.chosen'], since: '2026-03-20' },
    ]);
  });

  it('waits for the signature, and for the application', () => {
    const toSend = { role: 'ownPhysician', person: own.id, events: ['application.sent'], since: '2026-03-18' };
    const toSign = {
      role: 'employee',
      person: employee,
      events: ['authorisation.signed', 'authorisation.withheld'],
      since: '2026-03-18',
    };
    expect(waitingOn(givenIn('application.preparing').case)).toEqual([toSign, toSend]);
    for (const answer of [usual('authorisation.signed'), usual('authorisation.withheld')])
      expect(waitingOn(given(storyTo['application.preparing'].events, answer).case)).toEqual([toSend]);
  });

  it('waits for a signature for the second preference once it has the turn', () => {
    const waiting = waitingOn(given(storyTo['execution.awaitingResponse'].events, 'application.declined').case);
    expect(waiting.map(({ role }) => role)).toEqual(['employee', 'ownPhysician']);
  });

  it.each([
    'refused',
    'outOfScope',
    'uwvRouteChosen',
    'withdrawn',
    'lapsed',
    'notForwarded',
    'concluded',
    'transferred',
  ] as Step[])('waits for nobody in %s', (step) => {
    expect(waitingOn(givenIn(step).case)).toEqual([]);
  });
});

describe('What may be reported now', () => {
  it('lists each event with its reporter, the fields to fill and the rules that the case fails', () => {
    const own1 = { role: 'ownPhysician', person: own.id };
    expect(expectedEvents(given().case, 'ownPhysician').map(({ type, needs }) => [type, needs])).toEqual([
      ['instrument.discussed', ['advised']],
      ['adviceInForce.explained', []],
      ['request.honoured', []],
      ['request.refused', ['grounds', 'earlierRequests', 'reasons']],
      ['request.foundOutOfScope', ['because', 'reasons']],
      ['employee.died', []],
      ['employer.informed', ['of', 'consent']],
    ]);
    expect(expectedEvents(given().case).find(({ type }) => type === 'request.refused')).toMatchObject({
      ...own1,
      unmet: [{ norm: 'instrumentWasDiscussed', rank: 'pool', clauses: ['L-06'] }],
    });
    expect(
      expectedEvents(given('instrument.discussed').case).find(({ type }) => type === 'request.refused'),
    ).toMatchObject({
      ...own1,
      unmet: [],
    });
  });

  it('lists the events of one role only', () => {
    expect(expectedEvents(givenIn('application.preparing').case, 'employee').map(({ type }) => type)).toEqual([
      'question.put',
      'uwvRoute.chosen',
      'request.withdrawn',
      'physicians.chosen',
      'authorisation.signed',
      'authorisation.withheld',
      'authorisation.revoked',
      'complaint.filed',
      'guidance.ended',
    ]);
    expect(expectedEvents(givenIn('application.preparing').case, 'secondOpinionPhysician')).toEqual([]);
  });

  it('names what the case fails before the application can be sent', () => {
    const sending = expectedEvents(given('request.honoured', 'physicians.chosen').case).find(
      ({ type }) => type === 'application.sent',
    );
    expect(sending).toMatchObject({ role: 'ownPhysician', person: own.id, needs: ['to', 'medicalData', 'form'] });
    expect(sending?.unmet.map(({ norm }) => norm)).toEqual(['instrumentWasDiscussed', 'adviceInForceWasExplained']);
  });

  it('answers an event out of its step with what is expected instead', () => {
    given()
      .when('consultation.held')
      .expect({
        ok: false,
        reason: 'unexpected',
        step: 'application.discussing',
        expected: [
          'question.put',
          'instrument.discussed',
          'adviceInForce.explained',
          'request.honoured',
          'request.refused',
          'request.foundOutOfScope',
          'uwvRoute.chosen',
          'request.withdrawn',
          'employee.died',
          'complaint.filed',
          'ownPhysician.replaced',
          'guidance.ended',
          'employer.informed',
        ],
      });
  });
});

clause('G-14', () => {
  it('expects the events of a role from the person who holds it now', () => {
    const { case: current } = given('ownPhysician.replaced');
    expect(expectedEvents(current, 'ownPhysician')[0]?.person).toBe(successor.id);
  });
});

clause('B-94', () => {
  const toEmployee = 'ownPhysicianReplaced → employee employee-1';
  const toNew = 'guidanceTakenOver → ownPhysician physician-new';
  const toFirst = 'ownPhysicianReplaced → secondOpinionPhysician physician-first';
  const replacing = (step: Step) => noticesIn(givenIn(step).when('ownPhysician.replaced').outcome);

  it.each(['application.reconsidering', 'execution.inviting', 'execution.forwarding', 'notForwarded'] as Step[])(
    'tells the second-opinion physician of a new own physician in %s',
    (step) => {
      expect(replacing(step)).toEqual([toEmployee, toNew, toFirst]);
    },
  );

  it.each(['application.preparing', 'completion.considering', 'completion.decided', 'concluded'] as Step[])(
    'tells them nothing in %s, where they have no part',
    (step) => {
      expect(replacing(step)).toEqual([toEmployee, toNew]);
    },
  );

  it.each([
    ['the request was withdrawn', [usual('request.withdrawn')]],
    ['the employee chose the UWV', [usual('uwvRoute.chosen')]],
    ['the employee died', [usual('employee.died')]],
  ])('tells them nothing once %s', (_, ending) => {
    const done = given(storyTo['execution.inviting'].events, ending).when('ownPhysician.replaced');
    expect(noticesIn(done.outcome)).toEqual([toEmployee, toNew]);
  });

  it('tells nothing to a physician who let the week pass', () => {
    const overdue = usual('response.overdue', { on: '2026-03-26' });
    const done = given(storyTo['execution.awaitingResponse'].events, overdue).when(
      usual('ownPhysician.replaced', { on: '2026-03-27' }),
    );
    expect(noticesIn(done.outcome)).toEqual([toEmployee, toNew]);
  });
});

clause('G-4', () => {
  it.each(everyStep)('lets the employer be told in %s with the consent of the employee', (step) => {
    const { participants } = givenIn(step).case.file;
    const done = givenIn(step).when(usual('employer.informed', { by: participants.ownPhysician.id }));
    done.thenIn(step);
    expect(noticesIn(done.outcome)).toEqual([`employerInformed → employee ${employee}`]);
  });

  it.each(['request', 'advice', 'decision'])('lets nobody tell the employer of the %s without it', (of) => {
    const { when, whenDone } = givenIn('execution.inviting');
    when(usual('employer.informed', { of, consent: undefined })).thenNotAllowed('employeeConsentsToTelling');
    when(usual('employer.informed', { of, consent: undefined, by: first.id })).thenNotAllowed(
      'employeeConsentsToTelling',
    );
    when(usual('employer.informed', { of, by: first.id })).thenIn('execution.inviting');
    expect(deviationsIn(whenDone(usual('employer.informed', { of, consent: undefined })).outcome)).toEqual([
      'employeeConsentsToTelling law',
    ]);
  });

  it('keeps of each kind the last telling, and beside it the other kinds', () => {
    const told = given(
      usual('employer.informed', { of: 'request', consent: 'consent-1' }),
      usual('employer.informed', { of: 'decision', consent: 'consent-2' }),
      usual('employer.informed', { of: 'request', consent: 'consent-3', on: '2026-03-20' }),
    );
    expect(told.case.file.disclosures).toEqual([
      { of: 'decision', to: employer, on: '2026-03-18', consent: 'consent-2' },
      { of: 'request', to: employer, on: '2026-03-20', consent: 'consent-3' },
    ]);
  });

  it('keeps of each source at work when it was last asked, and asks nobody else there', () => {
    const { case: current } = given(
      upTo('execution.inviting'),
      usual('information.requested', { source: 'employer' }),
      usual('information.requested', { source: 'workplace' }),
      usual('information.requested', { source: 'treatingProfessional' }),
      usual('information.requested', { source: 'employer', on: '2026-03-20' }),
    );
    expect(current.file.askedAtWork).toEqual([
      { source: 'workplace', to: employer, on: '2026-03-18' },
      { source: 'employer', to: employer, on: '2026-03-20' },
    ]);
  });

  it('tells the employer nothing by itself on the whole way to the decision', () => {
    let outcome = whenOpened(opening).outcome;
    for (const event of storyTo['completion.decided'].events) {
      outcome = outcome.ok ? advance(outcome.case, event) : outcome;
      expect(noticesIn(outcome).join()).not.toContain('employer ');
    }
  });
});

clause('B-13', () => {
  it('takes no event from before the opening, in record neither', () => {
    given()
      .when(usual('adviceInForce.explained', { on: '2026-03-17' }))
      .thenNotAllowed('datedInOrder');
    given()
      .whenDone(usual('adviceInForce.explained', { on: '2026-03-17' }))
      .thenNotAllowed('datedInOrder');
  });

  it.each(['instrument.discussed', 'request.foundOutOfScope', 'uwvRoute.chosen', 'request.withdrawn'] as const)(
    'takes none from before the renewal',
    (event) => {
      given(
        'request.withdrawn',
        usual('request.renewed', { on: '2026-03-20' }),
        usual('instrument.discussed', { on: '2026-03-20' }),
      )
        .when(usual(event, { on: '2026-03-19' }))
        .thenNotAllowed('datedInOrder');
    },
  );

  it('leaves no outsider on a day before the choice', () => {
    given(honouredRequest, usual('physicians.chosen', { first: outsider, on: '2026-03-20' }))
      .when(usual('outsider.notEngaged', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('lets the receipt of Friday be entered after the acceptance of another day', () => {
    given(storyTo['execution.awaitingResponse'].events, explainedLater())
      .when(usual('application.received', { on: '2026-03-20' }))
      .thenIn('execution.awaitingResponse');
  });
});

/** Something that was done later and arrived earlier. */
function explainedLater() {
  return usual('employer.informed', { on: '2026-03-23' });
}

clause('L-19', () => {
  it('keeps the current physician in the role while the employee reconsiders', () => {
    const { case: current } = given(
      storyTo['application.preparing'].events,
      usual('authorisation.signed', { scope: 'scope-1' }),
      'application.sent',
      'application.foundInfeasible',
    );
    expect(current.file.engagement?.physician).toBe(first.id);
    goingOn(current).when('authorisation.signed').thenIn('application.preparing');
  });
});
