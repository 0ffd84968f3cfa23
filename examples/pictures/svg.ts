import { languages } from '../languages.ts';
import { isRegionBeside } from './chart.ts';
import type { Arrow, Box, Drawing, Line, Sample } from './drawing.ts';
import { meetingsOf, runsThrough, runsUnder } from './meetings.ts';
import { fitting, painted, pictureLooks, stylesOf } from './paint.ts';
import type { Point, Rectangle } from './place.ts';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const number = (value: number): string => String(Math.round(value * 10) / 10);

export const attributes = (given: Record<string, string | number | undefined>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : escaped(value ?? '')}"`)
    .join('');

const text = ({ text, x, y, size, width, weight, centred, upwards }: Line): string =>
  `<text${attributes({
    class: weight === 'bold' ? 'bold' : '',
    x,
    y,
    'text-anchor': centred ? 'middle' : undefined,
    transform: upwards ? `rotate(-90 ${number(x)} ${number(y)})` : undefined,
    style: size === 12 ? undefined : `font-size:${size}px`,
    textLength: width,
    lengthAdjust: 'spacingAndGlyphs',
  })}>${escaped(text)}</text>`;

const loop = (x: number, y: number): string =>
  `<path class="line" d="M${number(x + 7)} ${number(y - 6.5)}a3.5 3.5 0 1 0 .6 3.4"/><path class="head" d="M${number(x + 9)} ${number(y - 9)}v4h-4z"/>`;

export const rect = (name: string, { x, y, width, height }: Rectangle, corner: number): string =>
  `<rect${attributes({ class: name, x, y, width, height, rx: corner })}/>`;

export const group = (given: Record<string, string | undefined>, inner: string[]): string =>
  [`<g${attributes(given)}>`, ...inner, '</g>'].join('\n');

const bounds = (start: Point, end: Point): Rectangle => ({
  x: Math.min(start.x, end.x),
  y: Math.min(start.y, end.y),
  width: Math.abs(start.x - end.x),
  height: Math.abs(start.y - end.y),
});

/** Pieces of a line, apart from where a label lies on it, and from where it crosses another upright one. */
function pieces(points: Point[], labels: Rectangle[], crossed: Point[]): string {
  let path = '';
  let pen: Point | undefined;
  for (const [at, end] of points.entries()) {
    const start = points[at - 1];
    if (!start) continue;
    const upright = start.x === end.x;
    const [from, to] = upright ? [start.y, end.y] : [start.x, end.x];
    const ahead = Math.sign(to - from);
    const { x, y } = bounds(start, end);
    const gaps = [
      ...labels
        .filter((one) => (upright ? one.x <= x && x <= one.x + one.width : one.y <= y && y <= one.y + one.height))
        .map((one) => (upright ? [one.y, one.y + one.height] : [one.x, one.x + one.width]) as [number, number]),
      ...crossed.filter((one) => !upright && one.y === y).map((one): [number, number] => [one.x - 5, one.x + 5]),
    ]
      .map(([low, high]) => (ahead > 0 ? [low, high] : [high, low]) as [number, number])
      .filter(([first, last]) => (last - from) * ahead > 0 && (to - first) * ahead > 0)
      .sort(([one], [other]) => (one - other) * ahead);
    const on = (value: number): Point => (upright ? { x: end.x, y: value } : { x: value, y: end.y });
    const draw = (one: Point, other: Point): void => {
      if (pen?.x !== one.x || pen.y !== one.y) path += `M${number(one.x)} ${number(one.y)}`;
      path += `L${number(other.x)} ${number(other.y)}`;
      pen = other;
    };
    let reached = from;
    for (const [first, last] of gaps) {
      if ((first - reached) * ahead > 0) draw(on(reached), on(first));
      if ((last - reached) * ahead > 0) reached = last;
    }
    if ((to - reached) * ahead > 0) draw(on(reached), end);
  }
  return path;
}

const head = (points: Point[]): string => {
  const [before, end] = points.slice(-2);
  if (!before || !end) return '';
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const corner = (along: number, across: number): string =>
    `${number(end.x - dx * along - dy * across)} ${number(end.y - dy * along + dx * across)}`;
  return `M${corner(0, 0)}L${corner(8, 4)}L${corner(8, -4)}Z`;
};

/** What of a case is lit: the ways that it took, the steps that it passed, and where it stands. */
export interface Lit {
  taken: { from: string; event: string; to: string | null; forbidden: boolean; step?: string }[];
  passed: string[];
  now: string[];
}

