import { acts, type EventType } from './acts.js';
import { copyOf, type Fixed } from './fields.js';
import {
  adviceInForce,
  type CaseFile,
  type Complaint,
  currentChoice,
  type FilePart,
  holderOf,
  holdersOf,
  holdsRole,
  isInvolved,
  ownPhysicianHasCopy,
  type Role,
  roles,
  type Step,
} from './file.js';
import { isOutside } from './norms.js';
import {
  type Deadline,
  deadlines,
  type Expected,
  expectedEvents,
  payer,
  type Waiting,
  waitingOn,
} from './procedure.js';
import { type Case, complaintsIn, employerRouteIn } from './stored-case.js';
import { terms } from './terms.js';
import { reading } from './unreadable.js';

/** Where a case stands to somebody, and since when. */
type Standing = Pick<Case, 'step' | 'since'>;

/** The parts of a file that a mask hides or narrows: what a party may not know is undefined, neither done nor awaited. */
type Hidden = {
  [Part in keyof CaseFile]?:
    | undefined
    | CaseFile[Part]
    | { [Field in keyof CaseFile[Part]]: CaseFile[Part][Field] | undefined };
};

/**
 * The case with no more in it than a party may know: everything it is shown follows from this alone. Nothing is invented: a part
 * is left as it is, narrowed, or unknown.
 */
const masked = (current: Case, at: Standing, hidden: Hidden): Case => {
  const file = { ...current.file, ...hidden } as CaseFile;
  return {
    ...current,
    revision: 0,
    deviations: [],
    step: at.step,
    since: at.since,
    file,
    employerRoute: employerRouteIn(file),
    complaints: complaintsIn(file),
  };
};

const unknown = undefined;

const unknownExecution = {
  consultation: unknown,
  information: unknown,
  draft: unknown,
  review: unknown,
  discussion: unknown,
  advice: unknown,
  forwarding: unknown,
  noCopyOn: unknown,
  copyWithoutConsentOn: unknown,
};

const against = ({ complaints }: CaseFile, person: string): Complaint[] =>
  complaints.filter((complaint) => complaint.against === person);

/** Where the case stands to the own physician's service. */
const seenFromHome = (current: Case): Standing => {
  const { step, file } = current;
  const { engagement, execution } = file;
  if (step === 'notForwarded' || step.startsWith('execution.')) {
    if (execution.noCopyOn) return { step: 'notForwarded', since: execution.noCopyOn };
    if (engagement?.acceptedOn) return { step: 'execution.underway', since: engagement.acceptedOn };
  }
  return current;
};

/** Where the case stands to the second-opinion physician: what follows their part is not theirs. */
const seenFromExecution = ({ step, since, file }: Case): Standing => {
  const { engagement, execution, possession, request } = file;
  if (step === 'withdrawn' || step === 'uwvRouteChosen')
    return { step: 'withdrawn', since: request.outcome?.on ?? since };
  if (step === 'lapsed') return { step, since };
  // What became of the first copy is no more of theirs than what came after it.
  if (possession) return { step: 'concluded', since: possession.first.on };
  if (engagement?.timedOutOn) return { step: 'application.choosing', since: engagement.timedOutOn };
  if (engagement?.infeasibleOn) return { step: 'application.reconsidering', since: engagement.infeasibleOn };
  if (execution.forwarding?.as === 'authorised')
    return { step: 'execution.forwarding', since: execution.forwarding.on };
  if (execution.forwarding) return { step: 'notForwarded', since: execution.forwarding.on };
  if (execution.advice) return { step: 'execution.awaitingConsent', since: execution.advice.on };
  return { step, since };
};

