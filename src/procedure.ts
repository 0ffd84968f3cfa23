import type { AnyStateNode } from 'xstate';
import {
  type EventInput,
  type EventType,
  eventSchema,
  eventTypes,
  evolve,
  isHeld,
  type ProcedureEvent,
  reporters,
  reportersIn,
  requiredFields,
} from './acts.js';
import type { StateMeta, TransitionMeta } from './chart.js';
import type { ClauseId } from './clauses.js';
import { check, copyOf, type Day, type Issue } from './fields.js';
import {
  authorisationFor,
  type CaseFile,
  currentChoice,
  holderOf,
  isForwardingAuthorised,
  type OpeningInput,
  ownPhysicianHasCopy,
  type Role,
  type Step,
} from './file.js';
import { begun, leavesOf, machine, nameOf } from './machine.js';
import {
  asking,
  failedByCase,
  hasCompelling,
  isOutsider,
  type NormName,
  norms,
  type Unmet,
  unmetBy,
  unmetByCase,
} from './norms.js';
import { counting, type Duty, type Notice, noticeOf } from './notices.js';
import { leads, leadsByCase, type RouteName } from './routes.js';
import type { Case, Deviation } from './stored-case.js';
import {
  type AlarmedTerm,
  type Certainty,
  dayOf,
  daysAfter,
  isOpen,
  midnightAfter,
  millisecondsOf,
  reasonsOwed,
  responseDue,
  since,
  type TermName,
  terms,
} from './terms.js';
import { reading, type UnreadableCase } from './unreadable.js';

/** A term that runs. */
export interface Deadline {
  readonly term: TermName;
  /** Whose term it is. */
  readonly owner: Role;
  /** Who holds that role; null where nobody does yet. */
  readonly person: string | null;
  /** The day from which it runs, `YYYY-MM-DD`. */
  readonly since: Day;
  /** The last day of the term, `YYYY-MM-DD`; null for an open norm, which people judge. */
  readonly dueOn: Day | null;
  /** The instant (UTC) from which `response.overdue` may be reported: midnight in Amsterdam after `dueOn`. */
  readonly overdueFrom: string | null;
  /** For an open norm: the day the contract agreed to look at it, `YYYY-MM-DD`; passing it forbids nothing. */
  readonly alarmOn: Day | null;
  /** Whether every day that the Algemene termijnenwet equates with a holiday is known for this term. */
  readonly certainty: Certainty;
  /** Which complaint is to be answered; of the term `complaint` only. */
  readonly complaint?: string;
  readonly clauses: readonly ClauseId[];
}

/** What somebody may report now. */
export interface Expected {
  readonly type: EventType;
  readonly role: Role;
  /** Who holds that role; null where anybody not involved may. */
  readonly person: string | null;
  /** The fields to fill, besides `type`, `by` and `on`. */
  readonly needs: readonly string[];
  /** The fields that a rule asks for besides, or not, by what the others hold: `fieldsOf` tells when. */
  readonly mayNeed: readonly { readonly field: string; readonly norm: NormName }[];
  /** What the case alone fails; the event itself may fail more. */
  readonly unmet: readonly Unmet[];
}

/** Whose move it is. */
export interface Waiting {
  readonly role: Role;
  /** Who holds that role; null where nobody does yet. */
  readonly person: string | null;
  /** What they are waited for, any of these. */
  readonly events: readonly EventType[];
  /** Since which day, `YYYY-MM-DD`. */
  readonly since: Day;
  /** Which complaint waits; of a complaint handler only. */
  readonly complaint?: string;
}

/** What comes of an event or an opening; for the host, not for a party. */
export type Outcome = Taken | Refusal;

/** It was taken. */
export interface Taken {
  readonly ok: true;
  /** The case after it. */
  readonly case: Case;
  /** Whom it obliges to tell what. */
  readonly notices: readonly Notice[];
  /** The terms that run after it, as `deadlines` answers them. */
  readonly deadlines: readonly Deadline[];
  /** On what it rests. */
  readonly clauses: readonly ClauseId[];
  /** The rules that it did not keep; of `advance` none. */
  readonly deviations: readonly Deviation[];
}

/** It was not taken, and the case is as it was. */
export type Refusal = Malformed | Unexpected | NotAllowed;

