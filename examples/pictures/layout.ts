import { type EventType, type Locale, labels } from 'lpbso-second-opinion';
import { type Chart, chartOf, type Way } from './chart.ts';
import type { Area, Arrow, Box, Drawing, Line, PictureName, Sample } from './drawing.ts';
import { type Placed, type Point, place, type Rectangle, type ToPlace, type ToRoute } from './place.ts';
import { type Weight, widthOf, wrap } from './text.ts';
import { words } from './words.ts';

/** The way that most requests are meant to go, straight down the middle. */
export const happyWay = [
  'request.weighing',
  'request.choosing',
  'request.preparing',
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.awaitingConsultation',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
  'execution.awaitingConsent',
  'execution.forwarding',
  'completion.considering',
  'completion.decided',
  'concluded',
];

/** From top to bottom: an arrow to a step further down leaves at the foot of its box, one back up at the head. */
const fromTopToBottom = [
  'request.weighing',
  'refused',
  'outOfScope',
  'uwvRouteChosen',
  'request.choosing',
  'request.preparing',
  'request.reconsidering',
  'request',
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.elsewhere',
  'execution.awaitingConsultation',
  'execution',
  'withdrawn',
  'lapsed',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
  'execution.awaitingConsent',
  'execution.forwarding',
  'notForwarded',
  'completion.considering',
  'completion.decided',
  'completion.weighingTransfer',
  'completion.awaitingSuccessor',
  'completion.transferRefused',
  'completion.awaitingEmployer',
  'concluded',
  'transferred',
];

/** The box for every step of a phase stands to the right of one of its steps. */
const standsBeside: Record<string, string> = { request: 'request.preparing', execution: 'execution.inviting' };
const gap = 30;

const columns: Record<string, number> = {
  'execution.elsewhere': -2,
  'request.reconsidering': -1,
  request: 1,
  execution: 1,
  'completion.weighingTransfer': 1,
  'completion.awaitingSuccessor': 1,
  'completion.transferRefused': 1,
  'completion.awaitingEmployer': 1,
};

const sizes = { small: 12, title: 14, area: 15, picture: 20 };
const leading = 13.5;
const padding = 8;
const margin = 8;

/**
 * With what each picture fits its sheet best, found by trying: the seed of the layout, and how wide may be, before it is
 * broken, a label on an arrow, one beside a step, and the name of a step outside the phase.
 */
export const sheets: Record<
  PictureName,
  Record<Locale, { seed: number; room: number; besideRoom?: number; chipRoom?: number }>
> = {
  whole: { nl: { seed: 1, room: 112 }, en: { seed: 2, room: 112 } },
  request: { nl: { seed: 3, room: 105, besideRoom: 130 }, en: { seed: 5, room: 105, besideRoom: 130 } },
  execution: {
    nl: { seed: 11, room: 118, besideRoom: 125, chipRoom: 105 },
    en: { seed: 11, room: 118, besideRoom: 122, chipRoom: 105 },
  },
  completion: { nl: { seed: 5, room: 105, besideRoom: 130 }, en: { seed: 5, room: 125, besideRoom: 130 } },
};

export interface LayoutOptions {
  locale: Locale;
  /** Which of the ways against the rules are shown; none, unless told. */
  forbidden?: 'none' | 'all' | Way[];
  /** A case is drawn on it: the legend tells how. */
  ofCase?: boolean;
}

const phaseOf = (name: string): string => name.split('.')[0] ?? '';

const stays = (way: Way): boolean => way.to === null || way.to === way.from;

const unique = <T>(list: T[]): T[] => [...new Set(list)];

const line = (text: string, x: number, y: number, size: number, weight: Weight = 'regular'): Line => ({
  text,
  x,
  y,
  size,
  width: widthOf(text, size, weight),
  weight,
});

/** What is in a box, before it has a place: its lines are set from its left top corner. */
type Content = Omit<Box, 'x' | 'y'>;

