import { type GuardName, guards } from '../../src/guards.js';
import type { EventType, ProcedureEvent, Step } from '../../src/index.js';
import { holds } from '../../src/norms.js';
import type { Reached } from './abstract.js';
import { type ChartState, nameOf, type WayOn, waysFrom, waysOnOf } from './chart.js';

/** A way on of the chart, as an explored case takes it. */
export interface Way {
  name: string;
  type: EventType;
  guard: GuardName;
  target: Step | null;
  forbidden: boolean;
}

const asWay = ({ from, event, to, candidate, transition: { guard, meta } }: WayOn): Way => ({
  name: `${nameOf(from)} ${event}${candidate ? ` (${candidate + 1})` : ''}`,
  type: event,
  guard: guard as GuardName,
  target: from[0] === 'complaints' || to === null ? null : (nameOf(to) as Step),
  forbidden: meta.forbidden === true,
});

export const allWays = (root: ChartState): Way[] => waysOnOf(root).map(asWay);

/** A chart's ways on for an event in an explored case. */
export const waysOf = (root: ChartState): ((from: Reached, event: ProcedureEvent) => Way[]) => {
  const found = waysFrom(root);
  return (from, { type }) => found(from.case, type).map(asWay);
};

/** The ways whose routing question holds. */
export const open = (ways: Way[], from: Reached, event: ProcedureEvent): Way[] =>
  ways.filter(({ guard }) => holds(guards[guard].when, from.case.file, event));
