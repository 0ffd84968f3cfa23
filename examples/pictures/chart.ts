import {
  type ClauseId,
  caseSchema,
  type Duty,
  type EventType,
  eventTypes,
  type NormName,
  type Role,
  type RouteName,
  secondOpinionMachine,
} from 'lpbso-second-opinion';

/** A way on in the chart: from a step, or from the steps of a phase, to another; it stays where `to` is null. */
export interface Way {
  from: string;
  /** The state that says it: the step itself, or a group, phase or region around it. */
  saidBy: string;
  /** The steps, or the places beside the procedure, in which it can be taken. */
  within: string[];
  event: EventType;
  to: string | null;
  forbidden: boolean;
  clauses: ClauseId[];
  /** What must be so for this way rather than another of the same event; none where it is the only one, or what else there is. */
  route: RouteName | null;
  /** What its guard asks, and whom it tells of what. */
  norms: readonly NormName[];
  tells: Duty[];
}

/** Whose move it is, and for which events. */
type WaitsOn = { [Party in Role]?: readonly EventType[] };

/** What runs beside the procedure. */
export const regionsBeside = ['employerRoute', 'complaints'] as const;
export type RegionBeside = (typeof regionsBeside)[number];

/** The chart in plain data: steps by the names the library uses, the places beside the procedure as `complaints.pending`. */
export interface Chart {
  phases: string[];
  /** The steps within the phases, in the order of the procedure. */
  steps: string[];
  outcomes: string[];
  /** The groups of the chart and its phases, outer before inner, with the steps in each. */
  groups: Record<string, string[]>;
  /** The places of what runs beside the procedure. */
  beside: Record<RegionBeside, string[]>;
  ways: Way[];
  /** What each step rests on, and what else the groups and the phase around it do. */
  clauses: Record<string, { own: ClauseId[]; around: ClauseId[] }>;
  /** Of each step and place, whom it waits on. */
  waitsOn: Record<string, WaitsOn>;
}

interface Candidate {
  guard: { type: 'isAllowed' | RouteName; params: { norms: readonly NormName[] } };
  target?: string;
  meta: { clauses: ClauseId[]; forbidden?: true };
  actions: ('evolve' | { type: 'tell'; params: Duty })[];
}

interface State {
  id: string;
  meta?: { clauses: ClauseId[]; waitsOn?: WaitsOn };
  states?: Record<string, State>;
  on: Record<string, Candidate[]>;
}

const phases = ['application', 'execution', 'completion'];

/** A step or a place beside the procedure, with the states around it, from it outward. */
interface Leaf {
  name: string;
  state: State;
  around: State[];
}

export const isRegionBeside = (id: string): boolean => (regionsBeside as readonly string[]).includes(id);

/** A step has the name of its phase before its own, a place beside the procedure that of its region, as its id has; groups do not show. */
const leavesOf = (state: State, around: State[] = []): Leaf[] => {
  const outer = around.find(({ id }) => phases.includes(id));
  if (!state.states) return [{ name: outer ? `${outer.id}.${state.id}` : state.id, state, around }];
  return Object.values(state.states).flatMap((inner) => leavesOf(inner, [state, ...around]));
};

/** Of a phase, a region, and a group of groups, which is most of a phase, rather than of each step in it. */
const isSaidOfMany = ({ id, states = {} }: State): boolean =>
  phases.includes(id) ||
  id === 'procedure' ||
  isRegionBeside(id) ||
  Object.values(states).some((inner) => inner.states);

/** From where a way is drawn that a state says of a leaf in it. */
const drawnFrom = (state: State, { name, around }: Leaf): string => {
  if (!isSaidOfMany(state)) return name;
  return around.slice(around.indexOf(state)).find(({ id }) => phases.includes(id))?.id ?? state.id;
};

const unique = <Item>(items: Item[]): Item[] => [...new Set(items)];

