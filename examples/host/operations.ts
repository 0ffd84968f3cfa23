import { statfs } from 'node:fs/promises';
import { Hono } from 'hono';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Watch } from './clock.ts';
import type { Store } from './store.ts';

/** What is looked at to say how the host is. */
export interface Looked {
  store: Store;
  watch: Watch;
  isHeld(): boolean;
  isOutboxFull(): boolean;
  now(): Date;
  folder: string;
}

/** A letter that waits so long in milliseconds, and a disk with so little left in bytes, need a person. */
const longWait = 3_600_000;
const littleRoom = 256 * 1_024 * 1_024;

/** What is wrong, in one word each; empty where nothing is. */
async function wrong({ store, watch, isHeld, isOutboxFull, now, folder }: Looked): Promise<string[]> {
  const found: string[] = [];
  if (watch.doubt()) found.push('clockInDoubt');
  if (!isHeld()) found.push('notHeld');
  if (isOutboxFull()) found.push('tooManyLetters');
  if (store.isStuck) found.push('nothingIsKept');
  try {
    const { oldest, givenUp } = await store.backlog(new Date());
    if (oldest > longWait) found.push('lettersWaitLong');
    if (givenUp > 0) found.push('lettersGivenUp');
    if ((await store.overdue(new Date(now().getTime() - longWait), '')).length > 0) found.push('termsOverdue');
  } catch {
    found.push('storeIsAway');
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < littleRoom) found.push('diskIsFull');
  return found;
}

/** What stops requests from being taken; the rest is for people to see to. */
const blocking = ['storeIsAway', 'nothingIsKept', 'notHeld', 'clockInDoubt', 'tooManyLetters'];

/** Says how the host is to whoever runs it, and nothing of any case: whether it lives, whether it is ready, and figures. */
export function operationsOf(looked: Looked) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'host_request_seconds',
    help: 'How long requests took',
    labelNames: ['action', 'status'],
    registers: [registry],
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const pending = gauge('host_letters_pending', 'Letters that wait');
  const oldest = gauge('host_letters_oldest_seconds', 'How long the oldest letter waits');
  const givenUp = gauge('host_letters_given_up', 'Letters that the mail room refuses');
  const doubt = gauge('host_clock_in_doubt', '1 while the host doubts its clock');

  const app = new Hono();
  app.get('/live', (c) => c.json({ live: true }));
  app.get('/ready', async (c) => {
    const found = await wrong(looked);
    return c.json({ wrong: found }, found.some((name) => blocking.includes(name)) ? 503 : 200);
  });
  app.get('/metrics', async (c) => {
    const backlog = await looked.store.backlog(new Date());
    pending.set(backlog.pending);
    oldest.set(backlog.oldest / 1_000);
    givenUp.set(backlog.givenUp);
    doubt.set(looked.watch.doubt() ? 1 : 0);
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return {
    app,
    took: (action: string, status: number, seconds: number) =>
      requests.observe({ action, status: String(status) }, seconds),
  };
}
