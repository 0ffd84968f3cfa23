import {
  authorisationFor,
  type CaseFile,
  currentChoice,
  mayBeForwarded,
  ownPhysicianHasCopy,
  remainingChoice,
} from './file.js';
import { isOpen, reasonsOwed } from './terms.js';

/** Of an event, what a route may look at. */
interface Told {
  type: string;
  recipient?: string;
  complaint?: string;
  to?: unknown;
  medicalData?: boolean;
  source?: string;
  consent?: string | undefined;
  of?: string;
  first?: { id: string };
  second?: { id: string } | undefined;
}

/** Which way the procedure takes, and which letter is sent: one question each, of the case before the event or of the event too. */
export interface Route {
  /** Absent where only the event tells. */
  ofCase?: (file: CaseFile) => boolean;
  ofEvent?: (file: CaseFile, event: Told) => boolean;
}

/** Keeps the names of the routes in the type and leaves the rest of it short. */
const named = <Name extends string>(all: Record<Name, Route>): Record<Name, Route> => all;

export const routes = named({
  recordHoldsTheExecution: { ofCase: ({ recordOf }) => recordOf !== 'ownPhysician' },
  recordIsOfTheSecondOpinionPhysician: { ofCase: ({ recordOf }) => recordOf === 'secondOpinionPhysician' },

  // application phase
  /** `B-50`: nobody can ask anew for an employee who died. */
  employeeLives: { ofCase: ({ request }) => request.outcome?.as !== 'died' },
  /** `B-49`: the employee has not said yet whether medical data may go to whoever is chosen. */
  authorisationIsAwaited: {
    ofCase: ({ choice, authorisations }) =>
      choice !== null && !authorisations.some(({ recipient }) => recipient === choice[choice.current]?.id),
  },
  /** `L-17`: of somebody who is chosen the employee has not said yet whether medical data may go to them. */
  authorisationIsToBeAsked: {
    ofEvent: ({ authorisations }, { first, second }) =>
      [first, second].some((chosen) => chosen && !authorisations.some(({ recipient }) => recipient === chosen.id)),
  },
  /** `B-18a`: an authorisation names one recipient. */
  recipientIsEngaged: { ofEvent: ({ engagement }, { recipient }) => recipient === engagement?.physician },
  /** `B-82`: whoever it was sent to, somebody is chosen to whom it can be sent. */
  recipientIsEngagedAndSomebodyIsChosen: {
    ofCase: ({ choice }) => choice !== null,
    ofEvent: ({ engagement }, { recipient }) => recipient === engagement?.physician,
  },
  /** `B-53`: sent again, now with the data that were missing; what else has changed the second-opinion physician cannot know. */
  applicationCanComeAgain: {
    ofCase: (file) =>
      file.recordOf === 'secondOpinionPhysician' ||
      authorisationFor(file, currentChoice(file)?.id)?.status === 'signed',
    ofEvent: ({ recordOf }, { medicalData }) => recordOf === 'secondOpinionPhysician' || medicalData === true,
  },
  reasonsAreOwed: {
    ofCase: (file) => reasonsOwed(file) !== null,
    ofEvent: (file, { of }) => reasonsOwed(file)?.of === of,
  },

  // execution phase
  /** `L-21`: if this physician does not do it, somebody who was chosen is next. */
  someoneChosenIsNext: { ofCase: (file) => remainingChoice(file) != null },
  notYetReceived: { ofCase: ({ engagement }) => engagement?.receivedOn === null },
  /** `B-17`: the week has passed, and nobody else was chosen or sent the application since. */
  physicianTimedOut: { ofCase: ({ engagement }) => engagement?.timedOutOn != null },
  /** `B-87`: whoever was chosen again after the week is not next once they declined. */
  physicianTimedOutAndNobodyIsNext: {
    ofCase: (file) => file.engagement?.timedOutOn != null && remainingChoice(file) === null,
  },
  physicianTimedOutAndRecordHoldsTheExecution: {
    ofCase: ({ engagement, recordOf }) => engagement?.timedOutOn != null && recordOf !== 'ownPhysician',
  },
  /** `B-88`: the receipt is entered after the week. */
  physicianTimedOutWithoutReceipt: {
    ofCase: ({ engagement }) => engagement?.timedOutOn != null && engagement.receivedOn === null,
  },
  physicianFoundItInfeasible: { ofCase: ({ engagement }) => engagement?.infeasibleOn != null },
  sentToTheEngaged: { ofEvent: ({ engagement }, { to }) => to === engagement?.physician },
  ownPhysicianIsAsked: { ofEvent: (_, { source }) => source === 'ownPhysician' },
  /** `B-54`: the employer is asked only where the employee consents. */
  workIsAskedWithConsent: {
    ofEvent: (_, { source, consent }) => (source === 'employer' || source === 'workplace') && consent !== undefined,
  },
  /** `B-64`, `B-94`: the engaged physician still has a part. */
  secondOpinionIsInProgress: {
    ofCase: ({ engagement, possession, request }) =>
      engagement !== null && !engagement.timedOutOn && possession === null && request.outcome === null,
  },
  /** `L-39`: whoever was told that no copy comes is not told again, since that would show that the employee wavered. */
  noCopyIsNews: { ofCase: ({ execution }) => execution.noCopyOn === null },
  /** `D-2.14d.5`, `B-69`: the copy goes with consent, as far as this record can know. */
  copyIsConsentedTo: { ofCase: mayBeForwarded },
  /** `B-69`: a copy of this advice went before, and its recipient may have it now. */
  copyIsAuthorisedAfterwards: {
    ofCase: ({ execution }) => execution.copyWithoutConsentOn !== null,
    ofEvent: ({ participants }, { to }) => to === participants.ownPhysician.id,
  },
  copyWentBefore: { ofCase: ({ possession }) => possession !== null },
  /** `B-52`: what the own physician does not see went on after the withdrawal. */
  secondOpinionMayHaveGoneOn: {
    ofCase: ({ recordOf, engagement }) => recordOf === 'ownPhysician' && engagement?.acceptedOn != null,
  },

  // completion phase
  /** `B-60`: the second-opinion physician's part can end without an advice. */
  adviceIsFinal: { ofCase: ({ execution }) => execution.advice !== null },
  notYetDecided: { ofCase: ({ decision }) => decision === null },
  /** `B-60`, `B-65`: the text was corrected since, as far as this record can know, or a predecessor has the copy. */
  copyMayBeHandedOver: {
    ofCase: (file) =>
      file.possession !== null &&
      (file.recordOf === 'ownPhysician' ||
        file.execution.advice?.advice !== file.possession.advice ||
        !ownPhysicianHasCopy(file)),
  },
  wasConcluded: { ofCase: ({ transfer }) => transfer?.closedBefore != null },
  /** `B-34a`: the third physician is told of the second opinion only where the employee lets the advice be passed on. */
  adviceMayBePassedOn: { ofCase: ({ transfer }) => transfer?.adviceMayBePassedOn === true },
  /** What was passed on may have changed since. */
  resultsArePassedOn: {
    ofCase: ({ transfer }) => transfer?.adviceMayBePassedOn === true && transfer.acceptedOn !== null,
  },
  /** `B-55`: their question is another's now. */
  anEmployerIsAsked: {
    ofCase: ({ employerRequest }) => employerRequest != null && employerRequest.answered === null,
  },
  /** `B-55`: from the day on which the own physician has a copy. */
  employerMayBeAsked: { ofCase: ({ possession, request }) => possession != null && request.outcome === null },

  // a new own physician
  /** `B-65`: there is something that the predecessor had and the present own physician has not. */
  fileIsWithheld: { ofCase: ({ withheld }) => withheld.length > 0 },
  releasedToTheOwnPhysician: { ofEvent: ({ participants }, { to }) => to === participants.ownPhysician.id },

  // complaints
  otherComplaintsWait: {
    ofEvent: ({ complaints }, event) =>
      complaints.some((known) => isOpen(known) && known.complaint !== event.complaint),
  },
  aComplaintWasAnswered: { ofCase: ({ complaints }) => complaints.some(({ answered }) => answered !== null) },
});

/** The name of a route, such as `someoneChosenIsNext`. */
export type RouteName = keyof typeof routes;

export const leadsByCase = (name: RouteName | undefined, file: CaseFile): boolean =>
  name === undefined || (routes[name].ofCase?.(file) ?? true);

export const leads = (name: RouteName | undefined, file: CaseFile, event: Told): boolean =>
  leadsByCase(name, file) && (name === undefined || (routes[name].ofEvent?.(file, event) ?? true));