const content = (
  kind: Box['kind'],
  states: string[],
  title: string[],
  rest: { text: string; soft?: true; stays?: Line['stays'] }[],
  { outcome = false, happy = false, least = 0, titleSize = sizes.title, columns = 1 } = {},
): Content => {
  const columnWidth = Math.max(0, ...rest.map(({ text }) => widthOf(text, sizes.small))) + 26;
  const rows = Math.ceil(rest.length / columns);
  const indent = (stay: unknown, at: number): number => padding + (stay ? 14 : 0) + Math.floor(at / rows) * columnWidth;
  const foot = titleSize === sizes.small ? 15 : 18;
  const titles = title.map((text, at) =>
    line(
      text,
      padding,
      foot + at * (titleSize + 3),
      titleSize,
      kind === 'exit' || kind === 'entry' ? 'regular' : 'bold',
    ),
  );
  const under = foot + (title.length - 1) * (titleSize + 3);
  const lines = [
    ...titles,
    ...rest.map(({ text, soft, stays }, at) => ({
      ...line(text, indent(stays, at), under + 2 + ((at % rows) + 1) * leading, sizes.small),
      ...(soft ? { soft } : {}),
      ...(stays ? { stays } : {}),
    })),
  ];
  return {
    kind,
    states,
    outcome,
    happy,
    width: 2 * Math.ceil(Math.max(least, ...lines.map(({ x, width }) => x + width + padding)) / 2),
    height: under + (rows > 0 ? 2 + rows * leading : 0) + (titleSize === sizes.small ? 7 : 9),
    lines,
  };
};

const moved = (lines: Line[], { x, y }: Point): Line[] => lines.map((one) => ({ ...one, x: one.x + x, y: one.y + y }));

/** What is to be drawn between two boxes, before it has a way. */
interface Link {
  id: string;
  fromBox: string;
  toBox: string;
  ways: Arrow['ways'];
  forbidden: boolean;
  lines: string[];
}

const labelOf = (lines: string[]): { width: number; height: number } => ({
  width: 2 * Math.ceil(Math.max(...lines.map((text) => widthOf(text, sizes.small))) / 2) + 6,
  height: lines.length * 14 + 3,
});

const arrowOf = ({ ways, forbidden, lines }: Link, placed: Placed['arrows'], id: string, at: Point): Arrow => {
  const found = placed.get(id);
  if (!found?.label) throw new Error(`no way was found for ${id}`);
  const label = { ...found.label, x: found.label.x + at.x, y: found.label.y + at.y };
  const [{ from, to } = { from: '', to: '' }] = ways;
  return {
    ways,
    forbidden,
    happy: isHappy(from, to) && !forbidden,
    points: found.points.map(({ x, y }) => ({ x: x + at.x, y: y + at.y })),
    label,
    lines: labelLines(lines, label),
  };
};

const labelLines = (lines: string[], label: Rectangle): Line[] =>
  lines.map((text, row) => ({
    ...line(text, label.x + label.width / 2, label.y + 12 + row * 14, sizes.small),
    centred: true,
  }));

const isHappy = (from: string, to: string): boolean =>
  happyWay.includes(from) && happyWay[happyWay.indexOf(from) + 1] === to;

const bounds = (rectangles: Rectangle[]): Rectangle => {
  const x = Math.min(...rectangles.map((one) => one.x));
  const y = Math.min(...rectangles.map((one) => one.y));
  return {
    x,
    y,
    width: Math.max(...rectangles.map((one) => one.x + one.width)) - x,
    height: Math.max(...rectangles.map((one) => one.y + one.height)) - y,
  };
};

const isShown = (way: Way, forbidden: LayoutOptions['forbidden']): boolean =>
  !way.forbidden ||
  forbidden === 'all' ||
  (Array.isArray(forbidden) &&
    forbidden.some(
      ({ from, event, to, ...rest }) => rest.forbidden && from === way.from && event === way.event && to === way.to,
    ));

/** Ways between the same boxes share an arrow; a way against the rules has its own. */
function linksBetween(
  ways: Way[],
  boxesOf: (way: Way) => [from: string, to: string],
  locale: Locale,
  roomFor: (link: Link) => number,
): Link[] {
  const links = new Map<string, Link>();
  for (const way of ways) {
    const [fromBox, toBox] = boxesOf(way);
    const id = [fromBox, toBox, ...(way.forbidden ? ['forbidden'] : [])].join(' ');
    const link = links.get(id) ?? { id, fromBox, toBox, ways: [], forbidden: way.forbidden, lines: [] };
    links.set(id, link);
    const known = link.ways.find(({ from, to }) => from === way.from && to === way.to);
    if (!known) link.ways.push({ from: way.from, to: way.to ?? way.from, events: [way.event] });
    else if (!known.events.includes(way.event)) known.events.push(way.event);
  }
  for (const link of links.values()) {
    const titles = unique(link.ways.flatMap(({ events }) => events)).map((type) => labels[locale].events[type].title);
    link.lines = titles.flatMap((title, at) =>
      wrap(at < titles.length - 1 ? `${title},` : title, sizes.small, roomFor(link)),
    );
  }
  return [...links.values()];
}

const eventsOf = ({ ways }: Link): string => unique(ways.flatMap(({ events }) => events)).join(' ');