/** It is no event, or no opening. */
export interface Malformed {
  readonly ok: false;
  readonly reason: 'malformed';
  /** What is wrong, and where. */
  readonly issues: readonly Issue[];
}

/** It cannot happen where the case stands. */
export interface Unexpected {
  readonly ok: false;
  readonly reason: 'unexpected';
  readonly step: Step;
  /** What can. */
  readonly expected: readonly EventType[];
}

/** It may not be done, or not so. */
export interface NotAllowed {
  readonly ok: false;
  readonly reason: 'notAllowed';
  /** Every rule in the way. */
  readonly unmet: readonly Unmet[];
}

/**
 * How what is told is taken: `advance` takes what the rules allow and says no to the rest; `record` takes what was done, and books
 * what was against the rules as deviations.
 */
export type How = 'advance' | 'record';

/**
 * What comes of a whole log: the outcome of the opening and of each event, up to the first no. `at` is the place of that
 * event in the log, or -1 for the opening; `case` is the case before it.
 */
export type Replay =
  | { readonly ok: true; readonly case: Case; readonly outcomes: readonly Taken[] }
  | { readonly ok: false; readonly at: number; readonly refusal: Refusal; readonly case: Case | null };

/** Where each region stands. */
type Standing = Pick<Case, 'step' | 'employerRoute' | 'complaints'>;

/** A candidate of the chart, with where it leads. */
interface Transition {
  route: RouteName | undefined;
  meta: TransitionMeta;
  /** What is another state after it; empty where it stays. */
  leadsTo: Partial<Standing>;
  duties: Duty[];
}

type Transitions = Map<EventType, Transition[]>;

const chart: AnyStateNode = machine.root;

/** From a state outward, so that its own word comes before that of the group and the phase around it. */
const around = (state: AnyStateNode): AnyStateNode[] => [state, ...(state.parent ? around(state.parent) : [])];

/** Where one stands who comes to a state: in it, or where it begins. */
const standingIn = (state: AnyStateNode): Partial<Standing> => {
  const [first] = state.initial.target ?? [];
  if (first) return standingIn(first);
  const [region = ''] = state.path;
  return { [region === 'procedure' ? 'step' : region]: nameOf(state.path) };
};

const dutiesOf = (actions: readonly unknown[]): Duty[] =>
  actions.flatMap((action) => (typeof action === 'object' ? [(action as { params: Duty }).params] : []));

const transitionsFrom = (state: AnyStateNode): Transitions => {
  const found: Transitions = new Map();
  for (const at of around(state))
    for (const [type, candidates] of at.transitions) {
      const read = candidates.map(({ guard, meta, actions, target }): Transition => {
        const { type: route } = guard as { type: RouteName | 'isAllowed' };
        return {
          route: route === 'isAllowed' ? undefined : route,
          meta: meta as TransitionMeta,
          leadsTo: Object.assign({}, ...(target ?? []).map(standingIn)),
          duties: dutiesOf(actions),
        };
      });
      found.set(type as EventType, [...(found.get(type as EventType) ?? []), ...read]);
    }
  return found;
};

/** What holds in each state that a region can rest in, by its name. */
const inEach = <Held>(region: string, of: (state: AnyStateNode) => Held): Record<string, Held> =>
  Object.fromEntries(leavesOf(chart.states[region] as AnyStateNode).map((leaf) => [nameOf(leaf.path), of(leaf)]));

/** The terms that run in a state or in one around it. */
const termsIn = (state: AnyStateNode): TermName[] => {
  const named = around(state).flatMap(({ meta }) => (meta as StateMeta | undefined)?.term ?? []);
  return (Object.keys(terms) as TermName[]).filter((term) => named.includes(term));
};

/** What a state says, in every state of every region. */
const inEveryRegion = <Held>(of: (state: AnyStateNode) => Held) => ({
  step: inEach('procedure', of) as Record<Step, Held>,
  employerRoute: inEach('employerRoute', of) as Record<Case['employerRoute'], Held>,
  complaints: inEach('complaints', of) as Record<Case['complaints'], Held>,
});

