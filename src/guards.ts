import { type CaseFile, isOpen, secondPreferenceRemains } from './case.js';
import { check, eventSchema, type ProcedureEvent } from './events.js';
import { type Condition, holds, type NormName, norms } from './norms.js';

/** A question of the chart: it holds when its routing question holds and all its norms do. */
export interface Guard {
  norms: NormName[];
  /** Which candidate; absent: always this one. */
  when?: Condition;
}

const recordOfProcedure: Condition = { ofCase: ({ recordOf }) => recordOf === 'procedure' };
const ownPhysiciansRecord: Condition = { ofCase: ({ recordOf }) => recordOf === 'ownPhysician' };
const secondPreference: Condition = { ofCase: secondPreferenceRemains };
/** Until the advice is final, or the own physician's record learned how it ended. */
const beforeTheAdvice: Condition = {
  ofCase: ({ execution }) => execution.advice === null && execution.forwarding === null,
};
const engagedBeforeTheAdvice = (file: CaseFile): boolean =>
  file.engagement?.acceptedOn != null && file.execution.advice === null && file.execution.forwarding === null;
const notYetDecided: Condition = { ofCase: ({ decision }) => decision === null };

/** `B-17`: the week has passed, and nobody else was chosen or sent the application since. */
const waitingForWhoTimedOut = ({ engagement }: CaseFile): boolean =>
  engagement !== null && engagement.timedOutOn !== null;

const wasConcluded = ({ transfer, employerRequest }: CaseFile): boolean =>
  (transfer !== null && transfer.closedBefore !== null) ||
  (employerRequest !== null && employerRequest.answered !== null);

const othersOpen = ({ complaints }: CaseFile, event: ProcedureEvent): boolean =>
  complaints.some((known) => isOpen(known) && !('complaint' in event && event.complaint === known.complaint));

// The transitions of one event share their norms, so that a no never slides to the next.
const forwarding: NormName[] = ['forwardingIsAuthorised', 'adviceWasDiscussed'];
const deciding: NormName[] = ['physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'];
const answering: NormName[] = ['complaintIsOpen', 'handlerIsNotInvolved', 'answerHasReasons'];

