import { readdirSync, readFileSync } from 'node:fs';
import { type Case, type EventType, expectedEvents, replay } from 'lpbso-second-opinion';
import { timelineFor } from 'lpbso-second-opinion/words';
import { corrected, type Log } from '../../../examples/log.ts';
import { base } from '../base.ts';
import { type Locale, languages } from './languages.ts';

/** A worked case, and what the record of the service tells of it. */
export interface Worked {
  /** Its file in `examples/cases`, without the ending. */
  name: string;
  title: Record<Locale, string>;
  about: Record<Locale, string>;
  opening: unknown;
  events: { type: EventType }[];
  /** The case after its opening, and after each of its events. */
  cases: Case[];
  /** What may be reported then. */
  allowed: EventType[][];
  ended: Case;
  clauses: Set<string>;
}

const folder = new URL('../../../examples/cases/', import.meta.url);

const allowedIn = (current: Case): EventType[] =>
  expectedEvents(current).flatMap(({ type, unmet }) => (unmet.length === 0 ? [type] : []));

const worked = (file: string): Worked => {
  const log: Log<{ type: EventType }> & Pick<Worked, 'title' | 'about'> = JSON.parse(
    readFileSync(new URL(file, folder), 'utf8'),
  );
  const { title, about, opening } = log;
  const events = corrected(log);
  const followed = replay(opening, events, 'record');
  if (!followed.ok) throw new Error(`${file} stops at ${followed.at}`);
  const { entries } = timelineFor(opening, events, 'host', languages.en);
  const clauses = new Set(entries.flatMap((entry) => entry.clauses.map(({ id }) => id)));
  return {
    name: file.replace('.json', ''),
    title,
    about,
    opening,
    events,
    cases: followed.outcomes.map((outcome) => outcome.case),
    allowed: followed.outcomes.map((outcome) => allowedIn(outcome.case)),
    ended: followed.case,
    clauses,
  };
};

export const workedCases: Worked[] = readdirSync(folder).sort().map(worked);

/** A place in a worked case: so many of its events were taken. */
interface Place {
  name: string;
  at: number;
}

const placeWhere = (isHere: (worked: Worked, at: number) => boolean): Place | undefined =>
  workedCases
    .map((worked) => ({ name: worked.name, at: worked.cases.findIndex((_, at) => isHere(worked, at)) }))
    .find(({ at }) => at >= 0);

/** Where one of these events comes next, for the first time in the worked cases; where none has it, where it could. */
export const placeBefore = (types: readonly EventType[]): Place | undefined =>
  placeWhere(({ events }, at) => types.some((type) => events[at]?.type === type)) ??
  placeWhere(({ allowed }, at) => types.some((type) => allowed[at]?.includes(type)));

/** The address of the playground, with a worked case at a place. VitePress leaves a link with a target as it is. */
export const playgroundAt = (locale: Locale, { name, at }: Partial<Place> = {}): string => {
  const parts = [...(name ? [`case=${name}`] : []), ...(at === undefined ? [] : [`at=${at}`]), `language=${locale}`];
  return `${base}playground/#${parts.join('&')}`;
};
