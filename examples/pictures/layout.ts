import { type Chart, chartOf } from './chart.ts';
import type { Drawing, PictureName } from './drawing.ts';
import { happyWay, type LayoutOptions, phaseOf } from './parts.ts';
import { layOutPhase } from './phase.ts';
import { layOutWhole } from './whole.ts';

/** The chart with the steps of the usual way before those beside it, phase by phase, and the ways likewise. */
function usualWayFirst(chart: Chart): Chart {
  const isUsual = (step: string): boolean => happyWay.includes(step);
  const steps = chart.phases.flatMap((phase) => {
    const own = chart.steps.filter((step) => phaseOf(step) === phase);
    return [...own.filter(isUsual), ...own.filter((step) => !isUsual(step))];
  });
  const ways = chart.phases.flatMap((phase) =>
    [phase, ...steps.filter((step) => phaseOf(step) === phase)].flatMap((place) =>
      chart.ways.filter(({ from }) => from === place),
    ),
  );
  return { ...chart, steps, ways: [...ways, ...chart.ways.filter((way) => !ways.includes(way))] };
}

/** Lays out a picture of the chart. */
export function layOut(name: PictureName, options: LayoutOptions): Promise<Drawing> {
  const chart = usualWayFirst(chartOf());
  return name === 'whole' ? layOutWhole(chart, options) : layOutPhase(chart, name, options);
}
