import { describe, expect, it } from 'vitest';
import { advance, type Case, type NormName, norms, type Outcome, record } from '../src/index.js';
import * as story from './support/story.js';
import { first, given, opening, own, second, successor, type Told, upTo } from './support/story.js';

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

/** The same event, on the late day and the day before it. */
const notBefore = (what: string, event: (more: { on: string }) => Told, current: Case): Condition =>
  inCase(`not dated before ${what}`, current, event(late), event({ on: '2026-03-19' }));

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
const repeated = story.refused({ grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] });
const repeating = (changed: Record<string, unknown>): Case =>
  after(start({ earlierRequests: [{ ...earlier, ...changed }] }), story.discussed());

const outsider = { ...story.another, pool: false };
const colleague = story.physician('physician-colleague', 'noord', { pool: true });
const trainee = story.physician('physician-trainee', 'noordwest', { pool: true, registered: false });

const yes = [story.discussed(), story.explained(), story.honoured()];
const withoutData = (more: { on?: string } = {}): Told => story.sent({ ...more, medicalData: false });
const sentWith = (...authorisation: Told[]): Case => at('application.preparing', ...authorisation, withoutData());
const renewed = after(story.withdrawn(), story.renewed(late));
const renewedAndPreparing = after(
  upTo('application.preparing'),
  story.withdrawn(),
  story.renewed(late),
  story.honoured(late),
  story.chosen(late),
);
const complained = after(story.complained(), story.complained({ complaint: 'complaint-2' }));
const finalOn = at('execution.finalising', story.finalised(late));
const asked = (...more: Told[]): Case => at('completion.consideringTransfer', ...more);
const took = (outcome: Outcome): Case => (outcome as Extract<Outcome, { ok: true }>).case;
const decidedWithoutCopy = took(record(at('execution.awaitingConsent', story.forwardingWithheld()), story.decided()));

/** Done on the late day: before the act of that day, not before an act of the day before, whichever was recorded first. */
const doneFirst = (what: string, event: (more: { on: string }) => Told, current: Case): Condition =>
  inCase(`first, before ${what}, by the days`, current, event(late), event({ on: '2026-03-19' }));

/** What was done on the first day is done, also where it was done again on the late day. */
const onceIsEnough = (
  event: (more: { on: string }) => Told,
  current: (...done: Told[]) => Case,
  does: (more?: { on: string }) => Told,
): Condition =>
  ofEvent(
    'once is enough, whenever it was done again',
    event({ on: '2026-03-19' }),
    current(does(), does(late)),
    current(does(late)),
  );

