import { type CaseFile, type Complaint, currentChoice, holders, nothingDone, type Step } from './case.js';
import type { EventType, Role } from './events.js';
import { isInvolved } from './norms.js';
import {
  type Deadline,
  deadlines,
  type Expected,
  expectedEvents,
  payer,
  type Waiting,
  waitingOn,
} from './procedure.js';
import { type Case, complaintsIn } from './stored.js';
import type { TermName } from './terms.js';

type Engagement = NonNullable<CaseFile['engagement']>;
type Execution = CaseFile['execution'];
type Payer = ReturnType<typeof payer>['payer'];

/** What the employee sees: the whole of his own case. */
export interface SeenByEmployee {
  caseId: string;
  step: Step;
  since: string;
  contract: CaseFile['contract'];
  contestedAdvice: CaseFile['contestedAdvice'];
  /** `G-9`: the advice that holds throughout, by its id. */
  adviceInForce: string;
  question: string | null;
  guidanceContinues: boolean;
  /** What was asked before, on which a refusal for repetition is weighed (`B-04`). */
  earlierRequests: CaseFile['earlierRequests'];
  request: CaseFile['request'];
  ownPhysician: string;
  choice: CaseFile['choice'];
  authorisations: CaseFile['authorisations'];
  engagement: Engagement | null;
  execution: Execution;
  possession: CaseFile['possession'];
  decision: CaseFile['decision'];
  transfer: CaseFile['transfer'];
  thirdPhysician: string | null;
  employerRequest: CaseFile['employerRequest'];
  disclosures: CaseFile['disclosures'];
  complaints: Complaint[];
  payer: Payer;
}

/** What the own physician sees; the execution is one thing to him until the copy or the word that none comes. */
export interface SeenByOwnPhysician {
  caseId: string;
  step: Step;
  since: string;
  employee: string;
  contract: CaseFile['contract'];
  contestedAdvice: CaseFile['contestedAdvice'];
  adviceInForce: string;
  question: string | null;
  guidanceContinues: boolean;
  earlierRequests: CaseFile['earlierRequests'];
  request: CaseFile['request'];
  choice: CaseFile['choice'];
  authorisations: CaseFile['authorisations'];
  engagement: Engagement | null;
  /** Whether the second-opinion physician asked him for information, and since when. */
  informationAskedOn: string | null;
  /** Since when he knows that no copy comes; never why. */
  noCopyOn: string | null;
  /** The final advice, once he has a copy. */
  advice: { reference: string | null; on: string; through: 'forwarded' | 'handedOver' } | null;
  decision: CaseFile['decision'];
  transfer: CaseFile['transfer'];
  thirdPhysician: string | null;
  /** Those against him. */
  complaints: Complaint[];
  payer: Payer;
}

/** What the second-opinion physician sees while he holds the role. */
export interface SeenBySecondOpinionPhysician {
  caseId: string;
  step: Step;
  since: string;
  employee: string;
  ownPhysician: string;
  contestedAdvice: CaseFile['contestedAdvice'];
  adviceInForce: string;
  question: string | null;
  application: Engagement['application'];
  /** The authorisation in his own name, if the employee said anything. */
  authorisation: CaseFile['authorisations'][number] | null;
  medicalDataSentOn: string | null;
  receivedOn: string | null;
  acceptedOn: string | null;
  infeasibleOn: string | null;
  execution: Execution;
  forwardedOn: string | null;
  complaints: Complaint[];
  payer: Payer;
}

/** What a physician sees who let the week pass, until another is chosen or sent the application (`B-17`). */
export interface SeenByTimedOutPhysician {
  caseId: string;
  application: Engagement['application'];
}

/** What the third physician sees: that he is asked, and once he accepted what may go along (`B-34a`). */
export interface SeenByThirdPhysician {
  caseId: string;
  step: 'completion.awaitingThirdPhysician' | 'transferred';
  since: string;
  employee: string;
  adviceInForce: string | null;
  along: {
    contestedAdvice: CaseFile['contestedAdvice'];
    question: string | null;
    advice: string | null;
    decision: CaseFile['decision'];
  } | null;
  complaints: Complaint[];
}

/** What the employer sees: nothing, but what he was asked, told with consent, or must be told of a transfer (`E-33`, `G-4`). */
export interface SeenByEmployer {
  guidance: { by: string; since: string } | null;
  request: CaseFile['employerRequest'];
  told: { of: CaseFile['disclosures'][number]['of']; on: string }[];
  asked: CaseFile['askedAtWork'];
}

