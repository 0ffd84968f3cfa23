export {
  type EventOf,
  type EventType,
  eventSchema,
  type ProcedureEvent,
} from './acts.js';
export type { State, StateMeta, TransitionMeta } from './chart.js';
export { type Clause, type ClauseId, type ClauseSource, clauses, type Rank } from './clauses.js';
export type { Day, Issue, Physician } from './fields.js';
export {
  type CaseFile,
  type Complaint,
  type Complaints,
  type EmployerRoute,
  type Opening,
  type OpeningInput,
  openingSchema,
  type Role,
  type StateName,
  type Step,
} from './file.js';
export type { Notice, NoticeTopic } from './letters.js';
export { type Duty, secondOpinionMachine } from './machine.js';
export { type Norm, type NormKind, type NormName, norms, type Unmet } from './norms.js';
export {
  advance,
  type Deadline,
  deadlines,
  type Expected,
  endedOn,
  expectedEvents,
  isLate,
  type Outcome,
  openCase,
  payer,
  type Replay,
  record,
  replay,
  type Waiting,
  waitingOn,
} from './procedure.js';
export type { RouteName } from './routes.js';
export { type Case, caseSchema, type Deviation, parseCase, UnreadableCase } from './stored-case.js';
export { type Certainty, dayOf, type TermName } from './terms.js';
export { type FactName, type Summary, summaryFor, type TimelineEntry, timelineFor } from './timeline.js';
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
export type { Words } from './words.js';