const staying = (ways: Way[], from: string, locale: Locale) =>
  unique(ways.filter((way) => way.from === from && stays(way)).map(({ event }) => event)).map((event: EventType) => ({
    text: labels[locale].events[event].title,
    stays: { event, from },
  }));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A column of samples, each with its meaning beside it. */
function legend(likes: Sample['like'][], locale: Locale, width: number): { samples: Sample[]; height: number } {
  let y = 0;
  const samples = likes.map((like): Sample => {
    const lines = wrap(words[locale].legend[like], sizes.small, width - 40);
    const sample = {
      like,
      x: 0,
      y,
      width: 30,
      height: 16,
      lines: lines.map((text, at) => line(text, 40, y + 12 + at * 14, sizes.small)),
    };
    y += lines.length * 14 + 9;
    return sample;
  });
  return { samples, height: y };
}

// ------------------------------------------------------------------------------------------------------ the whole

async function layOutWhole(chart: Chart, { locale, forbidden = 'none', ofCase }: LayoutOptions): Promise<Drawing> {
  const say = words[locale];
  const name = labels[locale];
  const { seed, room } = sheets.whole[locale];
  const ways = chart.ways.filter((way) => isShown(way, forbidden));
  const outcomeWidth =
    Math.max(...chart.outcomes.map((step) => widthOf(name.steps[step as 'refused'].title, sizes.title, 'bold'))) + 24;

  const contents = new Map<string, Content>([
    ...chart.steps.map((step): [string, Content] => [
      step,
      content('step', [step], [name.steps[step as 'refused'].title], [], {
        happy: happyWay.includes(step),
        least: 130,
      }),
    ]),
    ...chart.outcomes.map((step): [string, Content] => [
      step,
      content('outcome', [step], [name.steps[step as 'refused'].title], staying(ways, step, locale), {
        outcome: true,
        happy: happyWay.includes(step),
        least: Math.max(outcomeWidth, 140),
      }),
    ]),
    ...chart.phases.flatMap((phase): [string, Content][] =>
      ways.some(({ from, to }) => from === phase && to !== null)
        ? [[phase, content('every', [phase], [capital(say.everyStep)], [], { least: 90 })]]
        : [],
    ),
  ]);
  const links = linksBetween(
    ways.filter((way) => !stays(way) && way.from !== 'procedure' && phaseOf(way.from) !== 'complaints'),
    ({ from, to }) => [from, to ?? from],
    locale,
    (link) => (chart.outcomes.includes(link.fromBox) ? 90 : room),
  );
  const column = [...chart.outcomes].sort(
    (one, other) => fromTopToBottom.indexOf(one) - fromTopToBottom.indexOf(other),
  );
  const placed = await place(
    [...contents].flatMap(([id, { width, height }]): ToPlace[] => {
      if (id in standsBeside) return [];
      const band = chart.phases.indexOf(phaseOf(id));
      const guests = [...contents].filter(([guest]) => standsBeside[guest] === id);
      const [guest, guestWidth] = [guests[0]?.[0], guests[0]?.[1].width ?? 0];
      const full = guest ? width + gap + guestWidth : width;
      return [
        {
          id,
          width: full,
          height,
          ...(guest
            ? {
                parts: [
                  { id, from: 0, to: width },
                  { id: guest, from: width + gap, to: full },
                ],
              }
            : {}),
          column: chart.outcomes.includes(id) ? 2 : (columns[id] ?? 0),
          rank: fromTopToBottom.indexOf(id),
          ...(band < 0 ? {} : { band }),
        },
      ];
    }),
    [...links.map(routeOf), ...lined(column)],
    seed,
  );

  const complaints = await layOutComplaints(chart, ways, locale);
  const inEvery = content('note', [], [say.inEveryStep], staying(ways, 'procedure', locale));
  const aside = legend(
    ['happy', 'way', 'every', 'outcome', 'stays', ...extras(forbidden, ofCase)],
    locale,
    Math.max(complaints.width, 180),
  );
  const asideWidth = Math.max(complaints.width, inEvery.width, 180) + 2 * padding;

  const strip = 28;
  const titles = wrap(say.title, sizes.picture, asideWidth, 'bold');
  const titleHeight = titles.length * 24 + 8;
  const at = { x: margin + asideWidth + 12 + strip, y: margin + 26 };
  const height = placed.height + at.y + margin + 4;

  const boxes = [...contents].map(([id, one]): Box => {
    const host = standsBeside[id];
    const { x, y } = placed.boxes.get(host ?? id) ?? { x: 0, y: 0 };
    const corner = { x: x + at.x + (host ? (contents.get(host)?.width ?? 0) + gap : 0), y: y + at.y };
    return { ...one, ...corner, lines: moved(one.lines, corner) };
  });
  const arrows = links.map((link) => arrowOf(link, placed.arrows, link.id, at));

  // The phases are as wide as what lies left of the outcomes, and touch halfway between their steps.
  const left = at.x - strip;
  const outcomes = bounds(boxes.filter(({ kind }) => kind === 'outcome'));
  const within = chart.phases.map((phase) =>
    bounds(boxes.filter((_, index) => phaseOf([...contents.keys()][index] ?? '') === phase)),
  );
  const areas = chart.phases.map((phase, index): Area => {
    const own = within[index] as Rectangle;
    const [above, below] = [within[index - 1], within[index + 1]];
    const top = above ? (above.y + above.height + own.y) / 2 + 2 : own.y - 30;
    const bottom = below ? (own.y + own.height + below.y) / 2 - 2 : height - margin;
    const text = capital(name.phases[phase as 'request']);
    return {
      name: phase,
      x: left,
      y: top,
      width: outcomes.x - 14 - left,
      height: bottom - top,
      lines: [{ ...line(text, left + 19, (top + bottom) / 2, sizes.area, 'bold'), centred: true, upwards: true }],
    };
  });

  const beside = { x: margin, y: margin + titleHeight };
  const complaintsArea: Area = {
    name: 'complaints',
    x: margin,
    y: beside.y,
    width: asideWidth,
    height: complaints.height + 44,
    lines: [line(say.complaints, margin + padding, beside.y + 22, sizes.area, 'bold')],
  };
  const complaintsAt = { x: margin + padding + (asideWidth - 2 * padding - complaints.width) / 2, y: beside.y + 34 };
  const noteAt = { x: margin, y: complaintsArea.y + complaintsArea.height + 16 };
  const legendAt = { x: margin, y: noteAt.y + inEvery.height + 22 };
  const weighing = boxes.find(({ states }) => states[0] === happyWay[0]) as Box;

  return {
    name: 'whole',
    locale,
    title: say.title,
    description: say.whole,
    width: Math.ceil(at.x + placed.width + margin),
    height: Math.ceil(height),
    areas: [...areas, complaintsArea],
    boxes: [
      ...boxes,
      ...complaints.boxes.map((box) => ({
        ...box,
        x: box.x + complaintsAt.x,
        y: box.y + complaintsAt.y,
        lines: moved(box.lines, complaintsAt),
      })),
      { ...inEvery, width: asideWidth, ...noteAt, lines: moved(inEvery.lines, noteAt) },
    ],
    arrows: [
      ...arrows,
      ...complaints.links.map((link) => arrowOf(link, complaints.placed.arrows, link.id, complaintsAt)),
    ],
    samples: aside.samples.map((sample) => ({
      ...sample,
      x: sample.x + legendAt.x,
      y: sample.y + legendAt.y,
      lines: moved(sample.lines, legendAt),
    })),
    notes: titles.map((text, row) => line(text, margin, margin + 18 + row * 24, sizes.picture, 'bold')),
    start: { x: weighing.x + weighing.width / 2, y: weighing.y },
  };
}

