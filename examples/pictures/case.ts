import { type Case, type How, type Taken as Outcome, type ProcedureEvent, replay } from 'lpbso-second-opinion';
import type { Log } from '../log.ts';
import { type Chart, chartOf, type Way } from './chart.ts';

/** What a case went through: the ways that it took, in their order, the steps that it passed, and where it stands now. */
export interface Course {
  taken: Taken[];
  passed: string[];
  now: string[];
  /** The entries of the log, from the opening (0) on: from where to where each led. */
  moves: Move[];
}

/** A way that a case took, and the step in which it was then. */
interface Taken extends Way {
  step: string;
}

/** An entry of a log: between which places it led, also where it left them as they were. */
export interface Move {
  number: number;
  day: string;
  event: string | null;
  before: string[];
  after: string[];
}

/** Where a case stands: its step, and what runs beside it. */
export const placesOf = ({ step, employerRoute, complaints }: Case): string[] => [
  step,
  `employerRoute.${employerRoute}`,
  `complaints.${complaints}`,
];

/** The way in the chart that a case took by an event; none for an act that was recorded but had no effect. */
export function wayBetween(
  chart: Chart,
  before: Case,
  event: ProcedureEvent,
  { case: after, clauses }: Outcome,
): Taken[] {
  const places = placesOf(before);
  const leads = ({ to }: Way): boolean =>
    to === null ? placesOf(after).join() === places.join() : placesOf(after).includes(to);
  const ways = chart.ways.filter(
    (way) =>
      way.event === event.type &&
      places.some((place) => way.within.includes(place)) &&
      way.clauses.join() === clauses.join(),
  );
  // From where a way leads, the record of the second-opinion physician may go on at once.
  return [...ways.filter(leads), ...ways].slice(0, 1).map((way) => ({ ...way, step: before.step }));
}

/** What a log went through, by the outcomes that the library answers; stops where the log does. */
export function courseOf({ opening, events }: Log, how: How = 'advance'): Course {
  const chart = chartOf();
  const replayed = replay(opening, events, how);
  if (!replayed.ok)
    throw new Error(`${replayed.at < 0 ? 'the opening' : `event ${replayed.at + 1}`} of this log is not taken`);
  const outcomes = replayed.outcomes.filter((outcome) => outcome.ok);
  const taken = events.flatMap((event, at) => {
    const [before, after] = [outcomes[at], outcomes[at + 1]];
    return before && after ? wayBetween(chart, before.case, event as ProcedureEvent, after) : [];
  });
  const passed = outcomes.flatMap<string>((outcome) => placesOf(outcome.case));
  const places = outcomes.map((outcome) => placesOf(outcome.case));
  const moves = places.map((after, number): Move => {
    const entry = (number === 0 ? opening : events[number - 1]) as { on: string; type?: string };
    return { number, day: entry.on, event: entry.type ?? null, before: places[number - 1] ?? [], after };
  });
  return { taken, passed: [...new Set(passed)], now: placesOf(replayed.case), moves };
}
