import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepSchema } from '../../src/case.js';
import { type EventType, eventTypes, type ProcedureEvent, type Role, reporters } from '../../src/events.js';
import { type GuardName, guards } from '../../src/guards.js';
import {
  advance,
  type Case,
  deadlines,
  expectedEvents,
  type Outcome,
  openCase,
  payer,
  record,
  type Step,
  secondOpinionMachine,
  waitingOn,
} from '../../src/index.js';
import { holds } from '../../src/norms.js';
import { usualEvents } from '../../src/testing/events.js';
import { chart, placeOf, type WayOn, waysFrom, waysOnOf } from './chart.js';
import type { HistoryTold, How, Library } from './golden.ts';
import * as usual from './story.js';

// What is told in the golden histories, and what is tried in them and refused.

/** The library as it is. */
export const present: Library = {
  openCase,
  advance,
  record,
  deadlines,
  expectedEvents,
  waitingOn,
  payer,
  secondOpinionMachine,
};

const {
  accepted,
  acknowledged,
  adviceDiscussed,
  another,
  answered,
  authorised,
  chosen,
  closed,
  complained,
  complaintAnswered,
  complaintWithdrawn,
  daysAfter,
  decided,
  declined,
  discussed,
  drafted,
  employerAgreed,
  employerAsked,
  employerDeclined,
  employerInformed,
  explained,
  finalised,
  forwarded,
  forwardingWithheld,
  handedOver,
  held,
  honoured,
  infeasible,
  leftAsIs,
  missed,
  noCopy,
  notEngaged,
  opening,
  outsider,
  overdue,
  own,
  physician,
  progressed,
  received,
  refused,
  remarked,
  renewed,
  replaced,
  requested,
  returned,
  revoked,
  scheduled,
  second,
  sent,
  signed,
  storyTo,
  successor,
  third,
  transferAccepted,
  transferDeclined,
  transferGranted,
  transferRefused,
  transferRequested,
  transferWithdrawn,
  unanswered,
  upTo,
  waived,
  withdrawn,
  withheld,
} = usual;

type Report = Record<string, unknown>;

const told = (name: string, events: Report[], more: Report = {}, how: How = 'advance'): HistoryTold => ({
  name,
  how,
  opening: { ...opening, ...more },
  events,
});

const contract = (more: Report) => ({ contract: { ...opening.contract, ...more } });
const bySecond = { by: second.id };
const toSecond = { to: second.id };
const forSecond = { recipient: second.id };
const complaint = (id: string) => ({ complaint: id });
const dependent = physician('physician-dependent', 'noord', { pool: true });
const unregistered = physician('physician-unregistered', 'ver', { registered: false, pool: true });
const onlyFirst = chosen({ second: undefined });
const inOwnRecord = { recordOf: 'ownPhysician' };
const late = overdue({ on: '2026-03-26' });
const afterTheWeek = { on: '2026-03-27' };

/** The days, one after the other, on which a week would end if the days equated with holidays were not. */
const freeDays = [
  ...['2026-01-02', '2026-01-06', '2026-01-07', '2026-05-15', '2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27'],
  ...['2027-05-05', '2027-05-06', '2027-05-07', '2027-05-11', '2027-05-17', '2028-04-28', '2028-05-26', '2028-12-25'],
  ...['2028-12-26', '2029-01-02'],
];

const endingOn = (day: string, index: number): Report[] => {
  const on = daysAfter(day, -7);
  const [to, ...events] = index % 2 ? [second] : [usual.first, chosen({ on })];
  return [...events, sent({ to: to?.id, medicalData: false, on }), declined({ by: to?.id, on })];
};

const toWeek = [discussed(), explained(), honoured()];

/** The shortest way to an advice that was discussed. */
const toAdvice = [
  ...toWeek,
  chosen(),
  sent({ medicalData: false }),
  ...[accepted(), held(), drafted(), adviceDiscussed(), leftAsIs(), finalised()],
];

/** The shortest allowed way to a copy: what happens in between is not in the record of the own physician. */
const toCopy = [...toWeek, chosen(), sent({ medicalData: false }), accepted(), forwarded()];

const afterTheCopy = (...events: Report[]) => ({
  opening: { ...opening, ...inOwnRecord },
  events: [...toCopy, ...events],
});

