import { dayOf } from 'lpbso-second-opinion';
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
}

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Reports responses that are overdue and raises alarms, looking again every so often: what fell due while the host was down is
 * found at the first look. It reads the database and keeps no timers, so none can be lost.
 */
export function startScheduler({ store, cases, clock, watch, every }: Calendar): { stop(): void } {
  let stopped = false;
  let doubted: Doubt | null = null;
  let timer: NodeJS.Timeout;

  /** One case that cannot be read or stored must not keep the others waiting. */
  const each = async <Item>(found: Item[], act: (item: Item, now: Date) => void): Promise<void> => {
    for (const item of found) {
      if (stopped || watch.doubt()) return;
      try {
        act(item, clock.now());
      } catch {
        console.error('The scheduler passed over a case that cannot be read or stored.');
      }
      await breath();
    }
  };

  const look = async (): Promise<void> => {
    for (
      let found = store.overdue(clock.now(), '');
      found.length > 0;
      found = store.overdue(clock.now(), found.at(-1) ?? '')
    ) {
      await each(found, (id, now) => cases.reportOverdue(id, now));
      if (stopped || watch.doubt()) return;
    }
    await each(store.alarmsDue(dayOf(clock.now())), (alarm, now) => cases.raise(alarm, now));
    if (!stopped && !watch.doubt()) store.setLastSeen(clock.now());
  };

  const again = async (): Promise<void> => {
    const doubt = watch.doubt();
    if (doubt && doubt !== doubted) console.error(`The clock is in doubt (${doubt}): nothing is taken or reported.`);
    doubted = doubt;
    if (!doubt) await look().catch(() => console.error('The scheduler could not look.'));
    if (!stopped) timer = setTimeout(again, every);
  };
  timer = setTimeout(again, 0);

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