/** Where the case stands to planning: neither the decision nor a request to transfer is planned (`docs/views.md`, rows 24 and 26). */
const seenFromPlanning = (current: Case): Standing => {
  const { step, file } = current;
  const { closedOn, possession, transfer } = file;
  const concludedOn = closedOn ?? transfer?.closedBefore;
  if (concludedOn && (step === 'concluded' || step === 'completion.consideringTransfer'))
    return { step: 'concluded', since: concludedOn };
  const asOne: Step[] = ['completion.considering', 'completion.decided', 'completion.consideringTransfer'];
  if (possession && asOne.includes(step)) return { step: 'completion.considering', since: possession.first.on };
  return seenFromHome(current);
};

const handledBy = (file: CaseFile, person: string | undefined): Complaint[] =>
  file.complaints.filter(
    ({ handler, against }) =>
      person === undefined || handler === person || (!handler && against !== person && !isInvolved(file, person)),
  );

/** What each party may know of a case, in which that party holds the role; null: nothing. */
const masks: Record<Role, (current: Case, person: string | undefined) => Case | null> = {
  employee: (current) => masked(current, current, {}),
  ownPhysician: (current) => {
    const { execution, participants } = current.file;
    return masked(current, seenFromHome(current), {
      execution: {
        ...unknownExecution,
        information: execution.information.filter(({ source }) => source === 'ownPhysician'),
        noCopyOn: execution.noCopyOn,
      },
      employerRequest: unknown,
      askedAtWork: unknown,
      disclosures: unknown,
      complaints: against(current.file, participants.ownPhysician.id),
    });
  },
  secondOpinionPhysician: (current) => {
    const { engagement, participants, request, execution, possession, authorisations } = current.file;
    if (!engagement) return null;
    return masked(current, seenFromExecution(current), {
      participants: {
        ...participants,
        employer: unknown,
        firstEmployer: unknown,
        administration: unknown,
        thirdPhysician: unknown,
        former: unknown,
      },
      guidanceContinues: unknown,
      earlierRequests: unknown,
      request: {
        ...request,
        newFacts: unknown,
        engageFrom: unknown,
        instrument: unknown,
        adviceInForceExplainedOn: unknown,
        honouredOn: unknown,
        outcome: unknown,
      },
      choice: unknown,
      authorisations: authorisations.filter(({ recipient }) => recipient === engagement.physician),
      execution: { ...execution, noCopyOn: unknown },
      possession,
      decision: unknown,
      transfer: unknown,
      employerRequest: unknown,
      closedOn: unknown,
      askedAtWork: unknown,
      disclosures: unknown,
      complaints: hasTimedOut(current) ? [] : against(current.file, engagement.physician),
    });
  },
  thirdPhysician: (current) => {
    const { transfer, participants } = current.file;
    if (!transfer?.grantedOn || !participants.thirdPhysician) return null;
    const { grantedOn, acceptedOn } = transfer;
    const asked: Standing = acceptedOn
      ? { step: 'transferred', since: acceptedOn }
      : { step: 'completion.awaitingThirdPhysician', since: grantedOn };
    // Nobody is asked to guide an employee who died (`B-50`).
    return masked(current, current.step === 'lapsed' ? current : asked, {
      complaints: against(current.file, participants.thirdPhysician.id),
    });
  },
  employer: (current) => {
    const { participants, transfer, disclosures, askedAtWork } = current.file;
    const { employer, firstEmployer } = participants;
    // Consent to tell names an employer: what one was told is not another's (`G-4`).
    return masked(current, current, {
      transfer: employer === firstEmployer ? transfer : unknown,
      disclosures: disclosures.filter(({ to }) => to === employer),
      askedAtWork: askedAtWork.filter(({ to }) => to === employer),
    });
  },
  complaintHandler: (current, person) => {
    const complaints = handledBy(current.file, person);
    return complaints.length > 0 ? masked(current, current, { complaints }) : null;
  },
  administration: (current) => {
    const { outcome } = current.file.request;
    return masked(current, seenFromPlanning(current), {
      // Rows 2, 3, 24 and 34: what is asked of whom, what is discussed with the employee and what is decided is not planned.
      question: unknown,
      request: {
        ...current.file.request,
        instrument: unknown,
        adviceInForceExplainedOn: unknown,
        // Nor whether there are reasons (`B-59`).
        outcome: outcome && 'reasons' in outcome ? { ...outcome, reasons: unknown as never } : outcome,
      },
      // That the employee has answered, not how.
      authorisations: current.file.authorisations.map((each) => ({ ...each, status: unknown as never })),
      execution: { ...unknownExecution, noCopyOn: current.file.execution.noCopyOn },
      decision: unknown,
      employerRequest: unknown,
      complaints: [],
    });
  },
  scheduler: (current) => current,
};