const routeOf = (link: Link): ToRoute => ({
  id: link.id,
  from: link.fromBox,
  to: link.toBox,
  label: labelOf(link.lines),
  trunk: `${eventsOf(link)}${link.forbidden ? ' forbidden' : ''}`,
  straight: isHappy(link.fromBox, link.toBox) && link.toBox !== 'concluded' && !link.forbidden,
});

// One edge lets the crossing minimiser lead others through the column; several hold it together, and one keeps it straight.
const lined = (column: string[]): ToRoute[] =>
  column.slice(1).flatMap((to, at) =>
    Array.from({ length: 6 }, (_, copy) => ({
      id: `column ${to} ${copy}`,
      from: column[at] ?? '',
      to,
      trunk: 'column',
      hidden: copy === 0 ? ('straight' as const) : ('column' as const),
    })),
  );

const below = (upper: string, lower: string): ToRoute => ({
  id: `below ${lower}`,
  from: upper,
  to: lower,
  trunk: 'below',
  hidden: 'below',
});

async function layOutComplaints(chart: Chart, ways: Way[], locale: Locale) {
  const own = ways.filter(({ from }) => phaseOf(from) === 'complaints');
  const titleOf = (place: string): string[] =>
    wrap(
      capital(labels[locale].complaints[(place.split('.')[1] ?? '') as 'none']),
      sizes.title,
      place.endsWith('pending') ? 160 : 80,
      'bold',
    );
  const contents = new Map<string, Content>([
    ['complaints', content('every', ['complaints'], [], [{ text: words[locale].everyMoment }])],
    ...chart.complaints.map((place): [string, Content] => [
      place,
      content('complaints', [place], titleOf(place), staying(own, place, locale)),
    ]),
  ]);
  const links = linksBetween(
    own.filter((way) => !stays(way)),
    ({ from, to }) => [from, to ?? from],
    locale,
    () => 80,
  );
  const rank = ['complaints', 'complaints.pending', 'complaints.none', 'complaints.answered'];
  const placed = await place(
    [...contents].map(([id, { width, height }]) => ({
      id,
      width,
      height,
      column: rank.indexOf(id),
      rank: rank.indexOf(id),
    })),
    links.map((link) => ({ ...routeOf(link), straight: link.fromBox === 'complaints' })),
  );
  const boxes = [...contents].map(([id, one]): Box => {
    const corner = placed.boxes.get(id) ?? { x: 0, y: 0 };
    return { ...one, x: corner.x, y: corner.y, lines: moved(one.lines, corner) };
  });
  return { boxes, links, placed, width: placed.width, height: placed.height };
}

