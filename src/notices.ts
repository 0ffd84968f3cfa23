import type { CaseFile } from './case.js';
import type { ClauseId } from './clauses.js';
import type { ProcedureEvent, Role } from './events.js';

interface Topic {
  from: Role;
  /** Who may be told; nobody else ever is. */
  to: [Role, ...Role[]];
  clauses: [ClauseId, ...ClauseId[]];
}

/** Who must be told what, by whom, on which clauses. */
export const topics = {
  // application phase
  requestMade: { from: 'employee', to: ['ownPhysician'], clauses: ['L-05', 'E-06', 'E-20'] },
  requestRefused: { from: 'ownPhysician', to: ['employee'], clauses: ['D-2.14d.3', 'L-10', 'E-16'] },
  requestOutOfScope: { from: 'ownPhysician', to: ['employee'], clauses: ['L-10', 'B-05'] },
  physiciansChosen: { from: 'employee', to: ['ownPhysician'], clauses: ['L-13', 'E-21'] },
  authorisationSigned: {
    from: 'employee',
    to: ['ownPhysician', 'secondOpinionPhysician'],
    clauses: ['D-2.14d.4', 'L-17'],
  },
  authorisationWithheld: {
    from: 'employee',
    to: ['ownPhysician', 'secondOpinionPhysician'],
    clauses: ['D-2.14d.4', 'L-18'],
  },
  authorisationRevoked: {
    from: 'employee',
    to: ['ownPhysician', 'secondOpinionPhysician'],
    clauses: ['D-2.14d.4', 'L-18'],
  },
  applicationSent: {
    from: 'ownPhysician',
    to: ['secondOpinionPhysician'],
    clauses: ['D-2.14d.4', 'L-22', 'L-26', 'E-23'],
  },
  requestWithdrawn: { from: 'employee', to: ['ownPhysician', 'secondOpinionPhysician'], clauses: ['B-39'] },

  // execution phase
  applicationAccepted: { from: 'secondOpinionPhysician', to: ['employee', 'ownPhysician'], clauses: ['L-20'] },
  applicationDeclined: { from: 'secondOpinionPhysician', to: ['ownPhysician'], clauses: ['L-20', 'L-21'] },
  responseOverdue: { from: 'scheduler', to: ['ownPhysician'], clauses: ['L-20', 'B-17'] },
  engagementEnded: { from: 'secondOpinionPhysician', to: ['ownPhysician'], clauses: ['L-24'] },
  physicianUnavailable: { from: 'ownPhysician', to: ['employee'], clauses: ['L-21', 'L-24', 'B-18'] },
  chooseAnotherPhysician: { from: 'ownPhysician', to: ['employee'], clauses: ['L-24', 'L-25'] },
  waitingRemainsPossible: { from: 'ownPhysician', to: ['employee'], clauses: ['L-24', 'B-17'] },
  applicationFoundInfeasible: {
    from: 'secondOpinionPhysician',
    to: ['employee', 'ownPhysician'],
    clauses: ['L-18', 'L-19', 'B-20'],
  },
  consultationScheduled: { from: 'secondOpinionPhysician', to: ['employee'], clauses: ['L-27'] },
  draftSubmitted: { from: 'secondOpinionPhysician', to: ['employee'], clauses: ['L-33'] },
  inaccuraciesReported: { from: 'employee', to: ['secondOpinionPhysician'], clauses: ['L-34'] },
  remarksWaived: { from: 'employee', to: ['secondOpinionPhysician'], clauses: ['L-34'] },
  adviceFinalised: { from: 'secondOpinionPhysician', to: ['employee'], clauses: ['L-36'] },
  forwardingAuthorised: { from: 'employee', to: ['secondOpinionPhysician'], clauses: ['D-2.14d.5', 'L-37'] },
  forwardingWithheld: { from: 'employee', to: ['secondOpinionPhysician'], clauses: ['D-2.14d.5', 'L-37'] },
  noCopy: { from: 'secondOpinionPhysician', to: ['ownPhysician'], clauses: ['L-39'] },

  // completion phase
  decisionMade: { from: 'ownPhysician', to: ['employee'], clauses: ['D-2.14d.5', 'L-41', 'E-28'] },
  transferRequested: { from: 'employee', to: ['ownPhysician'], clauses: ['D-2.14d.6', 'E-30'] },
  transferWithdrawn: { from: 'employee', to: ['ownPhysician'], clauses: ['B-39'] },
  transferGranted: { from: 'ownPhysician', to: ['employee', 'thirdPhysician'], clauses: ['D-2.14d.6', 'E-31', 'G-8'] },
  transferRefused: { from: 'ownPhysician', to: ['employee'], clauses: ['D-2.14d.6', 'E-34'] },
  transferDeclined: { from: 'thirdPhysician', to: ['employee', 'ownPhysician'], clauses: ['G-8'] },
  guidanceTransferred: { from: 'ownPhysician', to: ['employer'], clauses: ['D-2.14d.6', 'E-33'] },
  heedTheResults: { from: 'ownPhysician', to: ['thirdPhysician'], clauses: ['D-2.14d.6', 'E-32', 'B-33'] },

  // at any moment
  ownPhysicianReplaced: { from: 'administration', to: ['employee', 'secondOpinionPhysician'], clauses: ['G-14'] },
  complaintAcknowledged: { from: 'complaintHandler', to: ['employee'], clauses: ['D-2.14e.4', 'G-12'] },
  complaintProgressed: { from: 'complaintHandler', to: ['employee'], clauses: ['D-2.14e.4'] },
  complaintAnswered: { from: 'complaintHandler', to: ['employee'], clauses: ['D-2.14e.4', 'G-12'] },
} satisfies Record<string, Topic>;

/** What somebody must be told about, such as `requestRefused`. */
export type NoticeTopic = keyof typeof topics;

/** A duty to inform as the chart names it: only a role that may be told fits its topic. */
export type Duty = { [About in NoticeTopic]: { to: (typeof topics)[About]['to'][number]; about: About } }[NoticeTopic];

/** A duty to inform: the host delivers it. */
export interface Notice {
  /** The same at every replay: an idempotency key. */
  id: string;
  /** Whose duty it is. */
  from: Role;
  /** Who must be told: the role, and the person who held it before the event, or fills it with the event. */
  to: { role: Role; id: string };
  about: NoticeTopic;
  clauses: ClauseId[];
}

/** Topics whose addressee takes up his role with the event itself. */
export const filledByTheEvent: NoticeTopic[] = ['applicationSent', 'transferGranted'];

/**
 * `B-18a`: an authorisation names one recipient, and who was asked for another learns nothing of it. `L-39`: who was told that
 * no copy comes is not told again, since that would tell him that the employee wavered. `B-34a`: the third physician is told of
 * the second opinion only where the employee lets the advice go along.
 */
export const mayBeTold = ({ to, about }: Duty, before: CaseFile, event: ProcedureEvent): boolean => {
  if (about === 'noCopy') return before.execution.noCopyOn === null;
  if (about === 'heedTheResults') return before.transfer?.adviceMayBePassedOn === true;
  return to !== 'secondOpinionPhysician' || !('recipient' in event) || event.recipient === before.engagement?.physician;
};
