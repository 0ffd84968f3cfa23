import { type ProcedureEvent, secondOpinionMachine } from 'lpbso-second-opinion';
import {
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  createMachine,
  getNextTransitions,
  type StateValue,
} from 'xstate';
import type { Message } from './actor.ts';
import { stepAt, stepOf } from './places.ts';

type Known = Parameters<typeof secondOpinionMachine.resolveState>[0];

/** A way on, by the names in the chart. */
export interface Way {
  event: string;
  guard: string;
  /** The norms that the guard asks. */
  norms: string[];
  from: string;
  /** Where it leads; where it starts if the event is only recorded. */
  to: string;
  actions: string[];
  clauses: string[];
  /** No allowed history takes it. */
  forbidden: boolean;
}

/** A state, by the names in the chart. */
interface State {
  name: string;
  description: string;
  entry: string[];
  clauses: string[];
  ways: Way[];
}

/** Where the regions stand. */
interface Place {
  step: string;
  employerRoute: string;
  complaints: string;
}

/** An event that reached the actor, and what came of it. */
export interface Turn {
  event: Record<string, unknown> & { type: string };
  before: Place;
  after: Place;
  /** The ways on of this event, in the order in which their guards are asked. */
  asked: Way[];
  /** The one that was taken; null if the actor stayed as it was. */
  taken: Way | null;
}

/** What the messages tell of one actor. */
export interface Reading {
  machine: State;
  /** Every state within it, those around others first. */
  states: State[];
  /** Where the actor was when it started. */
  start: Place;
  turns: Turn[];
  /** Where it stands now, and the ways on from there. */
  now: Place;
  next: Way[];
}

/** A state by the name that hosts know, where they have one: the region `procedure` goes without saying, and of a group all is said. */
const nameOf = ({ id, path, type }: AnyStateNode): string => {
  const [region, ...within] = path;
  if (region === undefined) return id;
  if (region !== 'procedure' || within.length === 0) return path.join('.');
  return type === 'compound' ? within.join('.') : stepAt(within);
};

const innermost = (state: AnyStateNode): AnyStateNode => {
  const [first] = state.type === 'compound' ? state.initial.target : [];
  return first ? innermost(first) : state;
};

const actionName = (action: unknown): string => {
  if (typeof action === 'string') return action;
  const { type, params = {} } = action as { type: string; params?: Record<string, string> };
  const { to, about, ...route } = params;
  return [type, to, about, ...Object.entries(route).flat()].filter(Boolean).join(' ');
};

const clausesIn = (meta: unknown): string[] => (meta as { clauses?: string[] } | undefined)?.clauses ?? [];

const wayOf = ({ eventType, guard, source, target, actions, meta }: AnyTransitionDefinition): Way => {
  const { type, params } = guard as { type: string; params: { norms: string[] } };
  return {
    event: eventType,
    guard: type,
    norms: params.norms,
    from: nameOf(source),
    to: nameOf(target?.[0] ? innermost(target[0]) : source),
    actions: actions.map(actionName),
    clauses: clausesIn(meta),
    forbidden: meta?.forbidden === true,
  };
};

// Where a state goes on to at once, no event leads.
const ofTheChart = ({ eventType }: AnyTransitionDefinition): boolean => eventType !== '';

const statesIn = (state: AnyStateNode): State[] => [
  {
    name: nameOf(state),
    description: state.description ?? '',
    entry: state.entry.map(actionName),
    clauses: clausesIn(state.meta),
    ways: [...state.transitions.values()].flat().map(wayOf),
  },
  ...Object.values<AnyStateNode>(state.states).flatMap(statesIn),
];

interface Snapshot {
  value: { procedure: StateValue; employerRoute: string; complaints: string };
  context: unknown;
}

const placeOf = ({ value: { procedure, employerRoute, complaints } }: Snapshot): Place => ({
  step: stepOf(procedure),
  employerRoute,
  complaints,
});

const waysFrom = (machine: AnyStateMachine, { value }: Snapshot): Way[] =>
  getNextTransitions(machine.resolveState({ value, context: {} }))
    .filter(ofTheChart)
    .map(wayOf);

/** What came of an event, from the chart and from where the actor was before and after it. */
function turnOf(machine: AnyStateMachine, event: Turn['event'], from: Snapshot, to: Snapshot): Turn {
  const [before, after] = [placeOf(from), placeOf(to)];
  const asked = waysFrom(machine, from).filter((way) => way.event === event.type);
  // The guards are asked again: what is reported twice may be taken, and leave everything as it was.
  const stood = secondOpinionMachine.resolveState(from as Known);
  const [way] = secondOpinionMachine
    .getTransitionData(stood, event as ProcedureEvent)
    .filter(ofTheChart)
    .map(wayOf);
  const isTaken = ({ from, to, guard }: Way): boolean => from === way?.from && to === way.to && guard === way.guard;
  return { event, before, after, asked, taken: asked.find(isTaken) ?? null };
}

/** Reads what an inspector was sent of one actor; null while the chart or the first snapshot has not arrived. */
export function read(messages: Message[]): Reading | null {
  let machine: AnyStateMachine | null = null;
  let start: Snapshot | null = null;
  let now: Snapshot | null = null;
  const turns: Turn[] = [];
  for (const message of messages) {
    if (message.type === '@xstate.actor') machine = createMachine(JSON.parse(message.definition ?? '{}'));
    if (message.type !== '@xstate.snapshot' || !machine) continue;
    const next = message.snapshot as unknown as Snapshot;
    if (now) turns.push(turnOf(machine, message.event, now, next));
    start ??= next;
    now = next;
  }
  if (!machine || !start || !now) return null;
  const [root, ...states] = statesIn(machine.root);
  return {
    machine: root as State,
    states,
    start: placeOf(start),
    turns,
    now: placeOf(now),
    next: waysFrom(machine, now),
  };
}
