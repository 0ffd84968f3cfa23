import { reporters } from '../../src/acts.js';
import { holderOf, holdsRole, roles, type Step, steps } from '../../src/file.js';
import {
  type Case,
  type EventType,
  expectedEvents,
  type NormName,
  type NoticeTopic,
  type Role,
  viewFor,
  waitingOn,
} from '../../src/index.js';
import { viewOf } from '../../src/views.js';
import { type Exploration, historyOf, type Ok, type Reached, type Turn } from './abstract.js';
import { type ChartState, chart } from './chart.js';
import { allTransitions, candidatesOf, open, settledOn } from './transitions.js';

/** What a property answers: what speaks against it, each with a history that leads there. */
export type Against = string[];

const few = 3;

const said = ({ from, event }: Turn, what: string): string => `${what}\n${historyOf(from, event)}`;

const taken = ({ turns }: Exploration): (Turn & { outcome: Ok })[] =>
  turns.filter((turn): turn is Turn & { outcome: Ok } => turn.outcome.ok);

/** A property of every allowed event. */
const always =
  (what: string, holds: (turn: Turn & { outcome: Ok }) => boolean) =>
  (exploration: Exploration): Against =>
    taken(exploration)
      .filter((turn) => !holds(turn))
      .slice(0, few)
      .map((turn) => said(turn, what));

// Where a case can go.

const outcomes = steps.filter((step) => !step.includes('.'));

export const unreachedSteps = ({ reached }: Exploration): Against => {
  const seen = new Set(reached.map((each) => each.case.step));
  return steps.filter((step) => !seen.has(step));
};

/** From which cases no outcome can be reached, however people act. */
export const withoutOutcome = (exploration: Exploration): Against => {
  const back = new Map<Reached, Reached[]>();
  for (const { from, to } of exploration.turns) if (to) back.set(to, [...(back.get(to) ?? []), from]);
  const ends = new Set([
    ...exploration.reached.filter((each) => outcomes.includes(each.case.step)),
    ...taken(exploration).flatMap(({ from, outcome }) => (outcomes.includes(outcome.case.step) ? [from] : [])),
  ]);
  for (const end of ends) for (const before of back.get(end) ?? []) ends.add(before);
  return exploration.reached
    .filter((each) => !ends.has(each))
    .slice(0, few)
    .map((each) => `no outcome from here\n${historyOf(each)}`);
};

const isByEmployeeOrScheduler = ({ from, event, outcome }: Turn): boolean =>
  outcome.ok &&
  (outcome.case.step !== from.case.step || event.type === 'employer.asked') &&
  (event.by === 'scheduler' || holdsRole(from.case.file, 'employee', event.by));

/** Whose case it is: a living employee's, not the record that the second-opinion physician keeps of their own part. */
const isOwnersCase = ({ recordOf, request }: Case['file']): boolean =>
  recordOf !== 'secondOpinionPhysician' && request.outcome?.as !== 'died';

/** Per step, the events with which a living employee alone, or with the scheduler, goes on from it: in every case, or in some. */
export const leftAlone = ({
  reached,
  turns,
}: Exploration): Record<Step, { always: EventType[]; some: EventType[] }> => {
  const alone = new Map<Reached, Set<EventType>>();
  for (const turn of turns.filter(isByEmployeeOrScheduler))
    alone.set(turn.from, (alone.get(turn.from) ?? new Set()).add(turn.event.type));
  const each = steps.map((step) => {
    const sets = reached
      .filter(({ case: { step: at, file } }) => at === step && isOwnersCase(file))
      .map((at) => alone.get(at) ?? new Set());
    const some = [...new Set(sets.flatMap((set) => [...set]))] as EventType[];
    const inAll = some.filter((type) => sets.every((set) => set.has(type)));
    return [step, { always: inAll.sort(), some: some.filter((type) => !inAll.includes(type)).sort() }];
  });
  return Object.fromEntries(each) as never;
};

