import type { EventType, ProcedureEvent, Step } from '../../src/index.js';
import { leads, type RouteName } from '../../src/routes.js';
import type { Reached } from './abstract.js';
import { type ChartState, candidatesIn, type Listed, nameOf, transitionsOf } from './chart.js';

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
  target: from[0] === 'complaints' || to === null ? null : (nameOf(to) as Step),
  forbidden: meta.forbidden === true,
});

export const allTransitions = (root: ChartState): Transition[] => transitionsOf(root).map(asTransition);

/** The candidates of a chart for an event in an explored case. */
export const candidatesOf = (root: ChartState): ((from: Reached, event: ProcedureEvent) => Transition[]) => {
  const found = candidatesIn(root);
  return (from, { type }) => found(from.case, type).map(asTransition);
};

/** The candidates whose route leads this way. */
export const open = (candidates: Transition[], from: Reached, event: ProcedureEvent): Transition[] =>
  candidates.filter(({ route }) => leads(route, from.case.file, event));
