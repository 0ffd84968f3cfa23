import { type CaseFile, secondPreferenceRemains } from './file.js';
import { isOpen } from './terms.js';

/** Of an event, what a route may look at. */
interface Told {
  type: string;
  recipient?: string;
  complaint?: string;
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
  // application and execution phase
  secondPreferenceRemains: { ofCase: secondPreferenceRemains },
  recordIsOfTheProcedure: { ofCase: ({ recordOf }) => recordOf === 'procedure' },
  recordIsOfTheOwnPhysician: { ofCase: ({ recordOf }) => recordOf === 'ownPhysician' },
  notYetReceived: { ofCase: ({ engagement }) => engagement?.receivedOn === null },
  /** `B-17`: the week has passed, and nobody else was chosen or sent the application since. */
  physicianTimedOut: { ofCase: ({ engagement }) => engagement?.timedOutOn != null },
  physicianTimedOutInTheRecordOfTheProcedure: {
    ofCase: ({ engagement, recordOf }) => engagement?.timedOutOn != null && recordOf === 'procedure',
  },
  /** `B-18a`: an authorisation names one recipient. */
  recipientIsEngaged: { ofEvent: ({ engagement }, { recipient }) => recipient === engagement?.physician },
  /** `L-39`: whoever was told that no copy comes is not told again, since that would show that the employee wavered. */
  noCopyIsNews: { ofCase: ({ execution }) => execution.noCopyOn === null },

  // completion phase
  notYetDecided: { ofCase: ({ decision }) => decision === null },
  wasConcluded: {
    ofCase: ({ transfer, employerRequest }) => transfer?.closedBefore != null || employerRequest?.answered != null,
  },
  /** `B-34a`: the third physician is told of the second opinion only where the employee lets the advice be passed on. */
  adviceMayBePassedOn: { ofCase: ({ transfer }) => transfer?.adviceMayBePassedOn === true },

  // complaints
  otherComplaintsWait: {
    ofEvent: ({ complaints }, event) =>
      complaints.some((known) => isOpen(known) && known.complaint !== event.complaint),
  },
  aComplaintWasAnswered: { ofCase: ({ complaints }) => complaints.some(({ answered }) => answered !== null) },
});

/** The name of a route, such as `secondPreferenceRemains`. */
export type RouteName = keyof typeof routes;

export const leadsByCase = (name: RouteName | undefined, file: CaseFile): boolean =>
  name === undefined || (routes[name].ofCase?.(file) ?? true);

export const leads = (name: RouteName | undefined, file: CaseFile, event: Told): boolean =>
  leadsByCase(name, file) && (name === undefined || (routes[name].ofEvent?.(file, event) ?? true));
