import type { EventType } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import type { Box } from './drawing.ts';
import { content, moved, sizes, textOf } from './parts.ts';
import type { Point, Rectangle } from './place.ts';
import { wrap } from './text.ts';
import { type Place, type Places, placeOf } from './whole-places.ts';
import { words } from './words.ts';

/** A label of a line: its lines of text, and its middle. */
export interface Label extends Point {
  lines: string[];
}

/** Where the line of some events runs from one place to another; `marker` where it ends in the name of an outcome that stands far off. */
export interface Route {
  from: string;
  events: EventType[];
  to: string;
  points: Point[];
  label?: Label;
  marker?: Box;
}

/** From a point, along and across by turns: to this x, to that y, and so on; or the other way round. */
export const fromSide = ({ x, y }: Point, ...turns: number[]): Point[] => {
  const points = [{ x, y }];
  for (const [at, turn] of turns.entries()) {
    const last = points.at(-1) as Point;
    points.push(at % 2 === 0 ? { x: turn, y: last.y } : { x: last.x, y: turn });
  }
  return points;
};

/** The same, up or down first. */
export const fromFoot = ({ x, y }: Point, first: number, ...turns: number[]): Point[] => [
  { x, y },
  ...fromSide({ x, y: first }, ...turns),
];

/** What the routes are set on: where everything is, and what is said. */
export type Board = ReturnType<typeof boardOf>;

export function boardOf({ boxes, frames, joints, lanes }: Places, locale: Locale) {
  const at = (name: string): Place => placeOf((boxes.get(name) ?? frames.get(name)) as Rectangle);
  const joint = (name: string): number => joints.get(name) as number;
  const { ownRecord, poster } = words[locale];
  const says = (events: EventType[], x: number, y: number, room = 120, condition?: string): Label => ({
    lines: textOf(events, locale, room, condition),
    x,
    y,
  });
  const only = (condition: string, x: number, y: number, room = 120): Label => ({
    lines: wrap(condition, sizes.small, room),
    x,
    y,
  });
  const titleOf = (step: string): string => languages[locale].steps[step as 'refused'].title;
  const marker = (outcome: string): Box => ({
    ...content('marker', [outcome], [titleOf(outcome)], [], { outcome: true, titleSize: sizes.small }),
    x: 0,
    y: 0,
  });
  const set = (box: Box, x: number, y: number): Box => ({ ...box, x, y, lines: moved(box.lines, { x, y }) });
  /** Ends to the right of a point, to the left of it, or below it, in the name of an outcome. */
  const endsRight = ({ x, y }: Point, outcome: string, length = 16): Pick<Route, 'points' | 'marker'> => {
    const made = marker(outcome);
    return { points: fromSide({ x, y }, x + length), marker: set(made, x + length, y - made.height / 2) };
  };
  const endsLeft = ({ x, y }: Point, outcome: string): Pick<Route, 'points' | 'marker'> => {
    const made = marker(outcome);
    return { points: fromSide({ x, y }, x - 16), marker: set(made, x - 16 - made.width, y - made.height / 2) };
  };
  const endsBelow = ({ x, y }: Point, outcome: string): Pick<Route, 'points' | 'marker'> => {
    const made = marker(outcome);
    return { points: fromFoot({ x, y }, y + 11), marker: set(made, x - 20, y + 11) };
  };
  const endsAbove = ({ x, y }: Point, outcome: string): Pick<Route, 'points' | 'marker'> => {
    const made = marker(outcome);
    return { points: fromFoot({ x, y }, y - 11), marker: set(made, x - 20, y - 11 - made.height) };
  };
  const right = (place: Place, port = 1, of = 1): Point => ({ x: place.right, y: place.port(port, of) });
  const left = (place: Place, port = 1, of = 1): Point => ({ x: place.x, y: place.port(port, of) });
  return {
    at,
    joint,
    lanes,
    says,
    only,
    conditions: poster.routes,
    otherwise: poster.otherwise,
    ownRecord,
    endsRight,
    endsLeft,
    endsBelow,
    endsAbove,
    right,
    left,
    /** The middle of the usual way. */
    usual: at('application.discussing').middle,
  };
}
