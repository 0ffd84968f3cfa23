import { stepSchema } from '../../src/case.js';
import { type GuardName, guards } from '../../src/guards.js';
import { type EventType, type ProcedureEvent, type Step, secondOpinionMachine } from '../../src/index.js';
import { holds } from '../../src/norms.js';
import type { Reached } from './abstract.js';

/** A way on, as the chart's literal has it. */
export interface Way {
  name: string;
  type: EventType;
  guard: GuardName;
  target: Step | null;
  forbidden: boolean;
}

interface Candidate {
  guard: GuardName;
  target?: string;
  meta: { forbidden?: true };
}

export interface StateConfig {
  states?: Record<string, StateConfig>;
  on?: Record<string, Candidate | Candidate[]>;
}

export const chart = secondOpinionMachine.config as unknown as StateConfig;

/** The chart again, to be changed. */
export const copyOfChart = (): StateConfig => JSON.parse(JSON.stringify(chart)) as StateConfig;

/** A state of the chart, by its path; fails where there is none. */
export const stateOf = (config: StateConfig, ...path: string[]): StateConfig =>
  path.reduce((state, name) => {
    const inner = state.states?.[name];
    if (!inner) throw new Error(`no state ${name}`);
    return inner;
  }, config);

const stepAt = (target: string, path: string[]): Step => {
  const [scope, name] = target.startsWith('#') ? target.slice(1).split('.') : [path.at(-2), target];
  return (scope === 'procedure' ? name : `${scope}.${name}`) as Step;
};

const waysAt = (config: StateConfig, path: string[]): Way[] =>
  Object.entries(stateOf(config, ...path).on ?? {}).flatMap(([type, candidates]) =>
    [candidates].flat().map(({ guard, target, meta }, index) => ({
      name: `${path.slice(1).join('.') || path[0]} ${type}${index ? ` (${index + 1})` : ''}`,
      type: type as EventType,
      guard,
      target: path[0] === 'complaints' || target === undefined ? null : stepAt(target, path),
      forbidden: meta.forbidden === true,
    })),
  );

/** The ways on from a step and a state of the complaints, the innermost first. */
const waysFrom = (config: StateConfig, step: Step, complaints: string): Way[] => {
  const path = ['procedure', ...step.split('.')];
  return [
    ...path.map((_, index) => path.slice(0, path.length - index)),
    ['complaints', complaints],
    ['complaints'],
  ].flatMap((each) => waysAt(config, each));
};

/** Every way on of the chart, once. */
export const allWays = (config: StateConfig): Way[] => [
  ...new Map(
    stepSchema.options.flatMap((step) =>
      ['none', 'pending', 'answered'].flatMap((complaints) =>
        waysFrom(config, step, complaints).map((way) => [way.name, way] as const),
      ),
    ),
  ).values(),
];

/** A chart's ways on per event, looked up once for every step. */
export const waysOf = (config: StateConfig): ((from: Reached, event: ProcedureEvent) => Way[]) => {
  const known = new Map<string, Map<EventType, Way[]>>();
  return ({ case: { step, complaints } }, { type }) => {
    const key = `${step} ${complaints}`;
    const ways = known.get(key) ?? new Map<EventType, Way[]>();
    if (!known.has(key)) {
      for (const way of waysFrom(config, step, complaints)) ways.set(way.type, [...(ways.get(way.type) ?? []), way]);
      known.set(key, ways);
    }
    return ways.get(type) ?? [];
  };
};

/** The ways whose routing question holds. */
export const open = (ways: Way[], from: Reached, event: ProcedureEvent): Way[] =>
  ways.filter(({ guard }) => holds(guards[guard].when, from.case.file, event));