const shortlyTo: { [At in Step]?: { opening: Report; events: Report[] } } = {
  'completion.considering': afterTheCopy(),
  'completion.decided': afterTheCopy(decided()),
  'completion.consideringTransfer': afterTheCopy(decided(), transferRequested()),
  'completion.awaitingThirdPhysician': afterTheCopy(decided(), transferRequested(), transferGranted()),
  'completion.transferRefused': afterTheCopy(decided(), transferRequested(), transferRefused()),
  'completion.awaitingEmployer': afterTheCopy(decided(), transferRequested(), transferRefused(), employerAsked()),
  concluded: afterTheCopy(decided(), closed()),
};

const byHand: HistoryTold[] = [
  ...stepSchema.options.map((step) => {
    const { opening: start, events } = shortlyTo[step] ?? storyTo[step];
    return { ...told(`The story to ${step}`, events), opening: start };
  }),
  told('The second preference, and then a third physician', [
    ...upTo('execution.awaitingResponse'),
    declined(),
    signed(forSecond),
    sent(toSecond),
    accepted(bySecond),
    returned(bySecond),
    chosen({ first: another }),
    signed({ recipient: another.id }),
    sent({ to: another.id }),
    received({ by: another.id, on: '2026-03-20' }),
    accepted({ by: another.id, on: '2026-03-23' }),
  ]),
  told('A week that passed, and an acceptance after it', [
    ...upTo('execution.awaitingResponse'),
    received({ on: '2026-03-19' }),
    received({ on: '2026-03-19' }),
    overdue({ on: '2026-03-26' }),
    overdue({ on: '2026-03-27' }),
    accepted(afterTheWeek),
    scheduled(afterTheWeek),
    missed({ on: '2026-04-08' }),
    held({ on: '2026-04-10' }),
  ]),
  told('A week that passed for both, and an acceptance by the last', [
    ...upTo('execution.awaitingResponse'),
    late,
    signed({ ...forSecond, on: '2026-03-26' }),
    sent({ ...toSecond, on: '2026-03-26' }),
    accepted({ on: '2026-03-27' }),
    overdue({ by: own.id, on: '2026-04-03' }),
    accepted({ ...bySecond, on: '2026-04-07' }),
  ]),
  told('A week that passed, and another chosen before the acceptance', [
    ...upTo('application.choosing'),
    onlyFirst,
    signed(),
    sent(),
    late,
    revoked(afterTheWeek),
    chosen({ first: another, second: undefined, ...afterTheWeek }),
    accepted(afterTheWeek),
  ]),
  told(
    'A week that passed in the record of the own physician, and an acceptance after it',
    [
      ...upTo('execution.awaitingResponse'),
      late,
      accepted(afterTheWeek),
      signed(afterTheWeek),
      revoked(afterTheWeek),
      forwarded({ on: '2026-04-27' }),
      decided({ on: '2026-04-28', adoption: 'none' }),
    ],
    inOwnRecord,
  ),
  told(
    'A week that passed in the record of the own physician, with nobody else chosen',
    [
      ...upTo('application.choosing'),
      onlyFirst,
      signed(),
      sent(),
      late,
      accepted(afterTheWeek),
      returned(afterTheWeek),
    ],
    inOwnRecord,
  ),
  told(
    'A week that begins with sending, whatever is received',
    [
      ...upTo('execution.awaitingResponse'),
      received({ on: '2026-03-20' }),
      overdue({ on: '2026-03-25' }),
      overdue({ on: '2026-03-26' }),
    ],
    contract({ responseTerm: { from: 'dispatch', extendedBy: 'none' } }),
  ),
  told(
    'Weeks that end on a weekend, a holiday or a day equated with one',
    [...toWeek.map((event) => ({ ...event, on: '2025-12-20' })), ...freeDays.flatMap(endingOn)],
    {
      on: '2025-12-20',
      contestedAdvice: { ...opening.contestedAdvice, on: '2025-12-12' },
      ...contract({ responseTerm: { from: 'receipt', extendedBy: 'algemeneTermijnenwet' } }),
    },
  ),
  told(
    'Days on which the contract agreed to look at the open terms',
    [
      complained(),
      ...upTo('execution.awaitingResponse'),
      declined({ on: '2026-03-20' }),
      signed({ ...forSecond, on: '2026-03-20' }),
      sent({ ...toSecond, on: '2026-03-23' }),
      accepted({ ...bySecond, on: '2026-03-23' }),
      ...[held, drafted, adviceDiscussed].map((event) => event({ ...bySecond, on: '2026-04-08' })),
      leftAsIs({ on: '2026-04-09' }),
      finalised({ ...bySecond, on: '2026-04-10' }),
      authorised({ on: '2026-04-10' }),
      forwarded({ ...bySecond, on: '2026-04-13' }),
      complaintAnswered({ on: '2026-04-14', measuresBy: '2026-06-01' }),
      decided({ on: '2026-04-20', adoption: 'partial' }),
    ],
    contract({ alarms: { engage: 14, decide: 21, complaint: 42 } }),
  ),
  told('An application found infeasible, and then signed for after all', [
    ...storyTo['application.reconsidering'].events,
    signed({ recipient: another.id }),
    revoked({ recipient: another.id }),
    withheld({ recipient: another.id }),
    signed(),
    sent(),
    accepted(),
  ]),
  told('An application found infeasible, and then an outsider whom the own physician does not engage', [
    ...storyTo['application.reconsidering'].events,
    chosen({ first: outsider, second: undefined }),
    notEngaged(),
    chosen({ first: another }),
    notEngaged(),
    sent({ to: another.id, medicalData: false }),
    accepted({ by: another.id }),
  ]),
  told('An authorisation given in part, withheld and revoked while the second opinion is in progress', [
    ...upTo('execution.inviting'),
    signed({ scope: 'scope-1', recordedBy: 'planning-2' }),
    signed({ scope: 'scope-1', recordedBy: 'planning-2', document: 'document-2' }),
    signed(forSecond),
    withheld(forSecond),
    revoked(forSecond),
    withheld(),
    revoked(),
    infeasible(),
  ]),
  told('An application found infeasible in every step in which it can be', [
    ...toWeek,
    chosen(),
    ...[[], [scheduled()], [held()]].flatMap((events) => [
      withheld(),
      sent({ medicalData: false }),
      accepted(),
      ...events,
      infeasible(),
      signed(),
    ]),
    sent(),
    accepted(),
    usual.lapsed(),
  ]),
  told('Data and information sent in every step in which they can be', [
    ...toWeek,
    chosen(),
    chosen({ first: another, second: usual.first }),
    chosen(),
    signed(),
    sent({ medicalData: false }),
    usual.dataSent(),
    accepted(),
    usual.dataSent({ on: '2026-03-19' }),
    requested({ on: '2026-03-19' }),
    answered({ on: '2026-03-19' }),
    scheduled({ on: '2026-03-19' }),
    usual.dataSent({ on: '2026-03-20' }),
    requested({ on: '2026-03-20' }),
    answered({ on: '2026-03-20' }),
    held({ on: '2026-03-21' }),
    usual.dataSent({ on: '2026-03-21' }),
  ]),
  told('A physician who let the week pass, and who is told of what the employee does next', [
    ...upTo('execution.awaitingResponse'),
    late,
    signed(afterTheWeek),
    revoked(afterTheWeek),
    withheld(afterTheWeek),
    withdrawn(afterTheWeek),
  ]),
  told('A physician who found the application infeasible, and who is told of what the employee does next', [
    ...storyTo['application.reconsidering'].events,
    revoked(),
    withheld({ on: '2026-03-19' }),
    revoked({ on: '2026-03-20' }),
    signed({ scope: 'scope-1', on: '2026-03-20' }),
  ]),
  told('The advice discussed after it was final, and again when it was not forwarded', [
    ...toAdvice,
    adviceDiscussed({ on: '2026-03-19', waivedByEmployee: true }),
    unanswered({ on: '2026-03-20', remindedOn: ['2026-03-19'] }),
    adviceDiscussed({ on: '2026-03-20' }),
  ]),
  told('Nothing left to authorise or to return once the advice is final', [
    ...toAdvice,
    signed(),
    withheld(),
    revoked(),
    returned(),
    authorised(),
    signed(),
    withheld(),
    revoked(),
    returned(),
  ]),
  told('Consent given, withheld and given again', [
    ...toAdvice,
    authorised({ document: 'document-2' }),
    adviceDiscussed({ waivedByEmployee: true }),
    authorised(),
    forwardingWithheld(),
    forwarded(),
    authorised(),
    forwarded(),
    decided(),
  ]),
  told('Consent given and the copy handed over at once', [...toAdvice, handedOver()]),
  told('Consent given and the copy handed over while it was on its way', [
    ...toAdvice,
    authorised(),
    handedOver(),
    transferRequested(),
    decided({ guidanceContinues: false }),
    transferWithdrawn(),
    transferRequested(),
  ]),
  told('An own physician who was replaced before the copy went', [
    ...toAdvice,
    authorised(),
    replaced({ physician: unregistered }),
    replaced({ physician: usual.first }),
    replaced(),
    forwarded(),
    authorised(),
    authorised({ to: successor.id }),
    forwarded(),
    decided(),
    decided({ by: successor.id }),
  ]),
  told('A copy that nobody discussed', [
    ...upTo('execution.reviewing'),
    leftAsIs(),
    finalised(),
    authorised(),
    forwarded(),
    adviceDiscussed({ waivedByEmployee: true }),
    forwarded(),
  ]),
  told('Information after the draft, and a new draft', [
    ...upTo('execution.finalising'),
    requested(),
    drafted({ draft: 'draft-2' }),
    drafted({ draft: 'draft-3' }),
    answered({ source: 'ownPhysician', consent: undefined }),
    drafted({ draft: 'draft-4' }),
    leftAsIs(),
    answered({ on: '2026-03-20' }),
    drafted({ draft: 'draft-5', on: '2026-03-23' }),
    usual.reviewLapsed({ on: '2026-04-01', announcedOn: '2026-03-23', until: '2026-04-01' }),
    usual.reviewLapsed({ on: '2026-04-02', announcedOn: '2026-03-23', until: '2026-04-01' }),
    drafted({ draft: 'draft-6', on: '2026-04-02' }),
    requested({ on: '2026-04-02', source: 'workplace', consent: 'consent-3' }),
    held({ on: '2026-04-03', identity: 'otherwise', examined: true }),
    scheduled({ on: '2026-04-03', for: '2026-04-10' }),
    scheduled({ on: '2026-04-04', for: '2026-04-11' }),
    answered({ on: '2026-04-05', source: 'workplace', consent: 'consent-3' }),
  ]),
  told('A consultation that was not needed', [...upTo('execution.inviting'), waived({ reasons: undefined }), waived()]),
  told(
    'A transfer asked in silence, declined, withdrawn and asked again after the end',
    [
      ...toCopy,
      transferRequested(),
      transferWithdrawn(),
      transferRequested(),
      transferGranted(),
      transferWithdrawn(),
      transferRequested({ adviceMayBePassedOn: false }),
      transferGranted(),
      decided(),
      decided(),
      transferDeclined(),
      transferGranted({ to: physician('physician-fourth', 'noord') }),
      transferWithdrawn(),
      closed(),
      transferRequested(),
      transferWithdrawn(),
      transferRequested(),
      transferGranted(),
      transferWithdrawn(),
      transferRequested(),
      transferGranted(),
      transferAccepted(),
    ],
    inOwnRecord,
  ),
  told(
    'A transfer refused in silence, and the case closed without a decision',
    [
      ...toCopy,
      transferRequested(),
      transferRefused({ reasons: 'reasons-5' }),
      closed(),
      transferRequested(),
      transferWithdrawn(),
      transferRequested(),
      transferGranted(),
      transferWithdrawn(),
      employerAsked(),
      decided(),
      employerDeclined(),
    ],
    inOwnRecord,
  ),
  told(
    'A transfer refused in silence, and a decision after the employer declined',
    [
      ...toCopy,
      transferRequested(),
      transferRefused(),
      employerAsked(),
      employerDeclined(),
      decided({ on: '2026-03-20', adoption: 'partial' }),
      decided({ on: '2026-03-20' }),
    ],
    inOwnRecord,
  ),
  told(
    'A transfer refused, a decision after all, and the employer asked',
    [
      ...toCopy,
      transferRequested(),
      transferGranted(),
      transferRefused(),
      decided({ reasons: undefined }),
      decided(),
      employerAsked(),
      employerAgreed(),
    ],
    inOwnRecord,
  ),
  told(
    'The employer asked while the transfer is weighed',
    [...toCopy, transferRequested(), decided(), employerAsked(), closed(), employerAsked(), employerDeclined()],
    inOwnRecord,
  ),
  told(
    'A transfer where there is no employer to be asked or told',
    [...toCopy, transferRequested(), employerAsked(), transferGranted(), transferAccepted()],
    { ...inOwnRecord, participants: { ...opening.participants, employer: undefined } },
  ),
  told('A refusal taken back, and a finding that it is out of scope', [
    ...storyTo.refused.events,
    honoured({ on: '2026-03-20' }),
    withdrawn({ on: '2026-03-20' }),
    renewed({ on: '2026-03-20' }),
    usual.outOfScope({ on: '2026-03-20' }),
    honoured({ on: '2026-03-23' }),
    discussed({ on: '2026-03-23' }),
  ]),
  told('Complaints, withdrawn and answered in every order', [
    complained(),
    complained(complaint('complaint-2')),
    complaintWithdrawn(),
    complaintWithdrawn(),
    complaintWithdrawn(complaint('complaint-2')),
    complained(complaint('complaint-3')),
    acknowledged(complaint('complaint-3')),
    complained(complaint('complaint-4')),
    complaintAnswered({ ...complaint('complaint-3'), reasons: undefined }),
    complaintAnswered({ ...complaint('complaint-4'), by: 'handler-2' }),
    complaintAnswered({ ...complaint('complaint-4'), by: 'handler-2' }),
    complaintWithdrawn(complaint('complaint-3')),
    complained(complaint('complaint-5')),
    complained(complaint('complaint-6')),
    complaintWithdrawn(complaint('complaint-5')),
    complaintAnswered({ ...complaint('complaint-6'), reasons: undefined }),
    complaintAnswered(complaint('complaint-6')),
    complained(complaint('complaint-7')),
    complaintWithdrawn(complaint('complaint-7')),
  ]),
  told(
    "The own physician's record of a second opinion withdrawn, asked again, and lapsed",
    [
      ...storyTo['execution.underway'].events,
      withdrawn(),
      renewed(),
      discussed(),
      honoured(),
      chosen(),
      sent({ medicalData: false }),
      accepted(),
      usual.lapsed({ by: usual.first.id }),
    ],
    inOwnRecord,
  ),
  told('No transfer where guidance ends', [...toCopy, transferRequested()], {
    ...inOwnRecord,
    guidanceContinues: false,
  }),
  told('A refusal, then new facts', [
    ...storyTo.refused.events,
    discussed({ advised: 'other' }),
    renewed({ newFacts: 'facts-1' }),
    ...upTo('execution.inviting'),
  ]),
  told('Every end of a request, and the request renewed', [
    ...storyTo.withdrawn.events,
    renewed({ question: 'question-2' }),
    ...storyTo.uwvRouteChosen.events,
    renewed(),
    ...storyTo.lapsed.events,
    renewed(),
    ...storyTo.outOfScope.events,
    renewed(),
    ...storyTo.refused.events,
    usual.uwvChosen(),
    renewed(),
    ...storyTo.outOfScope.events,
    usual.uwvChosen(),
  ]),
  told(
    'A request for a repetition that is none',
    [
      discussed(),
      refused({ grounds: ['cost'] }),
      refused({ grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-2'] }),
      refused({ grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] }),
    ],
    {
      earlierRequests: [
        { id: 'earlier-1', question: 'question-1', advice: 'advice-0', outcome: 'completed' },
        { id: 'earlier-2', question: 'question-1', advice: 'advice-0', outcome: 'refused' },
      ],
    },
  ),
  told('A second opinion asked of nobody who may be chosen', [
    ...upTo('application.choosing'),
    chosen({ first: dependent }),
    chosen({ first: unregistered }),
    chosen({ first: own, second: own }),
    chosen({ second: usual.first }),
    chosen(),
    chosen({ first: another, second: another }),
    chosen({ first: dependent }),
    chosen({ first: unregistered, agreedWithEmployer: 'agreement-1' }),
  ]),
  told(
    'An application for which everything is missing',
    [
      sent(),
      honoured(),
      sent(),
      chosen(),
      sent({ to: second.id }),
      signed({ recordedBy: 'planning-2' }),
      discussed(),
      explained(),
      sent(),
      signed(),
      sent(),
      sent({ to: own.id }),
    ],
    { question: undefined },
  ),
  told(
    'An own physician who is not registered',
    [discussed(), explained(), honoured(), refused(), usual.outOfScope()],
    { participants: { ...opening.participants, ownPhysician: { ...own, registered: false } } },
  ),
  told(
    'Acts of an own physician who is not registered',
    [discussed(), honoured(), refused(), sent(), usual.outOfScope()],
    { participants: { ...opening.participants, ownPhysician: { ...own, registered: false } } },
    'record',
  ),
  told('The chosen physician becomes dependent before the application goes', [
    ...upTo('application.preparing'),
    replaced({ physician: { ...successor, organisations: ['zuid'] } }),
    signed(),
    sent({ by: successor.id }),
  ]),
  told(
    "The own physician's record of a second opinion without a copy",
    [
      ...storyTo['execution.underway'].events,
      usual.dataSent({ on: '2026-03-19' }),
      withheld(),
      usual.dataSent(),
      infeasible(),
      signed(),
      sent(),
      accepted(),
      noCopy(),
      authorised(),
      forwardingWithheld(),
      forwarded(),
      authorised(),
      forwarded(),
      forwarded(),
    ],
    inOwnRecord,
  ),
  told(
    "The own physician's record of a copy after none was announced",
    [
      ...storyTo['execution.underway'].events,
      noCopy(),
      signed(),
      withheld(),
      revoked(),
      returned(),
      forwarded({ by: second.id }),
      forwarded(),
      decided(),
    ],
    inOwnRecord,
  ),
  told(
    "The own physician's record of a copy handed over",
    [...storyTo['execution.underway'].events, handedOver(), decided()],
    inOwnRecord,
  ),
  told(
    "The own physician's record of a second opinion returned",
    [
      ...storyTo['execution.underway'].events,
      signed(forSecond),
      returned(),
      sent(toSecond),
      accepted(bySecond),
      returned(bySecond),
    ],
    inOwnRecord,
  ),
  told(
    'Complaints beside the procedure, and after its end',
    [
      complained({ by: 'representative-1' }),
      complaintWithdrawn(complaint('complaint-0')),
      ...upTo('execution.reviewing'),
      acknowledged({ by: own.id }),
      acknowledged(),
      acknowledged({ by: 'handler-2' }),
      complained(),
      complained(complaint('complaint-2')),
      remarked(),
      complained({ ...complaint('complaint-3'), against: 'handler-3' }),
      complaintAnswered({ ...complaint('complaint-3'), by: 'handler-3' }),
      complaintWithdrawn(complaint('complaint-2')),
      progressed(complaint('complaint-2')),
      progressed(),
      complaintAnswered({ reasons: undefined }),
      complaintAnswered(),
      complaintWithdrawn(complaint('complaint-3')),
      complaintAnswered(),
      adviceDiscussed(),
      finalised(),
      authorised({ by: 'representative-1' }),
      replaced(),
      employerInformed({ by: successor.id, consent: undefined }),
      employerInformed({ by: successor.id }),
      employerInformed({ of: 'advice', by: usual.first.id }),
      authorised({ to: successor.id }),
      forwarded(),
      transferRequested(),
      transferGranted({ by: successor.id, to: successor }),
      transferGranted({ by: successor.id, to: { ...third, registered: false } }),
      transferGranted({ by: successor.id }),
      replaced({ physician: third }),
      transferAccepted(),
      complained(complaint('complaint-4')),
      complaintAnswered({ ...complaint('complaint-4'), reasons: undefined }),
      complaintAnswered(complaint('complaint-4')),
    ],
    { participants: { ...opening.participants, employer: undefined, representative: 'representative-1' } },
  ),
  told(
    'Acts by forbidden ways, until the application went to nobody chosen',
    [
      discussed({ advised: 'uwvExpertOpinion' }),
      honoured(),
      refused(),
      renewed(),
      honoured(),
      chosen(),
      refused({ reasons: undefined }),
      renewed(),
      sent(),
    ],
    {},
    'record',
  ),
  told(
    'An application sent while the employee was choosing',
    [...upTo('application.choosing'), sent({ medicalData: false }), overdue({ on: '2026-03-20' })],
    {},
    'record',
  ),
  told(
    'An advice made final without a draft',
    [
      honoured(),
      chosen(),
      sent({ medicalData: false }),
      accepted(),
      held(),
      finalised(),
      forwarded(),
      decided({ reasons: undefined }),
    ],
    {},
    'record',
  ),
  told(
    'An advice made final while the employee was reading',
    [
      honoured(),
      chosen(),
      sent({ medicalData: false }),
      accepted(),
      held(),
      drafted(),
      finalised(),
      forwardingWithheld(),
      decided(),
    ],
    {},
    'record',
  ),
  told(
    'A draft forwarded while the employee was reading',
    [honoured(), chosen(), sent({ medicalData: false }), accepted(), held(), drafted(), forwarded()],
    {},
    'record',
  ),
  told(
    'A draft forwarded before it was final',
    [honoured(), chosen(), sent({ medicalData: false }), accepted(), held(), drafted(), leftAsIs(), forwarded()],
    {},
    'record',
  ),
  told(
    'A copy forwarded although the employee withheld it',
    [
      honoured(),
      chosen(),
      sent({ medicalData: false }),
      accepted(),
      held(),
      drafted(),
      leftAsIs(),
      finalised(),
      forwardingWithheld(),
      forwarded(),
      decided(),
    ],
    {},
    'record',
  ),
  told(
    'A request without a question, which lapses without a reminder',
    [
      honoured(),
      chosen(),
      sent({ medicalData: false }),
      accepted(),
      waived({ reasons: undefined }),
      returned(),
      withdrawn(),
      renewed(),
      refused({ grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] }),
      renewed(),
      usual.lapsed({ remindedOn: [] }),
    ],
    { question: undefined },
    'record',
  ),
  told(
    'A whole case in which every rule of conduct was broken',
    [
      refused({ grounds: ['useless'], reasons: undefined }),
      honoured(),
      chosen({ second: usual.first }),
      notEngaged(),
      chosen(),
      signed({ recordedBy: 'planning-2' }),
      revoked(),
      sent({ to: second.id }),
      usual.dataSent(),
      accepted(bySecond),
      infeasible(bySecond),
      signed({ ...forSecond, recordedBy: 'planning-2' }),
      sent(toSecond),
      accepted(bySecond),
      infeasible(bySecond),
      signed(forSecond),
      sent(toSecond),
      accepted(bySecond),
      requested({ ...bySecond, consent: undefined }),
      held({ ...bySecond, identity: 'notEstablished' }),
      drafted(bySecond),
      usual.reviewLapsed({ ...bySecond, announcedOn: '2026-03-20', until: '2026-03-19' }),
      finalised(bySecond),
      authorised({ to: third.id }),
      forwarded(bySecond),
      decided({ reasons: undefined }),
      employerInformed({ consent: undefined }),
      complained(),
      complaintAnswered({ reasons: undefined }),
      complaintAnswered(),
      complained(complaint('complaint-2')),
      complained(complaint('complaint-2')),
      transferRequested(),
      transferGranted({ to: own }),
      transferRefused(),
      closed(),
    ],
    {},
    'record',
  ),
];

