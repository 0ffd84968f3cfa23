import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventType, eventTypes, type ProcedureEvent, reporters } from '../../src/acts.js';
import type { Role } from '../../src/file.js';
import { roles, steps } from '../../src/file.js';
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
  viewFor,
  waitingOn,
} from '../../src/index.js';
import { leads } from '../../src/routes.js';
import { everyPath } from '../../src/testing/index.js';
import { viewOf } from '../../src/views.js';
import { candidatesIn, chart, type Listed, placeOf, transitionsOf } from './chart.js';
import { type HistoryTold, type How, type Library, type Report, tellTo } from './golden.ts';
import * as story from './story.js';
import { usual } from './story.js';

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
  viewFor,
  viewOf,
  roles,
  secondOpinionMachine,
};

const { another, daysAfter, opening, outsider, own, physician, second, storyTo, successor, third, upTo } = story;

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
const onlyFirst = usual('physicians.chosen', { second: undefined });
const inOwnRecord = { recordOf: 'ownPhysician' };
const represented = {
  participants: { ...opening.participants, representative: 'representative-1', mandate: 'mandate-1' },
};
const late = usual('response.overdue', { on: '2026-03-26' });
const afterTheWeek = { on: '2026-03-27' };

/** The first preference, asked alone on a day, and no answer in more than a week. */
const timedOutAgain = (on: string): Report[] => [
  { ...onlyFirst, on },
  usual('application.sent', { on, medicalData: false }),
  usual('response.overdue', { on: daysAfter(on, 9) }),
];

/** The days, one after the other, on which a week would end if the days equated with holidays were not. */
const freeDays = [
  ...['2026-01-02', '2026-01-06', '2026-01-07', '2026-05-15', '2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27'],
  ...['2027-05-05', '2027-05-06', '2027-05-07', '2027-05-11', '2027-05-17', '2028-04-28', '2028-05-26', '2028-12-25'],
  ...['2028-12-26', '2029-01-02'],
];

const endingOn = (day: string, index: number): Report[] => {
  const on = daysAfter(day, -7);
  const [to, ...events] = index % 2 ? [second] : [story.first, usual('physicians.chosen', { on })];
  return [
    ...events,
    usual('application.sent', { to: to?.id, medicalData: false, on }),
    usual('application.declined', { by: to?.id, on }),
  ];
};