const transitions = inEveryRegion(transitionsFrom);
const running = inEveryRegion(termsIn);
const metas = inEveryRegion(({ meta }): StateMeta => meta);
/** Whom a state waits for, and those around it. */
const moves = inEveryRegion((state) =>
  around(state).flatMap(
    ({ meta }) => Object.entries((meta as StateMeta | undefined)?.waitsOn ?? {}) as [Role, EventType[]][],
  ),
);

/** Where a state, or one around it, goes on to at once. */
const goesOnTo = inEveryRegion((state) =>
  around(state).flatMap(({ always = [] }) =>
    always.map(({ guard, target }) => ({
      route: (guard as { type: RouteName }).type,
      to: nameOf(target?.[0]?.path ?? []) as Step,
    })),
  ),
);

/** Where a case begins. */
const beginning = Object.assign({}, ...Object.values(chart.states).map(standingIn)) as Standing;

/** The clauses that every allowed transition of this event cites, wherever it is taken. */
export const clausesOf = (type: EventType): ClauseId[] => {
  const [first = [], ...others] = Object.values(transitions)
    .flatMap((inRegion) => Object.values(inRegion))
    .flatMap((found) => found.get(type) ?? [])
    .filter(({ meta }) => !meta.forbidden)
    .map(({ meta }) => meta.clauses);
  return first.filter((id) => others.every((clauses) => clauses.includes(id)));
};

const candidates = ({ step, employerRoute, complaints, file }: Case, type: EventType): Transition[] => {
  const found =
    transitions.step[step].get(type) ??
    transitions.employerRoute[employerRoute].get(type) ??
    transitions.complaints[complaints].get(type);
  return found && isHeld(file, type) ? found : [];
};

const transitionOf = (current: Case, event: ProcedureEvent): Transition | undefined =>
  candidates(current, event.type).find(({ route }) => leads(route, current.file, event));

/** Whether an allowed history may take this event now, by what the case alone says. */
const isExpected = (current: Case, type: EventType): boolean =>
  candidates(current, type).some(({ route, meta }) => !meta.forbidden && leadsByCase(route, current.file));

const expectedTypes = (current: Case, role?: Role): EventType[] =>
  eventTypes.filter((type) => (!role || reporters[type].includes(role)) && isExpected(current, type));

/** Where a case goes on to at once from where an event led it. */
const settled = (step: Step, file: CaseFile): Step => {
  const next = goesOnTo.step[step].find(({ route }) => leadsByCase(route, file));
  return next ? settled(next.to, file) : step;
};

const noticesOf = (
  caseId: string,
  duties: readonly Duty[],
  before: CaseFile,
  after: CaseFile,
  event: ProcedureEvent | null,
): Notice[] => duties.map((duty) => noticeOf(caseId, duty, before, after, event)).filter((notice) => notice !== null);

/**
 * `E-20`, `E-44`, `L-05`, `G-7`: the employee's request opens the case. Takes an opening (see `openingSchema`); answers the
 * case in `application.discussing` (the second-opinion physician's own record, which opens with what they were sent, in
 * `execution.awaitingResponse`), or says no: `malformed` with every issue, `notAllowed` when anybody but the employee or the
 * representative asks (`actorHoldsRole`), the representative names no mandate (`representativeHasMandate`), two are one who must not be
 * (`actorsAreDistinct`), or the contested advice is of a later day (`datedInOrder`).
 */
export function openCase(opening: OpeningInput): Outcome;
export function openCase(opening: unknown): Outcome;
export function openCase(opening: unknown): Outcome {
  const begin = begun(opening);
  if (!begin.ok) return begin;
  const { rules, caseId, revision, since, file, deviations } = begin.context;
  const at = { ...beginning, step: settled(beginning.step, file) };
  const notices = noticesOf(caseId, dutiesOf(chart.entry), file, file, null);
  const told = counting(file, notices);
  const opened: Case = { schema: 1, rules, caseId, revision, ...at, since, file: told, deviations };
  return {
    ok: true,
    case: opened,
    notices,
    deadlines: deadlines(opened),
    clauses: [...metas.step[opened.step].clauses],
    deviations: [],
  };
}

/**
 * May this be done? Takes a case and an event (see `eventSchema`); answers the case after it with its consequences, or says
 * no: `malformed`, `unexpected` in this step, or `notAllowed` with every rule in the way. Changes neither, throws nothing: what is given as
 * the case and is none, such as the outcome around it, is `malformed` too, at the path `case`.
 */
