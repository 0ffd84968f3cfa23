import { languages } from '../languages.ts';
import type { Chart, Way } from './chart.ts';
import type { Arrow, Box, Drawing, PictureName, Sample } from './drawing.ts';
import {
  arrowOf,
  below,
  bounds,
  type Content,
  capital,
  columns,
  content,
  extras,
  fromTopToBottom,
  happyWay,
  isHappy,
  isShown,
  type LayoutOptions,
  type Link,
  labelLines,
  labelOf,
  legend,
  line,
  linksBetween,
  margin,
  moved,
  phaseOf,
  routeOf,
  sheets,
  sizes,
  staying,
  stays,
  unique,
} from './parts.ts';
import { type Point, place, type Rectangle } from './place.ts';
import { widthOf, wrap } from './text.ts';
import { words } from './words.ts';

/** A step with the ways into and out of the phase beside it; everything is set from its left top corner. */
interface Composite {
  width: number;
  height: number;
  /** Where its step lies. */
  core: { from: number; to: number };
  boxes: Box[];
  arrows: Arrow[];
}

const row = { line: 8, head: 14, gap: 4 };

/** Puts the ways that enter to the left of a box, and those that leave the phase to its right, each with its small box. */
function composed(own: Content, entering: [Content, Link][], leaving: [Content, Link][]): Composite {
  const heightOf = ([{ height }, { lines }]: [Content, Link]): number => Math.max(height, labelOf(lines).height);
  const total = (rows: [Content, Link][]): number => rows.reduce((sum, one) => sum + heightOf(one) + row.gap, -row.gap);
  const widest = (rows: [Content, Link][], of: (one: [Content, Link]) => number): number =>
    Math.max(0, ...rows.map(of));
  const chipWidth = ([{ width }]: [Content, Link]): number => width;
  const labelWidth = ([, { lines }]: [Content, Link]): number => labelOf(lines).width;
  const lineWidth = (rows: [Content, Link][]): number => row.line + widest(rows, labelWidth) + row.head;
  const left = entering.length > 0 ? widest(entering, chipWidth) + lineWidth(entering) : 0;
  const right = leaving.length > 0 ? lineWidth(leaving) + widest(leaving, chipWidth) : 0;
  const height = Math.max(own.height, total(entering) + 12, total(leaving) + 12);
  const main = { ...own, height, x: left, y: 0, lines: moved(own.lines, { x: left, y: 0 }) };

  const beside = (rows: [Content, Link][], enters: boolean): { box: Box; arrow: Arrow }[] => {
    let y = (height - total(rows)) / 2;
    return rows.map((one) => {
      const [chip, link] = one;
      const middle = y + heightOf(one) / 2;
      y += heightOf(one) + row.gap;
      const room = lineWidth(rows);
      const from = enters ? left - room : left + own.width;
      const corner = { x: enters ? from - chip.width : from + room, y: middle - chip.height / 2 };
      const size = labelOf(link.lines);
      const label = {
        ...size,
        x: from + row.line + (room - row.line - row.head - size.width) / 2,
        y: middle - size.height / 2,
      };
      return {
        box: { ...chip, ...corner, lines: moved(chip.lines, corner) },
        arrow: {
          ways: link.ways,
          forbidden: link.forbidden,
          happy: false,
          points: [
            { x: from, y: middle },
            { x: from + room, y: middle },
          ],
          label,
          lines: labelLines(link.lines, label),
        },
      };
    });
  };
  const around = [...beside(entering, true), ...beside(leaving, false)];
  return {
    width: left + own.width + right,
    height,
    core: { from: left, to: left + own.width },
    boxes: [main, ...around.map(({ box }) => box)],
    arrows: around.map(({ arrow }) => arrow),
  };
}

/** The same, with the ways that leave it below the box, each on a branch of its own. */
function composedBelow(own: Content, leaving: [Content, Link][]): Composite {
  const trunk = 14;
  const room = Math.max(0, ...leaving.map(([, { lines }]) => labelOf(lines).width)) + row.line + row.head;
  let y = own.height + row.gap;
  const branches = leaving.map(([chip, link]) => {
    const size = labelOf(link.lines);
    const height = Math.max(chip.height, size.height);
    const middle = y + height / 2;
    y += height + row.gap;
    const corner = { x: trunk + room, y: middle - chip.height / 2 };
    const label = {
      ...size,
      x: trunk + row.line + (room - row.line - row.head - size.width) / 2,
      y: middle - size.height / 2,
    };
    const points = [
      { x: trunk, y: own.height },
      { x: trunk, y: middle },
      { x: trunk + room, y: middle },
    ];
    return {
      box: { ...chip, ...corner, lines: moved(chip.lines, corner) },
      arrow: {
        ways: link.ways,
        forbidden: link.forbidden,
        happy: false,
        points,
        label,
        lines: labelLines(link.lines, label),
      },
    };
  });
  const boxes = [{ ...own, x: 0, y: 0 }, ...branches.map(({ box }) => box)];
  const { width, height } = bounds(boxes);
  return { width, height, core: { from: 0, to: own.width }, boxes, arrows: branches.map(({ arrow }) => arrow) };
}

