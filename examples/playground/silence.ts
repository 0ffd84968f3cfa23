// Nobody does anything: only the calendar runs on.
import {
  advance,
  type Case,
  type Deadline,
  deadlines,
  type EventType,
  type Expected,
  expectedEvents,
  type ProcedureEvent,
  type Role,
} from 'lpbso-second-opinion';
import { daysAfter } from './days.ts';
import { viewOf } from './people.ts';

/** A day on which something follows from nobody doing anything. */
interface Moment {
  on: string;
  /** A term that has passed, of which the scheduler reports, or an alarm day, on which people look. */
  of: { kind: 'overdue'; event: ProcedureEvent } | { kind: 'alarm'; deadline: Deadline };
  case: Case;
}

export interface Silence {
  moments: Moment[];
  /** Where it ends: from then on no day brings anything. */
  case: Case;
  on: string;
}

interface Coming {
  on: string;
  deadline: Deadline;
}

const nameOf = ({ on, deadline }: Coming): string => `${deadline.term} ${deadline.complaint ?? ''} ${on}`;

/** The days that the running terms name, soonest first. */
const comingDays = (current: Case): Coming[] =>
  deadlines(current)
    .flatMap((deadline) => {
      if (deadline.dueOn) return [{ on: daysAfter(deadline.dueOn, 1), deadline }];
      return deadline.alarmOn ? [{ on: deadline.alarmOn, deadline }] : [];
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1));

/** What the scheduler may report on a day. */
export function reportOfCalendar(current: Case, today: string): ProcedureEvent | null {
  const event: ProcedureEvent = { type: 'response.overdue', by: 'scheduler', on: today };
  return advance(current, event).ok ? event : null;
}

/** Lets the calendar run on from a day until no day brings anything any more. */
export function nobodyActs(from: Case, today: string): Silence {
  const moments: Moment[] = [];
  const seen = new Set<string>();
  let current = from;
  let on = today;
  for (;;) {
    const coming = comingDays(current).find((each) => !seen.has(nameOf(each)));
    if (!coming) return { moments, case: current, on };
    seen.add(nameOf(coming));
    on = coming.on > on ? coming.on : on;
    if (!coming.deadline.dueOn) {
      moments.push({ on, of: { kind: 'alarm', deadline: coming.deadline }, case: current });
      continue;
    }
    const event: ProcedureEvent = { type: 'response.overdue', by: 'scheduler', on };
    const outcome = advance(current, event);
    if (!outcome.ok) continue;
    current = outcome.case;
    moments.push({ on, of: { kind: 'overdue', event }, case: current });
  }
}

/** That one party waits for another, as far as the waiting party may know. */
export interface Wait {
  who: Role;
  on: Role;
  events: readonly EventType[];
  since: string;
}

const parties: Role[] = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'employer'];
const others: Role[] = ['complaintHandler', 'administration'];

/** Who waits for whom. */
export const waitsIn = (current: Case): Wait[] =>
  [...parties, ...others].flatMap((who) =>
    viewOf(current, who)
      .waitingOn.filter(({ role }) => role !== who)
      .map(({ role, events, since }) => ({ who, on: role, events, since })),
  );

/** What may still be done without anything else having to happen first. */
export const openWays = (current: Case): Expected[] =>
  expectedEvents(current).filter(({ role, unmet }) => role !== 'scheduler' && unmet.length === 0);
