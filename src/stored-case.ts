import * as z from 'zod/mini';
import type { EventType } from './acts.js';
import { ranks } from './clauses.js';
import { check, count, type Day, day, type Issue, type IssueCode, id, issue, strictObject } from './fields.js';
import {
  type CaseFile,
  type Complaints,
  complaintStates,
  type EmployerRoute,
  employerRoutes,
  fileSchema,
  many,
  type Step,
  steps,
} from './file.js';
import type { Unmet } from './norms.js';
import { isOpen } from './terms.js';
import { mistakenFor, UnreadableCase } from './unreadable.js';

const envelope = () =>
  strictObject({
    schema: z.literal(1),
    rules: day,
    caseId: id,
    revision: count(),
    step: z.enum(steps),
    since: day,
    employerRoute: z.enum(employerRoutes),
    complaints: z.enum(complaintStates),
    file: fileSchema(),
    // Names of norms, clauses and events are read as ids: a later version may no longer have them.
    deviations: z
      .array(
        strictObject({
          norm: id,
          rank: z.enum(ranks),
          clauses: z.array(id).check(z.maxLength(many)),
          fields: z.array(id).check(z.maxLength(many)),
          event: id,
          by: id,
          on: day,
          revision: count(),
        }),
      )
      .check(z.maxLength(many)),
  });

/** A case as a host keeps it: plain JSON without medical content. */
// Pure, so that whoever never asks for it is not sent the schema.
export const caseSchema = /* @__PURE__ */ envelope();

/** A rule that was not kept by something that was done (Dutch: afwijking). */
export interface Deviation extends Omit<Unmet, 'notBefore'> {
  readonly event: EventType;
  /** Who did it, and on which day. */
  readonly by: string;
  readonly on: Day;
  /** Which event it was: the revision of the case after it. */
  readonly revision: number;
}

/** One second opinion: where it stands, and all that the host needs to keep of it. */
export interface Case {
  /** Of this envelope; older ones are upgraded by `parseCase`. */
  readonly schema: 1;
  /** The day of the rules under which it was opened, `YYYY-MM-DD`: what a later law changes leaves it alone. */
  readonly rules: Day;
  /** The host's id of it. */
  readonly caseId: string;
  /** Events taken so far, the opening being 0: the host's compare-and-swap key. */
  readonly revision: number;
  /** Where the procedure stands. */
  readonly step: Step;
  /** The day this step began, `YYYY-MM-DD` in Europe/Amsterdam. */
  readonly since: Day;
  /** `pending` while one is open, else `answered` if one was. */
  readonly complaints: Complaints;
  /** Where the question to the employer stands (`B-55`). */
  readonly employerRoute: EmployerRoute;
  /** What the host keeps of it besides. */
  readonly file: CaseFile;
  /** What was done against the rules; only `record` adds to it. */
  readonly deviations: readonly Deviation[];
}

/**
 * A stored case, checked and upgraded to the present schema. Takes what `JSON.parse` gives, answers a case that `advance`
 * can trust, and throws `UnreadableCase` with every reason where the input is no case or contradicts itself: also where it is still a text, or
 * a newer version of the library wrote it.
 */
export function parseCase(json: unknown): Case {
  const mistaken = mistakenFor(json);
  if (mistaken && mistaken.code !== 'noCase') throw new UnreadableCase([mistaken]);
  const checked = check(caseSchema, json);
  if (!checked.ok) throw new UnreadableCase(checked.issues);
  const contradictions = contradictionsIn(checked.value as Case);
  if (contradictions.length > 0) throw new UnreadableCase(contradictions);
  // A deviation keeps the names that were written, also those of an earlier version.
  return checked.value as Case;
}

/** What the complaints of a file amount to. */
export const complaintsIn = ({ complaints }: Pick<CaseFile, 'complaints'>): Case['complaints'] => {
  if (complaints.some(isOpen)) return 'pending';
  return complaints.some(({ answered }) => answered) ? 'answered' : 'none';
};

/** What the question to the employer amounts to. */
export const employerRouteIn = ({ employerRequest }: Pick<CaseFile, 'employerRequest'>): EmployerRoute => {
  if (!employerRequest) return 'none';
  return employerRequest.answered ? 'answered' : 'asked';
};

/** What the file must hold in each step, also after acts against the rules. */
const facts: Record<Step, (file: CaseFile) => boolean> = {
  'application.discussing': ({ choice, engagement, request }) => !choice && !engagement && !request.honouredOn,
  'application.choosing': ({ choice, engagement }) =>
    !choice && (!engagement || engagement.timedOutOn !== null || engagement.infeasibleOn !== null),
  'application.preparing': ({ choice }) => choice !== null,
  'application.reconsidering': ({ engagement }) => !!engagement?.infeasibleOn,
  'execution.awaitingResponse': ({ engagement }) =>
    !!engagement && !engagement.acceptedOn && !engagement.timedOutOn && !engagement.infeasibleOn,
  'execution.inviting': advising,
  'execution.awaitingConsultation': (file) => advising(file) && file.execution.consultation.scheduled !== null,
  'execution.assessing': advising,
  'execution.reviewing': (file) => advising(file) && !!file.execution.draft && !file.execution.review,
  'execution.finalising': (file) => advising(file) && !!file.execution.draft && !!file.execution.review,
  'execution.awaitingConsent': (file) => accepted(file) && !!file.execution.advice && !file.execution.forwarding,
  'execution.forwarding': ({ execution }) => execution.forwarding?.as === 'authorised',
  'execution.underway': ({ recordOf, engagement, execution }) =>
    recordOf === 'ownPhysician' && !!engagement?.acceptedOn && !execution.forwarding,
  'completion.considering': ({ possession, decision, transfer, closedOn }) =>
    !!possession && !decision && !transfer && !closedOn,
  'completion.decided': ({ decision, transfer, closedOn }) => !!decision && !transfer && !closedOn,
  'completion.consideringTransfer': ({ transfer }) => !!transfer && !transfer.grantedOn && !transfer.refused,
  'completion.awaitingThirdPhysician': ({ transfer, participants }) =>
    !!transfer && !transfer.refused && !transfer.acceptedOn && !transfer.grantedOn === !participants.thirdPhysician,
  'completion.transferRefused': ({ transfer }) => !!transfer?.refused,
  refused: ({ request }) => request.outcome?.as === 'refused',
  outOfScope: ({ request }) => request.outcome?.as === 'outOfScope',
  uwvRouteChosen: ({ request }) => request.outcome?.as === 'uwvRouteChosen',
  withdrawn: ({ request }) => request.outcome?.as === 'withdrawn',
  lapsed: ({ request }) => request.outcome?.as === 'lapsed' || request.outcome?.as === 'died',
  notForwarded: ({ execution }) => !!execution.forwarding && execution.forwarding.as !== 'authorised',
  concluded: ({ recordOf, closedOn }) => recordOf === 'secondOpinionPhysician' || !!closedOn,
  transferred: ({ transfer, participants }) => !!transfer?.acceptedOn && !!participants.thirdPhysician,
};

