import type { Locale } from '../languages.ts';
import { boardOf, type Route } from './whole-board.ts';
import type { Places } from './whole-places.ts';
import { adviceRoutes } from './whole-routes-advice.ts';
import { againRoutes } from './whole-routes-again.ts';
import { applicationRoutes } from './whole-routes-application.ts';
import { completionRoutes } from './whole-routes-completion.ts';
import { endsRoutes } from './whole-routes-ends.ts';
import { executionRoutes } from './whole-routes-execution.ts';

/** Every line of the whole beside the usual way. */
export function routesOf(places: Places, locale: Locale): Route[] {
  const board = boardOf(places, locale);
  return [endsRoutes, applicationRoutes, againRoutes, executionRoutes, adviceRoutes, completionRoutes].flatMap(
    (routes) => routes(board),
  );
}
