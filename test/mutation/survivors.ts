// Reviewed by hand: each mutant that no history can tell from the library, with the reason why none could.

const oneLog =
  'The first branch is open in the record of the procedure and the second in the record of the own physician: never both, in either order.';

const neverByDefault = (phase: string): string =>
  `Every way into the ${phase} phase names the step in it, so that no case begins it where it begins by default.`;

const neverUnregistered =
  'An own physician who is not registered can send no application, and none is put in the place of another: none comes this far.';

const onlyOneIsOpen =
  'A complaint is pending, and where it is not the one of the event another waits: then the branch before this one is taken.';

const initial = (phase: string, steps: string[]): [string, string][] =>
  steps.map((step) => [`another initial state: ${phase}: begins in ${step}`, neverByDefault(phase)]);

/** By kind and name, why a mutant answers every event as the library does. */
export const survivors: Record<string, string> = {
  'two branches swapped: application.choosing: application.accepted 1 ↔ 2': oneLog,
  'two branches swapped: application.preparing: application.accepted 1 ↔ 2': oneLog,
  'two branches swapped: execution.awaitingResponse: application.accepted 1 ↔ 2': oneLog,

  ...Object.fromEntries([
    ...initial('execution', ['inviting', 'awaitingConsultation', 'assessing', 'reviewing', 'finalising']),
    ...initial('execution', ['awaitingConsent', 'forwarding', 'underway']),
    ...initial('completion', ['decided', 'consideringTransfer', 'awaitingThirdPhysician', 'transferRefused']),
    ...initial('completion', ['awaitingEmployer']),
  ]),

  'a circumstance dropped from a guard: mayAcceptUnderway: when':
    'It is asked only after the branch for the record of the procedure, and there is no third kind of log.',
  'a rule dropped from a guard: mayForwardAsOwnRecordLearns: adviceWasDiscussed':
    'The rule says nothing of the record of the own physician, and the guard is open in no other.',
  'a rule dropped from a guard: mayDecide: physicianIsRegistered': neverUnregistered,
  'a rule dropped from a guard: mayStillDecide: physicianIsRegistered': neverUnregistered,
  'a rule dropped from a guard: mayStillDecide: ownPhysicianHasCopy':
    'Its steps are reached with a copy, or, against the rules, with a decision; after a decision the guard is closed.',
  'a rule dropped from a guard: mayWithdrawComplaint: complaintIsOpen': onlyOneIsOpen,
  'a rule dropped from a guard: mayWithdrawComplaintAfterAnAnswer: complaintIsOpen': onlyOneIsOpen,
  'a rule dropped from a guard: mayAnswerComplaint: complaintIsOpen': onlyOneIsOpen,
  'a term moved by a day: the working days of a term - 1 day':
    'No week of 1900 to 2199 that ends on a working day holds fewer than two of them: at most three weekdays of it are free.',
};