const overlap = (one: Rectangle, other: Rectangle, room: number): boolean =>
  one.x < other.x + other.width + room &&
  other.x < one.x + one.width + room &&
  one.y < other.y + other.height + room &&
  other.y < one.y + one.height + room;

const segments = (points: Point[]): Rectangle[] =>
  points
    .slice(1)
    .map((point, at) => bounds([points[at] as Point, point].map((end) => ({ ...end, width: 0, height: 0 }))));

/** The first place, from the top, at which a box of this size touches nothing; below all else where there is none. */
function freePlace(size: { width: number; height: number }, taken: Rectangle[], within: Rectangle): Point {
  for (let y = 0; y + size.height <= within.height; y += 4)
    for (let x = 0; x + size.width <= within.width; x += 4)
      if (!taken.some((one) => overlap({ x, y, ...size }, one, 12))) return { x, y };
  return { x: 0, y: within.height + 14 };
}

const movedBox = (box: Box, by: Point): Box => ({
  ...box,
  x: box.x + by.x,
  y: box.y + by.y,
  lines: moved(box.lines, by),
});

const movedArrow = (arrow: Arrow, by: Point): Arrow => ({
  ...arrow,
  points: arrow.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
  label: arrow.label && { ...arrow.label, x: arrow.label.x + by.x, y: arrow.label.y + by.y },
  lines: moved(arrow.lines, by),
});

/** Below the end of the usual way stand the steps of a phase that lie beside it. */
const afterTheEnd: Record<string, string> = {
  application: 'application.reconsidering',
  execution: 'execution.underway',
  completion: 'completion.consideringTransfer',
};

