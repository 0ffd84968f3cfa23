import { reporters } from '../../src/acts.js';
import { holdsRole, type Step, steps } from '../../src/file.js';
import type { Case, EventType, NormName } from '../../src/index.js';
import { type Exploration, historyOf, type Ok, type Reached, type Turn } from './abstract.js';
import { type ChartState, chart } from './chart.js';
import { allTransitions, candidatesOf, open } from './transitions.js';

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
  outcome.case.step !== from.case.step &&
  (event.by === 'scheduler' || holdsRole(from.case.file, 'employee', event.by));

/** Per step, the events with which the employee alone, or with the scheduler, leaves it: in every case, or in some. */
export const leftAlone = ({
  reached,
  turns,
}: Exploration): Record<Step, { always: EventType[]; some: EventType[] }> => {
  const alone = new Map<Reached, Set<EventType>>();
  for (const turn of turns.filter(isByEmployeeOrScheduler))
    alone.set(turn.from, (alone.get(turn.from) ?? new Set()).add(turn.event.type));
  const each = steps.map((step) => {
    const sets = reached.filter(({ case: { step: at } }) => at === step).map((at) => alone.get(at) ?? new Set());
    const some = [...new Set(sets.flatMap((set) => [...set]))] as EventType[];
    const inAll = some.filter((type) => sets.every((set) => set.has(type)));
    return [step, { always: inAll.sort(), some: some.filter((type) => !inAll.includes(type)).sort() }];
  });
  return Object.fromEntries(each) as never;
};

/** Cases in which the employee cannot complain, or, while the request runs, cannot withdraw it. */
export const withoutVoice = ({ reached, turns }: Exploration): Against => {
  const can = new Map<Reached, Set<EventType>>();
  for (const { from, event, outcome } of turns)
    if (outcome.ok) can.set(from, (can.get(from) ?? new Set()).add(event.type));
  return reached
    .filter((each) => each.case.file.complaints.length < 2)
    .filter((each) => {
      const running = /^(application|execution)\./.test(each.case.step);
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
  return taken(exploration)
    .filter(({ from, event, outcome }) => {
      const [first] = open(candidates(from, event), from, event);
      return !first || first.forbidden || (first.target ?? from.case.step) !== outcome.case.step;
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
    if (forwarding?.as === 'authorised') return forwarding.to === file.participants.ownPhysician.id;
    return file.recordOf === 'ownPhysician';
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
  ({ outcome: { case: after } }) => after.file.decision === null || after.file.decision.reasons !== null,
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

export const employerToldOnlyOfTransfer = always(
  'the employer was told of something else than a transfer',
  ({ from, event, outcome }) =>
    outcome.notices
      .filter(({ to }) => to.role === 'employer' || to.id === from.case.file.participants.employer)
      .every(({ about }) => about === 'guidanceTransferred' && event.type === 'transfer.accepted'),
);
