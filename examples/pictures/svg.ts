import { isRegionBeside } from './chart.ts';
import type { Arrow, Box, Drawing, Line, Sample } from './drawing.ts';
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

/** Pieces of a line, apart from where its label lies on it. */
function pieces(points: Point[], label: Rectangle): string {
  const { x, y, width, height } = label;
  const runs: Point[][] = [];
  for (const [at, end] of points.entries()) {
    const start = points[at - 1];
    if (!start) continue;
    const upright = start.x === end.x;
    const along = (point: Point): number => (upright ? point.y : point.x);
    const covers = upright ? x <= end.x && end.x <= x + width : y <= end.y && end.y <= y + height;
    const [low, high] = upright ? [y, y + height] : [x, x + width];
    const [first, last] = along(start) < along(end) ? [low, high] : [high, low];
    const ahead = Math.sign(along(end) - along(start));
    const isBefore = (one: number, other: number): boolean => (other - one) * ahead > 0;
    const on = (value: number): Point => (upright ? { x: end.x, y: value } : { x: value, y: end.y });
    if (!covers || !isBefore(along(start), last) || !isBefore(first, along(end))) runs.push([start, end]);
    else {
      if (isBefore(along(start), first)) runs.push([start, on(first)]);
      if (isBefore(last, along(end))) runs.push([on(last), end]);
    }
  }
  let path = '';
  let pen: Point | undefined;
  for (const [start, end] of runs as [Point, Point][]) {
    if (pen?.x !== start.x || pen.y !== start.y) path += `M${number(start.x)} ${number(start.y)}`;
    path += `L${number(end.x)} ${number(end.y)}`;
    pen = end;
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
  taken: { from: string; event: string; to: string | null; forbidden: boolean }[];
  passed: string[];
  now: string[];
}

const drawArrow = ({ ways, forbidden, happy, points, label, lines }: Arrow, lit: Lit | null): string =>
  ways
    .map(({ from, to, events }, at) => {
      const taken = lit?.taken.some(
        (way) =>
          way.from === from && way.to === to && way.forbidden === forbidden && events.includes(way.event as never),
      );
      return group(
        {
          class: ['way', happy ? 'happy' : '', taken ? 'taken' : ''].filter(Boolean).join(' '),
          'data-event': events.join(' '),
          'data-from': from,
          'data-to': to,
          ...(forbidden ? { 'data-forbidden': 'true' } : {}),
        },
        [
          `<path class="line" d="${pieces(points, label)}"/>`,
          `<path class="head" d="${head(points)}"/>`,
          ...(at === 0 ? lines.map(text) : []),
        ],
      );
    })
    .join('\n');

const drawBox = (box: Box, lit: Lit | null): string => {
  const { kind, states, outcome, happy, lines } = box;
  const names = [
    kind === 'step' || kind === 'outcome' ? 'state' : kind === 'beside' ? 'state beside' : kind,
    outcome ? 'outcome' : '',
    happy && kind === 'step' ? 'happy' : '',
    kind === 'entry' ? 'exit' : '',
    states.some((state) => lit?.passed.includes(state)) && kind !== 'entry' && kind !== 'exit' ? 'taken' : '',
    states.some((state) => lit?.now.includes(state)) ? 'now' : '',
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
    [rect('box', box, kind === 'every' ? 11 : kind === 'outcome' ? 3 : 7), ...drawn],
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
          isRegionBeside(area.name) ? { class: 'region' } : { class: 'phase', 'data-phase': area.name },
          within(area),
        ),
      ),
      ...(start ? [drawStart(start)] : []),
      ...[...arrows]
        .sort((one, other) => Number(one.happy) - Number(other.happy))
        .map((arrow) => drawArrow(arrow, lit)),
      ...boxes.map((box) => drawBox(box, lit)),
      ...samples.map(drawSample),
      ...notes.map(text),
      '</svg>',
    ].join('\n')}\n`,
    pictureLooks,
  );
}
