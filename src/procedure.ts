import type { AnyStateNode } from 'xstate';
import { type CaseFile, currentChoice, evolve, holders, isOpen, openFile, responseFrom, type Step } from './case.js';
import type { ClauseId, Rank } from './clauses.js';
import {
  check,
  type EventType,
  eventSchema,
  eventTypes,
  type Issue,
  type Opening,
  openingSchema,
  type ProcedureEvent,
  type Role,
  reporters,
  requiredFields,
} from './events.js';
import { type GuardName, guards } from './guards.js';
import { type StateMeta, secondOpinionMachine, type TransitionMeta } from './machine.js';
import { hasCompelling, holds, holdsForCase, isOutsider, type NormName, norms, rankOfNorm } from './norms.js';
import { type Duty, filledByTheEvent, mayBeTold, type Notice, topics } from './notices.js';
import type { Case, Deviation } from './stored.js';
import { type Certainty, type Day, daysAfter, midnightAfter, type TermName, terms, weekFrom } from './terms.js';

/** A rule that stands in the way. */
export interface Unmet {
  /** Its name: a cause and a way out of each stand in `docs/errors.md`. */
  norm: NormName;
  /** The highest of the ranks of its clauses. */
  rank: Rank;
  clauses: ClauseId[];
}

/** A term that runs. */
export interface Deadline {
  term: TermName;
  /** Whose term it is. */
  owner: Role;
  clauses: ClauseId[];
  /** The last day of the term, `YYYY-MM-DD`; null for an open norm, which people judge. */
  dueOn: string | null;
  /** The instant (UTC) from which `response.overdue` may be reported: midnight in Amsterdam after `dueOn`. */
  overdueFrom: string | null;
  /** For an open norm: the day the contract agreed to look at it, `YYYY-MM-DD`; passing it forbids nothing. */
  alarmOn: string | null;
  /** Whether every day that the Algemene termijnenwet equates with a holiday is known for this term. */
  certainty: Certainty;
}

/** What somebody may report now. */
export interface Expected {
  type: EventType;
  role: Role;
  /** Who holds that role; null where anybody not involved may. */
  person: string | null;
  /** The fields to fill, besides `type`, `by` and `on`. */
  needs: string[];
  /** What the case alone fails; the event itself may fail more. */
  unmet: Unmet[];
}

/** Whose move it is. */
export interface Waiting {
  role: Role;
  /** Who holds that role; null where nobody does yet. */
  person: string | null;
  for: EventType[];
  /** Since which day, `YYYY-MM-DD`. */
  since: string;
}

/** What comes of an event; for the host, not for a party. */
export type Outcome =
  | { ok: true; case: Case; notices: Notice[]; deadlines: Deadline[]; clauses: ClauseId[]; deviations: Deviation[] }
  | { ok: false; reason: 'malformed'; issues: Issue[] }
  | { ok: false; reason: 'unexpected'; step: Step; expected: EventType[] }
  | { ok: false; reason: 'notAllowed'; unmet: Unmet[] };

/**
 * What comes of the whole of a log: the outcome of the opening and of each event, up to the first no. `at` is the place of that
 * event in the log, or -1 for the opening; `case` is the case before it.
 */
export type Replay =
  | { ok: true; case: Case; outcomes: Outcome[] }
  | { ok: false; at: number; outcome: Outcome; case: Case | null };

/** Where each region stands. */
type State = Pick<Case, 'step' | 'complaints'>;

/** A candidate: one of the transitions of an event, as the chart has it. */
interface Candidate {
  guard: GuardName;
  meta: TransitionMeta;
  /** What of the state is another after it; empty where it stays. */
  leads: Partial<State>;
  /** Whether the chart folds the event into the case file. */
  evolves: boolean;
  duties: Duty[];
}

type Candidates = Map<EventType, Candidate[]>;

const chart: AnyStateNode = secondOpinionMachine.root;

/** The states that a region can rest in. */
const leavesOf = (state: AnyStateNode): AnyStateNode[] =>
  state.type === 'compound' ? Object.values(state.states).flatMap(leavesOf) : [state];