/** By each case, what was taken in it and by whom. */
const takenIn = (exploration: Exploration): Map<Reached, Set<string>> => {
  const found = new Map<Reached, Set<string>>();
  for (const { from, event } of taken(exploration))
    found.set(from, (found.get(from) ?? new Set()).add(`${event.type} ${event.by}`).add(event.type));
  return found;
};

/** Where there are two, not all that can be done with each is tried; where the own physician is not registered, only their replacement helps. */
const withOneComplaint = ({ reached }: Exploration): Reached[] =>
  reached.filter(({ case: { file } }) => file.complaints.length < 2 && file.participants.ownPhysician.registered);

/** Whom a case waits for, though they can do nothing of what they are waited for. */
export const waitedForInVain = (exploration: Exploration): Against => {
  const found = takenIn(exploration);
  return withOneComplaint(exploration).flatMap((each) =>
    waitingOn(each.case)
      .filter(({ person, events: types }) => {
        const can = found.get(each);
        return !types.some((type) => can?.has(person === null ? type : `${type} ${person}`));
      })
      .map(({ role, person, events: types }) => `${role} ${person} cannot ${types.join()}\n${historyOf(each)}`),
  );
};

/** What is expected with nothing in the way, though no event of that type is taken. */
export const expectedInVain = (exploration: Exploration): Against => {
  const found = takenIn(exploration);
  return withOneComplaint(exploration).flatMap((each) =>
    expectedEvents(each.case)
      .filter(
        ({ type, person, unmet }) =>
          unmet.length === 0 && !found.get(each)?.has(person === null ? type : `${type} ${person}`),
      )
      .map(({ type, person }) => `${person} ${type}\n${historyOf(each)}`),
  );
};

/** What a party is offered in a step that only looks like one in which it can be done. */
export const offeredInVain = (exploration: Exploration): Against => {
  const found = new Map<Reached, Set<EventType>>();
  for (const { from, event } of exploration.turns) found.set(from, (found.get(from) ?? new Set()).add(event.type));
  return exploration.reached.flatMap((each) =>
    roles.flatMap((role) =>
      viewOf(each.case, role)
        .mayReport.filter(({ type }) => !found.get(each)?.has(type))
        .map(({ type }) => `${role} ${type}\n${historyOf(each)}`),
    ),
  );
};

/** Cases in which the employee cannot complain, or, until the advice is final, cannot withdraw the request. */
export const withoutVoice = ({ reached, turns }: Exploration): Against => {
  const can = new Map<Reached, Set<EventType>>();
  for (const { from, event, outcome } of turns)
    if (outcome.ok) can.set(from, (can.get(from) ?? new Set()).add(event.type));
  return reached
    .filter((each) => each.case.file.complaints.length < 2)
    .filter((each) => {
      const running = /^(application|execution)\./.test(each.case.step) && !each.case.file.execution.advice;
      return !can.get(each)?.has('complaint.filed') || (running && !can.get(each)?.has('request.withdrawn'));
    })
    .slice(0, few)
    .map((each) => `the employee cannot complain, or not withdraw\n${historyOf(each)}`);
};

/** The norms that were seen to stand in the way of an event that the employee may report, each with the first turn. */
const unmetOfEmployee = ({ turns }: Exploration): Map<NormName, Turn> => {
  const seen = new Map<NormName, Turn>();
  for (const turn of turns)
    if (!turn.outcome.ok && turn.outcome.reason === 'notAllowed' && reporters[turn.event.type].includes('employee'))
      for (const { norm } of turn.outcome.unmet) if (!seen.has(norm)) seen.set(norm, turn);
  return seen;
};

export const unmetByEmployee = (exploration: Exploration, allowed: NormName[]): Against =>
  [...unmetOfEmployee(exploration)].filter(([norm]) => !allowed.includes(norm)).map(([norm, turn]) => said(turn, norm));

/** Of the norms that may stand in the way of the employee, those that never do. */
export const neverUnmetByEmployee = (exploration: Exploration, allowed: NormName[]): NormName[] => {
  const seen = unmetOfEmployee(exploration);
  return allowed.filter((norm) => !seen.has(norm));
};

