import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Identity } from './identity.ts';
import type { Store } from './store.ts';

const together = 8;
const patience = 5_000;
const shortest = 50;
const longest = 5_000;

/**
 * Where letters go: the host's own mail room, which takes each key once, and knows the addresses of persons and of complaints
 * procedures: a complaint that nobody handles yet is told to the procedure, under its reference.
 */
export interface MailRoom {
  store: Store;
  clock: Clock;
  identity: Identity;
  deliverTo: string;
}

/**
 * Delivers every letter at least once, each attempt under the same key. A letter that is refused comes back after the others, later
 * each time. Letters are in no order: each says that there is something, the view says how it stands.
 */
export function startOutbox({ store, clock, identity, deliverTo }: MailRoom): { stop(): Promise<void> } {
  let stopped = false;
  const later = new Map<number, { at: number; pause: number }>();

  const send = async ({ seq, id, letter }: { seq: number; id: string; letter: string }): Promise<boolean> => {
    try {
      const response = await fetch(deliverTo, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': identity.keyOf(id) },
        body: letter,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The mail room answered ${response.status}`);
      store.delivered(seq, clock.now());
      later.delete(seq);
      return true;
    } catch {
      const pause = Math.min(longest, (later.get(seq)?.pause ?? shortest) * 2);
      later.set(seq, { at: performance.now() + pause, pause });
      store.failed(seq);
      return false;
    }
  };

  /** How many were sent, and how many of them arrived. */
  const round = async (): Promise<{ sent: number; arrived: number }> => {
    const queue = store
      .undelivered(later.size + 64)
      .filter(({ seq }) => (later.get(seq)?.at ?? 0) <= performance.now())
      .slice(0, 64);
    const sent = queue.length;
    let arrived = 0;
    const carry = async () => {
      for (let next = queue.shift(); next && !stopped; next = queue.shift()) if (await send(next)) arrived += 1;
    };
    await Promise.all(Array.from({ length: together }, carry));
    return { sent, arrived };
  };

  const running = (async () => {
    let pause = shortest;
    while (!stopped) {
      // A database that cannot be written counts as a failure: what was sent is sent again, under the same key.
      const { sent, arrived } = await round().catch(() => ({ sent: 1, arrived: 0 }));
      if (arrived > 0) pause = shortest;
      else await wait(pause);
      if (sent > 0 && arrived === 0) pause = Math.min(longest, pause * 2);
    }
  })();

  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}
