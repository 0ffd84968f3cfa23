import { describe, expect, it } from 'vitest';
import { advance, type Case, type EventType, type NormName, norms, type Outcome, record } from '../src/index.js';
import * as story from './support/story.js';
import { first, given, opening, own, second, successor, type Told, upTo, usual } from './support/story.js';

/** One condition of a norm: where it holds the act is allowed; where only this is otherwise, it is not. */
interface Condition {
  that: string;
  holds: [Case, Told];
  fails: [Case, Told];
}

type Start = typeof opening & Record<string, unknown>;
type Along = Parameters<typeof upTo>[0];

const start = (changed: Record<string, unknown>): Start => ({ ...opening, ...changed }) as Start;
const after = (...told: (Start | Told | Told[])[]): Case => given(...told).case;
const at = (step: Along, ...more: Told[]): Case => after(upTo(step), more);
const from = (where: Start, step: Along, ...more: Told[]): Case => after(where, upTo(step), more);

/** The same case, another event. */
const inCase = (that: string, current: Case, holds: Told, fails: Told): Condition => ({
  that,
  holds: [current, holds],
  fails: [current, fails],
});

/** The same event, another case. */
const ofEvent = (that: string, event: Told, holds: Case, fails: Case): Condition => ({
  that,
  holds: [holds, event],
  fails: [fails, event],
});

/** The same event by somebody with no part in the case. */
const byItsRole = (current: Case, event: Told): Condition =>
  inCase(`reported by ${event.by}, who holds the role`, current, event, { ...event, by: 'stranger-1' });

const late = { on: '2026-03-20' };

/** The usual event of a type, or one of its own, to be told on some day. */
type Telling = EventType | ((more: { on?: string }) => Told);

const on = (event: Telling, more: { on?: string } = {}): Told =>
  typeof event === 'string' ? usual(event, more) : event(more);

/** The same event, on the late day and the day before it. */
const notBefore = (what: string, event: Telling, current: Case): Condition =>
  inCase(`not dated before ${what}`, current, on(event, late), on(event, { on: '2026-03-19' }));

// Openings and cases that several conditions start from.

const withRepresentative = start({ participants: { ...opening.participants, representative: 'representative-1' } });
const notRegistered = start({ participants: { ...opening.participants, ownPhysician: { ...own, registered: false } } });
const ownRecord = start({ recordOf: 'ownPhysician' });
const { question: _question, ...withoutQuestion } = opening;
const { employer: _employer, ...nobodyElse } = opening.participants;
const withoutEmployer = start({ participants: nobodyElse });
const military = start({ contract: { ...opening.contract, military: true } });
const giverElsewhere = start({
  contestedAdvice: { ...opening.contestedAdvice, giver: story.physician('physician-giver', 'oost') },
});
const earlier = { id: 'earlier-1', question: 'question-1', advice: 'advice-0', outcome: 'completed' };
const repeated = usual('request.refused', { grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] });
const repeating = (changed: Record<string, unknown>): Case =>
  after(start({ earlierRequests: [{ ...earlier, ...changed }] }), usual('instrument.discussed'));

const outsider = { ...story.another, pool: false };
const colleague = story.physician('physician-colleague', 'noord', { pool: true });
const trainee = story.physician('physician-trainee', 'noordwest', { pool: true, registered: false });

