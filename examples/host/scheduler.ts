import { dayOf } from 'lpbso-second-opinion';
import type { Log } from './api.ts';
import type { Cases } from './cases.ts';
import type { Clock, Doubt, Watch } from './clock.ts';
import type { Store } from './store.ts';

/** What the scheduler looks at, and every how many milliseconds. */
export interface Calendar {
  store: Store;
  cases: Cases;
  clock: Clock;
  watch: Watch;
  every: number;
  log: Log;
}

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Reports responses that are overdue and raises alarms, looking again every so often: what fell due while the host was down is
 * found at the first look. It reads the database and keeps no timers, so none can be lost; where several hosts look, one is first.
 */
export function startScheduler({ store, cases, clock, watch, every, log }: Calendar): { stop(): Promise<void> } {
  let stopped = false;
  let doubted: Doubt | null = null;
  let timer: NodeJS.Timeout;
  let looking = Promise.resolve();

  const isHalted = () => stopped || watch.doubt() !== null;

  /** How many were passed over: one case that cannot be read or stored must not keep the others waiting. */
  const each = async <Item>(found: Item[], act: (item: Item, now: Date) => Promise<void>): Promise<number> => {
    let passed = 0;
    for (const item of found) {
      if (isHalted()) break;
      try {
        await act(item, clock.now());
      } catch {
        passed += 1;
      }
      await breath();
    }
    return passed;
  };

  const look = async (): Promise<void> => {
    let passed = 0;
    const overdue = (after: string) => store.overdue(clock.now(), after);
    for (let found = await overdue(''); found.length > 0 && !isHalted(); found = await overdue(found.at(-1) ?? ''))
      passed += await each(found, (id, now) => cases.reportOverdue(id, now));
    let unraised = 0;
    const due = () => store.alarmsDue(dayOf(clock.now()), unraised);
    for (let found = await due(); found.length > 0 && !isHalted(); found = await due())
      unraised += await each(found, (alarm, now) => cases.raise(alarm, now));
    if (passed + unraised > 0)
      log.warn({}, `The scheduler passed over ${passed + unraised} that cannot be read or stored.`);
    if (!isHalted()) await store.setLastSeen(clock.now());
  };

  const again = async (): Promise<void> => {
    const doubt = watch.doubt();
    if (doubt && doubt !== doubted) log.warn({}, `The clock is in doubt (${doubt}): nothing is taken or reported.`);
    doubted = doubt;
    if (!doubt) await look().catch(() => log.warn({}, 'The scheduler could not look.'));
    if (!stopped) timer = setTimeout(start, every);
  };
  const start = () => {
    looking = again();
  };
  timer = setTimeout(start, 0);

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return looking;
    },
  };
}