const mask = (current: Case, role: Role, person: string | undefined): Case | null => {
  const { file } = current;
  const held = person === undefined ? holderOf(file, role) !== null : holdsRole(file, role, person);
  return held || role === 'complaintHandler' ? masks[role](current, person) : null;
};

const adviceIn = ({ advice, on, through }: NonNullable<CaseFile['possession']>) => ({ reference: advice, on, through });

const withTheFile = (seen: Case) => {
  const { file } = seen;
  const { execution, possession } = file;
  return {
    caseId: seen.caseId,
    step: seen.step,
    since: seen.since,
    employee: file.participants.employee,
    contract: file.contract,
    contestedAdvice: file.contestedAdvice,
    adviceInForce: adviceInForce(file),
    question: file.question,
    guidanceContinues: file.guidanceContinues,
    earlierRequests: file.earlierRequests,
    request: file.request,
    choice: file.choice,
    authorisations: file.authorisations,
    engagement: file.engagement,
    /** Whether the second-opinion physician asked them for information, and since when. */
    informationAskedOn: execution.information[0]?.requestedOn ?? null,
    /** Since when they know that no copy comes; never why. */
    noCopyOn: execution.noCopyOn,
    /** The final advice, once they have a copy. */
    advice: possession && ownPhysicianHasCopy(file) ? adviceIn(possession) : null,
    decision: file.decision,
    transfer: file.transfer,
    thirdPhysician: file.participants.thirdPhysician?.id ?? null,
    /** Those against them. */
    complaints: file.complaints,
    payer: payer(seen).payer,
  };
};

/** `B-65`: whether the own physician has not what their predecessor had. */
const hasNotTheFile = ({ withheld }: CaseFile): boolean => withheld.length > 0;

const isAsked = (current: Case): boolean => waitingOn(current).some(({ role }) => role === 'ownPhysician');

/** What is asked of a successor, and what was done since they came, as far as it is addressed to them. */
const withoutTheFile = (seen: Case) => {
  const { file } = seen;
  const { possession, withheld } = file;
  const isTheirs = isAsked(seen);
  const known = <Part extends FilePart>(part: Part) => !withheld.includes(part);
  return {
    caseId: seen.caseId,
    /** Null where nothing is asked of them: a request is in progress. */
    step: isTheirs ? seen.step : null,
    since: isTheirs ? seen.since : null,
    employee: file.participants.employee,
    contract: file.contract,
    askedOn: file.request.askedOn,
    ...(known('question') && { question: file.question }),
    ...(known('choice') && { choice: file.choice }),
    ...(known('engagement') && { engagement: file.engagement }),
    ...(ownPhysicianHasCopy(file) && possession && { advice: adviceIn(possession) }),
    ...(known('decision') && { decision: file.decision }),
    ...(known('transfer') && { transfer: file.transfer }),
    /** Those against them. */
    complaints: file.complaints,
  };
};

type Engagement = NonNullable<CaseFile['engagement']>;

const afterTheWeek = ({ caseId }: Case, { application }: Engagement) => ({ caseId, application });