const yes = [usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')];
const withoutData = (more: { on?: string } = {}): Told => usual('application.sent', { ...more, medicalData: false });
const sentWith = (...authorisation: Told[]): Case => at('application.preparing', ...authorisation, withoutData());
const renewed = after(usual('request.withdrawn'), usual('request.renewed', late));
const renewedAndPreparing = after(
  upTo('application.preparing'),
  usual('request.withdrawn'),
  usual('request.renewed', late),
  usual('request.honoured', late),
  usual('physicians.chosen', late),
);
const complained = after(usual('complaint.filed'), usual('complaint.filed', { complaint: 'complaint-2' }));
const finalOn = at('execution.finalising', usual('advice.finalised', late));
const asked = (...more: Told[]): Case => at('completion.consideringTransfer', ...more);
const took = (outcome: Outcome): Case => (outcome as Extract<Outcome, { ok: true }>).case;
const decidedWithoutCopy = took(
  record(at('execution.awaitingConsent', usual('forwarding.withheld')), usual('decision.made')),
);

/** Done on the late day: before the act of that day, not before an act of the day before, whichever was recorded first. */
const doneFirst = (what: string, event: Telling, current: Case): Condition =>
  inCase(`first, before ${what}, by the days`, current, on(event, late), on(event, { on: '2026-03-19' }));

/** What was done on the first day is done, also where it was done again on the late day. */
const onceIsEnough = (event: Telling, current: (...done: Told[]) => Case, does: Telling): Condition =>
  ofEvent(
    'once is enough, whenever it was done again',
    on(event, { on: '2026-03-19' }),
    current(on(does), on(does, late)),
    current(on(does, late)),
  );

const conditions: Record<NormName, Condition[]> = {
  // of every event
  actorHoldsRole: [
    byItsRole(after(), usual('request.withdrawn')),
    byItsRole(after(), usual('request.honoured')),
    byItsRole(at('execution.awaitingResponse'), usual('application.accepted')),
    byItsRole(at('completion.awaitingThirdPhysician'), usual('transfer.accepted')),
    byItsRole(asked(usual('employer.asked')), usual('employer.agreed')),
    byItsRole(after(), usual('ownPhysician.replaced')),
    byItsRole(after(), usual('ownPhysician.replaced', { by: story.employer })),
    byItsRole(at('execution.awaitingResponse'), usual('response.overdue', { on: '2026-03-26' })),
    byItsRole(at('execution.awaitingResponse'), usual('response.overdue', { on: '2026-03-26', by: own.id })),
    byItsRole(at('execution.inviting'), usual('request.lapsed', { by: first.id })),
    byItsRole(after(), usual('employer.informed')),
    byItsRole(at('execution.inviting'), usual('employer.informed', { by: first.id })),
    byItsRole(after(usual('complaint.filed'), usual('complaint.acknowledged')), usual('complaint.answered')),
    ofEvent(
      'a representative acts as the employee where there is one',
      usual('request.withdrawn', { by: 'representative-1' }),
      after(withRepresentative),
      after(),
    ),
    ofEvent(
      'who was asked first does not answer for who is asked next',
      usual('application.accepted'),
      at('execution.awaitingResponse'),
      at(
        'execution.awaitingResponse',
        usual('application.declined'),
        usual('application.sent', { to: second.id, medicalData: false }),
      ),
    ),
    ofEvent(
      'a former own physician acts no more',
      usual('request.honoured'),
      after(),
      after(usual('ownPhysician.replaced')),
    ),
    ofEvent(
      'whoever acknowledged the complaint handles it',
      usual('complaint.answered', { by: 'handler-2' }),
      after(usual('complaint.filed')),
      after(usual('complaint.filed'), usual('complaint.acknowledged')),
    ),
  ],
  datedInOrder: [
    ...(['adviceInForce.explained', 'complaint.filed', 'ownPhysician.replaced', 'employer.informed'] as const).map(
      (event) => notBefore('the opening', event, after(start(late))),
    ),
    ...(
      [
        'instrument.discussed',
        'request.foundOutOfScope',
        'uwvRoute.chosen',
        'request.withdrawn',
        'request.honoured',
      ] as const
    ).map((event) => notBefore('the renewal', event, renewed)),
    ...(['authorisation.signed', 'authorisation.withheld', 'authorisation.revoked'] as const).map((event) =>
      notBefore('the renewal', event, renewedAndPreparing),
    ),
    notBefore('the refusal', 'request.honoured', after(usual('instrument.discussed'), usual('request.refused', late))),
    notBefore('the withdrawal', 'request.renewed', after(usual('request.withdrawn', late))),
    notBefore(
      'the signature',
      'authorisation.revoked',
      at('application.preparing', usual('authorisation.signed', late)),
    ),
    notBefore('the yes', 'physicians.chosen', after(usual('instrument.discussed'), usual('request.honoured', late))),
    notBefore(
      'the decline',
      'physicians.chosen',
      after(yes, usual('physicians.chosen', { second: undefined }), withoutData(), usual('application.declined', late)),
    ),
    notBefore(
      'the judgement that it is not feasible',
      'physicians.chosen',
      at(
        'application.preparing',
        usual('authorisation.withheld'),
        withoutData(),
        usual('application.foundInfeasible', late),
      ),
    ),
    notBefore(
      'the choice',
      'outsider.notEngaged',
      after(yes, usual('physicians.chosen', { ...late, first: outsider })),
    ),
    notBefore('the choice', withoutData, after(yes, usual('physicians.chosen', late))),
    notBefore(
      'the decline',
      (more) => usual('application.sent', { ...more, to: second.id, medicalData: false }),
      at('execution.awaitingResponse', usual('application.declined', late)),
    ),
    notBefore('the signature', 'application.sent', at('application.preparing', usual('authorisation.signed', late))),
    notBefore(
      'the sending',
      'medicalData.sent',
      at('application.preparing', usual('authorisation.signed'), usual('application.sent', late)),
    ),
    notBefore(
      'the signature',
      'medicalData.sent',
      at('execution.awaitingResponse', usual('authorisation.signed', late)),
    ),
    ...(['application.received', 'application.accepted', 'application.declined'] as const).map((event) =>
      notBefore('the sending', event, at('application.preparing', withoutData(late))),
    ),
    notBefore(
      'the sending',
      (more) => usual('application.foundInfeasible', more),
      at('application.preparing', usual('authorisation.withheld'), withoutData(late)),
    ),
    ...(
      [
        'engagement.ended',
        'consultation.scheduled',
        'consultation.held',
        'consultation.waived',
        'information.requested',
        'information.received',
      ] as const
    ).map((event) =>
      notBefore('the acceptance', event, at('execution.awaitingResponse', usual('application.accepted', late))),
    ),
    notBefore(
      'the acceptance',
      'application.foundInfeasible',
      at('application.preparing', usual('authorisation.withheld'), withoutData(), usual('application.accepted', late)),
    ),
    notBefore('the invitation', 'consultation.missed', at('execution.inviting', usual('consultation.scheduled', late))),
    notBefore('the question', 'information.received', at('execution.inviting', usual('information.requested', late))),
    notBefore('the consultation', 'draft.submitted', at('execution.inviting', usual('consultation.held', late))),
    notBefore('the waiver', 'draft.submitted', at('execution.inviting', usual('consultation.waived', late))),
    ...(['inaccuracies.reported', 'remarks.waived', 'advice.discussed'] as const).map((event) =>
      notBefore('the draft', event, at('execution.assessing', usual('draft.submitted', late))),
    ),
    notBefore('the remarks', 'advice.finalised', at('execution.reviewing', usual('remarks.waived', late))),
    ...(['forwarding.authorised', 'forwarding.withheld', 'advice.handedOver'] as const).map((event) =>
      notBefore('the advice', event, finalOn),
    ),
    notBefore(
      'the authorisation',
      'advice.forwarded',
      at('execution.awaitingConsent', usual('forwarding.authorised', late)),
    ),
    notBefore(
      'the authorisation',
      'forwarding.withheld',
      at('execution.awaitingConsent', usual('forwarding.authorised', late)),
    ),
    notBefore(
      'the withholding',
      'forwarding.authorised',
      at('execution.awaitingConsent', usual('forwarding.withheld', late)),
    ),
    ...(['noCopy.announced', 'advice.forwarded', 'advice.handedOver'] as const).map((event) =>
      notBefore(
        'the acceptance',
        event,
        from(ownRecord, 'execution.awaitingResponse', usual('application.accepted', late)),
      ),
    ),
    ...(['decision.made', 'transfer.requested'] as const).map((event) =>
      notBefore('the copy', event, at('execution.forwarding', usual('advice.forwarded', late))),
    ),
    ...(['transfer.withdrawn', 'transfer.granted', 'transfer.refused', 'employer.asked'] as const).map((event) =>
      notBefore('the request', event, at('completion.decided', usual('transfer.requested', late))),
    ),
    ...(['transfer.accepted', 'transfer.declined'] as const).map((event) =>
      notBefore('the proposal', event, asked(usual('transfer.granted', late))),
    ),
    notBefore('the refusal', 'employer.asked', asked(usual('transfer.refused', late))),
    notBefore('the closing', 'employer.asked', at('completion.decided', usual('case.closed', late))),
    ...(['employer.agreed', 'employer.declined', 'case.closed'] as const).map((event) =>
      notBefore('the question to the employer', event, asked(usual('employer.asked', late))),
    ),
    notBefore('the decision', 'case.closed', at('completion.considering', usual('decision.made', late))),
    notBefore('the refusal', 'case.closed', asked(usual('transfer.refused', late))),
    ...(['complaint.withdrawn', 'complaint.acknowledged', 'complaint.progressed', 'complaint.answered'] as const).map(
      (event) => notBefore('the complaint', event, after(usual('complaint.filed', late))),
    ),
    ...(['complaint.progressed', 'complaint.answered'] as const).map((event) =>
      notBefore('the acknowledgement', event, after(usual('complaint.filed'), usual('complaint.acknowledged', late))),
    ),
  ],

  // request
  instrumentWasDiscussed: [
    ofEvent('before refusing', usual('request.refused'), after(usual('instrument.discussed')), after()),
    ofEvent(
      'before sending',
      withoutData(),
      at('application.preparing'),
      after(usual('adviceInForce.explained'), usual('request.honoured'), usual('physicians.chosen')),
    ),
    ofEvent(
      'in the renewed request anew',
      usual('request.refused'),
      after(usual('instrument.discussed')),
      after(usual('instrument.discussed'), usual('request.withdrawn'), usual('request.renewed')),
    ),
    doneFirst('refusing', 'request.refused', after(usual('instrument.discussed', late))),
    doneFirst(
      'sending',
      withoutData,
      after(
        usual('adviceInForce.explained'),
        usual('request.honoured'),
        usual('physicians.chosen'),
        usual('instrument.discussed', late),
      ),
    ),
    onceIsEnough('request.refused', (...discussed) => after(...discussed), 'instrument.discussed'),
  ],
  adviceInForceWasExplained: [
    doneFirst(
      'sending',
      withoutData,
      after(
        usual('instrument.discussed'),
        usual('request.honoured'),
        usual('physicians.chosen'),
        usual('adviceInForce.explained', late),
      ),
    ),
    onceIsEnough(
      withoutData,
      (...explained) =>
        after(usual('instrument.discussed'), usual('request.honoured'), usual('physicians.chosen'), ...explained),
      'adviceInForce.explained',
    ),
    ofEvent(
      'before sending',
      withoutData(),
      at('application.preparing'),
      after(usual('instrument.discussed'), usual('request.honoured'), usual('physicians.chosen')),
    ),
  ],
  groundIsCompelling: [
    ...['seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'].map((ground) =>
      inCase(
        `${ground} is a compelling ground`,
        after(usual('instrument.discussed')),
        usual('request.refused', { grounds: ['cost', ground] }),
        usual('request.refused', { grounds: ['cost'] }),
      ),
    ),
    inCase('repetition is one', repeating({}), repeated, { ...repeated, grounds: ['other'] }),
    ...[['otherInstrumentIsBetter'], ['labourConflict'], ['useless'], ['cost'], ['other'], []].map((grounds) =>
      inCase(
        `${grounds[0] ?? 'no ground'} is none`,
        after(usual('instrument.discussed')),
        usual('request.refused'),
        usual('request.refused', { grounds }),
      ),
    ),
  ],
  earlierOpinionIsNamed: [
    inCase('by its id', repeating({}), repeated, { ...repeated, earlierRequests: ['earlier-2'] }),
    inCase('at all', repeating({}), repeated, { ...repeated, earlierRequests: [] }),
    inCase('where repetition is the ground', after(usual('instrument.discussed')), usual('request.refused'), repeated),
    ofEvent('of those that the opening lists', repeated, repeating({}), after(usual('instrument.discussed'))),
    ...['refused', 'withdrawn', 'other'].map((outcome) =>
      ofEvent(`completed, not ${outcome}`, repeated, repeating({}), repeating({ outcome })),
    ),
    ofEvent('on the same question', repeated, repeating({}), repeating({ question: 'question-0' })),
    ofEvent(
      'on whichever question while none is put',
      repeated,
      after(
        { ...withoutQuestion, earlierRequests: [{ ...earlier, question: 'question-0' }] } as never,
        usual('instrument.discussed'),
      ),
      repeating({ question: 'question-0' }),
    ),
  ],
  reasonsAreInWriting: [
    inCase(
      'of a refusal',
      after(usual('instrument.discussed')),
      usual('request.refused'),
      usual('request.refused', { reasons: undefined }),
    ),
    inCase(
      'of a finding out of scope',
      after(),
      usual('request.foundOutOfScope'),
      usual('request.foundOutOfScope', { reasons: undefined }),
    ),
  ],
  requestWasNotHonoured: [
    ofEvent(
      'while it is chosen',
      usual('request.refused'),
      after(usual('instrument.discussed')),
      at('application.choosing'),
    ),
    ofEvent(
      'while it is prepared',
      usual('request.refused'),
      after(usual('instrument.discussed')),
      at('application.preparing'),
    ),
  ],
  employeeWasReminded: [
    inCase('before the request lapses', after(), usual('request.lapsed'), usual('request.lapsed', { remindedOn: [] })),
    inCase(
      'not later than that',
      after(),
      usual('request.lapsed'),
      usual('request.lapsed', { remindedOn: ['2026-03-19'] }),
    ),
    inCase(
      'not before the request',
      after(),
      usual('request.lapsed'),
      usual('request.lapsed', { remindedOn: ['2026-03-17'] }),
    ),
    inCase(
      'in the renewed request anew',
      renewed,
      usual('request.lapsed', { ...late, remindedOn: ['2026-03-18', '2026-03-20'] }),
      usual('request.lapsed', { ...late, remindedOn: ['2026-03-18', '2026-03-19'] }),
    ),
    inCase(
      'before the copy counts as unanswered',
      at('execution.awaitingConsent'),
      usual('forwarding.unanswered'),
      usual('forwarding.unanswered', { remindedOn: [] }),
    ),
    inCase(
      'not before he has the advice',
      finalOn,
      usual('forwarding.unanswered', { ...late, remindedOn: ['2026-03-20'] }),
      usual('forwarding.unanswered', { ...late, remindedOn: ['2026-03-19'] }),
    ),
    inCase(
      'not later than it counts as unanswered',
      at('execution.awaitingConsent'),
      usual('forwarding.unanswered'),
      usual('forwarding.unanswered', { remindedOn: ['2026-03-19'] }),
    ),
  ],

  // choice, authorisation, sending
  physicianIsIndependent: [
    inCase(
      'the first, of the service',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { first: colleague }),
    ),
    inCase(
      'the second, of the service',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { second: colleague }),
    ),
    inCase(
      'in every organisation he works for',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { first: { ...first, organisations: ['zuid', 'noord'] } }),
    ),
    inCase(
      'and nobody less than another person',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { first: { ...own, organisations: ['west'] } }),
    ),
    ofEvent(
      'of who gave the advice too',
      usual('physicians.chosen'),
      at('application.choosing'),
      from(giverElsewhere, 'application.choosing'),
    ),
    inCase(
      'and not the giver himself',
      from(giverElsewhere, 'application.choosing'),
      usual('physicians.chosen', { second: undefined }),
      usual('physicians.chosen', { first: story.physician('physician-giver', 'zuid'), second: undefined }),
    ),
    ofEvent(
      'of the service, unless the employee is military',
      usual('physicians.chosen', { first: colleague }),
      from(military, 'application.choosing'),
      at('application.choosing'),
    ),
    inCase(
      'for the military still another person',
      from(military, 'application.choosing'),
      usual('physicians.chosen', { first: colleague }),
      usual('physicians.chosen', { first: own }),
    ),
    ofEvent(
      'still when it is sent, of a new own physician too',
      usual('application.sent', { by: successor.id, medicalData: false }),
      at('application.preparing', usual('ownPhysician.replaced', { physician: successor })),
      at(
        'application.preparing',
        usual('ownPhysician.replaced', { physician: { ...successor, organisations: ['zuid'] } }),
      ),
    ),
  ],
  physicianIsRegistered: [
    ofEvent('who honours', usual('request.honoured'), after(), after(notRegistered)),
    ofEvent(
      'who refuses',
      usual('request.refused'),
      after(usual('instrument.discussed')),
      after(notRegistered, usual('instrument.discussed')),
    ),
    ofEvent('who finds out of scope', usual('request.foundOutOfScope'), after(), after(notRegistered)),
    inCase(
      'the first choice',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { first: trainee }),
    ),
    inCase(
      'the second choice',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { second: trainee }),
    ),
    inCase('the third physician', asked(), usual('transfer.granted'), usual('transfer.granted', { to: trainee })),
    inCase(
      'the new own physician',
      after(),
      usual('ownPhysician.replaced'),
      usual('ownPhysician.replaced', { physician: trainee }),
    ),
  ],
  preferencesDiffer: [
    inCase(
      'where there are two',
      at('application.choosing'),
      usual('physicians.chosen'),
      usual('physicians.chosen', { second: first }),
    ),
  ],
  choiceIsOutsideContract: [
    ofEvent(
      'not in the pool',
      usual('outsider.notEngaged'),
      after(yes, usual('physicians.chosen', { first: outsider })),
      after(yes, usual('physicians.chosen', { first: { ...outsider, pool: true } })),
    ),
    ofEvent(
      'not agreed with the employer',
      usual('outsider.notEngaged'),
      after(yes, usual('physicians.chosen', { first: outsider })),
      after(yes, usual('physicians.chosen', { first: outsider, agreedWithEmployer: 'agreement-1' })),
    ),
    ofEvent(
      'not listed in the contract',
      usual('outsider.notEngaged'),
      after(yes, usual('physicians.chosen', { first: outsider })),
      after(
        start({ contract: { ...opening.contract, physicians: [outsider] } }),
        yes,
        usual('physicians.chosen', { first: outsider }),
      ),
    ),
  ],
  consentIsDocumented: [
    ...[
      { event: 'authorisation.signed' as const, current: at('application.preparing') },
      { event: 'forwarding.authorised' as const, current: at('execution.awaitingConsent') },
    ].flatMap(({ event, current }) => {
      const recorded = usual(event, { recordedBy: story.planning });
      return [
        inCase('with its paper', current, { ...recorded, document: 'document-1' }, recorded),
        inCase("where it is another's hand", current, usual(event, { recordedBy: story.employee }), recorded),
        inCase('where anybody recorded it', current, usual(event), recorded),
      ];
    }),
  ],
  sentToTheChosen: [
    inCase(
      'to the one whose turn it is',
      at('application.preparing'),
      withoutData(),
      usual('application.sent', { to: second.id, medicalData: false }),
    ),
    ofEvent('once somebody was chosen', withoutData(), at('application.preparing'), at('application.choosing')),
    ofEvent(
      'once the request was honoured',
      withoutData(),
      at('application.preparing'),
      after(usual('instrument.discussed'), usual('adviceInForce.explained')),
    ),
    inCase(
      'medical data to the engaged',
      at('execution.awaitingResponse', usual('authorisation.signed', { recipient: second.id })),
      usual('medicalData.sent'),
      usual('medicalData.sent', { to: second.id }),
    ),
  ],
  questionIsPut: [
    ofEvent(
      'before sending',
      withoutData(),
      at('application.preparing'),
      from(withoutQuestion as never, 'application.preparing'),
    ),
    ofEvent(
      'at the latest in a renewed request',
      withoutData(),
      after(
        withoutQuestion as never,
        usual('request.withdrawn'),
        usual('request.renewed', { question: 'question-2' }),
        yes,
        usual('physicians.chosen'),
      ),
      after(
        withoutQuestion as never,
        usual('request.withdrawn'),
        usual('request.renewed'),
        yes,
        usual('physicians.chosen'),
      ),
    ),
  ],
  recipientIsAuthorised: [
    inCase('where medical data go along', at('application.preparing'), withoutData(), usual('application.sent')),
    ofEvent(
      'signed',
      usual('application.sent'),
      at('application.preparing', usual('authorisation.signed')),
      at('application.preparing'),
    ),
    ofEvent(
      'not withheld since',
      usual('application.sent'),
      at('application.preparing', usual('authorisation.signed')),
      at('application.preparing', usual('authorisation.signed'), usual('authorisation.withheld')),
    ),
    ofEvent(
      'not revoked since',
      usual('application.sent'),
      at('application.preparing', usual('authorisation.signed')),
      at('application.preparing', usual('authorisation.signed'), usual('authorisation.revoked')),
    ),
    ofEvent(
      'by name',
      usual('application.sent'),
      at('application.preparing', usual('authorisation.signed')),
      at('application.preparing', usual('authorisation.signed', { recipient: second.id })),
    ),
    ofEvent('for data that follow', usual('medicalData.sent'), sentWith(usual('authorisation.signed')), sentWith()),
    ofEvent(
      'for data that follow, not revoked since',
      usual('medicalData.sent'),
      sentWith(usual('authorisation.signed')),
      sentWith(usual('authorisation.signed'), usual('authorisation.revoked')),
    ),
  ],

  // execution
  responseTermHasPassed: [
    inCase(
      'on the day after the last',
      at('execution.awaitingResponse'),
      usual('response.overdue', { on: '2026-03-26' }),
      usual('response.overdue', { on: '2026-03-25' }),
    ),
    ofEvent(
      'counted from receipt',
      usual('response.overdue', { on: '2026-03-26' }),
      at('execution.awaitingResponse', usual('application.received')),
      at('execution.awaitingResponse', usual('application.received', { on: '2026-03-19' })),
    ),
    ofEvent(
      'counted from sending where the contract says so',
      usual('response.overdue', { on: '2026-03-26' }),
      from(
        start({ contract: { ...opening.contract, responseTerm: { from: 'dispatch', extendedBy: 'none' } } }),
        'execution.awaitingResponse',
        usual('application.received', { on: '2026-03-19' }),
      ),
      at('execution.awaitingResponse', usual('application.received', { on: '2026-03-19' })),
    ),
    ofEvent(
      'extended where the contract says so',
      usual('response.overdue', { on: '2026-04-04' }),
      at('application.preparing', withoutData({ on: '2026-03-27' })),
      from(
        start({
          contract: {
            ...opening.contract,
            responseTerm: { from: 'receipt', extendedBy: 'algemeneTermijnenwet' },
          },
        }),
        'application.preparing',
        withoutData({ on: '2026-03-27' }),
      ),
    ),
  ],
  dataWereWithheld: [
    ofEvent(
      'withheld',
      usual('application.foundInfeasible'),
      sentWith(usual('authorisation.withheld')),
      sentWith(usual('authorisation.signed')),
    ),
    ofEvent(
      'never authorised',
      usual('application.foundInfeasible'),
      sentWith(),
      sentWith(usual('authorisation.signed')),
    ),
    ofEvent(
      'revoked',
      usual('application.foundInfeasible'),
      sentWith(usual('authorisation.signed'), usual('authorisation.revoked')),
      sentWith(usual('authorisation.signed')),
    ),
    ofEvent(
      'signed in part',
      usual('application.foundInfeasible'),
      sentWith(usual('authorisation.signed', { scope: 'scope-1' })),
      sentWith(usual('authorisation.signed')),
    ),
    ofEvent(
      'from him',
      usual('application.foundInfeasible'),
      sentWith(usual('authorisation.withheld')),
      sentWith(usual('authorisation.signed'), usual('authorisation.withheld', { recipient: second.id })),
    ),
  ],
  identityWasEstablished: ['document', 'otherwise'].map((identity) =>
    inCase(
      `by ${identity}`,
      at('execution.inviting'),
      usual('consultation.held', { identity }),
      usual('consultation.held', { identity: 'notEstablished' }),
    ),
  ),
  waiverHasReasons: [
    inCase(
      'given',
      at('execution.inviting'),
      usual('consultation.waived'),
      usual('consultation.waived', { reasons: undefined }),
    ),
  ],
  employeeConsentsToSource: (['information.requested', 'information.received'] as const).flatMap((event) => [
    ...['treatingProfessional', 'employer', 'workplace', 'elsewhere'].map((source) =>
      inCase(
        `with the consent of the employee: ${source}`,
        at('execution.assessing'),
        usual(event, { source }),
        usual(event, { source, consent: undefined }),
      ),
    ),
    inCase(
      'without it from the own physician only',
      at('execution.assessing'),
      usual(event, { source: 'ownPhysician', consent: undefined }),
      usual(event, { consent: undefined }),
    ),
    ...(['authorisation.withheld', 'authorisation.revoked'] as const).map((no) =>
      ofEvent(
        `from the own physician only while the employee does not object: ${no}`,
        usual(event, { source: 'ownPhysician', consent: undefined }),
        at('execution.assessing'),
        at('execution.assessing', usual(no)),
      ),
    ),
    ofEvent(
      'from the own physician only where the engaged physician was authorised, not another',
      usual(event, { source: 'ownPhysician', consent: undefined }),
      at('application.preparing', usual('authorisation.signed'), withoutData(), usual('application.accepted')),
      at(
        'application.preparing',
        usual('authorisation.signed', { recipient: second.id }),
        withoutData(),
        usual('application.accepted'),
      ),
    ),
    inCase(
      'with a consent of its own from the own physician too',
      at('execution.assessing', usual('authorisation.withheld')),
      usual(event, { source: 'ownPhysician' }),
      usual(event, { source: 'ownPhysician', consent: undefined }),
    ),
  ]),
  reviewPeriodHasPassed: [
    inCase(
      'whole',
      at('execution.reviewing'),
      usual('remarks.timedOut', { on: '2026-03-19' }),
      usual('remarks.timedOut', { on: '2026-03-19', until: '2026-03-19' }),
    ),
    inCase(
      'announced before its end',
      at('execution.reviewing'),
      usual('remarks.timedOut', { on: '2026-03-21', announcedOn: '2026-03-19', until: '2026-03-19' }),
      usual('remarks.timedOut', { on: '2026-03-21', announcedOn: '2026-03-20', until: '2026-03-19' }),
    ),
    inCase(
      'announced with the draft or after it',
      at('execution.reviewing'),
      usual('remarks.timedOut', { on: '2026-03-19' }),
      usual('remarks.timedOut', { on: '2026-03-19', announcedOn: '2026-03-17' }),
    ),
  ],
  draftWasReviewed: [
    ofEvent('before it is final', usual('advice.finalised'), at('execution.finalising'), at('execution.reviewing')),
    ofEvent('submitted at all', usual('advice.finalised'), at('execution.finalising'), at('execution.assessing')),
    ofEvent(
      'anew after new information',
      usual('advice.finalised'),
      at('execution.finalising'),
      at('execution.finalising', usual('information.received')),
    ),
    ofEvent(
      'anew in a new draft',
      usual('advice.finalised'),
      at('execution.finalising'),
      at('execution.finalising', usual('draft.submitted')),
    ),
  ],
  forwardingIsAuthorised: [
    ofEvent('signed', usual('advice.forwarded'), at('execution.forwarding'), at('execution.awaitingConsent')),
    ofEvent(
      'not withheld since',
      usual('advice.forwarded'),
      at('execution.forwarding'),
      at('execution.forwarding', usual('forwarding.withheld')),
    ),
    ofEvent(
      'to the present own physician',
      usual('advice.forwarded'),
      at('execution.forwarding'),
      at('execution.forwarding', usual('ownPhysician.replaced')),
    ),
    ofEvent(
      'as far as the own record can know: unanswered and withheld look alike in it',
      usual('advice.forwarded'),
      after(ownRecord, upTo('execution.awaitingResponse'), usual('application.accepted'), usual('noCopy.announced')),
      at('execution.awaitingConsent', usual('forwarding.withheld')),
    ),
    ofEvent(
      'as the own record was told that it was withheld',
      usual('advice.forwarded'),
      after(ownRecord, upTo('execution.awaitingResponse'), usual('application.accepted'), usual('noCopy.announced')),
      after(
        ownRecord,
        upTo('execution.awaitingResponse'),
        usual('application.accepted'),
        usual('noCopy.announced'),
        usual('forwarding.authorised'),
        usual('forwarding.withheld'),
      ),
    ),
  ],
  adviceWasDiscussed: [
    ofEvent(
      'before it is forwarded',
      usual('advice.forwarded'),
      at('execution.forwarding'),
      at('execution.reviewing', usual('remarks.waived'), usual('advice.finalised'), usual('forwarding.authorised')),
    ),
    ofEvent(
      'or the employee waived that',
      usual('advice.forwarded'),
      at(
        'execution.reviewing',
        usual('remarks.waived'),
        usual('advice.finalised'),
        usual('forwarding.authorised'),
        usual('advice.discussed', { waivedByEmployee: true }),
      ),
      at('execution.reviewing', usual('remarks.waived'), usual('advice.finalised'), usual('forwarding.authorised')),
    ),
    ofEvent(
      'the last draft, not an earlier one',
      usual('advice.forwarded'),
      at('execution.forwarding'),
      at(
        'execution.finalising',
        usual('draft.submitted'),
        usual('remarks.waived'),
        usual('advice.finalised'),
        usual('forwarding.authorised'),
      ),
    ),
    ofEvent(
      'as far as the own record can know',
      usual('advice.forwarded'),
      after(
        ownRecord,
        upTo('execution.awaitingResponse'),
        usual('application.accepted'),
        usual('noCopy.announced'),
        usual('forwarding.authorised'),
      ),
      at('execution.reviewing', usual('remarks.waived'), usual('advice.finalised'), usual('forwarding.authorised')),
    ),
    doneFirst(
      'forwarding',
      'advice.forwarded',
      at(
        'execution.reviewing',
        usual('remarks.waived'),
        usual('advice.finalised'),
        usual('forwarding.authorised'),
        usual('advice.discussed', late),
      ),
    ),
    onceIsEnough(
      'advice.forwarded',
      (...discussed) =>
        at(
          'execution.reviewing',
          usual('remarks.waived'),
          usual('advice.finalised'),
          usual('forwarding.authorised'),
          ...discussed,
        ),
      'advice.discussed',
    ),
  ],
  recipientIsOwnPhysician: [
    inCase(
      'now',
      at('execution.awaitingConsent', usual('ownPhysician.replaced')),
      usual('forwarding.authorised', { to: successor.id }),
      usual('forwarding.authorised'),
    ),
  ],

  // completion
  ownPhysicianHasCopy: [
    ofEvent(
      'before he decides',
      usual('decision.made'),
      at('completion.considering'),
      at('execution.awaitingConsent', usual('forwarding.withheld')),
    ),
    ofEvent(
      'through the hand of the employee too',
      usual('decision.made'),
      at('execution.awaitingConsent', usual('forwarding.unanswered'), usual('advice.handedOver')),
      at('execution.awaitingConsent', usual('forwarding.unanswered')),
    ),
    ofEvent('before a transfer is asked', usual('transfer.requested'), at('completion.decided'), decidedWithoutCopy),
    ofEvent(
      'before a transfer is asked after the end',
      usual('transfer.requested'),
      at('completion.decided', usual('case.closed')),
      took(advance(decidedWithoutCopy, usual('case.closed'))),
    ),
  ],
  decisionHasReasons: [
    ...['full', 'partial', 'none'].map((adoption) =>
      inCase(
        `where the advice is adopted: ${adoption}`,
        at('completion.considering'),
        usual('decision.made', { adoption }),
        usual('decision.made', { adoption, reasons: undefined }),
      ),
    ),
    inCase(
      'while a transfer is weighed too',
      at('completion.considering', usual('transfer.requested')),
      usual('decision.made'),
      usual('decision.made', { reasons: undefined }),
    ),
  ],
  guidanceContinues: [
    ofEvent(
      'from the opening',
      usual('transfer.requested'),
      at('completion.considering'),
      from(start({ guidanceContinues: false }), 'completion.considering'),
    ),
    ofEvent(
      'after the decision',
      usual('transfer.requested'),
      at('completion.considering', usual('decision.made', { guidanceContinues: true })),
      at('completion.considering', usual('decision.made', { guidanceContinues: false })),
    ),
    ofEvent(
      'after the case was closed',
      usual('transfer.requested'),
      at('completion.decided', usual('case.closed')),
      at('completion.considering', usual('decision.made', { guidanceContinues: false }), usual('case.closed')),
    ),
  ],
  thirdIsNotTheOwnPhysician: [
    inCase('than the own physician', asked(), usual('transfer.granted'), usual('transfer.granted', { to: own })),
    inCase(
      'than whoever is own physician now',
      asked(usual('ownPhysician.replaced', { physician: successor })),
      usual('transfer.granted', { by: successor.id, to: own }),
      usual('transfer.granted', { by: successor.id, to: successor }),
    ),
  ],
  employerIsNamed: [
    ofEvent('to be asked', usual('employer.asked'), asked(), from(withoutEmployer, 'completion.consideringTransfer')),
  ],

  // at any moment
  complaintIsNew: [
    inCase(
      'by its id',
      after(usual('complaint.filed')),
      usual('complaint.filed', { complaint: 'complaint-2' }),
      usual('complaint.filed'),
    ),
    ofEvent(
      'also after it was answered',
      usual('complaint.filed'),
      after(),
      after(usual('complaint.filed'), usual('complaint.answered')),
    ),
  ],
  complaintIsOpen: [
    ...(
      ['complaint.withdrawn', 'complaint.acknowledged', 'complaint.progressed', 'complaint.answered'] as const
    ).flatMap((event) => [
      inCase('filed', complained, usual(event), usual(event, { complaint: 'complaint-3' })),
      ofEvent(
        'not answered',
        usual(event),
        complained,
        given(
          usual('complaint.filed'),
          usual('complaint.filed', { complaint: 'complaint-2' }),
          usual('complaint.answered'),
        ).case,
      ),
      ofEvent(
        'not withdrawn',
        usual(event),
        complained,
        given(
          usual('complaint.filed'),
          usual('complaint.filed', { complaint: 'complaint-2' }),
          usual('complaint.withdrawn'),
        ).case,
      ),
    ]),
  ],
  handlerIsNotInvolved: [
    ...(['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'] as const).map((event) =>
      inCase('as the own physician', after(usual('complaint.filed')), usual(event), usual(event, { by: own.id })),
    ),
    ...Object.entries({
      'the employee': story.employee,
      'the employer': story.employer,
      administration: story.planning,
      'the second-opinion physician': first.id,
      'the third physician': story.third.id,
      'the scheduler': 'scheduler',
    }).map(([who, by]) =>
      inCase(
        `as ${who}`,
        at('completion.awaitingThirdPhysician', usual('complaint.filed')),
        usual('complaint.answered'),
        usual('complaint.answered', { by }),
      ),
    ),
    ofEvent(
      'as the representative',
      usual('complaint.answered', { by: 'representative-1' }),
      after(usual('complaint.filed')),
      after(withRepresentative, usual('complaint.filed')),
    ),
    inCase(
      'as who gave the advice',
      after(giverElsewhere, usual('complaint.filed')),
      usual('complaint.answered'),
      usual('complaint.answered', { by: 'physician-giver' }),
    ),
    ofEvent(
      'as a physician who was asked before',
      usual('complaint.answered', { by: first.id }),
      at('application.preparing', usual('complaint.filed')),
      at('execution.awaitingResponse', usual('application.declined'), usual('complaint.filed')),
    ),
    ofEvent(
      'as a third physician who declined',
      usual('complaint.answered', { by: story.third.id }),
      asked(usual('complaint.filed')),
      asked(usual('transfer.granted'), usual('transfer.declined'), usual('complaint.filed')),
    ),
    ofEvent(
      'as an own physician of before',
      usual('complaint.answered', { by: successor.id }),
      after(usual('complaint.filed')),
      after(
        usual('ownPhysician.replaced'),
        usual('ownPhysician.replaced', { physician: own }),
        usual('complaint.filed'),
      ),
    ),
    ofEvent(
      'as the one complained of',
      usual('complaint.answered', { by: 'handler-2' }),
      after(usual('complaint.filed')),
      after(usual('complaint.filed', { against: 'handler-2' })),
    ),
  ],
  answerHasReasons: [
    inCase(
      'given',
      after(usual('complaint.filed')),
      usual('complaint.answered'),
      usual('complaint.answered', { reasons: undefined }),
    ),
  ],
  replacementIsAnother: [
    inCase(
      'than the engaged physician',
      at('execution.inviting'),
      usual('ownPhysician.replaced'),
      usual('ownPhysician.replaced', { physician: first }),
    ),
    inCase(
      'than the third physician',
      at('completion.awaitingThirdPhysician'),
      usual('ownPhysician.replaced'),
      usual('ownPhysician.replaced', { physician: story.third }),
    ),
  ],
  employeeConsentsToTelling: ['request', 'advice', 'decision'].map((of) =>
    inCase(
      `with consent: the ${of}`,
      after(),
      usual('employer.informed', { of }),
      usual('employer.informed', { of, consent: undefined }),
    ),
  ),
};

