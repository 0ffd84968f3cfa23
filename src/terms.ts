import { tzOffset } from '@date-fns/tz/tzOffset';
import { subMinutes } from 'date-fns/subMinutes';

import type { ClauseId } from './clauses.js';
import type { Role } from './events.js';

/** The terms of the procedure: whose, and on which clauses. Only the response has a length in the sources. */
export const terms = {
  engage: { owner: 'ownPhysician', clauses: ['D-2.14d.3', 'W-14.2.g', 'B-08a', 'G-1'] },
  response: { owner: 'secondOpinionPhysician', clauses: ['L-20', 'B-14', 'B-15', 'B-16'] },
  advise: { owner: 'secondOpinionPhysician', clauses: ['L-32', 'L-35', 'B-17b'] },
  forward: { owner: 'secondOpinionPhysician', clauses: ['L-38'] },
  decide: { owner: 'ownPhysician', clauses: ['D-2.14d.5', 'L-40', 'B-31b'] },
  considerTransfer: { owner: 'ownPhysician', clauses: ['D-2.14d.6', 'E-31'] },
  complaint: { owner: 'complaintHandler', clauses: ['D-2.14e.4', 'G-12'] },
} satisfies Record<string, { owner: Role; clauses: ClauseId[] }>;

/** The name of a term: the `response` within a week, or an open norm, such as `decide`. */
export type TermName = keyof typeof terms;

/** A calendar day, `YYYY-MM-DD`, in Europe/Amsterdam. */
export type Day = string;

/** `B-16`: by what a term is extended that ends on a weekend or a holiday; `none` unless the contract says otherwise. */
export type Extension = 'none' | 'algemeneTermijnenwet';

/** `B-16`: whether the days equated by decree are known for every year that the term touches. */
export type Certainty = 'known' | 'decreeDaysUnknown';

/** `B-15`: the last day of a term, and how sure it is. */
interface Due {
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

/** `B-15`, `B-16`: the week does not count its first day and ends with the same weekday, unless that is extended. */
export function weekFrom(start: Day, extension: Extension): Due {
  const last = daysAfter(start, 7);
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
  // A TZDate is an hour off before these changes on a machine in Greenland.
  const next = new Date(daysAfter(day, 1));
  return subMinutes(next, tzOffset('Europe/Amsterdam', next)).toISOString();
}

/** The day that comes so many days after the given one. */
export function daysAfter(day: Day, days: number): Day {
  // In UTC, where every day exists: date-fns reckons in the machine's zone, and Apia had no 30 December 2011.
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

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

function weekday(day: Day): number {
  return new Date(day).getUTCDay();
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}