const nameOf = ({ path }: AnyStateNode): string => path.slice(1).join('.');

/** The state of one who comes to it: in it, or where it begins. */
const stateAt = (state: AnyStateNode): Partial<State> => {
  const [first] = state.initial.target ?? [];
  if (first) return stateAt(first);
  return { [state.path[0] === 'procedure' ? 'step' : 'complaints']: nameOf(state) };
};

const dutiesOf = (actions: readonly unknown[]): Duty[] =>
  actions.flatMap((action) => (typeof action === 'object' ? [(action as { params: Duty }).params] : []));

/** The candidates from a state, its own before those of the states around it. */
const candidatesFrom = (state: AnyStateNode): Candidates => {
  const candidates: Candidates = new Map();
  for (let at: AnyStateNode | undefined = state; at; at = at.parent) {
    for (const [type, transitions] of at.transitions) {
      const found = transitions.map(({ guard, meta, actions, target }) => ({
        guard: guard as GuardName,
        meta: meta as TransitionMeta,
        leads: Object.assign({}, ...(target ?? []).map(stateAt)),
        evolves: actions.includes('evolve'),
        duties: dutiesOf(actions),
      }));
      candidates.set(type as EventType, [...(candidates.get(type as EventType) ?? []), ...found]);
    }
  }
  return candidates;
};

/** What holds in each state that a region can rest in, by its name. */
const inEach = <Held>(region: string, of: (state: AnyStateNode) => Held): Record<string, Held> =>
  Object.fromEntries(leavesOf(chart.states[region] as AnyStateNode).map((leaf) => [nameOf(leaf), of(leaf)]));

const candidatesFromStep: Record<Step, Candidates> = inEach('procedure', candidatesFrom);
const candidatesFromComplaints: Record<Case['complaints'], Candidates> = inEach('complaints', candidatesFrom);
const metas: Record<Step, StateMeta> = inEach('procedure', ({ meta }) => meta);

/** Where a case begins. */
const beginning = Object.assign({}, ...Object.values(chart.states).map(stateAt)) as State;

/** The clauses that every allowed transition of this event cites, wherever it is taken. */
export const clausesOf = (type: EventType): ClauseId[] => {
  const all = [...Object.values(candidatesFromStep), ...Object.values(candidatesFromComplaints)]
    .flatMap((candidates) => candidates.get(type) ?? [])
    .filter(({ meta }) => !meta.forbidden)
    .map(({ meta }) => meta.clauses);
  return (all[0] ?? []).filter((id) => all.every((clauses) => clauses.includes(id)));
};

const candidates = ({ step, complaints }: Case, type: EventType): Candidate[] =>
  candidatesFromStep[step].get(type) ?? candidatesFromComplaints[complaints].get(type) ?? [];

const unmetOf = (names: NormName[]): Unmet[] =>
  names.map((norm) => ({ norm, rank: rankOfNorm(norm), clauses: [...norms[norm].clauses] }));

const failing = (candidate: Candidate, file: CaseFile, event: ProcedureEvent): NormName[] =>
  guards[candidate.guard].norms.filter((name) => !holds(norms[name], file, event));

const candidateFor = (current: Case, event: ProcedureEvent): Candidate | undefined =>
  candidates(current, event.type).find(({ guard }) => holds(guards[guard].when, current.file, event));

/** The candidates that an allowed history may take now, by what the case alone says. */
const allowedCandidates = (current: Case, type: EventType): Candidate[] =>
  candidates(current, type).filter(
    ({ guard, meta }) => !meta.forbidden && holdsForCase(guards[guard].when, current.file, type),
  );

const expectedTypes = (current: Case): EventType[] =>
  eventTypes.filter((type) => allowedCandidates(current, type).length > 0);