export function advance(current: Case, event: EventInput): Outcome;
export function advance(current: Case, event: unknown): Outcome;
export function advance(current: Case, event: unknown): Outcome {
  return take(current, event, 'advance');
}

/**
 * This was done: the case after it, with the rules that were not kept as deviations. Takes and answers what `advance` does;
 * an act that is void (`G-6`) is booked as a deviation and the step stays; an event out of order is `notAllowed`.
 */
export function record(current: Case, event: EventInput): Outcome;
export function record(current: Case, event: unknown): Outcome;
export function record(current: Case, event: unknown): Outcome {
  return take(current, event, 'record');
}

/** What was taken, but for the terms that run after it. */
export interface Turn extends Omit<Taken, 'deadlines'> {
  readonly event: ProcedureEvent;
}

const withTerms = ({ ok, case: after, notices, clauses, deviations }: Turn): Taken => ({
  ok,
  case: after,
  notices,
  deadlines: termsOf(after),
  clauses,
  deviations,
});

const take = (current: Case, input: unknown, how: How): Outcome =>
  whereReadable(current, () => {
    const turn = turnOf(current, input, how);
    return turn.ok ? withTerms(turn) : turn;
  });

/** As `record`, for whoever asks for the terms later, or not at all. */
export const recordTurn = (current: Case, input: unknown): Turn | Refusal =>
  whereReadable(current, () => turnOf(current, input, 'record'));

function whereReadable<Answer>(current: Case, answer: () => Answer): Answer | Malformed {
  try {
    return reading(current, answer);
  } catch (error) {
    const { issues } = error as UnreadableCase;
    return {
      ok: false,
      reason: 'malformed',
      issues: issues.map((issue) => ({ ...issue, path: issue.path ? `case.${issue.path}` : 'case' })),
    };
  }
}

function turnOf(current: Case, input: unknown, how: How): Turn | Refusal {
  const checked = check(eventSchema, input);
  if (!checked.ok) return { ok: false, reason: 'malformed', issues: checked.issues };
  const event = checked.value;
  const transition = transitionOf(current, event);
  if (!transition) return { ok: false, reason: 'unexpected', step: current.step, expected: expectedTypes(current) };

  const unmet = unmetBy(current.file, event, current.rules);
  if (unmet.length > 0 && (how !== 'record' || unmet.some(({ norm }) => norm === 'datedInOrder')))
    return { ok: false, reason: 'notAllowed', unmet };

  const revision = current.revision + 1;
  const missing = unmet.filter(({ norm }) => norms[norm].kind === 'validity');
  const deviations = (missing.length > 0 ? missing : unmet)
    .filter(({ rank }) => rank !== 'choice')
    .map((unmet): Deviation => ({ ...unmet, event: event.type, by: event.by, on: event.on, revision }));
  const booked: Case = { ...current, revision, deviations: [...current.deviations, ...copyOf(deviations)] };
  if (missing.length > 0) return { ok: true, event, case: booked, notices: [], clauses: [], deviations };

  const { leadsTo, duties, meta } = transition;
  const file = evolve(current.file, event);
  const notices = noticesOf(current.caseId, duties, current.file, file, event);
  const step = settled(leadsTo.step ?? current.step, file);
  const since = step === current.step ? current.since : event.on;
  const after: Case = { ...booked, ...leadsTo, step, since, file: counting(file, notices) };
  return { ok: true, event, case: after, notices, clauses: [...meta.clauses], deviations };
}

/** The items of a list, one by one; where it is none, or cannot be read on, a last item that is nothing. */
export function* readable(list: Iterable<unknown>): Generator<unknown> {
  try {
    yield* list;
  } catch {
    yield undefined;
  }
}

/**
 * A whole log: takes an opening and its events in the order of arrival, to `advance` (the default) or to `record`; answers
 * the case at its end with every outcome, or stops at the first no and says where.
 */