/** What a leaf may be left by or record, its own before that of the states around it, as XState asks them. */
function waysFrom(leaf: Leaf, nameOf: Map<string, string>): Way[] {
  const settled = new Set<string>();
  return [leaf.state, ...leaf.around].flatMap((state) => {
    const said = Object.entries(state.on).filter(([event]) => !settled.has(event));
    for (const [event, candidates] of said)
      if (candidates.some(({ guard }) => guard.type === 'isAllowed')) settled.add(event);
    const from = drawnFrom(state, leaf);
    return said.flatMap(([event, candidates]) =>
      candidates.map(({ guard, target = '', meta, actions }): Way => {
        const to = nameOf.get(target) ?? null;
        return {
          from,
          saidBy: state.id,
          within: [leaf.name],
          event: event as EventType,
          to: to === from ? null : to,
          forbidden: meta.forbidden === true,
          clauses: meta.clauses,
          route: guard.type === 'isAllowed' ? null : guard.type,
          norms: guard.params.norms,
          tells: actions.flatMap((action) => (action === 'evolve' ? [] : [action.params])),
        };
      }),
    );
  });
}

/** Ways that differ only in where they can be taken are one, also where a step says what is drawn from its phase already. */
function merged(ways: Way[]): Way[] {
  const keyOf = ({ event, to, forbidden, clauses }: Way, from: string): string =>
    [from, event, to, forbidden, ...clauses].join(' ');
  const found = new Map<string, Way>();
  for (const way of [...ways.filter(isFromMany), ...ways.filter((way) => !isFromMany(way))]) {
    const [phase = ''] = way.from.split('.');
    const same = found.get(keyOf(way, way.from)) ?? found.get(keyOf(way, phase));
    if (same) same.within = unique([...same.within, ...way.within]);
    else found.set(keyOf(way, way.from), way);
  }
  return [...found.values()];
}

const isFromMany = ({ from, within }: Way): boolean => !within.includes(from);

/** The chart of the library, read from its machine. */
export function chartOf(): Chart {
  const { states = {} } = secondOpinionMachine.config as unknown as State;
  const inOrder: string[] = caseSchema.shape.step.options;
  const leaves = Object.values(states)
    .flatMap((region) => leavesOf(region))
    .sort((one, other) => inOrder.indexOf(one.name) - inOrder.indexOf(other.name));
  const names = new Map(leaves.map(({ name, state }) => [`#${state.id}`, name]));
  const namesIn = (id: string): string[] =>
    leaves.flatMap(({ name, around }) => (around.some((each) => each.id === id) ? [name] : []));

  const steps = phases.flatMap(namesIn);
  const outcomes = namesIn('procedure').filter((name) => !steps.includes(name));
  const places = [
    'procedure',
    ...phases.flatMap((phase) => [phase, ...namesIn(phase)]),
    ...outcomes,
    ...regionsBeside.flatMap((region) => [region, ...namesIn(region)]),
  ];
  const events: readonly string[] = eventTypes;
  const ways = merged(leaves.flatMap((leaf) => waysFrom(leaf, names)));
  return {
    phases,
    steps,
    outcomes,
    groups: Object.fromEntries(
      unique(leaves.flatMap(({ around }) => [...around].reverse().map(({ id }) => id)))
        .filter((id) => id !== 'procedure' && !isRegionBeside(id))
        .map((id) => [id, namesIn(id)]),
    ),
    beside: { employerRoute: namesIn('employerRoute'), complaints: namesIn('complaints') },
    ways: ways.sort(
      (one, other) =>
        places.indexOf(one.from) - places.indexOf(other.from) ||
        events.indexOf(one.event) - events.indexOf(other.event),
    ),
    clauses: Object.fromEntries(
      leaves.map(({ name, state, around }) => {
        const own = state.meta?.clauses ?? [];
        const outer = around.filter(({ id }) => !(id in states)).flatMap(({ meta }) => meta?.clauses ?? []);
        return [name, { own, around: unique(outer).filter((id) => !own.includes(id)) }];
      }),
    ),
    waitsOn: Object.fromEntries(leaves.map(({ name, state }) => [name, state.meta?.waitsOn ?? {}])),
  };
}