const noticesOf = (
  duties: Duty[],
  before: CaseFile,
  after: CaseFile,
  revision: number,
  event: ProcedureEvent | null,
): Notice[] =>
  duties.flatMap((duty) => {
    const [person] = holders(filledByTheEvent.includes(duty.about) ? after : before, duty.to);
    if (person === undefined || (event && !mayBeTold(duty, before, event))) return [];
    const { from, clauses } = topics[duty.about];
    return [
      {
        id: `${after.caseId}:${revision}:${duty.about}:${duty.to}:${person}`,
        from,
        to: { role: duty.to, id: person },
        about: duty.about,
        clauses: [...clauses],
      },
    ];
  });

/**
 * `E-20`, `E-44`, `L-05`, `G-7`: the employee's request opens the case. Takes an opening (see `openingSchema`); answers the
 * case in `application.discussing`, or says no: `malformed` with every issue, `notAllowed` when anybody but the employee or the
 * representative asks (`actorHoldsRole`) or the contested advice is of a later day (`datedInOrder`).
 */
export function openCase(opening: unknown): Outcome {
  const checked = check(openingSchema, opening);
  if (!checked.ok) return { ok: false, reason: 'malformed', issues: checked.issues };
  const unmet = unmetOfOpening(checked.value);
  if (unmet.length > 0) return { ok: false, reason: 'notAllowed', unmet };

  const opened: Case = {
    schema: 1,
    revision: 0,
    step: beginning.step,
    since: checked.value.on,
    complaints: beginning.complaints,
    file: openFile(checked.value),
    deviations: [],
  };
  return {
    ok: true,
    case: opened,
    notices: noticesOf(dutiesOf(chart.entry), opened.file, opened.file, 0, null),
    deadlines: deadlines(opened),
    clauses: [...metas[opened.step].clauses],
    deviations: [],
  };
}

const unmetOfOpening = ({ by, on, participants, contestedAdvice }: Opening): Unmet[] =>
  unmetOf([
    ...(by === participants.employee || by === participants.representative ? [] : ['actorHoldsRole' as const]),
    ...(contestedAdvice.on <= on ? [] : ['datedInOrder' as const]),
  ]);

/**
 * May this be done? Takes a case and an event (see `eventSchema`); answers the case after it with its consequences, or says
 * no: `malformed`, `unexpected` in this step, or `notAllowed` with every rule in the way. Changes neither, throws nothing.
 */
export function advance(current: Case, event: unknown): Outcome {
  return take(current, event, 'advance');
}

/**
 * This was done: the case after it, with the rules that were not kept as deviations. Takes and answers what `advance` does;
 * an act that is none (`G-6`) is recorded as a deviation and the step stays; an event out of order is `notAllowed`.
 */
export function record(current: Case, event: unknown): Outcome {
  return take(current, event, 'record');
}

function take(current: Case, input: unknown, how: 'advance' | 'record'): Outcome {
  const checked = check(eventSchema, input);
  if (!checked.ok) return { ok: false, reason: 'malformed', issues: checked.issues };
  const event = checked.value;
  const candidate = candidateFor(current, event);
  if (!candidate) return { ok: false, reason: 'unexpected', step: current.step, expected: expectedTypes(current) };

  const failed = failing(candidate, current.file, event);
  if (failed.length > 0 && (how !== 'record' || failed.includes('datedInOrder')))
    return { ok: false, reason: 'notAllowed', unmet: unmetOf(failed) };

  const revision = current.revision + 1;
  const missing = failed.filter((name) => norms[name].kind === 'validity');
  const deviations = unmetOf(missing.length > 0 ? missing : failed)
    .filter(({ rank }) => rank !== 'choice')
    .map((unmet): Deviation => ({ ...unmet, event: event.type, by: event.by, on: event.on }));
  const before = { ...current, revision, deviations: [...current.deviations, ...deviations] };
  if (missing.length > 0)
    return { ok: true, case: before, notices: [], deadlines: deadlines(before), clauses: [], deviations };

  const after: Case = {
    ...before,
    ...candidate.leads,
    file: candidate.evolves ? evolve(current.file, event) : current.file,
  };
  if (after.step !== current.step) after.since = event.on;
  return {
    ok: true,
    case: after,
    notices: noticesOf(candidate.duties, current.file, after.file, revision, event),
    deadlines: deadlines(after),
    clauses: [...candidate.meta.clauses],
    deviations,
  };
}