function accepted({ recordOf, engagement }: CaseFile): boolean {
  return recordOf !== 'ownPhysician' && !!engagement?.acceptedOn;
}

/** Accepted, and without an advice. */
function advising(file: CaseFile): boolean {
  return accepted(file) && !file.execution.advice && !file.execution.forwarding;
}

const afterTheCopy = (step: Step): boolean =>
  step.startsWith('completion.') || step === 'concluded' || step === 'transferred';

/** `B-50`: an employee can die in every step. */
const mayBeAfterTheCopy = (step: Step, { request }: CaseFile): boolean =>
  afterTheCopy(step) || request.outcome?.as === 'died';

const nothingCompleted = ({ possession, decision, transfer, employerRequest, closedOn }: CaseFile): boolean =>
  !possession && !decision && !transfer && !employerRequest && !closedOn;

const requestOutcomes: Step[] = ['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'];
const engagingSteps: Step[] = ['application.discussing', 'application.choosing', 'application.preparing'];

const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;

function contradictionsIn(stored: Case): Issue[] {
  const { revision, step, since, employerRoute, complaints, file, deviations } = stored;
  const { request, choice } = file;
  const claims: { [Code in IssueCode]?: [holds: boolean, path: string, message: string][] } = {
    contradiction: [
      [facts[step](file) && (mayBeAfterTheCopy(step, file) || nothingCompleted(file)), 'step', 'contradicts the file'],
      [requestOutcomes.includes(step) === (request.outcome !== null), 'file.request.outcome', 'contradicts the step'],
      [
        engagingSteps.includes(step) === (request.engageFrom !== null),
        'file.request.engageFrom',
        'contradicts the step',
      ],
      [
        choice?.current !== 'second' || choice.second !== null,
        'file.choice.current',
        'names a preference that is absent',
      ],
      [employerRoute === employerRouteIn(file), 'employerRoute', 'contradicts the file'],
      [complaints === complaintsIn(file), 'complaints', 'contradicts the complaints in the file'],
      [revision >= leastRevision(stored), 'revision', 'is lower than what the file holds allows'],
    ],
    twice: [
      [unique(file.complaints.map(({ complaint }) => complaint)), 'file.complaints', 'holds one complaint twice'],
      [
        unique(file.authorisations.map(({ recipient }) => recipient)),
        'file.authorisations',
        'holds one recipient twice',
      ],
      [unique(file.askedAtWork.map(({ source }) => source)), 'file.askedAtWork', 'holds one source twice'],
      // To each employer, of whom none is known where the opening names none (`G-4`).
      [
        unique(file.disclosures.map(({ of, to }) => JSON.stringify([of, to]))),
        'file.disclosures',
        'holds one kind twice',
      ],
      [
        unique(file.execution.information.map(({ source }) => source)),
        'file.execution.information',
        'holds one source twice',
      ],
    ],
    tooEarly: [
      [since >= file.openedOn, 'since', 'lies before the opening'],
      [request.askedOn >= file.openedOn, 'file.request.askedOn', 'lies before the opening'],
      [file.openedOn >= file.contestedAdvice.on, 'file.openedOn', 'lies before the contested advice'],
      [deviations.every(({ on }) => on >= file.openedOn), 'deviations', 'lie before the opening'],
    ],
  };
  return Object.entries(claims).flatMap(([code, each]) =>
    each.flatMap(([holds, path, message]) => (holds ? [] : [issue(path, code as IssueCode, [], message)])),
  );
}

/** Each of these facts took an event of its own. */
const leastRevision = ({ file, deviations }: Case): number => {
  const { request, execution } = file;
  const facts = [
    request.instrument,
    request.adviceInForceExplainedOn,
    request.honouredOn,
    request.outcome,
    file.choice,
    file.engagement,
    execution.draft,
    execution.review,
    execution.advice,
    execution.forwarding,
    file.possession,
    file.decision,
    file.transfer,
    file.employerRequest,
    file.closedOn,
  ].filter((fact) => fact !== null).length;
  const listed = file.complaints.length + file.authorisations.length + file.disclosures.length;
  const opened = file.recordOf === 'secondOpinionPhysician' ? 1 + Math.min(file.authorisations.length, 1) : 0;
  return Math.max(facts + listed - opened, deviations.length > 0 ? 1 : 0);
};
