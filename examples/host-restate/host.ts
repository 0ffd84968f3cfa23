import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import { apiOf, type Log } from '../host/api.ts';
import { type Clock, Watch } from '../host/clock.ts';
import { type Answer, addressOf, closed, listening } from '../host/host.ts';
import type { Identity } from '../host/identity.ts';
import { accessLog } from './access-log.ts';
import { calendarObjects } from './calendar.ts';
import { caseObjectOver, personObject } from './case.ts';
import { keeperOf } from './keeper.ts';
import { optionsWith } from './objects.ts';
import { opening } from './opening.ts';
import { outboxes, outboxOn } from './outbox.ts';
import { FileRegister } from './register.ts';
import { type Call, callerOf, makeKnown, Unavailable } from './restate.ts';
import type { Settings } from './settings.ts';

/** What does the work of the objects, for a Restate that shows who it is. */
export interface Services {
  stop(): Promise<void>;
}

/** What a service is given besides its settings. */
export interface Given {
  settings: Settings;
  clock: Clock;
  identity: Identity;
  deliverTo: string;
  /** For trying: whom the page offers to be, and a request that it has ready. */
  trying?: { people: string[]; opening(now: Date): object };
  log: Log;
}

export async function serveObjects(
  settings: Settings,
  { register, deliverTo, log }: { register: FileRegister; deliverTo: string; log: Log },
): Promise<Services> {
  const sessions = new Set<ServerHttp2Session>();
  const server: Http2Server = createServer(
    createEndpointHandler({
      services: [caseObjectOver(register), opening, personObject, accessLog, outboxOn(deliverTo), ...calendarObjects],
      identityKeys: settings.RESTATE_IDENTITY_KEYS,
      defaultServiceOptions: optionsWith(log),
      // Only the kind: a message could quote a case.
      logger: ({ level }, message) => {
        if (level === 'error' || level === 'warn') log.warn({}, `A service failed: ${String(message).slice(0, 40)}`);
      },
    }),
  );
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.HOST_SERVICE_PORT, settings.HOST_SERVICE_ADDRESS, resolve);
  });
  return {
    stop: async () => {
      const ended = new Promise((resolve) => server.close(resolve));
      for (const session of sessions) session.close();
      await Promise.race([ended, wait(settings.HOST_PATIENCE, undefined, { ref: false })]);
      for (const session of sessions) session.destroy();
      await ended;
    },
  };
}

async function insist(call: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await wait(50);
    }
  }
}

/** Has it looked, again and again, at what is due; and sees how many letters wait, in one outbox after the other. */
function keepLooking(call: Call, { HOST_EVERY, HOST_MOST_LETTERS }: Settings, clock: Clock, watch: Watch) {
  const waiting = Array.from({ length: outboxes }, () => 0);
  let turn = 0;
  const look = async (): Promise<void> => {
    if (!watch.doubt()) await call('calendar', 'host', 'look', { at: clock.now().toISOString(), confirmed: false });
    turn = (turn + 1) % outboxes;
    waiting[turn] = ((await call('outbox', String(turn), 'state')) as { waiting: number }).waiting;
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => {});
  }, HOST_EVERY);
  return {
    isFull: (): boolean => waiting.reduce((sum, each) => sum + each, 0) >= HOST_MOST_LETTERS,
    stop: (): Promise<void> => {
      clearInterval(timer);
      return looking;
    },
  };
}

export interface Host {
  address: string;
  watch: Watch;
  stop(): Promise<void>;
}

/** Starts a service: it takes requests, and does what Restate calls it for. Any of several may come and go. */
export async function startHost({ settings, clock, identity, deliverTo, trying, log }: Given): Promise<Host> {
  const register = new FileRegister(settings.HOST_PEOPLE, log);
  const call = callerOf(settings.RESTATE_INGRESS, settings.HOST_PATIENCE);
  const objects = await serveObjects(settings, { register, deliverTo, log });
  const api = await listening(settings, settings.HOST_PORT);
  if (settings.RESTATE_ADMIN) await makeKnown(settings.RESTATE_ADMIN, settings.HOST_SERVICE_URL);
  const { at } = (await insist(() => call('calendar', 'host', 'lastSeen'))) as { at: string | null };
  const confirmed = settings.HOST_CONFIRMED_DAY;
  const watch = new Watch(clock, at ? new Date(at) : null, {
    longestAway: settings.HOST_LONGEST_AWAY,
    ...(confirmed ? { confirmed } : {}),
  });
  if (!watch.doubt())
    await insist(() =>
      call('calendar', 'host', 'look', { at: clock.now().toISOString(), confirmed: confirmed !== undefined }),
    );
  const looking = keepLooking(call, settings, clock, watch);
  const app = apiOf({
    register,
    cases: keeperOf(call, register),
    identity,
    clock,
    watch,
    isShut: () => (looking.isFull() ? 'tooManyLetters' : null),
    isAway: (error) => error instanceof Unavailable,
    requestsAMinute: settings.HOST_REQUESTS_A_MINUTE,
    took: () => {},
    log,
    ...trying,
  });
  api.answer(app.fetch as Answer);

  return {
    address: addressOf(api.server),
    watch,
    stop: async () => {
      await Promise.all([looking.stop(), closed(api.server, settings.HOST_PATIENCE)]);
      await objects.stop();
    },
  };
}
