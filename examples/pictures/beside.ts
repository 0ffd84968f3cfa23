import { type Locale, languages } from '../languages.ts';
import type { Chart, RegionBeside, Way } from './chart.ts';
import type { Box } from './drawing.ts';
import {
  type Content,
  capital,
  content,
  linksBetween,
  moved,
  phaseOf,
  routeOf,
  sizes,
  staying,
  stays,
} from './parts.ts';
import { place } from './place.ts';
import { wrap } from './text.ts';
import { words } from './words.ts';

/** From top to bottom, and from left to right, in a region beside the procedure. */
const rankBeside: Record<RegionBeside, string[]> = {
  employerRoute: ['employerRoute', 'employerRoute.asked', 'employerRoute.none', 'employerRoute.answered'],
  complaints: ['complaints', 'complaints.pending', 'complaints.none', 'complaints.answered'],
};

/** Lays out what runs beside the procedure. */
export async function layOutBeside(region: RegionBeside, chart: Chart, ways: Way[], locale: Locale) {
  const own = ways.filter(({ from }) => phaseOf(from) === region);
  const [, middle = ''] = rankBeside[region];
  const titleOf = (place: string): string[] =>
    wrap(
      capital(languages[locale][region][(place.split('.')[1] ?? '') as 'none']),
      sizes.small,
      place === middle ? 190 : 105,
      'bold',
    );
  const contents = new Map<string, Content>([
    [region, content('every', [region], [], [{ text: words[locale].everyMoment }])],
    ...chart.beside[region].map((place): [string, Content] => [
      place,
      content('beside', [place], titleOf(place), staying(own, place, locale), { titleSize: sizes.small }),
    ]),
  ]);
  const links = linksBetween(
    own.filter((way) => !stays(way)),
    ({ from, to }) => [from, to ?? from],
    locale,
    () => 100,
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