const conditions: Record<NormName, Condition[]> = {
  // of every event
  actorHoldsRole: [
    byItsRole(after(), story.withdrawn()),
    byItsRole(after(), story.honoured()),
    byItsRole(at('execution.awaitingResponse'), story.accepted()),
    byItsRole(at('completion.awaitingThirdPhysician'), story.transferAccepted()),
    byItsRole(asked(story.employerAsked()), story.employerAgreed()),
    byItsRole(after(), story.replaced()),
    byItsRole(after(), story.replaced({ by: story.employer })),
    byItsRole(at('execution.awaitingResponse'), story.overdue({ on: '2026-03-26' })),
    byItsRole(at('execution.awaitingResponse'), story.overdue({ on: '2026-03-26', by: own.id })),
    byItsRole(at('execution.inviting'), story.lapsed({ by: first.id })),
    byItsRole(after(), story.employerInformed()),
    byItsRole(at('execution.inviting'), story.employerInformed({ by: first.id })),
    byItsRole(after(story.complained(), story.acknowledged()), story.complaintAnswered()),
    ofEvent(
      'a representative acts as the employee where there is one',
      story.withdrawn({ by: 'representative-1' }),
      after(withRepresentative),
      after(),
    ),
    ofEvent(
      'who was asked first does not answer for who is asked next',
      story.accepted(),
      at('execution.awaitingResponse'),
      at('execution.awaitingResponse', story.declined(), story.sent({ to: second.id, medicalData: false })),
    ),
    ofEvent('a former own physician acts no more', story.honoured(), after(), after(story.replaced())),
    ofEvent(
      'whoever acknowledged the complaint handles it',
      story.complaintAnswered({ by: 'handler-2' }),
      after(story.complained()),
      after(story.complained(), story.acknowledged()),
    ),
  ],
  datedInOrder: [
    ...[story.explained, story.complained, story.replaced, story.employerInformed].map((event) =>
      notBefore('the opening', event, after(start(late))),
    ),
    ...[story.discussed, story.outOfScope, story.uwvChosen, story.withdrawn, story.honoured].map((event) =>
      notBefore('the renewal', event, renewed),
    ),
    ...[story.signed, story.withheld, story.revoked].map((event) =>
      notBefore('the renewal', event, renewedAndPreparing),
    ),
    notBefore('the refusal', story.honoured, after(story.discussed(), story.refused(late))),
    notBefore('the withdrawal', story.renewed, after(story.withdrawn(late))),
    notBefore('the signature', story.revoked, at('application.preparing', story.signed(late))),
    notBefore('the yes', story.chosen, after(story.discussed(), story.honoured(late))),
    notBefore(
      'the decline',
      story.chosen,
      after(yes, story.chosen({ second: undefined }), withoutData(), story.declined(late)),
    ),
    notBefore(
      'the judgement that it is not feasible',
      story.chosen,
      at('application.preparing', story.withheld(), withoutData(), story.infeasible(late)),
    ),
    notBefore('the choice', story.notEngaged, after(yes, story.chosen({ ...late, first: outsider }))),
    notBefore('the choice', withoutData, after(yes, story.chosen(late))),
    notBefore(
      'the decline',
      (more) => story.sent({ ...more, to: second.id, medicalData: false }),
      at('execution.awaitingResponse', story.declined(late)),
    ),
    notBefore('the signature', story.sent, at('application.preparing', story.signed(late))),
    notBefore('the sending', story.dataSent, at('application.preparing', story.signed(), story.sent(late))),
    notBefore('the signature', story.dataSent, at('execution.awaitingResponse', story.signed(late))),
    ...[story.received, story.accepted, story.declined].map((event) =>
      notBefore('the sending', event, at('application.preparing', withoutData(late))),
    ),
    notBefore(
      'the sending',
      (more) => story.infeasible(more),
      at('application.preparing', story.withheld(), withoutData(late)),
    ),
    ...[story.returned, story.scheduled, story.held, story.waived, story.requested, story.answered].map((event) =>
      notBefore('the acceptance', event, at('execution.awaitingResponse', story.accepted(late))),
    ),
    notBefore(
      'the acceptance',
      story.infeasible,
      at('application.preparing', story.withheld(), withoutData(), story.accepted(late)),
    ),
    notBefore('the invitation', story.missed, at('execution.inviting', story.scheduled(late))),
    notBefore('the question', story.answered, at('execution.inviting', story.requested(late))),
    notBefore('the consultation', story.drafted, at('execution.inviting', story.held(late))),
    notBefore('the waiver', story.drafted, at('execution.inviting', story.waived(late))),
    ...[story.remarked, story.leftAsIs, story.adviceDiscussed].map((event) =>
      notBefore('the draft', event, at('execution.assessing', story.drafted(late))),
    ),
    notBefore('the remarks', story.finalised, at('execution.reviewing', story.leftAsIs(late))),
    ...[story.authorised, story.forwardingWithheld, story.handedOver].map((event) =>
      notBefore('the advice', event, finalOn),
    ),
    notBefore('the authorisation', story.forwarded, at('execution.awaitingConsent', story.authorised(late))),
    notBefore('the authorisation', story.forwardingWithheld, at('execution.awaitingConsent', story.authorised(late))),
    notBefore('the withholding', story.authorised, at('execution.awaitingConsent', story.forwardingWithheld(late))),
    ...[story.noCopy, story.forwarded, story.handedOver].map((event) =>
      notBefore('the acceptance', event, from(ownRecord, 'execution.awaitingResponse', story.accepted(late))),
    ),
    ...[story.decided, story.transferRequested].map((event) =>
      notBefore('the copy', event, at('execution.forwarding', story.forwarded(late))),
    ),
    ...[story.transferWithdrawn, story.transferGranted, story.transferRefused, story.employerAsked].map((event) =>
      notBefore('the request', event, at('completion.decided', story.transferRequested(late))),
    ),
    ...[story.transferAccepted, story.transferDeclined].map((event) =>
      notBefore('the proposal', event, asked(story.transferGranted(late))),
    ),
    notBefore('the refusal', story.employerAsked, asked(story.transferRefused(late))),
    notBefore('the closing', story.employerAsked, at('completion.decided', story.closed(late))),
    ...[story.employerAgreed, story.employerDeclined, story.closed].map((event) =>
      notBefore('the question to the employer', event, asked(story.employerAsked(late))),
    ),
    notBefore('the decision', story.closed, at('completion.considering', story.decided(late))),
    notBefore('the refusal', story.closed, asked(story.transferRefused(late))),
    ...[story.complaintWithdrawn, story.acknowledged, story.progressed, story.complaintAnswered].map((event) =>
      notBefore('the complaint', event, after(story.complained(late))),
    ),
    ...[story.progressed, story.complaintAnswered].map((event) =>
      notBefore('the acknowledgement', event, after(story.complained(), story.acknowledged(late))),
    ),
  ],

  // request
  instrumentWasDiscussed: [
    ofEvent('before refusing', story.refused(), after(story.discussed()), after()),
    ofEvent(
      'before sending',
      withoutData(),
      at('application.preparing'),
      after(story.explained(), story.honoured(), story.chosen()),
    ),
    ofEvent(
      'in the renewed request anew',
      story.refused(),
      after(story.discussed()),
      after(story.discussed(), story.withdrawn(), story.renewed()),
    ),
    doneFirst('refusing', story.refused, after(story.discussed(late))),
    doneFirst(
      'sending',
      withoutData,
      after(story.explained(), story.honoured(), story.chosen(), story.discussed(late)),
    ),
    onceIsEnough(story.refused, (...discussed) => after(...discussed), story.discussed),
  ],
  adviceInForceWasExplained: [
    doneFirst(
      'sending',
      withoutData,
      after(story.discussed(), story.honoured(), story.chosen(), story.explained(late)),
    ),
    onceIsEnough(
      withoutData,
      (...explained) => after(story.discussed(), story.honoured(), story.chosen(), ...explained),
      story.explained,
    ),
    ofEvent(
      'before sending',
      withoutData(),
      at('application.preparing'),
      after(story.discussed(), story.honoured(), story.chosen()),
    ),
  ],
  groundIsCompelling: [
    ...['seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'].map((ground) =>
      inCase(
        `${ground} is a compelling ground`,
        after(story.discussed()),
        story.refused({ grounds: ['cost', ground] }),
        story.refused({ grounds: ['cost'] }),
      ),
    ),
    inCase('repetition is one', repeating({}), repeated, { ...repeated, grounds: ['other'] }),
    ...[['otherInstrumentIsBetter'], ['labourConflict'], ['useless'], ['cost'], ['other'], []].map((grounds) =>
      inCase(
        `${grounds[0] ?? 'no ground'} is none`,
        after(story.discussed()),
        story.refused(),
        story.refused({ grounds }),
      ),
    ),
  ],
  earlierOpinionIsNamed: [
    inCase('by its id', repeating({}), repeated, { ...repeated, earlierRequests: ['earlier-2'] }),
    inCase('at all', repeating({}), repeated, { ...repeated, earlierRequests: [] }),
    inCase('where repetition is the ground', after(story.discussed()), story.refused(), repeated),
    ofEvent('of those that the opening lists', repeated, repeating({}), after(story.discussed())),
    ...['refused', 'withdrawn', 'other'].map((outcome) =>
      ofEvent(`completed, not ${outcome}`, repeated, repeating({}), repeating({ outcome })),
    ),
    ofEvent('on the same question', repeated, repeating({}), repeating({ question: 'question-0' })),
    ofEvent(
      'on whichever question while none is put',
      repeated,
      after(
        { ...withoutQuestion, earlierRequests: [{ ...earlier, question: 'question-0' }] } as never,
        story.discussed(),
      ),
      repeating({ question: 'question-0' }),
    ),
  ],
  reasonsAreInWriting: [
    inCase('of a refusal', after(story.discussed()), story.refused(), story.refused({ reasons: undefined })),
    inCase('of a finding out of scope', after(), story.outOfScope(), story.outOfScope({ reasons: undefined })),
  ],
  requestWasNotHonoured: [
    ofEvent('while it is chosen', story.refused(), after(story.discussed()), at('application.choosing')),
    ofEvent('while it is prepared', story.refused(), after(story.discussed()), at('application.preparing')),
  ],
  employeeWasReminded: [
    inCase('before the request lapses', after(), story.lapsed(), story.lapsed({ remindedOn: [] })),
    inCase('not later than that', after(), story.lapsed(), story.lapsed({ remindedOn: ['2026-03-19'] })),
    inCase('not before the request', after(), story.lapsed(), story.lapsed({ remindedOn: ['2026-03-17'] })),
    inCase(
      'in the renewed request anew',
      renewed,
      story.lapsed({ ...late, remindedOn: ['2026-03-18', '2026-03-20'] }),
      story.lapsed({ ...late, remindedOn: ['2026-03-18', '2026-03-19'] }),
    ),
    inCase(
      'before the copy counts as unanswered',
      at('execution.awaitingConsent'),
      story.unanswered(),
      story.unanswered({ remindedOn: [] }),
    ),
    inCase(
      'not before he has the advice',
      finalOn,
      story.unanswered({ ...late, remindedOn: ['2026-03-20'] }),
      story.unanswered({ ...late, remindedOn: ['2026-03-19'] }),
    ),
    inCase(
      'not later than it counts as unanswered',
      at('execution.awaitingConsent'),
      story.unanswered(),
      story.unanswered({ remindedOn: ['2026-03-19'] }),
    ),
  ],

  // choice, authorisation, sending
  physicianIsIndependent: [
    inCase('the first, of the service', at('application.choosing'), story.chosen(), story.chosen({ first: colleague })),
    inCase(
      'the second, of the service',
      at('application.choosing'),
      story.chosen(),
      story.chosen({ second: colleague }),
    ),
    inCase(
      'in every organisation he works for',
      at('application.choosing'),
      story.chosen(),
      story.chosen({ first: { ...first, organisations: ['zuid', 'noord'] } }),
    ),
    inCase(
      'and nobody less than another person',
      at('application.choosing'),
      story.chosen(),
      story.chosen({ first: { ...own, organisations: ['west'] } }),
    ),
    ofEvent(
      'of who gave the advice too',
      story.chosen(),
      at('application.choosing'),
      from(giverElsewhere, 'application.choosing'),
    ),
    inCase(
      'and not the giver himself',
      from(giverElsewhere, 'application.choosing'),
      story.chosen({ second: undefined }),
      story.chosen({ first: story.physician('physician-giver', 'zuid'), second: undefined }),
    ),
    ofEvent(
      'of the service, unless the employee is military',
      story.chosen({ first: colleague }),
      from(military, 'application.choosing'),
      at('application.choosing'),
    ),
    inCase(
      'for the military still another person',
      from(military, 'application.choosing'),
      story.chosen({ first: colleague }),
      story.chosen({ first: own }),
    ),
    ofEvent(
      'still when it is sent, of a new own physician too',
      story.sent({ by: successor.id, medicalData: false }),
      at('application.preparing', story.replaced({ physician: successor })),
      at('application.preparing', story.replaced({ physician: { ...successor, organisations: ['zuid'] } })),
    ),
  ],
  physicianIsRegistered: [
    ofEvent('who honours', story.honoured(), after(), after(notRegistered)),
    ofEvent('who refuses', story.refused(), after(story.discussed()), after(notRegistered, story.discussed())),
    ofEvent('who finds out of scope', story.outOfScope(), after(), after(notRegistered)),
    inCase('the first choice', at('application.choosing'), story.chosen(), story.chosen({ first: trainee })),
    inCase('the second choice', at('application.choosing'), story.chosen(), story.chosen({ second: trainee })),
    inCase('the third physician', asked(), story.transferGranted(), story.transferGranted({ to: trainee })),
    inCase('the new own physician', after(), story.replaced(), story.replaced({ physician: trainee })),
  ],
  preferencesDiffer: [
    inCase('where there are two', at('application.choosing'), story.chosen(), story.chosen({ second: first })),
  ],
  choiceIsOutsideContract: [
    ofEvent(
      'not in the pool',
      story.notEngaged(),
      after(yes, story.chosen({ first: outsider })),
      after(yes, story.chosen({ first: { ...outsider, pool: true } })),
    ),
    ofEvent(
      'not agreed with the employer',
      story.notEngaged(),
      after(yes, story.chosen({ first: outsider })),
      after(yes, story.chosen({ first: outsider, agreedWithEmployer: 'agreement-1' })),
    ),
    ofEvent(
      'not listed in the contract',
      story.notEngaged(),
      after(yes, story.chosen({ first: outsider })),
      after(
        start({ contract: { ...opening.contract, physicians: [outsider] } }),
        yes,
        story.chosen({ first: outsider }),
      ),
    ),
  ],
  consentIsDocumented: [
    ...[
      { event: story.signed, current: at('application.preparing') },
      { event: story.authorised, current: at('execution.awaitingConsent') },
    ].flatMap(({ event, current }) => {
      const recorded = event({ recordedBy: story.planning });
      return [
        inCase('with its paper', current, { ...recorded, document: 'document-1' }, recorded),
        inCase("where it is another's hand", current, event({ recordedBy: story.employee }), recorded),
        inCase('where anybody recorded it', current, event(), recorded),
      ];
    }),
  ],
  sentToTheChosen: [
    inCase(
      'to the one whose turn it is',
      at('application.preparing'),
      withoutData(),
      story.sent({ to: second.id, medicalData: false }),
    ),
    ofEvent('once somebody was chosen', withoutData(), at('application.preparing'), at('application.choosing')),
    ofEvent(
      'once the request was honoured',
      withoutData(),
      at('application.preparing'),
      after(story.discussed(), story.explained()),
    ),
    inCase(
      'medical data to the engaged',
      at('execution.awaitingResponse', story.signed({ recipient: second.id })),
      story.dataSent(),
      story.dataSent({ to: second.id }),
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
        story.withdrawn(),
        story.renewed({ question: 'question-2' }),
        yes,
        story.chosen(),
      ),
      after(withoutQuestion as never, story.withdrawn(), story.renewed(), yes, story.chosen()),
    ),
  ],
  recipientIsAuthorised: [
    inCase('where medical data go along', at('application.preparing'), withoutData(), story.sent()),
    ofEvent('signed', story.sent(), at('application.preparing', story.signed()), at('application.preparing')),
    ofEvent(
      'not withheld since',
      story.sent(),
      at('application.preparing', story.signed()),
      at('application.preparing', story.signed(), story.withheld()),
    ),
    ofEvent(
      'not revoked since',
      story.sent(),
      at('application.preparing', story.signed()),
      at('application.preparing', story.signed(), story.revoked()),
    ),
    ofEvent(
      'by name',
      story.sent(),
      at('application.preparing', story.signed()),
      at('application.preparing', story.signed({ recipient: second.id })),
    ),
    ofEvent('for data that follow', story.dataSent(), sentWith(story.signed()), sentWith()),
    ofEvent(
      'for data that follow, not revoked since',
      story.dataSent(),
      sentWith(story.signed()),
      sentWith(story.signed(), story.revoked()),
    ),
  ],

  // execution
  responseTermHasPassed: [
    inCase(
      'on the day after the last',
      at('execution.awaitingResponse'),
      story.overdue({ on: '2026-03-26' }),
      story.overdue({ on: '2026-03-25' }),
    ),
    ofEvent(
      'counted from receipt',
      story.overdue({ on: '2026-03-26' }),
      at('execution.awaitingResponse', story.received()),
      at('execution.awaitingResponse', story.received({ on: '2026-03-19' })),
    ),
    ofEvent(
      'counted from sending where the contract says so',
      story.overdue({ on: '2026-03-26' }),
      from(
        start({ contract: { ...opening.contract, responseTerm: { from: 'dispatch', extendedBy: 'none' } } }),
        'execution.awaitingResponse',
        story.received({ on: '2026-03-19' }),
      ),
      at('execution.awaitingResponse', story.received({ on: '2026-03-19' })),
    ),
    ofEvent(
      'extended where the contract says so',
      story.overdue({ on: '2026-04-04' }),
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
    ofEvent('withheld', story.infeasible(), sentWith(story.withheld()), sentWith(story.signed())),
    ofEvent('never authorised', story.infeasible(), sentWith(), sentWith(story.signed())),
    ofEvent('revoked', story.infeasible(), sentWith(story.signed(), story.revoked()), sentWith(story.signed())),
    ofEvent(
      'signed in part',
      story.infeasible(),
      sentWith(story.signed({ scope: 'scope-1' })),
      sentWith(story.signed()),
    ),
    ofEvent(
      'from him',
      story.infeasible(),
      sentWith(story.withheld()),
      sentWith(story.signed(), story.withheld({ recipient: second.id })),
    ),
  ],
  identityWasEstablished: ['document', 'otherwise'].map((identity) =>
    inCase(
      `by ${identity}`,
      at('execution.inviting'),
      story.held({ identity }),
      story.held({ identity: 'notEstablished' }),
    ),
  ),
  waiverHasReasons: [inCase('given', at('execution.inviting'), story.waived(), story.waived({ reasons: undefined }))],
  employeeConsentsToSource: [story.requested, story.answered].flatMap((event) => [
    ...['treatingProfessional', 'employer', 'workplace', 'elsewhere'].map((source) =>
      inCase(
        `with the consent of the employee: ${source}`,
        at('execution.assessing'),
        event({ source }),
        event({ source, consent: undefined }),
      ),
    ),
    inCase(
      'without it from the own physician only',
      at('execution.assessing'),
      event({ source: 'ownPhysician', consent: undefined }),
      event({ consent: undefined }),
    ),
    ...[story.withheld, story.revoked].map((no) =>
      ofEvent(
        `from the own physician only while the employee does not object: ${no().type}`,
        event({ source: 'ownPhysician', consent: undefined }),
        at('execution.assessing'),
        at('execution.assessing', no()),
      ),
    ),
    ofEvent(
      'from the own physician only where the engaged physician was authorised, not another',
      event({ source: 'ownPhysician', consent: undefined }),
      at('application.preparing', story.signed(), withoutData(), story.accepted()),
      at('application.preparing', story.signed({ recipient: second.id }), withoutData(), story.accepted()),
    ),
    inCase(
      'with a consent of its own from the own physician too',
      at('execution.assessing', story.withheld()),
      event({ source: 'ownPhysician' }),
      event({ source: 'ownPhysician', consent: undefined }),
    ),
  ]),
  reviewPeriodHasPassed: [
    inCase(
      'whole',
      at('execution.reviewing'),
      story.reviewLapsed({ on: '2026-03-19' }),
      story.reviewLapsed({ on: '2026-03-19', until: '2026-03-19' }),
    ),
    inCase(
      'announced before its end',
      at('execution.reviewing'),
      story.reviewLapsed({ on: '2026-03-21', announcedOn: '2026-03-19', until: '2026-03-19' }),
      story.reviewLapsed({ on: '2026-03-21', announcedOn: '2026-03-20', until: '2026-03-19' }),
    ),
    inCase(
      'announced with the draft or after it',
      at('execution.reviewing'),
      story.reviewLapsed({ on: '2026-03-19' }),
      story.reviewLapsed({ on: '2026-03-19', announcedOn: '2026-03-17' }),
    ),
  ],
  draftWasReviewed: [
    ofEvent('before it is final', story.finalised(), at('execution.finalising'), at('execution.reviewing')),
    ofEvent('submitted at all', story.finalised(), at('execution.finalising'), at('execution.assessing')),
    ofEvent(
      'anew after new information',
      story.finalised(),
      at('execution.finalising'),
      at('execution.finalising', story.answered()),
    ),
    ofEvent(
      'anew in a new draft',
      story.finalised(),
      at('execution.finalising'),
      at('execution.finalising', story.drafted()),
    ),
  ],
  forwardingIsAuthorised: [
    ofEvent('signed', story.forwarded(), at('execution.forwarding'), at('execution.awaitingConsent')),
    ofEvent(
      'not withheld since',
      story.forwarded(),
      at('execution.forwarding'),
      at('execution.forwarding', story.forwardingWithheld()),
    ),
    ofEvent(
      'to the present own physician',
      story.forwarded(),
      at('execution.forwarding'),
      at('execution.forwarding', story.replaced()),
    ),
    ofEvent(
      'as far as the own record can know: unanswered and withheld look alike in it',
      story.forwarded(),
      after(ownRecord, upTo('execution.awaitingResponse'), story.accepted(), story.noCopy()),
      at('execution.awaitingConsent', story.forwardingWithheld()),
    ),
    ofEvent(
      'as the own record was told that it was withheld',
      story.forwarded(),
      after(ownRecord, upTo('execution.awaitingResponse'), story.accepted(), story.noCopy()),
      after(
        ownRecord,
        upTo('execution.awaitingResponse'),
        story.accepted(),
        story.noCopy(),
        story.authorised(),
        story.forwardingWithheld(),
      ),
    ),
  ],
  adviceWasDiscussed: [
    ofEvent(
      'before it is forwarded',
      story.forwarded(),
      at('execution.forwarding'),
      at('execution.reviewing', story.leftAsIs(), story.finalised(), story.authorised()),
    ),
    ofEvent(
      'or the employee waived that',
      story.forwarded(),
      at(
        'execution.reviewing',
        story.leftAsIs(),
        story.finalised(),
        story.authorised(),
        story.adviceDiscussed({ waivedByEmployee: true }),
      ),
      at('execution.reviewing', story.leftAsIs(), story.finalised(), story.authorised()),
    ),
    ofEvent(
      'the last draft, not an earlier one',
      story.forwarded(),
      at('execution.forwarding'),
      at('execution.finalising', story.drafted(), story.leftAsIs(), story.finalised(), story.authorised()),
    ),
    ofEvent(
      'as far as the own record can know',
      story.forwarded(),
      after(ownRecord, upTo('execution.awaitingResponse'), story.accepted(), story.noCopy(), story.authorised()),
      at('execution.reviewing', story.leftAsIs(), story.finalised(), story.authorised()),
    ),
    doneFirst(
      'forwarding',
      story.forwarded,
      at('execution.reviewing', story.leftAsIs(), story.finalised(), story.authorised(), story.adviceDiscussed(late)),
    ),
    onceIsEnough(
      story.forwarded,
      (...discussed) =>
        at('execution.reviewing', story.leftAsIs(), story.finalised(), story.authorised(), ...discussed),
      story.adviceDiscussed,
    ),
  ],
  recipientIsOwnPhysician: [
    inCase(
      'now',
      at('execution.awaitingConsent', story.replaced()),
      story.authorised({ to: successor.id }),
      story.authorised(),
    ),
  ],

  // completion
  ownPhysicianHasCopy: [
    ofEvent(
      'before he decides',
      story.decided(),
      at('completion.considering'),
      at('execution.awaitingConsent', story.forwardingWithheld()),
    ),
    ofEvent(
      'through the hand of the employee too',
      story.decided(),
      at('execution.awaitingConsent', story.unanswered(), story.handedOver()),
      at('execution.awaitingConsent', story.unanswered()),
    ),
    ofEvent('before a transfer is asked', story.transferRequested(), at('completion.decided'), decidedWithoutCopy),
    ofEvent(
      'before a transfer is asked after the end',
      story.transferRequested(),
      at('completion.decided', story.closed()),
      took(advance(decidedWithoutCopy, story.closed())),
    ),
  ],
  decisionHasReasons: [
    ...['full', 'partial', 'none'].map((adoption) =>
      inCase(
        `where the advice is adopted: ${adoption}`,
        at('completion.considering'),
        story.decided({ adoption }),
        story.decided({ adoption, reasons: undefined }),
      ),
    ),
    inCase(
      'while a transfer is weighed too',
      at('completion.considering', story.transferRequested()),
      story.decided(),
      story.decided({ reasons: undefined }),
    ),
  ],
  guidanceContinues: [
    ofEvent(
      'from the opening',
      story.transferRequested(),
      at('completion.considering'),
      from(start({ guidanceContinues: false }), 'completion.considering'),
    ),
    ofEvent(
      'after the decision',
      story.transferRequested(),
      at('completion.considering', story.decided({ guidanceContinues: true })),
      at('completion.considering', story.decided({ guidanceContinues: false })),
    ),
    ofEvent(
      'after the case was closed',
      story.transferRequested(),
      at('completion.decided', story.closed()),
      at('completion.considering', story.decided({ guidanceContinues: false }), story.closed()),
    ),
  ],
  thirdIsNotTheOwnPhysician: [
    inCase('than the own physician', asked(), story.transferGranted(), story.transferGranted({ to: own })),
    inCase(
      'than whoever is own physician now',
      asked(story.replaced({ physician: successor })),
      story.transferGranted({ by: successor.id, to: own }),
      story.transferGranted({ by: successor.id, to: successor }),
    ),
  ],
  employerIsNamed: [
    ofEvent('to be asked', story.employerAsked(), asked(), from(withoutEmployer, 'completion.consideringTransfer')),
  ],

  // at any moment
  complaintIsNew: [
    inCase('by its id', after(story.complained()), story.complained({ complaint: 'complaint-2' }), story.complained()),
    ofEvent(
      'also after it was answered',
      story.complained(),
      after(),
      after(story.complained(), story.complaintAnswered()),
    ),
  ],
  complaintIsOpen: [
    ...[story.complaintWithdrawn, story.acknowledged, story.progressed, story.complaintAnswered].flatMap((event) => [
      inCase('filed', complained, event(), event({ complaint: 'complaint-3' })),
      ofEvent(
        'not answered',
        event(),
        complained,
        given(story.complained(), story.complained({ complaint: 'complaint-2' }), story.complaintAnswered()).case,
      ),
      ofEvent(
        'not withdrawn',
        event(),
        complained,
        given(story.complained(), story.complained({ complaint: 'complaint-2' }), story.complaintWithdrawn()).case,
      ),
    ]),
  ],
  handlerIsNotInvolved: [
    ...[story.acknowledged, story.progressed, story.complaintAnswered].map((event) =>
      inCase('as the own physician', after(story.complained()), event(), event({ by: own.id })),
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
        at('completion.awaitingThirdPhysician', story.complained()),
        story.complaintAnswered(),
        story.complaintAnswered({ by }),
      ),
    ),
    ofEvent(
      'as the representative',
      story.complaintAnswered({ by: 'representative-1' }),
      after(story.complained()),
      after(withRepresentative, story.complained()),
    ),
    inCase(
      'as who gave the advice',
      after(giverElsewhere, story.complained()),
      story.complaintAnswered(),
      story.complaintAnswered({ by: 'physician-giver' }),
    ),
    ofEvent(
      'as a physician who was asked before',
      story.complaintAnswered({ by: first.id }),
      at('application.preparing', story.complained()),
      at('execution.awaitingResponse', story.declined(), story.complained()),
    ),
    ofEvent(
      'as a third physician who declined',
      story.complaintAnswered({ by: story.third.id }),
      asked(story.complained()),
      asked(story.transferGranted(), story.transferDeclined(), story.complained()),
    ),
    ofEvent(
      'as an own physician of before',
      story.complaintAnswered({ by: successor.id }),
      after(story.complained()),
      after(story.replaced(), story.replaced({ physician: own }), story.complained()),
    ),
    ofEvent(
      'as the one complained of',
      story.complaintAnswered({ by: 'handler-2' }),
      after(story.complained()),
      after(story.complained({ against: 'handler-2' })),
    ),
  ],
  answerHasReasons: [
    inCase(
      'given',
      after(story.complained()),
      story.complaintAnswered(),
      story.complaintAnswered({ reasons: undefined }),
    ),
  ],
  replacementIsAnother: [
    inCase(
      'than the engaged physician',
      at('execution.inviting'),
      story.replaced(),
      story.replaced({ physician: first }),
    ),
    inCase(
      'than the third physician',
      at('completion.awaitingThirdPhysician'),
      story.replaced(),
      story.replaced({ physician: story.third }),
    ),
  ],
  employeeConsentsToTelling: ['request', 'advice', 'decision'].map((of) =>
    inCase(
      `with consent: the ${of}`,
      after(),
      story.employerInformed({ of }),
      story.employerInformed({ of, consent: undefined }),
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
  const dated = (current: Case, event: (more: { on: string }) => Told, norm: NormName = 'draftWasReviewed'): void => {
    expect(record(current, event(late))).toMatchObject({ ok: true, deviations: [{ norm }] });
    expect(unmetIn(record(current, event({ on: '2026-03-19' })))).toContain('datedInOrder');
  };

  it('date a refusal without a discussion no earlier than the renewal', () => {
    dated(renewed, story.refused, 'instrumentWasDiscussed');
  });

  it('date an advice without a draft no earlier than the acceptance', () => {
    dated(at('execution.awaitingResponse', story.accepted(late), story.held(late)), story.finalised);
  });

  it('date an advice on a draft that nobody reviewed no earlier than the draft', () => {
    dated(at('execution.assessing', story.drafted(late)), story.finalised);
  });

  it('make an application to the own physician himself none, and one to somebody else a wrong one', () => {
    const [toHimself, toAnother] = [own.id, 'physician-nobody-chose'].map((to) =>
      record(at('application.preparing'), story.sent({ to, medicalData: false })),
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
