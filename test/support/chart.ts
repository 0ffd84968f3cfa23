import {
  type Case,
  type ClauseId,
  type EventType,
  type NormName,
  type NoticeTopic,
  type Role,
  secondOpinionMachine,
} from '../../src/index.js';
import type { RouteName } from '../../src/routes.js';

// The chart as it is written out, read without the library and without XState: `machine.config` as plain data.

export interface ChartState {
  id?: string;
  type?: string;
  description?: string;
  entry?: Duty;
  meta?: { clauses: ClauseId[]; term?: string; waitsOn?: Record<string, EventType[]> };
  initial?: string;
  always?: { guard: { type: RouteName }; target: string };
  on?: Record<string, ChartTransition[]>;
  states?: Record<string, ChartState>;
}

export interface ChartTransition {
  guard: { type: RouteName | 'isAllowed'; params: { norms: NormName[] } };
  target?: string;
  meta: { clauses: ClauseId[]; forbidden?: true };
  actions: ('evolve' | Duty)[];
}

/** Of what whom an action tells, and on which route. */
export interface Duty {
  type: 'tell';
  params: { to: Role; about: NoticeTopic; when?: RouteName; unless?: RouteName; holding?: 'before' | 'first' };
}

export const chart = secondOpinionMachine.config as unknown as ChartState;

/** The chart without its one function and its types, to be changed: what Stately imports and `createMachine` takes. */
export const plainChart = (): ChartState => {
  const { schemas: _types, ...plain } = JSON.parse(JSON.stringify(chart));
  return plain;
};

/** A state with the way to it, region first: `['procedure', 'application', 'choosing']`. */
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

const phases = ['application', 'execution', 'completion'];

const groups = statesOf(chart).flatMap(({ path, state }) => (state.states ? [path.at(-1)] : []));

/** The name of a place as hosts know it: the region `procedure` and the groups go without saying. */
export const nameOf = (path: string[]): string => {
  const [region, phase = '', ...rest] = path;
  const last = rest.at(-1) ?? phase;
  if (region !== 'procedure' || path.length === 1 || groups.includes(last))
    return (region === 'procedure' && path.length > 1 ? path.slice(1) : path).join('.');
  return phases.includes(phase) ? `${phase}.${last}` : last;
};

export interface Listed {
  from: string[];
  event: EventType;
  /** Null where the event is only recorded. */
  to: string[] | null;
  /** Its place among the candidates of this event in this state. */
  candidate: number;
  transition: ChartTransition;
}

/** Every transition of a chart. */
export const transitionsOf = (root: ChartState): Listed[] => {
  const states = statesOf(root);
  const ids = new Map<string, string[]>(states.map(({ path, state }) => [`#${state.id}`, path]));
  return states.flatMap(({ path, state }) =>
    Object.entries(state.on ?? {}).flatMap(([event, candidates]) =>
      candidates.map((transition, candidate) => ({
        from: path,
        event: event as EventType,
        to: transition.target === undefined ? null : (ids.get(transition.target) ?? ['?']),
        candidate,
        transition,
      })),
    ),
  );
};

/** A transition by where it stands in the literal. */
export const placeOf = ({ from, event, candidate }: Listed): string => `${from.join('.')} ${event} ${candidate}`;

const pathsOf = (root: ChartState): Map<string, string[]> =>
  new Map(leavesOf(root).map(({ path }) => [nameOf(path), path]));

/** Finds the candidates of an event in a case, in the order in which they are asked: a step before what is around it. */
export const candidatesIn = (
  root: ChartState,
): ((at: Pick<Case, 'step' | 'employerRoute' | 'complaints'>, event: string) => Listed[]) => {
  const known = new Map<string, Listed[]>();
  for (const each of transitionsOf(root)) {
    const key = `${each.from.join('.')} ${each.event}`;
    known.set(key, [...(known.get(key) ?? []), each]);
  }
  const paths = pathsOf(root);
  return ({ step, employerRoute, complaints }, event) =>
    [paths.get(step) ?? [], ['employerRoute', employerRoute], ['complaints', complaints]].flatMap((path) =>
      path.flatMap((_, depth) => known.get(`${path.slice(0, path.length - depth).join('.')} ${event}`) ?? []),
    );
};

const paths = pathsOf(chart);

/** What XState calls the state in which a case stands. */
export const valueAt = ({ step, employerRoute, complaints }: Pick<Case, 'step' | 'employerRoute' | 'complaints'>) => {
  const [region = '', ...inner] = paths.get(step) ?? [];
  const leaf = inner.pop();
  const value = inner.reduceRight<unknown>((within, name) => ({ [name]: within }), leaf);
  return { [region]: value, employerRoute, complaints } as never;
};

/** Of what whom a list of actions tells. */
export const dutiesOf = (actions: ChartTransition['actions']): Duty['params'][] =>
  actions.flatMap((action) => (action === 'evolve' ? [] : [action.params]));
