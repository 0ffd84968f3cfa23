import type { ClauseId } from './clauses.js';
import type { Role } from './file.js';

interface Topic {
  /** Whose duty it is to tell; the doer's where several may do it, who then does not tell themselves. */
  from: Role | 'doer';
  clauses: [ClauseId, ...ClauseId[]];
}

/** What somebody must be told about, by whom, on which clauses; whom of each act, the act itself says. */
export const topics = {
  // application phase
  requestMade: { from: 'employee', clauses: ['L-05', 'E-06', 'E-20'] },
  requestRefused: { from: 'ownPhysician', clauses: ['D-2.14d.3', 'D-2.14e.1', 'L-10', 'E-16', 'E-35', 'B-68'] },
  requestOutOfScope: { from: 'ownPhysician', clauses: ['L-10', 'B-05'] },
  questionPut: { from: 'employee', clauses: ['E-20', 'L-16', 'B-48', 'G-5'] },
  requestHonoured: { from: 'ownPhysician', clauses: ['D-2.14d.3', 'L-08', 'E-21'] },
  reasonsGiven: { from: 'ownPhysician', clauses: ['L-10', 'L-41', 'E-16', 'B-59'] },
  uwvRouteChosen: { from: 'employee', clauses: ['E-43', 'B-58'] },
  requestLapsed: { from: 'doer', clauses: ['B-49'] },
  employeeDied: { from: 'doer', clauses: ['B-50'] },
  physiciansChosen: { from: 'employee', clauses: ['L-13', 'E-21'] },
  outsiderNotEngaged: { from: 'ownPhysician', clauses: ['E-13', 'B-12'] },
  authorisationAsked: { from: 'ownPhysician', clauses: ['D-2.14d.4', 'L-17'] },
  authorisationSigned: { from: 'employee', clauses: ['D-2.14d.4', 'L-17'] },
  authorisationWithheld: { from: 'employee', clauses: ['D-2.14d.4', 'L-18'] },
  authorisationRevoked: { from: 'employee', clauses: ['D-2.14d.4', 'L-18'] },
  applicationSent: { from: 'ownPhysician', clauses: ['D-2.14d.4', 'L-22', 'L-26', 'E-23'] },
  requestWithdrawn: { from: 'employee', clauses: ['B-39'] },

  // execution phase
  applicationAccepted: { from: 'secondOpinionPhysician', clauses: ['L-20'] },
  applicationDeclined: { from: 'secondOpinionPhysician', clauses: ['L-20', 'L-21'] },
  responseOverdue: { from: 'scheduler', clauses: ['L-20', 'B-17'] },
  engagementEnded: { from: 'doer', clauses: ['L-24', 'B-57'] },
  physicianUnavailable: { from: 'ownPhysician', clauses: ['L-21', 'L-24', 'B-18'] },
  chooseAnotherPhysician: { from: 'ownPhysician', clauses: ['L-24', 'L-25'] },
  waitingRemainsPossible: { from: 'ownPhysician', clauses: ['L-24', 'B-17'] },
  applicationFoundInfeasible: { from: 'secondOpinionPhysician', clauses: ['L-18', 'L-19', 'B-20'] },
  medicalDataSent: { from: 'ownPhysician', clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-53'] },
  consultationScheduled: { from: 'secondOpinionPhysician', clauses: ['L-27'] },
  consultationMissed: { from: 'secondOpinionPhysician', clauses: ['L-27', 'B-23a'] },
  consultationWaived: { from: 'secondOpinionPhysician', clauses: ['L-27', 'B-23'] },
  informationAsked: { from: 'secondOpinionPhysician', clauses: ['L-31', 'E-24', 'B-54'] },
  draftSubmitted: { from: 'secondOpinionPhysician', clauses: ['L-33'] },
  inaccuraciesReported: { from: 'employee', clauses: ['L-34'] },
  remarksWaived: { from: 'employee', clauses: ['L-34'] },
  adviceFinalised: { from: 'secondOpinionPhysician', clauses: ['L-36', 'L-37'] },
  adviceCorrected: { from: 'secondOpinionPhysician', clauses: ['L-36', 'L-37', 'B-60'] },
  forwardingAuthorised: { from: 'employee', clauses: ['D-2.14d.5', 'L-37'] },
  forwardingWithheld: { from: 'employee', clauses: ['D-2.14d.5', 'L-37'] },
  forwardingUnanswered: { from: 'secondOpinionPhysician', clauses: ['L-39', 'B-28'] },
  adviceForwarded: { from: 'secondOpinionPhysician', clauses: ['D-2.14d.5', 'L-38', 'E-27'] },
  forwardedWithoutConsent: { from: 'secondOpinionPhysician', clauses: ['D-2.14d.5', 'B-69'] },
  adviceHandedOver: { from: 'employee', clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
  noAnswerNeeded: { from: 'employee', clauses: ['L-37', 'B-64'] },
  noCopy: { from: 'secondOpinionPhysician', clauses: ['L-39'] },

  // completion phase
  decisionMade: { from: 'ownPhysician', clauses: ['D-2.14d.5', 'L-41', 'E-28'] },
  transferRequested: { from: 'employee', clauses: ['D-2.14d.6', 'E-30'] },
  transferWithdrawn: { from: 'employee', clauses: ['B-39'] },
  transferGranted: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-31', 'G-8'] },
  transferRefused: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-34'] },
  transferDeclined: { from: 'thirdPhysician', clauses: ['G-8'] },
  notNeeded: { from: 'ownPhysician', clauses: ['G-8', 'B-92'] },
  transferAccepted: { from: 'thirdPhysician', clauses: ['D-2.14d.6', 'E-32'] },
  guidanceTransferred: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-33'] },
  heedTheResults: { from: 'ownPhysician', clauses: ['D-2.14d.6', 'E-32', 'B-33'] },

  employerAsked: { from: 'employee', clauses: ['E-34', 'B-36', 'B-55'] },
  employerNotAsked: { from: 'employee', clauses: ['E-34', 'B-55'] },
  employerAgreed: { from: 'employer', clauses: ['E-34', 'B-36'] },
  employerDeclined: { from: 'employer', clauses: ['E-34', 'B-36'] },
  caseClosed: { from: 'doer', clauses: ['B-32', 'B-56'] },

  // at any moment
  ownPhysicianReplaced: { from: 'administration', clauses: ['G-14'] },
  fileReleased: { from: 'employee', clauses: ['D-2.14d.5', 'B-65'] },
  guidanceTakenOver: { from: 'administration', clauses: ['B-66', 'G-14'] },
  guidanceEnded: { from: 'doer', clauses: ['D-2.14d.6', 'B-78'] },
  employerInformed: { from: 'doer', clauses: ['B-42', 'B-69', 'G-4'] },
  complaintFiled: { from: 'employee', clauses: ['D-2.14e.1', 'E-35', 'E-36'] },
  complaintWithdrawn: { from: 'employee', clauses: ['B-37'] },
  complaintTakenOver: { from: 'complaintHandler', clauses: ['D-2.14e.5', 'B-83'] },
  complaintAcknowledged: { from: 'complaintHandler', clauses: ['D-2.14e.4', 'G-12'] },
  complaintProgressed: { from: 'complaintHandler', clauses: ['D-2.14e.4'] },
  complaintAnswered: { from: 'complaintHandler', clauses: ['D-2.14e.4', 'G-12'] },
} satisfies Record<string, Topic>;

/** What somebody must be told about, such as `requestRefused`. */
export type NoticeTopic = keyof typeof topics;