/** The cases among the examples, each in the way in which it is told there. */
function examplesIn(folder: string): HistoryTold[] {
  return readdirSync(folder).map((file) => {
    const log = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const how = log.brokeTheRules ? 'record' : 'advance';
    return {
      name: `Example ${file.replace('.json', '').replaceAll('-', ' ')}`,
      how,
      opening: log.opening,
      events: log.events,
    };
  });
}

const waysOf = waysFrom(chart);

const wayOf = (current: Case, event: Report): WayOn | undefined =>
  waysOf(current, event.type as string).find(({ transition: { guard } }) =>
    holds(guards[guard as GuardName].when, current.file, event as ProcedureEvent),
  );

/** Every way on that the chart has. */
export const everyWay = (): string[] => waysOnOf(chart).map(placeOf);

/** What a turn shows that another may not. */
function shownBy(current: Case, event: Report, outcome: Outcome): string[] {
  const way = wayOf(current, event);
  const place = way && placeOf(way);
  if (!outcome.ok) {
    if (outcome.reason === 'malformed') return ['malformed'];
    if (outcome.reason === 'unexpected')
      return waysOf(current, event.type as string).map((each) => `${placeOf(each)} is not open`);
    return outcome.unmet.map(({ norm }) => `${place} asks ${norm}`);
  }
  return [
    ...(outcome.deviations.length === 0 || outcome.clauses.length > 0 ? [`${place} is taken`] : []),
    ...outcome.deviations.map(({ norm }) => `${norm} is a deviation`),
    ...outcome.notices.map(({ about, to }) => `${about} is told to ${to.role}`),
    ...outcome.deadlines.map(({ term, alarmOn }) => `${term} runs${alarmOn ? ' with a day to look at it' : ''}`),
  ];
}