/** Lays out a phase: the ways into and out of it stand beside its steps, each with a small box for the other end. */
export async function layOutPhase(
  chart: Chart,
  phase: Exclude<PictureName, 'whole'>,
  { locale, forbidden = 'none', ofCase }: LayoutOptions,
): Promise<Drawing> {
  const say = words[locale];
  const name = languages[locale];
  const { seed, room, besideRoom = room, chipRoom = besideRoom } = sheets[phase][locale];
  const isInside = (place: string): boolean => phaseOf(place) === phase;
  const ways = chart.ways.filter((way) => isShown(way, forbidden) && (isInside(way.from) || isInside(way.to ?? '')));
  const moving = ways.filter((way) => !stays(way));
  const titleOf = (step: string): string =>
    step in name.steps
      ? name.steps[step as 'refused'].title
      : `${say.everyStep}, ${name.phases[step as 'application']}`;

  const isAround = ({ fromBox, toBox }: Link): boolean => fromBox.startsWith('entry') || toBox.startsWith('exit');
  const isHappyLink = ({ ways: [one], forbidden }: Link): boolean =>
    isHappy(one?.from ?? '', one?.to ?? '') && !forbidden;
  const links = linksBetween(
    moving,
    (way) => [
      isInside(way.from) ? way.from : `entry ${chart.outcomes.includes(way.from)} ${entryGroup(moving, way)}`,
      isInside(way.to ?? '') ? (way.to ?? '') : `exit ${way.from} ${way.to}`,
    ],
    locale,
    (link) =>
      link.fromBox === phase ? 80 : isAround(link) && !isHappyLink(link) ? besideRoom : isHappyLink(link) ? 140 : room,
  );
  const chipOf = (link: Link): Content => {
    const enters = link.fromBox.startsWith('entry');
    const states = unique(link.ways.map(({ from, to }) => (enters ? from : to)));
    const titles = states.map((step, at) => `${titleOf(step)}${at < states.length - 1 ? ',' : ''}`);
    const lines = titles.flatMap((title) =>
      wrap(title, sizes.small, link.fromBox === phase ? Math.min(chipRoom, 140) : chipRoom),
    );
    return content(enters ? 'entry' : 'exit', states, lines, [], {
      outcome: states.every((step) => chart.outcomes.includes(step)),
      titleSize: sizes.small,
    });
  };
  const fromTop = (one: Link, other: Link): number => {
    const placeOf = ({ ways: [way] }: Link): number =>
      fromTopToBottom.indexOf(isInside(way?.from ?? '') ? (way?.to ?? '') : (way?.from ?? ''));
    return placeOf(one) - placeOf(other);
  };

  const beside = links.filter((link) => isAround(link) && !isHappyLink(link)).sort(fromTop);
  const withChip = (link: Link): [Content, Link] => [chipOf(link), link];
  const stepOf = (id: string): Composite =>
    composed(
      content('step', [id], [titleOf(id)], staying(ways, id, locale), {
        happy: happyWay.includes(id),
        least: 120,
        columns: phase === 'execution' && staying(ways, id, locale).length > 2 ? 2 : 1,
      }),
      beside.filter(({ toBox }) => toBox === id).map(withChip),
      beside.filter(({ fromBox }) => fromBox === id).map(withChip),
    );
  const chipOnly = (link: Link): Composite => {
    const chip = chipOf(link);
    const { width, height } = chip;
    return { width, height, core: { from: 0, to: width }, boxes: [{ ...chip, x: 0, y: 0 }], arrows: [] };
  };
  const ends = links.filter((link) => isAround(link) && isHappyLink(link));
  const composites = new Map<string, Composite>([
    ...chart.steps.filter(isInside).map((id): [string, Composite] => [id, stepOf(id)]),
    ...ends.map((link): [string, Composite] => [isInside(link.fromBox) ? link.toBox : link.fromBox, chipOnly(link)]),
  ]);
  const every = ways.some(({ from }) => from === phase)
    ? composedBelow(
        content('every', [phase], [capital(say.everyStep)], staying(ways, phase, locale), { least: 80 }),
        beside.filter(({ fromBox }) => fromBox === phase).map(withChip),
      )
    : null;
  const routed = links.filter((link) => !isAround(link) || isHappyLink(link));
  const rankOf = (id: string): number => {
    if (id.startsWith('entry')) return -1;
    if (id.startsWith('exit')) return fromTopToBottom.indexOf(id.split(' ')[1] ?? '') + 0.5;
    return id === 'execution.underway' ? fromTopToBottom.length : fromTopToBottom.indexOf(id);
  };
  const end = ends.find(({ toBox }) => toBox.startsWith('exit'))?.toBox;
  const after = afterTheEnd[phase];
  const placed = await place(
    [...composites].map(([id, { width, height, core }]) => ({
      id,
      width,
      height,
      parts: [{ id, ...core }],
      column: columns[id] ?? 0,
      rank: rankOf(id),
    })),
    [
      ...routed.map((link) => ({ ...routeOf(link), straight: isHappyLink(link) })),
      ...(end && after ? [below(end, after)] : []),
    ],
    seed,
  );

  const at = { x: margin + 6, y: margin + 34 };
  const settled = [...composites].map(([id, { boxes, arrows }]) => {
    const corner = placed.boxes.get(id) ?? { x: 0, y: 0 };
    return {
      boxes: boxes.map((box) => movedBox(box, corner)),
      arrows: arrows.map((arrow) => movedArrow(arrow, corner)),
    };
  });
  const around = routed.map((link) => ({
    ...arrowOf(link, placed.arrows, link.id, { x: 0, y: 0 }),
    happy: isHappyLink(link),
  }));
  const everyAt = every
    ? freePlace(
        every,
        [...settled, { boxes: [], arrows: around }].flatMap(({ boxes, arrows }) => [
          ...boxes,
          ...arrows.flatMap(({ label, points }) => [...(label ? [label] : []), ...segments(points)]),
        ]),
        { x: 0, y: 0, width: placed.width, height: placed.height },
      )
    : { x: 0, y: 0 };
  if (every)
    settled.push({
      boxes: every.boxes.map((box) => movedBox(box, everyAt)),
      arrows: every.arrows.map((arrow) => movedArrow(arrow, everyAt)),
    });
  const inner = bounds([
    { x: 0, y: 0, ...placed },
    ...(every ? [{ ...everyAt, width: every.width, height: every.height }] : []),
  ]);
  const width = Math.ceil(at.x + inner.width + 6 + margin);
  const boxes = settled.flatMap((one) => one.boxes.map((box) => movedBox(box, at)));
  const arrows = [...settled.flatMap((one) => one.arrows), ...around].map((arrow) => movedArrow(arrow, at));
  const title = `${say.title}: ${name.phases[phase as 'application']}`;
  const likes: Sample['like'][] = [
    'happy',
    'way',
    'exit',
    'outcome',
    'stays',
    ...(ways.some(({ from }) => from === phase) ? (['every'] as const) : []),
    ...extras(forbidden, ofCase),
  ];
  const widest = Math.max(...likes.map((like) => widthOf(say.legend[like], sizes.small))) + 52;
  const across = Math.max(1, Math.min(3, Math.floor((width - 2 * margin) / widest)));
  const each = (width - 2 * margin) / across;
  const key = legend(likes, locale, each);
  const rows = Math.ceil(key.samples.length / across);
  const legendTop = at.y + inner.height + 16;
  return {
    name: phase,
    locale,
    title,
    description: say.phase,
    width,
    height: Math.ceil(legendTop + rows * 20 + margin - 4),
    areas: [{ name: phase, x: margin, y: at.y - 8, width: width - 2 * margin, height: inner.height + 16, lines: [] }],
    boxes,
    arrows,
    samples: key.samples.map((sample, index) => {
      const corner = {
        x: margin + Math.floor(index / rows) * each,
        y: legendTop + (index % rows) * 20 - sample.y,
      };
      return { ...sample, x: sample.x + corner.x, y: sample.y + corner.y, lines: moved(sample.lines, corner) };
    }),
    notes: [line(title, margin, margin + 18, sizes.picture - 2, 'bold')],
    start: null,
  };
}

/** The same events into the same step, from wherever they come: what shares one small box. */
const entryGroup = (ways: Way[], { from, to, forbidden }: Way): string => {
  const same = (way: Way): boolean => way.to === to && way.forbidden === forbidden;
  const events = unique(ways.filter((way) => way.from === from && same(way)).map(({ event }) => event));
  return `${events.join('+')} ${to} ${forbidden}`;
};
