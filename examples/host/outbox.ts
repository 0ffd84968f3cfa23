import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './api.ts';
import type { Due, Store } from './store.ts';

const together = 8;
const patience = 5_000;
/** How long a letter is one host's to deliver. */
const claimed = 2 * patience;
const shortest = 50;
const idle = 100;
const longest = 60_000;
/** So often may the mail room say that it will never take a letter before it is given up. */
export const mostRefusals = 6;

/** How often the outbox looks, and what has become of it. */
export interface Outbox {
  /** Whether so much waits that nothing more is taken. */
  isFull(): boolean;
  stop(): Promise<void>;
}

/** Whether an answer says that this letter will not be taken, not that none is now. */
export const isRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);

/**
 * Delivers every letter at least once, each attempt under the same key, to the service's own mail room: it knows the addresses of persons
 * and of complaints procedures. A letter that does not arrive comes back later each time; one that is refused again and again is given
 * up, until a person has it tried again. Letters are in no order: each says that there is something, the view says how it stands.
 */
export function startOutbox(
  store: Store,
  { deliverTo, most, log }: { deliverTo: string; most: number; log: Log },
): Outbox {
  const stopping = new AbortController();
  let isFull = false;
  let looked = 0;

  const carry = async (due: Due): Promise<boolean> => {
    const response = await fetch(deliverTo, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': due.key },
      body: due.letter,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    await response?.body?.cancel().catch(() => {});
    if (response?.ok) {
      await store.delivered(due.seq, new Date());
      return true;
    }
    const refusals = due.refusals + (response && isRefusal(response.status) ? 1 : 0);
    const pause = Math.min(longest, shortest * 2 ** Math.min(due.attempts - 1, 20));
    const givenUp = refusals >= mostRefusals ? new Date() : null;
    if (givenUp) log.warn({}, 'A letter is given up: the mail room refuses it.');
    await store.putOff(due.seq, { until: new Date(Date.now() + pause), refusals, givenUp });
    return false;
  };

  /** Whether anything arrived. */
  const round = async (): Promise<boolean> => {
    const now = Date.now();
    if (now - looked > 1_000) {
      looked = now;
      isFull = (await store.backlog(new Date(now))).pending >= most;
    }
    const queue = await store.claim(new Date(now), new Date(now + claimed), together);
    const arrived = await Promise.all(queue.map(carry));
    return arrived.some(Boolean);
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      // A database that cannot be written counts as a failure: what was sent is sent again, under the same key.
      const arrived = await round().catch(() => false);
      if (!arrived) await wait(idle, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    isFull: () => isFull,
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