const questions = {
  mayReport: { norms: [] },

  // application phase
  mayHonour: { norms: ['physicianIsRegistered'] },
  mayRefuse: {
    norms: [
      'physicianIsRegistered',
      'requestWasNotHonoured',
      'instrumentWasDiscussed',
      'groundIsCompelling',
      'earlierOpinionIsNamed',
      'reasonsAreInWriting',
    ],
  },
  mayFindOutOfScope: { norms: ['physicianIsRegistered', 'reasonsAreInWriting'] },
  mayLapse: { norms: ['employeeWasReminded'] },
  mayChoose: { norms: ['physicianIsIndependent', 'physicianIsRegistered', 'preferencesDiffer'] },
  mayLeaveOutsider: { norms: ['choiceIsOutsideContract'] },
  maySign: { norms: ['consentIsDocumented'] },
  maySignForTheCurrent: {
    norms: ['consentIsDocumented'],
    when: {
      ofEvent: ({ engagement }, event) =>
        event.type === 'authorisation.signed' && event.recipient === engagement?.physician,
    },
  },
  maySend: {
    norms: [
      'instrumentWasDiscussed',
      'adviceInForceWasExplained',
      'sentToTheChosen',
      'physicianIsIndependent',
      'physicianIsRegistered',
      'questionIsPut',
      'recipientIsAuthorised',
    ],
  },

  // execution phase
  mayConfirmReceipt: { norms: [], when: { ofCase: ({ engagement }) => engagement?.receivedOn === null } },
  mayAccept: { norms: [], when: recordOfProcedure },
  mayAcceptUnderway: { norms: [], when: ownPhysiciansRecord },
  mayAcceptLate: {
    norms: [],
    when: { ofCase: (file) => waitingForWhoTimedOut(file) && file.recordOf === 'procedure' },
  },
  mayAcceptLateUnderway: {
    norms: [],
    when: { ofCase: (file) => waitingForWhoTimedOut(file) && file.recordOf === 'ownPhysician' },
  },
  mayDeclineToSecondPreference: { norms: [], when: secondPreference },
  mayDecline: { norms: [] },
  mayTimeOutToSecondPreference: { norms: ['responseTermHasPassed'], when: secondPreference },
  mayTimeOutToNewChoice: { norms: ['responseTermHasPassed'] },
  mayReturnToSecondPreference: {
    norms: [],
    when: { ofCase: (file) => engagedBeforeTheAdvice(file) && secondPreferenceRemains(file) },
  },
  mayReturn: { norms: [], when: { ofCase: engagedBeforeTheAdvice } },
  maySignDuring: { norms: ['consentIsDocumented'], when: beforeTheAdvice },
  mayWithholdDuring: { norms: [], when: beforeTheAdvice },
  mayFindInfeasible: { norms: ['dataWereWithheld'] },
  maySendMedicalData: { norms: ['sentToTheChosen', 'recipientIsAuthorised'] },
  mayConsult: { norms: ['identityWasEstablished'] },
  mayWaiveConsultation: { norms: ['waiverHasReasons'] },
  mayGather: { norms: ['employeeConsentsToSource'] },
  mayEndReview: { norms: ['reviewPeriodHasPassed'] },
  mayFinalise: { norms: ['draftWasReviewed'] },
  mayAuthoriseForwarding: { norms: ['recipientIsOwnPhysician', 'consentIsDocumented'] },
  mayStopAsking: { norms: ['employeeWasReminded'] },
  mayForward: { norms: forwarding },
  mayForwardAsOwnRecordLearns: { norms: forwarding, when: ownPhysiciansRecord },

  // completion phase
  mayDecide: { norms: deciding },
  mayStillDecide: { norms: deciding, when: notYetDecided },
  mayRequestTransfer: { norms: ['guidanceContinues', 'ownPhysicianHasCopy'] },
  mayReturnToConcluded: { norms: [], when: { ofCase: wasConcluded } },
  mayReturnToConsidering: { norms: [], when: notYetDecided },
  mayReturnToDecided: { norms: [] },
  mayGrantTransfer: { norms: ['thirdIsNotTheOwnPhysician', 'physicianIsRegistered'] },
  mayAskEmployer: { norms: ['employerIsNamed'] },

  // at any moment
  mayReplaceOwnPhysician: { norms: ['replacementIsAnother', 'physicianIsRegistered'] },
  mayInformEmployer: { norms: ['employeeConsentsToTelling'] },
  mayComplain: { norms: ['complaintIsNew'] },
  mayWithdrawComplaint: { norms: ['complaintIsOpen'] },
  mayWithdrawComplaintWhileOthersWait: { norms: ['complaintIsOpen'], when: { ofEvent: othersOpen } },
  mayWithdrawComplaintAfterAnAnswer: {
    norms: ['complaintIsOpen'],
    when: { ofCase: ({ complaints }) => complaints.some(({ answered }) => answered !== null) },
  },
  mayHandleComplaint: { norms: ['complaintIsOpen', 'handlerIsNotInvolved'] },
  mayAnswerComplaint: { norms: answering },
  mayAnswerComplaintWhileOthersWait: { norms: answering, when: { ofEvent: othersOpen } },
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof questions;

const universal: NormName[] = ['actorHoldsRole', 'datedInOrder'];

/** The questions that the chart asks, by name; every one includes the norms of every event. */
export const guards = Object.fromEntries(
  Object.entries<Guard>(questions).map(([name, { when = {}, norms }]) => [
    name,
    { when, norms: [...universal, ...norms] },
  ]),
) as Record<GuardName, Required<Guard>>;

/** The guards of the machine: they hold where an event is one at all, the candidate is this one and every norm holds. */
export const strictGuards = Object.fromEntries(
  Object.entries<Required<Guard>>(guards).map(([name, guard]) => [
    name,
    ({ context, event }: { context: { file: CaseFile }; event: ProcedureEvent }): boolean =>
      check(eventSchema, event).ok &&
      [guard.when, ...guard.norms.map((norm) => norms[norm])].every((each) => holds(each, context.file, event)),
  ]),
) as Record<GuardName, (turn: { context: { file: CaseFile }; event: ProcedureEvent }) => boolean>;
