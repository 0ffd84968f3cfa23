// What the machine says of a step: its clauses, its ways on, and where a case came.
import { type Clause, type ClauseId, clauses, type EventType, type Rank, type Step } from 'lpbso-second-opinion';
import { type Move, placesOf } from '../pictures/case.ts';
import { chartOf } from '../pictures/chart.ts';
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

/** What each entry of a log did, from the opening on, as the poster is lit by it. */
export const movesOf = (turns: Turn[]): Move[] =>
  turns.map(({ event, on, outcome }, number) => ({
    number,
    day: on,
    event: event?.type ?? null,
    before: number === 0 ? [] : placesOf((turns[number - 1] as Turn).outcome.case),
    after: placesOf(outcome.case),
  }));