const holderOf = ({ file }: Case, role: Role): string | undefined =>
  ({
    employee: file.participants.employee,
    ownPhysician: file.participants.ownPhysician.id,
    secondOpinionPhysician: file.engagement?.physician,
    thirdPhysician: file.participants.thirdPhysician?.id,
    employer: file.participants.employer ?? undefined,
    complaintHandler: usual.handler,
    administration: usual.planning,
    scheduler: 'scheduler',
  })[role];

/** The usual event as somebody in its role reports it. */
const suitable = (current: Case, type: EventType, on: string): Report => {
  const reporter = reporters[type].map((role) => holderOf(current, role)).find(Boolean) ?? 'stranger-1';
  return usualEvents[type]({ by: reporter, on });
};

const lastDay = (events: Report[]): string =>
  events
    .map(({ on }) => on as string)
    .sort()
    .at(-1) ?? opening.on;

/** Ways to the ways on that no story takes: the story to the step, and one more event. */
function shortOnes(shown: Set<string>): HistoryTold[] {
  const found: HistoryTold[] = [];
  for (const step of stepSchema.options) {
    const story = storyTo[step];
    for (const type of eventTypes) {
      const { turns, current } = toldSoFar({ ...told('', story.events), opening: story.opening });
      const event = suitable(current, type, lastDay(story.events));
      const how = advance(current, event).ok ? 'advance' : 'record';
      const outcome = present[how](current, event);
      const way = wayOf(current, event);
      if (!way || !outcome.ok || shown.has(`${placeOf(way)} is taken`) || turns === 0) continue;
      for (const each of shownBy(current, event, outcome)) shown.add(each);
      found.push({ ...told(`In ${step}, ${type}`, [...story.events, event], {}, how), opening: story.opening });
    }
  }
  return found;
}

const inJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

function toldSoFar({ how, opening: start, events }: HistoryTold): { turns: number; current: Case } {
  const opened = openCase(start);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  let current = opened.case;
  for (const event of events) {
    const outcome = present[how](current, event);
    if (outcome.ok) current = outcome.case;
  }
  return { turns: events.length + 1, current };
}

const strangers = ['stranger-1', usual.own.id, usual.employee, usual.handler];

/** What people forget, and what they get wrong, by the field of an event. */
const wrong: Record<string, unknown[]> = {
  reasons: [undefined],
  consent: [undefined],
  grounds: [['cost']],
  remindedOn: [[]],
  identity: ['notEstablished'],
  first: [dependent, unregistered],
  second: [usual.first],
  physician: [unregistered, usual.first],
  recipient: [another.id],
  to: [third.id, own, unregistered],
  complaint: ['complaint-none'],
  until: ['2026-12-31'],
};

/** What could be tried where an event is told: the same by another, too early or wrong, and what is usual elsewhere. */
const triesAt = (current: Case, next: Report, day: string): Report[] => [
  ...strangers.map((by) => ({ ...next, by })),
  { ...next, on: daysAfter(current.file.contestedAdvice.on, -1) },
  { ...next, recordedBy: 'planning-2', document: undefined },
  ...Object.entries(wrong).flatMap(([field, values]) =>
    field in next ? values.map((value) => ({ ...next, [field]: value })) : [],
  ),
  ...eventTypes.flatMap((type) => {
    const event = suitable(current, type, day);
    return [event, { ...event, by: 'stranger-1' }];
  }),
];