export const movesOnFromTransferred = always(
  'the guidance was transferred, and the procedure moved',
  ({ from, outcome }) => from.case.step !== 'transferred' || outcome.case.step === 'transferred',
);

// What the chart says of it.

/** Where more than one candidate is open before the last, or candidates differ in their norms; events, each with a history. */
export const severalOpen = (exploration: Exploration, config: ChartState = chart): Record<string, string> => {
  const candidates = candidatesOf(config);
  const found: Record<string, string> = {};
  for (const turn of exploration.turns) {
    const all = candidates(turn.from, turn.event).filter(({ forbidden }) => !forbidden);
    const shared = new Set(all.map(({ norms }) => norms));
    const first = open(all.slice(0, -1), turn.from, turn.event);
    if (first.length > 1 || shared.size > 1)
      found[turn.event.type] ??= said(turn, all.map(({ route }) => route ?? 'isAllowed').join(' and '));
  }
  return found;
};

/** Where an allowed event leads elsewhere than the first open candidate of the chart, or takes a forbidden one. */
export const offTheChart = (exploration: Exploration, config: ChartState = chart): Against => {
  const candidates = candidatesOf(config);
  const settled = settledOn(config);
  return taken(exploration)
    .filter(({ from, event, outcome }) => {
      const [first] = open(candidates(from, event), from, event);
      return (
        !first || first.forbidden || settled(first.target ?? from.case.step, outcome.case.file) !== outcome.case.step
      );
    })
    .slice(0, few)
    .map((turn) => said(turn, 'not as the chart has it'));
};

/** Which transitions of the chart no allowed history takes although they are not forbidden. */
export const untakenTransitions = (exploration: Exploration, config: ChartState = chart): Against => {
  const candidates = candidatesOf(config);
  const seen = new Set(
    taken(exploration).map(({ from, event }) => open(candidates(from, event), from, event)[0]?.name),
  );
  return allTransitions(config)
    .filter(({ name, forbidden }) => !forbidden && !seen.has(name))
    .map(({ name }) => name);
};

// What is true of every event.

const authorisationOf = ({ file }: Case, recipient: string) =>
  file.authorisations.find((authorisation) => authorisation.recipient === recipient)?.status;

export const medicalDataOnlyWithAuthorisation = always(
  'medical data without an authorisation for that recipient',
  ({ from, event }) => {
    const withData = event.type === 'medicalData.sent' || (event.type === 'application.sent' && event.medicalData);
    return !withData || authorisationOf(from.case, event.to) === 'signed';
  },
);

export const copyOnlyWithAuthorisation = always(
  'a copy to the own physician without authorisation or the hand of the employee',
  ({ from, event, outcome }) => {
    const { file } = from.case;
    if (file.possession !== null || outcome.case.file.possession === null) return true;
    if (event.type === 'advice.handedOver') return holdsRole(file, 'employee', event.by);
    const { forwarding } = file.execution;
    // A consent may also come after the copy (`B-69`).
    const consent =
      event.type === 'forwarding.authorised' ? event.to : forwarding?.as === 'authorised' && forwarding.to;
    return consent ? consent === outcome.case.file.participants.ownPhysician.id : file.recordOf === 'ownPhysician';
  },
);

const compelling = ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'];

export const refusalOnlyWithGroundAndReasons = always(
  'a refusal without a compelling ground or without reasons',
  ({ from, outcome }) => {
    const { step, file } = outcome.case;
    if (step !== 'refused' || from.case.step === 'refused') return true;
    const refusal = file.request.outcome;
    return (
      refusal?.as === 'refused' && refusal.reasons !== null && refusal.grounds.some((each) => compelling.includes(each))
    );
  },
);

export const decisionOnlyWithReasons = always(
  'a decision without reasons',
  ({ from, outcome: { case: after } }) =>
    after.file.decision?.reasons !== null || from.case.file.decision?.reasons === null,
);

