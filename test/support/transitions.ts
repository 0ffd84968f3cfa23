import type { Case, EventType, ProcedureEvent, Step } from '../../src/index.js';
import { leads, type RouteName } from '../../src/routes.js';
import type { Reached } from './abstract.js';
import { type ChartState, candidatesIn, type Listed, leavesOf, nameOf, stateAt, transitionsOf } from './chart.js';

/** A transition of the chart, as an explored case takes it. */
export interface Transition {
  name: string;
  type: EventType;
  route: RouteName | undefined;
  norms: string;
  target: Step | null;
  forbidden: boolean;
}

const asTransition = ({ from, event, to, candidate, transition: { guard, meta } }: Listed): Transition => ({
  name: `${nameOf(from)} ${event}${candidate ? ` (${candidate + 1})` : ''}`,
  type: event,
  route: guard.type === 'isAllowed' ? undefined : guard.type,
  norms: guard.params.norms.join(),
  target: from[0] !== 'procedure' || to === null ? null : (nameOf(to) as Step),
  forbidden: meta.forbidden === true,
});

export const allTransitions = (root: ChartState): Transition[] => transitionsOf(root).map(asTransition);

/** The candidates of a chart for an event in an explored case. */
export const candidatesOf = (root: ChartState): ((from: Reached, event: ProcedureEvent) => Transition[]) => {
  const found = candidatesIn(root);
  const known = new Map<Listed, Transition>();
  const read = (listed: Listed): Transition => {
    const transition = known.get(listed) ?? asTransition(listed);
    known.set(listed, transition);
    return transition;
  };
  return (from, { type }) => found(from.case, type).map(read);
};

/** Where a case goes on to at once from a step, as the chart has it. */
export const settledOn = (root: ChartState): ((step: Step, file: Case['file']) => Step) => {
  const goesOn = new Map<string, { route: RouteName; to: string }>();
  for (const { path } of leavesOf(root))
    for (let depth = path.length; depth > 0; depth -= 1) {
      const { always } = stateAt(root, path.slice(0, depth));
      if (always) goesOn.set(nameOf(path), { route: always.guard.type, to: always.target.slice(1) });
    }
  const steps = new Map(leavesOf(root).map(({ path }) => [path.at(-1), nameOf(path) as Step]));
  const settled = (step: Step, file: Case['file']): Step => {
    const next = goesOn.get(step);
    const to = next && leads(next.route, file, { type: '' }) ? steps.get(next.to) : undefined;
    return to ? settled(to, file) : step;
  };
  return settled;
};

/** The candidates whose route leads this way. */
export const open = (candidates: Transition[], from: Reached, event: ProcedureEvent): Transition[] =>
  candidates.filter(({ route }) => leads(route, from.case.file, event));
