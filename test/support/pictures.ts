import type { Arrow, Drawing, Line } from '../../examples/pictures/drawing.ts';
import type { Point, Rectangle } from '../../examples/pictures/place.ts';
import { widthOf } from '../../examples/pictures/text.ts';

/** Something with a place in a picture, and what it is called in a fault. */
interface Thing extends Rectangle {
  name: string;
}

/** What a line of text covers: from a little above its capitals to a little below its descenders. */
const spaceOf = ({ text, x, y, size, weight, centred, upwards }: Line): Rectangle => {
  const width = widthOf(text, size, weight);
  const left = centred ? -width / 2 : 0;
  const [above, below] = [0.74 * size, 0.22 * size];
  return upwards
    ? { x: x - above, y: y - left - width, width: above + below, height: width }
    : { x: x + left, y: y - above, width, height: above + below };
};

const overlap = (one: Rectangle, other: Rectangle, room = 0): boolean =>
  one.x < other.x + other.width + room &&
  other.x < one.x + one.width + room &&
  one.y < other.y + other.height + room &&
  other.y < one.y + one.height + room;

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const isOnBorder = ({ x, y, width, height }: Rectangle, point: Point): boolean => {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.6;
  const within = (value: number, from: number, length: number): boolean =>
    value > from - 0.6 && value < from + length + 0.6;
  return (
    ((near(point.y, y) || near(point.y, y + height)) && within(point.x, x, width)) ||
    ((near(point.x, x) || near(point.x, x + width)) && within(point.y, y, height))
  );
};

const segmentsOf = ({ points }: Arrow): Rectangle[] =>
  points.slice(1).map((end, at) => {
    const start = points[at] as Point;
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(start.x - end.x),
      height: Math.abs(start.y - end.y),
    };
  });

const nameOf = ({ ways }: Arrow): string => ways.map(({ from, to, events }) => `${from} -${events}-> ${to}`).join(' ');

const inner = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** From where an arrow comes, as it is drawn, and where it leads. */
const sourceOf = ({ frame, within, ways }: Arrow): string => frame ?? within?.[0] ?? ways[0]?.from ?? '';
const targetOf = ({ ways }: Arrow): string => ways[0]?.to ?? '';

const isUpright = ({ width, height }: Rectangle): boolean => width === 0 && height > 0;
const shares = (one: Rectangle, other: Rectangle): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height;
/** Whether two pieces only cross, neither of them ending there. */
const crosses = (one: Rectangle, other: Rectangle): boolean =>
  isUpright(one) !== isUpright(other) &&
  [
    [one, other],
    [other, one],
  ].some(
    ([upright, level]) =>
      upright &&
      level &&
      level.x < upright.x &&
      upright.x < level.x + level.width &&
      upright.y < level.y &&
      level.y < upright.y + upright.height,
  );

/** Whether two pieces have a stretch in common. */
const runsAlong = (one: Rectangle, other: Rectangle): boolean =>
  shares(one, other) && ((one.width === 0 && other.width === 0) || (one.height === 0 && other.height === 0));

/** Whether two arrows have a piece in common, or one begins, ends or turns on the other. */
const runsTogether = (one: Arrow, other: Arrow): boolean =>
  segmentsOf(one).some((piece) =>
    segmentsOf(other).some((another) => shares(piece, another) && !crosses(piece, another)),
  );

/** Where lines cross: both go straight on, and no line begins, ends or turns there. */
export function crossingsOf({ arrows }: Drawing): string[] {
  const turns = new Set(arrows.flatMap(({ points }) => points.map(({ x, y }) => `${x},${y}`)));
  const pieces = arrows.flatMap(segmentsOf);
  const found = pieces.filter(isUpright).flatMap((upright) =>
    pieces
      .filter((level) => !isUpright(level) && crosses(upright, level))
      .map((level) => `${upright.x},${level.y}`)
      .filter((point) => !turns.has(point)),
  );
  return [...new Set(found)];
}