const whileEngaged = ({ caseId, step, since, file }: Case, engagement: Engagement) => {
  const { chosen, agreedWithEmployer } = engagement;
  const { noCopyOn: _, ...execution } = file.execution;
  return {
    caseId,
    step,
    since,
    employee: file.participants.employee,
    ownPhysician: file.participants.ownPhysician.id,
    contestedAdvice: file.contestedAdvice,
    adviceInForce: adviceInForce(file),
    question: file.question,
    application: engagement.application,
    /** The authorisation in their own name, if the employee said anything. */
    authorisation: file.authorisations[0] ?? null,
    medicalDataSentOn: engagement.medicalDataSentOn,
    receivedOn: engagement.receivedOn,
    acceptedOn: engagement.acceptedOn,
    infeasibleOn: engagement.infeasibleOn,
    execution,
    forwardedOn: file.possession?.first.through === 'forwarded' ? file.possession.first.on : null,
    complaints: file.complaints,
    payer:
      chosen && isOutside(file.contract, chosen, agreedWithEmployer) ? ('employee' as const) : ('employer' as const),
  };
};

/** What each party sees of the case that its mask leaves; null: nothing. */
const shows = {
  /** The whole of their own case. */
  employee: (seen: Case) => {
    const { file } = seen;
    return {
      caseId: seen.caseId,
      step: seen.step,
      since: seen.since,
      contract: file.contract,
      contestedAdvice: file.contestedAdvice,
      /** `G-9`, `B-75`: the id of the advice that holds; null once what holds is ordinary guidance. */
      adviceInForce: adviceInForce(file),
      question: file.question,
      guidanceContinues: file.guidanceContinues,
      /** What was asked before, on which a refusal for repetition is decided (`B-04`). */
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
  /** The execution is one thing to the own physician until the copy, or the word that none comes. */
  ownPhysician: (seen: Case): SeenByOwnPhysician | SeenBySuccessor =>
    hasNotTheFile(seen.file) ? withoutTheFile(seen) : withTheFile(seen),
  /** As long as they hold the role; of an application that they let time out, only that (`B-17`). */
  secondOpinionPhysician: (seen: Case): SeenBySecondOpinionPhysician | SeenByTimedOutPhysician | null => {
    const { engagement } = seen.file;
    if (!engagement) return null;
    return engagement.timedOutOn ? afterTheWeek(seen, engagement) : whileEngaged(seen, engagement);
  },
  /** That they are asked, and once they accepted what may be passed on (`B-34a`). */
  thirdPhysician: ({ caseId, step, since, file }: Case) => {
    const { transfer, contestedAdvice } = file;
    const accepted = transfer?.acceptedOn != null;
    return {
      caseId,
      step,
      since,
      employee: file.participants.employee,
      passedOn:
        accepted && transfer.adviceMayBePassedOn
          ? {
              contestedAdvice,
              question: file.question,
              advice: file.possession?.advice ?? null,
              decision: file.decision,
            }
          : null,
      complaints: file.complaints,
    };
  },
  /** Nothing, but what they were asked, told with consent, or must be told of a transfer (`E-33`, `G-4`). */
  employer: ({ file }: Case) => {
    const { transfer, participants, employerRequest, disclosures, askedAtWork } = file;
    const { thirdPhysician } = participants;
    const guidance =
      transfer?.acceptedOn && thirdPhysician ? { by: thirdPhysician.id, since: transfer.acceptedOn } : null;
    const told = disclosures.flatMap(({ of, on, consent }) => (consent ? [{ of, on }] : []));
    return guidance || employerRequest || told.length > 0 || askedAtWork.length > 0
      ? { guidance, request: employerRequest, told, asked: askedAtWork.map(({ source, on }) => ({ source, on })) }
      : null;
  },
  /** The complaints that are theirs, or that nobody handles yet. */
  complaintHandler: ({ caseId, file }: Case) => ({ caseId, complaints: file.complaints }),
  /** Where it stands and on which days, no content. */
  administration: (seen: Case) => {
    const { caseId, step, since, file } = seen;
    const { engagement, authorisations, participants } = file;
    const current = currentChoice(file);
    return {
      caseId,
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
      payer: payer(seen).payer,
    };
  },
  /** Nothing: the scheduler has what it reports. */
  scheduler: (_: Case) => null,
};

type Shown<Party extends Role> = NonNullable<ReturnType<(typeof shows)[Party]>>;

/** What the employee sees: the whole of their own case. */
export type SeenByEmployee = Shown<'employee'>;
/** What the own physician sees. */
export type SeenByOwnPhysician = ReturnType<typeof withTheFile>;
/** What a successor of the own physician sees as long as the employee has not released their predecessor's file (`B-65`). */
export type SeenBySuccessor = ReturnType<typeof withoutTheFile>;
/** What the second-opinion physician sees while they hold the role. */
export type SeenBySecondOpinionPhysician = ReturnType<typeof whileEngaged>;
/** What a physician sees who let the week pass, until another is chosen or sent the application (`B-17`). */
export type SeenByTimedOutPhysician = ReturnType<typeof afterTheWeek>;
/** What the third physician sees. */
export type SeenByThirdPhysician = Shown<'thirdPhysician'>;
/** What the employer sees. */
export type SeenByEmployer = Shown<'employer'>;
/** What a complaint handler sees. */
export type SeenByComplaintHandler = Shown<'complaintHandler'>;
/** What planning and administration see. */
export type SeenByAdministration = Shown<'administration'>;

/** What a party may know of a case, and do; `role` says of which party it is, and so what it sees. */
export type View<Party extends Role = Role> = Party extends Role
  ? {
      readonly role: Party;
      /** Null where there is nothing that this party, or this person, may see. */
      readonly sees: Fixed<Shown<Party>> | null;
      /** On whom the case waits, as far as this party may know; which complaint, where they see it. */
      readonly waitingOn: readonly Omit<Waiting, 'person'>[];
      /** What this party may report now, what each needs, and what stands in the way. */
      readonly mayReport: readonly Omit<Expected, 'person' | 'role'>[];
      /** The running terms that concern this party; which complaint, where they see it. */
      readonly deadlines: readonly Omit<Deadline, 'person'>[];
    }
  : never;

/** Whether this is a role; a host may have it from a request, where it can be anything. */
export const isRole = (role: unknown): role is Role => roles.some((known) => known === role);

const hasTimedOut = ({ file }: Case): boolean => file.engagement?.timedOutOn != null;

/** Whom a party may know to be waited for; those outside the procedure know it of themselves only. */
const waitingFor = (role: Role, seen: Case): Waiting[] => {
  const waiting = waitingOn(seen);
  if (role === 'ownPhysician' && hasNotTheFile(seen.file)) return waiting.filter((each) => each.role === role);
  if (role === 'employee' || role === 'ownPhysician' || role === 'administration') return waiting;
  if (role !== 'secondOpinionPhysician') return waiting.filter((each) => each.role === role);
  // What is no business of theirs is none of what they are told of either.
  return waiting.flatMap((each) => {
    const theirs = each.events.filter((type) => acts[type].inRecordOf.includes(role));
    return theirs.length > 0 ? [{ ...each, events: theirs }] : [];
  });
};

const employersAnswers: EventType[] = ['employer.agreed', 'employer.declined'];

/** `B-17`, `B-88`: what can be said after the week as well. */
const lateAnswers: EventType[] = [
  'application.received',
  'application.accepted',
  'application.declined',
  'application.foundInfeasible',
];

const mayReportOf = (role: Role, seen: Case): Expected[] => {
  const expected = expectedEvents(seen, role);
  if (role === 'ownPhysician' && hasNotTheFile(seen.file)) {
    const owed = waitingOn(seen).flatMap(({ role, events }) => (role === 'ownPhysician' ? events : []));
    return expected.filter(({ type }) => owed.includes(type) || type === 'employer.informed');
  }
  if (role === 'employer') return expected.filter(({ type }) => employersAnswers.includes(type));
  if (role === 'secondOpinionPhysician' && hasTimedOut(seen))
    return expected.filter(({ type }) => lateAnswers.includes(type));
  return expected;
};

const termsFor = (role: Role, seen: Case): Deadline[] => {
  const concerning = deadlines(seen).filter(({ term }) => (terms[term].concerns as Role[]).includes(role));
  if (role !== 'ownPhysician' || !hasNotTheFile(seen.file)) return concerning;
  // Of the complaints against them they see the term as well.
  return concerning.filter(({ owner, complaint }) => complaint !== undefined || (owner === role && isAsked(seen)));
};

/** Without who it is, and without which complaint where that is none of those that are seen. */
const shownTo = <Moved extends Pick<Waiting, 'person' | 'complaint'>>(sees: object | null, all: readonly Moved[]) => {
  const complaints: Complaint[] = sees && 'complaints' in sees ? (sees.complaints as Complaint[]) : [];
  const seen = new Set(complaints.map(({ complaint }) => complaint));
  return all.map(({ person: _, complaint, ...known }) => ({
    ...known,
    ...(complaint !== undefined && seen.has(complaint) && { complaint }),
  }));
};

/** Somebody in a role: the role, and their id. */
export interface Reader<Party extends Role = Role> {
  readonly role: Party;
  readonly person: string;
}

/** What a role may see; where no person is meant, what whoever holds it sees. */
export function viewOf<Party extends Role>(current: Case, role: Party, person?: string): View<Party> {
  return reading(current, () => viewIn(current, role, person));
}

function viewIn<Party extends Role>(current: Case, role: Party, person?: string): View<Party> {
  const left = isRole(role) ? mask(current, role, person) : null;
  const sees = left && shows[role](left);
  // The scheduler sees nothing, and has what it reports.
  const seen = sees || role === 'scheduler' ? left : null;
  const view = {
    role,
    sees,
    waitingOn: seen ? shownTo(sees, waitingFor(role, seen)) : [],
    mayReport: seen
      ? mayReportOf(role, seen).map(({ type, needs, mayNeed, unmet }) => ({ type, needs, mayNeed, unmet }))
      : [],
    deadlines: seen ? shownTo(sees, termsFor(role, seen)) : [],
  };
  return view as unknown as View<Party>;
}

/**
 * What a party may see of a case, and do (`docs/views.md`, cell by cell). Takes a case and its reader, a person in a role; answers the
 * empty view for whoever is not, or no longer, in that role, and for what is no role at all. It shares nothing with the case. Throws
 * `UnreadableCase` at what is no case.
 */
export function viewFor<Party extends Role>(current: Case, reader: Reader<Party>): View<Party> {
  const { role, person } = reader;
  const view = viewOf(current, role, `${person}`);
  // The rest of it is made anew for each view.
  return { ...view, sees: copyOf(view.sees) };
}

/**
 * Everyone who may see something of a case now, for the list of "my cases": to whom `viewFor` shows anything. A complaint that nobody handles
 * yet is open to whoever handles complaints; a case does not know who they are, so a host names them. Ask it anew after every event. Throws
 * `UnreadableCase` at what is no case.
 */
export function partiesOf(current: Case, complaintHandlers: Iterable<string> = []): Reader[] {
  const named = [...complaintHandlers];
  return reading(current, () => partiesIn(current, named));
}

function partiesIn(current: Case, complaintHandlers: string[]): Reader[] {
  const { file } = current;
  const handlers = [...file.complaints.flatMap(({ handler }) => handler ?? []), ...complaintHandlers];
  return roles.flatMap((role) =>
    [...new Set(role === 'complaintHandler' ? handlers : holdersOf(file, role))]
      .filter((person) => viewOf(current, role, person).sees !== null)
      .map((person) => ({ role, person })),
  );
}