// -------------------------------------------------------------------------------------------------------- a phase

/** A step with the ways into and out of the phase beside it; everything is set from its left top corner. */
interface Composite {
  width: number;
  height: number;
  /** Where its step lies. */
  core: { from: number; to: number };
  boxes: Box[];
  arrows: Arrow[];
}

const row = { line: 8, head: 14, gap: 5 };

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
  label: { ...arrow.label, x: arrow.label.x + by.x, y: arrow.label.y + by.y },
  lines: moved(arrow.lines, by),
});

/** Below the end of the usual way stand the steps of a phase that lie beside it. */
const afterTheEnd: Record<string, string> = {
  request: 'request.reconsidering',
  execution: 'execution.elsewhere',
  completion: 'completion.weighingTransfer',
};

async function layOutPhase(
  chart: Chart,
  phase: string,
  { locale, forbidden = 'none', ofCase }: LayoutOptions,
): Promise<Drawing> {
  const say = words[locale];
  const name = labels[locale];
  const { seed, room, besideRoom = room, chipRoom = besideRoom } = sheets[phase as PictureName][locale];
  const isInside = (place: string): boolean => phaseOf(place) === phase;
  const ways = chart.ways.filter((way) => isShown(way, forbidden) && (isInside(way.from) || isInside(way.to ?? '')));
  const moving = ways.filter((way) => !stays(way));
  const titleOf = (step: string): string =>
    step in name.steps ? name.steps[step as 'refused'].title : `${say.everyStep}, ${name.phases[step as 'request']}`;

  const isAround = ({ fromBox, toBox }: Link): boolean => fromBox.startsWith('entry') || toBox.startsWith('exit');
  const isHappyLink = ({ ways: [one], forbidden }: Link): boolean =>
    isHappy(one?.from ?? '', one?.to ?? '') && !forbidden;
  const links = linksBetween(
    moving,
    (way) => [
      isInside(way.from) ? way.from : `entry ${entryGroup(moving, way)}`,
      isInside(way.to ?? '') ? (way.to ?? '') : `exit ${way.from} ${way.to}`,
    ],
    locale,
    (link) =>
      link.fromBox === phase ? 90 : isAround(link) && !isHappyLink(link) ? besideRoom : isHappyLink(link) ? 140 : room,
  );
  const chipOf = (link: Link): Content => {
    const enters = link.fromBox.startsWith('entry');
    const states = unique(link.ways.map(({ from, to }) => (enters ? from : to)));
    const titles = states.map((step, at) => `${titleOf(step)}${at < states.length - 1 ? ',' : ''}`);
    const lines = titles.flatMap((title) => wrap(title, sizes.small, chipRoom));
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
    return id === 'execution.elsewhere' ? fromTopToBottom.length : fromTopToBottom.indexOf(id);
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
          ...arrows.flatMap(({ label, points }) => [label, ...segments(points)]),
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
  const title = `${say.title}: ${name.phases[phase as 'request']}`;
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
    name: phase as PictureName,
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

const extras = (forbidden: LayoutOptions['forbidden'], ofCase: boolean | undefined): Sample['like'][] => [
  ...(forbidden === 'all' || (Array.isArray(forbidden) && forbidden.length > 0) ? (['forbidden'] as const) : []),
  ...(ofCase ? (['taken', 'now'] as const) : []),
];

/** Lays out a picture of the chart. */
export function layOut(name: PictureName, options: LayoutOptions): Promise<Drawing> {
  const chart = chartOf();
  return name === 'whole' ? layOutWhole(chart, options) : layOutPhase(chart, name, options);
}
