import type { EventType } from 'lpbso-second-opinion';
import { type Chart, isRegionBeside, type Way } from './chart.ts';
import type { Arrow } from './drawing.ts';
import { isHappy, isUsualAct, phaseOf, stays, unique } from './parts.ts';

/** What is drawn as one line: from a step, or from a frame for the steps in it, by one event to one place. */
export interface Link {
  from: string;
  event: EventType;
  to: string;
  forbidden: boolean;
  ways: Arrow['ways'];
  /** The steps for which it is drawn. */
  within: string[];
}

interface Part {
  way: Way;
  step: string;
  isUsual: boolean;
}

/** Whether a line is a piece of the usual way. */
export const isUsualLine = ({ from, to, forbidden }: Link): boolean => isHappy(from, to) && !forbidden;

/** The ways between two places as lines: what a group says of several of its steps is drawn once, from its frame. */
export function linksOf(chart: Chart, shown: Way[]): Link[] {
  const parts = chart.ways
    .filter((way) => !stays(way) && way.from !== 'procedure' && !isRegionBeside(phaseOf(way.from)))
    .flatMap((way) =>
      way.within.map(
        (step): Part => ({
          way,
          step,
          isUsual: isHappy(step, way.to ?? '') && isUsualAct(step, way.event) && !way.forbidden,
        }),
      ),
    );
  const keyOf = ({ way: { event, to, forbidden } }: Part, from: string): string =>
    [from, event, to, forbidden].join(' ');
  /** The frame that says it of this step and of others. */
  const frameOf = (part: Part): string | undefined => {
    const { saidBy } = part.way;
    const sharing = chart.groups[saidBy]?.filter((step) =>
      parts.some((one) => one.step === step && !one.isUsual && keyOf(one, '') === keyOf(part, '')),
    );
    return !part.isUsual && sharing?.includes(part.step) && sharing.length > 1 ? saidBy : undefined;
  };
  const links = new Map<string, Link>();
  for (const part of parts.filter(({ way }) => shown.includes(way))) {
    const { event, forbidden, from: said, to } = part.way;
    const from = frameOf(part) ?? part.step;
    const key = keyOf(part, from);
    const link = links.get(key) ?? { from, event, to: to as string, forbidden, ways: [], within: [] };
    links.set(key, link);
    link.within = unique([...link.within, part.step]);
    if (!link.ways.some((one) => one.from === said)) link.ways.push({ from: said, to: link.to, events: [event] });
  }
  return [...links.values()];
}
