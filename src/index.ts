export type { CaseFile, Complaint, Step } from './case.js';
export { type Clause, type ClauseId, type ClauseSource, clauses, type Rank } from './clauses.js';
export {
  type EventOf,
  type EventType,
  eventSchema,
  type Issue,
  type Opening,
  type OpeningInput,
  openingSchema,
  type Physician,
  type ProcedureEvent,
  type Role,
} from './events.js';
export { type Labels, type Locale, labels } from './labels.js';
export { secondOpinionMachine } from './machine.js';
export { type Norm, type NormKind, type NormName, norms } from './norms.js';
export type { Duty, Notice, NoticeTopic } from './notices.js';
export {
  advance,
  type Deadline,
  deadlines,
  type Expected,
  expectedEvents,
  type Outcome,
  openCase,
  payer,
  type Replay,
  record,
  replay,
  type Unmet,
  type Waiting,
  waitingOn,
} from './procedure.js';
export { type Case, caseSchema, type Deviation, parseCase, UnreadableCase } from './stored.js';
export { summaryFor, type TimelineEntry, timelineFor } from './story.js';
export type { Certainty, TermName } from './terms.js';
export {
  type SeenByAdministration,
  type SeenByComplaintHandler,
  type SeenByEmployee,
  type SeenByEmployer,
  type SeenByOwnPhysician,
  type SeenBySecondOpinionPhysician,
  type SeenByThirdPhysician,
  type SeenByTimedOutPhysician,
  type View,
  viewFor,
} from './views.js';