/** A history with the events in it that are refused and show what was not shown before. */
function withTries(history: HistoryTold, shown: Set<string>): HistoryTold {
  const opened = openCase(history.opening);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const events: Report[] = [];
  let current = opened.case;
  const take = (event: Report): void => {
    const outcome = present[history.how](current, event);
    for (const each of shownBy(current, event, outcome)) shown.add(each);
    events.push(event);
    if (outcome.ok) current = outcome.case;
  };
  for (const event of history.events) {
    const day = lastDay([...events, { on: history.opening.on }]);
    for (const attempt of inJson(triesAt(current, event, day))) {
      const outcome = present[history.how](current, attempt);
      const news = shownBy(current, attempt, outcome).filter((each) => !shown.has(each));
      if (!outcome.ok && outcome.reason !== 'malformed' && news.length > 0) take(attempt);
    }
    take(event);
  }
  return { ...history, events };
}

/** All the golden histories of the present version, with the cases in a folder of examples. */
export function allTold(examples: string): HistoryTold[] {
  const stories = inJson([...byHand, ...examplesIn(examples)]);
  const shown = new Set(stories.flatMap(shownIn));
  const whole = [...stories, ...inJson(shortOnes(shown))];
  const tried = new Set(whole.flatMap(shownIn));
  return whole.map((story) => withTries(story, tried));
}

/** What all the turns of a history show. */
export function shownIn({ how, opening: start, events }: HistoryTold): string[] {
  const opened = openCase(start);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  let current = opened.case;
  return events.flatMap((event) => {
    const outcome = present[how](current, event);
    const shown = shownBy(current, event, outcome);
    if (outcome.ok) current = outcome.case;
    return shown;
  });
}
