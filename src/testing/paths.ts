import type { How } from '../index.js';
import { onDay, usual } from './events.js';
import {
  another,
  employee,
  first,
  handler,
  type OpeningChanges,
  opening,
  openingOf,
  outsider,
  own,
  physician,
  planning,
  type Story,
  second,
  successor,
  type Told,
} from './people.js';
import { dependent, listed, representative } from './reports.js';

const by = ({ id }: { id: string }) => ({ by: id });
const to = ({ id }: { id: string }) => ({ to: id });
const recipient = ({ id }: { id: string }) => ({ recipient: id });
const unregistered = (id: string) => physician(id, 'noord', { registered: false });
const complaint = (id: string) => ({ complaint: id });

const fourth = physician('physician-fourth', 'noord');

const honouring = onDay('2026-03-18', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured');
const choosing = [...honouring, ...onDay('2026-03-20', 'physicians.chosen')];
const preparing = [
  ...choosing,
  ...onDay('2026-03-23', 'authorisation.signed', usual('authorisation.signed', recipient(second))),
];
const sending = [...preparing, ...onDay('2026-03-25', 'application.sent', 'application.received')];
const withoutData = [
  ...choosing,
  ...onDay('2026-03-23', 'authorisation.withheld'),
  ...onDay('2026-03-25', usual('application.sent', { medicalData: false })),
];
const accepting = [...sending, ...onDay('2026-03-31', 'application.accepted')];
const consulting = [...accepting, ...onDay('2026-04-08', 'consultation.held')];
const drafting = [...consulting, ...onDay('2026-04-14', 'draft.submitted')];
const finalising = [...drafting, ...onDay('2026-04-15', 'advice.discussed', 'inaccuracies.reported')];
const advising = [...finalising, ...onDay('2026-04-16', 'advice.finalised')];
const forwarding = [...advising, ...onDay('2026-04-17', 'forwarding.authorised', 'advice.forwarded')];
const deciding = [...forwarding, ...onDay('2026-04-20', 'decision.made')];
const sources = ['ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere'];
const earlier = (outcome: 'completed' | 'refused' | 'withdrawn' | 'other') => ({
  id: `earlier-${outcome}`,
  question: 'question-1',
  advice: 'advice-0',
  outcome,
});
const again = (on: string): Told[] =>
  onDay(on, 'authorisation.signed', 'application.sent', 'application.accepted', 'authorisation.revoked');

const whole = (...events: (Told | Told[])[]): Story => ({ opening, events: events.flat() });
const opened = (changes: OpeningChanges, ...events: (Told | Told[])[]): Story => ({
  opening: openingOf(changes),
  events: events.flat(),
});
const asOwnPhysicianSees = (...events: (Told | Told[])[]): Story => opened({ recordOf: 'ownPhysician' }, ...events);
const asTheSecondOpinionPhysicianSees = (
  application: Partial<NonNullable<OpeningChanges['application']>>,
  ...events: (Told | Told[])[]
): Story =>
  opened(
    {
      ...by(own),
      on: '2026-03-25',
      recordOf: 'secondOpinionPhysician',
      application: { ...to(first), form: 'form-1', medicalData: false, ...application },
    },
    ...events,
  );

/**
 * Stories in which all was allowed, by name. Together they take every way on that is not forbidden, and tell every field
 * and every word of the openings and the events that the rules allow.
 */
export const stories = {
  'an adopted advice': whole(
    preparing,
    onDay('2026-03-25', 'application.sent', 'application.received'),
    onDay('2026-03-31', 'application.accepted', 'consultation.scheduled'),
    onDay('2026-04-08', usual('consultation.held', { examined: true, identity: 'otherwise' })),
    onDay('2026-04-14', 'draft.submitted'),
    onDay('2026-04-15', 'advice.discussed', 'remarks.waived'),
    onDay('2026-04-16', 'advice.finalised'),
    onDay('2026-04-17', 'forwarding.authorised', 'advice.forwarded'),
    onDay('2026-04-20', 'decision.made', 'case.closed'),
  ),

  // application phase
  'a refusal, and honoured after all': whole(
    onDay('2026-03-18', 'instrument.discussed', 'request.refused'),
    onDay(
      '2026-03-20',
      usual('instrument.discussed', { advised: 'complaint', situations: ['courseOfEvents', 'conduct'] }),
      'request.honoured',
    ),
  ),
  'a request renewed after every end': whole(
    onDay('2026-03-18', 'instrument.discussed', 'request.refused'),
    onDay('2026-03-19', usual('request.renewed', { newFacts: 'facts-1' }), 'request.foundOutOfScope'),
    onDay(
      '2026-03-20',
      'request.renewed',
      usual('instrument.discussed', {
        advised: 'uwvExpertOpinion',
        situations: ['disagreementOnReintegration', 'disagreementOnSuitableWork'],
      }),
      'uwvRoute.chosen',
    ),
    onDay('2026-03-23', 'request.renewed', 'request.withdrawn'),
    onDay('2026-03-24', 'request.renewed', 'instrument.discussed', 'request.honoured'),
    onDay('2026-03-30', usual('request.lapsed', { remindedOn: ['2026-03-27'] })),
    onDay('2026-04-07', 'request.renewed', 'instrument.discussed', 'request.refused', 'uwvRoute.chosen'),
  ),
  'a refusal on every compelling ground': opened(
    { earlierRequests: (['completed', 'refused', 'withdrawn', 'other'] as const).map(earlier) },
    onDay('2026-03-18', usual('instrument.discussed', { advised: 'other' })),
    onDay(
      '2026-03-20',
      usual('request.refused', {
        grounds: ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'],
        earlierRequests: ['earlier-completed'],
      }),
    ),
  ),
  'found out of scope, and honoured after all': whole(
    onDay('2026-03-18', 'request.foundOutOfScope'),
    onDay('2026-03-20', 'request.honoured', 'instrument.discussed', 'adviceInForce.explained'),
  ),
  'found out of scope on every other ground': opened(
    { contestedAdvice: { task: 'other', giver: unregistered('physician-giver') }, guidanceContinues: false },
    onDay(
      '2026-03-18',
      usual('request.foundOutOfScope', { because: 'noAdviceByOccupationalPhysician' }),
      'request.renewed',
    ),
    onDay('2026-03-19', usual('request.foundOutOfScope', { because: 'preEmploymentExamination' }), 'request.renewed'),
    onDay('2026-03-20', usual('request.foundOutOfScope', { because: 'notAskedByEmployee' })),
  ),
  'found out of scope, and the expert opinion of UWV instead': whole(
    onDay('2026-03-18', 'request.foundOutOfScope', 'uwvRoute.chosen'),
  ),
  'a physician outside the contract, not engaged, and another': whole(
    honouring,
    onDay('2026-03-20', usual('physicians.chosen', { first: outsider, second: undefined })),
    onDay(
      '2026-03-23',
      'outsider.notEngaged',
      usual('authorisation.withheld', recipient(another)),
      'physicians.chosen',
      usual('physicians.chosen', { first: another, second: listed }),
    ),
    onDay('2026-03-24', usual('application.sent', { ...to(another), medicalData: false })),
  ),

  'by a representative, at a service that keeps neither employer nor planning in its file': opened(
    {
      by: representative,
      recordedBy: handler,
      recordOf: 'procedure',
      participants: { representative, mandate: 'mandate-1', employer: undefined, administration: undefined },
      contract: {
        physicians: [listed, dependent, unregistered('physician-former')],
        organisations: ['midden'],
        responseTerm: { from: 'dispatch', extendedBy: 'algemeneTermijnenwet' },
        alarms: { engage: 14, decide: 21, complaint: 42 },
        military: true,
      },
      contestedAdvice: { task: 'healthExamination', giver: dependent },
      guidanceContinues: true,
    },
    onDay(
      '2026-03-18',
      usual('instrument.discussed', { recordedBy: handler, situations: ['doubtAboutEstimate'] }),
      'adviceInForce.explained',
      'request.honoured',
    ),
    onDay(
      '2026-03-20',
      usual('physicians.chosen', {
        by: representative,
        first: listed,
        second: outsider,
        agreedWithEmployer: 'agreed-1',
      }),
    ),
    onDay(
      '2026-03-23',
      usual('authorisation.signed', {
        by: representative,
        ...recipient(listed),
        scope: 'scope-1',
        document: 'document-1',
      }),
    ),
    onDay('2026-03-25', usual('application.sent', to(listed))),
    onDay(
      '2026-03-26',
      usual('application.accepted', by(listed)),
      usual('information.requested', { ...by(listed), source: 'ownPhysician', consent: undefined }),
    ),
    onDay('2026-03-27', usual('information.received', { ...by(listed), source: 'ownPhysician', consent: undefined })),
    onDay('2026-04-02', usual('consultation.held', by(listed)), usual('draft.submitted', by(listed))),
    onDay('2026-04-03', usual('advice.discussed', { ...by(listed), waivedByEmployee: false }), 'remarks.waived'),
    onDay(
      '2026-04-07',
      usual('advice.finalised', by(listed)),
      'forwarding.authorised',
      usual('advice.forwarded', by(listed)),
    ),
    onDay('2026-04-20', 'decision.made', usual('case.closed', { by: representative }), 'guidance.ended'),
    onDay('2026-04-21', usual('employer.asked', { employer: 'employer-2' }), 'employer.notAsked'),
  ),
  'about the guidance of military personnel, the question put later and the own physician in the pool': opened(
    {
      participants: { ownPhysician: { ...own, pool: true, complaintsProcedure: 'complaints-own' } },
      contract: {
        responseTerm: { from: 'receipt', extendedBy: 'none' },
        alarms: {},
        military: false,
      },
      contestedAdvice: { task: 'workHealthConsultation' },
      question: undefined,
    },
    onDay(
      '2026-03-18',
      'instrument.discussed',
      'request.refused',
      usual('request.renewed', { question: 'question-2' }),
    ),
    onDay('2026-03-19', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured'),
    onDay(
      '2026-03-20',
      'physicians.chosen',
      'authorisation.signed',
      'application.sent',
      'application.received',
      'application.accepted',
    ),
    onDay(
      '2026-04-08',
      'consultation.held',
      ...sources.flatMap((source) => [
        usual('information.requested', { source }),
        usual('information.received', { source }),
      ]),
    ),
    onDay(
      '2026-04-14',
      'draft.submitted',
      usual('advice.discussed', { waivedByEmployee: true, document: 'document-3' }),
      'remarks.waived',
      'advice.finalised',
      'forwarding.authorised',
    ),
    onDay('2026-04-17', 'advice.forwarded'),
    onDay('2026-04-20', 'decision.made', usual('transfer.requested', { adviceMayBePassedOn: false })),
    onDay('2026-04-21', 'transfer.granted', 'transfer.withdrawn', 'transfer.requested'),
    onDay('2026-04-22', usual('transfer.granted', { to: dependent }), usual('transfer.accepted', by(dependent))),
    onDay('2026-04-23', 'decision.made'),
  ),
  'a question put in every step of the application phase': opened(
    { question: undefined },
    onDay('2026-03-18', 'question.put', 'instrument.discussed', 'request.honoured', 'question.put'),
    onDay('2026-03-20', 'authorisation.withheld', 'physicians.chosen', 'question.put', 'adviceInForce.explained'),
    onDay(
      '2026-03-23',
      usual('application.sent', { medicalData: false }),
      'application.foundInfeasible',
      usual('question.put', { question: 'question-3' }),
    ),
    onDay('2026-03-25', 'request.withdrawn'),
  ),
  'no answer after the choice': whole(
    choosing,
    onDay('2026-03-30', usual('request.lapsed', { remindedOn: ['2026-03-27'] })),
  ),
  'no answer after it was found infeasible': whole(
    withoutData,
    onDay('2026-03-26', 'application.foundInfeasible'),
    onDay('2026-04-07', usual('request.lapsed', { remindedOn: ['2026-03-30'] })),
  ),

  // whom the application is sent to
  'no response within the week, from the first nor from the second': whole(
    sending,
    onDay(
      '2026-04-02',
      'response.overdue',
      usual('application.sent', to(second)),
      usual('application.received', by(second)),
    ),
    onDay('2026-04-10', usual('response.overdue', by(own))),
    onDay('2026-04-13', usual('application.accepted', by(second))),
  ),
  'an acceptance after the week': whole(sending, onDay('2026-04-02', 'response.overdue', 'application.accepted')),
  'an authorisation revoked while nobody is chosen': whole(
    honouring,
    onDay('2026-03-20', usual('physicians.chosen', { second: undefined }), 'authorisation.signed', 'application.sent'),
    onDay('2026-03-28', 'response.overdue', 'authorisation.revoked', 'application.accepted'),
  ),
  'both unavailable, a third choice': whole(
    sending,
    onDay('2026-03-27', 'application.declined', 'instrument.discussed', usual('application.sent', to(second))),
    onDay('2026-03-30', usual('application.declined', by(second)), 'instrument.discussed'),
    onDay(
      '2026-03-31',
      usual('physicians.chosen', { first: another, second: undefined }),
      usual('authorisation.signed', recipient(another)),
      usual('application.sent', to(another)),
    ),
  ),
  'a receipt and a no after the week, while nobody is chosen': whole(
    honouring,
    onDay('2026-03-20', usual('physicians.chosen', { second: undefined }), 'authorisation.signed', 'application.sent'),
    onDay('2026-03-28', 'response.overdue', 'application.received', 'application.declined'),
  ),
  'a receipt and a no after the week, while the second is next': whole(
    preparing,
    onDay('2026-03-25', 'application.sent'),
    onDay('2026-04-02', 'response.overdue', 'application.received', 'application.declined'),
    onDay('2026-04-03', usual('application.sent', to(second))),
  ),
  'chosen again after the week, and a no': whole(
    sending,
    onDay('2026-04-02', 'response.overdue'),
    onDay('2026-04-03', usual('physicians.chosen', { second: undefined }), 'application.declined'),
  ),
  'found infeasible after the week, while the second is next': whole(
    withoutData,
    onDay('2026-04-02', 'response.overdue', 'application.foundInfeasible'),
  ),
  'found infeasible after the week, while nobody is chosen': whole(
    honouring,
    onDay('2026-03-20', usual('physicians.chosen', { second: undefined })),
    onDay('2026-03-25', usual('application.sent', { medicalData: false })),
    onDay('2026-04-02', 'response.overdue', 'application.foundInfeasible'),
  ),
  'data that the own physician kept back, and sent after all': whole(
    preparing,
    onDay('2026-03-25', usual('application.sent', { medicalData: false })),
    onDay('2026-03-26', 'application.foundInfeasible'),
    onDay('2026-03-27', 'application.sent', 'application.received'),
    onDay('2026-03-30', 'uwvRoute.chosen'),
  ),
  'withdrawn before the response': whole(sending, onDay('2026-03-26', 'request.withdrawn')),
  'both drop out after accepting': whole(
    accepting,
    onDay('2026-04-07', 'authorisation.withheld', 'engagement.ended', usual('application.sent', to(second))),
    onDay('2026-04-09', usual('application.accepted', by(second))),
    onDay('2026-04-14', usual('engagement.ended', { by: employee })),
  ),
  'not possible without the data, at every moment': whole(
    choosing,
    onDay('2026-03-23', 'authorisation.signed', 'authorisation.revoked', 'authorisation.withheld'),
    onDay('2026-03-25', usual('application.sent', { medicalData: false })),
    onDay('2026-03-26', 'authorisation.signed', 'medicalData.sent', 'authorisation.revoked', 'authorisation.withheld'),
    onDay(
      '2026-03-27',
      'application.foundInfeasible',
      'authorisation.withheld',
      'authorisation.revoked',
      usual('authorisation.signed', recipient(another)),
    ),
    again('2026-03-30'),
    onDay('2026-03-31', 'application.foundInfeasible'),
    again('2026-04-01'),
    onDay('2026-04-02', 'consultation.scheduled', 'application.foundInfeasible'),
    again('2026-04-03'),
    onDay('2026-04-08', 'consultation.held', 'application.foundInfeasible'),
    onDay('2026-04-09', usual('physicians.chosen', { first: another }), usual('application.sent', to(another))),
  ),

  // from acceptance to advice
  'data and information by and by, and draft upon draft': whole(
    withoutData,
    onDay(
      '2026-03-30',
      'application.accepted',
      'authorisation.signed',
      'medicalData.sent',
      'information.requested',
      'information.received',
      'consultation.scheduled',
    ),
    onDay(
      '2026-04-01',
      'medicalData.sent',
      'information.requested',
      'information.received',
      usual('consultation.scheduled', { for: '2026-04-09' }),
    ),
    onDay('2026-04-09', 'consultation.missed', 'consultation.waived'),
    onDay(
      '2026-04-10',
      'medicalData.sent',
      'information.requested',
      'information.received',
      usual('consultation.scheduled', { for: '2026-04-14' }),
    ),
    onDay('2026-04-14', 'consultation.held', 'consultation.held', 'draft.submitted'),
    onDay('2026-04-15', usual('draft.submitted', { draft: 'draft-2' }), 'advice.discussed', 'information.requested'),
    onDay(
      '2026-04-16',
      usual('draft.submitted', { draft: 'draft-3' }),
      'information.received',
      usual('draft.submitted', { draft: 'draft-4' }),
    ),
    onDay(
      '2026-04-24',
      usual('remarks.timedOut', { announcedOn: '2026-04-16', until: '2026-04-23' }),
      'information.requested',
    ),
    onDay(
      '2026-04-28',
      usual('draft.submitted', { draft: 'draft-5' }),
      'remarks.waived',
      'information.received',
      usual('draft.submitted', { draft: 'draft-6' }),
    ),
    onDay(
      '2026-04-29',
      'inaccuracies.reported',
      usual('draft.submitted', { draft: 'draft-7' }),
      'remarks.waived',
      'advice.discussed',
      'advice.finalised',
    ),
    onDay(
      '2026-04-30',
      'advice.discussed',
      'forwarding.authorised',
      'advice.discussed',
      usual('forwarding.authorised', { document: 'document-2' }),
    ),
    onDay('2026-05-01', 'advice.forwarded'),
  ),
  'withdrawn after the consultation': whole(consulting, onDay('2026-04-10', 'request.withdrawn')),
  'no answer to the invitation': whole(
    accepting,
    onDay('2026-04-20', usual('request.lapsed', { ...by(first), remindedOn: ['2026-04-13'] })),
  ),

  // the copy
  'no copy, later handed over by the employee': whole(
    advising,
    onDay('2026-04-17', 'forwarding.withheld', 'advice.discussed', 'advice.corrected'),
    onDay('2026-04-24', 'advice.handedOver'),
    onDay('2026-04-28', usual('decision.made', { adoption: 'partial' }), 'case.closed'),
  ),
  'consent to a copy, taken back, given again, and the copy handed over': whole(
    advising,
    onDay('2026-04-17', 'forwarding.authorised', 'forwarding.withheld'),
    onDay('2026-04-20', 'forwarding.authorised', 'advice.handedOver'),
  ),
  'the final advice corrected before and after the copy': whole(
    advising,
    onDay('2026-04-17', 'advice.corrected', 'forwarding.authorised', usual('advice.corrected', { advice: 'advice-4' })),
    onDay('2026-04-20', 'forwarding.authorised', 'advice.forwarded', usual('advice.corrected', { advice: 'advice-5' })),
    onDay('2026-04-21', 'advice.handedOver', 'decision.made', 'case.closed'),
    onDay('2026-04-22', usual('advice.corrected', { advice: 'advice-6' }), 'advice.handedOver'),
  ),
  'the expert opinion of UWV instead, after the consultation': whole(
    consulting,
    onDay('2026-04-10', 'uwvRoute.chosen'),
  ),
  'no answer to the question of a copy': whole(
    advising,
    onDay('2026-05-08', usual('forwarding.unanswered', { remindedOn: ['2026-04-30'] })),
  ),

  // what the own physician does with it
  'the guidance transferred': whole(
    deciding,
    onDay('2026-04-22', 'transfer.requested'),
    onDay('2026-04-24', 'transfer.granted'),
    onDay('2026-04-28', 'transfer.accepted'),
    onDay('2026-04-29', 'advice.corrected', 'advice.handedOver', usual('decision.made', { adoption: 'partial' })),
  ),
  'a transfer asked and withdrawn, in silence, after the decision and after the end': whole(
    advising,
    onDay('2026-04-17', 'advice.handedOver'),
    onDay('2026-05-11', 'transfer.requested', 'transfer.withdrawn', 'transfer.requested', 'transfer.granted'),
    onDay('2026-05-12', 'transfer.withdrawn', 'transfer.requested', 'decision.made', 'transfer.withdrawn'),
    onDay(
      '2026-05-13',
      'transfer.requested',
      'transfer.granted',
      'transfer.declined',
      usual('transfer.granted', { to: fourth }),
    ),
    onDay('2026-05-14', 'transfer.withdrawn', 'case.closed', 'transfer.requested', 'transfer.withdrawn'),
    onDay('2026-05-18', 'transfer.requested', usual('transfer.granted', { to: fourth }), 'transfer.withdrawn'),
    onDay('2026-05-20', 'employer.asked', 'employer.agreed'),
    onDay('2026-05-21', 'employer.asked'),
  ),
  'a transfer granted and then refused, the decision in between': whole(
    forwarding,
    onDay('2026-05-11', 'transfer.requested', 'transfer.granted'),
    onDay('2026-05-12', usual('decision.made', { adoption: 'none' }), 'transfer.refused', 'case.closed'),
  ),
  'a transfer refused, and the employer asked': whole(
    forwarding,
    onDay('2026-05-11', 'transfer.requested'),
    onDay('2026-05-12', usual('transfer.refused', { reasons: 'reasons-5' }), 'decision.made'),
    onDay('2026-05-13', 'employer.asked'),
    onDay('2026-05-20', 'employer.declined', 'case.closed', usual('decision.made', { adoption: 'partial' })),
  ),
  'the employer asked while nobody decides, and asked again': whole(
    forwarding,
    onDay('2026-05-11', 'employer.asked', 'employer.asked', 'employer.notAsked'),
    onDay('2026-05-12', usual('employer.asked', { employer: 'employer-2' })),
    onDay('2026-05-18', 'decision.made', usual('employer.agreed', { by: 'employer-2' })),
    onDay('2026-05-19', usual('decision.made', { adoption: 'none', reasons: 'reasons-6' })),
  ),

  // what the own physician's record holds of it
  'an adopted advice, as the own physician sees it': asOwnPhysicianSees(
    accepting,
    onDay('2026-04-17', 'advice.forwarded'),
    onDay('2026-04-20', 'decision.made', 'case.closed'),
  ),
  'no copy at first, as the own physician sees it': asOwnPhysicianSees(
    withoutData,
    onDay(
      '2026-03-30',
      'application.accepted',
      'authorisation.signed',
      'medicalData.sent',
      'authorisation.revoked',
      'application.foundInfeasible',
    ),
    onDay('2026-03-31', 'authorisation.signed', 'application.sent', 'application.accepted'),
    onDay('2026-04-17', 'noCopy.announced'),
    onDay('2026-04-24', 'advice.forwarded'),
  ),
  'an acceptance after the week, as the own physician sees it': asOwnPhysicianSees(
    sending,
    onDay('2026-04-02', 'response.overdue', 'application.accepted'),
    onDay('2026-04-24', 'advice.handedOver'),
  ),
  'an acceptance after the week by the last who was chosen, as the own physician sees it': asOwnPhysicianSees(
    honouring,
    onDay(
      '2026-03-20',
      usual('physicians.chosen', { second: undefined }),
      'authorisation.signed',
      'application.sent',
      'application.received',
    ),
    onDay('2026-03-28', 'response.overdue', 'application.accepted'),
    onDay('2026-05-08', 'engagement.ended'),
  ),
  'withdrawn, and handed over all the same, as the own physician sees it': asOwnPhysicianSees(
    accepting,
    onDay('2026-04-17', 'request.withdrawn'),
    onDay('2026-04-24', 'advice.handedOver'),
    onDay('2026-04-25', 'advice.handedOver'),
  ),
  'the expert opinion of UWV instead, as the own physician sees it': asOwnPhysicianSees(
    accepting,
    onDay('2026-04-17', 'uwvRoute.chosen'),
  ),
  'no copy, and handed over, as the own physician sees it': asOwnPhysicianSees(
    accepting,
    onDay('2026-04-17', 'noCopy.announced', 'advice.handedOver'),
  ),

  // what the second-opinion physician's record holds of it
  'an advice and its correction, as the second-opinion physician sees it': asTheSecondOpinionPhysicianSees(
    { medicalData: true, authorisation: 'signed' },
    onDay('2026-03-31', 'application.received', 'application.accepted'),
    onDay('2026-04-08', 'consultation.held', 'draft.submitted'),
    onDay('2026-04-15', 'advice.discussed', 'remarks.waived', 'advice.finalised'),
    onDay('2026-04-17', 'forwarding.authorised', 'advice.forwarded'),
    onDay('2026-04-20', 'advice.corrected'),
    onDay('2026-05-11', usual('employee.died', { by: planning })),
  ),
  'sent again after it was found infeasible, as the second-opinion physician sees it': asTheSecondOpinionPhysicianSees(
    {},
    onDay('2026-03-26', 'application.foundInfeasible'),
    onDay('2026-03-27', 'authorisation.signed', 'application.sent'),
    onDay('2026-04-07', 'response.overdue', 'authorisation.revoked', 'application.received', 'application.declined'),
  ),
  'found infeasible after the week, as the second-opinion physician sees it': asTheSecondOpinionPhysicianSees(
    { authorisation: 'withheld' },
    onDay('2026-04-02', 'response.overdue', 'application.foundInfeasible'),
  ),
  'an acceptance after the week, as the second-opinion physician sees it': asTheSecondOpinionPhysicianSees(
    { authorisation: 'signed' },
    onDay('2026-04-02', 'response.overdue', 'application.accepted'),
    onDay('2026-04-07', 'medicalData.sent', 'engagement.ended'),
  ),

  // at any moment
  'an employee who died in the application phase': whole(choosing, onDay('2026-03-23', 'employee.died')),
  'an employee who died in the execution phase': whole(
    consulting,
    onDay('2026-04-10', usual('employee.died', by(first))),
  ),
  'an employee who died in the completion phase': whole(
    deciding,
    onDay('2026-04-22', 'employer.asked', usual('employee.died', { by: planning })),
  ),
  'an employee no longer guided': whole(onDay('2026-03-18', usual('guidance.ended', { by: planning }))),
  'a complaint that another takes over': whole(
    onDay('2026-03-18', 'complaint.filed', 'complaint.acknowledged'),
    onDay(
      '2026-03-20',
      usual('complaint.acknowledged', { by: 'handler-2' }),
      usual('complaint.answered', { by: 'handler-2' }),
    ),
  ),
  'complaints beside the procedure': whole(
    onDay('2026-03-18', 'complaint.filed', 'complaint.acknowledged'),
    onDay(
      '2026-03-19',
      usual('complaint.filed', complaint('complaint-2')),
      usual('complaint.withdrawn', complaint('complaint-2')),
    ),
    onDay('2026-03-20', 'complaint.progressed', 'complaint.withdrawn'),
    onDay(
      '2026-03-23',
      usual('complaint.filed', complaint('complaint-3')),
      usual('complaint.filed', complaint('complaint-4')),
    ),
    onDay(
      '2026-03-24',
      usual('complaint.answered', complaint('complaint-3')),
      usual('complaint.withdrawn', complaint('complaint-4')),
    ),
    onDay(
      '2026-03-25',
      usual('complaint.filed', complaint('complaint-5')),
      usual('complaint.answered', { ...complaint('complaint-5'), measuresBy: '2026-04-30' }),
    ),
  ),
  'another own physician, and an employer who is told with consent': whole(
    advising,
    onDay('2026-04-17', 'forwarding.authorised', 'ownPhysician.replaced'),
    onDay(
      '2026-04-20',
      usual('forwarding.authorised', to(successor)),
      'advice.forwarded',
      usual('employer.informed', { ...by(first), of: 'advice' }),
    ),
    onDay(
      '2026-04-21',
      usual('employer.informed', { ...by(successor), of: 'decision' }),
      usual('ownPhysician.replaced', { physician: dependent }),
    ),
    onDay('2026-04-22', usual('employer.informed', by(dependent))),
  ),
  'another own physician, to whom the file is released later': whole(
    forwarding,
    onDay('2026-04-20', 'ownPhysician.replaced'),
    onDay('2026-04-21', 'file.released', usual('decision.made', by(successor))),
  ),
  'another own physician, to whom the file is released at once': whole(
    forwarding,
    onDay('2026-04-20', usual('ownPhysician.replaced', { consent: 'consent-3' })),
    onDay('2026-04-21', usual('decision.made', by(successor))),
  ),
} satisfies Record<string, Story>;

/** Stories that end with what people do against the rules, by name; only `record` follows them to their end. */
export const actsAgainstTheRules = {
  'the application sent before the request was honoured': whole(onDay('2026-03-18', 'application.sent')),
  'the application sent to a physician nobody chose': whole(honouring, onDay('2026-03-20', 'application.sent')),
  'the yes taken back before the choice': whole(honouring, onDay('2026-03-20', 'request.refused')),
  'the yes taken back after the choice': whole(choosing, onDay('2026-03-20', 'request.refused')),
  'an advice without a draft, and forwarded unasked': whole(
    consulting,
    onDay('2026-04-16', 'advice.finalised', 'advice.forwarded'),
  ),
  'an advice made final before the draft was read': whole(drafting, onDay('2026-04-14', 'advice.finalised')),
  'the draft forwarded before it was read': whole(drafting, onDay('2026-04-14', 'advice.forwarded')),
  'the draft forwarded before it was final': whole(finalising, onDay('2026-04-15', 'advice.forwarded')),
  'the advice forwarded though the employee withheld it': whole(
    advising,
    onDay('2026-04-17', 'forwarding.withheld', 'advice.forwarded'),
  ),
  'a decision without a copy': whole(advising, onDay('2026-04-17', 'forwarding.withheld', 'decision.made')),
  'a refusal without reasons, on grounds that carry none': whole(
    onDay(
      '2026-03-18',
      'instrument.discussed',
      usual('request.refused', {
        grounds: ['otherInstrumentIsBetter', 'labourConflict', 'useless', 'cost', 'other'],
        reasons: undefined,
      }),
    ),
    onDay('2026-03-20', 'reasons.given'),
  ),
  'found out of scope without reasons, which are given later': whole(
    onDay('2026-03-18', usual('request.foundOutOfScope', { reasons: undefined })),
    onDay('2026-03-20', usual('reasons.given', { of: 'outOfScope' })),
  ),
  'a request honoured by a physician who is not registered': opened(
    { participants: { ownPhysician: unregistered(own.id) } },
    onDay('2026-03-18', 'instrument.discussed', 'request.honoured'),
  ),
  'a choice of two who are not registered': whole(
    honouring,
    onDay(
      '2026-03-20',
      usual('physicians.chosen', { first: unregistered('physician-5'), second: unregistered('physician-6') }),
    ),
  ),
  'a consultation without a look at who came': whole(
    accepting,
    onDay('2026-04-08', usual('consultation.held', { identity: 'notEstablished' })),
  ),
  'no consultation and no reasons for it, then a draft nobody reviewed': whole(
    accepting,
    onDay('2026-04-08', usual('consultation.waived', { reasons: undefined }), 'advice.finalised'),
  ),
  'information asked without consent': whole(
    accepting,
    onDay('2026-04-08', usual('information.requested', { consent: undefined })),
  ),
  'a decision without reasons, which are given later': whole(
    forwarding,
    onDay('2026-04-20', usual('decision.made', { reasons: undefined })),
    onDay('2026-04-21', usual('reasons.given', { of: 'decision' })),
  ),
  'reasons of a decision, given after the end': whole(
    forwarding,
    onDay('2026-04-20', usual('decision.made', { reasons: undefined }), 'case.closed'),
    onDay('2026-04-21', usual('reasons.given', { of: 'decision' })),
  ),
  'reasons of a decision, given after the transfer': whole(
    forwarding,
    onDay('2026-04-20', usual('decision.made', { reasons: undefined }), 'transfer.requested', 'transfer.granted'),
    onDay('2026-04-21', 'transfer.accepted', usual('reasons.given', { of: 'decision' })),
  ),
  'the advice forwarded without consent, which is given afterwards': whole(
    advising,
    onDay('2026-04-17', 'advice.forwarded'),
    onDay('2026-04-18', 'forwarding.authorised', 'decision.made'),
  ),
  'the advice forwarded to whoever is not the own physician any more': whole(
    advising,
    onDay('2026-04-17', 'forwarding.authorised', 'ownPhysician.replaced', 'advice.forwarded'),
    onDay('2026-04-18', usual('forwarding.authorised', to(successor))),
  ),
  'the advice forwarded after no copy was to come, and consented to': whole(
    advising,
    onDay('2026-04-17', 'forwarding.withheld', 'advice.forwarded'),
    onDay('2026-04-18', 'forwarding.authorised'),
  ),
  'a transfer to a physician who is not registered': whole(
    deciding,
    onDay('2026-04-22', 'transfer.requested', usual('transfer.granted', { to: unregistered('physician-5') })),
  ),
  'a complaint answered without reasons': whole(
    onDay('2026-03-18', 'complaint.filed', usual('complaint.answered', { reasons: undefined })),
  ),
  'the own physician replaced by one who is not registered': whole(
    onDay('2026-03-18', usual('ownPhysician.replaced', { physician: unregistered('physician-5') })),
  ),
  'the employer told without consent': whole(onDay('2026-03-18', usual('employer.informed', { consent: undefined }))),
} satisfies Record<string, Story>;

/** A history, and how it is taken: by the rules, or as what was done in spite of them. */
export interface Path extends Story {
  name: string;
  how: How;
}

const pathsOf = (told: Record<string, Story>, how: Path['how']): Path[] =>
  Object.entries(told).map(([name, story]) => ({ name, how, ...JSON.parse(JSON.stringify(story)) }));

/**
 * Histories that together take every way on of the chart and tell every field and word there is: those by the rules for
 * `advance`, and for `record` those that end in what is against them. Each call gives new ones.
 */
export const everyPath = (): Path[] => [...pathsOf(stories, 'advance'), ...pathsOf(actsAgainstTheRules, 'record')];
