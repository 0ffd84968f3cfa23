import type { EventType, Opening, OpeningInput, Physician } from '../index.js';

/** Another of the same: jsdom has no `structuredClone`. */
export const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** A physician of one occupational health service, registered and outside the pool unless said. */
export const physician = (id: string, organisation: string, more: Partial<Physician> = {}): Physician => ({
  id,
  organisations: [organisation],
  registered: true,
  pool: false,
  ...more,
});

/** Who asks for the second opinion. */
export const employee = 'employee-1';
/** For whom the employee works. */
export const employer = 'employer-1';
/** Who plans for the own physician, and reports that another has taken their place. */
export const planning = 'planning-1';
/** Who handles complaints. */
export const handler = 'handler-1';
/** The own physician, whose advice is doubted. */
export const own = physician('physician-own', 'noord');
/** The second-opinion physician of the first preference. */
export const first = physician('physician-first', 'zuid', { pool: true });
/** The second-opinion physician of the second preference. */
export const second = physician('physician-second', 'oost', { pool: true });
/** A third second-opinion physician to choose. */
export const another = physician('physician-another', 'west', { pool: true });
/** The physician who may take over the guidance. */
export const third = physician('physician-third', 'noord');
/** Who takes the place of the own physician. */
export const successor = physician('physician-new', 'noord');
/** A physician whom neither the contract nor the pool names. */
export const outsider = physician('physician-outside', 'ver');

/** An event as somebody tells it: what is wrong or missing in it is for the library to say. */
export type Told = { type: EventType; by?: string; on?: string } & Record<string, unknown>;

/** An opening as somebody tells it. */
export type OpeningTold = Record<string, unknown> & { on: string };

/** What was told of one case: the opening, and the events in the order of arrival. */
export interface Story {
  opening: OpeningTold;
  events: Told[];
}

/** The usual opening: the request of `employee` on the first day of the stories. */
export const opening = {
  caseId: 'so-2026-0017',
  by: employee,
  on: '2026-03-18',
  participants: { employee, employer, administration: planning, ownPhysician: own },
  contract: { route: 'lpbso', physicians: [], complaintsProcedure: 'complaints-noord-v3' },
  contestedAdvice: { id: 'advice-1', on: '2026-03-12', task: 'sicknessAbsenceGuidance', giver: own },
  question: 'question-1',
} satisfies OpeningInput;

type Parts = 'participants' | 'contract' | 'contestedAdvice';
type Changes<Of> = { [Field in keyof Of]?: Of[Field] | undefined };

/** What is other than usual in an opening: whole fields, and of the participants, the contract and the advice single ones. */
export type OpeningChanges = Changes<Omit<Opening, Parts>> & { [Part in Parts]?: Changes<Opening[Part]> };

/** The usual opening with what is said otherwise; a field given as `undefined` is left out. */
export const openingOf = (changes: OpeningChanges = {}): OpeningTold =>
  // Through JSON, as from a host: without what is undefined, and with nothing in it that others hold.
  JSON.parse(
    JSON.stringify({
      ...opening,
      ...changes,
      participants: { ...opening.participants, ...changes.participants },
      contract: { ...opening.contract, ...changes.contract },
      contestedAdvice: { ...opening.contestedAdvice, ...changes.contestedAdvice },
    }),
  );
