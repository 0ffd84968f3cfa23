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

/** Everything that is wrong with how a picture is laid out; empty for a good one. */
export function faultsOf({ width, height, areas, boxes, arrows, samples, notes }: Drawing): string[] {
  const sheet = { x: 0, y: 0, width, height };
  const named = (name: string, lines: Line[]): Thing[] =>
    lines.map((line) => ({ ...spaceOf(line), name: `${name} "${line.text}"` }));
  const boxThings = boxes.map((box): Thing => ({ ...box, name: `box ${box.kind} ${box.states.join(' ')}` }));
  const labels = arrows.map((arrow): Thing => ({ ...arrow.label, name: `label of ${nameOf(arrow)}` }));
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
    ...arrows.flatMap((arrow) =>
      arrow.lines.flatMap((line) =>
        holds(arrow.label, spaceOf(line)) ? [] : [`the label of ${nameOf(arrow)} cuts "${line.text}"`],
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
        arrows[at] !== arrow && overlap(inner(label, 1), segment)
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
    return arrow.ways.flatMap(({ from, to }) => [
      ...(touches(from, start) ? [] : [`${nameOf(arrow)} does not start at ${from}`]),
      ...(touches(to, end) ? [] : [`${nameOf(arrow)} does not end at ${to}`]),
    ]);
  });
  const apart = arrows.flatMap((arrow) =>
    segmentsOf(arrow).some((segment) => overlap(arrow.label, segment))
      ? []
      : [`the label of ${nameOf(arrow)} is not on it`],
  );
  const slanted = arrows.flatMap((arrow) =>
    segmentsOf(arrow).some((segment) => segment.width > 0.01 && segment.height > 0.01)
      ? [`${nameOf(arrow)} runs askew`]
      : [],
  );
  return [...overlapping, ...outside, ...cut, ...piled, ...through, ...loose, ...apart, ...slanted];
}

const points = (millimetres: number): number => (millimetres / 25.4) * 72;

/** Upright sheets, with a margin of 7 mm all round. */
const sheets = { A3: [297, 420], A4: [210, 297] } as const;

/** How large, in points, the smallest letters of a picture are when it fills its sheet. */
export function smallestLetters(
  { width, height, boxes, arrows, areas, samples, notes }: Drawing,
  sheet: keyof typeof sheets,
) {
  const [across, down] = sheets[sheet];
  const scale = Math.min(points(across - 14) / width, points(down - 14) / height);
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
