// The log of a case, and what can be done with it: a list of events, of which the first so many have happened.
import {
  advance,
  type Case,
  type Deviation,
  eventSchema,
  type How,
  type Issue,
  type Outcome,
  openCase,
  openingSchema,
  type ProcedureEvent,
  parseCase,
  type Refusal,
  record,
  type Step,
  type Taken,
  type Unmet,
} from 'lpbso-second-opinion';
import type { Locale } from '../languages.ts';
import type { Log as Told } from '../log.ts';

/** A log whose events have been checked. */
export type Log = Told<ProcedureEvent>;

/** A log, how many of its events have happened, and which day it is. */
export interface Session {
  log: Log;
  at: number;
  today: string;
}

export type { Refusal, Taken } from 'lpbso-second-opinion';

/** One thing that happened; the opening is no event. */
export interface Turn {
  event: ProcedureEvent | null;
  on: string;
  outcome: Taken;
}

/** The first event of a log that cannot be taken, and why not. */
export interface Stop {
  at: number;
  event: ProcedureEvent;
  no: Refusal;
}

export interface Run {
  turns: Turn[];
  case: Case;
  stop: Stop | null;
}

const howOf = ({ brokeTheRules }: Log): How => (brokeTheRules ? 'record' : 'advance');

const hear: Record<How, (current: Case, event: unknown) => Outcome> = { advance, record };

const caseAfter = (turns: Turn[]): Case => (turns.at(-1) as Turn).outcome.case;

/** What was asked last: whoever adds an event to a long log needs not have the others taken again. */
let last: { opening: unknown; how: How; turns: Turn[] } | null = null;

const opened = (opening: unknown): Turn => {
  const outcome = openCase(opening);
  if (!outcome.ok) throw new Error('a log opens with a case that can be opened');
  return { event: null, on: openingSchema.parse(opening).on, outcome };
};

const isSameUpTo = (turns: Turn[], events: ProcedureEvent[]): number => {
  const at = events.findIndex((event, at) => turns[at + 1]?.event !== event);
  return at < 0 ? events.length : at;
};

/** A log as it went, up to so many events or the first that cannot be taken. */
export function run(log: Log, upTo = log.events.length): Run {
  const events = log.events.slice(0, upTo);
  const how = howOf(log);
  const held = last !== null && last.opening === log.opening && last.how === how ? last.turns : null;
  const known = held ?? [opened(log.opening)];
  const turns = known.slice(0, isSameUpTo(known, events) + 1);
  let stop: Stop | null = null;
  for (const [at, event] of events.entries()) {
    if (at < turns.length - 1) continue;
    const outcome = hear[how](caseAfter(turns), event);
    if (!outcome.ok) {
      stop = { at, event, no: outcome };
      break;
    }
    turns.push({ event, on: event.on, outcome });
  }
  const isHeld = held !== null && held[turns.length - 1] === turns.at(-1);
  if (!isHeld) last = { opening: log.opening, how, turns };
  return { turns, case: caseAfter(turns), stop };
}

const startOf = (log: Log): string => run(log, 0).turns[0]?.on ?? '';

const dayAt = (log: Log, at: number): string => log.events[at - 1]?.on ?? startOf(log);

/** A log from its beginning. */
export const begin = (log: Log): Session => ({ log, at: 0, today: startOf(log) });

/** A log as far as it goes. */
export function toTheEnd({ log }: Session): Session {
  const at = run(log).turns.length - 1;
  return { log, at, today: dayAt(log, at) };
}

/** One event back; it stays in the log, as something still to come. */
export const back = ({ log, at }: Session): Session => {
  const before = Math.max(at - 1, 0);
  return { log, at: before, today: dayAt(log, before) };
};

/** The log itself, or with the rules open where it stops otherwise and what is forbidden may be recorded. */
const goingOn = (log: Log, upTo: number, recordAnyway: boolean): Log => {
  const { stop } = run(log, upTo);
  const open: Log = { ...log, brokeTheRules: true };
  return recordAnyway && stop && (run(open, upTo).stop?.at ?? upTo) > stop.at ? open : log;
};

/** The next event of the log happens, or it cannot be taken. */
export function next(session: Session, recordAnyway: boolean): { session: Session; stop: Stop | null } {
  const { at } = session;
  if (at >= session.log.events.length) return { session, stop: null };
  const log = goingOn(session.log, at + 1, recordAnyway);
  const { stop } = run(log, at + 1);
  return stop ? { session, stop } : { session: { log, at: at + 1, today: dayAt(log, at + 1) }, stop: null };
}

/** What comes of reporting an event: the log with it, or why not. */
export type Attempt = { ok: true; session: Session; outcome: Taken } | { ok: false; no: Refusal };

/** Reports an event at the present moment; `recordAnyway` lets what the rules forbid happen, with its deviations. */
export function attempt({ log, at, today }: Session, event: unknown, recordAnyway: boolean): Attempt {
  const { case: current } = run(log, at);
  const asked = advance(current, event);
  const outcome = asked.ok || !recordAnyway ? asked : record(current, event);
  if (!outcome.ok) return { ok: false, no: outcome };
  const checked = eventSchema.parse(event);
  const events = [...log.events.slice(0, at), checked, ...log.events.slice(at)];
  const after: Log = { ...log, events, ...(asked.ok ? {} : { brokeTheRules: true }) };
  return { ok: true, session: { log: after, at: at + 1, today: checked.on > today ? checked.on : today }, outcome };
}