export const firstAdviceInForce = always(
  'the first advice did not stay in force',
  ({ from, outcome }) =>
    JSON.stringify(from.case.file.contestedAdvice) === JSON.stringify(outcome.case.file.contestedAdvice),
);

export const atMostOneWeek = always('not exactly one week runs while a response is awaited', ({ outcome }) => {
  const weeks = outcome.deadlines.filter(({ dueOn }) => dueOn !== null).length;
  return weeks === (outcome.case.step === 'execution.awaitingResponse' ? 1 : 0);
});

export const oneAddressee = always('an application while another physician has it', ({ from, event }) => {
  const { engagement } = from.case.file;
  if (event.type === 'medicalData.sent') return engagement?.physician === event.to;
  if (event.type !== 'application.sent' || engagement === null) return true;
  return engagement.timedOutOn !== null || engagement.infeasibleOn !== null;
});

const ofTheEmployer: Partial<Record<EventType, NoticeTopic[]>> = {
  'transfer.accepted': ['guidanceTransferred'],
  'employer.asked': ['employerAsked', 'employerNotAsked'],
  'employer.notAsked': ['employerNotAsked'],
  'information.requested': ['informationAsked'],
};

export const employerToldOnlyOfTransfer = always(
  'the employer was told of something else than a transfer and what they were asked',
  ({ from, event, outcome }) =>
    outcome.notices
      .filter(({ to }) => to.role === 'employer' || to.person === from.case.file.participants.employer)
      .every(({ about }) => ofTheEmployer[event.type]?.includes(about)),
);

// Who is told.

/** Who holds a role in a file; of the handlers everybody who has a complaint. */
const holdersOf = ({ file }: Case, role: Role): string[] =>
  (role === 'complaintHandler' ? file.complaints.map(({ handler }) => handler) : [holderOf(file, role)]).filter(
    (person) => person !== null,
  );

/** `H.3`: event and role of whoever sees something change by what another did, and is not told; each with a history. */
export const untold = (exploration: Exploration): Map<string, string> => {
  const known = new Map<Case, Map<string, string>>();
  const seen = (current: Case, role: Role, person: string): string => {
    const views = known.get(current) ?? new Map<string, string>();
    const key = `${role} ${person}`;
    const view = views.get(key) ?? JSON.stringify(viewFor(current, { role, person }).sees);
    known.set(current, views.set(key, view));
    return view;
  };
  const found = new Map<string, string>();
  for (const turn of taken(exploration)) {
    const { case: before } = turn.from;
    const { case: after, notices } = turn.outcome;
    for (const role of roles) {
      const pair = `${turn.event.type} ${role}`;
      if (found.has(pair)) continue;
      const people = new Set([...holdersOf(before, role), ...holdersOf(after, role)]);
      const inTheDark = [...people].some(
        (person) =>
          turn.event.by !== person &&
          !(role === 'employee' && holdsRole(before.file, role, turn.event.by)) &&
          !notices.some(({ to }) => to.role === role && to.person === person) &&
          seen(before, role, person) !== JSON.stringify(viewFor(after, { role, person }).sees),
      );
      if (inTheDark) found.set(pair, said(turn, pair));
    }
  }
  return found;
};

/** `B-79`: what planning sees change, and the own physician does not; but the own physician themselves, and what a successor has not. */
export const seenByPlanningAlone = (exploration: Exploration): Against => {
  const seen = (current: Case, role: Role): string => JSON.stringify(viewOf(current, role).sees);
  const changes = ({ from, outcome }: Turn & { outcome: Ok }, role: Role): boolean =>
    seen(from.case, role) !== seen(outcome.case, role);
  return taken(exploration)
    .filter(({ event }) => event.type !== 'ownPhysician.replaced')
    .filter(({ from, outcome }) => [from.case, outcome.case].every(({ file }) => file.withheld.length === 0))
    .filter((turn) => changes(turn, 'administration') && !changes(turn, 'ownPhysician'))
    .slice(0, few)
    .map((turn) => said(turn, 'planning sees what the own physician does not'));
};
