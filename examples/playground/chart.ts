// What the machine says of a step: its clauses, its ways on, and the way that a case took through it.
import {
  type Case,
  type Clause,
  type ClauseId,
  clauses,
  type EventType,
  type Rank,
  type Step,
} from 'lpbso-second-opinion';
import { chartOf, regionsBeside } from '../pictures/chart.ts';
import type { Turn } from './log.ts';

export type Phase = 'application' | 'execution' | 'completion';

const chart = chartOf();

/** Every step, in the order of the chart. */
export const steps = [...chart.steps, ...chart.outcomes] as Step[];

const phases: Phase[] = ['application', 'execution', 'completion'];

/** The phase in which a place lies; outcomes, and what runs beside the procedure, lie in none. */
export const phaseOf = (place: string): Phase | null => phases.find((phase) => place.startsWith(`${phase}.`)) ?? null;

/** A way on from a step. */
export interface Way {
  event: EventType;
  /** Null where the event is only recorded. */
  to: Step | null;
  clauses: ClauseId[];
}

/** The ways on from a step; those from anywhere in its phase come after its own. */
export const waysFrom = (step: Step): Way[] =>
  [step, phaseOf(step), 'procedure'].flatMap((place) =>
    chart.ways
      .filter(({ from, within, forbidden }) => from === place && within.includes(step) && !forbidden)
      .map(({ event, to, clauses: cited }) => ({ event, to: to as Step | null, clauses: cited })),
  );

/** The clauses of a step itself, and those of what it lies in. */
export const clausesOf = (step: Step): { own: ClauseId[]; around: ClauseId[] } =>
  chart.clauses[step] ?? { own: [], around: [] };

const ranks: Record<Clause['source'], Rank> = {
  decree: 'law',
  act: 'law',
  pool: 'pool',
  commentary: 'commentary',
  decision: 'choice',
  rule: 'choice',
};

/** How high a clause stands. */
export const rankOf = (id: ClauseId): Rank => ranks[clauses[id].source];

/** Ids of clauses, the highest first. */
export const byRank = (ids: readonly ClauseId[]): ClauseId[] => {
  const order: Rank[] = ['law', 'pool', 'commentary', 'choice'];
  return [...ids].sort((one, other) => order.indexOf(rankOf(one)) - order.indexOf(rankOf(other)));
};

/** What a case passed through, by the names that the pictures give to places. */
export interface Course {
  now: Step;
  employerRoute: string;
  complaints: string;
  passed: Set<string>;
  /** From where to where each event led; to the same place where it was only recorded. */
  ways: { event: EventType; from: string; to: string }[];
}

const placesOf = ({ step, employerRoute, complaints }: Case) => ({
  step,
  employerRoute: `employerRoute.${employerRoute}`,
  complaints: `complaints.${complaints}`,
});

type Places = ReturnType<typeof placesOf>;

/** In which region a way of an event lies. */
const regionOf = (event: EventType): keyof Places =>
  regionsBeside.find((region) => chart.ways.some((way) => way.event === event && way.from.startsWith(region))) ??
  'step';

/** The way that a case took. */
export function courseOf(turns: Turn[]): Course {
  const cases = turns.map(({ outcome }) => outcome.case);
  const last = cases.at(-1);
  const ways = turns.flatMap(({ event, outcome }, at) => {
    const before = cases[at - 1];
    // What rests on no clause was no act, and took no way.
    if (!event || !before || outcome.clauses.length === 0) return [];
    const region = regionOf(event.type);
    return [{ event: event.type, from: placesOf(before)[region], to: placesOf(outcome.case)[region] }];
  });
  return {
    now: last?.step ?? 'application.discussing',
    employerRoute: `employerRoute.${last?.employerRoute ?? 'none'}`,
    complaints: `complaints.${last?.complaints ?? 'none'}`,
    passed: new Set(cases.flatMap((each) => Object.values(placesOf(each)))),
    ways,
  };
}

const liesIn = (place: string, around: string): boolean =>
  around === 'procedure'
    ? !regionsBeside.some((region) => place.startsWith(region))
    : place === around || place.startsWith(`${around}.`);

/** Whether a drawn way is one that the case took; it may start anywhere in a phase, and stand for several events. */
export const wasTaken = ({ ways }: Course, drawn: { events: string[]; from: string; to: string }): boolean =>
  ways.some(
    ({ event, from, to }) =>
      drawn.events.includes(event) &&
      liesIn(from, drawn.from) &&
      (drawn.to === drawn.from ? from === to : drawn.to === to),
  );