/** Lines that run together although somebody who follows them from one could come to where only the other leads. */
export function misleading({ arrows }: Drawing): string[] {
  const drawn = new Set(arrows.map((arrow) => `${sourceOf(arrow)} ${targetOf(arrow)}`));
  return arrows.flatMap((one, at) =>
    arrows.slice(at + 1).flatMap((other) => {
      const both = [
        [one, other],
        [other, one],
      ] as const;
      const isRight = both.every(([from, to]) => drawn.has(`${sourceOf(from)} ${targetOf(to)}`));
      return isRight || !runsTogether(one, other) ? [] : [`${nameOf(one)} runs together with ${nameOf(other)}`];
    }),
  );
}

/** What the labels on the way of an arrow say, its own and those of arrows with which it runs together there. */
export function saidOn(arrow: Arrow, { arrows }: Drawing): string {
  return arrows
    .filter(({ label }) => label && segmentsOf(arrow).some((piece) => overlap(inner(label, 1), piece)))
    .map(({ lines }) => lines.map(({ text }) => text).join(' '))
    .join(', ');
}

/** Every label, with what its arrow draws. */
export const labelsOf = ({ arrows }: Drawing) =>
  arrows
    .filter(({ label }) => label)
    .map(({ ways, forbidden, lines }) => ({ ways, forbidden, text: lines.map(({ text }) => text).join(' ') }));

/** Boxes of steps that lie outside the frame or phase of theirs, or within one that is not theirs. */
export function strayed({ areas, boxes }: Drawing, groups: Record<string, string[]>): string[] {
  const own = boxes.filter(({ kind }) => kind === 'step' || kind === 'outcome');
  return areas.flatMap((area) =>
    own.flatMap((box) => {
      const isIn = groups[area.name]?.includes(box.states[0] ?? '');
      if (groups[area.name] && (isIn ? holds(area, box) : !overlap(area, box))) return [];
      return isIn || overlap(area, box) ? [`${box.states} and ${area.name}`] : [];
    }),
  );
}