/**
 * The whole of a log: takes an opening and its events in the order of arrival, to `advance` (the default) or to `record`; answers
 * the case at its end with every outcome, or stops at the first no and says where.
 */
export function replay(opening: unknown, events: Iterable<unknown>, how: 'advance' | 'record' = 'advance'): Replay {
  const opened = openCase(opening);
  if (!opened.ok) return { ok: false, at: -1, outcome: opened, case: null };
  const outcomes: Outcome[] = [opened];
  let current = opened.case;
  for (const event of events) {
    const outcome = take(current, event, how);
    if (!outcome.ok) return { ok: false, at: outcomes.length - 1, outcome, case: current };
    outcomes.push(outcome);
    current = outcome.case;
  }
  return { ok: true, case: current, outcomes };
}

/** Who may report what now, in the order of the procedure; all parties, or one role's. For the host. */
export function expectedEvents(current: Case, role?: Role): Expected[] {
  return eventTypes.flatMap((type) => {
    const [candidate] = allowedCandidates(current, type);
    if (!candidate) return [];
    const names = guards[candidate.guard].norms;
    const needs = new Set([...requiredFields(type), ...names.flatMap((name) => norms[name].needs ?? [])]);
    const failed = names.filter((name) => !holdsForCase(norms[name], current.file, type));
    return reporters[type]
      .filter((reporter) => (role === undefined || reporter === role) && isHeld(current.file, reporter))
      .map((reporter) => ({
        type,
        role: reporter,
        person: personIn(current.file, reporter),
        needs: [...needs],
        unmet: unmetOf(failed),
      }));
  });
}

const isHeld = (file: CaseFile, role: Role): boolean => role === 'complaintHandler' || holders(file, role).length > 0;

/** Who holds a role; of the complaint handlers only one who handles everything that is open. */
const personIn = (file: CaseFile, role: Role): string | null => {
  if (role !== 'complaintHandler') return holders(file, role)[0] ?? null;
  const handlers = new Set(file.complaints.filter(isOpen).map(({ handler }) => handler));
  const [only = null] = handlers;
  return handlers.size === 1 ? only : null;
};

/** Whose move it is, for what, since when; empty where nobody is waited for. For the host. */
export function waitingOn({ step, since, file }: Case): Waiting[] {
  const moves = Object.entries(metas[step].waitsOn ?? {}) as [Role, EventType[]][];
  return [
    ...moves.flatMap(([role, types]) => {
      const awaited = types.filter((type) => step === 'application.reconsidering' || isAwaited(file, type));
      const days = [...new Set(awaited.map((type) => awaitedSince(file, type) ?? since))];
      return days.map((day) => ({
        role,
        person: personIn(file, role),
        for: awaited.filter((type) => (awaitedSince(file, type) ?? since) === day),
        since: day,
      }));
    }),
    ...file.complaints.filter(isOpen).map(
      ({ handler, filedOn }): Waiting => ({
        role: 'complaintHandler',
        person: handler,
        for: handler
          ? ['complaint.progressed', 'complaint.answered']
          : ['complaint.acknowledged', 'complaint.answered'],
        since: filedOn,
      }),
    ),
  ];
}

/** Since when something is waited for, where that is not the day on which the step began. */
const awaitedSince = ({ execution, possession, transfer }: CaseFile, type: EventType): Day | null | undefined => {
  switch (type) {
    case 'inaccuracies.reported':
    case 'remarks.waived':
      return execution.draft?.on;
    case 'decision.made':
      return possession?.on;
    case 'transfer.granted':
      return transfer?.declinedOn;
    case 'transfer.accepted':
    case 'transfer.declined':
      return transfer?.grantedOn;
  }
};