/** What all arrows of a picture share: their labels, and where they meet. */
interface Around {
  arrows: Arrow[];
  labels: Rectangle[];
  crossings: Point[];
  lit: Lit | null;
}

/** Whether a case took a way of an arrow. */
const isTaken = ({ within, forbidden }: Arrow, { from, to, events }: Arrow['ways'][number], lit: Lit | null): boolean =>
  lit?.taken.some(
    (way) =>
      way.from === from &&
      way.to === to &&
      way.forbidden === forbidden &&
      events.includes(way.event as never) &&
      (!within || way.step === undefined || within.includes(way.step)),
  ) === true;

/** The words on an arrow, lit with any taken arrow that runs together with it there. */
function drawLabel({ label, lines }: Arrow, isLit: boolean, { arrows, lit }: Around): string[] {
  const drawn = lines.map(text);
  const isTakenHere = arrows.some(
    (arrow) => arrow.ways.some((way) => isTaken(arrow, way, lit)) && label && runsUnder(arrow, label),
  );
  return isTakenHere && !isLit ? [group({ class: 'way taken' }, drawn)] : drawn;
}

const drawArrow = (arrow: Arrow, around: Around): string => {
  const { labels, crossings, lit } = around;
  const { forbidden, happy, points, frame } = arrow;
  const taken = (way: Arrow['ways'][number]): boolean => isTaken(arrow, way, lit);
  const ways = [...arrow.ways].sort((one, other) => Number(taken(one)) - Number(taken(other)));
  return ways
    .map((way, at) =>
      group(
        {
          class: ['way', happy ? 'happy' : '', taken(way) ? 'taken' : ''].filter(Boolean).join(' '),
          'data-event': way.events.join(' '),
          'data-from': way.from,
          'data-to': way.to,
          ...(forbidden ? { 'data-forbidden': 'true' } : {}),
        },
        [
          `<path class="line" d="${pieces(points, labels, crossings)}"/>`,
          `<path class="head" d="${head(points)}"/>`,
          ...(frame ? [circle('leaves', points[0] as Point, 3.5)] : []),
          ...(at === ways.length - 1 ? drawLabel(arrow, taken(way), around) : []),
        ],
      ),
    )
    .join('\n');
};

const circle = (name: string, { x, y }: Point, radius: number): string =>
  `<circle${attributes({ class: name, cx: x, cy: y, r: radius })}/>`;

/** A dot where lines run together, in the colour of the strongest of them. */
const drawDot = (point: Point, arrows: Arrow[], lit: Lit | null): string => {
  const here = arrows.filter((arrow) => runsThrough(arrow, point));
  const taken = here.some((arrow) => arrow.ways.some((way) => isTaken(arrow, way, lit)));
  return group(
    {
      class: ['way', here.some(({ happy }) => happy) ? 'happy' : '', taken ? 'taken' : ''].filter(Boolean).join(' '),
      ...(here.every(({ forbidden }) => forbidden) ? { 'data-forbidden': 'true' } : {}),
    },
    [circle('head', point, 3.2)],
  );
};

const isOfThePicture = (kind: Box['kind']): boolean => !['entry', 'exit', 'marker'].includes(kind);

const drawBox = (box: Box, lit: Lit | null): string => {
  const { kind, states, outcome, happy, lines } = box;
  const names = [
    kind === 'step' || kind === 'outcome' ? 'state' : kind === 'beside' ? 'state beside' : kind,
    outcome ? 'outcome' : '',
    happy && kind === 'step' ? 'happy' : '',
    kind === 'entry' ? 'exit' : '',
    states.some((state) => lit?.passed.includes(state)) && isOfThePicture(kind) ? 'taken' : '',
    states.some((state) => lit?.now.includes(state)) && kind !== 'marker' ? 'now' : '',
  ];
  const drawn = lines.map((one) => {
    if (!one.stays) return text(one);
    const { from, event, forbidden } = one.stays;
    const taken = lit?.taken.some(
      (way) =>
        way.from === from && way.event === event && way.forbidden === forbidden && (way.to === null || way.to === from),
    );
    return group(
      {
        class: taken ? 'way taken' : 'way',
        'data-event': event,
        'data-from': from,
        'data-to': from,
        ...(forbidden ? { 'data-forbidden': 'true' } : {}),
      },
      [loop(one.x - 14, one.y), text(one)],
    );
  });
  return group(
    {
      class: [...new Set(names)].filter(Boolean).join(' '),
      ...(kind === 'beside'
        ? {
            [states[0]?.startsWith('complaints') ? 'data-complaints' : 'data-employer-route']: states[0]?.split('.')[1],
          }
        : { 'data-state': kind === 'every' ? undefined : states.join(' ') || undefined }),
    },
    [rect('box', box, kind === 'every' ? 11 : kind === 'outcome' || kind === 'marker' ? 3 : 7), ...drawn],
  );
};

