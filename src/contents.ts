import type { ClauseId } from './clauses.js';
import type { Role } from './file.js';
import type { NoticeTopic } from './letters.js';

/** A paper of the procedure that is no letter. */
export type PaperName = 'applicationForm' | 'medicalDataAuthorisation' | 'forwardingAuthorisation' | 'invoice';

/** What a letter says or brings along, or what stands on a paper. */
export type ElementName =
  // a request and its answer
  | 'wish'
  | 'question'
  | 'grounds'
  | 'reasons'
  | 'reasonsOwed'
  | 'complaintsProcedure'
  | 'mayAskAgain'
  // an application
  | 'applicationForm'
  | 'backgroundInformation'
  | 'medicalDataAuthorisation'
  | 'noAuthorisation'
  | 'relevantMedicalData'
  | 'physicianUnavailable'
  | 'nextPhysician'
  | 'mayChooseAnother'
  // the second opinion
  | 'informationAsked'
  | 'askedAboutWork'
  | 'consent'
  | 'draftAdvice'
  | 'mayReportInaccuracies'
  | 'inaccuracies'
  | 'finalAdvice'
  | 'forwardingAuthorisation'
  | 'mayHandOver'
  | 'copyOfAdvice'
  | 'noAnswerNeeded'
  | 'noCopy'
  // what comes of it
  | 'adoption'
  | 'mayPassOnAdvice'
  | 'notNeeded'
  | 'transferOfGuidance'
  | 'newPhysician'
  | 'resultsOfSecondOpinion'
  | 'anotherPhysicianAsked'
  | 'toldByEmployee'
  | 'questionTakenBack'
  | 'askedNow'
  // a complaint
  | 'receipt'
  | 'progress'
  | 'judgement'
  | 'decision'
  | 'termForMeasures'
  // papers
  | 'employee'
  | 'contestedAdvice'
  | 'workSituation'
  | 'sentAlong'
  | 'recipient'
  | 'scope'
  | 'purpose'
  | 'mayBeRevoked'
  | 'whichAdvice'
  | 'personalData';

/** An element, and the clauses that ask it. */
export interface AskedElement {
  readonly element: ElementName;
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
}

/** An element of a letter or a paper. */
export interface ContentElement extends AskedElement {
  /** What stands there where the element is not to be had. */
  readonly or?: AskedElement;
  /** In whose letter it stands; in everybody's where this is absent. */
  readonly to?: readonly Role[];
}

/** What a letter or a paper must contain, as far as the texts ask. */
export interface Contents {
  /** Empty where the texts ask no more than that somebody is told. */
  readonly elements: readonly ContentElement[];
  /** To whom it says these elements and nothing else. */
  readonly only?: readonly [Role, ...Role[]];
  /** What may not stand in it. */
  readonly without?: readonly AskedElement[];
}

/** For texts that ask no more than that it is told. */
const nothingMore: Contents = { elements: [] };

/**
 * What the letter about each topic must contain. An element stands here only where a clause says what is told, given or asked, not where it
 * says that somebody is told. How it is said is for `Words`, or for the host.
 */
