import type { EventOf, EventType } from '../index.js';
import {
  employee,
  employer,
  first,
  handler,
  opening,
  own,
  planning,
  second,
  successor,
  type Told,
  third,
} from './people.js';

type Fields<Type extends EventType> = Omit<EventOf<Type>, 'type' | 'by' | 'on' | 'recordedBy'>;

/** Who reports an event of each type, and what it usually carries. */
const table: { [Type in EventType]: { by: string; fields: Fields<Type> } } = {
  'instrument.discussed': { by: own.id, fields: { advised: 'secondOpinion' } },
  'adviceInForce.explained': { by: own.id, fields: {} },
  'request.honoured': { by: own.id, fields: {} },
  'request.refused': {
    by: own.id,
    fields: {
      grounds: ['deliberateDelay'],
      earlierRequests: [],
      reasons: 'reasons-1',
    },
  },
  'request.foundOutOfScope': {
    by: own.id,
    fields: {
      because: 'notAHealthMatter',
      reasons: 'reasons-1',
    },
  },
  'request.renewed': { by: employee, fields: {} },
  'uwvRoute.chosen': { by: employee, fields: {} },
  'request.withdrawn': { by: employee, fields: {} },
  'request.lapsed': { by: own.id, fields: { remindedOn: [opening.on] } },
  'physicians.chosen': { by: employee, fields: { first, second } },
  'outsider.notEngaged': { by: own.id, fields: {} },
  'authorisation.signed': { by: employee, fields: { recipient: first.id } },
  'authorisation.withheld': { by: employee, fields: { recipient: first.id } },
  'authorisation.revoked': { by: employee, fields: { recipient: first.id } },
  'application.sent': { by: own.id, fields: { to: first.id, medicalData: true, form: 'form-1' } },
  'application.received': { by: first.id, fields: {} },
  'application.accepted': { by: first.id, fields: {} },
  'application.declined': { by: first.id, fields: {} },
  'response.overdue': { by: 'scheduler', fields: {} },
  'application.foundInfeasible': { by: first.id, fields: {} },
  'engagement.ended': { by: first.id, fields: {} },
  'medicalData.sent': { by: own.id, fields: { to: first.id, document: 'document-1' } },
  'consultation.scheduled': { by: first.id, fields: { for: '2026-04-08' } },
  'consultation.held': { by: first.id, fields: { identity: 'document', examined: false } },
  'consultation.missed': { by: first.id, fields: {} },
  'consultation.waived': { by: first.id, fields: { reasons: 'reasons-2' } },
  'information.requested': {
    by: first.id,
    fields: {
      source: 'treatingProfessional',
      consent: 'consent-1',
    },
  },
  'information.received': {
    by: first.id,
    fields: {
      source: 'treatingProfessional',
      consent: 'consent-1',
    },
  },
  'draft.submitted': { by: first.id, fields: { draft: 'draft-1' } },
  'inaccuracies.reported': { by: employee, fields: { remarks: 'remarks-1' } },
  'remarks.waived': { by: employee, fields: {} },
  'remarks.timedOut': { by: first.id, fields: { announcedOn: opening.on, until: opening.on } },
  'advice.discussed': { by: first.id, fields: {} },
  'advice.finalised': { by: first.id, fields: { advice: 'advice-2' } },
  'forwarding.authorised': { by: employee, fields: { to: own.id } },
  'forwarding.withheld': { by: employee, fields: {} },
  'forwarding.unanswered': { by: first.id, fields: { remindedOn: [opening.on] } },
  'noCopy.announced': { by: first.id, fields: {} },
  'advice.forwarded': { by: first.id, fields: {} },
  'advice.handedOver': { by: employee, fields: {} },
  'decision.made': { by: own.id, fields: { adoption: 'full', reasons: 'reasons-3' } },
  'transfer.requested': { by: employee, fields: { adviceMayBePassedOn: true } },
  'transfer.withdrawn': { by: employee, fields: {} },
  'transfer.granted': { by: own.id, fields: { to: third } },
  'transfer.refused': { by: own.id, fields: {} },
  'transfer.accepted': { by: third.id, fields: {} },
  'transfer.declined': { by: third.id, fields: {} },
  'employer.asked': { by: employee, fields: {} },
  'employer.agreed': { by: employer, fields: {} },
  'employer.declined': { by: employer, fields: {} },
  'case.closed': { by: own.id, fields: {} },
  'complaint.filed': { by: employee, fields: { complaint: 'complaint-1', against: own.id } },
  'complaint.withdrawn': { by: employee, fields: { complaint: 'complaint-1' } },
  'complaint.acknowledged': { by: handler, fields: { complaint: 'complaint-1' } },
  'complaint.progressed': { by: handler, fields: { complaint: 'complaint-1' } },
  'complaint.answered': {
    by: handler,
    fields: {
      complaint: 'complaint-1',
      decision: 'decision-1',
      reasons: 'reasons-4',
    },
  },
  'ownPhysician.replaced': { by: planning, fields: { physician: successor } },
  'employer.informed': { by: own.id, fields: { of: 'request', consent: 'consent-2' } },
};

/** What is other than usual in an event: any field, also one that is wrong or left `undefined`. */
type Changed = Record<string, unknown> & { on?: string; by?: string };

/** The usual event of a type, as people report it on the first day of the stories, with what is said otherwise. */
export const usual = <Type extends EventType>(
  type: Type,
  changed: Changed = {},
): Told & { type: Type; by: string; on: string } & Fields<Type> => ({
  type,
  by: table[type].by,
  on: opening.on,
  ...table[type].fields,
  ...changed,
});

/** Events that were all reported on the same day. */
export const onDay = (on: string, ...events: Told[]): Told[] => events.map((each) => ({ ...each, on }));
