import type { ClauseId } from './clauses.js';
import type { Role } from './file.js';

interface Topic {
  /** Whose duty it is to tell. */
  from: Role;
  clauses: [ClauseId, ...ClauseId[]];
}

/** What somebody must be told about, by whom, on which clauses; whom of each act, the act itself says. */
export const topics = {
  // application phase
  requestMade: { from: 'employee', clauses: ['L-05', 'E-06', 'E-20'] },
  requestRefused: { from: 'ownPhysician', clauses: ['D-2.14d.3', 'L-10', 'E-16'] },
  requestOutOfScope: { from: 'ownPhysician', clauses: ['L-10', 'B-05'] },
  physiciansChosen: { from: 'employee', clauses: ['L-13', 'E-21'] },
  authorisationSigned: { from: 'employee', clauses: ['D-2.14d.4', 'L-17'] },
  authorisationWithheld: { from: 'employee', clauses: ['D-2.14d.4', 'L-18'] },
  authorisationRevoked: { from: 'employee', clauses: ['D-2.14d.4', 'L-18'] },
  applicationSent: { from: 'ownPhysician', clauses: ['D-2.14d.4', 'L-22', 'L-26', 'E-23'] },
  requestWithdrawn: { from: 'employee', clauses: ['B-39'] },

  // execution phase
  applicationAccepted: { from: 'secondOpinionPhysician', clauses: ['L-20'] },
  applicationDeclined: { from: 'secondOpinionPhysician', clauses: ['L-20', 'L-21'] },
  responseOverdue: { from: 'scheduler', clauses: ['L-20', 'B-17'] },
  engagementEnded: { from: 'secondOpinionPhysician', clauses: ['L-24'] },
  physicianUnavailable: { from: 'ownPhysician', clauses: ['L-21', 'L-24', 'B-18'] },
  chooseAnotherPhysician: { from: 'ownPhysician', clauses: ['L-24', 'L-25'] },
  waitingRemainsPossible: { from: 'ownPhysician', clauses: ['L-24', 'B-17'] },
  applicationFoundInfeasible: { from: 'secondOpinionPhysician', clauses: ['L-18', 'L-19', 'B-20'] },
  consultationScheduled: { from: 'secondOpinionPhysician', clauses: ['L-27'] },
  draftSubmitted: { from: 'secondOpinionPhysician', clauses: ['L-33'] },
  inaccuraciesReported: { from: 'employee', clauses: ['L-34'] },
  remarksWaived: { from: 'employee', clauses: ['L-34'] },
  adviceFinalised: { from: 'secondOpinionPhysician', clauses: ['L-36'] },
  forwardingAuthorised: { from: 'employee', clauses: ['D-2.14d.5', 'L-37'] },
  forwardingWithheld: { from: 'employee', clauses: ['D-2.14d.5', 'L-37'] },
  noCopy: { from: 'secondOpinionPhysician', clauses: ['L-39'] },

  // completion phase
  decisionMade: { from: 'ownPhysician', clauses: ['D-2.14d.5', 'L-41', 'E-28'] },
  transferRequested: { from: 'employee', clauses: ['D-2.14d.6', 'E-30'] },
  transferWithdrawn: { from: 'employee', clauses: ['B-39'] },
  transferGranted: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-31', 'G-8'] },
  transferRefused: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-34'] },
  transferDeclined: { from: 'thirdPhysician', clauses: ['G-8'] },
  guidanceTransferred: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-33'] },
  heedTheResults: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-32', 'B-33'] },

  // at any moment
  ownPhysicianReplaced: { from: 'administration', clauses: ['G-14'] },
  complaintAcknowledged: { from: 'complaintHandler', clauses: ['D-2.14e.4', 'G-12'] },
  complaintProgressed: { from: 'complaintHandler', clauses: ['D-2.14e.4'] },
  complaintAnswered: { from: 'complaintHandler', clauses: ['D-2.14e.4', 'G-12'] },
} satisfies Record<string, Topic>;

/** What somebody must be told about, such as `requestRefused`. */
export type NoticeTopic = keyof typeof topics;

/** A duty to inform: the host delivers it. */
export interface Notice {
  /** The same at every replay: an idempotency key. */
  id: string;
  /** Whose duty it is. */
  from: Role;
  /** Who must be told: the role, and the person who holds it after the event. */
  to: { role: Role; id: string };
  about: NoticeTopic;
  clauses: ClauseId[];
}