/** Nobody waits for what has been done already, nor for what only the other of two can do now. */
const isAwaited = (file: CaseFile, type: EventType): boolean => {
  const { request, engagement, execution, participants } = file;
  switch (type) {
    case 'instrument.discussed':
      return request.instrument === null;
    case 'adviceInForce.explained':
      return request.adviceInForceExplainedOn === null;
    case 'authorisation.signed':
    case 'authorisation.withheld':
      return !file.authorisations.some(({ recipient }) => recipient === currentChoice(file)?.id);
    case 'application.received':
      return engagement?.receivedOn === null;
    case 'advice.discussed':
      return execution.discussion === null;
    case 'decision.made':
      return file.decision === null;
    case 'transfer.granted':
      return participants.thirdPhysician === null;
    case 'transfer.accepted':
    case 'transfer.declined':
      return participants.thirdPhysician !== null;
    default:
      return true;
  }
};

/** The terms that run, soonest first; open norms without an alarm day last. For the host. */
export function deadlines({ step, file }: Case): Deadline[] {
  const { contract, request, engagement, execution, transfer } = file;
  const { alarms } = contract;
  const when = (runs: boolean, from: Day | null | undefined): Day | null => (runs ? (from ?? null) : null);
  const runningTerm = metas[step].term;
  return [
    ...responseDeadline(file, when(step === 'execution.awaitingResponse', responseFrom(file))),
    ...openDeadline('engage', request.engageFrom, alarms.engage),
    ...openDeadline('advise', when(runningTerm === 'advise', engagement?.acceptedOn)),
    ...openDeadline('forward', when(runningTerm === 'forward', execution.forwarding?.on)),
    ...openDeadline(
      'decide',
      when((step.startsWith('completion.') || step === 'concluded') && file.decision === null, file.possession?.on),
      alarms.decide,
    ),
    ...openDeadline('considerTransfer', when(runningTerm === 'considerTransfer', transfer?.requestedOn)),
    ...file.complaints.filter(isOpen).flatMap(({ filedOn }) => openDeadline('complaint', filedOn, alarms.complaint)),
  ].sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > lookAt(other) ? 1 : 0));
}

const lookAt = ({ dueOn, alarmOn }: Deadline): string => dueOn ?? alarmOn ?? 'open';

const responseDeadline = ({ contract }: CaseFile, from: Day | null): Deadline[] => {
  if (from === null) return [];
  const { dueOn, certainty } = weekFrom(from, contract.responseTerm.extendedBy);
  const { owner, clauses } = terms.response;
  return [
    {
      term: 'response',
      owner,
      clauses: [...clauses],
      dueOn,
      overdueFrom: midnightAfter(dueOn),
      alarmOn: null,
      certainty,
    },
  ];
};

const openDeadline = (term: TermName, from: Day | null, alarm?: number): Deadline[] => {
  if (from === null) return [];
  const { owner, clauses } = terms[term];
  const alarmOn = alarm === undefined ? null : daysAfter(from, alarm);
  return [{ term, owner, clauses: [...clauses], dueOn: null, overdueFrom: null, alarmOn, certainty: 'known' }];
};

/**
 * `E-11` to `E-13`: who pays. The employer, by default; the employee for a physician outside the contract and the pool whom
 * the employer did not agree to; nobody while the request is refused (a private opinion is at one's own cost) or out of scope
 * (no right to a second opinion arises, `D-2.14d.1`, `B-05`).
 */
export function payer({ file }: Case): { payer: 'employer' | 'employee' | 'nobody'; clauses: ClauseId[] } {
  const { outcome } = file.request;
  if (outcome?.as === 'refused')
    return { payer: 'nobody', clauses: hasCompelling(outcome.grounds) ? ['E-12', 'B-06'] : ['B-06'] };
  if (outcome?.as === 'outOfScope') return { payer: 'nobody', clauses: ['D-2.14d.1', 'B-05'] };
  if (isOutsider(file)) return { payer: 'employee', clauses: ['E-13', 'B-12'] };
  return { payer: 'employer', clauses: ['W-44', 'E-11'] };
}