const drawSample = ({ like, x, y, width, height, lines }: Sample): string => {
  const place = { x, y, width, height };
  const middle = y + height / 2;
  const piece = `<path class="line" d="M${number(x)} ${number(middle)}h${number(width - 8)}"/><path class="head" d="M${number(x + width)} ${number(middle)}l-8 4v-8z"/>`;
  const shown: Record<Sample['like'], [Record<string, string>, string]> = {
    happy: [{ class: 'way happy' }, piece],
    way: [{ class: 'way' }, piece],
    taken: [{ class: 'way taken' }, piece],
    forbidden: [{ class: 'way', 'data-forbidden': 'true' }, piece],
    stays: [{ class: 'way' }, loop(x + 10, middle + 5)],
    outcome: [{ class: 'outcome' }, rect('box', place, 3)],
    frame: [
      { class: 'frame' },
      `${rect('area', { x, y: y + 1, width: 16, height: height - 2 }, 5)}${circle('leaves', { x: x + 16, y: middle }, 3.5)}`,
    ],
    every: [{ class: 'every' }, rect('box', place, 8)],
    exit: [{ class: 'exit' }, rect('box', place, 7)],
    now: [{ class: 'now' }, rect('box', { x: x + 2, y: y + 2, width: width - 4, height: height - 4 }, 5)],
  };
  const [given, drawn] = shown[like];
  // A sample is no way and no state of the chart.
  return group({ class: 'sample' }, [group(given, [drawn]), ...lines.map(text)]);
};

const drawStart = ({ x, y }: Point): string =>
  `<g class="start"><circle class="head" cx="${number(x)}" cy="${number(y - 20)}" r="5"/><path class="line" d="M${number(x)} ${number(y - 15)}V${number(y - 6)}"/><path class="head" d="M${number(x)} ${number(y)}l-4 -8h8z"/></g>`;

/** Draws a picture that was laid out; no id in it, so that several may stand in one page. */
export function svgOf(drawing: Drawing, lit: Lit | null = null): string {
  const { name, locale, title, description, width, height, areas, boxes, arrows, samples, notes, start } = drawing;
  const meetings = meetingsOf(arrows);
  const labels = arrows.flatMap(({ label }) => (label ? [label] : []));
  const around = { arrows, labels, crossings: meetings.crossings, lit };
  const strength = (arrow: Arrow): number =>
    Number(arrow.happy) + 2 * Number(arrow.ways.some((way) => isTaken(arrow, way, lit)));
  const within = (area: (typeof areas)[number]): string[] => [rect('area', area, 10), ...area.lines.map(text)];
  return painted(
    `${[
      `<svg xmlns="http://www.w3.org/2000/svg" class="second-opinion" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${locale}" data-picture="${name}">`,
      `<title>${escaped(title)}</title>`,
      `<desc>${escaped(description)}</desc>`,
      `<style>\n${fitting(name === 'whole' ? 'A3' : 'A4')}\n${stylesOf(pictureLooks)}\n</style>`,
      rect('paper', { x: 0, y: 0, width, height }, 0),
      ...areas.map((area) =>
        group(
          isRegionBeside(area.name)
            ? { class: 'region' }
            : area.name in languages[locale].phases
              ? { class: 'phase', 'data-phase': area.name }
              : { class: 'frame', 'data-group': area.name },
          within(area),
        ),
      ),
      ...(start ? [drawStart(start)] : []),
      ...[...arrows].sort((one, other) => strength(one) - strength(other)).map((arrow) => drawArrow(arrow, around)),
      ...meetings.dots.map((dot) => drawDot(dot, arrows, lit)),
      ...boxes.map((box) => drawBox(box, lit)),
      ...samples.map(drawSample),
      ...notes.map(text),
      '</svg>',
    ].join('\n')}\n`,
    pictureLooks,
  );
}
