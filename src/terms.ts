import { addHours } from 'date-fns/addHours';
import type { ClauseId } from './clauses.js';
import type { Day } from './fields.js';
import type { CaseFile, Complaint, Role } from './file.js';

/** How long a term is under the rules of a day, and of every later day up to the next entry. */
export interface Length {
  from: Day;
  days: number;
}

interface Term {
  /** Whose term it is. */
  owner: Role;
  clauses: [ClauseId, ...ClauseId[]];
  /** Whom it is shown to. */
  concerns: Role[];
  /** Whether a contract may set a day to look at it. */
  alarm?: true;
  /** How long it is; absent for an open norm, which people judge. */
  lengths?: Length[];
}

/** The terms of the procedure. Only the response has a length in the sources. */
export const terms = {
  engage: {
    owner: 'ownPhysician',
    clauses: ['D-2.14d.3', 'W-14.2.g', 'B-08a', 'G-1'],
    concerns: ['employee', 'ownPhysician', 'administration'],
    alarm: true,
  },
  response: {
    owner: 'secondOpinionPhysician',
    clauses: ['L-20', 'B-14', 'B-15', 'B-16'],
    concerns: ['employee', 'ownPhysician', 'secondOpinionPhysician', 'administration', 'scheduler'],
    lengths: [{ from: '2017-07-01', days: 7 }],
  },
  advise: {
    owner: 'secondOpinionPhysician',
    clauses: ['L-32', 'L-35', 'B-17b'],
    concerns: ['employee', 'secondOpinionPhysician'],
  },
  forward: {
    owner: 'secondOpinionPhysician',
    clauses: ['L-38'],
    concerns: ['employee', 'secondOpinionPhysician'],
  },
  decide: {
    owner: 'ownPhysician',
    clauses: ['D-2.14d.5', 'L-40', 'B-31b'],
    concerns: ['employee', 'ownPhysician'],
    alarm: true,
  },
  reasons: {
    owner: 'ownPhysician',
    clauses: ['D-2.14d.3', 'D-2.14d.5', 'L-10', 'L-41', 'E-16', 'B-59'],
    concerns: ['employee', 'ownPhysician'],
  },
  considerTransfer: {
    owner: 'ownPhysician',
    clauses: ['D-2.14d.6', 'E-31', 'B-92'],
    concerns: ['employee', 'ownPhysician'],
  },
  complaint: {
    owner: 'complaintHandler',
    clauses: ['D-2.14e.4', 'G-12'],
    concerns: ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'complaintHandler'],
    alarm: true,
  },
} satisfies Record<string, Term>;

/** The name of a term: the `response` within a week, or an open norm, such as `decide`. */
export type TermName = keyof typeof terms;

/** A term for which a contract may set a day to look at it. */
export type AlarmedTerm = { [Name in TermName]: (typeof terms)[Name] extends { alarm: true } ? Name : never }[TermName];

/** From which day a term runs, in the steps of which the chart names it; of a complaint, from the day it was filed. */
export const since: Record<Exclude<TermName, 'complaint'>, (file: CaseFile) => Day | null | undefined> = {
  engage: ({ request }) => request.engageFrom,
  response: (file) => responseFrom(file),
  advise: ({ engagement }) => engagement?.acceptedOn,
  // A consent that names a former own physician asks nothing of anybody (`B-63`).
  forward: ({ execution: { forwarding }, participants }) =>
    forwarding?.as === 'authorised' && forwarding.to === participants.ownPhysician.id ? forwarding.on : null,
  // A copy that a predecessor has asks nothing of the present own physician (`B-65`).
  decide: ({ recordOf, decision, possession, participants }) =>
    recordOf !== 'secondOpinionPhysician' && decision === null && possession?.physician === participants.ownPhysician.id
      ? possession.on
      : null,
  reasons: (file) => reasonsOwed(file)?.since,
  considerTransfer: ({ transfer }) => (transfer?.grantedOn ? null : (transfer?.declinedOn ?? transfer?.requestedOn)),
};

/** `B-59`: of what the own physician still owes the employee the reasons, and since when; null where of nothing. */
export const reasonsOwed = ({ request, decision }: CaseFile) => {
  const { outcome } = request;
  if (outcome?.as === 'refused' && outcome.reasons === null) return { of: 'refusal' as const, since: outcome.on };
  if (outcome?.as === 'outOfScope' && outcome.reasons === null) return { of: 'outOfScope' as const, since: outcome.on };
  return decision?.reasons === null ? { of: 'decision' as const, since: decision.on } : null;
};

/** Whether the complaint still waits for an answer. */
export const isOpen = ({ answered, withdrawnOn }: Complaint): boolean => !answered && !withdrawnOn;

/** `L-20`, `B-14`: the day from which the week runs. */
const responseFrom = ({ contract, engagement }: CaseFile): Day | null => {
  if (!engagement) return null;
  const received = contract.responseTerm.from === 'receipt' ? engagement.receivedOn : null;
  return received ?? engagement.application.on;
};

/** `B-16`: by what a term is extended that ends on a weekend or a holiday; `none` unless the contract says otherwise. */
export type Extension = 'none' | 'algemeneTermijnenwet';

/** `B-16`: whether the days equated by decree are known for every year that the term touches. */
export type Certainty = 'known' | 'decreeDaysUnknown';

