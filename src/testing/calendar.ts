import { type Case, deadlines } from '../index.js';
import type { Told } from './people.js';

const asDay = (day: string): string => {
  const read = new Date(day);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day)
    throw new Error(`'${day}' is no day: expected YYYY-MM-DD`);
  return day;
};

/** The day that comes so many days after the given one. */
export const daysAfter = (day: string, days: number): string => {
  const date = new Date(asDay(day));
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** A calendar that stands at a day until it is moved by hand. */
export interface Calendar {
  /** The day at which it stands, `YYYY-MM-DD`. */
  today: () => string;
  /** Moves on to a day, and gives it; throws at a day that has passed. */
  moveTo: (day: string) => string;
  /** Moves on by so many days, and gives the new day. */
  moveBy: (days: number) => string;
  /** What a scheduler would report of a case by today: that the response is overdue, or nothing. */
  dueIn: (current: Case) => Told[];
}

/** A calendar at the given day, in place of the clock that a host has and the library has not. */
export function calendar(day: string): Calendar {
  let today = asDay(day);
  const moveTo = (next: string): string => {
    if (asDay(next) < today) throw new Error(`The calendar stands at ${today} and does not go back to ${next}`);
    today = next;
    return today;
  };
  return {
    today: () => today,
    moveTo,
    moveBy: (days) => moveTo(daysAfter(today, days)),
    dueIn: (current) =>
      deadlines(current)
        .filter(({ dueOn }) => (dueOn ?? today) < today)
        .map(() => ({ type: 'response.overdue', by: 'scheduler', on: today })),
  };
}
