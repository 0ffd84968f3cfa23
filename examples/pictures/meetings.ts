import type { Arrow } from './drawing.ts';
import type { Point, Rectangle } from './place.ts';

/** A piece of a line, from left to right or from top to bottom. */
interface Piece {
  upright: boolean;
  at: number;
  from: number;
  to: number;
}

const piecesOf = ({ points }: Arrow): Piece[] =>
  points.slice(1).map((end, index) => {
    const start = points[index] as Point;
    const upright = start.x === end.x;
    const [one, other] = upright ? [start.y, end.y] : [start.x, end.x];
    return { upright, at: upright ? end.x : end.y, from: Math.min(one, other), to: Math.max(one, other) };
  });

const along = ({ upright }: Piece, { x, y }: Point): number => (upright ? y : x);
const isOn = (piece: Piece, point: Point): boolean =>
  piece.at === (piece.upright ? point.x : point.y) &&
  piece.from <= along(piece, point) &&
  along(piece, point) <= piece.to;
const isWithin = (piece: Piece, point: Point): boolean =>
  isOn(piece, point) && along(piece, point) !== piece.from && along(piece, point) !== piece.to;

/** Whether a line runs through a point. */
export const runsThrough = (arrow: Arrow, point: Point): boolean => piecesOf(arrow).some((piece) => isOn(piece, point));

/** Whether a line runs under a label. */
export const runsUnder = (arrow: Arrow, { x, y, width, height }: Rectangle): boolean =>
  piecesOf(arrow).some(({ upright, at, from, to }) => {
    const [near, far, low, high] = upright ? [x, x + width, y, y + height] : [y, y + height, x, x + width];
    return near < at && at < far && from < high && low < to;
  });

/** Where lines run together or part, and where they only cross. */
export function meetingsOf(arrows: Arrow[]): { dots: Point[]; crossings: Point[] } {
  const pieces = arrows.flatMap(piecesOf);
  const turns = new Map(arrows.flatMap(({ points }) => points.map((point) => [`${point.x} ${point.y}`, point])));
  const sides = (point: Point): number =>
    [true, false].reduce((sum, upright) => {
      const here = pieces.filter((piece) => piece.upright === upright && isOn(piece, point));
      const before = here.some((piece) => piece.from < along(piece, point));
      const after = here.some((piece) => piece.to > along(piece, point));
      return sum + Number(before) + Number(after);
    }, 0);
  const crossings = new Map<string, Point>();
  for (const one of pieces.filter(({ upright }) => upright))
    for (const other of pieces.filter(({ upright }) => !upright)) {
      const point = { x: one.at, y: other.at };
      const name = `${point.x} ${point.y}`;
      if (isWithin(one, point) && isWithin(other, point) && !turns.has(name)) crossings.set(name, point);
    }
  return { dots: [...turns.values()].filter((point) => sides(point) > 2), crossings: [...crossings.values()] };
}