/** `B-15`: the last day of a term, and how sure it is. */
export interface Due {
  dueOn: Day;
  certainty: Certainty;
}

// King's Day is kept on the 26th when the 27th is a Sunday: a Saturday, on which no term ends anyway.
const holidaysByDate = {
  newYearsDay: '01-01',
  kingsDay: '04-27',
  liberationDay: '05-05',
  christmasDay: '12-25',
  secondChristmasDay: '12-26',
};

const holidaysFromEaster = { goodFriday: -2, easterMonday: 1, ascensionDay: 39, whitMonday: 50 };

/** Stcrt. 2025, 24713; a year without an entry is a year whose decree is not known. */
const decreeDays: Record<string, Day[]> = {
  2026: ['2026-01-02', '2026-05-15'],
  2027: ['2027-05-07'],
  2028: ['2028-04-28', '2028-05-26'],
};

const [sunday, saturday] = [0, 6];

/** `B-15`, `B-16`: the last day to respond, by the rules of a day and the contract; null while no term runs. */
export function responseDue(file: CaseFile, rules: Day): Due | null {
  const from = responseFrom(file);
  if (from === null) return null;
  return dueAfter(from, lengthUnder(terms.response.lengths, rules), file.contract.responseTerm.extendedBy);
}

/** How long a term is under the rules of a day; before the first entry as in the first. */
export const lengthUnder = (lengths: Length[], rules: Day): number =>
  (lengths.filter(({ from }) => from <= rules).at(-1) ?? lengths[0])?.days ?? 0;

/** `B-15`, `B-16`: a term does not count its first day and ends with its last one, unless that is extended. */
export function dueAfter(start: Day, days: number, extension: Extension): Due {
  const last = daysAfter(start, days);
  return extension === 'none' ? { dueOn: last, certainty: 'known' } : extended(start, last);
}

/** `B-16`: a term of at least three days ends on a working day and contains at least two of them. */
export function extended(start: Day, last: Day): Due {
  let dueOn = last;
  while (!isWorkingDay(dueOn) || workingDays(start, dueOn) < 2) dueOn = daysAfter(dueOn, 1);
  const decreesKnown = [daysAfter(start, 1), dueOn].every((day) => yearOf(day) in decreeDays);
  return { dueOn, certainty: decreesKnown ? 'known' : 'decreeDaysUnknown' };
}

/** `B-15`: the instant (UTC) at which the day is over in Amsterdam. */
export function midnightAfter(day: Day): string {
  // Amsterdam's clock changes at 01:00 UTC, so its offset at 00:00 UTC is still that of its own midnight.
  const next = addHours(new Date(day), 24);
  return addHours(next, -hoursAhead(next)).toISOString();
}

/**
 * The calendar day in Amsterdam, `YYYY-MM-DD`, on which an instant lies, whatever the zone of the machine: for the `on` of what a host
 * reports itself. Of what is no instant, the empty text: no event is dated so, and nothing is late on it.
 */
export function dayOf(now: Date): Day {
  const instant = new Date(millisecondsOf(now));
  const clock = addHours(instant, hoursAhead(instant));
  const year = clock.getUTCFullYear();
  return year >= 0 && year <= 9999 ? clock.toISOString().slice(0, 10) : '';
}

/** The milliseconds of a date, of whatever realm; not a number where it is none. */
export const millisecondsOf = (date: unknown): number => {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return Number.NaN;
  }
};

/** How many hours Amsterdam's clock is ahead of UTC: by the rule of the EU, and not by `Intl`, since not every engine has its zones. */
function hoursAhead(instant: Date): number {
  const year = instant.getUTCFullYear();
  return instant >= clockChangeIn(year, march) && instant < clockChangeIn(year, october) ? 2 : 1;
}

const [march, october] = [2, 9];

/** The last Sunday of the month, at 01:00 UTC. */
function clockChangeIn(year: number, month: number): Date {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return addHours(last, -24 * last.getUTCDay());
}

/** The day that comes so many days after the given one. */
// In UTC, where every day exists and has 24 hours: date-fns' own days are those of the machine's zone, and Apia had no 30 December 2011.
export const daysAfter = (day: Day, days: number): Day =>
  addHours(new Date(day), 24 * days)
    .toISOString()
    .slice(0, 10);

function workingDays(start: Day, last: Day): number {
  let count = 0;
  for (let day = daysAfter(start, 1); day <= last; day = daysAfter(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

function isWorkingDay(day: Day): boolean {
  return weekday(day) !== saturday && weekday(day) !== sunday && !holidays(yearOf(day)).includes(day);
}

function holidays(year: string): Day[] {
  const easter = easterSunday(year);
  return [
    ...Object.values(holidaysByDate).map((date) => `${year}-${date}`),
    ...Object.values(holidaysFromEaster).map((days) => daysAfter(easter, days)),
    ...(decreeDays[year] ?? []),
  ];
}

/** The Sunday after the first full moon, by the church's tables, from 21 March on: in this form for 1900 to 2199. */
function easterSunday(year: string): Day {
  const days = (19 * (Number(year) % 19) + 24) % 30;
  const fullMoon = daysAfter(`${year}-03-21`, days > 27 ? days - 1 : days);
  return daysAfter(fullMoon, 7 - weekday(fullMoon));
}

const weekday = (day: Day): number => new Date(day).getUTCDay();

const yearOf = (day: Day): string => day.slice(0, 4);
