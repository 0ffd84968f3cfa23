export { caseOf, secondOpinionMachine, snapshotOf } from './actor.js';
export {
  type EventInput,
  type EventOf,
  type EventType,
  eventSchema,
  eventTypes,
  type ProcedureEvent,
} from './acts.js';
export type { State, StateMeta, TransitionMeta } from './chart.js';
export { type Clause, type ClauseId, type ClauseSource, clauseIds, clauses, type Rank } from './clauses.js';
export { type Correction, correct, type Uncorrected } from './correction.js';
export type { Day, Issue, IssueCode, Physician } from './fields.js';
export {
  type CaseFile,
  type Complaint,
  type Complaints,
  type EmployerRoute,
  type Opening,
  type OpeningInput,
  openingSchema,
  type Role,
  roles,
  type StateName,
  type Step,
  steps,
} from './file.js';
export type { NoticeTopic } from './letters.js';
export type { Asked as AskedNorms, Context as MachineContext, Emitted, Value as MachineValue } from './machine.js';
export { type Norm, type NormKind, type NormName, norms, type Unmet } from './norms.js';
export type { Duty, Notice } from './notices.js';
export {
  advance,
  type Deadline,
  deadlines,
  type Expected,
  endedOn,
  expectedEvents,
  type How,
  isLate,
  type Malformed,
  type NotAllowed,
  type Outcome,
  openCase,
  payer,
  type Refusal,
  type Replay,
  record,
  replay,
  type Taken,
  type Unexpected,
  type Waiting,
  waitingOn,
} from './procedure.js';
export type { RouteName } from './routes.js';
export { type Case, caseSchema, type Deviation, parseCase } from './stored-case.js';
export { type Certainty, dayOf, type TermName } from './terms.js';
export { UnreadableCase } from './unreadable.js';
export {
  partiesOf,
  type Reader,
  type SeenByAdministration,
  type SeenByComplaintHandler,
  type SeenByEmployee,
  type SeenByEmployer,
  type SeenByOwnPhysician,
  type SeenBySecondOpinionPhysician,
  type SeenBySuccessor,
  type SeenByThirdPhysician,
  type SeenByTimedOutPhysician,
  type View,
  viewFor,
} from './views.js';
