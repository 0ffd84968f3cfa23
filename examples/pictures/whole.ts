import { languages } from '../languages.ts';
import { layOutBeside } from './beside.ts';
import { type Chart, type RegionBeside, regionsBeside } from './chart.ts';
import type { Area, Arrow, Box, Drawing } from './drawing.ts';
import {
  arrowOf,
  capital,
  content,
  extras,
  happyWay,
  isShown,
  type LayoutOptions,
  labelLines,
  labelOf,
  legendAcross,
  line,
  margin,
  moved,
  padding,
  sizes,
  staying,
  textOf,
  unique,
} from './parts.ts';
import type { Point, Rectangle } from './place.ts';
import { widthOf } from './text.ts';
import { isUsualLine, type Link, linksOf } from './whole-links.ts';
import { type Place, type Places, placeOf, placesOf } from './whole-places.ts';
import { routesOf } from './whole-routes.ts';
import { words } from './words.ts';

/** Without points at which a line neither begins, ends nor turns. */
const turnsOf = (points: Point[]): Point[] =>
  points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before && before.x === point.x && before.y === point.y) return false;
    return (
      !before ||
      !after ||
      !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
    );
  });

const waysOf = (links: Link[]): Arrow['ways'] => {
  const ways: Arrow['ways'] = [];
  for (const { from, to, events } of links.flatMap((link) => link.ways)) {
    const known = ways.find((way) => way.from === from && way.to === to);
    if (known) known.events = unique([...known.events, ...events]);
    else ways.push({ from, to, events: [...events] });
  }
  return ways;
};

/** The usual way, straight down. */
function usualArrows(links: Link[], told: (step: string) => string[], { boxes, labels }: Places): Arrow[] {
  return happyWay.slice(0, -1).map((step, index): Arrow => {
    const [from, to] = [step, happyWay[index + 1] as string].map((name) => placeOf(boxes.get(name) as Box)) as [
      Place,
      Place,
    ];
    const label = labels.get(step) ?? null;
    return {
      ways: waysOf(links.filter((link) => link.from === step && isUsualLine(link))),
      within: [step],
      forbidden: false,
      happy: true,
      points: [
        { x: from.middle, y: from.bottom },
        { x: from.middle, y: to.y },
      ],
      label,
      lines: label ? labelLines(told(step), label) : [],
    };
  });
}

/** Lays out the whole: the usual way straight down, in the frames of the chart's groups, and the outcomes beside them. */
export async function layOutWhole(chart: Chart, options: LayoutOptions): Promise<Drawing> {
  const { locale, forbidden = 'none', ofCase } = options;
  const say = words[locale];
  const ways = chart.ways.filter((way) => isShown(way, forbidden));
  const links = linksOf(chart, ways);
  const told = (step: string): string[] =>
    textOf(
      links.filter((link) => link.from === step && isUsualLine(link)).map(({ event }) => event),
      locale,
      170,
    );
  const key = legendAcross(
    ['happy', 'way', 'frame', 'outcome', 'stays', ...extras(forbidden, ofCase)],
    locale,
    margin + widthOf(say.title, sizes.picture, 'bold') + 30,
    1040,
  );
  const top = margin + Math.max(30, key.height + 8);
  const places = placesOf(chart, ways, options, told, top);
  const { boxes, frames } = places;
  const drawn = new Set<Link>();
  const markers: Box[] = [];
  const labelled = new Set<string>();
  const arrows = routesOf(places, locale).flatMap(({ from, events, to, points, label, marker }): Arrow[] => {
    const own = links.filter(
      (link) => link.from === from && link.to === to && events.includes(link.event) && !isUsualLine(link),
    );
    if (own.length === 0) return [];
    for (const link of own) drawn.add(link);
    if (marker) markers.push(marker);
    // Where lines run together, the first that is shown has the label.
    const isNew = label && !labelled.has(`${label.x} ${label.y}`);
    if (label) labelled.add(`${label.x} ${label.y}`);
    const size = isNew && labelOf(label.lines);
    const space = label && size ? { x: label.x - size.width / 2, y: label.y - size.height / 2, ...size } : null;
    return [
      {
        ways: waysOf(own),
        within: unique(own.flatMap(({ within }) => within)),
        ...(frames.has(from) ? { frame: from } : {}),
        forbidden: own.some((link) => link.forbidden),
        happy: false,
        points: turnsOf(points),
        label: space,
        lines: label && space ? labelLines(label.lines, space) : [],
      },
    ];
  });
  const lacking = links.find((link) => !isUsualLine(link) && !drawn.has(link));
  if (lacking) throw new Error(`the whole has no line for ${lacking.event} from ${lacking.from} to ${lacking.to}`);

  const groups = Object.keys(chart.groups).map((name): Area => {
    const space = frames.get(name);
    if (!space) throw new Error(`the whole has no frame for ${name}`);
    const title = (languages[locale].phases as Record<string, string>)[name];
    return {
      ...space,
      name,
      lines: title
        ? [
            {
              ...line(capital(title), space.x + 19, space.y + space.height / 2, sizes.area, 'bold'),
              centred: true,
              upwards: true,
            },
          ]
        : [],
    };
  });

  const regions = [];
  for (const region of regionsBeside) regions.push(await layOutBeside(region, chart, ways, locale));
  const [ended, considering, closing] = [
    frames.get('ended'),
    boxes.get('completion.considering'),
    frames.get('closing'),
  ].map((space) => placeOf(space as Rectangle)) as [Place, Place, Place];
  const asideAt: Record<RegionBeside, number> = { employerRoute: ended.bottom + 14, complaints: considering.bottom };
  const beside = regions.map((laidOut) => {
    const y = asideAt[laidOut.region];
    const area: Area = {
      name: laidOut.region,
      x: ended.x,
      y,
      width: ended.width,
      height: laidOut.height + 44,
      lines: [line(say[laidOut.region], ended.x + padding, y + 20, sizes.area, 'bold')],
    };
    return { ...laidOut, area, at: { x: ended.x + (ended.width - laidOut.width) / 2, y: y + 34 } };
  });
  const inEvery = content('note', [], [say.inEveryStep], staying(ways, 'procedure', locale));
  const [employer] = beside;
  const noteAt = { x: ended.x, y: (employer?.area.y ?? 0) + (employer?.area.height ?? 0) + 12 };
  const height = Math.max(closing.bottom, ...beside.map(({ area }) => area.y + area.height)) + margin;
  const discussing = placeOf(boxes.get(happyWay[0] as string) as Box);

  return {
    name: 'whole',
    locale,
    title: say.title,
    description: say.whole,
    width: Math.ceil(places.right + 24 + margin),
    height: Math.ceil(height),
    areas: [...groups, ...beside.map(({ area }) => area)],
    boxes: [
      ...boxes.values(),
      ...markers,
      ...beside.flatMap(({ boxes, at }) =>
        boxes.map((box) => ({ ...box, x: box.x + at.x, y: box.y + at.y, lines: moved(box.lines, at) })),
      ),
      { ...inEvery, width: ended.width, ...noteAt, lines: moved(inEvery.lines, noteAt) },
    ],
    arrows: [
      ...usualArrows(links, told, places),
      ...arrows,
      ...beside.flatMap(({ links, placed, at }) => links.map((link) => arrowOf(link, placed.arrows, link.id, at))),
    ],
    samples: key.samples,
    notes: [line(say.title, margin, margin + 18, sizes.picture, 'bold')],
    start: { x: discussing.middle, y: discussing.y },
  };
}
