import type { Locale } from '../languages.ts';
import type { Log } from '../log.ts';
import { courseOf } from './case.ts';
import type { PictureName } from './drawing.ts';
import { layOut } from './layout.ts';
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
  { name = 'whole' as PictureName, how = 'advance' as 'advance' | 'record' } = {},
): Promise<string> {
  const course = courseOf(log, how);
  const drawing = await layOut(name, { locale, forbidden: course.taken.filter((way) => way.forbidden), ofCase: true });
  return svgOf(drawing, course);
}

/** The case that is drawn as an example. */
export const exampleCase = '02-no-response-then-the-second-preference';