/** What comes of correcting a log. */
export interface Correction {
  session: Session;
  /** The first later event that no longer holds; it and what follows it are still to come. */
  stop: Stop | null;
  /** How many events had happened and have not any more. */
  fallen: number;
  /** Where something deviates now that did not. */
  newDeviations: { at: number; deviations: readonly Deviation[] }[];
}

/** Puts another event in the place of one, or takes it out, and replays the rest. */
export function correct(
  { log, at, today }: Session,
  place: number,
  event: ProcedureEvent | null,
  recordAnyway: boolean,
): Correction {
  const events = log.events.flatMap((known, index) => (index === place ? (event ?? []) : known));
  const { correction: _, ...rest } = log;
  return replayed({ log, at, today }, { ...rest, events }, event ? 0 : 1, place, recordAnyway);
}

/** Another opening, with the same events replayed; or why it opens no case. */
export function reopen(session: Session, opening: unknown, recordAnyway: boolean): Correction | Refusal {
  const opened = openCase(opening);
  return opened.ok ? replayed(session, { ...session.log, opening }, 0, -1, recordAnyway) : opened;
}

const deviationsIn = ({ turns }: Run): readonly (readonly Deviation[])[] =>
  turns.slice(1).map(({ outcome }) => outcome.deviations);

const replayed = (
  { log: before, at, today }: Session,
  changed: Log,
  removed: number,
  place: number,
  recordAnyway: boolean,
): Correction => {
  const wanted = place < at ? at - removed : at;
  const log = goingOn(changed, wanted, recordAnyway);
  const now = run(log, wanted);
  const deviatedBefore = deviationsIn(run(before, at));
  const newDeviations = deviationsIn(now).flatMap((deviations, index) => {
    const known = deviatedBefore[removed > 0 && index >= place ? index + removed : index] ?? [];
    const news = deviations.filter(({ norm }) => !known.some((one) => one.norm === norm));
    return news.length > 0 ? [{ at: index, deviations: news }] : [];
  });
  const reached = now.turns.length - 1;
  return {
    session: { log, at: reached, today: now.stop ? dayAt(log, reached) : today },
    stop: now.stop,
    fallen: wanted - reached,
    newDeviations,
  };
};

/** The log without what is still to come. */
export const withoutTheRest = ({ log, at, today }: Session): Session => {
  const { correction, ...rest } = log;
  const kept = correction && correction.at < at ? { correction } : {};
  return { log: { ...rest, ...kept, events: log.events.slice(0, at) }, at, today };
};

// ---------------------------------------------------------------------------------------------------- undo

/** What can be undone and done again. */
export interface History<State> {
  past: State[];
  present: State;
  future: State[];
}

export const remember = <State>({ past, present }: History<State>, state: State): History<State> => ({
  past: [...past, present],
  present: state,
  future: [],
});

export const undo = <State>(history: History<State>): History<State> => {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future] };
};

export const redo = <State>(history: History<State>): History<State> => {
  const [first, ...future] = history.future;
  return first === undefined ? history : { past: [...history.past, history.present], present: first, future };
};

// ---------------------------------------------------------------------------------------------------- files

/** Why a file is no log that can be opened. */
export type Unreadable =
  | { why: 'notJson' | 'notALog' }
  | { why: 'storedCase'; step: Step }
  | { why: 'malformed'; issues: readonly Issue[] }
  | { why: 'notAllowed'; unmet: readonly Unmet[] };

export type Read = { ok: true; log: Log } | ({ ok: false } & Unreadable);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inBoth = (value: unknown): value is Record<Locale, string> =>
  isObject(value) && typeof value.nl === 'string' && typeof value.en === 'string';

const storedCase = (json: unknown): Case | null => {
  try {
    return parseCase(json);
  } catch {
    return null;
  }
};

const below = (path: string, issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, path: issue.path ? `${path}.${issue.path}` : path }));

/** A log from the text of a file; says what is wrong with it, and never throws. */
export function readLog(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: 'notJson' };
  }
  const stored = storedCase(json);
  if (stored) return { ok: false, why: 'storedCase', step: stored.step };
  if (!isObject(json) || !('opening' in json) || !Array.isArray(json.events)) return { ok: false, why: 'notALog' };

  const opened = openCase(json.opening);
  if (!opened.ok && opened.reason === 'notAllowed') return { ok: false, why: 'notAllowed', unmet: opened.unmet };
  const told: unknown[] = json.events;
  const { correction } = json;
  const wrong = isObject(correction) && Number.isInteger(correction.at) ? correction : null;
  const issues = [
    ...(!opened.ok && opened.reason === 'malformed' ? below('opening', opened.issues) : []),
    ...(opened.ok ? told.flatMap((event, at) => below(`events.${at + 1}`, issuesOf(opened.case, event))) : []),
    ...(opened.ok && wrong ? below('correction', issuesOf(opened.case, wrong.event)) : []),
  ];
  if (issues.length > 0) return { ok: false, why: 'malformed', issues };
  return {
    ok: true,
    log: {
      ...(inBoth(json.title) ? { title: json.title } : {}),
      ...(inBoth(json.about) ? { about: json.about } : {}),
      opening: json.opening,
      events: told as ProcedureEvent[],
      ...(wrong ? { correction: wrong as unknown as NonNullable<Log['correction']> } : {}),
      ...(json.brokeTheRules === true ? { brokeTheRules: true } : {}),
    },
  };
}

const issuesOf = (opened: Case, event: unknown): readonly Issue[] => {
  const outcome = advance(opened, event);
  return !outcome.ok && outcome.reason === 'malformed' ? outcome.issues : [];
};

/** The text of a file that holds a log. */
export const writeLog = (log: Log): string => `${JSON.stringify(log, null, 2)}\n`;