/** What planning and administration see: where it stands and on which days, no content. */
export interface SeenByAdministration {
  caseId: string;
  step: Step;
  since: string;
  employee: string;
  ownPhysician: string;
  physicianChosen: boolean;
  authorisationAnswered: boolean;
  application: { on: string; receivedOn: string | null; answeredOn: string | null } | null;
  thirdPhysician: string | null;
  employerAsked: boolean;
  payer: Payer;
}

/** What a complaint handler sees: the complaints that are his, or that nobody handles yet. */
export interface SeenByComplaintHandler {
  caseId: string;
  complaints: Complaint[];
}

interface Seen {
  employee: SeenByEmployee;
  ownPhysician: SeenByOwnPhysician;
  secondOpinionPhysician: SeenBySecondOpinionPhysician | SeenByTimedOutPhysician;
  thirdPhysician: SeenByThirdPhysician;
  employer: SeenByEmployer;
  complaintHandler: SeenByComplaintHandler;
  administration: SeenByAdministration;
  scheduler: never;
}

/** What a party may know of a case, and do; `role` says of which party it is, and so what it sees. */
export type View<Party extends Role = Role> = Party extends Role
  ? {
      role: Party;
      /** Null where there is nothing that this party, or this person, may see. */
      sees: Seen[Party] | null;
      /** On whom the case waits, as far as this party may know. */
      waitingOn: Omit<Waiting, 'person'>[];
      /** What this party may report now, what each needs, and what stands in the way. */
      mayReport: Omit<Expected, 'person' | 'role'>[];
      /** The running terms that concern this party. */
      deadlines: Deadline[];
    }
  : never;

type Mask = (current: Case, person: string | undefined) => Case | null;

const inRole = (file: CaseFile, role: Role, person: string | undefined): boolean =>
  person === undefined ? holders(file, role).length > 0 : holders(file, role).includes(person);

const against = (file: CaseFile, person: string): Complaint[] =>
  file.complaints.filter((complaint) => complaint.against === person);

/** The case with no more in it than a party may know: everything it is shown follows from this alone. */
const masked = (current: Case, at: { step: Step; since: string }, hidden: Partial<CaseFile>): Case => {
  const file = { ...current.file, ...hidden };
  return { ...current, revision: 0, deviations: [], ...at, file, complaints: complaintsIn(file) };
};

const employeesMask: Mask = (current, person) =>
  inRole(current.file, 'employee', person) ? masked(current, current, {}) : null;

/** Where the case stands to whoever does not know what the employee asked the employer. */
const beforeTheEmployer = ({
  transfer,
  closedOn,
  decision,
  possession,
}: CaseFile): { step: Step; since: string } | null => {
  if (closedOn) return { step: 'concluded', since: closedOn };
  if (transfer && !transfer.refused) return { step: 'completion.consideringTransfer', since: transfer.requestedOn };
  if (transfer?.refused) return { step: 'completion.transferRefused', since: transfer.refused.on };
  if (decision) return { step: 'completion.decided', since: decision.on };
  return possession && { step: 'completion.considering', since: possession.on };
};

/** Where the case stands to the own physician's service. */
const seenFromHome = (current: Case): { step: Step; since: string } => {
  const { step, file } = current;
  const { engagement, execution } = file;
  if (step === 'notForwarded' || step.startsWith('execution.')) {
    if (execution.noCopyOn) return { step: 'notForwarded', since: execution.noCopyOn };
    if (engagement?.acceptedOn) return { step: 'execution.underway', since: engagement.acceptedOn };
  }
  if (step === 'completion.awaitingEmployer' || step === 'concluded') return beforeTheEmployer(file) ?? current;
  return current;
};

const ownPhysiciansMask: Mask = (current, person) => {
  const { file } = current;
  if (!inRole(file, 'ownPhysician', person)) return null;
  const { execution, possession, participants } = file;
  const { noCopyOn } = execution;
  return masked(current, seenFromHome(current), {
    recordOf: 'ownPhysician',
    execution: {
      ...nothingDone(),
      information: execution.information.filter(({ source }) => source === 'ownPhysician'),
      advice: possession && execution.advice,
      forwarding: noCopyOn ? { as: 'announced', on: noCopyOn } : null,
      noCopyOn,
    },
    employerRequest: null,
    askedAtWork: [],
    disclosures: [],
    complaints: against(file, participants.ownPhysician.id),
  });
};