const toWeek = [usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')];

/** The shortest way to an advice that was discussed. */
const toAdvice = [
  ...toWeek,
  usual('physicians.chosen'),
  usual('application.sent', { medicalData: false }),
  ...[
    usual('application.accepted'),
    usual('consultation.held'),
    usual('draft.submitted'),
    usual('advice.discussed'),
    usual('remarks.waived'),
    usual('advice.finalised'),
  ],
];

/** The shortest way to a consultation, and to a draft, where nobody keeps to the rules of conduct. */
const toConsultation = [
  usual('request.honoured'),
  usual('physicians.chosen'),
  usual('application.sent', { medicalData: false }),
  usual('application.accepted'),
  usual('consultation.held'),
];
const toDraft = [...toConsultation, usual('draft.submitted')];

/** The shortest allowed way to a copy: what happens in between is not in the record of the own physician. */
const toCopy = [
  ...toWeek,
  usual('physicians.chosen'),
  usual('application.sent', { medicalData: false }),
  usual('application.accepted'),
  usual('advice.forwarded'),
];

const afterTheCopy = (...events: Report[]) => ({
  opening: { ...opening, ...inOwnRecord },
  events: [...toCopy, ...events],
});

const shortlyTo: { [At in Step]?: { opening: Report; events: Report[] } } = {
  'completion.considering': afterTheCopy(),
  'completion.decided': afterTheCopy(usual('decision.made')),
  'completion.consideringTransfer': afterTheCopy(usual('decision.made'), usual('transfer.requested')),
  'completion.awaitingThirdPhysician': afterTheCopy(
    usual('decision.made'),
    usual('transfer.requested'),
    usual('transfer.granted'),
  ),
  'completion.transferRefused': afterTheCopy(
    usual('decision.made'),
    usual('transfer.requested'),
    usual('transfer.refused'),
  ),
  concluded: afterTheCopy(usual('decision.made'), usual('case.closed')),
};

const byHand: HistoryTold[] = [
  ...steps.map((step) => {
    const { opening: start, events } = shortlyTo[step] ?? storyTo[step];
    return { ...told(`The story to ${step}`, events), opening: start };
  }),
  told('The second preference, and then a third physician', [
    ...upTo('execution.awaitingResponse'),
    usual('application.declined'),
    usual('authorisation.signed', forSecond),
    usual('application.sent', toSecond),
    usual('application.accepted', bySecond),
    usual('engagement.ended', bySecond),
    usual('physicians.chosen', { first: another }),
    usual('authorisation.signed', { recipient: another.id }),
    usual('application.sent', { to: another.id }),
    usual('application.received', { by: another.id, on: '2026-03-20' }),
    usual('application.accepted', { by: another.id, on: '2026-03-23' }),
  ]),
  told('A week that passed, and an acceptance after it', [
    ...upTo('execution.awaitingResponse'),
    usual('application.received', { on: '2026-03-19' }),
    usual('application.received', { on: '2026-03-19' }),
    usual('response.overdue', { on: '2026-03-26' }),
    usual('response.overdue', { on: '2026-03-27' }),
    usual('application.accepted', afterTheWeek),
    usual('consultation.scheduled', afterTheWeek),
    usual('consultation.missed', { on: '2026-04-08' }),
    usual('consultation.held', { on: '2026-04-10' }),
  ]),
  told('A week that passed for both, and an acceptance by the last', [
    ...upTo('execution.awaitingResponse'),
    late,
    usual('authorisation.signed', { ...forSecond, on: '2026-03-26' }),
    usual('application.sent', { ...toSecond, on: '2026-03-26' }),
    usual('application.accepted', { on: '2026-03-27' }),
    usual('response.overdue', { by: own.id, on: '2026-04-03' }),
    usual('application.accepted', { ...bySecond, on: '2026-04-07' }),
  ]),
  told('A week that passed, and another chosen before the acceptance', [
    ...upTo('application.choosing'),
    onlyFirst,
    usual('authorisation.signed'),
    usual('application.sent'),
    late,
    usual('authorisation.revoked', afterTheWeek),
    usual('authorisation.withheld', afterTheWeek),
    usual('authorisation.signed', afterTheWeek),
    usual('physicians.chosen', { first: another, second: undefined, ...afterTheWeek }),
    usual('application.accepted', afterTheWeek),
  ]),
  told(
    'A week that passed in the record of the own physician, and an acceptance after it',
    [
      ...upTo('execution.awaitingResponse'),
      late,
      usual('application.accepted', afterTheWeek),
      usual('authorisation.signed', afterTheWeek),
      usual('authorisation.revoked', afterTheWeek),
      usual('advice.forwarded', { on: '2026-04-27' }),
      usual('decision.made', { on: '2026-04-28', adoption: 'none' }),
    ],
    inOwnRecord,
  ),
  told(
    'A week that passed in the record of the own physician, with nobody else chosen',
    [
      ...upTo('application.choosing'),
      onlyFirst,
      usual('authorisation.signed'),
      usual('application.sent'),
      late,
      usual('application.accepted', afterTheWeek),
      usual('engagement.ended', afterTheWeek),
      ...timedOutAgain('2026-03-27'),
      usual('application.foundInfeasible', { on: '2026-04-07' }),
      ...timedOutAgain('2026-04-07'),
      { ...onlyFirst, on: '2026-04-16' },
      usual('application.declined', { on: '2026-04-16' }),
      ...timedOutAgain('2026-04-16'),
      usual('request.lapsed', { on: '2026-05-04', remindedOn: ['2026-05-01'] }),
      ...['request.renewed', 'instrument.discussed', 'request.honoured', 'physicians.chosen'].map((type) =>
        usual(type as EventType, { on: '2026-05-04' }),
      ),
      ...timedOutAgain('2026-05-04').slice(1),
      usual('application.foundInfeasible', { on: '2026-05-13' }),
      usual('physicians.chosen', { on: '2026-05-13' }),
      ...timedOutAgain('2026-05-13').slice(1),
      usual('request.lapsed', { on: '2026-05-29', remindedOn: ['2026-05-27'] }),
    ],
    inOwnRecord,
  ),
  told(
    'A week that begins with sending, whatever is received',
    [
      ...upTo('execution.awaitingResponse'),
      usual('application.received', { on: '2026-03-20' }),
      usual('response.overdue', { on: '2026-03-25' }),
      usual('response.overdue', { on: '2026-03-26' }),
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
      usual('complaint.filed'),
      ...upTo('execution.awaitingResponse'),
      usual('application.declined', { on: '2026-03-20' }),
      usual('authorisation.signed', { ...forSecond, on: '2026-03-20' }),
      usual('application.sent', { ...toSecond, on: '2026-03-23' }),
      usual('application.accepted', { ...bySecond, on: '2026-03-23' }),
      ...(['consultation.held', 'draft.submitted', 'advice.discussed'] as const).map((type) =>
        usual(type, { ...bySecond, on: '2026-04-08' }),
      ),
      usual('remarks.waived', { on: '2026-04-09' }),
      usual('advice.finalised', { ...bySecond, on: '2026-04-10' }),
      usual('forwarding.authorised', { on: '2026-04-10' }),
      usual('advice.forwarded', { ...bySecond, on: '2026-04-13' }),
      usual('complaint.answered', { on: '2026-04-14', measuresBy: '2026-06-01' }),
      usual('decision.made', { on: '2026-04-20', adoption: 'partial' }),
    ],
    contract({ alarms: { engage: 14, decide: 21, complaint: 42 } }),
  ),
  told('An application found infeasible, and then signed for after all', [
    ...storyTo['application.reconsidering'].events,
    usual('authorisation.signed', { recipient: another.id }),
    usual('authorisation.revoked', { recipient: another.id }),
    usual('authorisation.withheld', { recipient: another.id }),
    usual('authorisation.signed'),
    usual('application.sent'),
    usual('application.accepted'),
  ]),
  told('An application found infeasible, and then an outsider whom the own physician does not engage', [
    ...storyTo['application.reconsidering'].events,
    usual('physicians.chosen', { first: outsider, second: undefined }),
    usual('outsider.notEngaged'),
    usual('physicians.chosen', { first: another }),
    usual('outsider.notEngaged'),
    usual('application.sent', { to: another.id, medicalData: false }),
    usual('application.accepted', { by: another.id }),
  ]),
  told('An authorisation given in part, withheld and revoked while the second opinion is in progress', [
    ...upTo('execution.inviting'),
    usual('authorisation.signed', { scope: 'scope-1', recordedBy: 'planning-2' }),
    usual('authorisation.signed', { scope: 'scope-1', recordedBy: 'planning-2', document: 'document-2' }),
    usual('authorisation.signed', forSecond),
    usual('authorisation.withheld', forSecond),
    usual('authorisation.revoked', forSecond),
    usual('authorisation.withheld'),
    usual('authorisation.revoked'),
    usual('application.foundInfeasible'),
  ]),
  told('An application found infeasible in every step in which it can be', [
    ...toWeek,
    usual('physicians.chosen'),
    ...[[], [usual('consultation.scheduled')], [usual('consultation.held')]].flatMap((events) => [
      usual('authorisation.withheld'),
      usual('application.sent', { medicalData: false }),
      usual('application.accepted'),
      ...events,
      usual('application.foundInfeasible'),
      usual('authorisation.signed'),
    ]),
    usual('application.sent'),
    usual('application.accepted'),
    usual('request.lapsed', { by: story.first.id, on: '2026-03-19' }),
  ]),
  told('Data and information sent in every step in which they can be', [
    ...toWeek,
    usual('physicians.chosen'),
    usual('physicians.chosen', { first: another, second: story.first }),
    usual('authorisation.signed'),
    onlyFirst,
    usual('application.sent', { medicalData: false }),
    usual('medicalData.sent'),
    usual('application.accepted'),
    usual('medicalData.sent', { on: '2026-03-19' }),
    usual('information.requested', { on: '2026-03-19' }),
    usual('information.received', { on: '2026-03-19' }),
    usual('consultation.scheduled', { on: '2026-03-19' }),
    usual('medicalData.sent', { on: '2026-03-20' }),
    usual('information.requested', { on: '2026-03-20' }),
    usual('information.received', { on: '2026-03-20' }),
    usual('consultation.held', { on: '2026-03-21' }),
    usual('medicalData.sent', { on: '2026-03-21' }),
    usual('information.requested', { on: '2026-03-21', source: 'employer' }),
    usual('draft.submitted', { on: '2026-03-21' }),
    usual('information.requested', { on: '2026-03-21', source: 'ownPhysician' }),
    usual('employee.died', { by: story.planning, on: '2026-03-21' }),
  ]),
  told('A physician who let the week pass, and who is told of what the employee does next', [
    ...upTo('execution.awaitingResponse'),
    late,
    usual('authorisation.signed', afterTheWeek),
    usual('authorisation.revoked', afterTheWeek),
    usual('authorisation.withheld', afterTheWeek),
    usual('question.put', afterTheWeek),
    usual('request.withdrawn', afterTheWeek),
  ]),
  told('A physician who found the application infeasible, and who is told of what the employee does next', [
    ...storyTo['application.reconsidering'].events,
    usual('authorisation.revoked'),
    usual('authorisation.withheld', { on: '2026-03-19' }),
    usual('authorisation.revoked', { on: '2026-03-20' }),
    usual('authorisation.signed', { scope: 'scope-1', on: '2026-03-20' }),
    usual('employee.died', { by: story.planning, on: '2026-03-20' }),
  ]),
  told('The advice discussed after it was final, and again when it was not forwarded', [
    ...toAdvice,
    usual('advice.discussed', { on: '2026-03-19', waivedByEmployee: true }),
    usual('forwarding.unanswered', { on: '2026-03-20', remindedOn: ['2026-03-19'] }),
    usual('advice.discussed', { on: '2026-03-20' }),
  ]),
  told('Nothing left to authorise or to return once the advice is final', [
    ...toAdvice,
    usual('authorisation.signed'),
    usual('authorisation.withheld'),
    usual('authorisation.revoked'),
    usual('engagement.ended'),
    usual('forwarding.authorised'),
    usual('authorisation.signed'),
    usual('authorisation.withheld'),
    usual('authorisation.revoked'),
    usual('engagement.ended'),
  ]),
  told('Consent given, withheld and given again', [
    ...toAdvice,
    usual('forwarding.authorised', { document: 'document-2' }),
    usual('advice.discussed', { waivedByEmployee: true }),
    usual('forwarding.authorised'),
    usual('forwarding.withheld'),
    usual('forwarding.authorised'),
    usual('forwarding.withheld'),
    usual('advice.forwarded'),
    usual('forwarding.authorised'),
    usual('advice.corrected'),
    usual('forwarding.unanswered', { on: '2026-03-19' }),
    ...(['forwarding.authorised', 'advice.forwarded', 'decision.made'] as const).map((type) =>
      usual(type, { on: '2026-03-19' }),
    ),
  ]),
  told('Consent given and the copy handed over at once', [
    ...toAdvice,
    usual('advice.handedOver'),
    usual('employee.died', { by: story.planning }),
  ]),
  told('Consent given and the copy handed over while it was on its way', [
    ...toAdvice,
    usual('forwarding.authorised'),
    usual('advice.handedOver'),
    usual('transfer.requested'),
    usual('decision.made', { guidanceContinues: false }),
    usual('decision.made'),
    usual('transfer.withdrawn'),
    usual('ownPhysician.replaced'),
    usual('transfer.requested'),
    usual('guidance.ended'),
    usual('transfer.requested'),
  ]),
  told('An own physician who was replaced before the copy went', [
    ...toAdvice,
    usual('forwarding.authorised'),
    usual('ownPhysician.replaced', { physician: unregistered }),
    usual('ownPhysician.replaced', { physician: story.first }),
    usual('ownPhysician.replaced'),
    usual('file.released'),
    usual('advice.forwarded'),
    usual('forwarding.authorised'),
    usual('forwarding.authorised', { to: successor.id }),
    usual('advice.forwarded'),
    usual('decision.made'),
    usual('decision.made', { by: successor.id }),
  ]),
  told('A copy that nobody discussed', [
    ...upTo('execution.reviewing'),
    usual('remarks.waived'),
    usual('advice.finalised'),
    usual('forwarding.authorised'),
    usual('advice.forwarded'),
    usual('advice.discussed', { waivedByEmployee: true }),
    usual('advice.forwarded'),
  ]),
  told('Information after the draft, and a new draft', [
    ...upTo('execution.finalising'),
    usual('information.requested'),
    usual('draft.submitted', { draft: 'draft-2' }),
    usual('draft.submitted', { draft: 'draft-3' }),
    usual('information.received', { source: 'ownPhysician', consent: undefined }),
    usual('draft.submitted', { draft: 'draft-4' }),
    usual('remarks.waived'),
    usual('information.received', { on: '2026-03-20' }),
    usual('draft.submitted', { draft: 'draft-5', on: '2026-03-23' }),
    usual('remarks.timedOut', { on: '2026-04-01', announcedOn: '2026-03-23', until: '2026-04-01' }),
    usual('remarks.timedOut', { on: '2026-04-02', announcedOn: '2026-03-23', until: '2026-04-01' }),
    usual('draft.submitted', { draft: 'draft-6', on: '2026-04-02' }),
    usual('information.requested', { on: '2026-04-02', source: 'workplace', consent: 'consent-3' }),
    usual('consultation.held', { on: '2026-04-03', identity: 'otherwise', examined: true }),
    usual('consultation.scheduled', { on: '2026-04-03', for: '2026-04-10' }),
    usual('consultation.scheduled', { on: '2026-04-04', for: '2026-04-11' }),
    usual('information.received', { on: '2026-04-05', source: 'workplace', consent: 'consent-3' }),
  ]),
  told('A question to the own physician without the word of the employee, and with it', [
    ...toWeek,
    usual('physicians.chosen'),
    usual('application.sent', { medicalData: false }),
    usual('application.accepted'),
    usual('information.requested', { source: 'ownPhysician', consent: undefined }),
    usual('information.received', { source: 'ownPhysician', consent: undefined }),
    usual('information.requested', { source: 'ownPhysician' }),
  ]),
  told('A question put anew to whoever found the application infeasible, and then the route of UWV', [
    ...storyTo['application.reconsidering'].events,
    usual('question.put'),
    usual('adviceInForce.explained'),
    usual('uwvRoute.chosen'),
  ]),
  told(
    'An employee who died while a third physician considered the guidance',
    [...toCopy, usual('transfer.requested'), usual('transfer.granted'), usual('employee.died')],
    inOwnRecord,
  ),
  told('A consultation that was not needed', [
    ...upTo('execution.inviting'),
    usual('consultation.waived', { reasons: undefined }),
    usual('consultation.waived'),
  ]),
  told(
    'A transfer asked in silence, declined, withdrawn and asked again after the end',
    [
      ...toCopy,
      usual('transfer.requested'),
      usual('transfer.withdrawn'),
      usual('transfer.requested'),
      usual('transfer.granted'),
      usual('transfer.withdrawn'),
      usual('transfer.requested', { adviceMayBePassedOn: false }),
      usual('transfer.granted'),
      usual('decision.made'),
      usual('decision.made'),
      usual('transfer.declined'),
      usual('transfer.granted', { to: physician('physician-fourth', 'noord') }),
      usual('transfer.withdrawn'),
      usual('case.closed', { by: 'representative-1' }),
      usual('transfer.requested'),
      usual('transfer.withdrawn'),
      usual('transfer.requested'),
      usual('transfer.granted'),
      usual('transfer.withdrawn'),
      usual('transfer.requested'),
      usual('transfer.granted'),
      usual('transfer.accepted'),
    ],
    { ...inOwnRecord, ...represented },
  ),
  told(
    'A transfer refused in silence, and the case closed without a decision',
    [
      ...toCopy,
      usual('transfer.requested'),
      usual('transfer.refused', { reasons: 'reasons-5' }),
      usual('case.closed', { by: 'representative-1' }),
      usual('transfer.requested'),
      usual('transfer.withdrawn'),
      usual('transfer.requested'),
      usual('transfer.granted'),
      usual('transfer.withdrawn'),
      usual('employer.asked'),
      usual('decision.made'),
      usual('employer.declined'),
    ],
    { ...inOwnRecord, ...represented },
  ),
  told(
    'A transfer refused in silence, and a decision after the employer declined',
    [
      ...toCopy,
      usual('transfer.requested'),
      usual('transfer.refused'),
      usual('employer.asked'),
      usual('employer.declined'),
      usual('decision.made', { on: '2026-03-20', adoption: 'partial' }),
      usual('decision.made', { on: '2026-03-20' }),
    ],
    inOwnRecord,
  ),
  told(
    'A transfer refused, a decision after all, and the employer asked and asked again',
    [
      ...toCopy,
      usual('transfer.requested'),
      usual('transfer.granted'),
      usual('transfer.refused'),
      usual('decision.made', { reasons: undefined }),
      usual('decision.made'),
      usual('employer.asked'),
      usual('employer.agreed'),
      usual('employer.asked', { employer: 'employer-2' }),
      usual('employer.notAsked'),
    ],
    inOwnRecord,
  ),
  told(
    'Another employer asked, and a transfer of which the first is told',
    [
      ...toCopy,
      usual('employer.informed'),
      usual('employer.asked', { employer: 'employer-2' }),
      usual('employer.informed'),
      usual('employer.informed', { of: 'decision' }),
      usual('transfer.requested'),
      usual('transfer.granted'),
      usual('transfer.accepted'),
      usual('employer.asked', { employer: story.employer }),
    ],
    inOwnRecord,
  ),
  told(
    'The employer asked while the transfer is weighed',
    [
      ...toCopy,
      usual('transfer.requested'),
      usual('decision.made'),
      usual('employer.asked'),
      usual('case.closed'),
      usual('employer.asked'),
      usual('employer.declined'),
    ],
    inOwnRecord,
  ),
  told(
    'A transfer where there is no employer to be asked or told',
    [
      ...toCopy,
      usual('transfer.requested'),
      usual('employer.asked'),
      usual('transfer.granted'),
      usual('transfer.accepted'),
    ],
    { ...inOwnRecord, participants: { ...opening.participants, employer: undefined } },
  ),
  told('A refusal taken back, and a finding that it is out of scope', [
    ...storyTo.refused.events,
    usual('request.honoured', { on: '2026-03-20' }),
    usual('request.withdrawn', { on: '2026-03-20' }),
    usual('request.renewed', { on: '2026-03-20' }),
    usual('request.foundOutOfScope', { on: '2026-03-20' }),
    usual('request.honoured', { on: '2026-03-23' }),
    usual('instrument.discussed', { on: '2026-03-23' }),
  ]),
  told('Complaints, withdrawn and answered in every order', [
    usual('complaint.filed'),
    usual('complaint.filed', complaint('complaint-2')),
    usual('complaint.withdrawn'),
    usual('complaint.withdrawn'),
    usual('complaint.withdrawn', complaint('complaint-2')),
    usual('complaint.filed', complaint('complaint-3')),
    usual('complaint.acknowledged', complaint('complaint-3')),
    usual('complaint.filed', complaint('complaint-4')),
    usual('complaint.answered', { ...complaint('complaint-3'), reasons: undefined }),
    usual('complaint.answered', { ...complaint('complaint-4'), by: 'handler-2' }),
    usual('complaint.answered', { ...complaint('complaint-4'), by: 'handler-2' }),
    usual('complaint.withdrawn', complaint('complaint-3')),
    usual('complaint.filed', complaint('complaint-5')),
    usual('complaint.filed', complaint('complaint-6')),
    usual('complaint.withdrawn', complaint('complaint-5')),
    usual('complaint.answered', { ...complaint('complaint-6'), reasons: undefined }),
    usual('complaint.answered', complaint('complaint-6')),
    usual('complaint.filed', complaint('complaint-7')),
    usual('complaint.withdrawn', complaint('complaint-7')),
  ]),
  told(
    "The own physician's record of a second opinion withdrawn, asked again, and withdrawn again",
    [
      ...storyTo['execution.underway'].events,
      usual('request.withdrawn'),
      usual('request.renewed'),
      usual('instrument.discussed'),
      usual('request.honoured'),
      usual('physicians.chosen'),
      usual('application.sent', { medicalData: false }),
      usual('application.accepted'),
      usual('request.withdrawn'),
    ],
    inOwnRecord,
  ),
  told('No transfer where guidance ends', [...toCopy, usual('transfer.requested')], {
    ...inOwnRecord,
    guidanceContinues: false,
  }),
  told('A refusal, then new facts', [
    ...storyTo.refused.events,
    usual('instrument.discussed', { advised: 'other' }),
    usual('request.renewed', { newFacts: 'facts-1' }),
    ...upTo('execution.inviting'),
  ]),
  told('Every end of a request, and the request renewed', [
    ...storyTo.withdrawn.events,
    usual('request.renewed', { question: 'question-2' }),
    ...storyTo.uwvRouteChosen.events,
    usual('request.renewed'),
    ...storyTo.lapsed.events,
    ...[
      usual('request.renewed'),
      ...storyTo.outOfScope.events,
      usual('request.renewed'),
      ...storyTo.refused.events,
      usual('uwvRoute.chosen'),
      usual('request.renewed'),
      ...storyTo.outOfScope.events,
      usual('uwvRoute.chosen'),
    ].map((event) => ({ ...event, on: '2026-03-19' })),
  ]),
  told(
    'A request for a repetition that is none',
    [
      usual('instrument.discussed'),
      usual('request.refused', { grounds: ['cost'] }),
      usual('request.refused', { grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-2'] }),
      usual('request.refused', { grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] }),
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
    usual('physicians.chosen', { first: dependent }),
    usual('physicians.chosen', { first: unregistered }),
    usual('physicians.chosen', { first: own, second: own }),
    usual('physicians.chosen', { second: story.first }),
    usual('physicians.chosen'),
    usual('physicians.chosen', { first: another, second: another }),
    usual('physicians.chosen', { first: dependent }),
    usual('physicians.chosen', { first: unregistered, agreedWithEmployer: 'agreement-1' }),
  ]),
  told(
    'An application for which everything is missing',
    [
      usual('application.sent'),
      usual('request.honoured'),
      usual('application.sent'),
      usual('physicians.chosen'),
      usual('application.sent', { to: second.id }),
      usual('authorisation.signed', { recordedBy: 'planning-2' }),
      usual('instrument.discussed'),
      usual('adviceInForce.explained'),
      usual('application.sent'),
      usual('authorisation.signed'),
      usual('application.sent'),
      usual('application.sent', { to: own.id }),
    ],
    { question: undefined },
  ),
  told(
    'An own physician who is not registered',
    [
      usual('instrument.discussed'),
      usual('adviceInForce.explained'),
      usual('request.honoured'),
      usual('request.refused'),
      usual('request.foundOutOfScope'),
    ],
    { participants: { ...opening.participants, ownPhysician: { ...own, registered: false } } },
  ),
  told(
    'Acts of an own physician who is not registered',
    [
      usual('instrument.discussed'),
      usual('request.honoured'),
      usual('request.refused'),
      usual('application.sent'),
      usual('request.foundOutOfScope'),
    ],
    { participants: { ...opening.participants, ownPhysician: { ...own, registered: false } } },
    'record',
  ),
  told('The chosen physician becomes dependent before the application goes', [
    ...upTo('application.preparing'),
    usual('ownPhysician.replaced', { physician: { ...successor, organisations: ['zuid'] } }),
    usual('authorisation.signed'),
    usual('application.sent', { by: successor.id }),
  ]),
  told(
    "The own physician's record of a second opinion without a copy",
    [
      ...storyTo['execution.underway'].events,
      usual('medicalData.sent', { on: '2026-03-19' }),
      usual('authorisation.withheld'),
      usual('medicalData.sent'),
      usual('application.foundInfeasible'),
      usual('authorisation.signed'),
      usual('application.sent'),
      usual('application.accepted'),
      usual('noCopy.announced'),
      usual('forwarding.authorised'),
      usual('forwarding.withheld'),
      usual('advice.forwarded'),
      usual('forwarding.authorised'),
      usual('advice.forwarded'),
      usual('advice.forwarded'),
    ],
    inOwnRecord,
  ),
  told(
    "The own physician's record of a copy after none was announced",
    [
      ...storyTo['execution.underway'].events,
      usual('noCopy.announced'),
      usual('authorisation.signed'),
      usual('authorisation.withheld'),
      usual('authorisation.revoked'),
      usual('engagement.ended'),
      usual('advice.forwarded', { by: second.id }),
      usual('advice.forwarded'),
      usual('decision.made'),
    ],
    inOwnRecord,
  ),
  told(
    "The own physician's record of a copy handed over",
    [...storyTo['execution.underway'].events, usual('advice.handedOver'), usual('decision.made')],
    inOwnRecord,
  ),
  told(
    "The own physician's record of a second opinion returned",
    [
      ...storyTo['execution.underway'].events,
      usual('authorisation.signed', forSecond),
      usual('engagement.ended', { by: story.employee }),
      usual('application.sent', toSecond),
      usual('application.accepted', bySecond),
      usual('engagement.ended', bySecond),
    ],
    inOwnRecord,
  ),
  told(
    'Complaints beside the procedure, and after its end',
    [
      usual('complaint.filed', { by: 'representative-1' }),
      usual('complaint.withdrawn', complaint('complaint-0')),
      ...upTo('execution.reviewing'),
      usual('complaint.acknowledged', { by: own.id }),
      usual('complaint.acknowledged'),
      usual('complaint.acknowledged', { by: 'handler-2' }),
      usual('complaint.filed'),
      usual('complaint.filed', complaint('complaint-2')),
      usual('inaccuracies.reported'),
      usual('complaint.filed', { ...complaint('complaint-3'), against: 'handler-3' }),
      usual('complaint.answered', { ...complaint('complaint-3'), by: 'handler-3' }),
      usual('complaint.withdrawn', complaint('complaint-2')),
      usual('complaint.progressed', complaint('complaint-2')),
      usual('complaint.progressed'),
      usual('complaint.answered', { reasons: undefined }),
      usual('complaint.answered'),
      usual('complaint.withdrawn', complaint('complaint-3')),
      usual('complaint.answered'),
      usual('advice.discussed'),
      usual('advice.finalised'),
      usual('forwarding.authorised', { by: 'representative-1' }),
      usual('ownPhysician.replaced'),
      usual('employer.informed', { by: successor.id, consent: undefined }),
      usual('employer.informed', { by: successor.id }),
      usual('employer.informed', { of: 'advice', by: story.first.id }),
      usual('forwarding.authorised', { to: successor.id }),
      usual('advice.forwarded'),
      usual('transfer.requested'),
      usual('transfer.granted', { by: successor.id, to: successor }),
      usual('transfer.granted', { by: successor.id, to: { ...third, registered: false } }),
      usual('transfer.granted', { by: successor.id }),
      usual('ownPhysician.replaced', { physician: third }),
      usual('transfer.accepted'),
      usual('complaint.filed', complaint('complaint-4')),
      usual('complaint.answered', { ...complaint('complaint-4'), reasons: undefined }),
      usual('complaint.answered', complaint('complaint-4')),
    ],
    {
      participants: {
        ...opening.participants,
        employer: undefined,
        representative: 'representative-1',
        mandate: 'mandate-1',
      },
    },
  ),
  told(
    'A third physician with a complaint against them, who may not have the advice',
    [
      ...toCopy,
      usual('transfer.requested', { adviceMayBePassedOn: false }),
      usual('transfer.granted'),
      usual('complaint.filed', { against: third.id }),
      usual('transfer.accepted'),
      usual('ownPhysician.replaced', { by: story.employer }),
    ],
    inOwnRecord,
  ),
  told(
    'Acts that were void, and changed nothing',
    [
      usual('request.honoured'),
      usual('physicians.chosen', { first: dependent }),
      usual('physicians.chosen'),
      usual('application.sent', { medicalData: false }),
      usual('ownPhysician.replaced', { physician: story.first }),
      usual('complaint.filed', { against: story.first.id }),
      usual('complaint.acknowledged', { by: own.id }),
      usual('complaint.filed', complaint('complaint-2')),
      usual('complaint.withdrawn', complaint('complaint-2')),
      usual('complaint.answered', complaint('complaint-2')),
      usual('application.accepted'),
      usual('consultation.held'),
      usual('draft.submitted'),
      usual('advice.forwarded'),
      usual('transfer.requested'),
      usual('case.closed'),
      usual('decision.made'),
      usual('case.closed'),
      usual('employer.asked'),
    ],
    { participants: { ...opening.participants, employer: undefined }, guidanceContinues: false },
    'record',
  ),
  told(
    'Acts by forbidden ways, until the application went to nobody chosen',
    [
      usual('instrument.discussed', { advised: 'uwvExpertOpinion' }),
      usual('request.honoured'),
      usual('request.refused'),
      usual('request.renewed'),
      usual('request.honoured'),
      usual('physicians.chosen'),
      usual('request.refused', { reasons: undefined }),
      usual('request.renewed'),
      usual('application.sent'),
      usual('response.overdue', { on: '2026-03-26' }),
      usual('request.refused', { on: '2026-03-26' }),
      usual('uwvRoute.chosen', { on: '2026-03-26' }),
    ],
    {},
    'record',
  ),
  told(
    'A physician of the service in which the own physician now works, and a question to the latter without consent',
    [
      ...toWeek,
      usual('ownPhysician.replaced', { physician: { ...successor, organisations: ['zuid'] } }),
      usual('physicians.chosen'),
      usual('application.sent', { by: successor.id, medicalData: false }),
      usual('application.accepted'),
      usual('information.requested', { source: 'ownPhysician', consent: undefined }),
      usual('file.released', { to: third.id }),
      usual('file.released'),
    ],
    {},
    'record',
  ),
  told(
    'An application sent while the employee was choosing',
    [
      ...upTo('application.choosing'),
      usual('application.sent', { medicalData: false }),
      usual('response.overdue', { on: '2026-03-20' }),
    ],
    {},
    'record',
  ),
  told(
    'An advice made final without a draft, forwarded unasked, consented to and passed on',
    [
      ...toConsultation,
      usual('advice.finalised'),
      usual('advice.forwarded'),
      usual('decision.made'),
      usual('forwarding.authorised'),
      usual('decision.made', { reasons: undefined }),
      usual('reasons.given', { of: 'decision' }),
      usual('decision.made', { reasons: undefined }),
      usual('case.closed'),
      usual('reasons.given', { of: 'decision' }),
      usual('advice.corrected'),
      usual('advice.handedOver'),
      usual('transfer.requested'),
      usual('decision.made', { reasons: undefined }),
      usual('transfer.granted', { to: own }),
      usual('transfer.granted', { to: physician(story.employee, 'noord') }),
      usual('transfer.granted'),
      usual('reasons.given', { of: 'decision' }),
      usual('advice.corrected', { advice: 'advice-4' }),
      usual('advice.handedOver'),
      usual('transfer.granted', { to: another }),
      usual('transfer.accepted', { by: another.id }),
      usual('advice.corrected', { advice: 'advice-5' }),
      usual('advice.handedOver'),
      usual('decision.made', { reasons: undefined }),
      usual('reasons.given', { of: 'decision' }),
      usual('employer.asked'),
      usual('employer.asked', { employer: own.id }),
      usual('employer.asked', { employer: 'employer-2' }),
      usual('employer.asked', { employer: 'employer-3' }),
    ],
    { participants: { ...opening.participants, employer: undefined } },
    'record',
  ),
  told(
    'An advice made final while the employee was reading, forwarded unasked, and consented to at last',
    [
      ...toDraft,
      usual('advice.finalised'),
      usual('advice.forwarded'),
      usual('forwarding.withheld'),
      usual('decision.made'),
      usual('forwarding.authorised'),
      usual('guidance.ended'),
      usual('transfer.requested'),
    ],
    {},
    'record',
  ),
  told(
    'A draft forwarded while the employee was reading',
    [...toDraft, usual('advice.forwarded'), usual('advice.discussed', { waivedByEmployee: true })],
    {},
    'record',
  ),
  told(
    'A draft forwarded before it was final',
    [...toDraft, usual('remarks.waived'), usual('advice.forwarded')],
    {},
    'record',
  ),
  told(
    'A copy forwarded although the employee withheld it',
    [
      ...toDraft,
      usual('remarks.waived'),
      usual('advice.finalised'),
      usual('forwarding.withheld'),
      usual('advice.forwarded'),
      usual('decision.made'),
    ],
    {},
    'record',
  ),
  told(
    'A request without a question, which lapses without a reminder',
    [
      usual('request.honoured'),
      usual('physicians.chosen'),
      usual('application.sent', { medicalData: false }),
      usual('application.accepted'),
      usual('consultation.waived', { reasons: undefined }),
      usual('engagement.ended'),
      usual('request.withdrawn'),
      usual('request.renewed'),
      usual('request.refused', { grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] }),
      usual('request.renewed'),
      usual('request.honoured'),
      usual('request.lapsed', { remindedOn: [] }),
    ],
    { question: undefined },
    'record',
  ),
  told(
    'A whole case in which every rule of conduct was broken',
    [
      usual('request.refused', { grounds: [], reasons: undefined }),
      usual('request.honoured'),
      usual('physicians.chosen', { second: story.first }),
      usual('outsider.notEngaged'),
      usual('physicians.chosen'),
      usual('authorisation.signed', { recordedBy: 'planning-2' }),
      usual('authorisation.revoked'),
      usual('application.sent', { to: second.id }),
      usual('medicalData.sent'),
      usual('application.accepted', bySecond),
      usual('application.foundInfeasible', bySecond),
      usual('authorisation.signed', { ...forSecond, recordedBy: 'planning-2' }),
      usual('application.sent', toSecond),
      usual('application.accepted', bySecond),
      usual('application.foundInfeasible', bySecond),
      usual('authorisation.signed', forSecond),
      usual('application.sent', toSecond),
      usual('application.accepted', bySecond),
      usual('information.requested', { ...bySecond, consent: undefined }),
      usual('consultation.held', { ...bySecond, identity: 'notEstablished' }),
      usual('draft.submitted', bySecond),
      usual('remarks.timedOut', { ...bySecond, announcedOn: '2026-03-20', until: '2026-03-19' }),
      usual('advice.finalised', bySecond),
      usual('forwarding.authorised', { to: third.id }),
      usual('advice.forwarded', bySecond),
      usual('decision.made', { reasons: undefined }),
      usual('employer.informed', { consent: undefined }),
      usual('complaint.filed'),
      usual('complaint.answered', { reasons: undefined }),
      usual('complaint.answered'),
      usual('complaint.filed', complaint('complaint-2')),
      usual('complaint.filed', complaint('complaint-2')),
      usual('transfer.requested'),
      usual('transfer.granted', { to: own }),
      usual('transfer.refused'),
      usual('case.closed'),
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

const waysOf = candidatesIn(chart);

const wayOf = (current: Case, event: Report): Listed | undefined =>
  waysOf(current, event.type as string).find(({ transition: { guard } }) =>
    leads(guard.type === 'isAllowed' ? undefined : guard.type, current.file, event as ProcedureEvent),
  );

/** Every way on that the chart has. */
export const everyWay = (): string[] => transitionsOf(chart).map(placeOf);

/** Recorded, and without effect. */
const isVoid = (outcome: Outcome & { ok: true }): boolean =>
  outcome.deviations.length > 0 && outcome.clauses.length === 0;

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
  if (isVoid(outcome))
    return outcome.deviations.flatMap(({ norm }) => [`${place} asks ${norm}`, `${norm} is a deviation`]);
  return [
    `${place} is taken`,
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
    complaintHandler: story.handler,
    administration: story.planning,
    scheduler: 'scheduler',
  })[role];

/** The usual event as somebody in its role reports it. */
const suitable = (current: Case, type: EventType, on: string): Report => {
  const reporter = reporters[type].map((role) => holderOf(current, role)).find(Boolean) ?? 'stranger-1';
  return usual(type, { by: reporter, on });
};

const lastDay = (events: Report[]): string =>
  events
    .map(({ on }) => on as string)
    .sort()
    .at(-1) ?? opening.on;

/** Of the histories of the test kit those in which a way is taken, or a letter sent, that is in no other. */
const fromTheKit = (shown: Set<string>): HistoryTold[] =>
  everyPath().filter((history) => {
    const all = shownIn(history);
    const isNews = all.some((each) => !shown.has(each) && / is (taken|told to \w+)$/.test(each));
    if (isNews) for (const each of all) shown.add(each);
    return isNews;
  });

/** Ways to the ways on that no story takes: the story to the step, and one more event. */
function shortOnes(shown: Set<string>): HistoryTold[] {
  const found: HistoryTold[] = [];
  for (const step of steps) {
    const story = storyTo[step];
    const { current } = tellTo(present, { ...told('', story.events), opening: story.opening });
    for (const type of eventTypes) {
      const event = suitable(current, type, lastDay(story.events));
      const how = advance(current, event).ok ? 'advance' : 'record';
      const outcome = present[how](current, event);
      const way = wayOf(current, event);
      if (!way || !outcome.ok || shown.has(`${placeOf(way)} is taken`)) continue;
      for (const each of shownBy(current, event, outcome)) shown.add(each);
      found.push({ ...told(`In ${step}, ${type}`, [...story.events, event], {}, how), opening: story.opening });
    }
  }
  return found;
}

const inJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const strangers = ['stranger-1', story.own.id, story.employee, story.handler];

/** What people forget, and what they get wrong, by the field of an event. */
const wrong: Record<string, unknown[]> = {
  reasons: [undefined],
  consent: [undefined],
  grounds: [['cost'], []],
  remindedOn: [[]],
  identity: ['notEstablished'],
  first: [dependent, unregistered],
  second: [story.first],
  physician: [unregistered, story.first],
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
  const events: Report[] = [];
  let { current } = tellTo(present, { ...history, events });
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
      const isWithoutEffect = outcome.ok ? isVoid(outcome) : outcome.reason !== 'malformed';
      if (isWithoutEffect && news.length > 0) take(attempt);
    }
    take(event);
  }
  return { ...history, events };
}

/** All the golden histories of the present version, with the cases in a folder of examples. */
export function allTold(examples: string): HistoryTold[] {
  const stories = inJson([...byHand, ...examplesIn(examples)]);
  const shown = new Set(stories.flatMap(shownIn));
  const whole = [...stories, ...fromTheKit(shown), ...inJson(shortOnes(shown))];
  const tried = new Set(whole.flatMap(shownIn));
  return whole.map((story) => withTries(story, tried));
}

/** What all the turns of a history show. */
export const shownIn = (history: HistoryTold): string[] =>
  tellTo(present, history).turns.flatMap(({ before, event, outcome }) => shownBy(before, event, outcome));
