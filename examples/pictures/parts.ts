import type { EventType } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import type { Way } from './chart.ts';
import type { Arrow, Box, Line, PictureName, Sample } from './drawing.ts';
import type { Placed, Point, Rectangle, ToRoute } from './place.ts';
import { type Weight, widthOf, wrap } from './text.ts';
import { usualWay } from './usual.ts';
import { words } from './words.ts';

const usual = usualWay();

/** The way that most requests are meant to go, straight down the middle. */
export const happyWay = [...usual.steps.map(({ step }) => step), usual.outcome];

/** Whether this is what is usually done in a step. */
export const isUsualAct = (step: string, event: EventType): boolean =>
  usual.steps.some((one) => one.step === step && one.acts.includes(event));

/** From top to bottom: an arrow to a step further down leaves at the foot of its box, one back up at the head. */
export const fromTopToBottom = [
  'application.discussing',
  'refused',
  'outOfScope',
  'uwvRouteChosen',
  'application.choosing',
  'application.preparing',
  'application.reconsidering',
  'application',
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.underway',
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
  'completion.consideringTransfer',
  'completion.awaitingThirdPhysician',
  'completion.transferRefused',
  'concluded',
  'transferred',
];

/** From left to right, where a step stands beside the usual way. */
export const columns: Record<string, number> = {
  'execution.underway': -2,
  'application.reconsidering': -1,
  application: 1,
  execution: 1,
  'completion.consideringTransfer': 1,
  'completion.awaitingThirdPhysician': 1,
  'completion.transferRefused': 1,
};

/** The sizes of letters; the small ones are the smallest there are. */
export const sizes = { small: 12, title: 14, area: 15, picture: 20 };
/** From one line in a box to the next. */
const leading = 13.5;
/** From the side of a box to its text. */
export const padding = 8;
/** From the edge of a picture to what is in it. */
export const margin = 8;

/**
 * With what the picture of each phase fits its sheet best, found by trying: the seed of the layout, and how wide may be, before it is
 * broken, a label on an arrow, one beside a step, and the name of a step outside the phase.
 */
export const sheets: Record<
  Exclude<PictureName, 'whole'>,
  Record<Locale, { seed: number; room: number; besideRoom?: number; chipRoom?: number }>
> = {
  application: { nl: { seed: 1, room: 105, besideRoom: 130 }, en: { seed: 1, room: 105, besideRoom: 130 } },
  execution: {
    nl: { seed: 11, room: 95, besideRoom: 130, chipRoom: 150 },
    en: { seed: 11, room: 130, besideRoom: 130, chipRoom: 140 },
  },
  completion: { nl: { seed: 1, room: 105, besideRoom: 130 }, en: { seed: 1, room: 105, besideRoom: 130 } },
};

/** What a layout may be told. */
export interface LayoutOptions {
  locale: Locale;
  /** Which of the ways against the rules are shown; none, unless told. */
  forbidden?: 'none' | 'all' | Way[];
  /** A case is drawn on it: the legend tells how. */
  ofCase?: boolean;
}

/** The phase that a step belongs to, or the region; an outcome is its own. */
export const phaseOf = (name: string): string => name.split('.')[0] ?? '';

/** Whether a way leaves the step as it is. */
export const stays = (way: Way): boolean => way.to === null || way.to === way.from;

/** Each of a list once, in its order. */
export const unique = <T>(list: T[]): T[] => [...new Set(list)];

/** A line of text with its width. */
export const line = (text: string, x: number, y: number, size: number, weight: Weight = 'regular'): Line => ({
  text,
  x,
  y,
  size,
  width: widthOf(text, size, weight),
  weight,
});

/** What is in a box, before it has a place: its lines are set from its left top corner. */
export type Content = Omit<Box, 'x' | 'y'>;