/** Where the case stands to the second-opinion physician: what follows his part is not his. */
const seenFromExecution = (
  { step, since, file }: Case,
  { timedOutOn, infeasibleOn, application, acceptedOn }: Engagement,
): { step: Step; since: string } => {
  const { execution, possession, request } = file;
  if (step === 'withdrawn' || step === 'uwvRouteChosen')
    return { step: 'withdrawn', since: request.outcome?.on ?? since };
  if (step === 'lapsed') return { step, since };
  if (timedOutOn) return { step: 'application.choosing', since: timedOutOn };
  if (infeasibleOn) return { step: 'application.reconsidering', since: infeasibleOn };
  if (possession?.through === 'forwarded') return { step: 'completion.considering', since: possession.on };
  if (execution.forwarding?.as === 'authorised')
    return { step: 'execution.forwarding', since: execution.forwarding.on };
  if (execution.forwarding) return { step: 'notForwarded', since: execution.forwarding.on };
  if (execution.advice) return { step: 'execution.awaitingConsent', since: execution.advice.on };
  return step.startsWith('execution.')
    ? { step, since }
    : { step: 'execution.underway', since: acceptedOn ?? application.on };
};

const secondOpinionPhysiciansMask: Mask = (current, person) => {
  const { file } = current;
  const { engagement, participants, request, possession } = file;
  if (!engagement || !inRole(file, 'secondOpinionPhysician', person)) return null;
  const { physician, chosen } = engagement;
  const at = seenFromExecution(current, engagement);
  return masked(current, at, {
    participants: { ...participants, employer: null, administration: null, thirdPhysician: null, former: [] },
    guidanceContinues: true,
    earlierRequests: [],
    request: {
      ...request,
      newFacts: null,
      engageFrom: null,
      instrument: null,
      adviceInForceExplainedOn: null,
      honouredOn: null,
      outcome: at.step === 'withdrawn' ? { as: 'withdrawn', on: at.since } : null,
    },
    choice: chosen && {
      on: engagement.application.on,
      first: chosen,
      second: null,
      agreedWithEmployer: engagement.agreedWithEmployer,
      current: 'first',
    },
    authorisations: file.authorisations.filter(({ recipient }) => recipient === physician),
    execution: { ...file.execution, noCopyOn: null },
    possession: possession?.through === 'forwarded' ? possession : null,
    decision: null,
    transfer: null,
    employerRequest: null,
    closedOn: null,
    askedAtWork: [],
    disclosures: [],
    complaints: against(file, physician),
  });
};

const thirdPhysiciansMask: Mask = (current, person) => {
  const { file } = current;
  const { transfer, participants } = file;
  if (!transfer?.grantedOn || !participants.thirdPhysician || !inRole(file, 'thirdPhysician', person)) return null;
  const { grantedOn, acceptedOn, adviceMayBePassedOn } = transfer;
  return masked(
    current,
    acceptedOn
      ? { step: 'transferred', since: acceptedOn }
      : { step: 'completion.awaitingThirdPhysician', since: grantedOn },
    {
      decision: acceptedOn && adviceMayBePassedOn ? file.decision : null,
      complaints: against(file, participants.thirdPhysician.id),
    },
  );
};

/** Rows 3 and 34: what is discussed with the employee is not planned, so nobody seems to wait for it. */
const discussedUnseen = (request: CaseFile['request']): CaseFile['request'] => ({
  ...request,
  instrument: { on: request.askedOn, advised: 'other' },
  adviceInForceExplainedOn: request.askedOn,
});

/** Row 24: nor is the decision, before it as after it. */
const decidedUnseen = ({ request }: CaseFile): CaseFile['decision'] => ({
  on: request.askedOn,
  adoption: 'none',
  reasons: null,
});

/** Where the case stands to planning: neither the decision nor a request to transfer is planned (`docs/views.md`, rows 24 and 26). */
const seenFromPlanning = (current: Case): { step: Step; since: string } => {
  const { step, file } = current;
  const { closedOn, employerRequest, execution, possession, transfer } = file;
  const [concludedOn] = [closedOn, transfer?.closedBefore, employerRequest?.answered?.on]
    .filter((day) => day != null)
    .sort()
    .reverse();
  if (step === 'completion.awaitingEmployer') return current;
  if (concludedOn && (step === 'concluded' || step === 'completion.consideringTransfer'))
    return { step: 'concluded', since: concludedOn };
  const asOne: Step[] = ['completion.considering', 'completion.decided', 'completion.consideringTransfer'];
  if (possession && asOne.includes(step)) return { step: 'completion.considering', since: possession.on };
  // Who decided without a copy had the word that none comes.
  if (execution.noCopyOn && asOne.includes(step)) return { step: 'notForwarded', since: execution.noCopyOn };
  return seenFromHome(current);
};