/** Everything that is wrong with how a picture is laid out; empty for a good one. */
export function faultsOf({ width, height, areas, boxes, arrows, samples, notes }: Drawing): string[] {
  const sheet = { x: 0, y: 0, width, height };
  const named = (name: string, lines: Line[]): Thing[] =>
    lines.map((line) => ({ ...spaceOf(line), name: `${name} "${line.text}"` }));
  const boxThings = boxes.map((box): Thing => ({ ...box, name: `box ${box.kind} ${box.states.join(' ')}` }));
  const labelled = arrows.flatMap((arrow) => (arrow.label ? [{ arrow, label: arrow.label }] : []));
  const labels = labelled.map(({ arrow, label }): Thing => ({ ...label, name: `label of ${nameOf(arrow)}` }));
  const solid: Thing[] = [
    ...boxThings,
    ...labels,
    ...areas.flatMap(({ name, lines }) => named(`title of ${name}`, lines)),
    ...samples.map((sample): Thing => ({ ...sample, name: `sample ${sample.like}` })),
    ...samples.flatMap(({ like, lines }) => named(`sample ${like}`, lines)),
    ...named('note', notes),
  ];

  const overlapping = solid.flatMap((one, at) =>
    solid.slice(at + 1).flatMap((other) => (overlap(one, other) ? [`${one.name} overlaps ${other.name}`] : [])),
  );
  const outside = [...solid, ...areas.map((area) => ({ ...area, name: `area ${area.name}` }))].flatMap((thing) =>
    holds(sheet, thing) ? [] : [`${thing.name} leaves the sheet`],
  );
  const cut = [
    ...boxes.flatMap((box, at) =>
      box.lines.flatMap((line) =>
        holds(inner(box, 2), spaceOf(line)) ? [] : [`${boxThings[at]?.name} cuts "${line.text}"`],
      ),
    ),
    ...labelled.flatMap(({ arrow, label }) =>
      arrow.lines.flatMap((line) =>
        holds(label, spaceOf(line)) ? [] : [`the label of ${nameOf(arrow)} cuts "${line.text}"`],
      ),
    ),
    ...areas.flatMap((area) =>
      area.lines.flatMap((line) => (holds(area, spaceOf(line)) ? [] : [`area ${area.name} cuts "${line.text}"`])),
    ),
  ];
  const piled = boxes.flatMap((box, at) =>
    box.lines.flatMap((line, row) =>
      box.lines
        .slice(row + 1)
        .flatMap((other) =>
          overlap(spaceOf(line), spaceOf(other), -1)
            ? [`${boxThings[at]?.name} piles "${line.text}" on "${other.text}"`]
            : [],
        ),
    ),
  );
  const through = arrows.flatMap((arrow) =>
    segmentsOf(arrow).flatMap((segment) => [
      ...boxThings.flatMap((box) =>
        overlap(inner(box, 0.6), segment) ? [`${nameOf(arrow)} runs through ${box.name}`] : [],
      ),
      ...labels.flatMap((label, at) =>
        labelled[at]?.arrow !== arrow &&
        overlap(inner(label, 1), segment) &&
        !segmentsOf((labelled[at] as { arrow: Arrow }).arrow).some((piece) => runsAlong(piece, segment))
          ? [`${nameOf(arrow)} runs through ${label.name}`]
          : [],
      ),
      ...solid
        .filter(({ name }) => name.startsWith('title') || name.startsWith('note') || name.startsWith('sample'))
        .flatMap((text) => (overlap(text, segment) ? [`${nameOf(arrow)} runs through ${text.name}`] : [])),
      ...(holds(sheet, segment) ? [] : [`${nameOf(arrow)} leaves the sheet`]),
    ]),
  );
  const loose = arrows.flatMap((arrow) => {
    const [start, end] = [arrow.points[0] as Point, arrow.points.at(-1) as Point];
    const touches = (place: string, point: Point): boolean =>
      boxes.some((box) => box.states.includes(place) && isOnBorder(box, point));
    const leaves = (from: string): boolean =>
      arrow.frame
        ? areas.some((area) => area.name === arrow.frame && isOnBorder(area, start))
        : touches(arrow.within?.[0] ?? from, start) ||
          boxes.some((box) => box.kind === 'marker' && isOnBorder(box, start));
    return arrow.ways.flatMap(({ from, to }) => [
      ...(leaves(from) ? [] : [`${nameOf(arrow)} does not start at ${from}`]),
      ...(touches(to, end) ? [] : [`${nameOf(arrow)} does not end at ${to}`]),
    ]);
  });
  const apart = labelled.flatMap(({ arrow, label }) =>
    segmentsOf(arrow).some((segment) => overlap(label, segment)) ? [] : [`the label of ${nameOf(arrow)} is not on it`],
  );
  const slanted = arrows.flatMap((arrow) =>
    segmentsOf(arrow).some((segment) => segment.width > 0.01 && segment.height > 0.01)
      ? [`${nameOf(arrow)} runs askew`]
      : [],
  );
  return [...overlapping, ...outside, ...cut, ...piled, ...through, ...loose, ...apart, ...slanted];
}

const points = (millimetres: number): number => (millimetres / 25.4) * 72;

/** Upright sheets. */
const sheets = { A3: [297, 420], A4: [210, 297] } as const;

/** How large, in points, the smallest letters of a picture are when it fills its sheet. */
export function smallestLetters(
  { width, height, boxes, arrows, areas, samples, notes }: Drawing,
  sheet: keyof typeof sheets,
  /** The margin all round, in millimetres. */
  margin = 7,
) {
  const [across, down] = sheets[sheet];
  const scale = Math.min(points(across - 2 * margin) / width, points(down - 2 * margin) / height);
  const lines = [...[...boxes, ...arrows, ...areas, ...samples].flatMap((thing) => thing.lines), ...notes];
  return Math.min(...lines.map(({ size }) => size)) * scale;
}

/** How much two colours differ, as WCAG counts it. */
export function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