export function replay(opening: OpeningInput, events: Iterable<EventInput>, how?: How): Replay;
export function replay(opening: unknown, events: Iterable<unknown>, how?: How): Replay;
export function replay(opening: unknown, events: Iterable<unknown>, how: How = 'advance'): Replay {
  const opened = openCase(opening);
  if (!opened.ok) return { ok: false, at: -1, refusal: opened, case: null };
  const outcomes = [opened];
  let current = opened.case;
  for (const event of readable(events)) {
    const outcome = take(current, event, how);
    if (!outcome.ok) return { ok: false, at: outcomes.length - 1, refusal: outcome, case: current };
    outcomes.push(outcome);
    current = outcome.case;
  }
  return { ok: true, case: current, outcomes };
}

/** Who may report what now, in the order of the procedure; all parties, or one role's. For the host. Throws `UnreadableCase` at what is no case. */
export function expectedEvents(current: Case, role?: Role): Expected[] {
  return reading(current, () => expectedIn(current, role));
}

function expectedIn(current: Case, role?: Role): Expected[] {
  return expectedTypes(current, role).flatMap((type) => {
    const asked = asking[type].filter(({ asks }) => !asks.unless?.(current.file));
    const always = asked.flatMap(({ asks }) => (asks.when ? [] : [asks.field]));
    const unmet = unmetByCase(current.file, type);
    return reportersIn(current.file, type)
      .filter((reporter) => (role === undefined || reporter === role) && !isVacant(current.file, reporter))
      .map((reporter) => ({
        type,
        role: reporter,
        person: personIn(current.file, reporter),
        needs: [...requiredFields[type], ...always],
        mayNeed: asked.flatMap(({ norm, asks }) => (asks.when ? [{ field: asks.field, norm }] : [])),
        unmet,
      }));
  });
}

const isVacant = (file: CaseFile, role: Role): boolean => role !== 'complaintHandler' && holderOf(file, role) === null;

/** Who holds a role; of the complaint handlers only one who handles everything that is open. */
const personIn = (file: CaseFile, role: Role): string | null => {
  if (role !== 'complaintHandler') return holderOf(file, role);
  const handlers = new Set(file.complaints.filter(isOpen).map(({ handler }) => handler));
  const [only = null] = handlers;
  return handlers.size === 1 ? only : null;
};

/** Whose move it is, for what, since when; empty where nobody is waited for. For the host. Throws `UnreadableCase` at what is no case. */
export function waitingOn(current: Case): Waiting[] {
  return reading(current, waitingIn);
}

function waitingIn({ step, employerRoute, since, file }: Case): Waiting[] {
  const all = [...moves.step[step], ...moves.employerRoute[employerRoute]];
  const owed = all.flatMap(([role, types]) => (role === 'ownPhysician' ? types : []));
  const isHeldUp = owed.some((type) => isAwaited(file, type) && isWithheld(file, type));
  return [
    ...(isHeldUp && file.participants.ownPhysicianSince
      ? [
          {
            role: 'employee' as const,
            person: personIn(file, 'employee'),
            events: ['file.released' as const],
            since: file.participants.ownPhysicianSince,
          },
        ]
      : []),
    ...all.flatMap(([role, types]) => {
      const awaited = types.filter((type) => isHeld(file, type) && isAwaited(file, type) && !isWithheld(file, type));
      const days = [...new Set(awaited.map((type) => awaitedSince(file, type) ?? since))];
      return days.map((day) => ({
        role,
        person: personIn(file, role),
        events: awaited.filter((type) => (awaitedSince(file, type) ?? since) === day),
        since: day,
      }));
    }),
    ...file.complaints.filter(isOpen).map(
      ({ complaint, handler, filedOn }): Waiting => ({
        role: 'complaintHandler',
        person: handler,
        events: handler
          ? ['complaint.progressed', 'complaint.answered']
          : ['complaint.acknowledged', 'complaint.answered'],
        since: filedOn,
        complaint,
      }),
    ),
  ];
}