const unmetIn = (outcome: Outcome): string[] =>
  outcome.ok === false && outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : [];

const rankOf = (outcome: Outcome): string | undefined =>
  outcome.ok === false && outcome.reason === 'notAllowed' ? outcome.unmet[0]?.rank : undefined;

/** What `record` makes of an act against this norm alone. */
const inRecord = (norm: NormName, current: Case, event: Told, refusal: Outcome): void => {
  const outcome = record(current, event);
  const { kind } = norms[norm];
  if (!outcome.ok) {
    expect([kind, ...unmetIn(outcome)]).toEqual(['order', norm]);
    return;
  }
  const expected = rankOf(refusal) === 'choice' ? [] : [norm];
  expect(outcome.deviations.map((deviation) => deviation.norm)).toEqual(expected);
  if (kind === 'validity') expect(outcome.case).toMatchObject({ step: current.step, file: current.file });
};

const entries = Object.entries(conditions) as [NormName, Condition[]][];

for (const [norm, toggles] of entries)
  describe(`${norm} (${norms[norm].clauses.join(', ')})`, () => {
    it.each(toggles)('decides alone over $fails.1.type: $that', ({ holds, fails }) => {
      expect(advance(...holds)).toMatchObject({ ok: true, deviations: [] });
      const refusal = advance(...fails);
      expect(unmetIn(refusal)).toEqual([norm]);
      inRecord(norm, ...fails, refusal);
    });
  });

