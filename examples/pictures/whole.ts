import { type Locale, languages } from '../languages.ts';
import { type Chart, isRegionBeside, type RegionBeside, regionsBeside, type Way } from './chart.ts';
import type { Area, Box, Drawing } from './drawing.ts';
import {
  arrowOf,
  bounds,
  type Content,
  capital,
  columns,
  content,
  extras,
  fromTopToBottom,
  happyWay,
  isShown,
  type LayoutOptions,
  legend,
  line,
  lined,
  linksBetween,
  margin,
  moved,
  padding,
  phaseOf,
  routeOf,
  sheets,
  sizes,
  staying,
  stays,
} from './parts.ts';
import { place, type Rectangle, type ToPlace } from './place.ts';
import { widthOf, wrap } from './text.ts';
import { words } from './words.ts';

/** The box for every step of a phase stands to the right of one of its steps. */
const standsBeside: Record<string, string> = { application: 'application.preparing', execution: 'execution.inviting' };
const gap = 30;

/** Lays out the whole: the phases below each other, the outcomes in a column, what runs beside the procedure beside all. */
export async function layOutWhole(
  chart: Chart,
  { locale, forbidden = 'none', ofCase }: LayoutOptions,
): Promise<Drawing> {
  const say = words[locale];
  const name = languages[locale];
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
        columns: staying(ways, step, locale).length > 4 ? 2 : 1,
      }),
    ]),
    ...chart.phases.flatMap((phase): [string, Content][] =>
      ways.some(({ from, to }) => from === phase && to !== null)
        ? [[phase, content('every', [phase], [capital(say.everyStep)], [], { least: 90 })]]
        : [],
    ),
  ]);
  const links = linksBetween(
    ways.filter((way) => !stays(way) && way.from !== 'procedure' && !isRegionBeside(phaseOf(way.from))),
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

  const regions = [];
  for (const region of regionsBeside) regions.push(await layOutBeside(region, chart, ways, locale));
  const widest = Math.max(...regions.map(({ width }) => width));
  const inEvery = content('note', [], [say.inEveryStep], staying(ways, 'procedure', locale));
  const aside = legend(
    ['happy', 'way', 'every', 'outcome', 'stays', ...extras(forbidden, ofCase)],
    locale,
    Math.max(widest, 180),
  );
  const asideWidth = Math.max(widest, inEvery.width, 180) + 2 * padding;

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
    const text = capital(name.phases[phase as 'application']);
    return {
      name: phase,
      x: left,
      y: top,
      width: outcomes.x - 14 - left,
      height: bottom - top,
      lines: [{ ...line(text, left + 19, (top + bottom) / 2, sizes.area, 'bold'), centred: true, upwards: true }],
    };
  });

  let foot = margin + titleHeight;
  const beside = regions.map((laidOut) => {
    const top = foot;
    foot += laidOut.height + 44 + 12;
    const area: Area = {
      name: laidOut.region,
      x: margin,
      y: top,
      width: asideWidth,
      height: laidOut.height + 44,
      lines: [line(say[laidOut.region], margin + padding, top + 22, sizes.area, 'bold')],
    };
    const at = { x: margin + padding + (asideWidth - 2 * padding - laidOut.width) / 2, y: top + 34 };
    return { ...laidOut, area, at };
  });
  const noteAt = { x: margin, y: foot + 4 };
  const legendAt = { x: margin, y: noteAt.y + inEvery.height + 22 };
  const discussing = boxes.find(({ states }) => states[0] === happyWay[0]) as Box;

  return {
    name: 'whole',
    locale,
    title: say.title,
    description: say.whole,
    width: Math.ceil(at.x + placed.width + margin),
    height: Math.ceil(height),
    areas: [...areas, ...beside.map(({ area }) => area)],
    boxes: [
      ...boxes,
      ...beside.flatMap(({ boxes, at }) =>
        boxes.map((box) => ({ ...box, x: box.x + at.x, y: box.y + at.y, lines: moved(box.lines, at) })),
      ),
      { ...inEvery, width: asideWidth, ...noteAt, lines: moved(inEvery.lines, noteAt) },
    ],
    arrows: [
      ...arrows,
      ...beside.flatMap(({ links, placed, at }) => links.map((link) => arrowOf(link, placed.arrows, link.id, at))),
    ],
    samples: aside.samples.map((sample) => ({
      ...sample,
      x: sample.x + legendAt.x,
      y: sample.y + legendAt.y,
      lines: moved(sample.lines, legendAt),
    })),
    notes: titles.map((text, row) => line(text, margin, margin + 18 + row * 24, sizes.picture, 'bold')),
    start: { x: discussing.x + discussing.width / 2, y: discussing.y },
  };
}

/** From top to bottom, and from left to right, in a region beside the procedure. */
const rankBeside: Record<RegionBeside, string[]> = {
  employerRoute: ['employerRoute', 'employerRoute.asked', 'employerRoute.none', 'employerRoute.answered'],
  complaints: ['complaints', 'complaints.pending', 'complaints.none', 'complaints.answered'],
};

async function layOutBeside(region: RegionBeside, chart: Chart, ways: Way[], locale: Locale) {
  const own = ways.filter(({ from }) => phaseOf(from) === region);
  const [, middle = ''] = rankBeside[region];
  const titleOf = (place: string): string[] =>
    wrap(
      capital(languages[locale][region][(place.split('.')[1] ?? '') as 'none']),
      sizes.title,
      place === middle ? 160 : 80,
      'bold',
    );
  const contents = new Map<string, Content>([
    [region, content('every', [region], [], [{ text: words[locale].everyMoment }])],
    ...chart.beside[region].map((place): [string, Content] => [
      place,
      content('beside', [place], titleOf(place), staying(own, place, locale)),
    ]),
  ]);
  const links = linksBetween(
    own.filter((way) => !stays(way)),
    ({ from, to }) => [from, to ?? from],
    locale,
    () => 80,
  );
  const rank = rankBeside[region];
  const placed = await place(
    [...contents].map(([id, { width, height }]) => ({
      id,
      width,
      height,
      column: rank.indexOf(id),
      rank: rank.indexOf(id),
    })),
    links.map((link) => ({ ...routeOf(link), straight: link.fromBox === region })),
  );
  const boxes = [...contents].map(([id, one]): Box => {
    const corner = placed.boxes.get(id) ?? { x: 0, y: 0 };
    return { ...one, x: corner.x, y: corner.y, lines: moved(one.lines, corner) };
  });
  return { region, boxes, links, placed, width: placed.width, height: placed.height };
}