const administrationsMask: Mask = (current, person) =>
  inRole(current.file, 'administration', person)
    ? masked(current, seenFromPlanning(current), {
        request: discussedUnseen(current.file.request),
        decision: decidedUnseen(current.file),
        complaints: [],
      })
    : null;

const handlersMask: Mask = (current, person) => {
  const { file } = current;
  const complaints = file.complaints.filter(
    ({ handler, against }) =>
      person === undefined || handler === person || (!handler && against !== person && !isInvolved(file, person)),
  );
  return complaints.length > 0 ? masked(current, current, { complaints }) : null;
};

/** Where the employer stands to the case: at his own question, whatever became of the rest. */
const asTheEmployerKnows = (current: Case): Case =>
  current.file.employerRequest?.answered === null
    ? { ...current, step: 'completion.awaitingEmployer', since: current.file.employerRequest.askedOn }
    : current;

const masks: Record<Role, Mask> = {
  employee: employeesMask,
  ownPhysician: ownPhysiciansMask,
  secondOpinionPhysician: secondOpinionPhysiciansMask,
  thirdPhysician: thirdPhysiciansMask,
  employer: (current, person) => (inRole(current.file, 'employer', person) ? asTheEmployerKnows(current) : null),
  complaintHandler: handlersMask,
  administration: administrationsMask,
  scheduler: (current, person) => (inRole(current.file, 'scheduler', person) ? current : null),
};

/** Whether this is a role; a host may have it from a request, where it can be anything. */
export const isRole = (role: unknown): role is Role => typeof role === 'string' && Object.hasOwn(masks, role);

const see: { [Party in Role]: (seen: Case) => Seen[Party] | null } = {
  employee: (seen) => {
    const { file } = seen;
    return {
      caseId: file.caseId,
      step: seen.step,
      since: seen.since,
      contract: file.contract,
      contestedAdvice: file.contestedAdvice,
      adviceInForce: file.contestedAdvice.id,
      question: file.question,
      guidanceContinues: file.guidanceContinues,
      earlierRequests: file.earlierRequests,
      request: file.request,
      ownPhysician: file.participants.ownPhysician.id,
      choice: file.choice,
      authorisations: file.authorisations,
      engagement: file.engagement,
      execution: file.execution,
      possession: file.possession,
      decision: file.decision,
      transfer: file.transfer,
      thirdPhysician: file.participants.thirdPhysician?.id ?? null,
      employerRequest: file.employerRequest,
      disclosures: file.disclosures,
      complaints: file.complaints,
      payer: payer(seen).payer,
    };
  },
  ownPhysician: (seen) => {
    const { file } = seen;
    const { execution, possession } = file;
    return {
      caseId: file.caseId,
      step: seen.step,
      since: seen.since,
      employee: file.participants.employee,
      contract: file.contract,
      contestedAdvice: file.contestedAdvice,
      adviceInForce: file.contestedAdvice.id,
      question: file.question,
      guidanceContinues: file.guidanceContinues,
      earlierRequests: file.earlierRequests,
      request: file.request,
      choice: file.choice,
      authorisations: file.authorisations,
      engagement: file.engagement,
      informationAskedOn: execution.information[0]?.requestedOn ?? null,
      noCopyOn: execution.noCopyOn,
      advice: possession && {
        reference: execution.advice?.advice ?? null,
        on: possession.on,
        through: possession.through,
      },
      decision: file.decision,
      transfer: file.transfer,
      thirdPhysician: file.participants.thirdPhysician?.id ?? null,
      complaints: file.complaints,
      payer: payer(seen).payer,
    };
  },
  secondOpinionPhysician: (seen) => {
    const { file } = seen;
    const { engagement, possession, authorisations } = file;
    if (!engagement) return null;
    if (engagement.timedOutOn) return { caseId: file.caseId, application: engagement.application };
    return {
      caseId: file.caseId,
      step: seen.step,
      since: seen.since,
      employee: file.participants.employee,
      ownPhysician: file.participants.ownPhysician.id,
      contestedAdvice: file.contestedAdvice,
      adviceInForce: file.contestedAdvice.id,
      question: file.question,
      application: engagement.application,
      authorisation: authorisations[0] ?? null,
      medicalDataSentOn: engagement.medicalDataSentOn,
      receivedOn: engagement.receivedOn,
      acceptedOn: engagement.acceptedOn,
      infeasibleOn: engagement.infeasibleOn,
      execution: file.execution,
      forwardedOn: possession?.on ?? null,
      complaints: file.complaints,
      payer: payer(seen).payer,
    };
  },
  thirdPhysician: ({ step, since, file }) => {
    const { transfer, contestedAdvice } = file;
    const accepted = transfer?.acceptedOn != null;
    return {
      caseId: file.caseId,
      step: step === 'transferred' ? step : 'completion.awaitingThirdPhysician',
      since,
      employee: file.participants.employee,
      adviceInForce: accepted ? contestedAdvice.id : null,
      along:
        accepted && transfer.adviceMayBePassedOn
          ? {
              contestedAdvice,
              question: file.question,
              advice: file.execution.advice?.advice ?? null,
              decision: file.decision,
            }
          : null,
      complaints: file.complaints,
    };
  },
  employer: ({ file }) => {
    const { transfer, participants, employerRequest, disclosures, askedAtWork } = file;
    const { thirdPhysician } = participants;
    const guidance =
      transfer?.acceptedOn && thirdPhysician ? { by: thirdPhysician.id, since: transfer.acceptedOn } : null;
    const told = disclosures.flatMap(({ of, on, consent }) => (consent ? [{ of, on }] : []));
    return guidance || employerRequest || told.length > 0 || askedAtWork.length > 0
      ? { guidance, request: employerRequest, told, asked: askedAtWork }
      : null;
  },
  complaintHandler: ({ file }) => ({ caseId: file.caseId, complaints: file.complaints }),
  administration: (seen) => {
    const { step, since, file } = seen;
    const { engagement, authorisations, participants } = file;
    const current = currentChoice(file);
    return {
      caseId: file.caseId,
      step,
      since,
      employee: participants.employee,
      ownPhysician: participants.ownPhysician.id,
      physicianChosen: current !== null,
      authorisationAnswered: authorisations.some(({ recipient }) => recipient === current?.id),
      application: engagement && {
        on: engagement.application.on,
        receivedOn: engagement.receivedOn,
        answeredOn: engagement.acceptedOn ?? engagement.infeasibleOn,
      },
      thirdPhysician: participants.thirdPhysician?.id ?? null,
      employerAsked: file.employerRequest !== null,
      payer: payer(seen).payer,
    };
  },
  scheduler: () => null,
};