describe('The conditions', () => {
  it('are reviewed for every norm, each under a name of its own', () => {
    expect(entries.map(([norm]) => norm).sort()).toEqual(Object.keys(norms).sort());
    for (const [norm, toggles] of entries) {
      expect(toggles.length, norm).toBeGreaterThan(0);
      const names = toggles.map(({ that, fails: [, { type }] }) => `${type}: ${that}`);
      expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    }
    const pairs = entries.flatMap(([, toggles]) => toggles).length;
    console.log(`conditions: ${entries.length} norms, ${pairs} pairs toggled alone`);
  });
});

describe('Conditions that only record meets, since another norm stands in the way of the act too', () => {
  const dated = (current: Case, event: Telling, norm: NormName = 'draftWasReviewed'): void => {
    expect(record(current, on(event, late))).toMatchObject({ ok: true, deviations: [{ norm }] });
    expect(unmetIn(record(current, on(event, { on: '2026-03-19' })))).toContain('datedInOrder');
  };

  it('date a refusal without a discussion no earlier than the renewal', () => {
    dated(renewed, 'request.refused', 'instrumentWasDiscussed');
  });

  it('date an advice without a draft no earlier than the acceptance', () => {
    dated(
      at('execution.awaitingResponse', usual('application.accepted', late), usual('consultation.held', late)),
      'advice.finalised',
    );
  });

  it('date an advice on a draft that nobody reviewed no earlier than the draft', () => {
    dated(at('execution.assessing', usual('draft.submitted', late)), 'advice.finalised');
  });

  it('make an application to the own physician himself none, and one to somebody else a wrong one', () => {
    const [toHimself, toAnother] = [own.id, 'physician-nobody-chose'].map((to) =>
      record(at('application.preparing'), usual('application.sent', { to, medicalData: false })),
    );
    expect(toHimself).toMatchObject({
      case: { step: 'application.preparing' },
      deviations: [{ norm: 'physicianIsIndependent' }],
    });
    expect(toAnother).toMatchObject({
      case: { step: 'execution.awaitingResponse' },
      deviations: [{ norm: 'sentToTheChosen' }],
    });
  });

  it('make an application by a physician who is not registered none, whatever else is wrong with it', () => {
    const outcome = record(after(notRegistered), withoutData());
    expect(outcome).toMatchObject({
      case: { step: 'application.discussing' },
      deviations: [{ norm: 'physicianIsRegistered' }],
    });
  });
});
