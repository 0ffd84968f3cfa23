import type { How } from 'lpbso-second-opinion';
import type { Locale } from '../languages.ts';
import type { Log } from '../log.ts';
import { courseOf } from './case.ts';
import type { PictureName } from './drawing.ts';
import { layOut } from './layout.ts';
import { layOutPoster } from './poster-layout.ts';
import { type PosterOptions, posterSvg } from './poster-svg.ts';
import { svgOf } from './svg.ts';

/** Every picture there is. */
export const pictures: PictureName[] = ['whole', 'application', 'execution', 'completion'];

/** A picture of the chart, as SVG; the ways against the rules on demand. */
export async function picture(name: PictureName, locale: Locale, { forbidden = false } = {}): Promise<string> {
  return svgOf(await layOut(name, { locale, forbidden: forbidden ? 'all' : 'none' }));
}

/** A picture of the chart with the way on it that a case took, and where it stands now. */
export async function pictureOfCase(
  log: Log,
  locale: Locale,
  { name = 'whole' as PictureName, how = 'advance' as How } = {},
): Promise<string> {
  const course = courseOf(log, how);
  const drawing = await layOut(name, { locale, forbidden: course.taken.filter((way) => way.forbidden), ofCase: true });
  return svgOf(drawing, course);
}

/** The procedure on one sheet, as SVG. */
export const poster = (locale: Locale, options: PosterOptions = {}): string =>
  posterSvg(layOutPoster(locale), null, options);

/** The poster with a case on it: when it came where, what it did there, and where it stands now. */
export function posterOfCase(log: Log, locale: Locale, how: How = 'advance'): string {
  const onPoster = { title: log.title?.[locale] ?? '', moves: courseOf(log, how).moves };
  return posterSvg(layOutPoster(locale, onPoster), onPoster);
}

/** The case that is drawn as an example. */
export const exampleCase = '02-no-response-then-the-second-preference';