const concerns: Record<Role, TermName[]> = {
  employee: ['engage', 'response', 'advise', 'forward', 'decide', 'considerTransfer', 'complaint'],
  ownPhysician: ['engage', 'response', 'decide', 'considerTransfer', 'complaint'],
  secondOpinionPhysician: ['response', 'advise', 'forward', 'complaint'],
  thirdPhysician: ['complaint'],
  employer: [],
  complaintHandler: ['complaint'],
  administration: ['engage', 'response'],
  scheduler: ['response'],
};

const isTimedOut = ({ file }: Case): boolean => file.engagement?.timedOutOn != null;

/** Whom a party may know to be waited for; those outside the procedure know it of themselves only. */
const waitingFor = (role: Role, seen: Case): Waiting[] => {
  const waiting = waitingOn(seen);
  if (role === 'employee' || role === 'ownPhysician' || role === 'administration') return waiting;
  if (role !== 'secondOpinionPhysician') return waiting.filter((each) => each.role === role);
  return isTimedOut(seen) || seen.step.startsWith('completion.') ? [] : waiting;
};

const employersAnswers: EventType[] = ['employer.agreed', 'employer.declined'];

const mayReportOf = (role: Role, seen: Case): Expected[] => {
  const expected = expectedEvents(seen, role);
  if (role === 'employer') return expected.filter(({ type }) => employersAnswers.includes(type));
  if (role === 'secondOpinionPhysician' && isTimedOut(seen))
    return expected.filter(({ type }) => type === 'application.accepted');
  return expected;
};

/**
 * What a party may see of a case, and do (`docs/views.md`, cell by cell). Takes the case, the role, and the id of the person
 * where one person in that role is meant; answers the empty view for who is not, or no longer, in the role, and for what is no
 * role at all.
 */
export function viewFor<Party extends Role>(current: Case, role: Party, person?: string): View<Party> {
  const mask = isRole(role) ? masks[role](current, person) : null;
  const sees = mask && see[role](mask);
  // The scheduler sees nothing, and has what it reports.
  const seen = sees || role === 'scheduler' ? mask : null;
  const view = {
    role,
    sees,
    waitingOn: seen
      ? waitingFor(role, seen).map(({ role, for: awaited, since }) => ({ role, for: awaited, since }))
      : [],
    mayReport: seen ? mayReportOf(role, seen).map(({ type, needs, unmet }) => ({ type, needs, unmet })) : [],
    deadlines: seen ? deadlines(seen).filter(({ term }) => concerns[role].includes(term)) : [],
  };
  return view as View<Party>;
}