/** A box with a title and, below it, what may be recorded in it. */
export const content = (
  kind: Box['kind'],
  states: string[],
  title: string[],
  rest: { text: string; stays?: Line['stays'] }[],
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
      kind === 'exit' || kind === 'entry' || kind === 'marker' ? 'regular' : 'bold',
    ),
  );
  const under = foot + (title.length - 1) * (titleSize + 3);
  const lines = [
    ...titles,
    ...rest.map(({ text, stays }, at) => ({
      ...line(text, indent(stays, at), under + 2 + ((at % rows) + 1) * leading, sizes.small),
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

/** Lines, moved by so much. */
export const moved = (lines: Line[], { x, y }: Point): Line[] =>
  lines.map((one) => ({ ...one, x: one.x + x, y: one.y + y }));

/** What is to be drawn between two boxes, before it has a way. */
export interface Link {
  id: string;
  fromBox: string;
  toBox: string;
  ways: Arrow['ways'];
  forbidden: boolean;
  lines: string[];
}

/** The space that a label takes. */
export const labelOf = (lines: string[]): { width: number; height: number } => ({
  width: 2 * Math.ceil(Math.max(...lines.map((text) => widthOf(text, sizes.small))) / 2) + 6,
  height: lines.length * 14 + 3,
});

/** The words of a label: what happens, and what must be so. */
export const textOf = (events: EventType[], locale: Locale, room: number, condition = ''): string[] =>
  events
    .flatMap((type, at) => {
      const { title } = languages[locale].events[type];
      return wrap(at < events.length - 1 || condition ? `${title},` : title, sizes.small, room);
    })
    .concat(condition ? wrap(condition, sizes.small, room) : []);

/** A link with the way that was found for it, moved by so much. */
export const arrowOf = ({ ways, forbidden, lines }: Link, placed: Placed['arrows'], id: string, at: Point): Arrow => {
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

/** The lines of a label, set in the middle of its space. */
export const labelLines = (lines: string[], label: Rectangle): Line[] =>
  lines.map((text, row) => ({
    ...line(text, label.x + label.width / 2, label.y + 12 + row * 14, sizes.small),
    centred: true,
  }));

/** Whether this is a piece of the usual way. */
export const isHappy = (from: string, to: string): boolean =>
  happyWay.includes(from) && happyWay[happyWay.indexOf(from) + 1] === to;

/** The smallest space that holds all of these. */
export const bounds = (rectangles: Rectangle[]): Rectangle => {
  const x = Math.min(...rectangles.map((one) => one.x));
  const y = Math.min(...rectangles.map((one) => one.y));
  return {
    x,
    y,
    width: Math.max(...rectangles.map((one) => one.x + one.width)) - x,
    height: Math.max(...rectangles.map((one) => one.y + one.height)) - y,
  };
};

/** Whether a way is to be drawn: all are, but those against the rules only as told. */
export const isShown = (way: Way, forbidden: LayoutOptions['forbidden']): boolean =>
  !way.forbidden ||
  forbidden === 'all' ||
  (Array.isArray(forbidden) &&
    forbidden.some(
      ({ from, event, to, ...rest }) => rest.forbidden && from === way.from && event === way.event && to === way.to,
    ));

/** Ways between the same boxes share an arrow; a way against the rules has its own. */
export function linksBetween(
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
    const titles = unique(link.ways.flatMap(({ events }) => events)).map(
      (type) => languages[locale].events[type].title,
    );
    link.lines = titles.flatMap((title, at) =>
      wrap(at < titles.length - 1 ? `${title},` : title, sizes.small, roomFor(link)),
    );
  }
  return [...links.values()];
}

/** The events of a link, as one name. */
const eventsOf = ({ ways }: Link): string => unique(ways.flatMap(({ events }) => events)).join(' ');

/** What is recorded in a place without leaving it. */
export const staying = (ways: Way[], from: string, locale: Locale) =>
  [false, true].flatMap((forbidden) =>
    unique(
      ways.filter((way) => way.from === from && way.forbidden === forbidden && stays(way)).map(({ event }) => event),
    ).map((event: EventType) => ({
      text: languages[locale].events[event].title,
      stays: { event, from, forbidden },
    })),
  );

/** With a capital, as a title begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A column of samples, each with its meaning beside it. */
export function legend(likes: Sample['like'][], locale: Locale, width: number): { samples: Sample[]; height: number } {
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

/** Samples beside each other, each with its meaning, in as few rows as there is room for. */
export function legendAcross(likes: Sample['like'][], locale: Locale, left: number, right: number) {
  let [x, y] = [left, margin];
  const samples = likes.map((like): Sample => {
    const text = words[locale].legend[like];
    const width = 38 + widthOf(text, sizes.small);
    if (x + width > right) [x, y] = [left, y + 20];
    const sample = { like, x, y, width: 30, height: 16, lines: [line(text, x + 38, y + 12, sizes.small)] };
    x += width + 16;
    return sample;
  });
  return { samples, height: y + 20 - margin };
}

/** A link as an arrow to be routed; arrows with the same events run together into the same step. */
export const routeOf = (link: Link): ToRoute => ({
  id: link.id,
  from: link.fromBox,
  to: link.toBox,
  label: labelOf(link.lines),
  trunk: `${eventsOf(link)}${link.forbidden ? ' forbidden' : ''}`,
  straight: isHappy(link.fromBox, link.toBox) && link.toBox !== 'concluded' && !link.forbidden,
});

/** Keeps one box below another. */
export const below = (upper: string, lower: string): ToRoute => ({
  id: `below ${lower}`,
  from: upper,
  to: lower,
  trunk: 'below',
  hidden: true,
});

/** What the legend explains only where it occurs. */
export const extras = (forbidden: LayoutOptions['forbidden'], ofCase: boolean | undefined): Sample['like'][] => [
  ...(forbidden === 'all' || (Array.isArray(forbidden) && forbidden.length > 0) ? (['forbidden'] as const) : []),
  ...(ofCase ? (['taken', 'now'] as const) : []),
];
