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

const event =
  <Type extends EventType>(type: Type, by: string, fields: Omit<EventOf<Type>, 'type' | 'by' | 'on' | 'recordedBy'>) =>
  (changed: Record<string, unknown> & { on?: string; by?: string } = {}) => ({
    type,
    by,
    on: opening.on,
    ...fields,
    ...changed,
  });

/** Events that were all reported on the same day. */
export const onDay = (on: string, ...events: Told[]): Told[] => events.map((each) => ({ ...each, on }));

// What people report, each with what is usual; a test changes what matters to it.
export const discussed = event('instrument.discussed', own.id, { advised: 'secondOpinion' });
export const explained = event('adviceInForce.explained', own.id, {});
export const honoured = event('request.honoured', own.id, {});
export const refused = event('request.refused', own.id, {
  grounds: ['deliberateDelay'],
  earlierRequests: [],
  reasons: 'reasons-1',
});
export const outOfScope = event('request.foundOutOfScope', own.id, {
  because: 'notAHealthMatter',
  reasons: 'reasons-1',
});
export const renewed = event('request.renewed', employee, {});
export const uwvChosen = event('uwvRoute.chosen', employee, {});
export const withdrawn = event('request.withdrawn', employee, {});
export const lapsed = event('request.lapsed', own.id, { remindedOn: [opening.on] });
export const chosen = event('physicians.chosen', employee, { first, second });
export const notEngaged = event('outsider.notEngaged', own.id, {});
export const signed = event('authorisation.signed', employee, { recipient: first.id });
export const withheld = event('authorisation.withheld', employee, { recipient: first.id });
export const revoked = event('authorisation.revoked', employee, { recipient: first.id });
export const sent = event('application.sent', own.id, { to: first.id, medicalData: true, form: 'form-1' });
export const received = event('application.received', first.id, {});
export const accepted = event('application.accepted', first.id, {});
export const declined = event('application.declined', first.id, {});
export const overdue = event('response.overdue', 'scheduler', {});
export const infeasible = event('application.foundInfeasible', first.id, {});
export const returned = event('engagement.ended', first.id, {});
export const dataSent = event('medicalData.sent', own.id, { to: first.id, document: 'document-1' });
export const scheduled = event('consultation.scheduled', first.id, { for: '2026-04-08' });
export const held = event('consultation.held', first.id, { identity: 'document', examined: false });
export const missed = event('consultation.missed', first.id, {});
export const waived = event('consultation.waived', first.id, { reasons: 'reasons-2' });
export const requested = event('information.requested', first.id, {
  source: 'treatingProfessional',
  consent: 'consent-1',
});
export const answered = event('information.received', first.id, {
  source: 'treatingProfessional',
  consent: 'consent-1',
});
export const drafted = event('draft.submitted', first.id, { draft: 'draft-1' });
export const remarked = event('inaccuracies.reported', employee, { remarks: 'remarks-1' });
export const leftAsIs = event('remarks.waived', employee, {});
export const reviewLapsed = event('remarks.timedOut', first.id, { announcedOn: opening.on, until: opening.on });
export const adviceDiscussed = event('advice.discussed', first.id, {});
export const finalised = event('advice.finalised', first.id, { advice: 'advice-2' });
export const authorised = event('forwarding.authorised', employee, { to: own.id });
export const forwardingWithheld = event('forwarding.withheld', employee, {});
export const unanswered = event('forwarding.unanswered', first.id, { remindedOn: [opening.on] });
export const noCopy = event('noCopy.announced', first.id, {});
export const forwarded = event('advice.forwarded', first.id, {});
export const handedOver = event('advice.handedOver', employee, {});
export const decided = event('decision.made', own.id, { adoption: 'full', reasons: 'reasons-3' });
export const transferRequested = event('transfer.requested', employee, { adviceMayBePassedOn: true });
export const transferWithdrawn = event('transfer.withdrawn', employee, {});
export const transferGranted = event('transfer.granted', own.id, { to: third });
export const transferRefused = event('transfer.refused', own.id, {});
export const transferAccepted = event('transfer.accepted', third.id, {});
export const transferDeclined = event('transfer.declined', third.id, {});
export const employerAsked = event('employer.asked', employee, {});
export const employerAgreed = event('employer.agreed', employer, {});
export const employerDeclined = event('employer.declined', employer, {});
export const closed = event('case.closed', own.id, {});
export const complained = event('complaint.filed', employee, { complaint: 'complaint-1', against: own.id });
export const complaintWithdrawn = event('complaint.withdrawn', employee, { complaint: 'complaint-1' });
export const acknowledged = event('complaint.acknowledged', handler, { complaint: 'complaint-1' });
export const progressed = event('complaint.progressed', handler, { complaint: 'complaint-1' });
export const complaintAnswered = event('complaint.answered', handler, {
  complaint: 'complaint-1',
  decision: 'decision-1',
  reasons: 'reasons-4',
});
export const replaced = event('ownPhysician.replaced', planning, { physician: successor });
export const employerInformed = event('employer.informed', own.id, { of: 'request', consent: 'consent-2' });

/** What makes the usual event of each type. */
export const usualEvents = {
  'instrument.discussed': discussed,
  'adviceInForce.explained': explained,
  'request.honoured': honoured,
  'request.refused': refused,
  'request.foundOutOfScope': outOfScope,
  'request.renewed': renewed,
  'uwvRoute.chosen': uwvChosen,
  'request.withdrawn': withdrawn,
  'request.lapsed': lapsed,
  'physicians.chosen': chosen,
  'outsider.notEngaged': notEngaged,
  'authorisation.signed': signed,
  'authorisation.withheld': withheld,
  'authorisation.revoked': revoked,
  'application.sent': sent,
  'application.received': received,
  'application.accepted': accepted,
  'application.declined': declined,
  'response.overdue': overdue,
  'application.foundInfeasible': infeasible,
  'engagement.ended': returned,
  'medicalData.sent': dataSent,
  'consultation.scheduled': scheduled,
  'consultation.held': held,
  'consultation.missed': missed,
  'consultation.waived': waived,
  'information.requested': requested,
  'information.received': answered,
  'draft.submitted': drafted,
  'inaccuracies.reported': remarked,
  'remarks.waived': leftAsIs,
  'remarks.timedOut': reviewLapsed,
  'advice.discussed': adviceDiscussed,
  'advice.finalised': finalised,
  'forwarding.authorised': authorised,
  'forwarding.withheld': forwardingWithheld,
  'forwarding.unanswered': unanswered,
  'noCopy.announced': noCopy,
  'advice.forwarded': forwarded,
  'advice.handedOver': handedOver,
  'decision.made': decided,
  'transfer.requested': transferRequested,
  'transfer.withdrawn': transferWithdrawn,
  'transfer.granted': transferGranted,
  'transfer.refused': transferRefused,
  'transfer.accepted': transferAccepted,
  'transfer.declined': transferDeclined,
  'employer.asked': employerAsked,
  'employer.agreed': employerAgreed,
  'employer.declined': employerDeclined,
  'case.closed': closed,
  'complaint.filed': complained,
  'complaint.withdrawn': complaintWithdrawn,
  'complaint.acknowledged': acknowledged,
  'complaint.progressed': progressed,
  'complaint.answered': complaintAnswered,
  'ownPhysician.replaced': replaced,
  'employer.informed': employerInformed,
} satisfies { [Type in EventType]: () => { type: Type } };
