import { chartOf } from './chart.ts';
import type { Drawing, PictureName } from './drawing.ts';
import type { LayoutOptions } from './parts.ts';
import { layOutPhase } from './phase.ts';
import { layOutWhole } from './whole.ts';

/** Lays out a picture of the chart. */
export function layOut(name: PictureName, options: LayoutOptions): Promise<Drawing> {
  const chart = chartOf();
  return name === 'whole' ? layOutWhole(chart, options) : layOutPhase(chart, name, options);
}