/** Since when something is waited for, where that is not the day on which the step began. */
const awaitedSince = (file: CaseFile, type: EventType): Day | null | undefined => {
  const { execution, possession, transfer, employerRequest } = file;
  switch (type) {
    case 'medicalData.sent':
      return dataAwaitedSince(file);
    case 'reasons.given':
      return reasonsOwed(file)?.since;
    case 'employer.agreed':
    case 'employer.declined':
      return employerRequest?.askedOn;
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

/** `B-53`, `B-54`: since when the own physician owes data: for a signature, or to a question of the second-opinion physician. */
const dataAwaitedSince = (file: CaseFile): Day | null => {
  const { engagement, execution } = file;
  const authorisation = authorisationFor(file, engagement?.physician);
  if (!engagement || authorisation?.status !== 'signed' || execution.advice) return null;
  const { application, medicalDataSentOn } = engagement;
  if (medicalDataSentOn === null) return authorisation.on > application.on ? authorisation.on : application.on;
  const asked = execution.information?.find(({ source }) => source === 'ownPhysician');
  const isOwed = asked?.requestedOn && !asked.receivedOn && asked.requestedOn > medicalDataSentOn;
  return isOwed ? asked.requestedOn : null;
};

/** `B-65`: whether it takes what a predecessor had, and the present own physician has not. */
const isWithheld = (file: CaseFile, type: EventType): boolean => {
  if (!isHeld(file, 'file.released')) return false;
  switch (type) {
    case 'application.sent':
      return file.withheld.includes('choice');
    case 'medicalData.sent':
      return file.withheld.includes('engagement');
    case 'decision.made':
      return file.possession !== null && !ownPhysicianHasCopy(file);
    case 'reasons.given':
      return file.withheld.includes(reasonsOwed(file)?.of === 'decision' ? 'decision' : 'request');
    case 'transfer.granted':
    case 'transfer.refused':
      return file.withheld.includes('transfer');
    default:
      return false;
  }
};

/** `B-82`: while one of these is in the way, not the own physician is waited for but the employee: who is chosen cannot be asked. */
const ofTheChoice: NormName[] = ['actorsAreDistinct', 'physicianIsIndependent', 'physicianIsOfAnotherService'];
const leftToEmployee: NormName[] = [...ofTheChoice, 'sentToTheChosen', 'questionIsPut'];

/** `B-53`: the same physician was authorised, and can be sent it again with the data. */
const canBeSentAgain = (file: CaseFile): boolean =>
  dataAwaitedSince(file) !== null && (!file.choice || currentChoice(file)?.id === file.engagement?.physician);

/** Found infeasible, and nothing was set going since. */
const isReconsidered = ({ engagement, request }: CaseFile): boolean =>
  !!engagement?.infeasibleOn && !request.engageFrom;

/** Nobody waits for what has been done already, nor for what only the other of two can do now. */
const isAwaited = (file: CaseFile, type: EventType): boolean => {
  const { request, engagement, execution, participants } = file;
  switch (type) {
    case 'instrument.discussed':
      return request.instrument === null;
    case 'adviceInForce.explained':
      return request.adviceInForceExplainedOn === null;
    case 'question.put':
      return file.question === null;
    case 'reasons.given':
      return reasonsOwed(file) !== null;
    case 'medicalData.sent':
      return dataAwaitedSince(file) !== null;
    case 'application.sent':
      return (
        !failedByCase(file, type).some((name) => leftToEmployee.includes(name)) &&
        (!isReconsidered(file) || canBeSentAgain(file))
      );
    case 'physicians.chosen':
      return (
        !file.choice ||
        isReconsidered(file) ||
        failedByCase(file, 'application.sent').some((name) => ofTheChoice.includes(name))
      );
    case 'authorisation.signed':
    case 'authorisation.withheld':
      // Whoever found it infeasible waits for a signature, whatever was said before.
      if (isReconsidered(file)) return authorisationFor(file, engagement?.physician)?.status !== 'signed';
      return !file.authorisations.some(({ recipient }) => recipient === currentChoice(file)?.id);
    case 'application.received':
      return engagement?.receivedOn === null;
    case 'advice.discussed':
      return execution.discussion === null;
    case 'advice.forwarded':
      return !execution.forwarding || isForwardingAuthorised(file);
    case 'forwarding.authorised':
    case 'advice.handedOver':
      return !isForwardingAuthorised(file);
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

/** The terms that run, soonest first; open norms without an alarm day last. For the host. Throws `UnreadableCase` at what is no case. */
export function deadlines(current: Case): Deadline[] {
  return reading(current, termsOf);
}

function termsOf({ rules, step, complaints, file }: Case): Deadline[] {
  const found: Deadline[] = [];
  for (const term of [...running.step[step], ...running.complaints[complaints]])
    if (term === 'complaint')
      for (const { complaint, handler, filedOn } of file.complaints.filter(isOpen))
        found.push(deadlineOf(term, filedOn, handler, file, rules, { complaint }));
    else {
      const from = since[term](file);
      if (from) found.push(deadlineOf(term, from, holderOf(file, terms[term].owner), file, rules));
    }
  return found.sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > lookAt(other) ? 1 : 0));
}

const deadlineOf = (
  term: TermName,
  from: Day,
  person: string | null,
  file: CaseFile,
  rules: Day,
  which: Pick<Deadline, 'complaint'> = {},
): Deadline => {
  const { owner, clauses } = terms[term];
  const due = term === 'response' ? responseDue(file, rules) : null;
  const alarm = file.contract.alarms[term as AlarmedTerm];
  return {
    term,
    owner,
    person,
    since: from,
    dueOn: due?.dueOn ?? null,
    overdueFrom: due && midnightAfter(due.dueOn),
    alarmOn: alarm === undefined ? null : daysAfter(from, alarm),
    certainty: due?.certainty ?? 'known',
    ...which,
    clauses: [...clauses],
  };
};

/**
 * Whether a term has passed at an instant: its last day is over in Amsterdam, or, of an open norm, the alarm day is. Takes what
 * `deadlines` answers; a term without a day is never late, and at what is no instant nothing is.
 */
export function isLate(deadline: Pick<Deadline, 'overdueFrom' | 'alarmOn'>, now: Date): boolean {
  const { overdueFrom, alarmOn } = deadline ?? {};
  return millisecondsOf(now) >= Date.parse(overdueFrom ?? '') || (typeof alarmOn === 'string' && alarmOn < dayOf(now));
}

const lookAt = ({ dueOn, alarmOn }: Deadline): string => dueOn ?? alarmOn ?? 'open';

/**
 * For retention: the day since which nobody has a move; null while somebody is waited for, a term runs, a complaint is open or the
 * employer has not answered. It is the last day on which, as far as a case remembers, something came to an end: the step began, a decision
 * was made, the employer answered, a complaint was answered or withdrawn. Of reasons that were given afterwards, and of a question to the
 * employer that was taken back, no day is kept: then it lies before that event. It is no promise either: what opens the procedure again, such as a
 * renewed request or a new complaint, makes it null. Throws `UnreadableCase` at what is no case.
 */
export function endedOn(current: Case): Day | null {
  if (waitingOn(current).length > 0 || deadlines(current).length > 0) return null;
  const { decision, employerRequest, complaints } = current.file;
  const ends = [
    decision?.on,
    employerRequest?.answered?.on,
    ...complaints.flatMap(({ answered, withdrawnOn }) => [answered?.on, withdrawnOn]),
  ];
  return ends.reduce<Day>((last, day) => (day && day > last ? day : last), current.since);
}

/**
 * `E-11` to `E-13`: who pays. The employer, by default; the employee for a physician outside the contract and the pool whom
 * the employer did not agree to; nobody while the request is refused (a private opinion is at one's own cost) or out of scope
 * (no right to a second opinion arises, `D-2.14d.1`, `B-05`), or the expert opinion of the UWV was chosen (`B-76`). Throws `UnreadableCase` at what is no case.
 */
export function payer(current: Case): { payer: 'employer' | 'employee' | 'nobody'; clauses: ClauseId[] } {
  return reading(current, payerIn);
}

function payerIn({ file }: Case): ReturnType<typeof payer> {
  const { outcome } = file.request;
  if (outcome?.as === 'refused')
    return { payer: 'nobody', clauses: hasCompelling(outcome.grounds) ? ['E-12', 'B-06'] : ['B-06'] };
  if (outcome?.as === 'uwvRouteChosen') return { payer: 'nobody', clauses: ['B-76'] };
  if (outcome?.as === 'outOfScope') return { payer: 'nobody', clauses: ['D-2.14d.1', 'B-05'] };
  if (isOutsider(file)) return { payer: 'employee', clauses: ['E-13', 'B-12'] };
  return { payer: 'employer', clauses: ['W-44', 'E-11'] };
}
