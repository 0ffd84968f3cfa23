// What the machine says of a step: its clauses, its ways on, and the way that a case took through it.
import {
  type Clause,
  type ClauseId,
  clauses,
  type EventType,
  type Rank,
  type Step,
  secondOpinionMachine,
} from 'lpbso-second-opinion';
import type { Turn } from './log.ts';

export type Phase = 'request' | 'execution' | 'completion';

interface Meta {
  clauses?: ClauseId[];
  forbidden?: true;
}

interface Node {
  path: string[];
  meta?: Meta;
  states: Record<string, Node>;
  transitions: Map<string, { target?: readonly Node[]; meta?: Meta }[]>;
}

const root = secondOpinionMachine.root as unknown as Node;

const nodesTo = (step: Step): Node[] => {
  const nodes: Node[] = [];
  for (const name of ['procedure', ...step.split('.')]) {
    const node: Node | undefined = (nodes.at(-1) ?? root).states[name];
    if (node) nodes.push(node);
  }
  return nodes;
};

const leavesIn = (node: Node): Node[] => {
  const inner = Object.values(node.states);
  return inner.length > 0 ? inner.flatMap(leavesIn) : [node];
};

/** Every step, in the order of the chart. */
export const steps: Step[] = root.states.procedure
  ? leavesIn(root.states.procedure).map(({ path }) => path.slice(1).join('.') as Step)
  : [];

const phases: Phase[] = ['request', 'execution', 'completion'];

/** The phase in which a place lies; outcomes and complaints lie in none. */
export const phaseOf = (place: string): Phase | null => phases.find((phase) => place.startsWith(`${phase}.`)) ?? null;

/** A way on from a step. */
export interface Way {
  event: EventType;
  /** Null where the event is only recorded. */
  to: Step | null;
  clauses: ClauseId[];
  forbidden: boolean;
}

/** The ways on from a step itself; those from anywhere in its phase come after its own. */
export const waysFrom = (step: Step): Way[] =>
  [...nodesTo(step)]
    .reverse()
    .flatMap((node) =>
      [...node.transitions].flatMap(([event, candidates]) =>
        candidates.map(({ target, meta }) => ({
          event: event as EventType,
          to: target?.[0] ? (target[0].path.slice(1).join('.') as Step) : null,
          clauses: meta?.clauses ?? [],
          forbidden: meta?.forbidden ?? false,
        })),
      ),
    )
    .filter(({ forbidden }) => !forbidden);

/** The clauses of a step itself, and those of its phase. */
export function clausesOf(step: Step): { own: ClauseId[]; phase: ClauseId[] } {
  const nodes = nodesTo(step);
  const own = nodes.at(-1)?.meta?.clauses ?? [];
  const phase = nodes.length > 2 ? (nodes.at(-2)?.meta?.clauses ?? []) : [];
  return { own, phase: phase.filter((id) => !own.includes(id)) };
}

const ranks: Record<Clause['source'], Rank> = {
  decree: 'law',
  act: 'law',
  pool: 'pool',
  article: 'article',
  decision: 'choice',
  rule: 'choice',
};

/** How high a clause stands. */
export const rankOf = (id: ClauseId): Rank => ranks[clauses[id].source];

/** Ids of clauses, the highest first. */
export const byRank = (ids: readonly ClauseId[]): ClauseId[] => {
  const order: Rank[] = ['law', 'pool', 'article', 'choice'];
  return [...ids].sort((one, other) => order.indexOf(rankOf(one)) - order.indexOf(rankOf(other)));
};

/** What a case passed through, by the names that the pictures give to places. */
export interface Course {
  now: Step;
  complaints: string;
  passed: Set<string>;
  /** From where to where each event led; to the same place where it was only recorded. */
  ways: { event: EventType; from: string; to: string }[];
}

const placeOf = (complaints: string): string => `complaints.${complaints}`;

/** The way that a case took. */
export function courseOf(turns: Turn[]): Course {
  const cases = turns.map(({ outcome }) => outcome.case);
  const last = cases.at(-1);
  const ways = turns.flatMap(({ event, outcome }, at) => {
    const before = cases[at - 1];
    // What rests on no clause was no act, and took no way.
    if (!event || !before || outcome.clauses.length === 0) return [];
    const { step, complaints } = outcome.case;
    return event.type.startsWith('complaint.')
      ? [{ event: event.type, from: placeOf(before.complaints), to: placeOf(complaints) }]
      : [{ event: event.type, from: before.step, to: step }];
  });
  return {
    now: last?.step ?? 'request.weighing',
    complaints: placeOf(last?.complaints ?? 'none'),
    passed: new Set(cases.flatMap(({ step, complaints }) => [step, placeOf(complaints)])),
    ways,
  };
}

const liesIn = (place: string, around: string): boolean =>
  around === 'procedure' ? !place.startsWith('complaints.') : place === around || place.startsWith(`${around}.`);

/** Whether a drawn way is one that the case took; it may start anywhere in a phase, and stand for several events. */
export const wasTaken = ({ ways }: Course, drawn: { events: string[]; from: string; to: string }): boolean =>
  ways.some(
    ({ event, from, to }) =>
      drawn.events.includes(event) &&
      liesIn(from, drawn.from) &&
      (drawn.to === drawn.from ? from === to : drawn.to === to),
  );
