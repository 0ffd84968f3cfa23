import { type Case, type EventType, secondOpinionMachine } from '../../src/index.js';
import type { NoticeTopic } from '../../src/notices.js';

// The chart's literal, read without the library and without XState: `machine.config` as plain data.

export interface ChartState {
  id?: string;
  type?: string;
  description?: string;
  entry?: Duty;
  meta?: { clauses: string[]; term?: string; waitsOn?: Record<string, string[]> };
  initial?: string;
  on?: Record<string, ChartTransition | ChartTransition[]>;
  states?: Record<string, ChartState>;
}

export interface ChartTransition {
  guard: string;
  target?: string;
  meta: { clauses: string[]; forbidden?: true };
  actions: ('evolve' | Duty)[];
}

/** Of what whom an action tells. */
export interface Duty {
  type: 'notify';
  params: { to: string; about: NoticeTopic };
}

export const chart = secondOpinionMachine.config as unknown as ChartState;

/** The chart without its one function and its types, to be changed: what Stately imports and `createMachine` takes. */
export const plainChart = (): ChartState => {
  const { schemas: _types, ...plain } = JSON.parse(JSON.stringify(chart));
  return plain;
};

/** A state with the way to it, region first: `['procedure', 'application', 'discussing']`. */
export interface Placed {
  path: string[];
  state: ChartState;
}

/** Every state of a chart, those around others first. */
export const statesOf = (root: ChartState): Placed[] => {
  const within = ({ path, state }: Placed): Placed[] => [
    { path, state },
    ...Object.entries(state.states ?? {}).flatMap(([name, inner]) => within({ path: [...path, name], state: inner })),
  ];
  return within({ path: [], state: root }).slice(1);
};

export const leavesOf = (root: ChartState): Placed[] => statesOf(root).filter(({ state }) => !state.states);

/** A state of a chart, by its path; fails where there is none. */
export const stateAt = (root: ChartState, path: string[]): ChartState =>
  path.reduce((state, name) => {
    const inner = state.states?.[name];
    if (!inner) throw new Error(`no state ${name}`);
    return inner;
  }, root);

/** The name of a place as hosts know it: the region `procedure` goes without saying. */
export const nameOf = (path: string[]): string =>
  (path[0] === 'procedure' && path.length > 1 ? path.slice(1) : path).join('.');

export interface WayOn {
  from: string[];
  event: EventType;
  /** Null where the event is only recorded. */
  to: string[] | null;
  /** Its place among the candidates of this event in this state. */
  candidate: number;
  transition: ChartTransition;
}

/** The ways on of an event from a state itself, in the order in which their guards are asked. */
export const listed = (ways: ChartTransition | ChartTransition[] = []): ChartTransition[] => [ways].flat();

/** Every way on of a chart. */
export const waysOnOf = (root: ChartState): WayOn[] => {
  const states = statesOf(root);
  const ids = new Map(states.flatMap(({ path, state }) => (state.id ? [[state.id, path] as const] : [])));
  const resolve = (from: string[], target: string): string[] => {
    const names = target.split('.');
    if (target.startsWith('.')) return [...from, ...names.slice(1)];
    if (target.startsWith('#')) return [...(ids.get((names[0] ?? '').slice(1)) ?? ['?']), ...names.slice(1)];
    return [...from.slice(0, -1), ...names];
  };
  return states.flatMap(({ path, state }) =>
    Object.entries(state.on ?? {}).flatMap(([event, candidates]) =>
      listed(candidates).map((transition, candidate) => ({
        from: path,
        event: event as EventType,
        to: transition.target === undefined ? null : resolve(path, transition.target),
        candidate,
        transition,
      })),
    ),
  );
};

/** A way on by where it stands in the literal. */
export const placeOf = ({ from, event, candidate }: WayOn): string => `${from.join('.')} ${event} ${candidate}`;

/** Finds the ways on of an event in a case, in the order in which they are asked: a step before the phase around it. */
export const waysFrom = (root: ChartState): ((at: Pick<Case, 'step' | 'complaints'>, event: string) => WayOn[]) => {
  const known = new Map<string, WayOn[]>();
  for (const way of waysOnOf(root)) {
    const key = `${way.from.join('.')} ${way.event}`;
    known.set(key, [...(known.get(key) ?? []), way]);
  }
  return ({ step, complaints }, event) =>
    [`procedure.${step}`, `complaints.${complaints}`].flatMap((place) => {
      const path = place.split('.');
      return path.flatMap((_, depth) => known.get(`${path.slice(0, path.length - depth).join('.')} ${event}`) ?? []);
    });
};

/** Of what whom a list of actions tells. */
export const dutiesOf = (actions: ChartTransition['actions']): Duty['params'][] =>
  actions.flatMap((action) => (action === 'evolve' ? [] : [action.params]));