export const letterContents: Readonly<Record<NoticeTopic, Contents>> = {
  // application phase
  requestMade: { elements: [{ element: 'wish', clauses: ['L-05', 'E-20'] }] },
  requestRefused: {
    elements: [
      { element: 'grounds', clauses: ['E-16', 'B-68'] },
      {
        element: 'reasons',
        clauses: ['D-2.14d.3', 'L-10', 'B-07', 'B-68'],
        or: { element: 'reasonsOwed', clauses: ['B-68'] },
      },
      { element: 'complaintsProcedure', clauses: ['D-2.14e.1', 'E-35', 'B-68'] },
      { element: 'mayAskAgain', clauses: ['B-08', 'B-68'] },
    ],
  },
  requestOutOfScope: {
    elements: [{ element: 'reasons', clauses: ['L-10', 'B-05'], or: { element: 'reasonsOwed', clauses: ['B-59'] } }],
  },
  questionPut: { elements: [{ element: 'question', clauses: ['B-48'] }] },
  requestHonoured: nothingMore,
  reasonsGiven: { elements: [{ element: 'reasons', clauses: ['L-10', 'L-41', 'E-16', 'B-59'] }] },
  uwvRouteChosen: nothingMore,
  requestLapsed: nothingMore,
  employeeDied: nothingMore,
  physiciansChosen: nothingMore,
  outsiderNotEngaged: nothingMore,
  authorisationAsked: { elements: [{ element: 'medicalDataAuthorisation', clauses: ['D-2.14d.4', 'L-17'] }] },
  authorisationSigned: { elements: [{ element: 'medicalDataAuthorisation', clauses: ['L-17'] }] },
  authorisationWithheld: nothingMore,
  authorisationRevoked: nothingMore,
  applicationSent: {
    elements: [
      { element: 'applicationForm', clauses: ['L-16', 'L-22'] },
      { element: 'backgroundInformation', clauses: ['D-2.14d.4', 'L-22', 'E-23'] },
      {
        element: 'medicalDataAuthorisation',
        clauses: ['L-22', 'B-18a'],
        or: { element: 'noAuthorisation', clauses: ['B-19'] },
      },
    ],
  },
  requestWithdrawn: nothingMore,

  // execution phase
  applicationAccepted: nothingMore,
  applicationDeclined: nothingMore,
  responseOverdue: nothingMore,
  engagementEnded: nothingMore,
  physicianUnavailable: {
    elements: [
      { element: 'physicianUnavailable', clauses: ['L-24', 'B-18'] },
      { element: 'nextPhysician', clauses: ['L-21', 'B-18'] },
    ],
  },
  chooseAnotherPhysician: {
    elements: [
      { element: 'physicianUnavailable', clauses: ['L-24', 'B-18'] },
      { element: 'mayChooseAnother', clauses: ['L-25'] },
    ],
  },
  waitingRemainsPossible: nothingMore,
  applicationFoundInfeasible: nothingMore,
  medicalDataSent: { elements: [{ element: 'relevantMedicalData', clauses: ['D-2.14d.4', 'L-22', 'E-23'] }] },
  consultationScheduled: nothingMore,
  consultationMissed: nothingMore,
  consultationWaived: { elements: [{ element: 'reasons', clauses: ['B-23'] }] },
  // The employer is asked for what concerns the work, and only by consent of the employee.
  informationAsked: {
    elements: [
      { element: 'informationAsked', clauses: ['L-31', 'B-54'], to: ['ownPhysician'] },
      { element: 'askedAboutWork', clauses: ['L-31', 'B-54'], to: ['employer'] },
      { element: 'consent', clauses: ['L-30', 'B-24', 'B-72'], to: ['employer'] },
    ],
    only: ['employer'],
  },
  draftSubmitted: {
    elements: [
      { element: 'draftAdvice', clauses: ['L-32', 'L-33'] },
      { element: 'mayReportInaccuracies', clauses: ['L-34'] },
    ],
  },
  inaccuraciesReported: { elements: [{ element: 'inaccuracies', clauses: ['L-34', 'B-26'] }] },
  remarksWaived: nothingMore,
  adviceFinalised: {
    elements: [
      { element: 'finalAdvice', clauses: ['L-36'] },
      { element: 'forwardingAuthorisation', clauses: ['D-2.14d.5', 'L-37'] },
    ],
  },
  adviceCorrected: {
    elements: [
      { element: 'finalAdvice', clauses: ['L-36', 'B-60'] },
      {
        element: 'forwardingAuthorisation',
        clauses: ['D-2.14d.5', 'L-37', 'B-60'],
        // Where the own physician has the earlier text, no consent is asked any more.
        or: { element: 'mayHandOver', clauses: ['B-60'] },
      },
    ],
  },
  forwardingAuthorised: { elements: [{ element: 'forwardingAuthorisation', clauses: ['L-37'] }] },
  forwardingWithheld: nothingMore,
  forwardingUnanswered: nothingMore,
  adviceForwarded: {
    elements: [{ element: 'copyOfAdvice', clauses: ['D-2.14d.5', 'L-38', 'B-31a'], to: ['ownPhysician'] }],
  },
  forwardedWithoutConsent: nothingMore,
  adviceHandedOver: { elements: [{ element: 'copyOfAdvice', clauses: ['B-29'] }] },
  noAnswerNeeded: { elements: [{ element: 'noAnswerNeeded', clauses: ['B-64'] }] },
  noCopy: { elements: [{ element: 'noCopy', clauses: ['L-39'] }], only: ['ownPhysician'] },

  // completion phase
  decisionMade: {
    elements: [
      { element: 'adoption', clauses: ['D-2.14d.5', 'L-41', 'E-28'] },
      {
        element: 'reasons',
        clauses: ['D-2.14d.5', 'L-41', 'G-10'],
        or: { element: 'reasonsOwed', clauses: ['B-59'] },
      },
    ],
  },
  transferRequested: { elements: [{ element: 'mayPassOnAdvice', clauses: ['B-34a'] }] },
  transferWithdrawn: nothingMore,
  transferGranted: nothingMore,
  // Reasons for it are desirable, not required (`B-35`).
  transferRefused: nothingMore,
  transferDeclined: nothingMore,
  notNeeded: { elements: [{ element: 'notNeeded', clauses: ['B-92'] }], only: ['thirdPhysician'] },
  transferAccepted: nothingMore,
  guidanceTransferred: {
    elements: [
      { element: 'transferOfGuidance', clauses: ['D-2.14d.6', 'E-33', 'B-42'] },
      { element: 'newPhysician', clauses: ['E-33'] },
    ],
    only: ['employer'],
  },
  heedTheResults: { elements: [{ element: 'resultsOfSecondOpinion', clauses: ['E-32', 'B-33', 'B-34a'] }] },

  employerAsked: {
    elements: [
      { element: 'anotherPhysicianAsked', clauses: ['E-34'] },
      { element: 'toldByEmployee', clauses: ['B-36', 'B-42'] },
    ],
    only: ['employer'],
  },
  employerNotAsked: { elements: [{ element: 'questionTakenBack', clauses: ['B-42', 'B-55'] }], only: ['employer'] },
  employerAgreed: nothingMore,
  employerDeclined: nothingMore,
  caseClosed: nothingMore,

  // at any moment
  ownPhysicianReplaced: nothingMore,
  fileReleased: nothingMore,
  guidanceTakenOver: { elements: [{ element: 'askedNow', clauses: ['B-66'] }], only: ['ownPhysician'] },
  guidanceEnded: nothingMore,
  employerInformed: nothingMore,
  complaintFiled: nothingMore,
  complaintWithdrawn: nothingMore,
  complaintTakenOver: nothingMore,
  complaintAcknowledged: { elements: [{ element: 'receipt', clauses: ['D-2.14e.4', 'G-12'] }] },
  complaintProgressed: { elements: [{ element: 'progress', clauses: ['D-2.14e.4'] }] },
  complaintAnswered: {
    elements: [
      { element: 'judgement', clauses: ['D-2.14e.4', 'G-12'] },
      { element: 'decision', clauses: ['D-2.14e.4'] },
      { element: 'reasons', clauses: ['D-2.14e.4'] },
      { element: 'termForMeasures', clauses: ['D-2.14e.4'] },
    ],
  },
};

/** What each paper must contain. */
export const paperContents: Readonly<Record<PaperName, Contents>> = {
  applicationForm: {
    elements: [
      { element: 'employee', clauses: ['L-16'] },
      { element: 'contestedAdvice', clauses: ['L-16', 'G-5'] },
      { element: 'question', clauses: ['L-16', 'B-48'] },
      { element: 'workSituation', clauses: ['D-2.14d.4', 'L-22'] },
      { element: 'sentAlong', clauses: ['L-22'] },
    ],
  },
  medicalDataAuthorisation: {
    elements: [
      { element: 'recipient', clauses: ['L-17', 'B-18a'] },
      { element: 'scope', clauses: ['L-17', 'B-22'] },
      { element: 'purpose', clauses: ['L-17'] },
      { element: 'mayBeRevoked', clauses: ['L-18', 'B-62'] },
    ],
  },
  forwardingAuthorisation: {
    elements: [
      { element: 'recipient', clauses: ['L-37', 'B-63'] },
      { element: 'whichAdvice', clauses: ['L-37', 'B-60'] },
    ],
  },
  invoice: { elements: [], without: [{ element: 'personalData', clauses: ['B-42'] }] },
};
