import type { ProcedureEvent } from './acts.js';
import { readable, replay } from './procedure.js';
import type { Case } from './stored-case.js';

/** What a host keeps of one case: its opening, and its events in the order of arrival, as `replay` takes them. */
export interface Log {
  /** As `openCase` takes it. */
  readonly opening: unknown;
  /** As `record` takes them. */
  readonly events: Iterable<unknown>;
}

/** An event of which something came, with the case before it and after it. */
interface Turn {
  event: ProcedureEvent;
  before: Case;
  after: Case;
}

/** A log that was replayed to its end. What was void (`G-6`) is no turn: nothing came of it but a deviation. */
export interface Replayed {
  opened: Case;
  /** Who made the request, or sent the application with which the record opens. */
  by: string;
  turns: Turn[];
  end: Case;
}

const replayed = (log: unknown): Replayed | null => {
  const { opening, events } = log as Log;
  const told = [...events];
  const followed = replay(opening, told, 'record');
  if (!followed.ok) return null;
  const cases = followed.outcomes.map((outcome) => outcome.case);
  const turns = cases.slice(1).map((after, at) => ({
    event: told[at] as ProcedureEvent,
    before: cases[at] as Case,
    after,
  }));
  return {
    opened: cases[0] as Case,
    by: (opening as { by: string }).by,
    // An act that is void leaves the very same file.
    turns: turns.filter(({ before, after }) => before.file !== after.file),
    end: followed.case,
  };
};

/** What is made of each log; null where it cannot be replayed, or nothing can be made of it. */
export const fromEach = <Made>(logs: unknown, made: (log: Replayed) => Made): (Made | null)[] =>
  [...readable(logs as Iterable<unknown>)].map((log) => {
    try {
      const read = replayed(log);
      return read && made(read);
    } catch {
      return null;
    }
  });
